"""Cooperation above the line, conflict below, a bar a month."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from comity.query.intensity import Point
from comity.web.charts.scale import Figures, Tick

WIDTH, HEIGHT, LEFT, BOTTOM = 420, 120, 30, 16
EDGE = 22  # half a month's name
MONTHS = 48


class Addresses(Protocol):
    """Makes addresses of the desk."""

    def url(self, path: str, **params: str) -> str:
        """An address of the desk."""
        ...


@dataclass(frozen=True, slots=True)
class Bar:
    """A month's bar on one side of the line."""

    x: float
    y: float
    width: float
    height: float
    cold: bool
    words: str
    href: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """What the template draws; ``zero`` is where the line stands."""

    width: int
    height: int
    left: int
    zero: float
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    marks: tuple[Tick, ...]


def drawn(points: Sequence[Point], frame: Addresses) -> Drawing | None:
    """The last years of a series; None where no event counts."""
    shown = points[-MONTHS:]
    if not shown:
        return None
    high = max(1.0, *(p.cooperation for p in shown))
    low = min(0.0, *(p.conflict for p in shown))
    scale = Figures(low, high, HEIGHT - BOTTOM, 6)
    step = (WIDTH - LEFT) / max(len(shown), 12)
    most = WIDTH - EDGE
    bars = tuple(bar for n, p in enumerate(shown) for bar in _bars(p, LEFT + n * step, step, scale, frame))
    every = max(1, -(-len(shown) // 6))
    ticks = tuple(
        Tick(round(min(LEFT + (n + 0.5) * step, most), 1), p.month) for n, p in enumerate(shown) if n % every == 0
    )
    marks = tuple(Tick(scale.at(value), f"{value:+g}" if value else "0") for value in scale.round(3))
    return Drawing(WIDTH, HEIGHT, LEFT, scale.at(0), bars, ticks, marks)


def _bars(point: Point, x: float, step: float, scale: Figures, frame: Addresses) -> list[Bar]:
    days = monthrange(int(point.month[:4]), int(point.month[5:]))[1]
    href = frame.url("/ledger", kind="event", since=f"{point.month}-01", until=f"{point.month}-{days}")
    words = (
        f"{point.month}: {len(point.events)} events, cooperation {point.cooperation:+g}, conflict {point.conflict:+g}"
    )
    zero = scale.at(0)
    found = [(scale.at(v), v < 0) for v in (point.cooperation, point.conflict) if v]
    wide = round(max(step - 1.5, 1), 1)
    return [Bar(round(x, 1), min(y, zero), wide, round(abs(y - zero), 1), cold, words, href) for y, cold in found]
