"""Lines of a view as data: what is said of a record and the quotes it rests on. Words come in ``export``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from comity.errors import RecordError
from comity.model import LedgerRecord
from comity.query.citing import Citation, cite, unique
from comity.vocab import load


@dataclass(frozen=True, slots=True)
class Fact:
    """One line. ``code`` says which: ``record``, ``overdue``, ``due``, ``dormant``, ``dispute``, or a sort of change.

    ``field``, ``before`` and ``after`` belong to changes, ``values`` to disputes: each value with its own citations.
    Raises ``RecordError`` where nothing is cited: no line without evidence.
    """

    code: str
    record: LedgerRecord
    citations: tuple[Citation, ...]
    field: str = ""
    before: Any = None
    after: Any = None
    values: tuple[tuple[Any, tuple[Citation, ...]], ...] = ()

    def __post_init__(self) -> None:
        """Refuse a line that rests on nothing."""
        if not self.citations:
            raise RecordError(f"{self.record.id}: a line ({self.code}) has no quote; run `comity verify`")


@dataclass(frozen=True, slots=True)
class Section:
    """The lines of one part of a view; ``left_out`` counts those beyond the limit in vocab/brief.yaml."""

    name: str
    facts: tuple[Fact, ...]
    left_out: int = 0


def fact_of(record: LedgerRecord, code: str = "record") -> Fact:
    """A line on a record, citing all that the line tells."""
    told = load("brief")["details"][record.kind]
    return Fact(code, record, unique([*cite(record), *(c for name in told for c in cite(record, name))]))
