"""Actors: who takes part how often, and a page for each with spellings, offices, acts and promises."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from fastapi import APIRouter, Request

from comity.errors import NotFound
from comity.ledger import Ledger
from comity.ledger.asking import Wanted
from comity.ledger.lists import Choice, choice
from comity.model import LedgerRecord
from comity.query.offices import offices
from comity.reconcile.features import SIDES
from comity.reconcile.names import key_of_name
from comity.vocab import load
from comity.web.desk import TheLedger
from comity.web.pages.frame import Frame, frame_of, rows, segment
from comity.web.pages.memory import kept
from comity.web.twins import View, page

router = APIRouter()


@dataclass(slots=True)
class Actor:
    """An actor with how often each spelling and each kind of record names it."""

    key: str
    names: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)

    @property
    def name(self) -> str:
        """The commonest spelling."""
        return min(self.names, key=lambda name: (-self.names[name], name))

    @property
    def address(self) -> str:
        """Its page."""
        return f"/actors/{segment(self.name)}"

    @property
    def total(self) -> int:
        """The number of its records."""
        return sum(self.kinds.values())


def actors_of(frame: Frame, most: int) -> tuple[list[Actor], int]:
    """The most frequent actors, and how many there are."""
    counts = counts_of(frame.ledger, frame.relation)
    top = sorted(counts, key=lambda key: (-counts[key].total(), key))[:most]
    names = frame.ledger.lists.spellings(top)
    return [Actor(key, Counter(names[key]), counts[key]) for key in top], len(counts)


@kept
def counts_of(ledger: Ledger, relation: str = "") -> dict[str, Counter[str]]:
    """In how many records of each kind each actor is named, by key."""
    wanted = choice(Wanted(relation=relation or None))
    found: dict[str, Counter[str]] = {}
    for (key, kind), number in ledger.lists.facets(wanted, "actor", "kind").items():
        found.setdefault(key, Counter())[kind] = number
    return found


def _row(actor: Actor) -> dict[str, Any]:
    return {"actor": actor.name, "key": actor.key, "records": actor.total, **{k: actor.kinds[k] for k in SIDES}}


@page(router, "/actors")
def actors_page(request: Request, ledger: TheLedger) -> View:
    """Everybody who takes part."""
    frame = frame_of(request, ledger)
    actors, total = actors_of(frame, load("desk")["most"]["actors"])

    def rows() -> list[dict[str, Any]]:
        return [_row(actor) for actor in actors_of(frame, total)[0]]

    context = {"frame": frame, "actors": actors, "total": total}
    return View("actors.html", context, lambda: {"actors": rows()}, rows, "actors")


@page(router, "/actors/{name:path}")
def actor_page(request: Request, ledger: TheLedger, name: str) -> View:
    """One actor by any of its names, a state also by its code."""
    frame = frame_of(request, ledger)
    key = name if name.isupper() and len(name) == 3 else key_of_name(name)
    kinds = Counter(ledger.lists.kinds_with(frame.choice(), "actor", key))
    if not kinds:
        raise NotFound(f"no record names {name!r} as an actor; see the list of actors")
    actor = Actor(key, Counter(ledger.lists.spellings([key])[key]), kinds)
    context = {
        "frame": frame,
        "actor": actor,
        "spellings": actor.names.most_common(),
        "terms": offices(ledger.lists.records(_with(frame, _holders(key), key, "role"), order="told", limit=_most())),
        "lists": list(_parts(frame, key, kinds)),
    }

    def rows_() -> list[dict[str, Any]]:
        return rows(ledger.lists.lines(_with(frame, "actor", key)))

    def data() -> dict[str, Any]:
        return {"actor": actor.name, "spellings": dict(actor.names), "records": rows_()}

    return View("actor.html", context, data, rows_, "actor")


@dataclass(frozen=True, slots=True)
class Part:
    """Some of an actor's records: the latest told, how many there are, and how the ledger lists them."""

    name: str
    records: tuple[LedgerRecord, ...]
    total: int
    params: Mapping[str, str]


def _parts(frame: Frame, key: str, kinds: Mapping[str, int]) -> Iterator[Part]:
    """The parts that have records; ``kinds`` tells how many of each kind name the actor."""
    headings = load("labels")["headings"]
    sides = (("Commitments by", "by"), ("Commitments to", "to"))
    promises = [(name, side, "commitment", _promises(frame, side, key)) for name, side in sides]
    others = [
        (str(headings[kind]), "actor", kind, kinds.get(kind, 0))
        for kind in ("event", "position", "agreement", "mechanism", "project", "indicator")
    ]
    for name, facet, kind, total in (others[0], *promises, *others[1:]):
        if total:
            found = frame.ledger.lists.records(_with(frame, facet, key, kind), order="told", limit=_most())
            yield Part(name, tuple(found), total, {"kind": kind})


def _promises(frame: Frame, side: str, key: str) -> int:
    return frame.ledger.lists.kinds_with(frame.choice(), side, key).get("commitment", 0)


def _holders(key: str) -> str:
    """The facet by which the roles on an actor's page are found: a state's are those of its office-holders."""
    return "state" if key.isupper() and len(key) == 3 else "actor"


def _most() -> int:
    return int(load("desk")["most"]["of_actor"])


def _with(frame: Frame, facet: str, key: str, kind: str = "") -> Choice:
    """The records of the relation that name an actor."""
    wanted = frame.choice(kind=kind)
    return replace(wanted, plain=replace(wanted.plain, facets=(*wanted.plain.facets, (facet, key))))
