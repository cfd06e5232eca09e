"""Records on a line of time, a lane for each kind or sector."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from comity.model import LedgerRecord
from comity.model.edtf import bounds, write
from comity.web.charts.intensity import Addresses
from comity.web.charts.scale import Days, Tick

WIDTH, LEFT, STEP, TOP, RADIUS = 1140, 130, 12, 22, 4
TALLEST = 9
"""Marks above each other in a lane; beyond, they share the highest place."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A record's place. ``hollow``: planned or not plainly asserted; ``ringed``: a single source."""

    x: float
    y: float
    kind: str
    hollow: bool
    ringed: bool
    words: str
    href: str


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane with its name and the line on which its lowest marks stand."""

    name: str
    base: float
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """What the template draws; ``today`` is None where it lies outside."""

    width: int
    height: float
    left: int
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    today: float | None


def first_in(record: LedgerRecord, first: date, last: date) -> str:
    """The first day of a record within some days as ISO, empty where it has none there."""
    if not record.date:
        return ""
    begins, ends = (write(day) if 0 < day[0] < 10000 else "" for day in bounds(record.date))
    begins = begins or (first.isoformat() if ends else "")
    inside = first.isoformat() <= begins <= last.isoformat()
    return begins if inside else ""


def drawn(
    lanes: Sequence[tuple[str, Iterable[LedgerRecord]]],
    first: date,
    last: date,
    today: date,
    frame: Addresses,
    told: Callable[[LedgerRecord], str],
) -> Timeline:
    """Lanes from the top; ``told`` gives the words of a mark."""
    days = Days(first, last, LEFT, WIDTH - 12)
    made, y = [], float(TOP)
    for name, records in lanes:
        placed = [(r, days.at(day)) for r in records if (day := first_in(r, first, last))]
        lane = _lane(name, placed, y, frame, told)
        made.append(lane)
        y = lane.base + 20
    at = days.at(today.isoformat()) if days.holds(today.isoformat()) else None
    return Timeline(WIDTH, y + 4, LEFT, tuple(made), tuple(days.ticks(12)), at)


def _lane(
    name: str,
    placed: Sequence[tuple[LedgerRecord, float]],
    top: float,
    frame: Addresses,
    told: Callable[[LedgerRecord], str],
) -> Lane:
    columns = Counter(int(x / (RADIUS * 2.5)) for _, x in placed)
    base = top + min(max(columns.values(), default=1), TALLEST) * STEP
    seen: Counter[int] = Counter()
    marks = []
    for record, x in placed:
        column = int(x / (RADIUS * 2.5))
        y = base - min(seen[column], TALLEST - 1) * STEP - 4
        seen[column] += 1
        href = frame.url(f"/record/{record.id}")
        marks.append(Mark(x, y, record.kind, hollow(record), record.witnesses < 2, told(record), href))
    return Lane(name, base, tuple(marks))


def hollow(record: LedgerRecord) -> bool:
    """Whether it is planned, or not plainly asserted."""
    planned = record.status in {"scheduled", "proposed"} or (record.kind == "commitment" and record.status == "open")
    return planned or record.certainty != "asserted"
