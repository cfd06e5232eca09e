"""What a view may choose from: rows of records to choose by, and the records themselves for the few that are chosen."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from comity.ledger.lists import Line, line_of
from comity.model import LedgerRecord
from comity.query.book import Book, Relation

TOGETHER = 20
"""Records looked up at once where only the first that fit are wanted."""


class Candidates(Protocol):
    """``lines`` are in the order of records; none of them is rejected."""

    @property
    def lines(self) -> Sequence[Line]:
        """The rows to choose by."""
        ...

    def each(self, lines: Sequence[Line]) -> Iterator[LedgerRecord]:
        """The records of some rows, perhaps in short, looked up as they are asked for."""
        ...

    def whole(self, lines: Sequence[Line]) -> Sequence[LedgerRecord]:
        """The records of some rows."""
        ...


class Kept:
    """The candidates that a ledger has; records are looked up, those in short once."""

    def __init__(self, book: Book, relation: Relation, sectors: Collection[str]) -> None:
        self._book = book
        self._seen: dict[str, LedgerRecord] = {}
        self.lines: Sequence[Line] = [line for line in book.lines(relation) if wanted(line, sectors)]

    def each(self, lines: Sequence[Line]) -> Iterator[LedgerRecord]:
        """The records of some rows in short."""
        for start in range(0, len(lines), TOGETHER):
            ids = [line.id for line in lines[start : start + TOGETHER]]
            missing = [each for each in ids if each not in self._seen]
            if missing:
                self._seen.update({record.id: record for record in self._book.picked(missing, short=True)})
            yield from (self._seen[each] for each in ids if each in self._seen)

    def whole(self, lines: Sequence[Line]) -> Sequence[LedgerRecord]:
        """The records of some rows."""
        return self._book.picked([line.id for line in lines]) if lines else ()


class Given:
    """Candidates that are at hand as a whole."""

    def __init__(self, records: Iterable[LedgerRecord]) -> None:
        self._records: Mapping[str, LedgerRecord] = {record.id: record for record in records}
        self.lines: Sequence[Line] = [line_of(record) for record in self._records.values()]

    def each(self, lines: Sequence[Line]) -> Iterator[LedgerRecord]:
        """The records of some rows."""
        return (self._records[line.id] for line in lines)

    def whole(self, lines: Sequence[Line]) -> Sequence[LedgerRecord]:
        """The records of some rows."""
        return list(self.each(lines))


def wanted(found: Line | LedgerRecord, sectors: Collection[str]) -> bool:
    """Whether it is of one of the ``sectors`` (any where there are none) and was not rejected."""
    return found.review != "rejected" and (not sectors or bool({*sectors} & {*found.sectors}))
