"""The ledger as it was on a day: the same derivation over the documents published until then, and nothing else."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import islice

from sqlalchemy import Connection

from comity.errors import NotFound
from comity.ledger.asking import REVIEW, tied
from comity.ledger.deriving import assembled, matter_of
from comity.ledger.things import Matter
from comity.model import LedgerRecord
from comity.reconcile.decisions import placed_within
from comity.store import documents, matching, records
from comity.store.records import Filter, alternatives, days, facets_of, words_of
from comity.store.search import WORD


def records_on(
    connection: Connection, last: str, wanted: Filter, *, limit: int | None, after: str
) -> list[LedgerRecord]:
    """Records as they follow from documents published on or before an ISO day; undated documents are left out."""
    inside = _inside(connection, last)
    seeds = _seeds(connection, wanted) & inside.keys() if wanted.kind or wanted.facets else set(inside)
    made = _derived(connection, seeds, inside, last)
    homes = {member.claim: record.id for record in made for member in record.members}
    found = sorted(tied(made, homes), key=lambda record: (days(record.date)[0], record.id))
    fitting = (record for record in found if fits(record, wanted))
    return list(islice(_after(fitting, found, after), limit))


def record_on(connection: Connection, last: str, claim: str, home: str) -> LedgerRecord:
    """The record of a claim as of a day. Raises ``NotFound`` where its document came later."""
    inside = _inside(connection, last)
    seeds = set(records.members_of(connection, [home])[home]) & inside.keys()
    made = tied(_derived(connection, seeds, inside, last), records.homes(connection, inside))
    found = next((record for record in made if any(member.claim == claim for member in record.members)), None)
    if found is None:
        raise NotFound(f"the ledger had no record {claim} on {last}; its document was published later")
    return found


def _inside(connection: Connection, last: str) -> dict[str, str]:
    """The claims of the documents published until a day, each with its document."""
    return matching.active_in(connection, {head.key for head in documents.heads_until(connection, last)})


def _derived(
    connection: Connection, seeds: Collection[str], inside: Mapping[str, str], last: str
) -> list[LedgerRecord]:
    """The records of claims and of all that hangs together with them, out of the claims ``inside``."""
    whole = matter_of(connection, seeds, last)
    matter = Matter(
        {claim: features for claim, features in whole.features.items() if claim in inside},
        [join for join in whole.joins if join.first in inside and join.second in inside],
        [placed_within(decision, inside) for decision in whole.decisions],
        whole.whole,
        whole.crowds,
    )
    things = matter.groups()
    return list(assembled(connection, things, matter, things, within=inside))


def _seeds(connection: Connection, wanted: Filter) -> set[str]:
    """The claims of the records of today that have the kind and states that are wanted."""
    facets = tuple(pair for pair in wanted.facets if pair[0] in {"state", "relation", "either"})
    found = [i for r in REVIEW for i in records.ids(connection, Filter(wanted.kind, facets, review=r))]
    return {claim for claims in records.members_of(connection, found).values() for claim in claims}


def _after(fitting: Iterator[LedgerRecord], found: list[LedgerRecord], after: str) -> Iterator[LedgerRecord]:
    if not after:
        return fitting
    place = next(((days(record.date)[0], record.id) for record in found if record.id == after), ("", after))
    return (record for record in fitting if (days(record.date)[0], record.id) > place)


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
