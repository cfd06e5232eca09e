"""Records on a line of time, a lane for each kind or sector."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from comity.ledger.lists import Line
from comity.model.edtf import bounds, write
from comity.web.charts.intensity import Addresses
from comity.web.charts.scale import Days, Tick

TOP, FOOT = 22, 20


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of a drawing: ``left`` of the lanes is for their names, marks stand ``pitch`` apart from each other.

    Beyond ``tallest`` marks above each other the rest of a column is told as a number.
    """

    width: int = 1140
    left: int = 130
    pitch: float = 11.5
    tallest: int = 9
    ticks: int = 12


WHOLE, SMALL = Shape(), Shape(width=420, left=74, pitch=16, tallest=6, ticks=5)
CROWDED = Shape(pitch=14, tallest=3)
"""For so many records that nobody would look at each."""


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
class More:
    """How many marks a column has beyond those that are drawn, and where all are listed."""

    x: float
    y: float
    count: int
    href: str


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane with its name and the line on which its lowest marks stand."""

    name: str
    base: float
    marks: tuple[Mark, ...]
    more: tuple[More, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """The records of a lane, and the parameters by which the ledger lists them."""

    name: str
    params: Mapping[str, str]
    records: Sequence[Line]


@dataclass(frozen=True, slots=True)
class Timeline:
    """What the template draws; ``today`` is None where it lies outside."""

    width: int
    height: float
    left: int
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    today: float | None


def first_in(record: Line, first: date, last: date) -> str:
    """The first day of a record within some days as ISO, empty where it has none there."""
    if not record.date:
        return ""
    begins, ends = (write(day) if 0 < day[0] < 10000 else "" for day in bounds(record.date))
    begins = begins or (first.isoformat() if ends else "")
    inside = first.isoformat() <= begins <= last.isoformat()
    return begins if inside else ""


def drawn(
    lanes: Iterable[Group],
    days: tuple[date, date],
    today: date,
    frame: Addresses,
    told: Callable[[Line], str],
    shape: Shape = WHOLE,
) -> Timeline:
    """Lanes from the top, those without a record within the first and last of ``days`` left out.

    ``told`` gives the words of a mark.
    """
    line = Days(*days, shape.left, shape.width - 12)
    pen = _Pen(line, shape, frame, told)
    made, y = [], float(TOP)
    for group in lanes:
        placed = [(r, day) for r in group.records if (day := first_in(r, *days))]
        if placed:
            made.append(pen.lane(group, placed, y))
            y = made[-1].base + FOOT
    at = line.at(today.isoformat()) if line.holds(today.isoformat()) else None
    return Timeline(shape.width, y + 4, shape.left, tuple(made), tuple(line.ticks(shape.ticks)), at)


@dataclass(frozen=True, slots=True)
class _Pen:
    """Places marks in columns, so that none covers another."""

    line: Days
    shape: Shape
    frame: Addresses
    told: Callable[[Line], str]

    def lane(self, group: Group, placed: Sequence[tuple[Line, str]], top: float) -> Lane:
        """A lane below ``top``, as high as its fullest column needs."""
        columns: dict[int, list[tuple[Line, str]]] = {}
        for record, day in placed:
            columns.setdefault(int(self.line.at(day) / self.shape.pitch), []).append((record, day))
        fullest = max(map(len, columns.values()))
        high = min(fullest, self.shape.tallest) + (fullest > self.shape.tallest)
        base = top + high * self.shape.pitch
        marks = [self._mark(r, n, x, base) for x, col in columns.items() for n, (r, _) in enumerate(self._shown(col))]
        more = [self._more(group, x, col, base) for x, col in columns.items() if len(col) > self.shape.tallest]
        return Lane(group.name, round(base, 1), tuple(marks), tuple(more))

    def _shown(self, column: Sequence[tuple[Line, str]]) -> Sequence[tuple[Line, str]]:
        return column[: self.shape.tallest]

    def _x(self, column: int) -> float:
        return round((column + 0.5) * self.shape.pitch, 1)

    def _mark(self, record: Line, place: int, column: int, base: float) -> Mark:
        y = round(base - place * self.shape.pitch - 3, 1)
        href = self.frame.url(f"/record/{record.id}")
        return Mark(self._x(column), y, record.kind, hollow(record), record.witnesses < 2, self.told(record), href)

    def _more(self, group: Group, column: int, inside: Sequence[tuple[Line, str]], base: float) -> More:
        told = sorted(day for _, day in inside)
        href = self.frame.url("/ledger", **{**group.params, "since": told[0], "until": told[-1]})
        y = round(base - self.shape.tallest * self.shape.pitch - 1, 1)
        return More(self._x(column), y, len(inside) - self.shape.tallest, href)


def hollow(record: Line) -> bool:
    """Whether it is planned, or not plainly asserted."""
    planned = record.status in {"scheduled", "proposed"} or (record.kind == "commitment" and record.status == "open")
    return planned or record.certainty != "asserted"
