"""How warm or cold a relation is, month by month: Goldstein's scale over the PLOVER categories of its events."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from comity.model import LedgerRecord
from comity.model.edtf import bounds
from comity.vocab import load

Month = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Point:
    """One month (``2025-04``) with its events as (record id, weight) pairs."""

    month: str
    events: tuple[tuple[str, float], ...]

    @property
    def total(self) -> float:
        """The sum of the weights."""
        return round(sum(weight for _, weight in self.events), 3)

    @property
    def mean(self) -> float | None:
        """The mean weight, None where there is no event."""
        return round(self.total / len(self.events), 3) if self.events else None

    @property
    def cooperation(self) -> float:
        """The sum of the weights above zero."""
        return round(sum(weight for _, weight in self.events if weight > 0), 3)

    @property
    def conflict(self) -> float:
        """The sum of the weights below zero."""
        return round(sum(weight for _, weight in self.events if weight < 0), 3)

    def as_dict(self) -> dict[str, Any]:
        """The point as JSON."""
        return {
            "month": self.month,
            "total": self.total,
            "mean": self.mean,
            "cooperation": self.cooperation,
            "conflict": self.conflict,
            "events": [{"record": record, "weight": weight} for record, weight in self.events],
        }


def intensity(records: Iterable[LedgerRecord]) -> tuple[Point, ...]:
    """The series over the events among ``records``, from the first month that has one to the last, without holes.

    An event counts once however many sources tell it, in the month in which it begins. What is scheduled, cancelled,
    background, not plainly asserted, rejected, without a category, or dated no closer than a quarter does not count.
    """
    by_month: dict[Month, list[tuple[str, float]]] = {}
    for record in records:
        weight, month = weight_of(record), _month(record)
        if weight is not None and month is not None:
            by_month.setdefault(month, []).append((record.id, weight))
    return tuple(
        Point(f"{year:04d}-{month:02d}", tuple(sorted(by_month.get((year, month), ()))))
        for year, month in _between(by_month)
    )


def weight_of(record: LedgerRecord) -> float | None:
    """The weight of a record on Goldstein's scale, None where it does not count."""
    rules = load("intensity")
    counts = (
        record.kind == "event"
        and record.review != "rejected"
        and record.status in rules["phases"]
        and record.certainty in rules["certainties"]
    )
    weight = rules["weights"].get(record.get("category")) if counts else None
    return None if weight is None else float(weight)


def _month(record: LedgerRecord) -> Month | None:
    """The month in which an event begins, None where its date is less precise than that."""
    written = str(record.get("date") or "")
    point = written.partition("/")[0]
    if len(point.split("-")) < 2 or not point[0].isdigit():
        return None
    first, last = bounds(point)
    return first[:2] if first[:2] == last[:2] else None


def _between(months: Iterable[Month]) -> list[Month]:
    known = sorted(months)
    if not known:
        return []
    (year, month), last = known[0], known[-1]
    count = (last[0] - year) * 12 + last[1] - month + 1
    return [(year + (month - 1 + n) // 12, (month - 1 + n) % 12 + 1) for n in range(count)]
