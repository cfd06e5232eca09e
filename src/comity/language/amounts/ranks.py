"""Ranks and ordinals: "the second-largest", "number one", "ranked third", "60th"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from comity.language.amounts.tokens import Phrases, Token, data, phrases, words


@cache
def _superlatives() -> Phrases:
    return Phrases({form: [form] for form in data()["superlatives"]})


@cache
def openings() -> frozenset[str]:
    """The words that a rank or an ordinal in words can begin with."""
    listed = (*phrases("rank_words").openings, *_superlatives().openings)
    return frozenset({*listed, *data()["ordinals"], *data()["numerals"]})


def rank(tokens: Sequence[Token], i: int) -> tuple[int, int] | None:
    """A rank that begins at token ``i``: its number and the first token behind it."""
    if (found := phrases("rank_words").at(tokens, i)) is not None:
        return (1, found[1]) if _low(tokens, found[1]) not in data()["numerals"] else None
    read = ordinal(tokens, i)
    place, k = read if read is not None and read[1] <= i + 2 else (None, i)
    if place is not None:
        if _low(tokens, k) == "-":
            k += 1
        elif _ranked(tokens, i) or _partner(tokens, k):
            return place, k
    return _superlative(tokens, i, k, place)


def _superlative(tokens: Sequence[Token], i: int, k: int, place: int | None) -> tuple[int, int] | None:
    found = _superlatives().at(tokens, k)
    if found is None:
        return None
    form, end = found
    if _low(tokens, end) in words("no_rank_after") or (_low(tokens, end) == "-" and _low(tokens, end + 1) == "ever"):
        return None
    if place is None and (_low(tokens, i - 1) in words("no_rank_before") or _one_of(tokens, i)):
        return None
    if form in words("weak_superlatives") and not _names_rank(tokens, end):
        return None
    return place or 1, end


def _one_of(tokens: Sequence[Token], i: int) -> bool:
    """Whether "one of the", "among the world's" stands before: then it is one of several."""
    return any(phrases("no_rank_words").before(tokens, k) for k in range(max(0, i - 4), i + 1))


def _names_rank(tokens: Sequence[Token], i: int) -> bool:
    return any(_low(tokens, k) in words("ranked_nouns") for k in range(i, i + data()["limits"]["look_ahead"]))


def _ranked(tokens: Sequence[Token], i: int) -> bool:
    """Whether a verb of ranking stands before ("ranked third", "came in second")."""
    k = i - 1
    while k > i - 4 and _low(tokens, k) in words("rank_gaps"):
        k -= 1
    return _low(tokens, k) in words("rank_verbs")


def _partner(tokens: Sequence[Token], i: int) -> bool:
    """Whether an ordinal ranks what stands behind it: "the first trading partner", not "the first partner"."""
    ranked = {(one, noun) for noun, ones in data()["ordinal_ranks"].items() for one in ones}
    return (_low(tokens, i), _low(tokens, i + 1)) in ranked


def ordinal(tokens: Sequence[Token], i: int) -> tuple[int, int] | None:
    """An ordinal that begins at token ``i`` ("60th", "twenty-first"): its number and the first token behind it."""
    if tokens[i].kind == "number":
        glued = i + 1 < len(tokens) and tokens[i + 1].glued and tokens[i + 1].low in words("ordinal_endings")
        return (int(tokens[i].text), i + 2) if glued and tokens[i].text.isdigit() and len(tokens[i].text) < 5 else None
    tens = data()["numerals"].get(tokens[i].low, 0)
    if tens >= 20 and _low(tokens, i + 1) == "-" and 0 < data()["ordinals"].get(_low(tokens, i + 2), 0) < 10:
        return tens + data()["ordinals"][_low(tokens, i + 2)], i + 3
    place = data()["ordinals"].get(tokens[i].low)
    return (place, i + 1) if place else None


def _low(tokens: Sequence[Token], i: int) -> str:
    return tokens[i].low if 0 <= i < len(tokens) else ""
