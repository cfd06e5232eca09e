"""``vocab/positions.yaml`` as sets."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from comity.vocab import load

SETS = (
    "feeling",
    "siding",
    "refused",
    "verdicts",
    "lasting",
    "siding_with",
    "holding",
    "stating",
    "needing_mark",
    "marks",
    "expressing",
    "with_phrase",
    "naming",
    "courtesies",
    "clause_only",
    "underlining",
    "sided",
    "trusting",
    "receiving",
    "guests",
    "stirring",
    "stirred",
    "telling",
    "declining",
    "silence",
    "apart",
    "trustful",
    "staying",
    "thanking",
    "wronging",
    "opined",
    "held_by",
    "mattering",
    "pleased",
    "occasions",
    "outcomes",
    "undecided",
    "unrecognised",
)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """``vocab/positions.yaml`` as sets."""

    feeling: frozenset[str]
    siding: frozenset[str]
    siding_with: frozenset[str]
    refused: frozenset[str]
    verdicts: frozenset[str]
    lasting: frozenset[str]
    holding: frozenset[str]
    stating: frozenset[str]
    needing_mark: frozenset[str]
    marks: frozenset[str]
    expressing: frozenset[str]
    with_phrase: frozenset[str]
    naming: frozenset[str]
    courtesies: frozenset[str]
    clause_only: frozenset[str]
    underlining: frozenset[str]
    sided: frozenset[str]
    trusting: frozenset[str]
    receiving: frozenset[str]
    guests: frozenset[str]
    stirring: frozenset[str]
    stirred: frozenset[str]
    telling: frozenset[str]
    declining: frozenset[str]
    silence: frozenset[str]
    apart: frozenset[str]
    trustful: frozenset[str]
    staying: frozenset[str]
    thanking: frozenset[str]
    wronging: frozenset[str]
    opined: frozenset[str]
    held_by: frozenset[str]
    mattering: frozenset[str]
    pleased: frozenset[str]
    occasions: frozenset[str]
    outcomes: frozenset[str]
    blaming: frozenset[str]
    undecided: frozenset[str]
    unrecognised: frozenset[str]
    refusing: dict[str, frozenset[str]]
    results: dict[str, frozenset[str]]
    nouns: dict[str, frozenset[str]]


@cache
def lexicon() -> Lexicon:
    """The lexicon of stances."""
    data = load("positions")
    sets = {name: frozenset(data[name]) for name in SETS}
    results = {verb: frozenset(words) for verb, words in data["results"].items()}
    refusing = {verb: frozenset(words) for verb, words in data["refusing"].items()}
    nouns = {noun: frozenset(words) for noun, words in data["nouns"].items()}
    blaming = frozenset(load("events")["accusing"]["blame"])
    return Lexicon(**sets, blaming=blaming, refusing=refusing, results=results, nouns=nouns)
