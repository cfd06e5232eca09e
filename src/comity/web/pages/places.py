"""The map: where events and projects took place, as far as their texts name a place that the gazetteer knows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from comity.errors import NotFound
from comity.language.gazetteer import Form, gazetteer
from comity.ledger.lists import Line
from comity.model import LedgerRecord
from comity.vocab import load
from comity.web.charts.world import Chart, Place, drawn
from comity.web.desk import TheLedger
from comity.web.pages.frame import Frame, frame_of
from comity.web.pages.pictures import png, svg
from comity.web.twins import View, page

router = APIRouter()
PLACED = ("event", "project")
"""The kinds that say where."""
ABOUT = "land and borders: Natural Earth, de facto; no claims are drawn"


@dataclass(slots=True)
class Site:
    """A place of the gazetteer with the records that name it; ``whole`` where it is a state or a sea, no point."""

    name: str
    iso3: str
    point: tuple[float, float]
    whole: bool
    records: list[Line] = field(default_factory=list)


@lru_cache(maxsize=4096)
def found(name: str, states: tuple[str, ...]) -> Site | None:
    """What a name stands for, where that has a point: first of all in one of the states that take part.

    A region of the world has none: a mark in the middle of Asia would tell where nothing was.
    """
    forms = gazetteer().lookup(name)
    known = [form for form in forms if _point(form) and form.subtype not in load("desk")["placeless"]]
    best = min(known, key=lambda form: form.iso3 not in states, default=None)
    if best is None or (best not in forms[:1] and forms[0] not in known and best.iso3 not in states):
        return None  # nothing, or a hamlet of the same name as a region of the world
    usual = next(form.name for form in forms if (form.kind, form.iso3) == (best.kind, best.iso3))
    point = _point(best)
    assert point
    return Site(usual, best.iso3, point, best.kind == "state" or best.subtype in load("desk")["wide_places"])


def _point(form: Form) -> tuple[float, float] | None:
    state = gazetteer().states.get(form.iso3)
    return form.point or (state.point if state and form.kind == "state" else None)


def sites(records: Iterable[Line]) -> tuple[list[Site], int, int]:
    """The places of some records, the fullest first; how many records name none, and how many only unknown ones."""
    places: dict[tuple[str, str], Site] = {}
    silent = unknown = 0
    for record in records:
        names = record.places
        known = [site for name in names if (site := found(name, record.states))]
        silent += not names
        unknown += bool(names) and not known
        for site in known:
            places.setdefault((site.name, site.iso3), replace(site, records=[])).records.append(record)
    return sorted(places.values(), key=lambda s: (-len(s.records), s.name)), silent, unknown


def _wanted(frame: Frame) -> list[Line]:
    kind, sector = frame.params.get("kind", ""), frame.params.get("sector", "")
    kinds = (kind,) if kind in PLACED else PLACED
    known = frame.ledger.lists.lines(frame.choice(kinds=kinds), order="told")
    return [line for line in known if not sector or sector in line.sectors]


def picture(frame: Frame, known: Iterable[Site]) -> Chart | None:
    """The drawing of some places, the states of the relation marked."""
    return drawn([_place(frame, site) for site in known], [code for code in frame.relation.split("-") if code])


def _place(frame: Frame, site: Site) -> Place:
    count = len(site.records)
    words = f"{site.name}: {count} {'record' if count == 1 else 'records'}"
    href = frame.url(f"/record/{site.records[0].id}") if count == 1 else f"{frame.here(place=site.name)}#place"
    return Place(*site.point, site.name, count, words, href, site.whole)


@page(router, "/map")
def map_page(request: Request, ledger: TheLedger) -> View:
    """Where things took place."""
    frame = frame_of(request, ledger)
    known, silent, unknown = sites(_wanted(frame))
    opened = next((site for site in known if site.name == frame.params.get("place")), None)
    context = {
        "frame": frame,
        "chart": picture(frame, known),
        "sites": [(site, site.records) for site in known],
        "opened": opened and (opened.name, opened.records, _shown(frame, opened)),
        "silent": silent,
        "unknown": unknown,
        "kinds": list(PLACED),
        "sectors": load("kinds")["sectors"],
    }

    def rows() -> list[dict[str, Any]]:
        return [_row(site, line) for site in known for line in site.records]

    data = {"unplaced": silent, "unknown": unknown}
    return View("map.html", context, lambda: {"places": rows(), **data}, rows, "map")


def _row(site: Site, line: Line) -> dict[str, Any]:
    latitude, longitude = site.point
    return {"place": site.name, "state": site.iso3, "latitude": latitude, "longitude": longitude, **line.as_dict()}


def _shown(frame: Frame, site: Site) -> list[LedgerRecord]:
    most = load("desk")["most"]["rows"]
    ids = tuple(line.id for line in site.records[:most])
    return frame.ledger.lists.records(frame.choice(ids=ids), order="told")


def _drawing(request: Request, ledger: TheLedger) -> Chart:
    frame = frame_of(request, ledger)
    chart = picture(frame, sites(_wanted(frame))[0])
    if chart is None:
        raise NotFound("no record names a place that is known, so there is nothing to draw; take another relation")
    return chart


@router.get("/map.svg", response_model=None)
def map_svg(request: Request, ledger: TheLedger) -> Response:
    """The map as a file."""
    return svg(request, "map", _drawing(request, ledger), ABOUT)


@router.get("/map.png", response_model=None)
def map_png(request: Request, ledger: TheLedger) -> Response:
    """The map as a picture."""
    return png(request, "map", _drawing(request, ledger), ABOUT)
