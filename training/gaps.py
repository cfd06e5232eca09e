"""What GUM's layer of names leaves out, so that nobody learns from it that these are no names.

The layer is derived: a name is marked only where the phrase of the person, place or body consists of nothing else.
No name is marked that has a word in it which Universal Dependencies calls an adjective or a participle ("New York",
"University of Southern Indiana"), hardly any that an adjective stands before ("southern Iraq"), and none that a place
stands behind ("Sydney, Australia"). Other names that the gazetteer knows are left out here and there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from comity.language.gazetteer import gazetteer
from comity.vocab import load
from training.convert import UNKNOWN, Sentence

PROPER = frozenset({"NNP", "NNPS"})
JOINING = frozenset({"of", "the", "and", "for", "&", "-"})
RUN = re.compile("P(?:j{0,2}P)*")


class Word(NamedTuple):
    """What the layer goes by: Penn tag, part of speech, relation, and the position of the head."""

    tag: str
    pos: str
    dep: str
    head: int


def unmarkable(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether the layer leaves out a name of the words ``[start, end)``: for what is in it, or what is said with it."""
    if any(word.tag in PROPER and word.pos in {"ADJ", "VERB"} for word in words[start:end]):
        return True
    outside = (word for i, word in enumerate(words) if start <= word.head < end and not start <= i < end)
    return any(word.dep == "amod" or (word.dep == "nmod:unmarked" and word.pos == "PROPN") for word in outside)


def with_gaps(sentence: Sentence) -> Sentence:
    """The sentence with ``UNKNOWN`` for the words that may belong to a name the layer leaves out."""
    words = list(map(Word, sentence.tags, sentence.pos, sentence.deps, sentence.heads))
    names = list(sentence.names)
    for start, end in _runs(sentence):
        if unmarkable(words, start, end) or _listed(sentence.words[start:end]):
            names[start:end] = [UNKNOWN if name == "O" else name for name in names[start:end]]
    return replace(sentence, names=names)


def _runs(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Maximal stretches ``[start, end)`` of proper nouns, with the small words that join them."""
    words = zip(sentence.words, sentence.tags, strict=True)
    kinds = ("P" if tag in PROPER else "j" if word in JOINING else " " for word, tag in words)
    return (run.span() for run in RUN.finditer("".join(kinds)))


def _listed(words: Sequence[str]) -> bool:
    """Whether the gazetteer has the words as a name; the name of a people is one in the plural only."""
    entry = gazetteer().match(words, 0)
    if entry is None or entry.length < len(words) or words[0].lower() in load("bodies")["not_names"]:
        return False
    return entry.kind != "demonym" or words[-1].endswith("s")
