"""``vocab/measures.yaml`` turned round: from word to what it measures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from comity.language.syntax import Token
from comity.vocab import load


@dataclass(frozen=True, slots=True)
class Measure:
    """A class of figures: its name, the families of units that fit, and who its ``area`` is."""

    name: str
    units: frozenset[str]
    side: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lexicon of measures, by lemma; ``modified`` holds nouns that measure only with one of their modifiers."""

    measures: Mapping[str, Measure]
    nouns: Mapping[str, Measure]
    modified: Mapping[str, Mapping[str, Measure]]
    verbs: Mapping[str, Measure]
    ranks: Mapping[str, frozenset[str]]
    families: Mapping[str, str]
    names: Mapping[str, str]
    signs: Mapping[str, int]
    bases: tuple[tuple[str, str], ...]
    goods_verbs: Mapping[str, Measure]
    flow_verbs: Mapping[str, Measure]
    things: Mapping[str, Measure]
    tolls: Mapping[str, Measure]
    trade_parts: Mapping[str, str]
    unions: Mapping[str, str]
    words: Mapping[str, frozenset[str]]
    limits: Mapping[str, int]


WORDS = (
    "carriers",
    "marks",
    "repeating",
    "share_verbs",
    "opinion_verbs",
    "people",
    "people_verbs",
    "people_moving",
    "current",
    "repeat_verbs",
    "aims",
    "other_verbs",
    "goods",
    "compared",
    "comparing",
    "closing",
    "toward",
    "host",
    "owner",
    "leaving",
    "commodities",
    "things_verbs",
    "polls",
    "sides",
    "sides_taken",
    "helping",
    "toll_nouns",
    "output_verbs",
    "single_acts",
    "paid_verbs",
    "weighing_verbs",
)
LIMITS = (
    "least_flow",
    "least_traffic",
    "least_things",
    "least_people",
    "least_votes",
    "least_bare",
    "least_toll",
    "basis_reach",
    "period_reach",
)


def base(token: Token) -> str:
    """The lemma of a noun, also where the lemmatizer left a plural as it stands."""
    lemma = token.lemma
    return lemma[:-1] if token.tag in {"NNS", "NNPS"} and len(lemma) > 3 and lemma.endswith("s") else lemma


@cache
def lexicon() -> Lexicon:
    """The lexicon, read once."""
    data: dict[str, Any] = load("measures")
    measures = {n: Measure(n, frozenset(m["units"]), m["side"]) for n, m in data["measures"].items()}
    modified: dict[str, dict[str, Measure]] = {}
    for name, measure in data["measures"].items():
        for noun, modifiers in measure["modified"].items():
            modified.setdefault(noun, {}).update(dict.fromkeys(modifiers, measures[name]))
    return Lexicon(
        measures=measures,
        nouns={w: measures[n] for n, m in data["measures"].items() for w in m["nouns"]},
        modified=modified,
        verbs={w: measures[n] for n, m in data["measures"].items() for w in m["verbs"]},
        ranks={noun: frozenset(modifiers) for noun, modifiers in data["ranks"].items()},
        families={u: family for family, units in data["unit_families"].items() for u in units},
        names=data["unit_names"],
        signs={w: sign for way, sign in (("up", 1), ("down", -1)) for w in data["change"][way]},
        bases=_bases(data["change_basis"]),
        goods_verbs={verb: measures[name] for verb, name in data["goods_verbs"].items()},
        flow_verbs={verb: measures[name] for verb, name in data["flow_verbs"].items()},
        things={noun: measures[name] for noun, name in data["things"].items()},
        tolls={word: measures[name] for word, name in data["tolls"].items()},
        trade_parts=data["trade_parts"],
        unions=data["unions"],
        words=_words(data),
        limits={name: data[name] for name in LIMITS},
    )


def _bases(data: Mapping[str, list[str]]) -> tuple[tuple[str, str], ...]:
    """Phrases with the basis they tell, the longest first."""
    return tuple(sorted(((p, name) for name, ps in data.items() for p in ps), key=lambda x: -len(x[0])))


def _words(data: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    words = {name: frozenset(data[name]) for name in WORDS}
    return words | {name: frozenset(data["change"][name]) for name in ("before", "after", "not_up")}
