"""Whose words a text carries: agencies credited in the publisher's name and in credit lines, readouts of states."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

import regex

from comity.reconcile.registry import agency_names, publisher, state_in, unnamed
from comity.vocab import load

UNNAMED = "agencies"
"""The credit of a text that says only that agencies were used."""

WORD = regex.compile(r"\w+")
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
    caption = regex.compile(rules["caption"])
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
    within, names = load("witnesses")["within"], _written_in(text)
    if not names:
        return []
    named = (match["who"] for pattern in patterns for match in _with_agencies(pattern, names).finditer(text))
    pieces = (piece.removeprefix("the ") for who in named for piece in _apart(who, within))
    return [credit for piece in pieces if (credit := _credit(piece))]


def _apart(who: str, within: str) -> list[str]:
    """The sources that a credit names; "and" may also stand within the name of one."""
    return [who] if _credit(who) else regex.split(within, who)


def _written_in(text: str) -> tuple[str, ...]:
    """The ways of writing agencies that occur in a text, the longest first.

    A pattern is made of these alone: one of all that there are takes a tenth of a second to make and finds no more.
    """
    known = _written()
    found = {name for word in WORD.findall(text) for name in known.get(word, ()) if name in text}
    return tuple(sorted(found, key=lambda name: (-len(name), name)))


@lru_cache(maxsize=256)
def _with_agencies(pattern: str, names: tuple[str, ...]) -> regex.Pattern[str]:
    written = "|".join(regex.escape(name) for name in names)
    return regex.compile(pattern.replace("AGENCY", rf"(?:\b(?:{written})\b)"))


@cache
def _written() -> dict[str, tuple[str, ...]]:
    """Agencies as written, and in capitals, and words for unnamed agencies, by the first word of each."""
    plain = {form for name in agency_names() for form in (name, name.upper())}
    plain |= {form for word in load("witnesses")["unnamed"] for form in (word.capitalize(), word.upper())}
    found: dict[str, list[str]] = {}
    for name in plain:
        found.setdefault(WORD.findall(name)[0], []).append(name)
    return {word: tuple(names) for word, names in found.items()}


def _readouts(text: str) -> list[str]:
    """Readouts that a text rests on, of the states whose bodies it names with them."""
    rules = load("witnesses")
    if not regex.search(rules["readout"], text):
        return []
    patterns = (regex.compile(pattern.replace("BODY", rules["bodies"])) for pattern in rules["readouts"])
    found = (match["who"] for pattern in patterns for match in pattern.finditer(text))
    return [readout_of(state) for who in found if (state := state_in(who))]
