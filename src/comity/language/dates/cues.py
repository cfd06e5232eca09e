"""What the words around an expression say: tense, and the lists of neighbours in ``vocab/dates.yaml``."""

from __future__ import annotations

import re
from functools import cache

from comity.vocab import load

_SENTENCE_END = re.compile(r"[.!?][\"”’')]?\s+(?=[A-Z\"“‘])|\n")
_NEXT_WORD = re.compile(r"[ \t\u00a0]{0,2}\n?[ \t]{0,2}([^\W\d_]+|[^\w\s])")


def setting(name: str) -> int:
    """A threshold of the data file."""
    value: int = load("dates")["settings"][name]
    return value


@cache
def _endings(name: str) -> re.Pattern[str]:
    words = sorted(load("dates")["cues"][name], key=len, reverse=True)
    options = "|".join((rf"(?<!\w){re.escape(w)}" if w[0].isalpha() else re.escape(w)) for w in words)
    return re.compile(rf"(?:{options})[\s\u00a0-]{{0,2}}\Z", re.IGNORECASE)


@cache
def listed(name: str) -> frozenset[str]:
    """A word list of the data file, lower case."""
    return frozenset(str(w).lower() for w in load("dates")["cues"][name])


@cache
def _words(name: str) -> tuple[str, ...]:
    return tuple(listed(name))


def left_is(name: str, text: str, start: int) -> bool:
    """Whether one of the listed words stands directly before an offset."""
    before = text[max(0, start - 24) : start].lower().rstrip()
    if not before.endswith(_words(name)) and not before.rstrip("-").endswith(_words(name)):
        return False
    return _endings(name).search(text, max(0, start - 24), start) is not None


def right_word(text: str, end: int) -> str:
    """The next word or sign, lower case where it has no capital, empty at the end."""
    found = _NEXT_WORD.match(text, end)
    return found.group(1) if found else ""


@cache
def _tense() -> re.Pattern[str]:
    cues = load("dates")["cues"]
    future = "|".join(re.escape(w) for w in sorted(cues["future"], key=len, reverse=True))
    past = "|".join(re.escape(w) for w in sorted(cues["past"], key=len, reverse=True))
    return re.compile(rf"\b(?:(?P<future>{future})|(?<!\bbe )(?P<past>{past}|[a-z]{{2,}}ed))\b")


def tense(text: str, start: int, end: int) -> str:
    """``future``, ``past`` or empty: the nearest cue to the left in the sentence, else the first to the right."""
    if left_is("by", text, start):
        return "future"
    width = setting("cue_window")
    found = _kinds(sentence_left(text, start))
    if found:
        return found[-1]
    found = _kinds(_SENTENCE_END.split(text[end : end + width])[0])
    return found[0] if found else ""


@cache
def _any_of(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(re.escape(w) for w in sorted(_words(name), key=len, reverse=True))})\b")


def in_a_diary(text: str, start: int) -> bool:
    """Whether a clause in the present tells a weekday's programme: "Oman hosts talks on Saturday", "said they meet"."""
    left = _any_of("telling").sub("", sentence_left(text, start))
    found = _any_of("diary").search(left)
    return found is not None and not _kinds(left[: found.start()]) and not _kinds(left[found.end() :])


def sentence_left(text: str, start: int) -> str:
    """What of the sentence stands before an offset, as far as cues are looked for."""
    return _SENTENCE_END.split(text[max(0, start - setting("cue_window")) : start])[-1]


def is_fronted(text: str, start: int) -> bool:
    """Whether an expression opens its sentence, behind "in" or the like."""
    return sentence_left(text, start).strip().lower() in listed("fronted")


def one_sentence(text: str, start: int, end: int) -> bool:
    """Whether no sentence ends between two offsets."""
    return _SENTENCE_END.search(text, start, end) is None


def _kinds(text: str) -> list[str]:
    ignored, things, concluding = listed("notpast"), listed("things"), listed("concluding")
    kinds: list[str] = []
    before = ""
    for found in _tense().finditer(text):
        word = found.group().lower()
        thing = word in things and (before in concluding or not _AIMED.match(text, found.end()))
        if word not in ignored and not thing:
            kinds.append(found.lastgroup or "")
            before = word
    return kinds


_AIMED = re.compile(r"\s+(?:to|for|of)\b(?!\s+\d)")
"""What follows a plan that lies ahead: "plans for talks on Friday", not "signed an action plan on Monday"."""


_OWNED = re.compile(r"\b(?:an?|the|its|their|his|her|this)\s+\Z", re.IGNORECASE)


def names_a_thing(text: str, start: int) -> bool:
    """Whether a year tells which thing is meant ("a 1998 pact", "the 2013 Agreement"), not when the story is."""
    return _OWNED.search(text, max(0, start - 8), start) is not None
