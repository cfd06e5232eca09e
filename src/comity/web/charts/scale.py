"""Scales: days and figures to places on a drawing, with ticks at round values."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on an axis with its words."""

    at: float
    words: str


@dataclass(frozen=True, slots=True)
class Days:
    """Days from ``first`` to ``last`` on a line from ``start`` to ``end``."""

    first: date
    last: date
    start: float
    end: float

    def at(self, day: str) -> float:
        """Where an ISO day of the years 1 to 9999 stands, rounded to a tenth."""
        span = max((self.last - self.first).days, 1)
        share = (date.fromisoformat(day[:10]) - self.first).days / span
        return round(self.start + (self.end - self.start) * share, 1)

    def holds(self, day: str) -> bool:
        """Whether a day lies between the ends."""
        return self.first.isoformat() <= day <= self.last.isoformat()

    def ticks(self, most: int = 10) -> list[Tick]:
        """Years, quarters or months, whichever are at most ``most``."""
        months = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1
        step = next((s for s in (1, 3, 6, 12, 24, 60, 120, 240, 600) if months / s <= most), 1200)
        begin = self.first.year * 12 + self.first.month - 1
        begin += -begin % step
        places = range(begin, self.last.year * 12 + self.last.month, step)
        return [Tick(self.at(day), day[:4] if step >= 12 else day[:7]) for n in places if self.holds(day := _day(n))]


def _day(month: int) -> str:
    return f"{month // 12:04d}-{month % 12 + 1:02d}-01"


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures from ``low`` to ``high`` on a line from ``start`` to ``end``."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Where a figure stands, rounded to a tenth."""
        share = (value - self.low) / ((self.high - self.low) or 1)
        return round(self.start + (self.end - self.start) * share, 1)

    def round(self, most: int = 4) -> list[float]:
        """Round figures between the ends, at most about ``most``."""
        span = (self.high - self.low) or 1
        size = 10 ** math.floor(math.log10(span / most))
        step = next(size * n for n in (1, 2, 5, 10) if span / (size * n) <= most)
        return [step * n for n in range(math.ceil(self.low / step), math.floor(self.high / step) + 1)]
