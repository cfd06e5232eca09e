"""Documents with records whose answers are known: what is one thing is decided before it is told.

A made-up world of pairs of states goes through the months. In each month some things happen between a pair (visits,
talks, bundles of documents, treaties, promises, projects, figures, stances); documents of that month tell a few of
them, in other words, with other precision, at times with a wrong figure, and name the same people in their offices and
the same standing instruments. One state takes part in every fourth pair, so that its president is named by thousands of
documents. Every claim carries the thing it tells of, so that what a ledger joins can be counted against it.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import accumulate
from typing import Any

from comity.language.gazetteer_rows import states
from comity.model import Document, Extraction
from comity.model.exchange import extraction_from

GIVEN = ["Amara", "Bela", "Chidi", "Dalia", "Emre", "Farid", "Goran", "Hana", "Ilse", "Jamal", "Kofi", "Lena", "Mira"]
FAMILY = ["Abara", "Brandt", "Castor", "Duarte", "Eklund", "Farouk", "Gomes", "Haddad", "Ilic", "Janda", "Keita"]
PLACES = ["Northgate", "Tarnhow", "Birkrig", "Oldport", "Marsh End", "High Pass", "Lowmoor", "Saltwell", "Fenwick"]
ENDINGS = ("ville", "burg", "field", "wick", "stad")
GOODS = ["maize", "citrus", "copper", "cement", "coffee", "steel pipes", "textiles", "sugar", "rice", "tyres", "timber"]
WORKS = [("railway", "railway"), ("road", "motorway"), ("power", "power line"), ("bridge", "bridge"), ("port", "port")]
ACTS = ["open a border post at {place}", "remove the tariffs on {good}", "train {n} customs officers in {place}",
        "deliver {n} tonnes of {good}", "survey the boundary near {place}", "publish tide tables for {place}",
        "recognise each other's certificates for {good}", "station liaison officers in {place}"]  # fmt: skip
MEASURES = {"bilateral trade": "USD", "exports": "USD", "tourist arrivals": "persons", "direct investment": "USD"}
STANCES = ["opposes new tolls at {place}", "calls for talks on the {good} quota", "supports a patrol near {place}"]
STANDING = ["United Nations Charter", "United Nations Convention on the Law of the Sea", "Paris Agreement"]
OUTLETS = ["Courier", "Daily Post", "Morning Herald", "Tribune", "State News Service", "Observer", "Wire Agency"]
LEADS = ["It was reported that", "Officials said:", "The outlet writes of", "According to observers,"]
OFFICES = ("President", "Foreign Minister")
HAPPENS = ["visit", "meeting", "bundle", "treaty", "promise", "promise", "project", "figure", "stance"]
PER_MONTH = 8
"""Things that happen between a pair in a month."""
TOLD = 6
"""Of these, how many a document tells; with three offices and a standing instrument it has ten records."""
DOCUMENTS = 8
"""Documents on a pair in a month."""
FILLER = 250
"""Words of a document that no record rests on."""


@dataclass(frozen=True)
class Thing:
    """One thing of the world: its kind, the fields that are true of it, and what identifies it."""

    id: str
    kind: str
    fields: dict[str, Any]
    day: int = 1


@dataclass(frozen=True)
class Scene:
    """A pair of states in a month, with the dice that decide what happens there."""

    chance: random.Random
    seed: int
    pair: tuple[str, str]
    key: str
    year: int
    month: int

    def day(self) -> tuple[int, str]:
        """A day of the month, as a number and in ISO 8601."""
        day = self.chance.randint(1, 25)
        return day, f"{self.year}-{self.month:02d}-{day:02d}"

    def words(self, phrases: list[str]) -> str:
        """A phrase with a place, goods and a number."""
        own = self.chance
        return own.choice(phrases).format(place=place(own), good=own.choice(GOODS), n=own.randint(2, 90) * 10)


def place(own: random.Random) -> str:
    """A place that no gazetteer knows, one of some hundreds."""
    return f"{own.choice(FAMILY)}{own.choice(ENDINGS)} {own.choice(PLACES)}"


def person(state: str, office: str, year: int) -> str:
    """Who holds an office; it changes hands every five years."""
    own = random.Random(f"{state}{office}{year // 5}")
    return f"{own.choice(GIVEN)} {own.choice(FAMILY)}-{state[:4]}"


def _visit(scene: Scene) -> Thing:
    day, date = scene.day()
    guest = person(scene.pair[0], "President", scene.year)
    fields = {"form": "visit", "actors": [guest], "recipients": [scene.pair[1]], "date": date, "phase": "held"}
    return Thing(scene.key, "event", fields, day)


def _meeting(scene: Scene) -> Thing:
    day, date = scene.day()
    both = [person(state, "President", scene.year) for state in scene.pair]
    return Thing(scene.key, "event", {"form": "meeting", "actors": both, "date": date, "phase": "held"}, day)


def _bundle(scene: Scene) -> Thing:
    day, date = scene.day()
    count = scene.chance.randint(4, 60)
    fields = {"title": f"{count} documents", "instrument_type": "bundle", "parties": list(scene.pair), "count": count,
              "count_qualifier": "exact", "status": "signed", "date": date}  # fmt: skip
    return Thing(scene.key, "agreement", fields, day)


def _treaty(scene: Scene) -> Thing:
    day, date = scene.day()
    title = f"memorandum on {scene.chance.choice(GOODS)} and the survey of {place(scene.chance)}"
    fields = {"title": title, "instrument_type": "memorandum_of_understanding", "parties": list(scene.pair),
              "status": "signed", "date": date}  # fmt: skip
    return Thing(scene.key, "agreement", fields, day)


def _project(scene: Scene) -> Thing:
    sort, noun = scene.chance.choice(WORKS)
    ends = [place(scene.chance), place(scene.chance)]
    status = scene.chance.choice(["proposed", "approved", "under_construction"])
    fields = {"name": f"{ends[0]}-{ends[1]} {noun}", "project_type": sort, "places": ends,
              "participants": list(scene.pair), "status": status}  # fmt: skip
    return Thing(f"{scene.pair}{sort}{sorted(ends)}", "project", fields)


def _figure(scene: Scene) -> Thing:
    measure = scene.chance.choice(sorted(MEASURES))
    value = random.Random(f"{scene.seed}{scene.pair}{measure}{scene.year}").randint(10, 999) * 1000000
    fields = {"measure": measure, "value": value, "unit": MEASURES[measure], "period": str(scene.year - 1),
              "area": scene.pair[0], "counterpart": scene.pair[1], "qualifier": "exact"}  # fmt: skip
    return Thing(f"{scene.pair}{measure}{scene.year}", "indicator", fields)


def _promise(scene: Scene) -> Thing:
    action = scene.words(ACTS)
    fields = {"by": list(scene.pair), "action": action, "modality": "agreed", "due": str(scene.year + 2)}
    return Thing(f"{scene.pair}{action}", "commitment", fields)


def _stance(scene: Scene) -> Thing:
    stance = scene.words(STANCES)
    fields = {"by": [scene.pair[0]], "on": stance.split(" ", 1)[1], "stance": stance}
    return Thing(f"{scene.pair}{stance}", "position", fields)


MAKERS: dict[str, Callable[[Scene], Thing]] = {
    "visit": _visit,
    "meeting": _meeting,
    "bundle": _bundle,
    "treaty": _treaty,
    "promise": _promise,
    "project": _project,
    "figure": _figure,
    "stance": _stance,
}


@dataclass(frozen=True)
class World:
    """The pairs of states and what happens between them, month by month; the same seed gives the same world."""

    seed: int = 1
    pairs: int = 40

    @cached_property
    def relations(self) -> tuple[tuple[str, str], ...]:
        """The pairs; the first state of every fourth is the same."""
        names = sorted(state.name for state in states().values() if " " not in state.name)
        random.Random(self.seed).shuffle(names)
        hub, *rest = names
        return tuple((hub if i % 4 == 0 else rest[2 * i], rest[2 * i + 1]) for i in range(self.pairs))

    def month(self, relation: int, year: int, month: int) -> list[Thing]:
        """What happens between a pair in a month."""
        own = random.Random(f"{self.seed}/{relation}/{year}/{month}")
        pair = self.relations[relation]
        return [
            MAKERS[kind](Scene(own, self.seed, pair, f"{relation}.{year}.{month}.{i}", year, month))
            for i, kind in enumerate(own.sample(HAPPENS, PER_MONTH))
        ]

    def named(self, own: random.Random, relation: int, year: int) -> list[Thing]:
        """Who holds which office, and what both stand by: what every document names in passing."""
        one, other = self.relations[relation]
        held = [(one, OFFICES[0]), (other, OFFICES[0]), (own.choice((one, other)), OFFICES[1])]
        roles = [
            {"person": person(state, post, year), "post": post, "organization": state, "status": "current"}
            for state, post in held
        ]
        title = own.choice(STANDING)
        return [
            *(Thing(f"{role['person']}/{role['post']}", "role", role) for role in roles),
            Thing(title, "agreement", {"title": title, "instrument_type": "treaty"}),
        ]


def documents(count: int, *, seed: int = 1, pairs: int = 40) -> Iterator[tuple[dict[str, Any], list[str]]]:
    """Objects of the exchange format with ``document.text``, each with the thing that every record tells of.

    Months pass as documents come, so that a larger ledger covers a longer time, as archives do.
    """
    world = World(seed, pairs)
    for number in range(count):
        months, relation = divmod(number // DOCUMENTS, pairs)
        yield _document(world, number, relation, 1990 + months // 12, months % 12 + 1)


def extractions(count: int, *, seed: int = 1, pairs: int = 40) -> Iterator[tuple[Extraction, list[str]]]:
    """The same, as a ledger takes them in."""
    for data, answers in documents(count, seed=seed, pairs=pairs):
        head = {name: value for name, value in data["document"].items() if name != "text_sha256"}
        yield extraction_from(data, Document(**head)), answers


def _document(world: World, number: int, relation: int, year: int, month: int) -> tuple[dict[str, Any], list[str]]:
    own = random.Random(f"{world.seed}/{number}")
    things = own.sample(world.month(relation, year, month), TOLD)
    published = f"{year}-{month:02d}-{min(28, max(t.day for t in things) + own.randint(0, 2)):02d}"
    things += world.named(own, relation, year)
    text, records = "", []
    for thing in things:
        text += _filler(own, FILLER // len(things)) + " "
        fields = _told(own, thing)
        says = _sentence(own, thing.kind, fields)
        quotes = [{"start": len(text), "end": len(text) + len(says), "exact": says}]
        records.append({"kind": thing.kind, "quotes": quotes, "certainty": "asserted", "fields": fields})
        text += says + "\n"
    head = {"id": f"doc{number:07d}", "source": f"doc{number:07d}.txt", "published": published, "text": text,
            "publisher": own.choice(OUTLETS), "title": f"News of {published}", "language": "en"}  # fmt: skip
    return {"document": head, "set_aside": [], "records": records}, [thing.id for thing in things]


def _told(own: random.Random, thing: Thing) -> dict[str, Any]:
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
    return fields


def _sentence(own: random.Random, kind: str, fields: dict[str, Any]) -> str:
    parts = [", ".join(v) if isinstance(v, list) else str(v) for v in fields.values()]
    return f"{own.choice(LEADS)} {kind} {'; '.join(parts)}."


@cache
def _lexicon() -> tuple[list[str], list[float]]:
    """Words without meaning, and how often they occur: the n-th n times more seldom than the first (Zipf)."""
    own = random.Random("words")
    syllables = [c + v for c in "bdfgklmnprstvz" for v in "aeiou"]
    found = sorted({"".join(own.choices(syllables, k=own.randint(2, 4))) for _ in range(20000)})
    own.shuffle(found)
    return found, list(accumulate(1 / rank for rank in range(1, len(found) + 1)))


def _filler(own: random.Random, count: int) -> str:
    words, weights = _lexicon()
    return " ".join(own.choices(words, cum_weights=weights, k=count)).capitalize() + "."
