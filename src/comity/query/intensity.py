"""How warm or cold a relation is, month by month: Goldstein's scale over the PLOVER categories of its events."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from comity.model import LedgerRecord
from comity.model.edtf import month_of
from comity.vocab import load


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
    return series(
        (record.id, month_of(str(record.get("date") or "")), str(record.get("category") or ""))
        for record in records
        if counts(record)
    )


def series(events: Iterable[tuple[str, str, str]]) -> tuple[Point, ...]:
    """The series over events that count, given as record id, month (empty where unknown) and category."""
    weights = load("intensity")["weights"]
    by_month: dict[str, list[tuple[str, float]]] = {}
    for record, month, category in events:
        if month and category in weights:
            by_month.setdefault(month, []).append((record, float(weights[category])))
    return tuple(Point(month, tuple(sorted(by_month.get(month, ())))) for month in _between(by_month))


def counted(numbers: Mapping[tuple[str, str], int]) -> tuple[Point, ...]:
    """The series over events of which only the number is known, by month and category; they are not named."""
    events = ((("", month, category),) * number for (month, category), number in numbers.items())
    return series(event for several in events for event in several)


def counts(record: LedgerRecord) -> bool:
    """Whether it is an event that happened and that a source plainly asserts."""
    rules = load("intensity")
    return (
        record.kind == "event"
        and record.review != "rejected"
        and record.status in rules["phases"]
        and record.certainty in rules["certainties"]
    )


def _between(months: Iterable[str]) -> list[str]:
    known = sorted(months)
    if not known:
        return []
    first, last = (int(month[:-3]) * 12 + int(month[-2:]) - 1 for month in (known[0], known[-1]))
    return [f"{n // 12:04d}-{n % 12 + 1:02d}" for n in range(first, last + 1)]
