"""Coverage of the places on articles with located place names: ``python benchmarks/places_geovirus.py FILE.jsonl``.

A line holds ``text`` and ``toponyms`` with ``start``, ``end``, ``text``, ``lat``, ``lon``. Counted for each gold name:
whether the gazetteer knows it, and whether its likeliest reading, out of context, lies within 161 km (100 miles, the
usual measure of toponym resolution).
"""

from __future__ import annotations

import json
import math
import sys
from collections import Counter
from pathlib import Path

from comity.language.gazetteer import Form, Gazetteer, gazetteer

NEAR_KM = 161.0
EARTH_KM = 6371.0
LOCATED = {"place", "capital", "state"}


def distance(first: tuple[float, float], second: tuple[float, float]) -> float:
    """Great-circle distance in km of two (latitude, longitude) points in degrees."""
    lat1, lon1, lat2, lon2 = map(math.radians, (*first, *second))
    chord = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(chord))


def point_of(names: Gazetteer, form: Form) -> tuple[float, float] | None:
    """Latitude and longitude of a place, or the middle of a state."""
    return names.states[form.iso3].point if form.kind == "state" else form.point


def located(names: Gazetteer, name: str) -> list[Form]:
    """The readings of a name as a place or state, likeliest first."""
    return [form for form in names.lookup(name) if form.kind in LOCATED]


def main(path: Path) -> None:
    """Print the shares and the commonest unknown names."""
    names, count, far, unknown = gazetteer(), Counter[str](), Counter[str](), Counter[str]()
    for line in path.read_text(encoding="utf-8").splitlines():
        for gold in json.loads(line)["toponyms"]:
            forms = located(names, gold["text"])
            points = [point for form in forms if (point := point_of(names, form))]
            near = [distance(point, (gold["lat"], gold["lon"])) <= NEAR_KM for point in points]
            group = "states" if forms and forms[0].kind == "state" else "places"
            for counted in ("all", group):
                count[f"{counted}: names"] += 1
                count[f"{counted}: found"] += bool(forms)
                count[f"{counted}: first reading within 161 km"] += bool(near) and near[0]
                count[f"{counted}: some reading within 161 km"] += any(near)
            far[gold["text"]] += bool(near) and not near[0] and group == "places"
            unknown[gold["text"]] += not forms
    for key, number in count.items():
        print(f"{key:44} {number:6} {number / count[key.partition(':')[0] + ': names']:.3f}")
    print("far:", ", ".join(f"{name} {number}" for name, number in far.most_common(40) if number))
    print("unknown:", ", ".join(f"{name} {number}" for name, number in unknown.most_common(40) if number))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
