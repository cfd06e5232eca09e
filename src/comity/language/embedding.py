"""What the networks see of a word: its letters, and what lists and other people's texts know of it.

Some twenty thousand sentences teach a network few words. Each word therefore brings along, besides its letters, the
Brown cluster it belongs to, how it is usually written and whether lists hold it as a given or family name. The
recogniser of names also sees what the gazetteer says of the stretch the word stands in, and whether it heads bodies,
offices or places; the parser does not, so that a change of the gazetteer changes no tree. ``training/words.py`` makes
the table.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, cast

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import Maxout, Model, chain, concatenate, list2ragged, ragged2list, with_array
from thinc.layers import HashEmbed
from thinc.types import Floats2d, Ints2d

from comity.language.folding import fold
from comity.language.gazetteer import gazetteer
from comity.vocab import load

Columns = npt.NDArray[np.uint64]

TABLE = "word_features"
"""Name of the lookup table in the pipeline's vocabulary: word to packed features, see ``pack``."""
LETTERS: list[int | str] = ["NORM", "PREFIX", "SUFFIX", "SHAPE"]
FORGETTABLE = 3
"""So many of the first columns are hidden together by the dropout of words."""
FLAGS = 5
REMEMBERED = 100_000
"""Words whose columns are kept in memory."""
PREFIXES = (4, 6, 10)
"""Lengths, in bits, at which the paths of clusters are cut."""
WORD_COLUMNS = len(LETTERS) + len(PREFIXES) + 2
NAME_COLUMNS = WORD_COLUMNS + 2
KINDS = (
    "state", "demonym", "capital", "place", "organisation", "party", "legislature", "instrument", "person",
)  # fmt: skip


def pack(cluster: int, casing: int, *, given: bool, family: bool) -> int:
    """One number for what is known of a word: cluster path, casing (0 to 7) and the two lists of names."""
    return cluster << FLAGS | casing << 2 | given << 1 | family


@cache
def _classes() -> dict[str, int]:
    """Words that tell what stands beside or around them, with the number of their class."""
    bodies, offices = load("bodies"), load("offices")
    groups: list[Sequence[str]] = [
        [w for post in offices["posts"] for w in post.split()],
        bodies["honorifics"],
        bodies["place_heads"],
        bodies["particles"],
        bodies["not_names"],
        *bodies["heads"].values(),
    ]
    return {word.lower(): number for number, words in enumerate(groups, 1) for word in words}


def _packed(table: Mapping[Any, int], text: str) -> int:
    """The table's entry for a word, or for the same word in its usual capitals, without diacritics or in lower case."""
    for form in (text, text.title() if text.isupper() else "", fold(text).title(), text.lower()):
        if form and form in table:
            return table[form]
    return 0


def casing_of(table: Mapping[Any, int], word: str) -> int:
    """How a word is usually written, from 1 (small) to 5 (capitals throughout); 0 where the table lacks it."""
    return _packed(table, word) >> 2 & 7


def _of_lists(words: Sequence[str]) -> list[int]:
    """For each word the number of what the gazetteer holds there: its kind, beginning or inside, weak or sure."""
    out = [0] * len(words)
    i = 0
    while i < len(words):
        entry = gazetteer().match(words, i) if words[i][0].isupper() else None
        if entry is None:
            i += 1
            continue
        kind = 1 + KINDS.index(entry.kind)
        for j in range(i, min(len(words), i + entry.length)):
            out[j] = kind << 3 | (j > i) << 2 | entry.weak << 1 | (entry.length > 1)
        i += entry.length
    return out


def _known(doc: Doc, known: dict[int, tuple[int, ...]]) -> Columns:
    """The columns of one document's words that do not depend on their neighbours, kept in ``known`` by word."""
    table = doc.vocab.lookups.get_table(TABLE)
    rows: list[tuple[int, ...]] = []
    for word in doc.to_array("ORTH").tolist():
        row = known.get(word)
        if row is None:
            if len(known) == REMEMBERED:
                known.clear()
            row = known[word] = _row(table, doc.vocab.strings[word])
        rows.append(row)
    return np.array(rows, dtype="uint64").reshape((-1, len(PREFIXES) + 3))


def _row(table: Mapping[Any, int], word: str) -> tuple[int, ...]:
    """Cluster, its path cut at several lengths, casing with the lists of names, class."""
    value = _packed(table, word)
    path = value >> FLAGS
    cut = (path & (1 << n) - 1 for n in PREFIXES)
    return (path, *cut, value & (1 << FLAGS) - 1, _classes().get(word.lower(), 0))


def _columns(doc: Doc, known: dict[int, tuple[int, ...]], lists: bool) -> Columns:
    """All columns of one document; with ``lists`` those of classes and gazetteer too."""
    letters = doc.to_array(LETTERS).reshape((-1, len(LETTERS)))
    words = _known(doc, known)
    if not lists:
        return np.hstack([letters, words[:, :-1]])
    listed = np.asarray(_of_lists([t.text for t in doc]), dtype="uint64").reshape((-1, 1))
    return np.hstack([letters, words, listed])


def _features(hidden: float, lists: bool) -> Model[list[Doc], list[Ints2d]]:
    """A layer that reads off the columns; in training it hides a share ``hidden`` of the words' letters."""
    known: dict[int, tuple[int, ...]] = {}

    def forward(model: Model[list[Doc], list[Ints2d]], docs: list[Doc], is_train: bool) -> Any:
        out = []
        for doc in docs:
            columns = _columns(doc, known, lists)
            if is_train and hidden:
                columns[np.random.uniform(size=len(doc)) < hidden, :FORGETTABLE] = 0
            out.append(model.ops.asarray2i(cast("Ints2d", columns), dtype="uint64"))
        return out, lambda _: []

    return Model("name_features" if lists else "word_features", forward)


def _embed(columns: int, width: int, size: int, rows: list[int], hidden: float) -> Model[list[Doc], list[Floats2d]]:
    if len(rows) != columns:
        raise ValueError(f"this embedding has {columns} columns and needs as many numbers of rows, not {len(rows)}")
    tables: list[Model[Any, Any]] = [HashEmbed(size, n, column=i, seed=i + 1, dropout=0.0) for i, n in enumerate(rows)]
    mixed = Maxout(width, size * columns, nP=3, dropout=0.0, normalize=True)
    read = _features(hidden, lists=columns == NAME_COLUMNS)
    return chain(read, list2ragged(), with_array(concatenate(*tables)), with_array(mixed), ragged2list())


def word_embed(width: int, size: int, rows: list[int], hidden: float) -> Model[list[Doc], list[Floats2d]]:
    """An embedding layer for ``spacy.Tok2Vec.v2``: ``size`` numbers for each column, mixed down to ``width``.

    ``rows`` gives the rows of the hash tables, one for each of the ``WORD_COLUMNS`` columns; ``hidden`` the share of
    words whose letters are hidden in training, so that the rest is learned too. Raises ``ValueError`` where there are
    more or fewer of them.
    """
    return _embed(WORD_COLUMNS, width, size, rows, hidden)


def name_embed(width: int, size: int, rows: list[int], hidden: float) -> Model[list[Doc], list[Floats2d]]:
    """As ``word_embed``, with the columns of classes and gazetteer: ``NAME_COLUMNS`` in all."""
    return _embed(NAME_COLUMNS, width, size, rows, hidden)


def register() -> None:
    """Make the embeddings known to spaCy, as ``comity.WordEmbed.v1`` and ``comity.NameEmbed.v1``; harmless repeated."""
    registry.architectures.register("comity.WordEmbed.v1", func=word_embed)
    registry.architectures.register("comity.NameEmbed.v1", func=name_embed)
