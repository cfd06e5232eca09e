"""What is kept until the ledger file changes; and the first day of a date."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from pathlib import Path
from typing import Protocol, TypeVar

from comity.ledger import Ledger
from comity.model.edtf import first_day

Given = TypeVar("Given", covariant=True)
Stamp = tuple[tuple[int, int], ...]


class Asked(Protocol[Given]):
    """A function of a ledger and a relation, an empty one standing for all."""

    def __call__(self, ledger: Ledger, relation: str = "") -> Given:
        """What it gives."""
        ...


def kept(make: Callable[[Ledger, str], Given]) -> Asked[Given]:
    """A function of a ledger and a relation whose answers are kept until the ledger file changes."""
    remembered = lru_cache(maxsize=64)(lambda ledger, stamp, relation: make(ledger, relation))

    @wraps(make)
    def asked(ledger: Ledger, relation: str = "") -> Given:
        return remembered(ledger, _stamp(ledger.path), relation)

    return asked


def _stamp(path: Path) -> Stamp:
    """Size and time of the ledger file and of its write-ahead log, which a write by anybody changes."""
    files = (path, path.with_name(f"{path.name}-wal"))
    return tuple((found.st_mtime_ns, found.st_size) for file in files if file.exists() for found in [file.stat()])


def begins(edtf: str) -> str:
    """The first day of a date, empty for none."""
    return first_day(edtf) if edtf else ""
