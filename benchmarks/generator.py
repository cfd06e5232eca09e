"""Documents with records whose answers are known: what is one thing is decided before it is told.

A made-up world of pairs of states goes through the months. In each month some things happen between a pair (visits,
talks, bundles of documents, promises, projects, figures); documents of that month tell a few of them, in other words,
with other precision, at times with a wrong figure, and name the same people in their offices. Every claim carries the
thing it tells of, so that what a ledger joins can be counted against it.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from comity.language.gazetteer_rows import states

GIVEN = ["Amara", "Bela", "Chidi", "Dalia", "Emre", "Farid", "Goran", "Hana", "Ilse", "Jamal", "Kofi", "Lena", "Mira"]
FAMILY = ["Abara", "Brandt", "Castor", "Duarte", "Eklund", "Farouk", "Gomes", "Haddad", "Ilic", "Janda", "Keita"]
PLACES = ["Northgate", "Stonebridge", "Redcliff", "Oldport", "Marsh End", "High Pass", "Lowmoor", "Saltwell", "Fenwick"]
GOODS = ["maize", "citrus", "copper", "cement", "coffee", "steel pipes", "textiles", "sugar", "rice", "tyres", "timber"]
WORKS = [("railway", "railway"), ("road", "motorway"), ("power", "power line"), ("bridge", "bridge"), ("port", "port")]
ACTS = ["open a border post at {place}", "remove the tariffs on {good}", "train {n} customs officers in {place}",
        "deliver {n} tonnes of {good}", "survey the boundary near {place}", "publish tide tables for {place}",
        "recognise each other's certificates for {good}", "station liaison officers in {place}"]  # fmt: skip
MEASURES = ["bilateral trade", "exports", "tourist arrivals", "direct investment"]
OUTLETS = ["Courier", "Daily Post", "Morning Herald", "Tribune", "State News Service", "Observer", "Wire Agency"]
PER_MONTH = 5
"""Things that happen between a pair in a month."""


@dataclass(frozen=True)
class Thing:
    """One thing of the world: its kind, the fields that are true of it, and what identifies it."""

    id: str
    kind: str
    fields: dict[str, Any]
    day: int


@dataclass
class World:
    """The pairs of states and what happens between them, month by month; the same seed gives the same world."""

    seed: int = 1
    pairs: int = 40
    chance: random.Random = field(init=False)

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)
        names = sorted(state.name for state in states().values() if " " not in state.name)
        self.chance.shuffle(names)
        self.relations = [(names[2 * i], names[2 * i + 1]) for i in range(self.pairs)]

    def person(self, state: str, office: str, year: int) -> str:
        """Who holds an office; it changes hands every five years."""
        own = random.Random(f"{state}{office}{year // 5}")
        return f"{own.choice(GIVEN)} {own.choice(FAMILY)}-{state[:4]}"

    def month(self, relation: int, year: int, month: int) -> list[Thing]:
        """What happens between a pair in a month."""
        own = random.Random(f"{self.seed}/{relation}/{year}/{month}")
        a, b = self.relations[relation]
        kinds = own.sample(["visit", "meeting", "bundle", "promise", "promise", "project", "figure"], PER_MONTH)
        return [
            self._thing(own, kind, (a, b), f"{relation}.{year}.{month}.{i}", year, month)
            for i, kind in enumerate(kinds)
        ]

    def _thing(self, own: random.Random, kind: str, pair: tuple[str, str], key: str, year: int, month: int) -> Thing:
        a, b = pair
        day = own.randint(1, 25)
        date = f"{year}-{month:02d}-{day:02d}"
        guest = self.person(a, "President", year)
        host = self.person(b, "President", year)
        if kind == "visit":
            return Thing(
                key,
                "event",
                {"form": "visit", "actors": [guest], "recipients": [b], "date": date, "phase": "held"},
                day,
            )
        if kind == "meeting":
            return Thing(key, "event", {"form": "meeting", "actors": [guest, host], "date": date, "phase": "held"}, day)
        if kind == "bundle":
            count = own.randint(4, 60)
            fields = {"title": f"{count} documents", "instrument_type": "bundle", "parties": [a, b], "count": count,
                      "count_qualifier": "exact", "status": "signed", "date": date}  # fmt: skip
            return Thing(key, "agreement", fields, day)
        if kind == "project":
            sort, noun = own.choice(WORKS)
            ends = [_place(own), _place(own)]
            name = f"{ends[0]}-{ends[1]} {noun}"
            fields = {"name": name, "project_type": sort, "places": ends, "participants": [a, b],
                      "status": own.choice(["proposed", "approved", "under_construction"])}  # fmt: skip
            return Thing(f"{pair}{sort}{sorted(ends)}", "project", fields, day)
        if kind == "figure":
            measure = own.choice(MEASURES)
            value = random.Random(f"{self.seed}{pair}{measure}{year}").randint(10, 999) * 1000000
            fields = {"measure": measure, "value": value, "unit": "USD", "period": str(year - 1), "area": a,
                      "counterpart": b, "qualifier": "exact"}  # fmt: skip
            return Thing(f"{pair}{measure}{year}", "indicator", fields, day)
        act = own.choice(ACTS).format(place=_place(own), good=own.choice(GOODS), n=own.randint(2, 90) * 10)
        fields = {"by": [a, b], "action": act, "modality": "agreed", "due": str(year + 2)}
        return Thing(f"{pair}{fields['action']}", "commitment", fields, day)


def _place(own: random.Random) -> str:
    """A place that no gazetteer knows, one of a few thousand."""
    return f"{own.choice(FAMILY)}{own.choice(('ville', 'burg', 'field', 'wick', 'stad'))} {own.choice(PLACES)}"


def documents(count: int, *, seed: int = 1, pairs: int = 40) -> Iterator[tuple[dict[str, Any], list[str]]]:
    """Objects of the exchange format with ``document.text``, each with the thing that every record tells of.

    Months pass as documents come: each pair has about eight documents a month, so that a larger ledger covers a longer
    time, as archives do.
    """
    world = World(seed, pairs)
    for number in range(count):
        month_number, relation = divmod(number // 8, pairs)
        year, month = 1990 + month_number // 12, month_number % 12 + 1
        yield _document(world, number, relation, year, month)


def _document(world: World, number: int, relation: int, year: int, month: int) -> tuple[dict[str, Any], list[str]]:
    own = random.Random(f"{world.seed}/{number}")
    things = own.sample(world.month(relation, year, month), 3)
    published = f"{year}-{month:02d}-{min(28, max(t.day for t in things) + own.randint(0, 2)):02d}"
    told = [(_told(own, thing), thing.id) for thing in things]
    for state in world.relations[relation]:
        person = world.person(state, "President", year)
        role = {"person": person, "post": "President", "organization": state, "status": "current"}
        told.append((("role", role), f"{person}/President"))
    text, records = "", []
    for (kind, fields), _ in told:
        says = _sentence(own, kind, fields)
        quotes = [{"start": len(text), "end": len(text) + len(says), "exact": says}]
        records.append({"kind": kind, "quotes": quotes, "certainty": "asserted", "fields": fields})
        text += says + "\n"
    head = {"id": f"doc{number:07d}", "source": f"doc{number:07d}.txt", "published": published, "text": text,
            "publisher": own.choice(OUTLETS), "title": f"{kind} of {published}", "language": "en"}  # fmt: skip
    return {"document": head, "set_aside": [], "records": records}, [answer for _, answer in told]


def _told(own: random.Random, thing: Thing) -> tuple[str, dict[str, Any]]:
    """A thing as one source tells it: coarser, partly, or with another figure."""
    fields = dict(thing.fields)
    if "date" in fields and own.random() < 0.3:
        fields["date"] = fields["date"][:7]
    if "count" in fields and own.random() < 0.15:
        fields["count"] += 1
    if thing.kind == "indicator" and own.random() < 0.2:
        fields["value"] = int(fields["value"] * 1.07)
    if "status" in fields and thing.kind == "project" and own.random() < 0.3:
        fields.pop("status")
    return thing.kind, fields


def _sentence(own: random.Random, kind: str, fields: dict[str, Any]) -> str:
    parts = [", ".join(v) if isinstance(v, list) else str(v) for v in fields.values()]
    lead = own.choice(["It was reported that", "Officials said:", "The outlet writes of", "According to observers,"])
    return f"{lead} {kind} {'; '.join(parts)}."
