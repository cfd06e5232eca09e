"""The land as paths: rings of vocab/outline.tsv (Natural Earth) within a view, no finer than the drawing can show."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from comity.vocab import rows

Point = tuple[float, float]
FINEST = 1.4
"""Units of the drawing below which two points are drawn as one."""
MARGIN = 0.14
"""Free space on each side of what is shown, as a share of it."""
SHOWN = (-57.0, 80.0)
"""The latitudes that are ever drawn."""


@dataclass(frozen=True, slots=True)
class View:
    """A stretch of the earth on a drawing ``width`` units wide: degrees are as long as they are at its middle."""

    west: float
    south: float
    east: float
    north: float
    width: int

    @property
    def scale(self) -> float:
        """Units for a degree of longitude."""
        return self.width / (self.east - self.west)

    @property
    def stretch(self) -> float:
        """Units for a degree of latitude."""
        return self.scale / math.cos(math.radians((self.north + self.south) / 2))

    @property
    def height(self) -> int:
        """The height of the drawing."""
        return round((self.north - self.south) * self.stretch)

    def at(self, lat: float, lon: float) -> Point:
        """Where a place stands."""
        return round((lon - self.west) * self.scale, 1), round((self.north - lat) * self.stretch, 1)


@dataclass(frozen=True, slots=True)
class Land:
    """A state's land as the path of an SVG, empty code for land of disputed standing."""

    iso3: str
    path: str


def around(places: Iterable[Point], width: int, least: Point, shape: Point) -> View:
    """The view that holds some latitudes and longitudes with a margin, not smaller than ``least`` degrees each way.

    ``shape`` is the least and the greatest height of the drawing, as shares of its width.
    """
    lats, lons = zip(*places, strict=True)
    high, wide = _wide(lats, least[0]), _wide(lons, least[1])
    slope = math.cos(math.radians((min(lats) + max(lats)) / 2))  # a degree of longitude in degrees of latitude
    high, wide = max(high, shape[0] * wide * slope), max(wide, high / slope / shape[1])
    south, north = _span(lats, high, SHOWN)
    west, east = _span(lons, wide, (-180.0, 180.0))
    return View(west, south, east, north, width)


def _wide(numbers: Sequence[float], least: float) -> float:
    return max((max(numbers) - min(numbers)) * (1 + 2 * MARGIN), least)


def _span(numbers: Sequence[float], wide: float, ends: Point) -> Point:
    """A stretch of a width around some numbers, moved and cut so that it lies within the ends."""
    half = min(wide, ends[1] - ends[0]) / 2
    middle = min(max((max(numbers) + min(numbers)) / 2, ends[0] + half), ends[1] - half)
    return middle - half, middle + half


@cache
def rings() -> tuple[tuple[str, tuple[Point, ...]], ...]:
    """All rings with the code of their state, as longitudes and latitudes in degrees."""
    return tuple((iso3, tuple(_points(ring))) for iso3, ring in rows("outline"))


def _points(ring: str) -> Iterator[Point]:
    x = y = 0
    for pair in ring.split(" "):
        dx, dy = pair.split(",")
        x, y = x + int(dx), y + int(dy)
        yield x / 100, y / 100


@lru_cache(maxsize=32)
def land(view: View) -> tuple[Land, ...]:
    """The land within a view, state by state, holes included."""
    paths: dict[str, list[str]] = {}
    for iso3, ring in rings():
        if path := _path(view, ring):
            paths.setdefault(iso3, []).append(path)
    return tuple(Land(iso3, "".join(found)) for iso3, found in paths.items())


def _path(view: View, ring: Sequence[Point]) -> str:
    """A ring as a path, empty where it lies outside or is too small to be seen."""
    lons, lats = [x for x, _ in ring], [y for _, y in ring]
    if max(lons) < view.west or min(lons) > view.east or max(lats) < view.south or min(lats) > view.north:
        return ""
    drawn: list[Point] = []
    for x, y in _clipped([view.at(lat, lon) for lon, lat in ring], view.width, view.height):
        if not drawn or abs(x - drawn[-1][0]) + abs(y - drawn[-1][1]) >= FINEST:
            drawn.append((x, y))
    if len(drawn) < 3:
        return ""
    steps = [(round(x - a, 1), round(y - b, 1)) for (x, y), (a, b) in zip(drawn[1:], drawn, strict=False)]
    return f"M{drawn[0][0]:g} {drawn[0][1]:g}l{' '.join(f'{x:g} {y:g}' for x, y in steps)}z"


def _clipped(ring: Sequence[Point], width: float, height: float) -> Sequence[Point]:
    """A ring cut off a little beyond the edges of the drawing (Sutherland and Hodgman)."""
    for axis, edge, sign in ((0, -9.0, 1), (0, width + 9.0, -1), (1, -9.0, 1), (1, height + 9.0, -1)):
        ring = list(_cut(ring, axis, edge, sign))
    return ring


def _cut(ring: Sequence[Point], axis: int, edge: float, sign: int) -> Iterator[Point]:
    for before, point in zip([ring[-1:], *([p] for p in ring)], ring, strict=False):
        inside = (point[axis] - edge) * sign >= 0
        if before and inside != ((before[0][axis] - edge) * sign >= 0):
            share = (edge - before[0][axis]) / (point[axis] - before[0][axis])
            crossing = [a + share * (b - a) for a, b in zip(before[0], point, strict=True)]
            yield round(crossing[0], 1), round(crossing[1], 1)
        if inside:
            yield point
