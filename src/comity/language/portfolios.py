"""What a post is for ("Vice Minister of Industry and Commerce X Y"): words that are no part of the name behind them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import cache
from typing import TYPE_CHECKING

from comity.language.gazetteer import Gazetteer
from comity.vocab import load

if TYPE_CHECKING:
    from comity.language.syntax import Token

LONGEST_LIST = 10
"""Words within which a list of what a post is for must end."""
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


def behind_affairs(words: Sequence[str], first: int) -> int:
    """Where a name begins behind words that end what a post is for ("West African Community Affairs X Y")."""
    return first + 1 if words[first].lower() in load("bodies")["ends_of_portfolios"] else first


def of_a_post(gazetteer: Gazetteer, words: Sequence[str], start: int, end: int) -> bool:
    """Whether the words before a post are a state and what the post is for ("Zambia Foreign Affairs Minister")."""
    entry = gazetteer.match(words[:end], start)
    if entry is None or entry.kind != "state" or start + entry.length >= end:
        return False
    return all(word.lower() in _words() | JOINING for word in words[start + entry.length : end])


def is_portfolio(words: Sequence[str], start: int, end: int, office_ends: Collection[int]) -> bool:
    """Whether the words ``[start, end)`` say what the post right before them is for ("Minister of Industry")."""
    behind = start > 0 and start - 1 in office_ends and words[start - 1].lower() in FOR
    affairs = end > start and words[end - 1].lower() == "affairs"  # "Minister for East African Community Affairs"
    return behind and (affairs or all(word.lower() in _words() | JOINING for word in words[start:end]))


def end_of_list(tokens: Sequence[Token], comma: int, named: Callable[[int], bool]) -> int:
    """Where a list of what a post is for ends ("Minister of Trade, EU Affairs and Water, X"), 0 if no name follows.

    Between the commas stand only names of portfolios, the last behind "and"; ``named`` tells whether a person's name
    begins at a word.
    """
    for i in range(comma + 1, min(comma + LONGEST_LIST, len(tokens) - 1)):
        word = tokens[i]
        if word.text == "," and tokens[i - 1].text[0].isupper():
            joined = any(t.lower in {"and", "&"} for t in tokens[comma + 1 : i])
            return i if joined and named(i + 1) else 0
        if named(i) or not (word.text[0].isupper() or word.lower in {"and", "&", "of", "the"}):
            return 0
    return 0
