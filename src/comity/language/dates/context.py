"""What is known while a text is read: the anchor, the dates mentioned so far, and the tense around an expression."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from comity.language.dates.cues import is_fronted, left_is, names_a_thing, one_sentence, setting, tense
from comity.language.dates.points import Point
from comity.model.dates import DateBasis, TimexType


@dataclass(frozen=True, slots=True)
class Part:
    """One end of a range, as an expression of its own."""

    start: int
    end: int
    point: Point


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression stands for; later ones may refer to its ``point``, ``parts`` are the ends of a range."""

    kind: TimexType
    value: str
    edtf: str = ""
    basis: DateBasis = "stated"
    mod: str = ""
    future: bool = False
    point: Point | None = None
    parts: tuple[Part, ...] = ()


@dataclass(slots=True)
class Context:
    """The state of one walk through a text."""

    text: str
    anchor: Point | None
    inferred: bool
    narrative: bool
    past: Callable[[int], bool] | None
    era: str = ""
    mentioned: dict[str, Point] = field(default_factory=dict)
    day_at: int = -(10**9)
    scene: tuple[int, Point] | None = None

    @property
    def basis(self) -> DateBasis:
        """The basis of what is resolved against the anchor."""
        return "inferred" if self.inferred else "relative"

    def note(self, reading: Reading, start: int) -> None:
        """Remember a point for the expressions that refer back to it."""
        point = reading.point
        if point is None or self._is_aside(point) or (not point.month and names_a_thing(self.text, start)):
            return
        self.mentioned["Y"] = point
        if is_fronted(self.text, start):
            self.scene = start, point
        if point.month:
            self.mentioned["M"] = point
        if point.day:
            self.mentioned["D"] = point
            self.day_at = start

    def _is_aside(self, point: Point) -> bool:
        last = self.mentioned.get("Y")
        far = last is not None and last.month > 0 and abs(point.year - last.year) > setting("aside_years")
        return self.narrative and far and not point.month

    def mention(self, precision: str) -> Point | None:
        """The last point mentioned that is at least that precise (``Y``, ``M`` or ``D``), else the anchor."""
        return self.mentioned.get(precision, self.anchor)

    def base(self, start: int) -> Point | None:
        """From when an expression looks ahead: "In 2018 they agreed to do it within three years", else from today."""
        if self.scene is None or self.anchor is None or not one_sentence(self.text, self.scene[0], start):
            return self.anchor
        return self.scene[1] if self.scene[1].year < self.anchor.year else self.anchor

    def sense(self, start: int, end: int) -> str:
        """``past``, ``future`` or empty for the clause around an expression."""
        if self.past is not None:
            return "past" if self.past(start) else "future"
        return tense(self.text, start, end)

    def year_for(self, month: int, day: int, start: int, end: int) -> int | None:
        """The year of a month or day given without one; None where nothing tells."""
        if not self.narrative:
            sense = "" if left_is("ballots", self.text, start) else self.sense(start, end)
            return self._near_anchor(self.anchor, month, day, sense) if self.anchor else None
        last = self.mentioned.get("Y")
        return None if last is None else self._in_story(last, month)

    @staticmethod
    def _in_story(last: Point, month: int) -> int:
        turns = last.month > month and (month - last.month) % 12 <= setting("turn_months")
        return last.year + (1 if turns else 0)

    @staticmethod
    def _near_anchor(anchor: Point, month: int, day: int, sense: str) -> int | None:
        if not day:
            return _year_of_month(anchor, month, sense)
        years = [y for y in (anchor.year - 1, anchor.year, anchor.year + 1) if Point(y, month, day).valid]
        away = {y: (Point(y, month, day).date - anchor.date).days for y in years}
        if not away:
            return None
        nearest = min(away, key=lambda y: abs(away[y]))
        to_come = away[nearest] > setting("overrun_days") and sense == "past"
        if not sense or (abs(away[nearest]) <= setting("near_days") and not to_come):
            return nearest
        fitting = [y for y in years if (away[y] >= 0) == (sense == "future")]
        return min(fitting, key=lambda y: abs(away[y]), default=nearest)


def _year_of_month(anchor: Point, month: int, sense: str) -> int:
    if month == anchor.month:
        return anchor.year
    if sense == "past":
        return anchor.year - (month > anchor.month)
    if sense == "future":
        return anchor.year + (month < anchor.month)
    gap = (month - anchor.month + 6) % 12 - 6
    return anchor.plus_months(gap).year
