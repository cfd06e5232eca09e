"""A small ledger in memory, made by the real rules from given groups of claims, for tests of views."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from comity.ledger.lists import Line, line_of, shortened
from comity.ledger.past import Past
from comity.model import Claim, Head, LedgerRecord
from comity.reconcile.assemble import assemble
from comity.reconcile.relations import parsed
from told import tell

Told = tuple[Claim, Head]


@dataclass(frozen=True)
class Shelf:
    """Each group of ``things`` is one thing; ``kept`` maps the place of a promise to the deeds that keep it."""

    things: tuple[tuple[Told, ...], ...]
    kept: dict[int, tuple[Told, ...]]

    def documents(self, keys: Collection[str] | None = None) -> Sequence[Head]:
        told = [pair for group in (*self.things, *self.kept.values()) for pair in group]
        found = {head.key: head for _, head in told}
        return tuple(head for key, head in found.items() if keys is None or key in keys)

    def published(self) -> tuple[str, str, int]:
        days = sorted(head.published for head in self.documents())
        return next(filter(None, days), ""), days[-1] if days else "", days.count("")

    def records(
        self, *, kind: str | None = None, relation: Any = None, as_of: date | None = None, limit: int | None = None,
        after: str | None = None,
    ) -> Sequence[LedgerRecord]:  # fmt: skip
        made = sorted(filter(None, (self._made(n, as_of) for n in range(len(self.things)))), key=lambda r: r.id)
        wanted = set(parsed(relation or ())) - {""}
        found = [r for r in made if kind in (None, r.kind) and wanted <= set(r.states) and r.id > (after or "")]
        return found[:limit]

    def lines(self, relation: Any = None) -> Sequence[Line]:
        return [line_of(record) for record in self.records(relation=relation)]

    def past(self, as_of: date, relation: Any = None) -> Past:
        return Past((), tuple(self.records(relation=relation, as_of=as_of)))

    def values(self, ids: Collection[str]) -> dict[str, dict[str, Any]]:
        return {r.id: {n: view.value for n, view in r.fields.items()} for r in self.picked(list(ids))}

    def picked(self, ids: Sequence[str], *, short: bool = False) -> Sequence[LedgerRecord]:
        found = {record.id: shortened(record) if short else record for record in self.records()}
        return [found[each] for each in ids]

    def _made(self, n: int, as_of: date | None) -> LedgerRecord | None:
        seen = [pair for pair in self.things[n] if _by(pair, as_of)]
        deeds = [pair for pair in self.kept.get(n, ()) if _by(pair, as_of)]
        heads = {head.key: head for _, head in [*seen, *deeds]}
        return assemble([c for c, _ in seen], heads, fulfilling=[c for c, _ in deeds]) if seen else None


def _by(told: Told, as_of: date | None) -> bool:
    return as_of is None or "" < told[1].published <= as_of.isoformat()


def said(kind: str, sentence: str, published: str, *, source: str = "media", **fields: Any) -> Told:
    """A claim of a document of its own, with the class of its source."""
    claim, head = tell(kind, sentence, published, **fields)
    return claim, replace(head, source_class=source, title=f"Report of {published}", publisher=f"The {source} paper")


def shelf(*things: Sequence[Told], kept: dict[int, tuple[Told, ...]] | None = None) -> Shelf:
    """A ledger of such things."""
    return Shelf(tuple(tuple(thing) for thing in things), kept or {})


SIDES = ["Moldova", "Romania"]

BRIDGE = (
    said(
        "project", "Moldova and Romania approved a bridge at Ungheni.", "2023-02-01", source="official",
        name="bridge at Ungheni", participants=SIDES, status="approved", project_type="bridge",
    ),
    said(
        "project", "Work on the bridge at Ungheni has begun.", "2024-06-10",
        name="bridge at Ungheni", participants=SIDES, status="under_construction", project_type="bridge",
    ),
)  # fmt: skip
PROMISE = (
    said(
        "commitment", "Moldova and Romania agreed to link their gas networks by the end of 2023.", "2023-02-01",
        source="official", action="link their gas networks", modality="agreed", due="2023", by=SIDES,
    ),
)  # fmt: skip
TRADE = (
    said(
        "indicator", "Trade came to 3 billion dollars in 2022.", "2023-03-01", source="official", measure="trade",
        value=3_000_000_000, unit="USD", period="2022", area="Moldova", counterpart="Romania",
    ),
    said(
        "indicator", "Trade was worth 4 billion dollars in 2022.", "2024-03-01", source="news_agency", measure="trade",
        value=4_000_000_000, unit="USD", period="2022", area="Moldova", counterpart="Romania",
    ),
)  # fmt: skip
VISIT = (
    said(
        "event", "Maia Sandu visited Romania on 5 May 2024.", "2024-05-06", form="visit", category="CONSULT",
        actors=["Maia Sandu"], recipients=["Romania"], date="2024-05-05", phase="held", place="Bucharest",
    ),
)  # fmt: skip
OFFICE = (
    said(
        "role", "President Maia Sandu spoke.", "2024-05-06", person="Maia Sandu", post="President",
        organization="Moldova", as_of="2024-05-06", status="current",
    ),
)  # fmt: skip
EVERYTHING = shelf(BRIDGE, PROMISE, TRADE, VISIT, OFFICE)
