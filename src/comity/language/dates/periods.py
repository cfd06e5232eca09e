"""Expressions that name a year or a larger or regular stretch: quarters, halves, seasons, decades, centuries."""

from __future__ import annotations

from comity.language.dates.calendar import between, year_of
from comity.language.dates.context import Context, Reading
from comity.language.dates.cues import left_is, listed, right_word
from comity.language.dates.grammar import Hit
from comity.language.dates.numerals import amount, has_number, ordinal, plain
from comity.language.dates.points import MONTHS, Point
from comity.model.dates import DateBasis

_SEASONS = {"SP": (21, 3), "SU": (22, 6), "FA": (23, 9), "WI": (24, 12)}


def year(hit: Hit, ctx: Context) -> Reading | None:
    """``2025``, ``late 2025``, ``FY2024``, ``480 BC``."""
    number = int(hit.text("year"))
    if number == 0:
        return None
    if hit.value("era") == "BC" or (hit.rule.guard == "oldyear" and ctx.era == "BC"):
        ctx.era, number = "BC", -number
    point = Point(number)
    return Reading("DATE", point.timex, point.edtf, mod=hit.value("edge") or "", point=point)


def span_years(hit: Hit, ctx: Context) -> Reading | None:
    """``2021-2025``, ``1914–18``, ``2016 to 2020``."""
    first, written = int(hit.text("year")), hit.text("year2")
    last = int(written) if len(written) == 4 else first // 100 * 100 + int(written)
    return between(hit, Point(first), Point(last), "stated")


def decade(hit: Hit, ctx: Context) -> Reading | None:
    """``the 1990s``, ``the '90s``, ``the late eighties``, ``the 470s BC``."""
    if hit.has("decadeword"):
        tens = 190 + hit.value("decadeword")
    elif hit.has("shortyear"):
        tens = 190 + int(hit.text("shortyear")) // 10
    else:
        tens = int(hit.text("decadeyear")) // 10
    mod = hit.value("edge") or ""
    if hit.value("era") == "BC":
        return Reading("DATE", f"BC{tens:03d}", mod=mod)
    return Reading("DATE", f"{tens:03d}", f"{tens:03d}X", mod=mod, point=Point(tens * 10))


def century(hit: Hit, ctx: Context) -> Reading | None:
    """``the 19th century``, ``the early twenty-first century``."""
    number, mod = ordinal(hit) - 1, hit.value("edge") or ""
    if hit.value("era") == "BC":
        return Reading("DATE", f"BC{number:02d}", mod=mod)
    return Reading("DATE", f"{number:02d}", f"{number:02d}XX", mod=mod)


def quarter(hit: Hit, ctx: Context) -> Reading | None:
    """``the first quarter of 2025``, ``Q3``: without a year the last complete one, or the next ahead."""
    number = int(hit.value("nth") or hit.text("fourth"))
    year, basis = _own_year(hit, ctx, number * 3)
    if year is None:
        return Reading("DATE", f"XXXX-Q{number}")
    return Reading("DATE", f"{year:04d}-Q{number}", f"{year:04d}-{32 + number}", basis, point=Point(year, number * 3))


def _own_year(hit: Hit, ctx: Context, ends: int) -> tuple[int | None, DateBasis]:
    if any(hit.has(label) for label in ("year", "yearword", "nearyear")):
        return year_of(hit, ctx)
    if ctx.narrative or ctx.anchor is None:
        last = ctx.mentioned.get("Y")
        return (last.year if last else None), ctx.basis
    behind = ctx.sense(hit.start, hit.end) != "future"
    passed = ends - 2 > ctx.anchor.month
    return ctx.anchor.year - (1 if behind and passed else 0), ctx.basis


def half(hit: Hit, ctx: Context) -> Reading | None:
    """``the first half of 2024``."""
    number = hit.value("half")
    year, basis = year_of(hit, ctx)
    if year is None:
        return Reading("DATE", f"XXXX-H{number}")
    first, last = Point(year, 6 * number - 5), Point(year, 6 * number)
    return Reading("DATE", f"{year:04d}-H{number}", f"{first.edtf}/{last.edtf}", basis, point=last)


def _frame(hit: Hit, ctx: Context) -> tuple[Point | None, DateBasis]:
    number = int(hit.value("month") or 0)
    year, basis = year_of(hit, ctx, number)
    return (None if year is None else Point(year, number)), basis


def opening(hit: Hit, ctx: Context) -> Reading | None:
    """``the first nine months of 2024``, ``the first week of May``: a duration with its place in the calendar."""
    count, unit = amount(hit), hit.value("subunit")
    value = f"P{'X' if count is None else plain(count)}{unit}"
    frame, basis = _frame(hit, ctx)
    fiscal = not listed("fiscal").isdisjoint(hit.match.group().lower().split())
    if count is None or frame is None or frame.year < 1 or fiscal:
        return Reading("DURATION", value)
    first = Point(frame.year, frame.month or 1, 1)
    last = first.plus(int(count), unit).plus_days(-1)
    precision = "M" if unit in MONTHS else "D"
    edtf = _stretch(first.cut(precision), last.cut(precision))
    return _placed(hit, value, edtf, basis, frame)


def closing(hit: Hit, ctx: Context) -> Reading | None:
    """``the last two months of 2024``."""
    count, unit = amount(hit), hit.value("subunit")
    value = f"P{'X' if count is None else plain(count)}{unit}"
    frame, basis = _frame(hit, ctx)
    if count is None or frame is None or frame.year < 1:
        return Reading("DURATION", value)
    after = Point(frame.year, frame.month or 12, 1).plus_months(1)
    first, last = after.plus(-int(count), unit), after.plus_days(-1)
    precision = "M" if unit in MONTHS else "D"
    return _placed(hit, value, _stretch(first.cut(precision), last.cut(precision)), basis, frame)


def ending(hit: Hit, ctx: Context) -> Reading | None:
    """``the three months through December``, ``the year ended March 2025``: the months up to and with that one."""
    count, unit = amount(hit), hit.value("subunit")
    frame, basis = _frame(hit, ctx)
    if count is None or frame is None or unit not in MONTHS:
        return None
    last = Point(frame.year, frame.month, 1)
    first = last.plus_months(1).plus(-int(count), unit)
    return Reading(
        "DURATION", f"P{plain(count)}{unit}", _stretch(first.cut("M"), last.cut("M")), basis, point=last.cut("M")
    )


def _stretch(first: Point, last: Point) -> str:
    return first.edtf if first == last else f"{first.edtf}/{last.edtf}"


def _placed(hit: Hit, value: str, edtf: str, basis: DateBasis, frame: Point) -> Reading:
    one_day = not has_number(hit) and hit.value("subunit") == "D"
    if one_day:
        point = Point.read(edtf)
        return Reading("DATE", point.timex, edtf, basis, point=point)
    return Reading("DURATION", value, edtf, basis, point=frame)


def season(hit: Hit, ctx: Context) -> Reading | None:
    """``spring 2025``, ``last summer``, ``the autumn``. A winter belongs to the year in which it begins."""
    code = hit.value("season")
    number, begins = _SEASONS[code]
    year, basis = _season_year(hit, ctx, begins)
    mod = hit.value("edge") or ""
    if year is None:
        return Reading("DATE", f"XXXX-{code}", mod=mod)
    point = Point(year)
    edtf = f"{point.edtf}-{number}" if year > 0 else ""
    return Reading("DATE", f"{point.timex}-{code}", edtf, basis, mod, point=point)


def _season_year(hit: Hit, ctx: Context, begins: int) -> tuple[int | None, DateBasis]:
    if hit.has("near"):
        base = ctx.mention("Y")
        return (base.year + hit.value("near") if base else None), ctx.basis
    if not hit.has("step"):
        if ctx.narrative and not any(hit.has(x) for x in ("year", "yearword", "nearyear")):
            last = ctx.mentioned.get("Y")
            return (last.year if last else None), ctx.basis
        return year_of(hit, ctx, begins)
    if ctx.anchor is None:
        return None, ctx.basis
    step, now = hit.value("step"), ctx.anchor
    if step == 0:
        return now.year, ctx.basis
    return (now.year - (begins + 2 >= now.month) if step < 0 else now.year + (begins <= now.month)), ctx.basis


def bare_year(hit: Hit, ctx: Context) -> bool:
    """Whether four digits are a year and not a quantity, a clause or a number."""
    text, number = ctx.text, int(hit.text("year"))
    if left_is("notyear", text, hit.start) or not not_quantity(hit, ctx):
        return False
    if left_is("year", text, hit.start):
        return True
    return 1900 <= number <= 2060 and number % 100 != 0


def not_quantity(hit: Hit, ctx: Context) -> bool:
    """Whether no unit and, but for a firm neighbour before, no plural noun follows the digits."""
    text = ctx.text
    following = text[hit.end : hit.end + 2]
    if (following[:1] in {",", "."} and following[1:].isdigit()) or following[:1] in {"%", "°"}:
        return False
    word = right_word(text, hit.end)
    if word.lower() in listed("quantity"):
        return False
    counted = word.islower() and len(word) > 3 and word.endswith("s") and word not in listed("notplural")
    return not counted or left_is("firmyear", text, hit.start)


def bare_old_year(hit: Hit, ctx: Context) -> bool:
    """Whether three digits are a year: only in a text of years before Christ, after "in", "since" and the like."""
    digits = hit.text("year")
    fits = ctx.era == "BC" and len(digits) == 3 and not_quantity(hit, ctx)
    return fits and left_is("firmyear", ctx.text, hit.start) and not left_is("oldno", ctx.text, hit.start)


def bare_season(hit: Hit, ctx: Context) -> bool:
    """Whether a season's name is one here: not a verb, not part of a name."""
    if hit.has("year"):
        return True
    at = hit.match.start(hit.index("season"))
    if hit.text("season").lower() == "fall" and (hit.start == at or right_word(ctx.text, hit.end) in {"of", "in"}):
        return False
    before = ctx.text[:at].rstrip()[-1:]
    named = hit.text("season")[0].isupper() and hit.start == at and before.isalpha()
    return not named and (hit.has("edge") or left_is("season", ctx.text, at))


def bare_decade(hit: Hit, ctx: Context) -> bool:
    """Whether "the eighties" are years: with an article or edge, and not somebody's age."""
    return hit.text("decadeword").lower() != hit.match.group().lower()
