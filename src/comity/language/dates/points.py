"""Calendar arithmetic on points of day, month or year precision, and how they are written in TIMEX3 and EDTF."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from comity.model.edtf import days_in

MONTHS = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}
DAYS = {"D": 1, "W": 7, "FN": 14, "WE": 7}


@dataclass(frozen=True, slots=True)
class Point:
    """A year, a month of it, or a day of that. Years before Christ are negative (-480 is 480 BC, there is no 0)."""

    year: int
    month: int = 0
    day: int = 0

    @classmethod
    def read(cls, iso: str) -> Point:
        """Read an ISO date of any precision; raise ``ValueError`` where it is none."""
        parts = [int(p) for p in iso[:10].split("-")]
        point = cls(*parts)
        if not point.valid:
            raise ValueError(f"{iso!r} is no ISO date")
        return point

    @property
    def valid(self) -> bool:
        """Whether there is such a day in the calendar."""
        if not self.month:
            return not self.day
        return 1 <= self.month <= 12 and 0 <= self.day <= days_in(self.year, self.month)

    @property
    def timex(self) -> str:
        """As a TIMEX3 value: ``2025-04``, ``BC0480-08``."""
        return (f"BC{-self.year:04d}" if self.year < 0 else f"{self.year:04d}") + self._rest

    @property
    def edtf(self) -> str:
        """As an EDTF date: ``2025-04``, ``-0479-08``."""
        return (f"-{-self.year - 1:04d}" if self.year < -1 else f"{max(self.year, 0):04d}") + self._rest

    @property
    def _rest(self) -> str:
        return (f"-{self.month:02d}" if self.month else "") + (f"-{self.day:02d}" if self.day else "")

    @property
    def date(self) -> date:
        """As a ``datetime.date``, the first day where it is coarser; only for years 1 to 9999."""
        return date(self.year, self.month or 1, self.day or 1)

    def cut(self, precision: str) -> Point:
        """The point at no finer precision than ``Y``, ``M`` or ``D``."""
        if precision == "Y":
            return Point(self.year)
        return Point(self.year, self.month) if precision == "M" else self

    def plus_months(self, count: int) -> Point:
        """Move by whole months; the day is cut to the length of the month."""
        total = self.year * 12 + (self.month or 1) - 1 + count
        year, month = total // 12, total % 12 + 1
        if not self.month:
            return Point(year)
        return Point(year, month, min(self.day, days_in(year, month)))

    def plus_days(self, count: int) -> Point:
        """Move by days."""
        moved = self.date + timedelta(days=count)
        return Point(moved.year, moved.month, moved.day)

    def plus(self, count: int, unit: str) -> Point:
        """Move by units (``D W FN WE M Q Y DE CE``)."""
        return self.plus_months(count * MONTHS[unit]) if unit in MONTHS else self.plus_days(count * DAYS[unit])


def of(day: date) -> Point:
    """The point of a ``datetime.date``."""
    return Point(day.year, day.month, day.day)


def frame(point: Point, unit: str) -> tuple[str, str]:
    """The calendar unit around a point as (TIMEX3 value, EDTF): its week, weekend, month, quarter, year, decade …"""
    if unit in {"W", "FN", "WE"}:
        return _week(point, weekend=unit == "WE")
    if unit == "Q":
        quarter = (point.month - 1) // 3 + 1
        return f"{point.year:04d}-Q{quarter}", f"{point.year:04d}-{32 + quarter}"
    if unit == "DE":
        return f"{point.year // 10:03d}", f"{point.year // 10:03d}X"
    if unit == "CE":
        return f"{point.year // 100:02d}", f"{point.year // 100:02d}XX"
    cut = point.cut(unit)
    return cut.timex, cut.edtf


def _week(point: Point, *, weekend: bool) -> tuple[str, str]:
    year, week, weekday = point.date.isocalendar()
    monday = point.plus_days(1 - weekday)
    first = monday.plus_days(5) if weekend else monday
    return f"{year:04d}-W{week:02d}" + ("-WE" if weekend else ""), f"{first.edtf}/{monday.plus_days(6).edtf}"
