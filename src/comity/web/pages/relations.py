"""All relations in one table: how much is told of each, what is new, due and disputed, and how thin it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations
from typing import Any

from fastapi import APIRouter, Request

from comity.model import LedgerRecord
from comity.reconcile.progress import standing
from comity.vocab import load
from comity.web.charts.spark import Spark, drawn
from comity.web.desk import TheLedger
from comity.web.pages import wording
from comity.web.pages.frame import frame_of
from comity.web.pages.overview import is_thin, since_when
from comity.web.pages.shelf import shelf
from comity.web.twins import View, page

router = APIRouter()


@dataclass(slots=True)
class Relation:
    """A pair of states with its numbers; ``years`` counts records by the year in which they were told last."""

    pair: str
    counts: Counter[str] = field(default_factory=Counter)
    years: Counter[str] = field(default_factory=Counter)
    documents: set[str] = field(default_factory=set)
    last: str = ""

    @property
    def name(self) -> str:
        """The states in words."""
        return wording.relation(self.pair)

    @property
    def thin_share(self) -> int:
        """The share of records that are single-source or hedged, in percent."""
        return round(100 * self.counts["thin"] / self.counts["records"])

    def take(self, record: LedgerRecord, since: str, today: date) -> None:
        """Count a record."""
        self.counts["records"] += 1
        self.counts["new"] += record.last_told > since
        self.counts["conflicts"] += len(record.conflicts)
        self.counts["thin"] += is_thin(record)
        self.counts[standing(record, today)] += 1
        self.years[record.last_told[:4]] += 1
        self.documents |= {member.document for member in record.members}
        self.last = max(self.last, record.last_told)

    def row(self) -> dict[str, Any]:
        """The relation as a row of a table."""
        told = ("records", "new", "conflicts", "overdue", "due", "thin")
        numbers = {name: self.counts[name] for name in told}
        return {"relation": self.pair, "name": self.name, "documents": len(self.documents), "last": self.last} | numbers


def relations(records: Iterable[LedgerRecord], since: str, today: date) -> list[Relation]:
    """The relations of some records, the largest first."""
    found: dict[str, Relation] = {}
    for record in records:
        for pair in map("-".join, combinations(record.states, 2)):
            found.setdefault(pair, Relation(pair)).take(record, since, today)
    return sorted(found.values(), key=lambda r: (-r.counts["records"], r.pair))


@page(router, "/relations")
def relations_page(request: Request, ledger: TheLedger) -> View:
    """Every pair of states that some record tells of."""
    frame = frame_of(request, ledger)
    records = shelf(ledger, "")
    last = max((r.last_told for r in records), default="")
    since = since_when(frame, last)
    found = relations(records, since, frame.today)
    years = _years(found)
    shown = found[: load("desk")["most"]["relations"]]
    context = {
        "frame": frame,
        "relations": [(r, _spark(r, years)) for r in shown],
        "total": len(found),
        "alone": sum(len(record.states) < 2 for record in records),
        "since": since,
        "years": years,
    }
    rows = [relation.row() for relation in found]
    return View("relations.html", context, {"relations": rows}, rows, "relations")


def _years(found: Iterable[Relation]) -> list[str]:
    """The last years in which anything was told."""
    told = sorted({year for relation in found for year in relation.years if year.isdigit()})
    most = int(load("desk")["most"]["spark_years"])
    return [f"{n:04d}" for n in range(max(int(told[0]), int(told[-1]) - most + 1), int(told[-1]) + 1)] if told else []


def _spark(relation: Relation, years: list[str]) -> Spark:
    return drawn([relation.years[year] for year in years])
