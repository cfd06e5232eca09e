"""Counts as shaded cells: what stands down against what stands across."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from comity.web.charts.scale import Tick

LEFT, TOP, WIDE, HIGH = 130, 22, 56, 22
SHADES = 4


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with its count; ``shade`` is 1 to ``SHADES``."""

    x: float
    y: float
    shade: int
    count: int
    words: str
    href: str


@dataclass(frozen=True, slots=True)
class Heat:
    """What the template draws; ``rows`` and ``columns`` are the names at the edges."""

    width: int
    height: int
    rows: tuple[Tick, ...]
    columns: tuple[Tick, ...]
    cells: tuple[Cell, ...]


def shades(counts: Mapping[tuple[str, str], int]) -> dict[tuple[str, str], int]:
    """How dark each cell is, by its share of the greatest count."""
    top = max(counts.values(), default=1)
    return {key: -(-n * SHADES // top) for key, n in counts.items()}


def drawn(
    rows: Sequence[str], columns: Sequence[str], counts: Mapping[tuple[str, str], int], hrefs: Mapping[str, str]
) -> Heat:
    """The cells that have a count, each leading to the address of its column."""
    dark = shades(counts)
    cells = tuple(
        Cell(LEFT + x * WIDE, TOP + y * HIGH, dark[row, column], n, f"{row} {column}: {n} records", hrefs[column])
        for y, row in enumerate(rows)
        for x, column in enumerate(columns)
        if (n := counts.get((row, column), 0))
    )
    across = tuple(Tick(LEFT + (x + 0.5) * WIDE, name) for x, name in enumerate(columns))
    down = tuple(Tick(TOP + (y + 0.7) * HIGH, name) for y, name in enumerate(rows))
    return Heat(LEFT + WIDE * len(columns) + 8, TOP + HIGH * len(rows) + 4, down, across, cells)
