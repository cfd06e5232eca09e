"""Expressions that point from the document's date, or from the date mentioned last."""

from __future__ import annotations

import re

from comity.language.dates.calendar import on_day
from comity.language.dates.context import Context, Reading
from comity.language.dates.cues import in_a_diary, left_is, listed, right_word, sentence_left, setting
from comity.language.dates.grammar import Hit
from comity.language.dates.numerals import amount
from comity.language.dates.points import DAYS, MONTHS, Point, frame

_UNKNOWN = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "FN": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX"}
_SMALL = {"H", "MIN", "S"}


def deictic(hit: Hit, ctx: Context) -> Reading | None:
    """``today``, ``yesterday evening``."""
    shift = hit.value("deictic")
    point = ctx.anchor.plus_days(shift) if ctx.anchor else None
    return on_day(hit, point, "XXXX-XX-XX", ctx.basis, future=shift > 0)


def deictic_part(hit: Hit, ctx: Context) -> Reading | None:
    """``tonight``, ``last night``, ``this morning``."""
    found = re.match(r"(-?\d)(\w+)", hit.value("deicticpart"))
    if found is None:
        return None
    part = found.group(2)
    if ctx.anchor is None:
        return Reading("TIME", "XXXX-XX-XX" + part)
    point = ctx.anchor.plus_days(int(found.group(1)))
    return Reading("TIME", point.timex + part, point.edtf, ctx.basis, point=point)


def weekday(hit: Hit, ctx: Context) -> Reading | None:
    """``on Thursday morning``, ``last Monday``: the nearest one behind, or ahead where the clause looks ahead."""
    if not hit.text("weekday").lower().endswith("day") and not left_is("dayleft", ctx.text, hit.start):
        return None
    number = hit.value("weekday")
    unknown = f"XXXX-WXX-{number}"
    base = ctx.mention("D") if hit.has("near") else ctx.anchor
    if base is None or base.year < 1 or not base.day:
        return on_day(hit, None, unknown, ctx.basis)
    today = base.date.isoweekday()
    back = (today - number) % 7
    shift = _weekday_shift(hit, ctx, back)
    return on_day(hit, base.plus_days(shift), unknown, ctx.basis, future=shift > 0 and hit.has("step"))


def _weekday_shift(hit: Hit, ctx: Context, back: int) -> int:
    named = hit.value("near") if hit.has("near") else hit.value("step")
    if named is None:
        ahead = ctx.sense(hit.start, hit.end) == "future" or (ctx.past is None and in_a_diary(ctx.text, hit.start))
        return (7 - back) % 7 if ahead else -back
    if named < 0:
        return -(back or 7)
    if named > 0:
        return 7 - back
    return -back if hit.has("near") or ctx.sense(hit.start, hit.end) != "future" else (7 - back) % 7


def weekday_of_day(hit: Hit, ctx: Context) -> Reading | None:
    """``this Monday (23)``, ``Thursday (9/1)``: the nearest such day of the month that falls on that weekday."""
    if ctx.anchor is None or ctx.anchor.year < 1 or not ctx.anchor.day:
        return None
    first = int(re.sub(r"\D", "", hit.text("day")))
    second = int(hit.text("num") or 0)
    wanted = {(first, second), (second, first)} if second else {(first, 0)}
    for away in sorted(range(-setting("weekday_reach"), setting("weekday_reach") + 1), key=abs):
        point = ctx.anchor.plus_days(away)
        if point.date.isoweekday() != hit.value("weekday"):
            continue
        if {(point.day, point.month), (point.day, 0)} & wanted:
            return on_day(hit, point, "", ctx.basis, future=away > 0 and hit.has("step"))
    return None


def weekdays(hit: Hit, ctx: Context) -> Reading | None:
    """``every Monday``."""
    return Reading("SET", f"XXXX-WXX-{hit.value('weekday')}")


def unit_frame(point: Point | None, unit: str, ctx: Context, mod: str, *, future: bool = False) -> Reading:
    """The calendar unit around a point; placeholders where the point is unknown or too coarse."""
    coarse = point is not None and ((unit in {"M", "Q"} and not point.month) or (unit in DAYS and not point.day))
    if point is None or (point.year < 1 and unit not in {"Y", "M", "D"}):
        return Reading("DATE", _UNKNOWN.get(unit, "XXXX"), mod=mod)
    if coarse:
        value = f"{point.cut('Y').timex}{_UNKNOWN[unit][4:]}"
        return Reading("DATE", value, point.edtf, ctx.basis, mod, future)
    value, edtf = frame(point, unit)
    after = point.cut(unit) if unit in {"Y", "M"} else point
    return Reading("DATE", value, edtf, ctx.basis, mod, future, point=None if unit in {"DE", "CE"} else after)


def step(hit: Hit, ctx: Context) -> Reading | None:
    """``last year``, ``earlier this month``, ``the end of the year``, ``within the week``."""
    unit = hit.value("single")
    shift = hit.value("step") or 0
    if unit == "D":
        return None
    base = ctx.anchor
    if base is None and not hit.has("step"):
        base = ctx.mention("Y")
    mod = hit.value("edge") or ""
    if base is not None and shift:
        base = base.plus(shift, unit)
    ahead = shift > 0 or (mod == "END" and not hit.has("step") and ctx.sense(hit.start, hit.end) == "future")
    return unit_frame(base, unit, ctx, mod, future=ahead)


def near(hit: Hit, ctx: Context) -> Reading | None:
    """``that day``, ``the following year``, ``later that evening``, ``the day before``."""
    shift = hit.value("near")
    unit = hit.value("single") or "D"
    base = ctx.mention("D" if unit in DAYS else "M" if unit in {"M", "Q"} else "Y")
    if base is not None and shift and (base.year > 1 or unit in MONTHS) and (unit in MONTHS or base.day):
        base = base.plus(shift, unit)
    if unit == "D" and hit.has("part"):
        whole = base is not None and base.day > 0
        return on_day(hit, base if whole else None, "XXXX-XX-XX", ctx.basis)
    return unit_frame(base, unit, ctx, hit.value("edge") or "")


def part(hit: Hit, ctx: Context) -> Reading | None:
    """``the evening``, of the day mentioned last."""
    base = ctx.mentioned.get("D")
    return on_day(hit, base, "XXXX-XX-XX", ctx.basis) if base else None


def clock(hit: Hit, ctx: Context) -> Reading | None:
    """``10:30 a.m.``, ``19:00``, of the day mentioned shortly before, else of the document's."""
    hour, minute = int(hit.text("hh")), int(hit.text("min") or 0)
    half = hit.text("ampm").lower()[:1]
    if half and not 1 <= hour <= 12:
        return None
    hour = hour % 12 + 12 if half == "p" else hour % 12 if half == "a" else hour
    time = f"T{hour:02d}:{minute:02d}"
    close = hit.start - ctx.day_at <= setting("clock_reach")
    day = ctx.mentioned.get("D") if close or ctx.narrative else ctx.anchor
    if day is None:
        return Reading("TIME", "XXXX-XX-XX" + time)
    return Reading("TIME", day.timex + time, day.edtf, ctx.basis, point=day)


def ago(hit: Hit, ctx: Context) -> Reading | None:
    """``three years ago``, ``two days later``; ``before`` and ``after`` only where nothing follows to count from."""
    count, unit, way = amount(hit), hit.value("unit"), hit.value("ago")
    if abs(way) == 2 and _counts_from_another(hit, ctx):
        return None
    sign = 1 if way > 0 else -1
    if count is None:
        return Reading("DATE", "FUTURE_REF" if sign > 0 else "PAST_REF")
    base = ctx.anchor if abs(way) == 1 else _told(ctx, unit)
    return moved(base, sign * count, unit, ctx, hit.value("approx") or "", future=way == 1)


def _told(ctx: Context, unit: str) -> Point | None:
    """What "later" and "earlier" count from: the last point as precise as the unit, unless another year came after."""
    precise = ctx.mentioned.get("D" if unit in DAYS else "M" if unit in {"M", "Q"} else "Y")
    last = ctx.mentioned.get("Y", ctx.anchor)
    return precise if precise and last and precise.year == last.year else last


def _counts_from_another(hit: Hit, ctx: Context) -> bool:
    if hit.text("ago").lower() not in {"before", "after", "prior"}:
        return False
    return right_word(ctx.text, hit.end)[:1].isalnum()


def moved(base: Point | None, count: float, unit: str, ctx: Context, mod: str, *, future: bool) -> Reading | None:
    """A point some units away, as precise as the unit."""
    if unit in _SMALL:
        day = base if base and base.day else None
        return Reading("TIME", f"{day.timex}TXX", day.edtf, ctx.basis, mod, point=day) if day else None
    if abs(count) > setting("far"):
        return None
    if count != int(count):
        count, unit = (count * 12, "M") if unit == "Y" else (round(count), unit)
    fits = base is not None and (unit in MONTHS or (base.day > 0 and base.year > 1))
    point = base.plus(int(count), unit) if base is not None and fits else base
    if point is None or point.year == 0:
        return Reading("DATE", _UNKNOWN.get(unit, "XXXX"), mod=mod)
    return unit_frame(point, unit, ctx, mod, future=future)


def ahead(hit: Hit, ctx: Context) -> Reading | None:
    """``in two weeks``, where the clause looks ahead."""
    count, unit = amount(hit), hit.value("unit")
    if count is None or ctx.anchor is None or unit in _SMALL or hit.text("article").lower().startswith("half"):
        return None
    return moved(ctx.anchor, count, unit, ctx, hit.value("approx") or "", future=True)


def looks_ahead(hit: Hit, ctx: Context) -> bool:
    """Whether "in N units" counts from today: only behind "in", and in a clause about the future."""
    if not left_is("ahead_in", ctx.text, hit.start) or ctx.sense(hit.start, hit.end) != "future":
        return False
    return listed("notahead").isdisjoint(sentence_left(ctx.text, hit.start).lower().split())


def nth_day(hit: Hit, ctx: Context) -> Reading | None:
    """``the 20th``, of the month mentioned last."""
    base = ctx.mention("M")
    day = int(re.sub(r"\D", "", hit.text("nthday")))
    if base is None or not base.month or not Point(base.year, base.month, day).valid:
        return None
    return on_day(hit, Point(base.year, base.month, day), "", ctx.basis)


def bare_nth_day(hit: Hit, ctx: Context) -> bool:
    """Whether an ordinal stands alone, with no noun behind that it could count."""
    return left_is("dayleft", ctx.text, hit.start) and right_word(ctx.text, hit.end) in listed("dayright")


def bare_part(hit: Hit, ctx: Context) -> bool:
    """Whether a part of the day is placed by a preposition."""
    return left_is("partleft", ctx.text, hit.start)


def is_clock(hit: Hit, ctx: Context) -> bool:
    """Whether a time of day is one: no offset from Greenwich ("12:30:00-04:00"), no score or ratio."""
    before = ctx.text[hit.start - 1 : hit.start]
    return before not in {"-", "+", "−"} and ctx.text[hit.end : hit.end + 1] not in {":", "%"}
