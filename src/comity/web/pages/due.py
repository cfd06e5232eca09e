"""What is due when: the day on which a record is awaited, and what is due or overdue on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from comity.model import LedgerRecord
from comity.reconcile.progress import standing
from comity.vocab import load
from comity.web.pages.shelf import ends


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


def agenda(records: Iterable[LedgerRecord], today: date, most: int) -> Agenda:
    """What is due soon by date, and the ``most`` that are overdue, the latest of them first."""
    found: dict[str, list[tuple[LedgerRecord, str]]] = {"due": [], "overdue": []}
    for record in records:
        if (name := standing(record, today)) in found:
            found[name].append((record, due_of(record)))
    due = sorted(found["due"], key=lambda item: (ends(item[1]), item[0].id))
    late = sorted(found["overdue"], key=lambda item: (ends(item[1]), item[0].id), reverse=True)
    return Agenda(tuple(due[:most]), tuple(late[:most]), max(0, len(late) - most))
