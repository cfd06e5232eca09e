"""What stands between and before expressions: "from A to B", "since A", "until B"."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from comity.language.dates.context import Reading
from comity.language.dates.cues import left_is
from comity.language.dates.points import Point
from comity.model.edtf import bounds

_TO = re.compile(r"[\s\u00a0]{0,2}(?:to|until|till|through|up to|[-–—])[\s\u00a0]{0,2}(?:the[\s\u00a0])?")
_AND = re.compile(r"[\s\u00a0]{1,2}and[\s\u00a0]{1,2}")
_SPANS = {"calendar", "month", "year", "numeric", "weekday", "season", "quarter", "deictic", "step"}
_DATED = {"calendar", "month"}

Found = tuple[int, int, str, str, Reading]  # start, end, rule, maker, reading


def opened(text: str, start: int, reading: Reading) -> Reading:
    """The reading with what the word before it says: since, until, by, before, after."""
    if not reading.edtf or "/" in reading.edtf or reading.kind in {"DURATION", "SET"}:
        return reading
    if left_is("since", text, start):
        return replace(reading, edtf=f"{reading.edtf}/..")
    if left_is("until", text, start):
        return replace(reading, edtf=f"../{reading.edtf}")
    for name, mod in (("by", "ON_OR_BEFORE"), ("before", "BEFORE"), ("after", "AFTER")):
        if not reading.mod and left_is(name, text, start):
            return replace(reading, mod=mod)
    return reading


def joined(text: str, found: list[Found]) -> list[Found]:
    """Join "from A to B" and "between A and B" into one expression with an interval."""
    out: list[Found] = []
    skip = False
    for one, other in pairwise([*found, None]):
        if skip or one is None:
            skip = False
            continue
        both = None if other is None else _join(text, one, other)
        out.append(both or one)
        skip = both is not None
    return out


def _join(text: str, one: Found, other: Found) -> Found | None:
    if one[3] not in _SPANS or other[3] not in _SPANS or other[0] - one[1] > 12:
        return None
    gap = text[one[1] : other[0]]
    between = left_is("between", text, one[0])
    if not (_TO.fullmatch(gap) or (_AND.fullmatch(gap) and between)):
        return None
    first, last = one[4], other[4]
    dated = one[3] in _DATED and other[3] in _DATED
    if dated and first.basis != "stated" and first.point and last.point:
        first = replace(_with_year(first, first.point, last.point), basis=last.basis)
    return _interval(one, other, first, last)


def _with_year(reading: Reading, point: Point, last: Point) -> Reading:
    moved = Point(last.year - (point.month > last.month > 0), point.month, point.day)
    return replace(reading, edtf=moved.edtf, value=moved.timex, point=moved, basis="stated") if moved.valid else reading


def _interval(one: Found, other: Found, first: Reading, last: Reading) -> Found | None:
    start, end = _end(first.edtf, 0), _end(last.edtf, 1)
    if not start or not end or bounds(start)[0] > bounds(end)[1] or start == end:
        return None
    basis = first.basis if last.basis == "stated" else last.basis
    reading = Reading("DATE", f"{first.value}/{last.value}", f"{start}/{end}", basis, "", last.future, last.point)
    return one[0], other[1], "range", "range", reading


def _end(edtf: str, side: int) -> str:
    parts = [p for p in edtf.split("/") if p != ".."]
    return parts[-side] if parts else ""
