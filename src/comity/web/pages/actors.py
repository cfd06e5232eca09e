"""Actors: who takes part how often, and a page for each with spellings, offices, acts and promises."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from fastapi import APIRouter, Request

from comity.errors import NotFound
from comity.model import LedgerRecord
from comity.query.offices import offices
from comity.reconcile.features import SIDES
from comity.reconcile.names import key_of_name
from comity.vocab import load
from comity.web.desk import TheLedger
from comity.web.pages.frame import frame_of, row, segment
from comity.web.pages.shelf import latest_told, shelf
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


def names_in(record: LedgerRecord) -> Iterator[str]:
    """Those who take part or vouch, as the shown values name them."""
    sides = (record.get(name) for name in SIDES[record.kind] if name)
    yield from record.speakers
    for value in sides:
        yield from [value] if isinstance(value, str) else map(str, value or ())


def actors_of(records: Iterable[LedgerRecord]) -> list[Actor]:
    """All actors of some records, the most frequent first."""
    found: dict[str, Actor] = {}
    for record in records:
        named = {key_of_name(name): name for name in names_in(record) if name}
        for key, name in named.items():
            actor = found.setdefault(key, Actor(key))
            actor.names[name] += 1
            actor.kinds[record.kind] += 1
    return sorted(found.values(), key=lambda a: (-a.total, a.name))


@page(router, "/actors")
def actors_page(request: Request, ledger: TheLedger) -> View:
    """Everybody who takes part."""
    frame = frame_of(request, ledger)
    actors = actors_of(shelf(ledger, frame.relation))
    rows = [{"actor": a.name, "key": a.key, "records": a.total, **{k: a.kinds[k] for k in SIDES}} for a in actors]
    context = {"frame": frame, "actors": actors[: load("desk")["most"]["actors"]], "total": len(actors)}
    return View("actors.html", context, {"actors": rows}, rows, "actors")


@page(router, "/actors/{name:path}")
def actor_page(request: Request, ledger: TheLedger, name: str) -> View:
    """One actor by any of its names, a state also by its code."""
    frame = frame_of(request, ledger)
    key = name if name.isupper() and len(name) == 3 else key_of_name(name)
    inside = [r for r in shelf(ledger, frame.relation) if key in map(key_of_name, names_in(r))]
    if not inside:
        raise NotFound(f"no record names {name!r} as an actor; see the list of actors")
    actor = next(a for a in actors_of(inside) if a.key == key)
    by = [r for r in inside if r.kind == "commitment" and key in map(key_of_name, r.get("by") or ())]
    to = [r for r in inside if r.kind == "commitment" and key in map(key_of_name, r.get("to") or ())]
    events = [r for r in inside if r.kind == "event"]
    promised = {r.id for r in (*by, *to)}
    context = {
        "frame": frame,
        "actor": actor,
        "spellings": actor.names.most_common(),
        "terms": offices(r for r in inside if r.kind == "role"),
        "lists": [
            ("Events", latest_told(events)),
            ("Commitments by", latest_told(by)),
            ("Commitments to", latest_told(to)),
            ("Positions", latest_told(r for r in inside if r.kind == "position")),
            (
                "Other",
                latest_told(r for r in inside if r.kind not in {"event", "role", "position"} and r.id not in promised),
            ),
        ],
    }
    rows = [row(record) for record in inside]
    data = {"actor": actor.name, "spellings": dict(actor.names), "records": rows}
    return View("actor.html", context, data, rows, "actor")
