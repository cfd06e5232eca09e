"""The rows behind the gazetteer: states, terms of office and the written forms of everything that has a name."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from comity.vocab import lines, rows

Kind = Literal["state", "demonym", "capital", "place", "organisation", "party", "legislature", "instrument", "person"]
WEAK = "~"
RANKS: dict[str, int] = {
    "state": 0,
    "demonym": 1,
    "capital": 2,
    "legislature": 3,
    "party": 3,
    "organisation": 3,
    "instrument": 4,
    "person": 5,
    "place": 6,
}


BODY_KINDS: dict[str, Kind] = {"party": "party", "legislature": "legislature"}


@dataclass(frozen=True, slots=True)
class State:
    """A state or territory that acts in relations between states.

    ``name`` is the canonical short English name; ``point`` the mean latitude and longitude of its towns, in degrees.
    """

    iso3: str
    iso2: str
    name: str
    long_name: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    nouns: tuple[str, ...]
    capitals: tuple[str, ...]
    metonyms: tuple[str, ...]
    name_order: str
    point: tuple[float, float]
    parties: tuple[str, ...]
    legislatures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """One term of office. ``start`` and ``end`` are EDTF, empty where not known; ``iso3`` is empty for bodies."""

    person: str
    post: str
    organization: str
    iso3: str
    start: str
    end: str

    def covers(self, date: str, checked: str) -> bool:
        """Whether ``date`` (EDTF day, month or year) falls in the term; an open end reaches to ``checked``."""
        return _not_after(self.start, date) and _not_after(date, self.end or checked)


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a name, and what it names. ``context`` is the ISO3 of the texts in which alone it holds."""

    written: str
    kind: Kind
    name: str
    iso3: str
    state: str
    subtype: str
    weak: bool = False
    context: str = ""
    point: tuple[float, float] | None = None
    population: int = 0
    party: bool = False


def _not_after(first: str, second: str) -> bool:
    """Whether an EDTF date is not later than another, as far as the less precise of the two tells."""
    size = min(len(first), len(second))
    return first[:size] <= second[:size]


def listed(cell: str) -> tuple[str, ...]:
    """The items of a list cell."""
    return tuple(item for item in cell.split("|") if item)


@cache
def state_names() -> dict[str, str]:
    """Canonical names by ISO 3166 alpha-3 code."""
    return {row[0]: row[2] for row in rows("states")}


def _bodies(kind: str, *, ruling: bool) -> dict[str, tuple[str, ...]]:
    """Names of the organisations of a type by state."""
    found: dict[str, tuple[str, ...]] = {}
    for name, type_, _, iso3, rules, _ in rows("organisations"):
        if iso3 and type_ == kind and (rules or not ruling):
            found[iso3] = (*found.get(iso3, ()), name)
    return found


def states() -> dict[str, State]:
    """All states by ISO 3166 alpha-3 code, with the parties that rule them and their legislatures."""
    parties, legislatures = _bodies("party", ruling=True), _bodies("legislature", ruling=False)
    found = {}
    for iso3, iso2, name, long_name, *lists, name_order, lat, lon in rows("states"):
        names, adjectives, nouns, capitals, metonyms = (listed(cell.replace(WEAK, "")) for cell in lists)
        found[iso3] = State(
            iso3=iso3,
            iso2=iso2,
            name=name,
            long_name=long_name,
            aliases=names,
            adjectives=adjectives,
            nouns=nouns,
            capitals=capitals,
            metonyms=metonyms,
            name_order=name_order,
            point=(float(lat), float(lon)),
            parties=parties.get(iso3, ()),
            legislatures=legislatures.get(iso3, ()),
        )
    return found


def terms() -> tuple[Term, ...]:
    """All terms of office, in the file's order."""
    return tuple(Term(*row[:6]) for row in rows("officeholders"))


def _form(written: str, kind: Kind, name: str, iso3: str, subtype: str, *, party: bool = False) -> Form:
    bare = name.lstrip(WEAK)
    state = state_names().get(iso3, "")
    return Form(written.lstrip(WEAK), kind, bare, iso3, state, subtype, weak=written.startswith(WEAK), party=party)


def _state_forms() -> Iterator[Form]:
    for iso3, _, name, long_name, aliases, adjectives, nouns, _, metonyms, *_ in rows("states"):
        for written in dict.fromkeys((name, long_name, *listed(aliases))):
            yield _form(written, "state", name, iso3, "", party=True)
        for written in listed(adjectives):
            yield _form(written, "demonym", name, iso3, "adjective")
        for written in listed(nouns):
            yield _form(written, "demonym", name, iso3, "noun")
        for written in listed(metonyms):
            yield _form(written, "organisation", written, iso3, "government", party=True)


def _body_forms() -> Iterator[Form]:
    for name, type_, party, iso3, _, aliases in rows("organisations"):
        kind = BODY_KINDS.get(type_, "organisation")
        for written in (name, *listed(aliases)):
            yield _form(written, kind, name, iso3, type_, party=bool(party))


def _instrument_forms() -> Iterator[Form]:
    for name, type_, _, _, parties, aliases in rows("instruments"):
        for written in (name, *listed(aliases)):
            yield _form(written, "instrument", name, "" if "|" in parties else parties, type_)


def _person_forms() -> Iterator[Form]:
    for person, post, _, iso3, _, _, aliases in rows("officeholders"):
        for written in (person, *listed(aliases)):
            yield _form(written, "person", person, iso3, post)


def forms() -> Iterator[Form]:
    """All forms but those of places."""
    yield from _state_forms()
    yield from _body_forms()
    yield from _instrument_forms()
    yield from _person_forms()


def place_lines() -> tuple[str, ...]:
    """The lines of ``places.tsv`` as they stand; they are split only when met, which keeps loading quick."""
    return lines("places")


def capital_form(state: State, name: str) -> Form:
    """A capital that ``places.tsv`` does not hold, since it is small; its place on the map is not known."""
    return _form(name, "capital", name, state.iso3, "capital")


def place_form(line: str, key: str, capitals: Container[tuple[str, str]]) -> Form:
    """What a line of ``places.tsv`` names when met under one of its folded keys."""
    keys, name, type_, iso3, lat, lon, population, weak, aliases = line.split("\t")
    name = name or keys.partition("|")[0].title()
    written = (name, *aliases.split("|"))[keys.split("|").index(key)]
    context, _, rest = written.rpartition(":")
    return Form(
        rest.lstrip(WEAK),
        "capital" if type_ == "capital" or (iso3, key) in capitals else "place",
        name,
        iso3,
        state_names().get(iso3, ""),
        type_,
        weak=bool(context) or written.startswith(WEAK) or (bool(weak) and written == name),
        context=context,
        point=(float(lat), float(lon)),
        population=int(population or 0),
    )
