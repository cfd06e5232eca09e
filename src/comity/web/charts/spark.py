"""Bars as small as a word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

STEP, WIDE, HEIGHT = 6, 5, 14


@dataclass(frozen=True, slots=True)
class Spark:
    """What the template draws: a path with a bar for each number, zeros as the thinnest."""

    width: int
    height: int
    path: str


def drawn(numbers: Sequence[int]) -> Spark:
    """The bars of some numbers, the greatest as high as the drawing."""
    top = max([*numbers, 1])
    heights = [round(max(n / top * HEIGHT, 1.0 if n else 0.4), 1) for n in numbers]
    path = "".join(f"M{n * STEP} {HEIGHT}v-{high:g}h{WIDE}v{high:g}" for n, high in enumerate(heights))
    return Spark(len(numbers) * STEP, HEIGHT, path)
