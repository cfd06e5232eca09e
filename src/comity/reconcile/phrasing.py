"""Values of records in words: dates, figures, money, categories, lists of names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from comity.model import Money
from comity.vocab import load

_DATE = re.compile(r"(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def label(table: str, value: str) -> str:
    """The words for a categorical value; a value that the table does not have keeps its own, with blanks."""
    words = load("labels")[table].get(value)
    return value.replace("_", " ") if words is None else str(words)


def counted(count: int, kind: str) -> str:
    """``3 events``, ``1 event``."""
    return f"{count} {load('labels')['counts'][kind][count != 1]}"


def listed(names: Sequence[str]) -> str:
    """``A``, ``A and B``, ``A, B and C``."""
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def date_words(edtf: str) -> str:
    """An EDTF date or interval as English says it (``12-13 December 2023``, ``since 2004``); else as it stands."""
    first, slash, last = edtf.partition("/")
    if not slash:
        return _day_words(first)
    if last == "..":
        return f"since {_day_words(first)}"
    if first == "..":
        return f"until {_day_words(last)}"
    return _span_words(first, last)


def _day_words(edtf: str) -> str:
    found = _DATE.fullmatch(edtf)
    if found is None:
        return edtf
    year, month, day = found.groups()
    if month is None:
        return year
    seasons = load("labels")["seasons"]
    if int(month) in seasons:
        return f"{seasons[int(month)]} of {year}"
    if not 1 <= int(month) <= 12:
        return edtf
    name = load("calendar")["months"][int(month) - 1]
    return f"{int(day)} {name} {year}" if day else f"{name} {year}"


def _span_words(first: str, last: str) -> str:
    start, end = _day_words(first).split(" "), _day_words(last).split(" ")
    if len(start) == len(end) == 3 and start[1:] == end[1:]:
        return f"{start[0]}\u2013{end[0]} {' '.join(end[1:])}"
    if len(start) == len(end) > 1 and start[-1] == end[-1]:
        start = start[:-1]
    return f"{' '.join(start)} to {' '.join(end)}"


def figure(value: Decimal | int | float) -> str:
    """``205.2 billion``, ``500,000``, ``0.5``: never rounded."""
    number = Decimal(str(value))
    for size, name in load("labels")["scales"]:
        scaled = (number / size).normalize()
        if abs(scaled) >= 1 and -int(scaled.as_tuple().exponent) <= load("labels")["scale_decimals"]:
            return f"{scaled:,f} {name}"
    return f"{number.normalize():,f}"


def quantity(value: Decimal | int | float, unit: str, qualifier: str = "") -> str:
    """``>260 billion USD``, ``~3.7 million persons``, ``46 %``, ``rank 1``."""
    if unit == "rank":
        return f"rank {figure(value)}"
    sign = label("qualifiers", qualifier)
    return f"{sign}{figure(value)} {label('units', unit)}".rstrip()


def money(amount: Money) -> str:
    """``~8.3 billion USD``."""
    return quantity(amount.value, amount.currency, amount.qualifier)


def change(percent: Decimal | int | float, basis: Any) -> str:
    """``+19.3 % year on year``."""
    sign = "" if percent < 0 else "+"
    return f"{sign}{figure(percent)} % {label('change_bases', basis) if basis else ''}".rstrip()
