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
from comity.ledger import Ledger
from comity.ledger.asking import Wanted
from comity.ledger.lists import Choice, Line, Placing, choice
from comity.vocab import load
from comity.web.charts.world import Chart, Place, drawn
from comity.web.desk import TheLedger
from comity.web.pages.frame import Frame, frame_of
from comity.web.pages.memory import kept
from comity.web.pages.pictures import png, svg
from comity.web.twins import View, page

router = APIRouter()
PLACED = ("event", "project")
"""The kinds that say where."""
ABOUT = "land and borders: Natural Earth, de facto; no claims are drawn"


@dataclass(slots=True)
class Site:
    """A place of the gazetteer with how many records name it; ``whole`` where it is a state or a sea, no point.

    ``placings`` are the places and states, as records have them, that stand for it.
    """

    name: str
    iso3: str
    point: tuple[float, float]
    whole: bool
    placings: list[Placing] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many records name it."""
        return sum(placing.records for placing in self.placings)

    @property
    def latest(self) -> str:
        """The id of the record that was told last."""
        return max(self.placings, key=lambda placing: (placing.told, placing.latest)).latest


@lru_cache(maxsize=65536)
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


@kept
def sites(ledger: Ledger, relation: str, kind: str, sector: str) -> tuple[list[Site], int, int]:
    """The places of the events and projects of a relation (or of one ``kind`` and ``sector``), the fullest first.

    Beside them how many records name no place, and how many only unknown ones.
    """
    wanted = choice(Wanted(relation=relation or None, sector=sector or None), kinds=(kind,) if kind else PLACED)
    places: dict[tuple[str, str], Site] = {}
    silent = unknown = 0
    for placing in ledger.lists.by_places(wanted):
        known = [site for name in placing.places if (site := found(name, placing.states))]
        silent += 0 if placing.places else placing.records
        unknown += placing.records if placing.places and not known else 0
        for key, site in {(site.name, site.iso3): site for site in known}.items():
            places.setdefault(key, replace(site, placings=[])).placings.append(placing)
    return sorted(places.values(), key=lambda site: (-site.count, site.name)), silent, unknown


def _sites(frame: Frame) -> tuple[list[Site], int, int]:
    kind, sector = frame.params.get("kind", ""), frame.params.get("sector", "")
    return sites(frame.ledger, frame.relation, kind if kind in PLACED else "", sector)


def _of(frame: Frame, site: Site) -> Choice:
    """The records that name a place."""
    placed = tuple((placing.places, placing.states) for placing in site.placings)
    kind, sector = frame.params.get("kind", ""), frame.params.get("sector", "")
    wanted = Wanted(relation=frame.relation or None, sector=sector or None)
    return choice(wanted, kinds=(kind,) if kind in PLACED else PLACED, placed=placed)


def picture(frame: Frame, known: Iterable[Site]) -> Chart | None:
    """The drawing of some places, the states of the relation marked."""
    return drawn([_place(frame, site) for site in known], [code for code in frame.relation.split("-") if code])


def _place(frame: Frame, site: Site) -> Place:
    words = f"{site.name}: {site.count} {'record' if site.count == 1 else 'records'}"
    href = frame.url(f"/record/{site.latest}") if site.count == 1 else f"{frame.here(place=site.name)}#place"
    return Place(*site.point, site.name, site.count, words, href, site.whole)


@page(router, "/map")
def map_page(request: Request, ledger: TheLedger) -> View:
    """Where things took place."""
    frame = frame_of(request, ledger)
    known, silent, unknown = _sites(frame)
    most = load("desk")["most"]["rows"]
    opened = next((site for site in known if site.name == frame.params.get("place")), None)
    latest = tuple(site.latest for site in known[:most])
    lines = {line.id: line for line in ledger.lists.lines(choice(ids=latest))} if latest else {}
    context = {
        "frame": frame,
        "chart": picture(frame, known),
        "total": len(known),
        "sites": [(site, lines[site.latest]) for site in known[:most] if site.latest in lines],
        "opened": opened,
        "records": ledger.lists.records(_of(frame, opened), order="told", limit=most) if opened else (),
        "silent": silent,
        "unknown": unknown,
        "kinds": list(PLACED),
        "sectors": load("kinds")["sectors"],
    }

    def rows() -> list[dict[str, Any]]:
        return [_row(site, line) for site in known for line in ledger.lists.lines(_of(frame, site), order="told")]

    data = {"unplaced": silent, "unknown": unknown}
    return View("map.html", context, lambda: {"places": rows(), **data}, rows, "map")


def _row(site: Site, line: Line) -> dict[str, Any]:
    latitude, longitude = site.point
    return {"place": site.name, "state": site.iso3, "latitude": latitude, "longitude": longitude, **line.as_dict()}


def _drawing(request: Request, ledger: TheLedger) -> Chart:
    frame = frame_of(request, ledger)
    chart = picture(frame, _sites(frame)[0])
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
