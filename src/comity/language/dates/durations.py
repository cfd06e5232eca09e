"""Expressions of length and repetition, and words for past, present and future."""

from __future__ import annotations

import re

from comity.language.dates.context import Context, Reading
from comity.language.dates.cues import left_is, listed, right_word, setting
from comity.language.dates.grammar import Hit
from comity.language.dates.numerals import amount, ordinal, plain
from comity.language.dates.points import DAYS, MONTHS, Point

_TIMES = {"H": "H", "MIN": "M", "S": "S"}
_ARTICLED = re.compile(r"(?:a|an|another)\Z", re.IGNORECASE)


def length(count: float | None, unit: str) -> str:
    """A TIMEX3 duration: ``P3Y``, ``PT2H``, ``PXM`` where the number is vague, ``P9M`` for three quarters."""
    if unit in _TIMES:
        return f"PT{'X' if count is None else plain(count)}{_TIMES[unit]}"
    factor, unit = {"FN": (2, "W"), "Q": (3, "M")}.get(unit, (1, unit))
    return f"P{'X' if count is None else plain(count * factor)}{unit}"


def duration(hit: Hit, ctx: Context) -> Reading | None:
    """``75 years``, ``four-day``, ``several months``, ``half a century``."""
    unit = hit.value("unit")
    if hit.has("halfunit"):
        return Reading("DURATION", length(0.5, hit.value("halfunit")), mod=hit.value("approx") or "")
    count = amount(hit) if hit.rule.name == "duration" else 1 if hit.rule.name == "unit_long" else None
    if _ARTICLED.match(hit.text("article")) and left_is("rate", ctx.text, hit.start):
        return Reading("SET", length(count, unit))
    return Reading("DURATION", length(count, unit), mod=hit.value("approx") or "")


def is_length(hit: Hit, ctx: Context) -> bool:
    """Whether number and unit measure time: not "a second", "some day", "three quarters of"."""
    unit, word = hit.value("unit"), hit.text("unit").lower()
    if unit == "S" and not word.endswith("s"):
        return False
    if _ARTICLED.match(hit.text("article")) and word.endswith("s") and not hit.has("extra"):
        return False
    if unit == "Q":
        return word.endswith("s") and not hit.has("article") and right_word(ctx.text, hit.end) != "of"
    return not (hit.has("vague") and not word.endswith(("s", "s'", "s’")))


def is_span(hit: Hit, ctx: Context) -> bool:
    """Whether a bare plural ("for months") tells how long something went on."""
    return left_is("plural", ctx.text, hit.start) and hit.value("unit") not in _TIMES


def window(hit: Hit, ctx: Context) -> Reading | None:
    """``the next three years``, ``the past decade``, ``within six months``: a duration on one side of the anchor."""
    count: float | None = 0.5 if hit.has("halfunit") else amount(hit)
    unit = hit.value("halfunit") or hit.value("unit")
    sign = hit.rule.sign or hit.value("window") or 0
    elsewhere = hit.rule.sign and right_word(ctx.text, hit.end) == "of"
    mod = "EQUAL_OR_LESS" if hit.rule.sign else hit.value("approx") or ""
    base = ctx.base(hit.start) if hit.rule.sign else ctx.anchor
    edtf = "" if elsewhere or base is None or ctx.narrative else _from_anchor(base, count, unit, sign)
    return Reading(
        "DURATION", length(count, unit), edtf, ctx.basis if edtf else "stated", mod, sign > 0 and not elsewhere
    )


def _from_anchor(anchor: Point, count: float | None, unit: str, sign: int) -> str:
    if not sign or count is None or (unit not in MONTHS and unit not in DAYS) or count > setting("far"):
        return ""
    if count != int(count) and unit in MONTHS:
        count, unit = count * MONTHS[unit], "M"
    other = anchor.plus(sign * int(count), unit)
    precision = "D" if unit in DAYS else "M" if unit in {"M", "Q"} or (anchor.month and not anchor.day) else "Y"
    near, far = anchor.cut(precision).edtf, other.cut(precision).edtf
    if near == far:
        return near
    return f"{near}/{far}" if sign > 0 else f"{far}/{near}"


def is_over(hit: Hit, ctx: Context) -> bool:
    """Whether "the next year" is a stretch that begins now ("over the next year"), and not the year after."""
    return left_is("over", ctx.text, hit.start) and not ctx.narrative and hit.value("unit") != "D"


def anniversary(hit: Hit, ctx: Context) -> Reading | None:
    """``the 75th anniversary``: how many years; which year that was is for the caller to say."""
    return Reading("DURATION", f"P{ordinal(hit)}Y")


def every(hit: Hit, ctx: Context) -> Reading | None:
    """``every year``, ``per month``, ``every two weeks``, ``every other day``."""
    count = amount(hit)
    return Reading("SET", length(2 if hit.has("other") else count, hit.value("unit")))


def everyday(hit: Hit, ctx: Context) -> Reading | None:
    """``annually``, ``daily``; not as part of a name ("China Daily")."""
    word = hit.text("everyday")
    if word[0].isupper() and (
        ctx.text[: hit.start].rstrip()[-1:].isalpha() or right_word(ctx.text, hit.end)[:1].isupper()
    ):
        return None
    return Reading("SET", str(hit.value("everyday")))


def reference(hit: Hit, ctx: Context) -> Reading | None:
    """``now``, ``recently``, ``in the coming years``."""
    value = hit.value("reference")
    return Reading("DATE", value, future=value == "FUTURE_REF")


def is_reference(hit: Hit, ctx: Context) -> bool:
    """Whether the word speaks of time: not "a shared future", "as soon as", "futures contracts"."""
    around = ctx.text[max(0, hit.start - 12) : hit.end].lower()
    if any(around.endswith(phrase) for phrase in listed("notreference")):
        return False
    return right_word(ctx.text, hit.end) not in listed("notreferenceright")
