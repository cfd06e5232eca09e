"""Documents into a ledger: each is in it wholly or not at all, whatever happens meanwhile."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from time import monotonic

from sqlalchemy import Connection

from comity.ledger.collecting import uncollected
from comity.ledger.deriving import introduce, refresh, withdrawals
from comity.ledger.results import Added
from comity.ledger.running import Outcome
from comity.model import Claim, Extraction, Head, LedgerRecord, claims_of, key_of
from comity.store import Store, claims, documents, records
from comity.vocab import load


def added(store: Store, outcomes: Iterable[Outcome]) -> Iterator[Added]:
    """Add what was read, several documents in a transaction, and tell of each in its turn.

    A transaction takes in what was read within a moment (vocab/store.yaml), so that a record many documents tell of is
    made anew once. What an iterator that is left early has not yet told of is not in the ledger.
    """
    limits = load("store")["batch"]
    waiting: list[Outcome] = []
    since = monotonic()
    for outcome in outcomes:
        waiting.append(outcome)
        if len(waiting) >= limits["documents"] or monotonic() - since >= limits["seconds"]:
            yield from _together(store, waiting)
            waiting, since = [], monotonic()
    yield from _together(store, waiting)


def _together(store: Store, waiting: Sequence[Outcome]) -> list[Added]:
    """Add the documents in one transaction."""
    read = [outcome.extraction for outcome in waiting if outcome.extraction]
    if not read:
        return [Added(outcome.name, state="refused", refusal=outcome.refusal) for outcome in waiting]
    found = [claims_of(extraction) for extraction in read]
    with uncollected(), store.writing() as connection:
        before = documents.known(connection, {key_of(extraction.document) for extraction in read})
        changed = [_kept(connection, extraction, own) for extraction, own in zip(read, found, strict=True)]
        made = refresh(connection, {key_of(e.document) for e, new in zip(read, changed, strict=True) if new})
        homes = records.homes(connection, {claim.id for own in found for claim in own})
        places = _Places.of(connection, {key_of(extraction.document) for extraction in read})
    tale = _Tale.of(
        made, homes, {key_of(extraction.document): n for n, extraction in reversed(list(enumerate(read)))}, before
    )
    rows = iter(zip(read, found, changed, strict=True))
    return [
        places.placed(_row(outcome, tale, *next(rows))) if outcome.extraction else _refused(outcome)
        for outcome in waiting
    ]


def _kept(connection: Connection, extraction: Extraction, found: Sequence[Claim]) -> bool:
    """Keep a document and what was read from it; False where the ledger has both."""
    key = key_of(extraction.document)
    if not documents.known(connection, {key}):
        documents.put(connection, extraction.document)
        introduce(connection, extraction.document)
    return claims.put_set(connection, key, found, extraction.set_aside)


def _refused(outcome: Outcome) -> Added:
    return Added(outcome.name, state="refused", refusal=outcome.refusal)


def _row(outcome: Outcome, tale: _Tale, extraction: Extraction, found: Sequence[Claim], changed: bool) -> Added:
    key = key_of(extraction.document)
    if not changed:
        return Added(outcome.name, key, "known", records=len(found))
    repeated = [claim for claim in found if tale.repeats(claim)]
    against = [claim for claim in repeated if tale.contradicts(claim)]
    return Added(
        outcome.name,
        key,
        "added",
        records=len(found),
        new=len(found) - len(repeated),
        repeats=len(repeated),
        contradicts=len(against),
    )


@dataclass(frozen=True, slots=True)
class _Places:
    """Which documents do not count, or count in place of others: by key the original of each copy, the ``heads`` of
    both, and the decision by which each was withdrawn.
    """

    originals: Mapping[str, str]
    heads: Mapping[str, Head]
    withdrawn: Mapping[str, str]

    @classmethod
    def of(cls, connection: Connection, keys: Collection[str]) -> _Places:
        """Those of some documents and of all that have the same text."""
        alike = [head.key for heads in documents.with_texts_of(connection, keys).values() for head in heads]
        originals = documents.originals_of(connection, alike)
        heads = documents.heads_of(connection, {*originals, *originals.values()})
        gone = {key: id_ for key, id_ in withdrawals(connection).items() if key in keys}
        return cls(originals, heads, gone)

    def placed(self, row: Added) -> Added:
        """What became of a document, with its place; one that does not count tells nothing new."""
        if original := self.originals.get(row.key):
            return replace(row, key=original, state="known", new=0, copy_of=self.heads[original].name)
        if decision := self.withdrawn.get(row.key):
            return replace(row, state="known", new=0, withdrawn=decision)
        copies = {self.heads[copy].name for copy, original in self.originals.items() if original == row.key}
        return replace(row, new=0, instead_of=tuple(sorted(copies))) if copies and row.state == "added" else row


@dataclass(frozen=True, slots=True)
class _Tale:
    """What the documents of one transaction tell that was or was not told before, by claim.

    ``turn`` is the place of each document in the transaction; documents without one were there before, and so were
    those in ``before``. ``shares`` counts the claims of the transaction by record.
    """

    home: Mapping[str, LedgerRecord]
    turn: Mapping[str, int]
    shares: Mapping[str, int]

    @classmethod
    def of(
        cls, made: Iterable[LedgerRecord], homes: Mapping[str, str], turn: Mapping[str, int], before: set[str]
    ) -> _Tale:
        """Index the records by claim; ``homes`` are those of all claims of the transaction."""
        known = {record.id: record for record in made}
        home = {claim: known[id_] for claim, id_ in homes.items() if id_ in known}
        return cls(home, {key: n for key, n in turn.items() if key not in before}, Counter(homes.values()))

    def _earlier(self, document: str, than: str) -> bool:
        return document != than and self.turn.get(document, -1) < self.turn.get(than, len(self.turn))

    def repeats(self, claim: Claim) -> bool:
        """Whether an earlier document told of the same thing."""
        record = self.home.get(claim.id)
        if record is None:
            return False
        older = record.tellings > len(record.members) and record.tellings > self.shares[record.id]
        return older or any(self._earlier(m.document, claim.document) for m in record.members)

    def contradicts(self, claim: Claim) -> bool:
        """Whether the claim gives a field a value that an earlier document contradicts."""
        for view in self.home[claim.id].conflicts:
            given = claim.record.fields.get(view.name)
            plain = given.as_dict()["value"] if given else None
            own = [v for v in view.values if v.value == plain or any(e.claim == claim.id for e in v.evidence)]
            others = [e for v in view.values if v not in own for e in v.evidence]
            if own and any(self._earlier(e.document, claim.document) for e in others):
                return True
        return False
