"""What a post is for ("Vice Minister of Industry and Commerce X Y"): words that are no part of the name behind them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache

from comity.vocab import load

FOR = frozenset({"of", "for"})
JOINING = frozenset({",", "and", "&"})


@cache
def _words() -> frozenset[str]:
    listed = (*load("bodies")["portfolios"], *load("bodies")["portfolio_words"])
    return frozenset(word for name in listed for word in name.split()) - JOINING


def names_portfolio(word: str) -> bool:
    """Whether a capitalised word says what a post is for ("Affairs" of "Foreign Affairs Minister")."""
    return word[:1].isupper() and word.lower() in _words()


def behind_portfolio(words: Sequence[str], start: int, end: int, office_ends: Collection[int]) -> int:
    """Where in the capitalised words ``[start, end)`` the name begins, if they begin with what a post is for.

    ``office_ends`` are the words after posts. Else ``start``.
    """
    first = start
    while first < end and words[first].lower() in _words():
        first += 1
    back = start - 1
    while back > 0 and (words[back].lower() in _words() or words[back] in JOINING):
        back -= 1
    told = back in office_ends and words[back].lower() in FOR
    return first if told and start < first < end else start


def is_portfolio(words: Sequence[str], start: int, end: int, office_ends: Collection[int]) -> bool:
    """Whether the words ``[start, end)`` say what the post right before them is for ("Minister of Industry")."""
    behind = start > 0 and start - 1 in office_ends and words[start - 1].lower() in FOR
    return behind and all(word.lower() in _words() | JOINING for word in words[start:end])
