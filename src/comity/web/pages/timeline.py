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
from comity.web.charts.timeline import Timeline, drawn, first_in
from comity.web.desk import TheLedger
from comity.web.pages import wording
from comity.web.pages.frame import DAY, Frame, frame_of, row
from comity.web.pages.pictures import png, svg
from comity.web.pages.shelf import shelf
from comity.web.twins import View, page

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Range:
    """The days that are drawn."""

    first: date
    last: date

    def __str__(self) -> str:
        return f"{self.first} to {self.last}"


def range_of(frame: Frame, records: Iterable[LedgerRecord]) -> Range:
    """The days asked for by ``since`` and ``until``; else a year around all tellings."""
    told = sorted(r.last_told for r in records if r.last_told)
    begin = date.fromisoformat(told[0][:10]) - timedelta(days=365) if told else frame.today - timedelta(days=365)
    end = date.fromisoformat(told[-1][:10]) + timedelta(days=365) if told else frame.today
    first, last = _day(frame, "since") or begin, _day(frame, "until") or end
    if first >= last:
        raise UsageError(f"{first} is not before {last}; give an earlier first day")
    return Range(first, last)


def _day(frame: Frame, name: str) -> date | None:
    given = frame.params.get(name, "")
    if not given:
        return None
    try:
        return date.fromisoformat(given) if DAY.fullmatch(given) else date.fromisoformat("")
    except ValueError as error:
        raise UsageError(f"{given[:40]!r} is no day; write 2025-04-14") from error


def lanes(frame: Frame, records: tuple[LedgerRecord, ...]) -> list[tuple[str, list[LedgerRecord]]]:
    """The lanes that have records: by kind, or with ``lanes=sector`` by sector."""
    if frame.params.get("lanes") == "sector":
        sectors = load("kinds")["sectors"]
        found = [(wording.plain(s), [r for r in records if s in r.sectors]) for s in sectors]
    else:
        found = [(load("labels")["headings"][k], [r for r in records if r.kind == k]) for k in load("kinds")["kinds"]]
    return [(name, inside) for name, inside in found if inside]


def picture(frame: Frame) -> tuple[Timeline, Range, list[LedgerRecord]]:
    """The drawing, its days, and the records in them."""
    records = tuple(r for r in shelf(frame.ledger, frame.relation) if r.kind != "role")
    days = range_of(frame, records)
    inside = tuple(r for r in records if first_in(r, days.first, days.last))
    shown = [(n, rs) for n, rs in lanes(frame, inside) if rs]
    return drawn(shown, days.first, days.last, frame.today, frame, _told), days, list(inside)


def _told(record: LedgerRecord) -> str:
    return f"{wording.day(record.date)}: {record.caption} ({wording.firmness(record).words})"


@page(router, "/timeline")
def timeline_page(request: Request, ledger: TheLedger) -> View:
    """Everything that has a date."""
    frame = frame_of(request, ledger)
    chart, days, inside = picture(frame)
    rows = [row(record) for record in inside]
    context = {"frame": frame, "chart": chart, "days": days, "count": len(inside), "standalone": False}
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
