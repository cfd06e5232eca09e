"""What is due when: the day on which a record is awaited, and what is due or overdue on a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from comity.model import LedgerRecord
from comity.reconcile.progress import standing
from comity.vocab import load
from comity.web.pages.shelf import ends


def due_of(record: LedgerRecord) -> str:
    """The date until which it is awaited, as EDTF; empty for none."""
    given = record.get(load("progress")["due_field"].get(record.kind, ""))
    return str(given["value"] if isinstance(given, dict) else given or "")


def agenda(records: Iterable[LedgerRecord], today: date) -> list[tuple[LedgerRecord, str]]:
    """What is overdue or due soon, each with its date, the longest overdue first."""
    found = [(r, due_of(r)) for r in records if standing(r, today) in {"due", "overdue"}]
    return sorted(found, key=lambda item: (ends(item[1]), item[0].id))
