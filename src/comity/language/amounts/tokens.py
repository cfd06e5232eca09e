"""Words, numbers and signs of a text with their places, and phrases over them."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cache
from typing import Any, Literal, NamedTuple

from comity.vocab import load

_TOKEN = re.compile(
    r"(?P<number>\d+(?:[.,]\d+)*)|(?P<word>(?<!\w)[^\W\d_](?:\.[^\W\d_])+\.?(?!\w)|[^\W\d_]+)|(?P<sign>[^\w\s]|_)"
)
_GAP = "\0"
_NEVER = (sys.maxsize, sys.maxsize)
_ADDRESS = r"(?:https?://|www\.)\S+|\S{1,64}@\w\S{0,250}"
_DATE = r"(?<![\d.,])\d{4}-\d{1,2}-\d{1,2}(?![\d])|(?<![\d.,/])\d{1,2}([/.])\d{1,2}\1\d{4}(?!\d)"
_CLOCK = r"(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?:[+-]\d{2}:?\d{2})?(?!\d)"
_BLANK = r"\n[^\S\n]*\n"
_UNREACHED = re.compile("|".join([_DATE, _CLOCK, _BLANK]))
_NO_FIGURES = re.compile("|".join([_ADDRESS, _UNREACHED.pattern]))
_ADDRESSED = ("@", "://", "www.")
"""One of these stands in every web address; texts have few."""


class Token(NamedTuple):
    """A piece of a text; ``low`` is folded to lower case without dots, ``glued`` tells that no space stands before."""

    start: int
    end: int
    text: str
    low: str
    kind: Literal["number", "word", "sign"]
    glued: bool


def data() -> Mapping[str, Any]:
    """The vocabulary of amounts."""
    content: Mapping[str, Any] = load("amounts")
    return content


def tokenize(text: str, *, skip: Sequence[tuple[int, int]] = ()) -> list[Token]:
    """Cut ``text`` into tokens in order; web addresses, dates in digits, hours, blank lines and what
    lies in ``skip`` leave a gap behind that nothing reaches across.
    """
    closing = _NO_FIGURES if any(sign in text for sign in _ADDRESSED) else _UNREACHED
    closed = iter(sorted([*skip, *(m.span() for m in closing.finditer(text))]))
    start, end = next(closed, _NEVER)
    tokens: list[Token] = []
    last = -1
    for match in _TOKEN.finditer(text):
        first, after = match.span()
        while first >= end:
            tokens.append(Token(start, end, _GAP, _GAP, "sign", False))
            start, end = next(closed, _NEVER)
        if after > start:
            continue
        kind: Any = match.lastgroup
        word = match[0]
        low = (word.lower().replace(".", "") if "." in word else word.lower()) if kind == "word" else word
        tokens.append(Token(first, after, word, low, kind, first == last))
        last = after
    return tokens


class Phrases:
    """Phrases of words and signs, each standing for something; the longest one wins."""

    def __init__(self, table: Mapping[str, Iterable[str]]) -> None:
        """Take ``{meaning: phrases}``; case is ignored except in phrases with a capital letter."""
        self._first: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
        self._last: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
        for meaning, phrases in table.items():
            for phrase in phrases:
                parts = tuple(token.low for token in tokenize(phrase))
                entry = (parts, meaning, phrase if phrase != phrase.lower() else "")
                self._first.setdefault(parts[0], []).append(entry)
                self._last.setdefault(parts[-1], []).append(entry)
        for index in (self._first, self._last):
            for entries in index.values():
                entries.sort(key=lambda entry: -len(entry[0]))

    @property
    def openings(self) -> Set[str]:
        """The words and signs that a phrase begins with."""
        return self._first.keys()

    def at(self, tokens: Sequence[Token], i: int) -> tuple[str, int] | None:
        """Meaning and end of the phrase that begins at token ``i``."""
        if i >= len(tokens):
            return None
        for parts, meaning, exact in self._first.get(tokens[i].low, ()):
            end = _walk(tokens, i, parts, 1)
            if end is not None and (not exact or tokens[i].text == exact.split()[0] or len(parts) > 1):
                return meaning, end
        return None

    def before(self, tokens: Sequence[Token], i: int) -> tuple[str, int] | None:
        """Meaning and first token of the phrase that ends right before token ``i``."""
        if i <= 0:
            return None
        for parts, meaning, _ in self._last.get(tokens[i - 1].low, ()):
            end = _walk(tokens, i - 1, parts[::-1], -1)
            if end is not None:
                return meaning, end + 1
        return None


def _walk(tokens: Sequence[Token], i: int, parts: tuple[str, ...], step: int) -> int | None:
    for n, part in enumerate(parts):
        if n and part != "-" and 0 <= i < len(tokens) and tokens[i].low == "-":
            i += step
        if not 0 <= i < len(tokens) or tokens[i].low != part:
            return None
        i += step
    return i


@cache
def phrases(name: str) -> Phrases:
    """The phrases of one table of the vocabulary (``{meaning: [phrase]}`` or a plain list)."""
    table = data()[name]
    return Phrases(table if isinstance(table, dict) else {name: table})


@cache
def words(name: str) -> frozenset[str]:
    """The words of one list of the vocabulary."""
    return frozenset(data()[name])
