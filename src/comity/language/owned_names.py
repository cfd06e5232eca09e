"""Persons without a title whom their state owns: "Tanzania's Selemani Jafo and Kenya's Lee Kinyanjui undertook"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from comity.language.candidates import Candidate
from comity.language.gazetteer import Gazetteer
from comity.language.repairs.words import NAMES
from comity.language.syntax import Token
from comity.vocab import load

if TYPE_CHECKING:
    from comity.language.references import References

OWNING = frozenset({"'s", "’s"})
FEWEST, MOST = 2, 3
RANK = 6
"""Behind whatever a list or the model says of the same words."""


def owned_persons(gazetteer: Gazetteer, tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Two or three names behind "X's", before what a person does or another joined to him."""
    words = [t.text for t in tokens]
    for i in (i for i, word in enumerate(words) if word in OWNING and i):
        end = i + 1
        while end < len(tokens) and tokens[end].tag in NAMES and words[end].istitle() and words[end].isalpha():
            end += 1
        name = words[i + 1 : end]
        if not FEWEST <= len(name) <= MOST or not _acts(tokens, end) or not _is_state(gazetteer, words, i):
            continue
        if gazetteer.match(words, i + 1) is None and not {w.lower() for w in name} & _things():
            yield Candidate(i + 1, end, "person", RANK)


def _is_state(gazetteer: Gazetteer, words: Sequence[str], end: int) -> bool:
    """Whether a state or capital ends right before a word."""
    entries = ((gazetteer.match(words, i), i) for i in range(max(0, end - 4), end) if words[i][0].isupper())
    return any(e and i + e.length == end and e.kind in {"state", "capital"} for e, i in entries)


def _acts(tokens: Sequence[Token], end: int) -> bool:
    """Whether a verb, or a person joined by "and" or a comma, follows."""
    return end < len(tokens) and (tokens[end].tag in {"VBD", "VBZ", "MD"} or tokens[end].lower in {"and", ","})


@cache
def _things() -> frozenset[str]:
    """Words that head bodies and places or say what a post is for: no person's."""
    bodies = load("bodies")
    heads = {word for group in bodies["heads"].values() for word in group}
    listed = (*heads, *bodies["place_heads"], *bodies["not_names"], *bodies["portfolio_words"])
    return frozenset(word.lower() for word in listed)


def learn_owners(references: References) -> None:
    """Give persons of no state that of the name right before "'s"."""
    for mention in references.mentions:
        person = mention.entity
        if person.kind != "person" or person.iso3 or mention.start < 2:
            continue
        owner = references.at.get(mention.start - 2)
        if references.tokens[mention.start - 1].text in OWNING and owner and owner.entity.kind == "state":
            person.iso3 = owner.entity.iso3
