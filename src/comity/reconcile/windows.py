"""When a thing happens, as precisely as a document tells: a window of days, firm where a date is given."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from comity.model import Claim, Head
from comity.model.edtf import Day, bounds
from comity.vocab import load

DATED = {"event": "date", "agreement": "date", "indicator": "period", "commitment": "due", "mechanism": "next_session"}
"""The field that dates a record of a kind."""

ORDINARY = range(1500, 2200)
"""Years in which windows are worked out; what lies outside has no window."""


YEARS_OLD = re.compile(r"\b(\d{1,3})(?:(?:st|nd|rd|th) anniversary| years of)\b")


@dataclass(frozen=True, slots=True)
class Window:
    """From ``first`` to ``last``, both days included. ``firm`` where the text gives a date, else worked out."""

    first: date
    last: date
    firm: bool

    def meets(self, other: Window, *, slack: int = 0) -> bool:
        """Whether the two share a day, or come as near as ``slack`` days."""
        more = timedelta(slack)
        return self.first <= other.last + more and other.first <= self.last + more

    @property
    def days(self) -> int:
        """Its length."""
        return (self.last - self.first).days + 1


@lru_cache(maxsize=65536)
def window_of(edtf: str) -> Window | None:
    """The firm window of an EDTF date, or None where it is open, empty or beyond what calendars count."""
    try:
        first, last = bounds(edtf)
    except ValueError:
        return None
    if first[0] not in ORDINARY or last[0] not in ORDINARY:
        return None
    return Window(_day(first), _day(last), firm=True)


def _day(day: Day) -> date:
    return date(*day)


def told(head: Head, claims: tuple[Claim, ...]) -> Window | None:
    """When a document tells: its day of publication, else the latest day or month in which what it reports was held."""
    if head.published:
        return window_of(head.published)
    held = [
        window
        for claim in claims
        if claim.kind == "event" and claim.record.get("phase") == "held"
        if (window := window_of(str(claim.record.get("date") or ""))) and window.days <= 31
    ]
    latest = max(held, key=lambda w: (w.last, w.first), default=None)
    return Window(latest.first, latest.last, firm=False) if latest else None


def _anniversary(sentence: str, tells: Window) -> Window | None:
    """The year of what a text of this year calls so many years old ("75 years of diplomatic relations")."""
    found = YEARS_OLD.search(sentence)
    year = tells.last.year - int(found[1]) if found else 0
    return Window(date(year, 1, 1), date(year, 12, 31), firm=False) if year in ORDINARY else None


def happens(claim: Claim, tells: Window | None) -> Window | None:
    """When what a claim says happens: as dated, else as its phase and the day of telling allow."""
    name = DATED.get(claim.kind)
    stated = window_of(str(claim.record.get(name) or "")) if name else None
    if stated is not None or tells is None:
        return stated
    days = load("matching")["days"]
    if claim.kind == "event":
        phase = str(claim.record.get("phase") or "held")
        if phase == "historical" and claim.record.get("form") == "establishment":
            return _anniversary(claim.quote.exact, tells)
        if phase == "scheduled":
            return Window(tells.first, tells.last + timedelta(days["scheduled"]), firm=False)
        return Window(tells.first - timedelta(days.get(phase, days["held"])), tells.last, firm=False)
    return Window(tells.first - timedelta(days["told"]), tells.last, firm=False)
