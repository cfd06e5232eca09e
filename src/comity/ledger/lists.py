"""Lists and counts of a ledger for pages: what fits on a screen is looked up, everything else is only counted."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from typing import Any

from comity.ledger.asking import Wanted, linked
from comity.ledger.deriving import withdrawn
from comity.model import Head, LedgerRecord
from comity.reconcile.progress import silent_since
from comity.store import Store, documents, gathered, head_lists, lists, records
from comity.store.gathered import Placing, Share, Slice, Slices
from comity.store.head_lists import HeadChoice, Span
from comity.store.lists import Choice, Day, Line, line_of
from comity.store.records import series_of
from comity.store.short import shortened
from comity.vocab import load

__all__ = [
    "Choice",
    "Line",
    "Lists",
    "Placing",
    "Share",
    "Slice",
    "Slices",
    "choice",
    "line_of",
    "series_of",
    "shortened",
    "standing_on",
]


def standing_on(today: date) -> Day:
    """A day as the standings of records are seen from it."""
    soon = today + timedelta(days=load("progress")["due_in_days"])
    return Day(today.isoformat(), soon.isoformat(), silent_since(today))


def choice(wanted: Wanted | None = None, *, standing: str = "", today: date | None = None, **more: Any) -> Choice:
    """The records of some filters, of a ``standing`` on a day, and what else ``Choice`` knows.

    Raises ``UsageError`` for what cannot be.
    """
    plain = (wanted or Wanted()).filter()
    return Choice(plain, standing=standing, day=standing_on(today) if today else None, **more)


class Lists:
    """Short records in several orders, counts and sums of a ledger; rejected records only by their review.

    A short record has the first values of its fields with a little of the evidence and no joins.
    """

    def __init__(self, store: Store) -> None:
        """Use ``Ledger.lists``."""
        self._store = store

    def records(
        self, wanted: Choice, *, order: str = "date", limit: int | None = None, after: str = "", start: int = 0
    ) -> list[LedgerRecord]:
        """Short records by ``date``, the latest ``told``, the first ``due``, the last due (``late``), or the best
        attested (``sources``).

        ``after`` is the last id seen, for the orders ``date`` and ``told``; others page by ``start``.
        """
        with self._store.reading() as connection:
            return list(lists.found(connection, wanted, order=order, limit=limit, after=after, start=start))

    def lines(
        self, wanted: Choice, *, order: str = "date", limit: int | None = None, after: str = "", start: int = 0
    ) -> list[Line]:
        """Rows of records, in an order of ``records``, from the one at ``start``."""
        with self._store.reading() as connection:
            return list(lists.lines(connection, wanted, order=order, limit=limit, after=after, start=start))

    def whole(self, ids: Sequence[str], *, short: bool = False) -> list[LedgerRecord]:
        """Whole records (or ``short`` ones) with their links looked up, in the order of ``ids``; those that are not
        there are left out.
        """
        with self._store.reading() as connection:
            found = records.get(connection, ids, short=short)
            known = {record.id: record for record in linked(connection, found.values())}
            return [known[record] for record in ids if record in known]

    def count(self, wanted: Choice) -> int:
        """How many records there are."""
        with self._store.reading() as connection:
            return lists.count(connection, wanted)

    def sums(self, wanted: Choice, today: date) -> dict[str, int]:
        """How many ``records`` there are, ``conflicts`` (fields), ``disputed``, ``single``, ``hedged`` and ``thin``
        (either) ones, and how many are ``overdue``, ``due`` and ``dormant``.
        """
        with self._store.reading() as connection:
            return lists.sums(connection, wanted, standing_on(today))

    def by_states(self, wanted: Choice, since: str, today: date) -> list[Share]:
        """Numbers of the records by the states that they name together and by year of the last telling."""
        with self._store.reading() as connection:
            return gathered.by_states(connection, wanted, since, standing_on(today))

    def by_places(self, wanted: Choice) -> list[Placing]:
        """Numbers of the records by the places and states that they name together."""
        with self._store.reading() as connection:
            return gathered.by_places(connection, wanted)

    def by_time(self, wanted: Choice, slices: Slices, lane: str = "kind") -> dict[str, list[Slice]]:
        """The records that begin within some days by ``kind`` or ``sector``, then by slices of time with the first of
        each.
        """
        with self._store.reading() as connection:
            return gathered.by_time(connection, wanted, slices, lane)

    def tally(self, wanted: Choice, *names: str) -> dict[tuple[str, ...], int]:
        """How many records there are for each combination of values of kind, status, certainty, review or modality."""
        with self._store.reading() as connection:
            return lists.tally(connection, wanted, *names)

    def facets(self, wanted: Choice, facet: str, *names: str) -> dict[tuple[str, ...], int]:
        """How many records there are for each value of a facet (``relation``, ``actor``, ``sector``), and of ``kind``
        or ``year`` where they are named.
        """
        with self._store.reading() as connection:
            return lists.by_facet(connection, wanted, facet, *names)

    def kinds_with(self, wanted: Choice, facet: str, value: str) -> dict[str, int]:
        """How many records of each kind have a facet."""
        with self._store.reading() as connection:
            return lists.kinds_with(connection, wanted, facet, value)

    def sharing(self, wanted: Choice, facet: str, values: Collection[str]) -> dict[tuple[str, ...], int]:
        """How many records have which of the ``values`` of a facet together, two or more of them, in their order."""
        with self._store.reading() as connection:
            return lists.sharing(connection, wanted, facet, values)

    def spellings(self, keys: Collection[str]) -> dict[str, dict[str, int]]:
        """How actors are written, by key: in how many records each spelling stands."""
        with self._store.reading() as connection:
            return lists.spellings(connection, keys)

    def told(self, wanted: Choice) -> tuple[str, str]:
        """The first and the last day on which records were told last, empty where there is none."""
        with self._store.reading() as connection:
            return lists.bounds_of_telling(connection, wanted)

    def months_due(self, wanted: Choice, limit: int) -> dict[str, int]:
        """How many records are due in each month, the first ``limit`` months."""
        with self._store.reading() as connection:
            return lists.months_due(connection, wanted, limit)

    def series(self, wanted: Choice, limit: int | None = None) -> tuple[list[str], int]:
        """The series of indicators with a conflict first, then the longest; and how many there are in all."""
        with self._store.reading() as connection:
            return lists.largest_series(connection, wanted, limit)

    def events(self, wanted: Choice) -> list[tuple[str, str, str]]:
        """Id, month and category of the events that happened and that a source plainly asserts, by month."""
        rules = load("intensity")
        with self._store.reading() as connection:
            return lists.events(connection, wanted, rules["phases"], rules["certainties"])

    def warmth(self, wanted: Choice) -> dict[tuple[str, str], int]:
        """How many of these events there are, by month and category."""
        rules = load("intensity")
        with self._store.reading() as connection:
            return lists.warmth(connection, wanted, rules["phases"], rules["certainties"])

    def heads(self, *, limit: int | None = None, start: int = 0, **wanted: Any) -> list[Head]:
        """Heads of documents, the newest first, from the one at ``start``.

        ``words`` (in title, name or outlet), ``source_class`` and ``telling`` (a ``Choice`` of records) narrow them.
        """
        with self._store.reading() as connection:
            return head_lists.found(connection, HeadChoice(gone=withdrawn(connection), **wanted), limit, start)

    def heads_after(self, key: str, limit: int) -> list[Head]:
        """Heads of documents by date of publication, undated ones first, from the one after ``key`` (empty: all)."""
        with self._store.reading() as connection:
            return head_lists.following(connection, HeadChoice(gone=withdrawn(connection)), key, limit)

    def classes(self, **wanted: Any) -> dict[str, int]:
        """How many documents there are of each class of sources, narrowed as ``heads`` are."""
        with self._store.reading() as connection:
            return head_lists.classes(connection, HeadChoice(gone=withdrawn(connection), **wanted))

    def by_class(self, **wanted: Any) -> dict[str, Span]:
        """The documents by class of sources: how many, the days between which they were published; narrowed as
        ``heads`` are.
        """
        with self._store.reading() as connection:
            return head_lists.by_class(connection, HeadChoice(gone=withdrawn(connection), **wanted))

    def days(self, **wanted: Any) -> tuple[str, str, int]:
        """First and last day of publication, and how many documents have none, narrowed as ``heads`` are."""
        with self._store.reading() as connection:
            return head_lists.days(connection, HeadChoice(gone=withdrawn(connection), **wanted))

    def outlets(self) -> Sequence[Any]:
        """A row for each outlet, class, state and list of credits: documents, dated ones, first and last day."""
        with self._store.reading() as connection:
            return head_lists.outlets(connection, HeadChoice(gone=withdrawn(connection)))

    def months(self) -> dict[str, int]:
        """How many documents were published in each month that has any."""
        with self._store.reading() as connection:
            return head_lists.months(connection, HeadChoice(gone=withdrawn(connection)))

    def titles(self, keys: Collection[str]) -> dict[str, Head]:
        """Heads of documents by their keys."""
        with self._store.reading() as connection:
            return documents.heads_of(connection, keys)
