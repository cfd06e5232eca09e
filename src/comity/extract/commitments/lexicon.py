"""``vocab/commitments.yaml`` turned round: from a word to what it governs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from comity.vocab import load

SETS = (
    "weak",
    "expressing",
    "circumstances",
    "of_the_other",
    "everybody",
    "reaffirming",
    "stance",
    "continuing",
    "events",
    "empty",
    "contrasting",
    "negations",
)
VERB_SETS = (
    "naming",
    "wanting",
    "binding",
    "asides",
    "conditional_wishes",
    "deeds",
    "works",
    "stages",
    "insisting",
    "promising",
    "texts",
    "owing",
    "requesting",
    "whole",
    "leaving",
    "expelled",
    "events_with_object",
    "receptions",
    "talking",
    "uttering",
    "mutual",
    "event_objects",
    "gifts",
    "concluded",
    "occasions",
    "purposes",
    "befalling",
    "possible",
    "setting",
    "carrying_on",
    "banning",
    "rules",
    "directed",
    "sought",
    "alleged",
    "informing",
    "lasting",
    "going",
    "wanted",
    "not_deeds",
    "going_on",
    "opposite",
    "public",
    "people",
    "until",
    "concluding",
    "had",
    "courtesies",
    "telling",
    "no_deeds",
    "believing",
    "single",
)


@dataclass(frozen=True, slots=True)
class Governor:
    """A verb that governs a future act: the modality it gives, and whether it takes a clause, a phrase or both."""

    modality: str
    clause: bool = True
    phrase: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Governing verbs, adjectives, nouns and modals; the prepositions they take; and the other word lists by name."""

    verbs: dict[str, Governor]
    adjectives: dict[str, str]
    nouns: dict[str, str]
    modals: dict[str, str]
    prepositions: dict[str, frozenset[str]]
    noun_prepositions: dict[str, frozenset[str]]
    phrasal: dict[str, frozenset[str]]
    terms: dict[str, frozenset[str]]
    sets: dict[str, frozenset[str]]


@cache
def lexicon() -> Lexicon:
    """The lexicon, built once."""
    data: dict[str, Any] = load("commitments")
    verbs: dict[str, Governor] = {}
    for modality, group in data["verbs"].items():
        for verb in (*group["clause"], *group["phrase"]):
            verbs.setdefault(verb, Governor(modality, verb in group["clause"], verb in group["phrase"]))
    return Lexicon(
        verbs=verbs,
        adjectives={w: m for m, ws in data["adjectives"].items() for w in ws},
        nouns={w: m for m, ws in data["nouns"].items() for w in ws},
        modals=data["modals"],
        prepositions={word: frozenset(words) for word, words in data["prepositions"].items()},
        noun_prepositions={word: frozenset(words) for word, words in data["noun_prepositions"].items()},
        phrasal={word: frozenset(words) for word, words in data["phrasal"].items()},
        terms={word: frozenset(words) for word, words in data["terms"].items()},
        sets={name: frozenset(data[name]) for name in (*SETS, *VERB_SETS)},
    )
