"""The timeline: lanes by kind or sector; hollow for planned or hedged, a ring for a single source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from fastapi import APIRouter, Request
from fastapi.responses import Response

from comity.errors import UsageError
from comity.ledger import Ledger
from comity.ledger.asking import Wanted
from comity.ledger.lists import Choice, Line, choice
from comity.vocab import load
from comity.web.charts.timeline import CROWDED, SMALL, WHOLE, Group, Timeline, drawn, first_in
from comity.web.desk import TheLedger
from comity.web.pages import wording
from comity.web.pages.frame import DAY, Frame, frame_of, rows
from comity.web.pages.memory import kept
from comity.web.pages.pictures import png, svg
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


def range_of(frame: Frame) -> Range:
    """The days asked for by ``since`` and ``until``; else the last years that are told of, and what lies ahead."""
    told = frame.ledger.lists.told(frame.choice())
    begin, end = usual(*told) if told[0] else (frame.today - YEAR, frame.today)
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


def lanes(by: str, records: Iterable[Line]) -> list[Group]:
    """The lanes: by kind, or by ``sector``."""
    inside = list(records)
    if by == "sector":
        sectors = load("kinds")["sectors"]
        return [Group(wording.plain(s), {"sector": s}, [r for r in inside if s in r.sectors]) for s in sectors]
    headings = load("labels")["headings"]
    return [Group(headings[k], {"kind": k}, [r for r in inside if r.kind == k]) for k in load("kinds")["kinds"]]


def inside(wanted: Choice, days: tuple[date, date]) -> Choice:
    """Those that may lie within some days."""
    first, last = (day.isoformat() for day in days)
    return replace(wanted, plain=replace(wanted.plain, since=first, until=last))


def picture(frame: Frame) -> tuple[Timeline, Range, list[Line]]:
    """The drawing, its days, and the records in them."""
    days = range_of(frame)
    ends = (days.first, days.last)
    kinds = tuple(kind for kind in load("kinds")["kinds"] if kind != "role")
    lines = frame.ledger.lists.lines(inside(frame.choice(kinds=kinds), ends))
    records = [line for line in lines if first_in(line, *ends)]
    groups = lanes(frame.params.get("lanes", ""), records)
    shape = WHOLE if len(records) <= load("desk")["most"]["marks"] else CROWDED
    return drawn(groups, ends, frame.today, frame, _told, shape), days, records


def small(frame: Frame) -> Timeline | None:
    """A drawing of what was done and agreed in the last two years that are told of; None where nothing was."""
    days, groups = lately(frame.ledger, frame.relation)
    return drawn(groups, days, frame.today, frame, _told, SMALL) if groups else None


@kept
def lately(ledger: Ledger, relation: str) -> tuple[tuple[date, date], list[Group]]:
    """The last two years that are told of and what was done and agreed in them, in lanes; no lane where nothing was."""
    kinds = tuple(load("desk")["small_timeline"])
    wanted = choice(Wanted(relation=relation or None), kinds=kinds)
    told = ledger.lists.told(wanted)
    if not told[0]:
        return (date.min, date.max), []
    end = date.fromisoformat(told[1])
    days = (end - 2 * YEAR, end + YEAR / 4)
    return days, lanes("", [line for line in ledger.lists.lines(inside(wanted, days)) if first_in(line, *days)])


def _told(line: Line) -> str:
    return f"{wording.day(line.date)}: {line.caption} ({wording.firmness(line).words})"


def _ranges(frame: Frame, days: Range) -> list[tuple[str, str]]:
    """Other ranges that end with this one, by name, each with its address."""
    names = load("desk")["ranges"]
    return [(name, frame.here(since=days.last - years * YEAR, until=days.last)) for name, years in names.items()]


@page(router, "/timeline")
def timeline_page(request: Request, ledger: TheLedger) -> View:
    """Everything that has a date."""
    frame = frame_of(request, ledger)
    chart, days, records = picture(frame)
    context = {
        "frame": frame,
        "chart": chart,
        "days": days,
        "count": len(records),
        "ranges": _ranges(frame, days),
        "kinds": [k for k in load("kinds")["kinds"] if k != "role"],
    }
    return View("timeline.html", context, lambda: {"records": rows(records)}, lambda: rows(records), "timeline")


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
