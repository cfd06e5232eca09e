"""Where two states or their people act together: "A of X and B of Y met", "talks between X and Y"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from comity.language.entities import Mention
from comity.language.gazetteer import gazetteer
from comity.language.syntax import Token
from comity.vocab import load

TOGETHER, JOINED = 3, 5
"""What two states weigh, each, that act together, and that a hyphen joins."""
EARLY = 8
"""So many mentions at the beginning count threefold when the pair of sides is told."""
COUPLING = 9
"""So many tokens may stand between two names that are coordinated (a title, a comma, "and")."""
BEFORE = 6
"""So many tokens before a name are searched for "between" and for its being a subject."""


def coupled(mentions: Sequence[Mention], tokens: Sequence[Token]) -> Iterator[tuple[int, tuple[str, str]]]:
    """Token of the second name of each couple, and the two sides as of ``side``, in order of the text.

    Mere lists ("stops in X and Y") do not count.
    """
    for first, second in pairwise(mentions):
        between = tokens[first.end : second.start]
        states = (side(first), side(second))
        if not all(states) or states[0] == states[1] or len(between) > COUPLING or first.form == "demonym":
            continue
        joined = [t for t in between if t.lower in {"and", "with"}]
        if joined and not any(t.is_verb or t.text in {";", "."} for t in between) and _acting(first, tokens):
            yield second.start, (states[0], states[1])


def side(mention: Mention) -> str:
    """For whom a name stands: a state (ISO 3166 alpha-3), a body of many states (its name), or empty for nobody."""
    entity = mention.entity
    if entity.kind == "org" and entity.subtype in load("references")["international"]:
        return entity.name
    return entity.iso3 if entity.kind in {"person", "state"} else ""


def hyphened(mentions: Sequence[Mention], tokens: Sequence[Token]) -> Iterator[tuple[str, str]]:
    """Two sides that a hyphen joins: "the Thailand-Cambodia border", "Thai-Cambodian trade", "the EU-Moldova pact"."""
    for first, second in pairwise(mentions):
        joined = first.end + 1 == second.start and tokens[first.end].text in {"-", "–"}
        states = (side(first), side(second))
        if (
            joined
            and "person" not in {first.entity.kind, second.entity.kind}
            and all(states)
            and states[0] != states[1]
        ):
            yield states


def weights(couples: Iterable[tuple[int, tuple[str, str]]], joined: Iterable[tuple[str, str]]) -> Counter[str]:
    """What the couples that act together, and those that a hyphen joins, weigh for each state."""
    out: Counter[str] = Counter()
    for _, couple in couples:
        out.update(dict.fromkeys(couple, TOGETHER))
    for pair in joined:
        out.update(dict.fromkeys(pair, JOINED))
    return out


def pair_of(
    mentions: Sequence[Mention],
    tokens: Sequence[Token],
    couples: Sequence[tuple[int, tuple[str, str]]],
    is_subject: Callable[[Mention], bool],
) -> tuple[str, ...]:
    """The two sides (see ``side``) that a document speaks of most; early mentions and couples weigh more."""
    weight: Counter[str] = Counter()
    told = beside_persons(mentions)  # counted with the person
    for rank, mention in enumerate(mentions):
        if mention.entity.iso3 and mention.start not in told and mention.entity.kind in {"state", "person"}:
            weight[mention.entity.iso3] += 3 if rank < EARLY else 1
        elif mention.entity.iso3 in gazetteer().states and mention.entity.kind == "org":
            weight[mention.entity.iso3] += 1
    weight += weights(couples, hyphened(mentions, tokens))
    weight.update(m.entity.name for m in mentions if m.entity.name in weight)
    if len(weight) < 2:
        capitals = [m for m in mentions if m.entity.subtype == "capital" and is_subject(m)]
        weight.update(m.entity.iso3 for m in capitals)
    return tuple(name for name, _ in weight.most_common(2))


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
