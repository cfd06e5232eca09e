"""What waits for a person, the most consequential first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection

from comity.ledger.deriving import ruling_on
from comity.ledger.results import ReviewItem
from comity.ledger.things import is_linking
from comity.model import Join, LedgerRecord
from comity.reconcile.decisions import rulings
from comity.reconcile.fulfil import is_sure
from comity.store import matching, records
from comity.store.records import Filter


def waiting(connection: Connection, facets: tuple[tuple[str, str], ...]) -> list[ReviewItem]:
    """Doubtful joins, conflicts and proposed fulfilments of the records that have ``facets``."""
    disputed = records.find(connection, Filter(facets=(*facets, ("judgement", "contradicted"))), limit=None, after="")
    items = [item for record in disputed for item in _conflicts(record)]
    joins = [join for join in matching.undecided(connection) if not is_sure(join)]
    inside = set(records.ids(connection, Filter(facets=facets)))
    homes = records.homes(connection, {claim for join in joins for claim in (join.first, join.second)})
    asked = _best(joins, homes, inside)
    for pair in _ruled(connection, homes):
        asked.pop(pair, None)
    found = records.get(connection, {home for pair in asked for home in pair[:2]})
    items += [_doubt(join, found[first], found[second]) for (first, second, _), join in asked.items()]
    return sorted(items, key=lambda item: (-item.weight, item.sort, [r.id for r in item.records], item.field))


def _conflicts(record: LedgerRecord) -> Iterator[ReviewItem]:
    for view in record.conflicts:
        values = " or ".join(str(attested.value) for attested in view.values[:3])
        question = f"{record.caption}: is {view.name.replace('_', ' ')} {values}?"
        yield ReviewItem("conflict", question, (record,), 2.0 + record.witnesses, field=view.name)


def _ruled(connection: Connection, homes: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """The pairs of records on which somebody has ruled, as ``_best`` has them."""
    decisions = ruling_on(connection, homes)
    claims = {claim for decision in decisions for claim in (a.claim for a in decision.anchors)}
    home = {**records.homes(connection, claims), **homes}
    for a, b in rulings(decisions).separate:
        first, second = sorted((home.get(a, ""), home.get(b, "")))
        yield first, second, "maybe"
    for decision in decisions:
        if is_linking(decision) and len(decision.targets) == 2:
            yield home.get(decision.targets[0], ""), home.get(decision.targets[1], ""), "fulfils"


def _best(joins: Iterable[Join], homes: dict[str, str], inside: set[str]) -> dict[tuple[str, str, str], Join]:
    """For each two records the join that speaks most for them; ``inside`` are the records that are asked about."""
    best: dict[tuple[str, str, str], Join] = {}
    for join in sorted(joins, key=lambda j: (j.score, j.first, j.second)):
        first, second = homes.get(join.first, ""), homes.get(join.second, "")
        if first != second and first and second and (first in inside or second in inside):
            pair = (first, second) if join.verdict == "fulfils" else (min(first, second), max(first, second))
            best[*pair, join.verdict] = join
    return best


def _doubt(join: Join, first: LedgerRecord, second: LedgerRecord) -> ReviewItem:
    size = len(first.members) + len(second.members)
    if join.verdict == "fulfils":
        question = f"Does “{first.caption}” fulfil “{second.caption}”?"
        return ReviewItem("fulfilment", question, (first, second), 1.0 + join.score + size / 10, join=join)
    question = f"Are “{first.caption}” and “{second.caption}” one thing?"
    return ReviewItem("maybe", question, (first, second), join.score + size / 10, join=join)
