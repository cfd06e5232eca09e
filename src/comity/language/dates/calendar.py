"""Expressions that name a day, a month, or a stretch of them."""

from __future__ import annotations

import re

from comity.language.dates.context import Context, Part, Reading
from comity.language.dates.cues import left_is, listed, right_word
from comity.language.dates.grammar import Hit
from comity.language.dates.points import Point, frame
from comity.model.dates import DateBasis, TimexType

_NUMBER = re.compile(r"\d+")


def year_of(hit: Hit, ctx: Context, month: int = 0, day: int = 0) -> tuple[int | None, DateBasis]:
    """The year an expression stands in, and how it is known."""
    if hit.has("year"):
        year = int(hit.text("year"))
        return (-year if hit.value("era") == "BC" else year), "stated"
    if hit.has("yearword"):
        return (ctx.anchor.year + hit.value("yearword") if ctx.anchor else None), ctx.basis
    if hit.has("nearyear"):
        base = ctx.mention("Y")
        return (base.year + hit.value("nearyear") if base else None), ctx.basis
    return ctx.year_for(month, day, hit.start, hit.end), ctx.basis


def day_number(hit: Hit, label: str) -> int:
    """A day of the month in digits or as an ordinal word."""
    words = hit.text(label)
    found = _NUMBER.match(words)
    return int(found.group()) if found else int(hit.value(label))


def calendar(hit: Hit, ctx: Context) -> Reading | None:
    """``April 14, 2025``, ``the afternoon of 14 April``, ``the second of May``."""
    month, day = int(hit.value("month")), day_number(hit, "day")
    year, basis = year_of(hit, ctx, month, day)
    if not Point(2000, month, day).valid or (year is not None and not Point(year, month, day).valid):
        return None
    return on_day(hit, None if year is None else Point(year, month, day), f"XXXX-{month:02d}-{day:02d}", basis)


def on_day(hit: Hit, point: Point | None, unknown: str, basis: DateBasis, *, future: bool = False) -> Reading:
    """A day, with the part of the day where the expression names one."""
    part = hit.value("part") or ""
    kind: TimexType = "TIME" if part else "DATE"
    if point is None:
        return Reading(kind, unknown + part)
    return Reading(kind, point.timex + part, point.edtf, basis, future=future, point=point)


def numeric(hit: Hit, ctx: Context) -> Reading | None:
    """``2025-04-14``, ``16/11/2025``: day before month unless that cannot be."""
    year = int(hit.text("year"))
    if hit.has("mm"):
        month, day = int(hit.text("mm")), int(hit.text("dd"))
    else:
        day, month = int(hit.text("a")), int(hit.text("b"))
        if month > 12:
            day, month = month, day
    point = Point(year, month, day)
    return Reading("DATE", point.timex, point.edtf, point=point) if day and month and point.valid else None


def span_days(hit: Hit, ctx: Context) -> Reading | None:
    """``April 14-15, 2025``, ``28 April to 2 May``."""
    month, day = int(hit.value("month")), day_number(hit, "day")
    month2, day2 = int(hit.value("month2") or month), day_number(hit, "day2")
    year2, basis = year_of(hit, ctx, month2, day2)
    if year2 is None or not Point(year2, month2, day2).valid:
        return None
    first, last = Point(year2 - (month > month2), month, day), Point(year2, month2, day2)
    return between(hit, first, last, basis) if first.valid else None


def between(hit: Hit, first: Point, last: Point, basis: DateBasis) -> Reading | None:
    """A range with its two ends; None where the end lies before the beginning."""
    if (first.year, first.month, first.day) >= (last.year, last.month, last.day):
        return None
    dash = hit.match.span(hit.index("dash") or hit.index("rangedash"))
    parts = (Part(hit.start, _rstrip(hit, dash[0]), first), Part(_lstrip(hit, dash[1]), hit.end, last))
    value = f"{first.timex}/{last.timex}"
    return Reading("DATE", value, f"{first.edtf}/{last.edtf}", basis, point=last, parts=parts)


def _rstrip(hit: Hit, at: int) -> int:
    return hit.start + len(hit.match.string[hit.start : at].rstrip())


def _lstrip(hit: Hit, at: int) -> int:
    return hit.end - len(hit.match.string[at : hit.end].lstrip())


def month(hit: Hit, ctx: Context) -> Reading | None:
    """``April 2025``, ``mid-April``, ``last December``, ``the first half of May``."""
    number = int(hit.value("month"))
    if hit.has("step"):
        year: int | None = _stepped(ctx, number, hit.value("step"))
        basis = ctx.basis
    else:
        year, basis = year_of(hit, ctx, number)
    mod = hit.value("edge") or {1: "START", 2: "END"}.get(hit.value("half"), "")
    if year is None:
        return Reading("DATE", f"XXXX-{number:02d}", mod=mod)
    point = Point(year, number)
    return Reading("DATE", point.timex, point.edtf, basis, mod, point=point)


def _stepped(ctx: Context, number: int, step: int) -> int | None:
    if ctx.anchor is None:
        return None
    now = ctx.anchor
    if step == 0:
        return now.year
    return now.year - (number >= now.month) if step < 0 else now.year + (number <= now.month)


def span_months(hit: Hit, ctx: Context) -> Reading | None:
    """``March to May 2024``, ``August-September``."""
    first, last = int(hit.value("month")), int(hit.value("month2"))
    year, basis = year_of(hit, ctx, last)
    if year is None:
        return None
    return between(hit, Point(year - (first > last), first), Point(year, last), basis)


def holiday(hit: Hit, ctx: Context) -> Reading | None:
    """``Christmas Eve``, ``New Year's Day 2026``."""
    number, day = (int(x) for x in hit.value("holiday").split("-"))
    year, basis = year_of(hit, ctx, number, day)
    return on_day(hit, None if year is None else Point(year, number, day), f"XXXX-{number:02d}-{day:02d}", basis)


def week_of(hit: Hit, ctx: Context) -> Reading | None:
    """``the week of April 14``."""
    number, day = int(hit.value("month")), day_number(hit, "day")
    year, basis = year_of(hit, ctx, number, day)
    if year is None or not Point(year, number, day).valid:
        return None
    point = Point(year, number, day)
    value, edtf = frame(point, "W")
    return Reading("DATE", value, edtf, basis, point=point)


def bare_month(hit: Hit, ctx: Context) -> bool:
    """Whether a month's name alone is one: it has a neighbour that fits, and is neither a verb nor a person."""
    if hit.has("edge"):
        return True
    if left_is("month", ctx.text, hit.match.start(hit.index("month"))):
        return True
    word = hit.text("month").lower()
    return word not in listed("wordmonth") and len(word) > 3 and not right_word(ctx.text, hit.end)[:1].isupper()
