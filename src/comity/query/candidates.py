"""What a view may choose from: rows of records to choose by, and the records themselves for the few that are chosen."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from comity.ledger.lists import Line, line_of, shortened
from comity.ledger.past import Past
from comity.model import LedgerRecord
from comity.query.book import Book, Relation

TOGETHER = 20
"""Records looked up at once where only the first that fit are wanted."""


class Candidates:
    """The records of a ledger, of today or of a day, that are of some sectors and were not rejected.

    ``lines`` are the rows to choose by, in the order of records. The records are looked up, each once.
    """

    def __init__(self, book: Book, lines: Iterable[Line], sectors: Collection[str]) -> None:
        self._book = book
        self._values: dict[str, Mapping[str, Any]] = {}
        self._whole: dict[str, LedgerRecord] = {}
        self._short: dict[str, LedgerRecord] = {}
        self.lines: Sequence[Line] = [line for line in lines if wanted(line, sectors)]

    @classmethod
    def of(
        cls, book: Book, relation: Relation | None, sectors: Collection[str], past: Past | None = None
    ) -> Candidates:
        """The candidates of a relation, of today or out of what there was in the past."""
        if past is None:
            return cls(book, book.lines(relation), sectors)
        lines = [*past.kept, *map(line_of, past.changed)]
        found = cls(book, sorted(lines, key=lambda line: (line.begins, line.id)), sectors)
        found._whole = {record.id: record for record in past.changed}
        found._short = {record.id: shortened(record) for record in past.changed}
        found._values = {record.id: {n: view.value for n, view in record.fields.items()} for record in past.changed}
        return found

    def each(self, lines: Sequence[Line]) -> Iterator[tuple[Line, Mapping[str, Any]]]:
        """Rows with the values that their records show, looked up as they are asked for."""
        for start in range(0, len(lines), TOGETHER):
            some = lines[start : start + TOGETHER]
            missing = [line.id for line in some if line.id not in self._values]
            if missing:
                self._values.update(self._book.values(missing))
            yield from ((line, self._values[line.id]) for line in some if line.id in self._values)

    def short(self, lines: Sequence[Line]) -> Sequence[LedgerRecord]:
        """The records of some rows in short: with no more of their evidence than a line quotes."""
        missing = [line.id for line in lines if line.id not in self._short]
        self._short.update({record.id: record for record in self._book.picked(missing, short=True)} if missing else {})
        return [self._short[line.id] for line in lines if line.id in self._short]

    def whole(self, lines: Sequence[Line]) -> Sequence[LedgerRecord]:
        """The records of some rows."""
        missing = [line.id for line in lines if line.id not in self._whole]
        self._whole.update({record.id: record for record in self._book.picked(missing)} if missing else {})
        return [self._whole[line.id] for line in lines if line.id in self._whole]


def wanted(found: Line | LedgerRecord, sectors: Collection[str]) -> bool:
    """Whether it is of one of the ``sectors`` (any where there are none) and was not rejected."""
    return found.review != "rejected" and (not sectors or bool({*sectors} & {*found.sectors}))
