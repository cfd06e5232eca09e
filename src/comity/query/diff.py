"""What a later day adds to an earlier one: new records, other stages, new conflicts, other values."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from comity.ledger.past import Past
from comity.model import LedgerRecord
from comity.query.book import Book, Relation
from comity.query.candidates import Candidates, wanted
from comity.query.citing import Citation, citation, cite, cite_value, shown_evidence, unique

Sort = Literal["new", "joined", "status", "conflict", "value", "source"]


@dataclass(frozen=True, slots=True)
class Change:
    """One difference, with the quotes that make it.

    ``new``: a record that was not there. ``joined``: records that turned out to be one thing (``before`` their ids).
    ``status``: another rung was reached. ``conflict``: sources of ``field`` now contradict each other. ``value``:
    another value of ``field`` is shown. ``source``: independent sources were added (``before`` and ``after`` count
    them) and nothing else changed.
    """

    sort: Sort
    record: LedgerRecord
    citations: tuple[Citation, ...]
    field: str = ""
    before: Any = None
    after: Any = None

    def as_dict(self) -> dict[str, Any]:
        """The change as JSON, each quote with its source."""
        quotes = [
            {"document": c.evidence.name, "published": c.evidence.published or None, **c.quote.as_dict()}
            for c in self.citations
        ]
        about = {"record": self.record.id, "kind": self.record.kind, "caption": self.record.caption}
        values = {"field": self.field or None, "before": self.before, "after": self.after}
        return {"change": self.sort, **about, **values, "quotes": quotes}


def diff(book: Book, since: date, until: date, *, relation: Relation | None = None) -> Iterator[Change]:
    """What documents published after ``since`` and up to ``until`` change, in the order of the records.

    Both sides are as-of views, so neither knows a document that is published after its day; undated documents are in
    neither.
    """
    later = Candidates.of(book, relation, (), book.past(until, relation))
    yield from news(later, book.past(since, relation), ())


def news(pool: Candidates, earlier: Past, sectors: Collection[str]) -> Iterator[Change]:
    """What is other than it was: records that are as they were then are not even looked up."""
    same = {line.id for line in earlier.kept}
    later = pool.whole([line for line in pool.lines if line.id not in same])
    yield from changes([record for record in earlier.changed if wanted(record, sectors)], later)


def changes(earlier: Iterable[LedgerRecord], later: Iterable[LedgerRecord]) -> Iterator[Change]:
    """The changes from some records to others; records are the same where they share a claim."""
    home = {member.claim: record for record in earlier for member in record.members}
    for record in later:
        found = {old.id: old for m in record.members if (old := home.get(m.claim)) is not None}
        yield from _compared(record, [found[key] for key in sorted(found)])


def _compared(record: LedgerRecord, before: list[LedgerRecord]) -> Iterator[Change]:
    if not before:
        yield Change("new", record, cite(record))
        return
    if len(before) > 1:
        yield Change("joined", record, _joining(record, before), before=[old.id for old in before])
    old = before[0]
    fresh = {m.claim for m in record.members} - {m.claim for b in before for m in b.members}
    found = [*_moved(old, record), *_fields(old, record, fresh)]
    yield from found
    if not found and record.witnesses > old.witnesses and (added := _added(record, fresh)):
        yield Change("source", record, added, before=old.witnesses, after=record.witnesses)


def _joining(record: LedgerRecord, before: list[LedgerRecord]) -> tuple[Citation, ...]:
    return unique(c for part in before for c in (cite(part) or cite(record)))


def _moved(old: LedgerRecord, new: LedgerRecord) -> Iterator[Change]:
    if old.status == new.status:
        return
    last = next((step for step in reversed(new.steps) if step.reached), None)
    quotes = (citation(new, last.evidence),) if last else cite(new)
    yield Change("status", new, quotes, field="status", before=old.status, after=new.status)


def _fields(old: LedgerRecord, new: LedgerRecord, fresh: set[str]) -> Iterator[Change]:
    """Fields in which something is other than before; a stage is told as such, not as a value too."""
    stage = {"event": "phase", "commitment": ""}.get(new.kind, "status")
    disputed = {view.name for view in old.conflicts}
    for view in new.conflicts:
        if view.name not in disputed:
            quotes = unique(c for value in view.values for c in cite_value(new, value.evidence))
            yield Change("conflict", new, quotes, view.name, after=[value.value for value in view.values])
    told = {view.name for view in new.conflicts} | {stage, "certainty"}
    for name, view in new.fields.items():
        was = old.fields.get(name)
        if name not in told and view.value != (was.value if was else None):
            yield Change("value", new, _newest(new, name, fresh), name, was.value if was else None, view.value)


def _newest(record: LedgerRecord, name: str, fresh: set[str]) -> tuple[Citation, ...]:
    """The quotes of the shown value, those of new documents before all."""
    told = shown_evidence(record.fields[name])
    newer = [evidence for evidence in told if evidence.claim in fresh]
    return cite_value(record, newer or told)


def _added(record: LedgerRecord, fresh: set[str]) -> tuple[Citation, ...]:
    """One quote for each new telling."""
    first: Mapping[str, Citation] = {
        e.claim: citation(record, e)
        for view in reversed(tuple(record.fields.values()))
        for value in view.values
        for e in value.evidence
        if e.claim in fresh
    }
    return unique(first[claim] for claim in sorted(first))
