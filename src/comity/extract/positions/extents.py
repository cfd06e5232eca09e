"""Where the words of a stance begin and end: without marks around them, and without what else was said."""

from __future__ import annotations

from collections.abc import Sequence

from comity.language.speech import is_speech
from comity.language.syntax import Token

OPENING = frozenset("\"“‘'«")
CLOSING = frozenset(",.;\"”’'»")


def before_more(tokens: Sequence[Token], content: Token, last: int) -> int:
    """Up to where a participle tells what else was said: "its view of X as a priority, stressing independence"."""
    told = (t for t in tokens[content.i + 1 : last] if t.tag == "VBG" and is_speech(t))
    return next((t.i - 2 for t in told if tokens[t.i - 1].text == ","), last)


def against(content: Token) -> Token | None:
    """The "against" of what is warned against: without it the words would say the opposite."""
    return next((c for c in content.all("case", "mark") if c.lower == "against"), None)


def opposed_from(verb: Token, word: Token) -> int:
    """Where "warned against X" and "warned Y against X" begin: at the verb, or at "against" behind a day."""
    asked = verb.child("obj", "iobj")
    next_to = verb.i + 1 if asked is None or asked.i > word.i else asked.right + 1
    return verb.i if next_to == word.i else word.i


def bare(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """Without the punctuation and the quotation marks around it."""
    while last > first and tokens[last].text in CLOSING and not _closes(tokens, first, last):
        last -= 1
    while first < last and tokens[first].text in OPENING:
        first += 1
    return first, last


def _closes(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the last word is the end of a quotation that begins inside."""
    inside = [t.text for t in tokens[first + 1 : last]]
    return tokens[last].text in {"”", "»"} and ("“" in inside or "«" in inside)
