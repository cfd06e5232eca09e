"""All records of a relation at hand, kept until the ledger file changes."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from comity.ledger import Ledger
from comity.model import LedgerRecord
from comity.model.edtf import first_day, last_day
from comity.query.book import every

Stamp = tuple[tuple[int, int], ...]


def shelf(ledger: Ledger, relation: str, kind: str = "") -> tuple[LedgerRecord, ...]:
    """The records of a relation (all for an empty one) and kind by date, rejected ones left out."""
    return _shelf(ledger, _stamp(ledger.path), relation, kind)


@lru_cache(maxsize=16)
def _shelf(ledger: Ledger, stamp: Stamp, relation: str, kind: str) -> tuple[LedgerRecord, ...]:
    return tuple(every(ledger, kind=kind or None, relation=relation or None))


def _stamp(path: Path) -> Stamp:
    """Size and time of the ledger file and of its write-ahead log, which a write by anybody changes."""
    files = (path, path.with_name(f"{path.name}-wal"))
    return tuple((found.st_mtime_ns, found.st_size) for file in files if file.exists() for found in [file.stat()])


def begins(edtf: str) -> str:
    """The first day of a date, empty for none."""
    return first_day(edtf) if edtf else ""


def ends(edtf: str) -> str:
    """The last day of a date, empty for none or where it has no end."""
    return last_day(edtf) if edtf else ""


def latest_told(records: Iterable[LedgerRecord]) -> list[LedgerRecord]:
    """The latest told first; those told on one day by their own date, the latest first."""
    return sorted(records, key=lambda r: (r.last_told, begins(r.date), r.id), reverse=True)
