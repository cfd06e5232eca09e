"""All relations in one table: how much is told of each, what is new, due and disputed, and how thin it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations
from typing import Any

from fastapi import APIRouter, Request

from comity.ledger import Ledger
from comity.ledger.lists import Share, choice
from comity.vocab import load
from comity.web.charts.spark import Spark, drawn
from comity.web.desk import TheLedger
from comity.web.pages import wording
from comity.web.pages.frame import frame_of
from comity.web.pages.memory import kept
from comity.web.pages.overview import since_when
from comity.web.twins import View, page

router = APIRouter()


@dataclass(slots=True)
class Relation:
    """A pair of states with its numbers; ``years`` counts records by the year in which they were told last."""

    pair: str
    counts: Counter[str] = field(default_factory=Counter)
    years: Counter[str] = field(default_factory=Counter)
    last: str = ""

    @property
    def name(self) -> str:
        """The states in words."""
        return wording.relation(self.pair)

    @property
    def thin_share(self) -> int:
        """The share of records that are single-source or hedged, in percent."""
        return round(100 * self.counts["thin"] / self.counts["records"])

    def take(self, share: Share) -> None:
        """Count some of its records."""
        for name in ("records", "new", "conflicts", "thin", "overdue"):
            self.counts[name] += getattr(share, name)
        self.years[share.year] += share.records
        self.last = max(self.last, share.last)

    def row(self) -> dict[str, Any]:
        """The relation as a row of a table."""
        told = ("records", "new", "conflicts", "overdue", "thin")
        numbers = {name: self.counts[name] for name in told}
        return {"relation": self.pair, "name": self.name, "last": self.last} | numbers


@kept
def relations(ledger: Ledger, since: str, today: date) -> tuple[list[Relation], int]:
    """Pairs of states with the numbers of their records, the largest first; how many records name fewer than two."""
    found: dict[str, Relation] = {}
    alone = 0
    for share in ledger.lists.by_states(choice(), since, today):
        alone += share.records if len(share.states) < 2 else 0
        for pair in map("-".join, combinations(sorted(share.states), 2)):
            found.setdefault(pair, Relation(pair)).take(share)
    return sorted(found.values(), key=lambda r: (-r.counts["records"], r.pair)), alone


@kept
def newest(ledger: Ledger) -> str:
    """The last day on which a document was published."""
    return ledger.lists.days()[1]


@page(router, "/relations")
def relations_page(request: Request, ledger: TheLedger) -> View:
    """Every pair of states that some record tells of."""
    frame = frame_of(request, ledger)
    since = since_when(frame, newest(ledger))
    found, alone = relations(ledger, since, frame.today)
    years = _years(found)
    shown = found[: load("desk")["most"]["relations"]]
    context = {
        "frame": frame,
        "relations": [(r, _spark(r, years)) for r in shown],
        "total": len(found),
        "alone": alone,
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
