"""What flows and what a poll finds: figures that a verb measures, not a noun.

"1.3 million tonnes of goods passed through X", "supplies Y with 450 megawatts", "59 percent opposed it".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from comity.extract.indicators.figures import Figure, is_people
from comity.extract.indicators.lexicon import Measure, base, lexicon
from comity.language.syntax import SUBJECTS, Token

FLOWING = frozenset({"mass", "volume", "power", "energy"})
"""Families of units in which flows are measured."""
CURRENT = frozenset({"power", "energy"})
PERIODS = frozenset({"day", "week", "month", "year", "hour", "night"})
RESPONDING = frozenset({"respondent", "voter", "adult", "those", "population", "public"})
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
    if verb is not None and figure.family not in CURRENT and verb.lemma in lex.words["output_verbs"]:
        measure = lex.measures["output"]
    if verb is None or measure is None or (figure.quantity.value < lex.limits["least_flow"] and not current):
        return None
    if of is not None and base(of) in lex.words["commodities"]:
        return Found(of, measure, "flow", verb)
    sold = measure.name in {"exports", "imports"} and _named(figure)
    return Found(verb, measure, "verb", verb) if current or sold else None


def _named(figure: Figure) -> bool:
    """ "Exporters of wheat, who sold X 5 million tonnes": what is sold stands elsewhere in the sentence."""
    return any(base(t) in lexicon().words["commodities"] for t in figure.head.sentence.tokens)


def _of(phrase: Token) -> bool:
    return any(c.lower == "of" for t in (phrase, *phrase.all("det")) for c in t.all("case"))


def regular(counted: Token) -> bool:
    """Whether things are counted by the day or week ("300 lorries a day")."""
    tokens = counted.sentence.tokens
    behind = [t.lower for t in tokens[counted.i + 1 - tokens[0].i :]]
    return "daily" in behind or any(a in {"a", "per", "each", "every"} and b in PERIODS for a, b in pairwise(behind))


def _answered(tokens: Sequence[Token]) -> Token | None:
    """ "61 per cent of Finns back the closure", where the tree takes the verb for something else."""
    people = next((t for t in tokens[:3] if is_people(t) or t.lemma in RESPONDING), None)
    if people is None:
        return None
    behind = next((t for t in tokens if t.i > people.i), None)
    return behind if behind is not None and behind.lower in lexicon().words["opinion_verbs"] else None


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
    if [t.lower for t in tokens[at : at + 1]] == ["of"] and (said := _answered(tokens[at + 1 : at + FAR])) is not None:
        return Found(said, measures["opinion"], "asked", None)
    for token in tokens[at : at + FAR]:
        if token.text in {",", ";", "."} or token.tag == "CD":
            return None
        if token.lower in words["sides_taken"]:
            return Found(token, measures["opinion"], "asked", None)
    return None
