"""Names beside marks, placed so that none covers another or a mark; a name for which there is no room is left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

LETTER, LINE, GAP = 5.7, 12.0, 3.0
"""Width of a letter, height of a line, and the distance of a name from its mark, in units of the drawing."""

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Label:
    """A name where it is written; ``anchor`` is SVG's: ``start``, ``middle`` or ``end``."""

    x: float
    y: float
    anchor: str
    words: str


@dataclass(frozen=True, slots=True)
class Named:
    """A mark with its half width and its name."""

    x: float
    y: float
    size: float
    words: str


def placed(marks: Sequence[Named], size: tuple[float, float]) -> list[Label | None]:
    """A label or None for each mark, those that come first served first, inside a drawing of a width and height."""
    taken = [(m.x - m.size, m.y - m.size, m.x + m.size, m.y + m.size) for m in marks]
    found: list[Label | None] = []
    for number, mark in enumerate(marks):
        others = [box for n, box in enumerate(taken) if n != number]
        fitting = (place for place in _places(mark) if _free(place[1], others, size))
        label, box = next(fitting, (None, None))
        found.append(label)
        if box:
            taken.append(box)
    return found


def _places(mark: Named) -> Iterable[tuple[Label, Box]]:
    """Right, left, below, above."""
    wide, away = len(mark.words) * LETTER, mark.size + GAP
    for x, y, anchor in (
        (mark.x + away, mark.y + 4, "start"),
        (mark.x - away, mark.y + 4, "end"),
        (mark.x, mark.y + away + 8, "middle"),
        (mark.x, mark.y - away, "middle"),
    ):
        left = x - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
        yield Label(round(x, 1), round(y, 1), anchor, mark.words), (left, y - LINE + 3, left + wide, y + 2)


def _free(box: Box, taken: Iterable[Box], size: tuple[float, float]) -> bool:
    inside = box[0] >= 0 and box[1] >= 0 and box[2] <= size[0] and box[3] <= size[1]
    return inside and not any(
        box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3] for other in taken
    )
