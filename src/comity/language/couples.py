"""Where two states or their people act together: "A of X and B of Y met", "talks between X and Y"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from comity.language.entities import Mention
from comity.language.syntax import Token

TOGETHER, JOINED = 3, 5
"""What two states weigh, each, that act together, and that a hyphen joins."""
COUPLING = 9
"""So many tokens may stand between two names that are coordinated (a title, a comma, "and")."""
BEFORE = 6
"""So many tokens before a name are searched for "between" and for its being a subject."""


def coupled(mentions: Sequence[Mention], tokens: Sequence[Token]) -> Iterator[tuple[int, tuple[str, str]]]:
    """Token of the second name of each couple, and the two states (ISO 3166 alpha-3), in order of the text.

    Mere lists ("stops in X and Y") do not count.
    """
    for first, second in pairwise(mentions):
        between = tokens[first.end : second.start]
        states = (first.entity.iso3, second.entity.iso3)
        named = {first.entity.kind, second.entity.kind} <= {"person", "state"} and all(states)
        if not named or states[0] == states[1] or len(between) > COUPLING or first.form == "demonym":
            continue
        joined = [t for t in between if t.lower in {"and", "with"}]
        if joined and not any(t.is_verb or t.text in {";", "."} for t in between) and _acting(first, tokens):
            yield second.start, (states[0], states[1])


def hyphened(mentions: Sequence[Mention], tokens: Sequence[Token]) -> Iterator[tuple[str, str]]:
    """Two states that a hyphen joins: "the Thailand-Cambodia border", "Thai-Cambodian trade"."""
    for first, second in pairwise(mentions):
        joined = first.end + 1 == second.start and tokens[first.end].text in {"-", "–"}
        if joined and first.entity.kind == second.entity.kind == "state" and first.entity.iso3 != second.entity.iso3:
            yield first.entity.iso3, second.entity.iso3


def weights(couples: Iterable[tuple[int, tuple[str, str]]], joined: Iterable[tuple[str, str]]) -> Counter[str]:
    """What the couples that act together, and those that a hyphen joins, weigh for each state."""
    out: Counter[str] = Counter()
    for _, couple in couples:
        out.update(dict.fromkeys(couple, TOGETHER))
    for pair in joined:
        out.update(dict.fromkeys(pair, JOINED))
    return out


def beside_persons(mentions: Sequence[Mention]) -> frozenset[int]:
    """Where the adjectives stand that only say whose a person's title is: "the Malaysian prime minister X"."""
    return frozenset(
        first.start
        for first, second in pairwise(mentions)
        if first.form == "demonym"
        and second.entity.kind == "person"
        and second.entity.iso3 == first.entity.iso3
        and any(title.start <= first.start < title.end for title in second.titles)
    )


def _acting(mention: Mention, tokens: Sequence[Token]) -> bool:
    """Whether a name stands as subject, or after "between"."""
    before = tokens[max(0, mention.start - BEFORE) : mention.start]
    if any(t.lower == "between" for t in before):
        return True
    near = (*before, *tokens[mention.start : mention.end])
    here = tokens[mention.start].sentence
    return any(t.dep in {"nsubj", "nsubj:pass"} for t in near if t.sentence is here)
