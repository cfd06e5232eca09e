"""What waits for a person, the most consequential first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from sqlalchemy import Connection

from comity.ledger.deriving import ruling_on
from comity.ledger.results import Question, ReviewItem
from comity.ledger.things import is_linking
from comity.model import Join, LedgerRecord
from comity.reconcile.decisions import rulings
from comity.reconcile.fulfil import is_sure
from comity.store import decisions, doubts, lists, matching, records
from comity.store.doubts import Doubt
from comity.store.lists import Choice
from comity.store.records import Filter


def waiting(connection: Connection, facets: tuple[tuple[str, str], ...]) -> list[Question]:
    """Doubtful joins, conflicts and proposed fulfilments of the records that have ``facets``, without the records."""
    found = [
        Question("conflict", (id_,), 2.0 + witnesses, field=field)
        for id_, fields, witnesses in lists.disputes(connection, Choice(Filter(facets=facets), disputed=True))
        for field in fields
    ]
    inside = set(records.ids(connection, Filter(facets=facets))) if facets else None
    asked = _best(doubts.undecided(connection), inside)
    for pair in _ruled(connection) if asked and decisions.any_taken(connection) else ():
        asked.pop(pair, None)
    sizes = records.sizes(connection, {home for pair in asked for home in pair[:2]})
    found += [_doubt(join, (first, second), sizes[first] + sizes[second]) for (first, second, _), join in asked.items()]
    return sorted(found, key=lambda q: (-q.weight, q.sort, q.records, q.field))


def items(connection: Connection, asked: Sequence[Question], *, short: bool = False) -> Iterator[ReviewItem]:
    """Questions with their records, whole or in short; those whose records are gone meanwhile are left out."""
    ids = {record for question in asked for record in question.records}
    known = records.get(connection, ids, short=short)
    joins = matching.reasoned(connection, [question.join for question in asked if question.join])
    for question in asked:
        told = tuple(known[record] for record in question.records if record in known)
        join = question.join and joins.get((question.join.first, question.join.second))
        if len(told) == len(question.records) and (join or not question.join):
            yield _item(question, told, join)


def _item(question: Question, told: tuple[LedgerRecord, ...], join: Join | None) -> ReviewItem:
    item = ReviewItem(question.sort, "", told, question.weight, field=question.field, join=join)
    return replace(item, question=_words(item))


def _words(item: ReviewItem) -> str:
    first, second = item.records[0], item.records[-1]
    if item.sort == "conflict":
        values = first.fields[item.field].values[:3] if item.field in first.fields else ()
        told = " or ".join(str(attested.value) for attested in values)
        return f"{first.caption}: is {item.field.replace('_', ' ')} {told}?"
    if item.sort == "fulfilment":
        return f"Does “{first.caption}” fulfil “{second.caption}”?"
    return f"Are “{first.caption}” and “{second.caption}” one thing?"


def _ruled(connection: Connection) -> Iterator[tuple[str, str, str]]:
    """The pairs of records on which somebody has ruled, as ``_best`` has them."""
    homes = records.homes_within(connection, doubts.in_doubt())
    taken = ruling_on(connection, homes)
    claims = {claim for decision in taken for claim in (a.claim for a in decision.anchors)}
    home = {**records.homes(connection, claims), **homes}
    for a, b in rulings(taken).separate:
        first, second = sorted((home.get(a, ""), home.get(b, "")))
        yield first, second, "maybe"
    for decision in taken:
        if is_linking(decision) and len(decision.targets) == 2:
            yield home.get(decision.targets[0], ""), home.get(decision.targets[1], ""), "fulfils"


def _best(found: Iterable[tuple[str, str, Doubt]], inside: Collection[str] | None) -> dict[tuple[str, str, str], Join]:
    """For each two records the join that speaks most for them; of those ``inside`` is one, where that is given."""
    best: dict[tuple[str, str, str], Doubt] = {}
    for first, second, doubt in sorted(found, key=lambda told: (told[2][3], told[2])):
        if inside is None or first in inside or second in inside:
            pair = (first, second) if doubt[2] == "fulfils" or first < second else (second, first)
            best[*pair, doubt[2]] = doubt
    made = ((pair, Join(*doubt, ())) for pair, doubt in best.items())
    return {pair: join for pair, join in made if not is_sure(join)}


def _doubt(join: Join, pair: tuple[str, str], size: int) -> Question:
    if join.verdict == "fulfils":
        return Question("fulfilment", pair, 1.0 + join.score + size / 10, join=join)
    return Question("maybe", pair, join.score + size / 10, join=join)
