"""Time expressions of a text: where they stand, what they say (TIMEX3), and which days that is (EDTF).

The grammar is data (``vocab/dates.yaml``). Days without a year, weekdays and the like are resolved against the
document's date (the anchor); in narrative, which has none, against the year the story has reached.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from comity.language.dates import calendar, durations, periods, relative
from comity.language.dates.context import Context, Reading
from comity.language.dates.cues import setting
from comity.language.dates.grammar import ANY, WORD, Hit, Rule, by_head, head, trigger_words
from comity.language.dates.points import Point
from comity.language.dates.ranges import Found, joined, opened
from comity.model.dates import TimeMention
from comity.model.spans import Span

__all__ = ["find_dates", "first_full_date"]

Maker = Callable[[Hit, Context], Reading | None]
Guard = Callable[[Hit, Context], bool]

_MAKERS: dict[str, Maker] = {
    "numeric": calendar.numeric,
    "calendar": calendar.calendar,
    "span_days": calendar.span_days,
    "month": calendar.month,
    "span_months": calendar.span_months,
    "holiday": calendar.holiday,
    "week_of": calendar.week_of,
    "year": periods.year,
    "span_years": periods.span_years,
    "decade": periods.decade,
    "century": periods.century,
    "quarter": periods.quarter,
    "half": periods.half,
    "opening": periods.opening,
    "closing": periods.closing,
    "ending": periods.ending,
    "season": periods.season,
    "step": relative.step,
    "near": relative.near,
    "deictic": relative.deictic,
    "deictic_part": relative.deictic_part,
    "weekday": relative.weekday,
    "weekdays": relative.weekdays,
    "weekday_of_day": relative.weekday_of_day,
    "part": relative.part,
    "clock": relative.clock,
    "ago": relative.ago,
    "ahead": relative.ahead,
    "nth_day": relative.nth_day,
    "window": durations.window,
    "duration": durations.duration,
    "anniversary": durations.anniversary,
    "every": durations.every,
    "everyday": durations.everyday,
    "reference": durations.reference,
}
_GUARDS: dict[str, Guard] = {
    "month": calendar.bare_month,
    "year": periods.bare_year,
    "oldyear": periods.bare_old_year,
    "quantity": periods.not_quantity,
    "season": periods.bare_season,
    "part": relative.bare_part,
    "clock": relative.is_clock,
    "ahead": relative.looks_ahead,
    "nth_day": relative.bare_nth_day,
    "duration": durations.is_length,
    "over": durations.is_over,
    "plural": durations.is_span,
    "word": periods.bare_decade,
    "reference": durations.is_reference,
}
_ADDRESS = re.compile(r"(?:https?://|www\.)\S{1,2000}")
_ERA = re.compile(r"\b\d{2,4} ?(?:BCE?|B\.C\.)")


def find_dates(
    text: str,
    *,
    anchor: str = "",
    anchor_inferred: bool = False,
    past: Callable[[int], bool] | None = None,
    narrative: bool | None = None,
    ranges: bool = True,
) -> list[TimeMention]:
    """The time expressions of a text in order, never overlapping; spans are offsets in ``text``.

    ``anchor`` is the document's ISO date or empty, ``anchor_inferred`` tells that it was not given but concluded.
    ``past(offset)`` may say whether the clause around an offset is about the past; without it a few cue words do.
    ``narrative`` resolves a day or month without year to the year last mentioned instead of the anchor's; by default
    that is done where there is no anchor. ``ranges=False`` gives the two ends of "14-15 April" as two expressions.
    Without an anchor, expressions that need one keep ``X`` placeholders and have no EDTF date.
    Raises ``ValueError`` if ``anchor`` is no ISO date.
    """
    point = Point.read(anchor) if anchor else None
    story = not anchor if narrative is None else narrative
    era = "BC" if _ERA.search(text) else ""
    ctx = Context(text, point, anchor_inferred, story, past, era)
    found = list(_walk(ctx))
    found = joined(text, found) if ranges else [part for one in found for part in _ends(one)]
    return [_mention(text, one, anchor) for one in found]


def first_full_date(text: str) -> str:
    """The first day that a text states with its year, as ISO date, or empty: the dateline of a text that has none."""
    for one in _walk(Context(text, None, False, True, None)):
        reading = one[4]
        if reading.basis == "stated" and reading.point and reading.point.day and reading.point.year > 0:
            return reading.point.edtf
    return ""


def _walk(ctx: Context) -> Iterator[Found]:
    position = 0
    for start, candidates in _openings(ctx.text):
        if start < position or not _begins(ctx.text, start):
            continue
        best = _best(ctx, candidates, start)
        if best is not None:
            hit, reading = best
            position = hit.end
            if reading.point is not None:
                ctx.note(reading, start)
            yield hit.start, hit.end, hit.rule.name, hit.rule.make, opened(ctx.text, start, reading)


def _openings(text: str) -> Iterator[tuple[int, tuple[Rule, ...]]]:
    """The words that a rule can begin with and that have a time word at most a few words on."""
    table, triggers, reach = by_head(), trigger_words(), setting("trigger_reach")
    words = [(m.start(), head(m.group())) for m in WORD.finditer(text)]
    addresses = _Addresses(text)
    ahead, last = 0, len(words) - 1
    for number, (start, key) in enumerate(words):
        seconds = table.get(key)
        if seconds is None:
            continue
        while ahead < number or (ahead <= last and words[ahead][1] not in triggers):
            ahead += 1
        if ahead > last:
            return
        candidates = seconds.get(words[number + 1][1] if number < last else ANY, seconds[ANY])
        if candidates and ahead - number <= reach and not addresses.cover(start):
            yield start, candidates


class _Addresses:
    """The web addresses of a text; what looks like a date inside one is none."""

    def __init__(self, text: str) -> None:
        self.spans = [m.span() for m in _ADDRESS.finditer(text)] if "://" in text or "www." in text else []
        self.next = 0

    def cover(self, at: int) -> bool:
        """Whether an offset lies in an address; offsets must be asked in ascending order."""
        while self.next < len(self.spans) and self.spans[self.next][1] <= at:
            self.next += 1
        return self.next < len(self.spans) and self.spans[self.next][0] <= at


def _begins(text: str, start: int) -> bool:
    """Whether a word can begin here: not inside a number, an amount or a longer word."""
    if start == 0:
        return True
    before = text[start - 1]
    if text[start].isdigit():
        if before in ".,:/" and start > 1 and text[start - 2].isdigit():
            return False
        if before == "-" and start > 1 and text[start - 2].isalpha() and text[start - 2].isupper():
            return False  # "CASA-1000"
        return not (before.isalnum() or before in "_$€£¥#@=+")
    return not (before.isalnum() or before in "_@#")


def _best(ctx: Context, candidates: tuple[Rule, ...], start: int) -> tuple[Hit, Reading] | None:
    hits = []
    for rule in candidates:
        match = rule.regex.match(ctx.text, start)
        if match is not None and match.end() > start:
            hits.append(Hit(rule, match))
    hits.sort(key=lambda h: -h.end)
    for hit in hits:
        guard = hit.rule.guard
        if guard and not _GUARDS[guard](hit, ctx):
            continue
        reading = _MAKERS[hit.rule.make](hit, ctx)
        if reading is not None:
            return hit, reading
    return None


def _ends(one: Found) -> list[Found]:
    parts = one[4].parts
    if not parts:
        return [one]
    basis = one[4].basis
    return [
        (p.start, p.end, one[2], one[3], Reading("DATE", p.point.timex, p.point.edtf, basis, point=p.point))
        for p in parts
    ]


def _mention(text: str, one: Found, anchor: str) -> TimeMention:
    start, end, rule, _, reading = one
    used = anchor if reading.edtf and reading.basis != "stated" else ""
    return TimeMention(
        Span.of(text, start, end),
        reading.kind,
        reading.value,
        reading.edtf,
        reading.basis,
        reading.mod,
        used,
        reading.future,
        rule,
    )
