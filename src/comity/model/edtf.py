"""Calendar dates and intervals in EDTF (ISO 8601-2), levels 0 and 1, with the seasons and quarters of level 2.

Understood: ``2025``, ``2025-04``, ``2025-04-14``, seasons ``2025-21`` (spring) to ``2025-24``, quarters ``2025-33`` to
``2025-36``, decades ``199X``, centuries ``19XX``, years before Christ ``-0479`` (480 BC), intervals ``a/b`` and open
ones ``a/..`` and ``../b``. Days are compared as (year, month, day).
"""

from __future__ import annotations

import re
from calendar import monthrange

Day = tuple[int, int, int]

_EARLIEST: Day = (-(10**6), 1, 1)
_LATEST: Day = (10**6, 12, 31)
_DATE = re.compile(r"(-?\d{2,4}X{0,2})(?:-(\d\d))?(?:-(\d\d))?[?~%]?")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14), 33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12)}


def days_in(year: int, month: int) -> int:
    """Number of days of a month in the proleptic Gregorian calendar."""
    return monthrange(2000 + year % 400, month)[1]


def bounds(edtf: str) -> tuple[Day, Day]:
    """First and last day of a date or interval; an open end is a million years off. Raises ``ValueError``."""
    first, slash, last = edtf.partition("/")
    if not slash:
        return _point(edtf)
    start = _EARLIEST if first in {"..", ""} else _point(first)[0]
    end = _LATEST if last in {"..", ""} else _point(last)[1]
    return start, end


def _point(text: str) -> tuple[Day, Day]:
    found = _DATE.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r} is no date in EDTF")
    year, month, day = found.groups()
    if "X" in year:
        return (int(year.replace("X", "0")), 1, 1), (int(year.replace("X", "9")), 12, 31)
    if month is None:
        return (int(year), 1, 1), (int(year), 12, 31)
    return _within(int(year), int(month), int(day) if day else 0, text)


def _within(year: int, month: int, day: int, text: str) -> tuple[Day, Day]:
    first, last = _SEASONS.get(month, (month, month))
    if not 1 <= first <= 12 or day > days_in(year, first):
        raise ValueError(f"{text!r} is no date in EDTF")
    if day:
        return (year, month, day), (year, month, day)
    ends, final = (year + 1, last - 12) if last > 12 else (year, last)
    return (year, first, 1), (ends, final, days_in(ends, final))


def write(day: Day) -> str:
    """A day as EDTF."""
    sign = "-" if day[0] < 0 else ""
    return f"{sign}{abs(day[0]):04d}-{day[1]:02d}-{day[2]:02d}"


def first_day(edtf: str) -> str:
    """The first day it covers (``2025-04`` gives ``2025-04-01``), empty where it is empty or open to the past."""
    start = bounds(edtf)[0] if edtf else _EARLIEST
    return "" if start == _EARLIEST else write(start)


def last_day(edtf: str) -> str:
    """The last day it covers (``2025`` gives ``2025-12-31``), empty where it is empty or open to the future."""
    end = bounds(edtf)[1] if edtf else _LATEST
    return "" if end == _LATEST else write(end)


def overlaps(one: str, other: str) -> bool:
    """Whether two dates share a day; False where either is empty."""
    if not one or not other:
        return False
    (a, b), (c, d) = bounds(one), bounds(other)
    return a <= d and c <= b


def contains(outer: str, inner: str) -> bool:
    """Whether every day of ``inner`` lies in ``outer`` (a month contains its days); False where either is empty."""
    if not outer or not inner:
        return False
    (a, b), (c, d) = bounds(outer), bounds(inner)
    return a <= c and d <= b


def month_of(edtf: str) -> str:
    """The month in which a date or interval begins, as ``2025-04``; empty where it is told less precisely."""
    point = edtf.partition("/")[0]
    if len(point.split("-")) < 2 or not point[0].isdigit():
        return ""
    first, last = bounds(point)
    return write(first)[:7] if first[:2] == last[:2] else ""
