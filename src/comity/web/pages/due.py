"""What is due when: the day on which a record is awaited, and what is due or overdue on a day."""

from __future__ import annotations

from dataclasses import dataclass

from comity.model import LedgerRecord
from comity.vocab import load
from comity.web.pages.frame import Frame


def due_of(record: LedgerRecord) -> str:
    """The date until which it is awaited, as EDTF; empty for none."""
    given = record.get(load("progress")["due_field"].get(record.kind, ""))
    return str(given["value"] if isinstance(given, dict) else given or "")


@dataclass(frozen=True, slots=True)
class Agenda:
    """What is due soon, and what is overdue, each record with its date; ``left_out`` counts overdue ones beyond."""

    due: tuple[tuple[LedgerRecord, str], ...]
    overdue: tuple[tuple[LedgerRecord, str], ...]
    left_out: int


def agenda(frame: Frame, most: int, overdue: int) -> Agenda:
    """What is due soon by date, and of the ``overdue`` the ``most`` that are so last, each at most ``most``."""
    lists = frame.ledger.lists
    due = lists.records(frame.choice(standing="due"), order="due", limit=most)
    late = lists.records(frame.choice(standing="overdue"), order="late", limit=most)
    told = [tuple((record, due_of(record)) for record in records) for records in (due, late)]
    return Agenda(told[0], told[1], max(0, overdue - most))
