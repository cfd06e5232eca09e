"""Whose words a text carries: agencies credited in the publisher's name and in credit lines, readouts of states."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import regex

from comity.reconcile.registry import agency_names, publisher, state_in, unnamed
from comity.vocab import load

UNNAMED = "agencies"
"""The credit of a text that says only that agencies were used."""

PROSE = regex.compile(r"\p{L}{2,}.*\p{L}{2,}.*[.!?”\"’)\]]\s*$")


def readout_of(state: str) -> str:
    """The credit of a text that rests on the word of a state (ISO 3166 alpha-3)."""
    return f"readout of {state}"


def split_publisher(name: str) -> tuple[str, tuple[str, ...]]:
    """The outlet and the credited sources of a publisher's name ("Daily News / Reuters and AFP").

    A name that the registry has as a whole is never split; a name that is only an agency is both.
    """
    if not name.strip() or publisher(name):
        return name.strip(), ()
    outlet, *rest = (part.strip() for part in regex.split(load("witnesses")["parts"], name) if part.strip())
    return outlet, tuple(dict.fromkeys(credit for part in rest for credit in _sources(part)))


def _sources(part: str) -> Iterable[str]:
    whole = _credit(part)
    if whole:
        return (whole,)
    within = [piece for piece in regex.split(load("witnesses")["within"], part) if piece]
    return tuple(_credit(piece) or piece for piece in within)


def _credit(name: str) -> str:
    row = publisher(name)
    return row.name if row else UNNAMED if unnamed(name) else ""


def credited(text: str) -> tuple[str, ...]:
    """Canonical names of the agencies that credit lines, by-lines, datelines and closing credits of a text name.

    Credits of pictures and words that only quote an agency ("told Reuters") are none.
    """
    rules = load("witnesses")
    caption = _compiled(rules["caption"])
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    ends = [i for i, line in enumerate(lines) if PROSE.search(line)][-int(rules["tail"]) :]
    near = {*range(int(rules["head"])), *ends, *range(max(0, len(lines) - int(rules["tail"])), len(lines))}
    found: list[str] = []
    for i in sorted(near & set(range(len(lines)))):
        if not caption.search(lines[i]):
            found += _who(lines[i], rules["credits"])
    return tuple(dict.fromkeys(found))


def origins(text: str) -> tuple[str, ...]:
    """What a text without credits rests on by its own words: agencies it cites, else readouts of states it reports."""
    rules = load("witnesses")
    cited = _who(text, rules["reported"])
    return tuple(dict.fromkeys([*cited, *_readouts(text)]))


def _who(text: str, patterns: Iterable[str]) -> list[str]:
    within = load("witnesses")["within"]
    named = (match["who"] for pattern in patterns for match in _compiled(pattern).finditer(text))
    pieces = (piece.removeprefix("the ") for who in named for piece in regex.split(within, who))
    return [credit for piece in pieces if (credit := _credit(piece))]


@cache
def _compiled(pattern: str) -> regex.Pattern[str]:
    names = "|".join(regex.escape(name) for name in _written())
    bodies = str(load("witnesses")["bodies"])
    return regex.compile(pattern.replace("AGENCY", rf"(?:\b(?:{names})\b)").replace("BODY", bodies))


@cache
def _written() -> tuple[str, ...]:
    """Agencies as written, and in capitals; words for unnamed agencies."""
    plain = {form for name in agency_names() for form in (name, name.upper())}
    plain |= {form for word in load("witnesses")["unnamed"] for form in (word.capitalize(), word.upper())}
    return tuple(sorted(plain, key=lambda name: (-len(name), name)))


def _readouts(text: str) -> list[str]:
    """Readouts that a text rests on, of the states whose bodies it names with them."""
    found = (match["who"] for pattern in load("witnesses")["readouts"] for match in _compiled(pattern).finditer(text))
    return [readout_of(state) for who in found if (state := state_in(who))]
