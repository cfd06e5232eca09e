"""The timeline: lanes by kind or sector; hollow for planned or hedged, a ring for a single source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from comity.errors import UsageError
from comity.ledger import Ledger
from comity.ledger.asking import Wanted
from comity.ledger.lists import Choice, Line, Slice, choice
from comity.vocab import load
from comity.web.charts.timeline import CROWDED, SMALL, SMALL_CROWDED, WHOLE, Group, Shape, Timeline, drawn
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


def lanes(by: str, found: Mapping[str, Sequence[Slice]]) -> list[Group]:
    """The lanes: by ``kind``, or by ``sector``."""
    if by == "sector":
        return [Group(wording.plain(s), {"sector": s}, found.get(s, ())) for s in load("kinds")["sectors"]]
    headings = load("labels")["headings"]
    return [Group(headings[k], {"kind": k}, found.get(k, ())) for k in load("kinds")["kinds"]]


def wanted_in(frame: Frame, days: Range) -> Choice:
    """What the timeline is of: all but roles that begins within some days."""
    kinds = tuple(kind for kind in load("kinds")["kinds"] if kind != "role")
    return frame.choice(kinds=kinds, begun=(days.first.isoformat(), days.last.isoformat()))


def picture(frame: Frame) -> tuple[Timeline, Range, int]:
    """The drawing, its days, and how many records begin in them."""
    days, by = range_of(frame), "sector" if frame.params.get("lanes") == "sector" else "kind"
    wanted, lists = wanted_in(frame, days), frame.ledger.lists
    count = lists.count(wanted)
    shape = WHOLE if count <= load("desk")["most"]["marks"] else CROWDED
    found = lists.by_time(wanted, shape.slices(days.first, days.last), by)
    return drawn(lanes(by, found), (days.first, days.last), frame.today, frame, _told, shape), days, count


def small(frame: Frame) -> Timeline | None:
    """A drawing of what was done and agreed in the last two years that are told of; None where nothing was."""
    days, found, shape = lately(frame.ledger, frame.relation)
    return drawn(lanes("kind", found), days, frame.today, frame, _told, shape) if found else None


@kept
def lately(ledger: Ledger, relation: str) -> tuple[tuple[date, date], dict[str, list[Slice]], Shape]:
    """The last two years that are told of, what was done and agreed in them by kind, nothing where nothing was, and the
    shape in which to draw it.
    """
    wanted = choice(Wanted(relation=relation or None), kinds=tuple(load("desk")["small_timeline"]))
    told = ledger.lists.told(wanted)
    if not told[0]:
        return (date.min, date.max), {}, SMALL
    end = date.fromisoformat(told[1])
    days = (end - 2 * YEAR, end + YEAR / 4)
    count = ledger.lists.count(replace(wanted, begun=(days[0].isoformat(), days[1].isoformat())))
    shape = SMALL if count <= load("desk")["most"]["small_marks"] else SMALL_CROWDED
    return days, ledger.lists.by_time(wanted, shape.slices(*days)), shape


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
    chart, days, count = picture(frame)
    context = {
        "frame": frame,
        "chart": chart,
        "days": days,
        "count": count,
        "ranges": _ranges(frame, days),
        "kinds": [k for k in load("kinds")["kinds"] if k != "role"],
    }

    def told() -> list[dict[str, Any]]:
        return rows(ledger.lists.lines(wanted_in(frame, days)))

    return View("timeline.html", context, lambda: {"records": told()}, told, "timeline")


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
