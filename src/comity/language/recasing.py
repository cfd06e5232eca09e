"""Headlines in the small letters of a sentence: "Peru Recalls Envoy" and "PERU RECALLS ENVOY" as "Peru recalls envoy".

Where every word has a capital, capitals show no name, and the parser takes verbs for names. What is a name is told by
the gazetteer, by the running text of the same document, and by how a word is usually written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from typing import TYPE_CHECKING

from comity.language.embedding import TABLE, casing_of
from comity.language.gazetteer import Entry, gazetteer
from comity.vocab import load

if TYPE_CHECKING:
    from spacy.language import Language

WORD = re.compile(r"[^\W\d_]+")
SMALL, RATHER_SMALL = 1, 2
LONG = 4
"""Letters from which on a word has a capital in a headline whose words have capitals."""
FEWEST = 4
"""Words below which a line is a label, not a sentence."""
SHARE = 0.8
"""Share of the long words that have a capital where all are meant to."""
ACRONYM = 5
ALL_CAPITALS = 5
"""The class of words that are usually written in capitals throughout."""


@dataclass
class Letters:
    """How the words of a document are written; ``running`` is its text without headlines."""

    nlp: Language
    running: str

    def lowered(self, line: str) -> str:
        """``line`` with small letters where a sentence has them, of the same length; unchanged if it has some."""
        words = [w[0] for w in WORD.finditer(line)]
        if len(words) < FEWEST or not _all_capitalised(words):
            return line
        shouted = line.isupper()
        named = self._listed(line)
        out, first = list(line), True
        for found in WORD.finditer(line):
            word = found[0]
            if shouted:
                word = word if _acronym(word, named.get(found.start(), "")) else word.title()
            if not first and found.start() not in named and not self._name(word):
                word = word.lower()
            if len(word) == len(found[0]):  # a letter may have no capital of the same length
                out[found.start() : found.end()] = word
            first = False
        return "".join(out)

    def opened(self, line: str) -> str:
        """``line`` with its first words in their usual letters where papers shout them: "PERU and Chile agreed"."""
        words = list(WORD.finditer(line))
        shouted = list(takewhile(lambda found: found[0].isupper(), words))
        if len(shouted) == len(words) or sum(len(found[0]) for found in shouted) < LONG:
            return line
        named = self._listed(line[: shouted[-1].end()].title())
        out = list(line)
        for found in shouted:
            word = found[0].title()
            known = found.start() in named or 0 < self._usually(word) < ALL_CAPITALS
            if len(word) != len(found[0]) or not (known or len(shouted) > 1) or self._acronym(found[0]):
                continue
            plain = found is not shouted[0] and found.start() not in named and not self._name(word)
            out[found.start() : found.end()] = word.lower() if plain else word
        return "".join(out)

    def _acronym(self, word: str) -> bool:
        """Whether a list or common use writes a word in capitals throughout."""
        entry = gazetteer().match([word], 0)
        return _acronym(word, entry.form.written if entry else "") or self._usually(word) == ALL_CAPITALS

    def _listed(self, line: str) -> dict[int, str]:
        """Where the words stand that the gazetteer holds as names, with the name they belong to."""
        tokens = list(self.nlp.make_doc(line))
        words = [t.text for t in tokens]
        found: dict[int, str] = {}
        i = 0
        while i < len(words):
            entry = gazetteer().match(words, i) if words[i][0].isupper() else None
            if entry is None or (entry.length == 1 and self._common(words[i], entry)):
                i += 1
                continue
            for token in tokens[i : i + entry.length]:
                if token.lower_ not in _particles():
                    found |= {token.idx + part.start(): entry.form.written for part in WORD.finditer(token.text)}
            i += entry.length
        return found

    def _common(self, word: str, entry: Entry) -> bool:
        """Whether a single word that the gazetteer holds is likelier an everyday one: "Nice", "Hold"."""
        unsure = entry.weak or entry.kind == "place"
        return word.lower() in self._small or (unsure and not self._name(word))

    def _name(self, word: str) -> bool:
        """Whether a word in capitals is a name, where the gazetteer does not know."""
        if word.lower() in self._small or word.lower() in _particles():
            return False
        if word in self._capitals:
            return True
        usual = self._usually(word)
        return usual > RATHER_SMALL if usual else not any(self._usually(stem) in (1, 2) for stem in _stems(word))

    def _usually(self, word: str) -> int:
        """How a word is usually written, from 1 (small) to 5 (capitals throughout); 0 where the table lacks it."""
        return casing_of(self._table, word)

    @cached_property
    def _table(self) -> Mapping[str, int]:
        lookups = self.nlp.vocab.lookups
        return lookups.get_table(TABLE) if lookups.has_table(TABLE) else {}

    @cached_property
    def _small(self) -> frozenset[str]:
        """The words that the running text writes small."""
        return frozenset(w[0] for w in WORD.finditer(self.running) if w[0].islower())

    @cached_property
    def _capitals(self) -> frozenset[str]:
        """The words that the running text writes with a capital within a sentence."""
        return frozenset(found[1] for found in re.finditer(r"(?<=[\w,;] )([A-ZÀ-Ž]\w+)", self.running))


def _all_capitalised(words: Sequence[str]) -> bool:
    long = [w for w in words if len(w) >= LONG]
    return len(long) > 2 and sum(w[0].isupper() for w in long) >= SHARE * len(long)


def _acronym(word: str, written: str) -> bool:
    """Whether a shouted word is an acronym: its listed name is one, or it has no vowel."""
    if written:
        return written.isupper() and len(word) <= ACRONYM
    return not set(word) & set("AEIOUYÀÁÂÃÄÅÈÉÊËÌÍÎÏÒÓÔÕÖØÙÚÛÜÝ")


def _particles() -> frozenset[str]:
    return frozenset(load("pipeline")["small_words"])


def _stems(word: str) -> Iterator[str]:
    """Forms that a verb or noun in an ending may go back to."""
    low = word.lower()
    for ending, put in (("ies", "y"), ("es", ""), ("s", ""), ("ed", ""), ("d", ""), ("ing", ""), ("ing", "e")):
        if low.endswith(ending) and len(low) > len(ending) + 2:
            yield low.removesuffix(ending) + put
