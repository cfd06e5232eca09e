"""The timeline: lanes by kind or sector; hollow for planned or hedged, a ring for a single source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from fastapi import APIRouter, Request
from fastapi.responses import Response

from comity.errors import UsageError
from comity.model import LedgerRecord
from comity.vocab import load
from comity.web.charts.timeline import SMALL, Group, Timeline, drawn, first_in
from comity.web.desk import TheLedger
from comity.web.pages import wording
from comity.web.pages.frame import DAY, Frame, frame_of, row
from comity.web.pages.pictures import png, svg
from comity.web.pages.shelf import shelf
from comity.web.twins import View, page

router = APIRouter()
YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Range:
    """The days that are drawn."""

    first: date
    last: date

    def __str__(self) -> str:
        return f"{self.first} to {self.last}"


def range_of(frame: Frame, records: Iterable[LedgerRecord]) -> Range:
    """The days asked for by ``since`` and ``until``; else the last years that are told of, and what lies ahead."""
    told = sorted(r.last_told[:10] for r in records if r.last_told)
    begin, end = usual(told[0], told[-1]) if told else (frame.today - YEAR, frame.today)
    first, last = _day(frame, "since") or begin, _day(frame, "until") or end
    if first >= last:
        raise UsageError(f"{first} is not before {last}; give an earlier first day")
    return Range(first, last)


def usual(first: str, last: str) -> tuple[date, date]:
    """The days that are drawn where none are asked for, of records told between two days."""
    end = date.fromisoformat(last)
    return max(date.fromisoformat(first) - YEAR / 4, end - load("desk")["drawn_years"] * YEAR), end + YEAR


def _day(frame: Frame, name: str) -> date | None:
    given = frame.params.get(name, "")
    if not given:
        return None
    try:
        return date.fromisoformat(given) if DAY.fullmatch(given) else date.fromisoformat("")
    except ValueError as error:
        raise UsageError(f"{given[:40]!r} is no day; write 2025-04-14") from error


def lanes(by: str, records: Iterable[LedgerRecord]) -> list[Group]:
    """The lanes: by kind, or by ``sector``."""
    inside = list(records)
    if by == "sector":
        sectors = load("kinds")["sectors"]
        return [Group(wording.plain(s), {"sector": s}, [r for r in inside if s in r.sectors]) for s in sectors]
    headings = load("labels")["headings"]
    return [Group(headings[k], {"kind": k}, [r for r in inside if r.kind == k]) for k in load("kinds")["kinds"]]


def picture(frame: Frame) -> tuple[Timeline, Range, list[LedgerRecord]]:
    """The drawing, its days, and the records in them."""
    records = tuple(r for r in shelf(frame.ledger, frame.relation) if r.kind != "role")
    days = range_of(frame, records)
    inside = [r for r in records if first_in(r, days.first, days.last)]
    groups = lanes(frame.params.get("lanes", ""), inside)
    return drawn(groups, (days.first, days.last), frame.today, frame, _told), days, inside


def small(frame: Frame, records: Iterable[LedgerRecord]) -> Timeline | None:
    """A drawing of what was done and agreed in the last two years that are told of; None where nothing was."""
    wanted = load("desk")["small_timeline"]
    inside = [r for r in records if r.kind in wanted and r.last_told]
    if not inside:
        return None
    end = date.fromisoformat(max(r.last_told for r in inside)[:10])
    days = (end - 2 * YEAR, end + YEAR / 4)
    return drawn(lanes("", inside), days, frame.today, frame, _told, SMALL)


def _told(record: LedgerRecord) -> str:
    return f"{wording.day(record.date)}: {record.caption} ({wording.firmness(record).words})"


def _ranges(frame: Frame, days: Range) -> list[tuple[str, str]]:
    """Other ranges that end with this one, by name, each with its address."""
    names = load("desk")["ranges"]
    return [(name, frame.here(since=days.last - years * YEAR, until=days.last)) for name, years in names.items()]


@page(router, "/timeline")
def timeline_page(request: Request, ledger: TheLedger) -> View:
    """Everything that has a date."""
    frame = frame_of(request, ledger)
    chart, days, inside = picture(frame)
    rows = [row(record) for record in inside]
    context = {"frame": frame, "chart": chart, "days": days, "count": len(inside), "ranges": _ranges(frame, days)}
    return View("timeline.html", context, {"records": rows}, rows, "timeline")


@router.get("/timeline.svg", response_model=None)
def timeline_svg(request: Request, ledger: TheLedger) -> Response:
    """The drawing as a file."""
    chart, days, _ = picture(frame_of(request, ledger))
    return svg(request, "timeline", chart, str(days))


@router.get("/timeline.png", response_model=None)
def timeline_png(request: Request, ledger: TheLedger) -> Response:
    """The drawing as a picture."""
    chart, days, _ = picture(frame_of(request, ledger))
    return png(request, "timeline", chart, str(days))
