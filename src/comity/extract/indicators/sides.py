"""Whose figure it is: the reporting, owing or exporting side (``area``) and the other one (``counterpart``)."""

from __future__ import annotations

from dataclasses import dataclass

from comity.extract.indicators.figures import Figure
from comity.extract.indicators.lexicon import base, lexicon
from comity.language.entities import Mention
from comity.language.reading import Reading
from comity.language.syntax import SUBJECTS, Token

OWNING = frozenset({"nmod:poss", "amod", "compound", "nmod:unmarked"})
DEPTH = 3


@dataclass(frozen=True, slots=True)
class Side:
    """A state or union of states with the words that name it."""

    name: str
    first: int
    last: int


Sides = tuple[Side | None, Side | None]


def side_of(reading: Reading, mention: Mention | None) -> Side | None:
    """The state that a name stands for, its capital, people or adjective; None for other names and for
    a state whose currency is meant ("U.S. $5").
    """
    if mention is None or reading.tokens[min(mention.end, len(reading.tokens) - 1)].tag == "$":
        return None
    entity = mention.entity
    name = lexicon().unions.get(entity.name, entity.name)
    if entity.kind == "state" or (entity.kind == "org" and not entity.iso3 and (entity.known or name != entity.name)):
        return Side(name, mention.start, mention.end - 1)
    if entity.iso3 and entity.subtype in {"capital", "government"}:
        return Side(reading.references.state(entity.iso3), mention.start, mention.end - 1)
    return None


def named(reading: Reading, token: Token | None) -> list[Side]:
    """The states that a phrase stands for, pronouns and pairs ("the two countries") resolved."""
    if token is None:
        return []
    out = [s for t in token.conjuncts if (s := side_of(reading, reading.mention_at(t)))]
    if out:
        return out
    actors = reading.actors(token)
    named_states = [Side(a.name, a.start, a.end - 1) for a in actors if a.kind == "state"]
    acting = [
        Side(reading.references.state(a.iso3), a.start, a.end - 1) for a in actors if a.kind == "person" and a.iso3
    ]
    return named_states or acting or _beside(reading, token)


def _beside(reading: Reading, token: Token) -> list[Side]:
    """The states that modify or specify a common noun ("exporters Australia and New Zealand", "Chinese brands")."""
    inner = [t for c in token.children if c.dep in OWNING | {"appos", "flat"} for t in c.conjuncts]
    return [s for t in inner if (s := side_of(reading, reading.mention_at(t)))]


def sides(reading: Reading, figure: Figure) -> Sides:
    """``area`` and ``counterpart`` of a figure; None where the clause does not tell."""
    assert figure.measure is not None
    noun = figure.noun
    owners, toward, hosts = _around(reading, noun) if noun is not None else ([], [], [])
    subjects = _subjects(reading, figure)
    if figure.rule == "flow" and figure.verb is not None:
        owners = [*owners, *(_moved(reading, figure.verb, "from") if figure.measure.name == "exports" else [])]
        toward = [*toward, *_moved(reading, figure.verb, "to"), *_moved(reading, figure.verb, "from")]
    if figure.whole is not None:
        return _apart([*owners, *hosts, *subjects], [*subjects, *toward])
    if figure.measure.side == "pair":
        return _pair(reading, [*owners, *hosts, *toward, *subjects])
    if figure.measure.side == "place":
        return _apart([*hosts, *owners], toward)
    if figure.measure.side == "host":
        return _apart([*hosts, *_objects(reading, figure), *subjects, *owners], [*toward, *owners])
    if figure.measure.name == "tariff":
        return _apart([*owners, *hosts, *subjects, *toward], [*toward, *_targets(reading, figure)])
    if figure.rule == "verb":
        area, other = _apart([*subjects, *owners, *hosts], [*toward, *hosts, *owners])
    else:
        area, other = _apart([*owners, *subjects, *hosts], [*toward, *hosts])
    return (area or _partner(reading, other)), other


def _moved(reading: Reading, verb: Token, way: str) -> list[Side]:
    """States that a flow goes to or comes from: "sends 20 million cubic metres of gas a day to Argentina"."""
    near = [c for c in verb.children if c.i > verb.i]
    behind = [*near, *(g for c in near for g in c.children if g.dep == "nmod")]
    moved = (c for c in behind if any(x.lower == way for x in c.all("case")) or (c.dep == "iobj" and way == "to"))
    return [s for c in moved for s in named(reading, c)]


def _partner(reading: Reading, other: Side | None) -> Side | None:
    """The other one of the pair that the text is about."""
    pair = reading.pair()
    rest = [name for name in pair if other is not None and name != other.name]
    return Side(rest[0], -1, -1) if len(pair) == 2 and len(rest) == 1 else None


def _targets(reading: Reading, figure: Figure) -> list[Side]:
    """States that a tariff is put on: "tariffs of 60 percent on Chinese goods"."""
    inner = [*figure.head.children, *(figure.verb.children if figure.verb is not None else [])]
    aimed = [c for c in inner if any(x.dep == "case" and x.lower in {"on", "against"} for x in c.children)]
    return [s for c in aimed for s in named(reading, c)]


def _apart(area: list[Side], other: list[Side]) -> Sides:
    """The first of each list, the two never the same; an area that can only be the counterpart stays so."""
    own = next(iter(area), None)
    return own, next((s for s in other if own is None or s.name != own.name), None)


def _pair(reading: Reading, found: list[Side]) -> Sides:
    """Trade belongs to two: the named ones, filled up from the pair that the text is about."""
    distinct = list({s.name: s for s in reversed(found)}.values())[::-1]
    if len(distinct) >= 2:
        return distinct[0], distinct[1]
    pair = [Side(name, -1, -1) for name in reading.pair()]
    if not distinct:
        return (pair[0], pair[1]) if len(pair) == 2 else (None, None)
    rest = [s for s in pair if s.name != distinct[0].name]
    return distinct[0], rest[0] if len(rest) == 1 else None


def _around(reading: Reading, noun: Token) -> tuple[list[Side], list[Side], list[Side]]:
    """States in the phrase of the measure: who owns it, towards whom, and where it goes."""
    owners: list[Side] = []
    toward: list[Side] = []
    hosts: list[Side] = []
    words = lexicon().words
    stack: list[tuple[Token, str, int]] = [(c, "", 0) for c in noun.children]
    if (own := side_of(reading, reading.mention_at(noun))) is not None:
        owners.append(own)
    owners += [s for c in noun.children if c.dep == "nmod:poss" and c.tag == "PRP$" for s in named(reading, c)]
    while stack:
        token, inherited, depth = stack.pop(0)
        if token.dep in {"acl:relcl", "acl", "appos", "parataxis", "punct", "case"} or token.is_verb:
            continue
        case = next(
            (c.lower for c in token.children if c.dep == "case" and c.lower in words["toward"] | words["owner"]), ""
        )
        case = inherited or case
        if case == "from" and base(noun) in words["leaving"]:
            case = "of"
        if (found := side_of(reading, reading.mention_at(token))) is not None:
            (
                owners if case in {"", "of", "by"} else hosts if case in words["host"] - words["toward"] else toward
            ).append(found)
            if case in words["host"] & words["toward"]:
                hosts.append(found)
        if depth < DEPTH:
            stack += [
                (c, case if token.dep in {"nmod", "obl", "conj"} and case not in {"of", "in", ""} else "", depth + 1)
                for c in token.children
            ]
    return owners, toward, hosts


def _subjects(reading: Reading, figure: Figure) -> list[Side]:
    """States that are subject of the clause, or of the one above where the measure itself is the subject."""
    start = figure.noun or figure.head
    above = (t for t in start.ancestors() if t.is_verb or t.child(*SUBJECTS))
    for verb in (figure.verb, next(above, None)):
        subject = (verb.child(*SUBJECTS) or verb.subject()) if verb is not None else None
        if subject is not None and subject is not figure.noun:
            relative = verb is not None and verb.dep == "acl:relcl" and subject.tag in {"WP", "WDT"}
            return named(reading, verb.head if relative and verb is not None else subject)
    return []


def _objects(reading: Reading, figure: Figure) -> list[Side]:
    """States that are visited, entered or crossed into, also through their border."""
    noun = figure.noun
    verb = noun.head if noun is not None else None
    if verb is None or not verb.is_verb:
        return []
    behind = [c for c in verb.children if c.dep in {"obj", "obl"} and c is not noun and c.i > verb.i]
    inner = [*behind, *(t for c in behind for t in c.children if t.dep == "nmod")]
    return [s for t in inner for s in named(reading, t)]
