"""Ranks: "the largest trading partner of X" is an indicator of value 1."""

from __future__ import annotations

from comity.extract.indicators.figures import Figure
from comity.extract.indicators.lexicon import base, lexicon
from comity.extract.indicators.sides import Side, named, side_of
from comity.language.reading import Reading
from comity.language.syntax import Token

HOLDING = frozenset({"nsubj", "nsubj:pass", "obj", "nmod:poss", "appos"})
OWNER_CASES = frozenset({"of", "for", "to", "in"})


def rank_of(reading: Reading, figure: Figure) -> tuple[Token, Side | None, Side | None] | None:
    """The ranked noun, whose rank it is told for, and who holds it; None where no state ranks its relations."""
    noun = _ranked(figure)
    if noun is None:
        return None
    owner = _owner(reading, noun) or _shared(reading, noun)
    if owner is None:
        return None
    holder = next((s for s in _holder(reading, noun) if s.name != owner.name), None)
    return noun, owner, holder


def _ranked(figure: Figure) -> Token | None:
    token = figure.head
    for _ in range(3):
        wanted = lexicon().ranks.get(base(token))
        if wanted is not None and token.i >= figure.last:
            return token if not wanted or wanted & _modifiers(token) else None
        token = token.head
    return None


def _modifiers(noun: Token) -> set[str]:
    return {t.lemma for c in noun.children if c.dep in {"compound", "amod", "nmod"} for t in (c, *c.children)}


def _owner(reading: Reading, noun: Token) -> Side | None:
    """ "Cambodia's …", "… in Cambodia", "… of foreign tourists for Vietnam"."""
    for child in noun.children:
        if child.dep == "nmod:poss" and (found := next(iter(named(reading, child)), None)):
            return found
    inside = [c for c in noun.children if c.dep in {"nmod", "obl"}]
    for child in [*inside, *(d for c in inside for d in c.children)]:
        cases = {c.lower for c in child.children if c.dep == "case"}
        if cases & OWNER_CASES and (found := next(iter(named(reading, child)), None)):
            return found
    own = [c for c in noun.children if c.dep == "amod"]
    return next((s for c in own if (s := side_of(reading, reading.mention_at(c)))), None)


def _shared(reading: Reading, noun: Token) -> Side | None:
    """ "The largest partner and third largest investor of X", "X's largest partner and largest buyer"."""
    first = noun.head if noun.dep == "conj" else noun
    for other in first.conjuncts:
        if other is not noun and base(other) in lexicon().ranks and (found := _owner(reading, other)):
            return found
    return None


def _holder(reading: Reading, noun: Token) -> list[Side]:
    """The subject of "is", the object of "makes", the owner of "continued ranking as"."""
    if found := named(reading, noun.subject() or noun.child("nsubj")):
        return found
    if noun.dep == "appos" and (found := named(reading, noun.head)):
        return found
    for above in noun.ancestors():
        for child in above.children:
            if child.i < noun.i and child.dep in HOLDING and (found := named(reading, child)):
                return found
    return []
