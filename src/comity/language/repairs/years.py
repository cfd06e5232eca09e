"""Years that a figure behind them swallowed: "fell by 3 percent in 2024 to 5.9 billion euros"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from comity.language.tree import hang

if TYPE_CHECKING:
    from comity.language.syntax import Token

LEVELS = frozenset({"to", "from", "at"})
YEAR = 4
"""Digits of a year."""


def mend_years(tokens: Sequence[Token]) -> None:
    """Hang such a year on the verb of its figure, and what follows on the figure, in place."""
    for year, after in pairwise(tokens):
        figure = year.head
        parted = year.dep == "nummod" and after.lower in LEVELS and figure.i > after.i and figure.head.is_verb
        if not parted or len(year.text) != YEAR or not year.text.isdigit():
            continue
        for case in [c for c in figure.children if c.i < year.i and c.dep == "case"]:
            hang(case, year, "case")
        number = after.head
        hang(year, figure.head, "obl")
        hang(after, figure, "case")
        if number.head is year:
            hang(number, figure, "nummod")
