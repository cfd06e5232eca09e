"""The ledger as it was on a day: the same derivation over the documents published until then, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from comity.errors import NotFound
from comity.ledger.asking import tied
from comity.ledger.past import Looks, Past, derived, past
from comity.model import LedgerRecord
from comity.store import matching, records
from comity.store.records import Filter, alternatives, days, facets_of, words_of
from comity.store.search import WORD


def records_on(
    connection: Connection, last: str, wanted: Filter, *, limit: int | None, after: str
) -> list[LedgerRecord]:
    """Records as they follow from documents published on or before an ISO day; undated documents are left out."""
    facets = tuple(pair for pair in wanted.facets if pair[0] in {"state", "relation", "either"})
    found = past(connection, last, wanted.kind, facets)
    fitting = set(records.ids(connection, wanted))
    kept = {line.id: line.begins for line in found.kept if line.id in fitting}
    made = {record.id: record for record in found.changed if fits(record, wanted)}
    places = sorted([(begins, id_) for id_, begins in kept.items()] + [(days(r.date)[0], r.id) for r in made.values()])
    if after:
        begins = next((place[0] for place in places if place[1] == after), "")
        places = [place for place in places if place > (begins, after)]
    ids = [id_ for _, id_ in places[:limit]]
    whole = {**records.get(connection, [id_ for id_ in ids if id_ in kept]), **made}
    return looked_up(connection, [whole[id_] for id_ in ids], found.changed)


def past_of(connection: Connection, last: str, wanted: Filter, looks: Looks) -> Past:
    """What ``past`` gives, of the records that a filter of relations lets through, with their links looked up."""
    found = past(connection, last, facets=wanted.facets, looks=looks)
    changed = [record for record in found.changed if fits(record, wanted)]
    kept = tuple(line for line in found.kept if line.review != "rejected")
    return Past(kept, tuple(looked_up(connection, changed, found.changed)))


def looked_up(
    connection: Connection, some: Sequence[LedgerRecord], changed: Iterable[LedgerRecord]
) -> list[LedgerRecord]:
    """Records as of a day with their links looked up, first of all among those that were other than today."""
    homes = records.homes(connection, {link.record for record in some for link in record.links})
    return tied(some, homes | {member.claim: record.id for record in changed for member in record.members})


def record_on(connection: Connection, last: str, claim: str, home: str) -> LedgerRecord:
    """The record of a claim as of a day. Raises ``NotFound`` where its document came later."""
    seeds = matching.told_by(connection, records.members_of(connection, [home])[home], last)
    made, _ = derived(connection, seeds, last)
    found = next((record for record in made if any(member.claim == claim for member in record.members)), None)
    if found is None:
        raise NotFound(f"the ledger had no record {claim} on {last}; its document was published later")
    return looked_up(connection, [found], made)[0]


def fits(record: LedgerRecord, wanted: Filter) -> bool:
    """Whether a filter lets a record through, as the store would."""
    begins, ends = days(record.date)
    plain = all(
        not getattr(wanted, name) or getattr(wanted, name) == getattr(record, name)
        for name in ("kind", "status", "certainty", "review")
    )
    dated = (not wanted.since or ends >= wanted.since) and (not wanted.until or "" < begins <= wanted.until)
    shown = wanted.review or record.review != "rejected"
    return bool(plain and dated and shown and _has_all(record, wanted) and _says(record, wanted.words))


def _has_all(record: LedgerRecord, wanted: Filter) -> bool:
    own = facets_of(record)
    return all(own.intersection(alternatives(*pair)) for pair in wanted.facets)


def _says(record: LedgerRecord, words: str) -> bool:
    """Whether a record has all words and phrases of a query of the full-text index."""
    if not words:
        return True
    text = f" {' '.join(WORD.findall(words_of(record)))} "
    return all(_has(text, part) for part in words.split(" AND "))


def _has(text: str, part: str) -> bool:
    """Whether a text has one of the phrases of a part: ``"to lam"``, ``"rail"*``, ``("port" OR "ports")``."""
    for phrase in part.strip("()").split(" OR "):
        words = phrase.rstrip("*").strip('"')
        if (f" {words}" if phrase.endswith("*") else f" {words} ") in text:
            return True
    return False
