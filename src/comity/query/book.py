"""What a view asks of a ledger, so that anything that answers it can be looked at."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Protocol

from comity.ledger.lists import Line
from comity.ledger.past import Past
from comity.model import Head, LedgerRecord

Relation = str | Sequence[str]
"""One state or a pair of states, as ISO 3166 alpha-3 codes in any order: ``VNM``, ``VNM-CHN``, ``("CHN", "VNM")``."""

PAGE = 500
"""Records fetched at once."""


class Book(Protocol):
    """A ledger to look at; ``comity.Ledger`` is one."""

    def records(
        self,
        *,
        kind: str | None = None,
        relation: Relation | None = None,
        as_of: date | None = None,
        limit: int | None = None,
        after: str | None = None,
    ) -> Sequence[LedgerRecord]:
        """Records in a fixed order, at most ``limit``, from the one after the record ``after``.

        ``as_of`` derives them from documents published on or before that day only.
        """
        ...

    def lines(self, relation: Relation | None = None) -> Sequence[Line]:
        """The records of a relation in the order of ``records``, as rows without fields and evidence."""
        ...

    def past(self, as_of: date, relation: Relation | None = None) -> Past:
        """The records of a relation as documents published until a day tell them."""
        ...

    def picked(self, ids: Sequence[str], *, short: bool = False) -> Sequence[LedgerRecord]:
        """Records by their ids, in this order; ``short`` ones with no more of their evidence than lists quote."""
        ...

    def values(self, ids: Collection[str]) -> Mapping[str, Mapping[str, Any]]:
        """The values alone that records show, by id and field."""
        ...

    def documents(self, keys: Collection[str] | None = None) -> Sequence[Head]:
        """The heads of all documents, or of those with the ``keys``."""
        ...

    def published(self) -> tuple[str, str, int]:
        """The first and the last day on which a document was published, and how many documents have no date."""
        ...


def every(
    book: Book, *, kind: str | None = None, relation: Relation | None = None, as_of: date | None = None
) -> Iterator[LedgerRecord]:
    """All records that fit, fetched by the page, so that no ledger is held in memory as a whole.

    An as-of view is derived in one go, since each page of it would cost as much as the whole.
    """
    if as_of is not None:
        yield from book.records(kind=kind, relation=relation, as_of=as_of)
        return
    after = None
    while True:
        page = book.records(kind=kind, relation=relation, limit=PAGE, after=after)
        yield from page
        if len(page) < PAGE:
            return
        after = page[-1].id
