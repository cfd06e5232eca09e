"""Records on a line of time, a lane for each kind or sector."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from comity.ledger.lists import Line, Slice, Slices
from comity.web.charts.intensity import Addresses
from comity.web.charts.scale import Days, Tick

TOP, FOOT, RIGHT = 22, 20, 12
NAME = 22
"""Half of the width of a name on the axis."""


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

    def slices(self, first: date, last: date) -> Slices:
        """Some days in as many slices as there is room for columns of marks."""
        number = int((self.width - RIGHT - self.left) / self.pitch)
        return Slices(first.isoformat(), last.isoformat(), number, self.tallest)


WHOLE, SMALL = Shape(), Shape(width=420, left=74, pitch=16, tallest=6, ticks=5)
CROWDED, SMALL_CROWDED = Shape(pitch=31, tallest=2), Shape(width=420, left=74, pitch=31, tallest=3, ticks=5)
"""For so many records that nobody would look at each; as wide as the numbers of those that are left out."""


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
    """The records of a lane by slice of time, and the parameters by which the ledger lists them."""

    name: str
    params: Mapping[str, str]
    slices: Sequence[Slice]


@dataclass(frozen=True, slots=True)
class Timeline:
    """What the template draws; ``today`` is None where it lies outside."""

    width: int
    height: float
    left: int
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    today: float | None


def drawn(
    lanes: Iterable[Group],
    days: tuple[date, date],
    today: date,
    frame: Addresses,
    told: Callable[[Line], str],
    shape: Shape = WHOLE,
) -> Timeline:
    """Lanes from the top, each with the slices of ``shape`` between the first and last of ``days``; empty ones are left
    out.

    ``told`` gives the words of a mark.
    """
    line = Days(*days, shape.left, shape.width - RIGHT)
    pen = _Pen(shape, frame, told)
    made, y = [], float(TOP)
    for group in lanes:
        if group.slices:
            made.append(pen.lane(group, y))
            y = made[-1].base + FOOT
    at = line.at(today.isoformat()) if line.holds(today.isoformat()) else None
    ticks = tuple(tick for tick in line.ticks(shape.ticks) if tick.at + NAME <= shape.width)
    return Timeline(shape.width, y + 4, shape.left, tuple(made), ticks, at)


@dataclass(frozen=True, slots=True)
class _Pen:
    """Places marks in columns, so that none covers another."""

    shape: Shape
    frame: Addresses
    told: Callable[[Line], str]

    def lane(self, group: Group, top: float) -> Lane:
        """A lane below ``top``, as high as its fullest column needs."""
        fullest = max(column.total for column in group.slices)
        high = min(fullest, self.shape.tallest) + (fullest > self.shape.tallest)
        base = top + high * self.shape.pitch
        marks = [self._mark(r, n, column, base) for column in group.slices for n, r in enumerate(column.lines)]
        more = [self._more(group, column, base) for column in group.slices if column.total > len(column.lines)]
        return Lane(group.name, round(base, 1), tuple(marks), tuple(more))

    def _x(self, column: Slice) -> float:
        return round(self.shape.left + (column.place + 0.5) * self.shape.pitch, 1)

    def _mark(self, record: Line, place: int, column: Slice, base: float) -> Mark:
        y = round(base - place * self.shape.pitch - 3, 1)
        href = self.frame.url(f"/record/{record.id}")
        return Mark(self._x(column), y, record.kind, hollow(record), record.witnesses < 2, self.told(record), href)

    def _more(self, group: Group, column: Slice, base: float) -> More:
        href = self.frame.url("/ledger", **{**group.params, "since": column.first, "until": column.last})
        y = round(base - self.shape.tallest * self.shape.pitch - 1, 1)
        return More(self._x(column), y, column.total - len(column.lines), href)


def hollow(record: Line) -> bool:
    """Whether it is planned, or not plainly asserted."""
    planned = record.status in {"scheduled", "proposed"} or (record.kind == "commitment" and record.status == "open")
    return planned or record.certainty != "asserted"
