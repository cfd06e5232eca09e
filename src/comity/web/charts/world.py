"""A map: where things took place, on an outline of the land."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from comity.web.charts.labels import Label, Named, placed
from comity.web.charts.outline import Land, around, land

WIDTH = 1140
LEAST = (16.0, 34.0)
"""Degrees of latitude and longitude that are shown at least."""
SHAPE = (0.36, 0.52)
"""The height of a map, as shares of its width."""


@dataclass(frozen=True, slots=True)
class Place:
    """What is drawn at a latitude and longitude; ``whole`` where a text names the state and no place in it."""

    lat: float
    lon: float
    name: str
    count: int
    words: str
    href: str
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """A place's mark, with a label where there is room for it."""

    x: float
    y: float
    size: float
    place: Place
    label: Label | None


@dataclass(frozen=True, slots=True)
class Chart:
    """What the template draws; ``lands`` are (land, whether it is one of the states looked at)."""

    width: int
    height: int
    lands: tuple[tuple[Land, bool], ...]
    spots: tuple[Spot, ...]


def drawn(places: Sequence[Place], states: Collection[str]) -> Chart | None:
    """The map of some places, the fullest labelled first; None where there is none."""
    if not places:
        return None
    view = around([(p.lat, p.lon) for p in places], WIDTH, LEAST, SHAPE)
    ranked = sorted(places, key=lambda p: (-p.count, p.name))
    marks = [Named(*view.at(p.lat, p.lon), round(3 + 1.6 * p.count**0.5, 1), p.name) for p in ranked]
    labels = placed(marks, (WIDTH, view.height))
    spots = (Spot(m.x, m.y, m.size, p, n) for m, p, n in zip(marks, ranked, labels, strict=True))
    return Chart(WIDTH, view.height, tuple((one, one.iso3 in states) for one in land(view)), tuple(spots))
