"""Phrases made comparable: folded, stemmed content words, and how alike two sets of them are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

import snowballstemmer

from comity.language.folding import fold
from comity.vocab import load

JOINED = re.compile(r"\b(co|all|two)-(?=op|or|round|way)")
"""Hyphens that some write and others leave out ("co-operation")."""


SHORT = re.compile(r"(\d)\s?(mn?|mln|bn|b|tn|k)\b")
"""Figures in the short form of headlines ("$500m")."""

WORD = re.compile(r"\d+\+\d+|[^\W_]+")


@cache
def _lexicon() -> tuple[frozenset[str], frozenset[str], dict[str, str], float]:
    lists = load("matching")
    generic = frozenset(_stem(word) for word in lists["generic"])
    return frozenset(lists["stop"]), generic, lists["variants"], float(lists["generic_weight"])


@cache
def _scales() -> dict[str, str]:
    scales: dict[str, str] = load("matching")["scales"]
    return scales


@cache
def _phrases() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(rf"\b{pattern}\b"), word) for pattern, word in load("matching")["phrases"].items())


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    return str(snowballstemmer.stemmer("english").stemWord(word))


@lru_cache(maxsize=65536)
def words(text: str) -> frozenset[str]:
    """The content words of a phrase: folded, variants united ("defence" and "defense"), stemmed."""
    stop, _, variants, _ = _lexicon()
    said = SHORT.sub(lambda m: f"{m[1]} {_scales()[m[2]]}", JOINED.sub(r"\1", fold(text)))
    for pattern, word in _phrases():
        said = pattern.sub(word, said)
    plain = [word for word in WORD.findall(said) if word not in stop]
    united = " ".join(variants.get(word, word) for word in plain).split()
    return frozenset(_stem(word) for word in united)


def weight(stems: Iterable[str]) -> float:
    """How much a set of words says: generic ones ("cooperation") weigh little."""
    _, generic, _, little = _lexicon()
    return sum(little if stem in generic else 1.0 for stem in stems)


def telling(stems: frozenset[str]) -> frozenset[str]:
    """The words that are not generic."""
    return stems - _lexicon()[1]


def likeness(a: frozenset[str], b: frozenset[str]) -> float:
    """Weighted overlap of two sets of words, from 0 to 1 (generalised Jaccard)."""
    together = weight(a | b)
    return weight(a & b) / together if together else 0.0


def covers(a: frozenset[str], b: frozenset[str]) -> float:
    """How much of what the shorter phrase says the other says too, from 0 to 1."""
    least = min(weight(a), weight(b))
    return weight(a & b) / least if least else 0.0
