"""Standing frameworks that parties invoke: conventions, codes, pacts and initiatives known by name."""

from __future__ import annotations

from functools import cache

from comity.extract.draft import Draft
from comity.extract.things.sides import state_actors
from comity.extract.things.stating import stated
from comity.extract.things.times import date_of
from comity.language.entities import Mention
from comity.language.gazetteer import fold
from comity.language.reading import Reading
from comity.language.syntax import Token
from comity.vocab import load, rows

_REACH = 12
BOTH = 2


@cache
def _instruments() -> dict[str, tuple[str, str, str, str]]:
    """Canonical name to instrument type, status, year and parties, from ``vocab/instruments.tsv``."""
    return {row[0].lstrip("~"): (row[1], row[2], row[3], row[4]) for row in rows("instruments")}


@cache
def _invoking() -> dict[str, str]:
    return {word: stage for stage, ws in load("agreements")["invoking"].items() for word in ws}


def standing(reading: Reading) -> list[Draft]:
    """One draft for each standing instrument that the text says parties do something with."""
    made: dict[str, Draft] = {}
    for mention in reading.references.mentions:
        entity = mention.entity
        if entity.kind != "instrument" or entity.name not in _instruments() or is_corridor(entity.name):
            continue
        head = reading.tokens[mention.start]
        if head.sentence.block.zone == "headline" or not is_meant(reading, entity.name):
            continue
        word = _invoked(reading, mention)
        if word is None:
            continue
        if entity.name in made:
            made[entity.name].quote(reading.quote(head.sentence))
        else:
            made[entity.name] = _draft(reading, mention, word)
    return list(made.values())


def is_meant(reading: Reading, name: str) -> bool:
    """Whether a text can mean a standing instrument of two parties: it names them (there is more than one CEPA).

    What one state concludes with several under one title ("Reciprocal Access Agreement") is no one instrument.
    """
    known = [iso3 for iso3 in _instruments()[name][3].split("|") if iso3] if name in _instruments() else []
    return len(known) != 1 and (len(known) != BOTH or bool(set(known) & reading.references.parties))


def is_corridor(name: str) -> bool:
    """Whether a standing plan is a corridor, which is built and therefore a project."""
    return fold(name).lower().split()[-1] in load("agreements")["corridors"]


def _invoked(reading: Reading, mention: Mention) -> Token | None:
    """The word that says what is done with it: a governor in the tree, else the nearest before it."""
    head = _head(reading, mention)
    before = mention.start - 1
    while before > head.sentence.tokens[0].i and reading.tokens[before].tag in {"DT", "CD", "JJ"}:
        before -= 1
    if reading.tokens[before].lower == "under":
        return reading.tokens[before]
    for up in head.ancestors():
        if up.lemma in _invoking() or up.lower in _invoking():
            return up
    first = head.sentence.tokens[0].i
    for i in range(mention.start - 1, max(first, mention.start - _REACH) - 1, -1):
        token = reading.tokens[i]
        if token.lemma in _invoking() or token.lower in _invoking():
            return token
    return None


def _head(reading: Reading, mention: Mention) -> Token:
    """The word of a name whose governor lies outside it."""
    inside = reading.tokens[mention.start : mention.end]
    return next((t for t in inside if not mention.start <= t.head.i < mention.end), inside[-1])


def _parties(reading: Reading, mention: Mention, word: Token, known: str) -> tuple[str, ...]:
    """Its own parties where they are few; else whose the text says it is, or the several who invoke it."""
    if known:
        return tuple(reading.references.state(iso3) for iso3 in known.split("|"))
    owner = _head(reading, mention).child("nmod:poss")
    if owner is not None:
        return tuple(a.name for a in reading.actors(owner) if a.kind == "state")
    verb = next((t for t in (word, *word.ancestors()) if t.is_verb and t.subject() is not None), None)
    subject = (verb.child("obl:agent") or verb.subject()) if verb is not None else None
    doers = state_actors(reading, subject) if subject is not None else []
    several = len(doers) > 1 or _invoking().get(word.lemma, "in_force") not in {"in_force", "under_negotiation"}
    return tuple(a.name for a in doers) if several else ()


def _draft(reading: Reading, mention: Mention, word: Token) -> Draft:
    kind, status, year, parties = _instruments()[mention.entity.name]
    stage = _invoking().get(word.lemma) or _invoking().get(word.lower, "in_force")
    made = stated(
        reading, "agreement", f"agreement.standing.{word.lemma}", word, reading.tokens[mention.start].sentence
    )
    made.at = mention.start
    last = mention.end - 1
    tokens = reading.tokens
    if last + 3 < len(tokens) and tokens[last + 1].text == "(" and tokens[last + 3].text == ")":
        last += 3
    made.put("title", reading.text_of(mention.start, last), reading.words(mention.start, last))
    made.put("instrument_type", kind)
    made.put("status", status if stage in {"in_force", "under_negotiation"} else stage)
    made.put("parties", _parties(reading, mention, word, "" if stage in {"terminated", "signed"} else parties))
    if stage not in {"in_force", "under_negotiation"} and (date := date_of(reading, word)) is not None:
        made.put("date", date.edtf, reading.span(date.span.start, date.span.end), basis=date.basis)
    if year and any(t.text == year for t in tokens[max(0, mention.start - 2) : last + 1]):
        made.put("date", year)
    return made
