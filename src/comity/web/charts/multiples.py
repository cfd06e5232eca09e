"""Small drawings of figures over time, one a measure; values that disagree stand apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from comity.web.charts.scale import Days, Figures, Tick

WIDTH, HEIGHT, LEFT, BOTTOM = 260, 96, 6, 14


@dataclass(frozen=True, slots=True)
class Given:
    """A figure for a day; ``disputed`` where other sources give another for the same."""

    day: str
    value: float
    words: str
    href: str
    disputed: bool = False
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class Dot:
    """A figure's place."""

    x: float
    y: float
    given: Given
    label: bool


@dataclass(frozen=True, slots=True)
class Multiple:
    """What the template draws; ``line`` joins the undisputed figures of days that have one."""

    width: int
    height: int
    line: str
    dots: tuple[Dot, ...]
    ticks: tuple[Tick, ...]


def drawn(figures: Sequence[Given]) -> Multiple:
    """Figures, at least one, in any order; the scale begins at zero unless a figure lies below."""
    told = sorted(figures, key=lambda g: (g.day, g.value))
    first, last = date.fromisoformat(told[0].day), date.fromisoformat(told[-1].day)
    days = Days(first, max(last, first), LEFT + 24, WIDTH - 30)
    values = [g.value for g in told]
    scale = Figures(min(0.0, *values), max(values) if max(values) > 0 else 1.0, HEIGHT - BOTTOM - 4, 16)
    centre = first == last
    x = [(WIDTH - 30) / 2 if centre else days.at(g.day) for g in told]
    dots = tuple(Dot(at, scale.at(g.value), g, True) for at, g in zip(x, told, strict=True))
    several = Counter(d.given.day for d in dots)
    sure = [d for d in dots if not d.given.disputed and not d.given.hollow and several[d.given.day] == 1]
    plain = [f"{d.x},{d.y}" for d in sure]
    names = dict.fromkeys((d.x, d.given.day[:4] if d.given.day.endswith("-01-01") else d.given.day[:7]) for d in dots)
    spaced = [Tick(at, name) for n, (at, name) in enumerate(names) if n in {0, len(names) - 1}]
    return Multiple(WIDTH, HEIGHT, " ".join(plain), dots, tuple(spaced))
