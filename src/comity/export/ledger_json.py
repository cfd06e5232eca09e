"""A ledger as JSON: ``{"records": [...]}``, each record as ``LedgerRecord.as_dict`` gives it, a line each."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from comity.model import LedgerRecord


def pieces(records: Iterable[LedgerRecord]) -> Iterator[str]:
    """The text of the JSON object piece by piece, never held as a whole; it ends with a line end."""
    yield '{"records": ['
    before = "\n"
    for record in records:
        yield before + json.dumps(record.as_dict(), ensure_ascii=False, separators=(",", ":"))
        before = ",\n"
    yield "\n]}\n"
