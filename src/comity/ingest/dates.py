"""Dates of publication as pages and people write them, to ISO 8601."""

from __future__ import annotations

import re
from datetime import date

from comity.errors import UsageError
from comity.vocab import load

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)|(\d{4})(\d\d)(\d\d)(?!\d)")
_NUMERIC = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)")
_WORDS = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([a-z]{3,9})\.?,?\s+(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?(\d{4})(?!\d)"
)
_WEEKDAY = re.compile(r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+")


def iso_date(written: str) -> str:
    """Return ``YYYY-MM-DD`` for a full date, or empty where ``written`` is none.

    Read are ``2025-04-14`` with or without a time (its own calendar day, whatever the zone), ``20250414``,
    ``14/04/2025``, ``April 14, 2025`` and ``Mon, 14 Apr 2025 08:00:00 +0700``. ``04/05/2025`` can be two days: empty.
    """
    words = written.strip().lower()
    words = words[match.end() :] if (match := _WEEKDAY.match(words)) else words
    for pattern, read in ((_ISO, _iso), (_NUMERIC, _numeric), (_WORDS, _named)):
        if match := pattern.match(words):
            return read(match)
    return ""


def required_date(written: str) -> str:
    """The same for a date that someone gave as an option; raise ``UsageError`` where it is none."""
    if not written.strip():
        return ""
    if not (found := iso_date(written)):
        raise UsageError(f"the date of publication {written!r} is not one certain day; write it as 2025-04-14")
    return found


def _iso(match: re.Match[str]) -> str:
    year, month, day = (part for part in match.groups() if part)
    return _day(int(year), int(month), int(day))


def _numeric(match: re.Match[str]) -> str:
    first, second, year = (int(part) for part in match.groups())
    days = {_day(year, second, first), _day(year, first, second)} - {""}
    return days.pop() if len(days) == 1 else ""


def _named(match: re.Match[str]) -> str:
    before, name, after, year = match.groups()
    months = [
        number for number, month in enumerate(load("calendar")["months"], 1) if month.lower().startswith(name[:3])
    ]
    if not months or bool(before) == bool(after):
        return ""
    return _day(int(year), months[0], int(before or after))


def _day(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
