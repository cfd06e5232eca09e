"""What flows and what a poll finds: figures that a verb measures, not a noun.

"1.3 million tonnes of goods passed through X", "supplies Y with 450 megawatts", "59 percent opposed it".
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from comity.extract.indicators.figures import Figure
from comity.extract.indicators.lexicon import Measure, base, lexicon
from comity.language.syntax import SUBJECTS, Token

FLOWING = frozenset({"mass", "volume", "power", "energy"})
"""Families of units in which flows are measured."""
CURRENT = frozenset({"power", "energy"})
PERIODS = frozenset({"day", "week", "month", "year", "hour", "night"})
FAR = 8
"""So many words behind a share may stand what those asked are for or against."""


@dataclass(frozen=True, slots=True)
class Found:
    """What measures a figure: the word that names it, its class, the rule, and the verb that says so."""

    noun: Token
    measure: Measure
    rule: str
    verb: Token | None


def flow_of(figure: Figure) -> Found | None:
    """ "1.3 million tonnes of goods passed through X", "delivers 2 million cubic metres of gas a day".

    Current needs no word for what flows ("exports 450 megawatts to X").
    """
    lex, current = lexicon(), figure.family in CURRENT
    of = next((c for c in figure.head.children if c.dep == "nmod" and _of(c)), None)
    verb = next((t for t in figure.head.ancestors() if t.is_verb), None)
    measure = lex.flow_verbs.get(verb.lemma) if verb is not None else None
    if verb is None or measure is None or (figure.quantity.value < lex.limits["least_flow"] and not current):
        return None
    if of is not None and base(of) in lex.words["commodities"]:
        return Found(of, measure, "flow", verb)
    return Found(verb, measure, "verb", verb) if current else None


def _of(phrase: Token) -> bool:
    return any(c.lower == "of" for t in (phrase, *phrase.all("det")) for c in t.all("case"))


def regular(counted: Token) -> bool:
    """Whether things are counted by the day or week ("300 lorries a day")."""
    tokens = counted.sentence.tokens
    behind = [t.lower for t in tokens[counted.i + 1 - tokens[0].i :]]
    return "daily" in behind or any(a in {"a", "per", "each", "every"} and b in PERIODS for a, b in pairwise(behind))


def polled(figure: Figure) -> Found | None:
    """ "A poll found that 59 percent opposed it, with 35 percent in favour"."""
    words, measures = lexicon().words, lexicon().measures
    if figure.sign or not any(t.lemma in words["polls"] for t in figure.head.sentence.tokens):
        return None
    verb = figure.head.head
    if figure.head.dep in SUBJECTS and verb.is_verb and verb.lemma in words["opinion_verbs"]:
        return Found(verb, measures["opinion"], "asked", verb)
    tokens = figure.head.sentence.tokens
    at = figure.last + 1 - tokens[0].i
    for token in tokens[at : at + FAR]:
        if token.text in {",", ";", "."} or token.tag == "CD":
            return None
        if token.lower in words["sides_taken"]:
            return Found(token, measures["opinion"], "asked", None)
    return None
