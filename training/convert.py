"""Turn the open treebanks, and the one of our own, into spaCy's binary training format.

Inputs (versions and licences in training/README.md): CoNLL-U with names in MISC, and CrossNER IOB.
One spaCy ``Doc`` holds up to ``SENTENCES_PER_DOC`` consecutive sentences, so that the parser also learns where
sentences end. This module writes the corpora for syntax, ``names_data`` those for names.
"""

from __future__ import annotations

import argparse
import gzip
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

AGENCY = Path(__file__).with_name("agency")
"""Our own treebank of agency English, a file for each field."""
AGENCY_COPIES = 2
"""So often each of its sentences is put before the parser where one of the others is put once."""
BANKS = ("ewt", "gum")
SENTENCES_PER_DOC = 8
SENTENCE_ID = "# sent_id = "
UNKNOWN = ""
NAME_LABELS = {"PERSON", "ORG", "PLACE", "EVENT"}


@dataclass(frozen=True)
class Sentence:
    """One treebank sentence; ``heads`` are positions within the sentence, the root points at itself.

    ``names`` are IOB tags, ``UNKNOWN`` where it is not known whether the word belongs to a name.
    """

    words: list[str]
    spaces: list[bool]
    tags: list[str] = field(default_factory=list)
    pos: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deps: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    id: str = ""

    @property
    def document(self) -> str:
        """The treebank's document that the sentence stands in."""
        return self.id.rpartition("-")[0]


def read_conllu(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a CoNLL-U file, gzipped or not."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        rows: list[list[str]] = []
        sentence_id = ""
        for line in [*lines, "\n"]:
            if line.startswith(SENTENCE_ID):
                sentence_id = line.removeprefix(SENTENCE_ID).strip()
            elif line.strip() and not line.startswith("#"):
                rows.append(line.rstrip("\n").split("\t"))
            elif not line.strip() and rows:
                yield replace(_sentence(rows), id=sentence_id)
                rows = []


def read_lemmas(path: Path) -> Iterator[tuple[str, str, str]]:
    """Yield ``(form, part of speech, lemma)`` of every word of a gzipped CoNLL-U file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = line.split("\t")
            if row[0].isdigit():
                yield row[1], row[3], row[2]


def _sentence(rows: list[list[str]]) -> Sentence:
    glued = _glued_words(rows)
    rows = [row for row in rows if row[0].isdigit()]
    names = [_misc(row[9]).get("NER", "O") for row in rows]
    return Sentence(
        words=[row[1] for row in rows],
        spaces=["SpaceAfter=No" not in row[9] and row[0] not in glued for row in rows],
        tags=[row[4] for row in rows],
        pos=[row[3] for row in rows],
        heads=[i if row[6] == "0" else int(row[6]) - 1 for i, row in enumerate(rows)],
        deps=["ROOT" if row[7] == "root" else row[7] for row in rows],
        names=[n if n[2:] in NAME_LABELS else "O" for n in names],
    )


def _glued_words(rows: list[list[str]]) -> set[str]:
    """Ids of the words that no space follows because they stand inside a multi-word token."""
    glued: set[str] = set()
    for row in rows:
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            glued.update(str(i) for i in range(first, last))
            if "SpaceAfter=No" in row[9]:
                glued.add(str(last))
    return glued


def _misc(cell: str) -> dict[str, str]:
    return dict(item.split("=", 1) for item in cell.split("|") if "=" in item)


def with_semicolons(sentence: Sentence) -> Sentence | None:
    """The same sentence with ``;`` for the commas between coordinated verbs, or None where there are none.

    Communiqués list what was agreed with semicolons; the treebanks hardly ever do.
    """
    words = list(sentence.words)
    for i, (word, dep) in enumerate(zip(sentence.words, sentence.deps, strict=True)):
        head = sentence.heads[i]
        if (
            word == ","
            and dep == "punct"
            and head > i
            and sentence.deps[head] == "conj"
            and sentence.pos[head] == "VERB"
        ):
            words[i] = ";"
    return replace(sentence, words=words) if words != sentence.words else None


def read_iob(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a gzipped two-column IOB file; labels we do not keep become O."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows: list[list[str]] = []
        for line in [*lines, "\n"]:
            if line.strip():
                rows.append(line.split())
            elif rows:
                labels = [r[1] if r[1][2:] in NAME_LABELS else "O" for r in rows]
                yield Sentence(words=[r[0] for r in rows], spaces=_spaces([r[0] for r in rows]), names=labels)
                rows = []


def _spaces(words: list[str]) -> list[bool]:
    """Guess the spaces of a pre-tokenised sentence: none before closing and none after opening punctuation."""
    closing, opening = set(",.;:!?)]%") | {"'s", "n't"}, set("([$")
    following = [*words[1:], ""]
    return [after not in closing and word not in opening for word, after in zip(words, following, strict=True)]


def agency(part: str) -> list[Sentence]:
    """The sentences of our own treebank: every tenth is for ``test``, the others for ``train``; none for ``dev``."""
    sentences = [s for path in sorted(AGENCY.glob("*.conllu")) for s in read_conllu(path)]
    tested = [int(s.id.rpartition("-")[2]) % 10 == 0 for s in sentences]
    return [s for s, test in zip(sentences, tested, strict=True) if part == ("test" if test else "train")]


def to_docs(sentences: Iterable[Sentence], vocab: Vocab) -> Iterator[Doc]:
    """Group sentences into documents and set every annotation they carry."""
    stream = iter(sentences)
    while group := list(islice(stream, SENTENCES_PER_DOC)):
        yield to_doc(group, vocab)


def to_paragraphs(sentences: Iterable[Sentence], vocab: Vocab) -> Iterator[Doc]:
    """As ``to_docs``; a headline, or what else ends without a stop, ends its document, as it ends its paragraph."""
    group: list[Sentence] = []
    for sentence in sentences:
        group.append(sentence)
        if sentence.pos[-1] != "PUNCT" or len(group) == SENTENCES_PER_DOC:
            yield to_doc(group, vocab)
            group = []
    if group:
        yield to_doc(group, vocab)


def to_doc(group: list[Sentence], vocab: Vocab) -> Doc:
    """One document of these sentences, with every annotation they carry."""
    heads: list[int] = []
    starts: list[bool | int | None] = []
    for s in group:
        offset = len(starts)
        heads += [offset + h for h in s.heads]
        starts += [i == 0 for i in range(len(s.words))]
    parsed = bool(heads)
    return Doc(
        vocab,
        words=[w for s in group for w in s.words],
        spaces=[x for s in group for x in s.spaces],
        tags=[t for s in group for t in s.tags] or None,
        pos=[p for s in group for p in s.pos] or None,
        heads=heads if parsed else None,
        deps=[d for s in group for d in s.deps] if parsed else None,
        sent_starts=None if parsed else starts,
        ents=[n for s in group for n in s.names] if any(s.names for s in group) else None,
    )


def save(docs: Iterable[Doc], path: Path) -> None:
    """Write documents in spaCy's binary format."""
    path.parent.mkdir(parents=True, exist_ok=True)
    attrs = ["TAG", "POS", "HEAD", "DEP", "SENT_START", "ENT_IOB", "ENT_TYPE"]
    bin_ = DocBin(attrs=attrs, docs=docs)
    bin_.to_disk(path)
    print(f"{path}: {len(bin_)} documents")


def convert(treebanks: Path, out: Path) -> None:
    """Write the corpora for syntax into ``out``.

    ``treebanks-train.spacy`` holds the open treebanks alone, ``syntax-train.spacy`` our own treebank too;
    ``syntax-dev.spacy`` is of the open ones, and there is a ``syntax-test-*.spacy`` for each.
    """
    vocab = spacy.blank("en").vocab
    train = [doc for bank in BANKS for doc in to_docs(_with_copies(_bank(treebanks, bank, "train")), vocab)]
    own = list(to_paragraphs(_with_copies(agency("train")), vocab))
    save(train, out / "treebanks-train.spacy")
    save([*train, *AGENCY_COPIES * own], out / "syntax-train.spacy")
    dev = [doc for bank in BANKS for doc in to_docs(_bank(treebanks, bank, "dev"), vocab)]
    save(dev, out / "syntax-dev.spacy")
    for bank in BANKS:
        save(to_docs(_bank(treebanks, bank, "test"), vocab), out / f"syntax-test-{bank}.spacy")
    save(to_paragraphs(agency("test"), vocab), out / "syntax-test-agency.spacy")


def _bank(treebanks: Path, bank: str, part: str) -> list[Sentence]:
    return list(read_conllu(treebanks / f"{bank}-{part}.conllu.gz"))


def _with_copies(sentences: list[Sentence]) -> list[Sentence]:
    return [*sentences, *(s for one in sentences if (s := with_semicolons(one)))]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("treebanks", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    convert(args.treebanks, args.out)
