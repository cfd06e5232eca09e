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


PARTS = frozenset({"month", "half", "quarter", "week"})
"""Parts of a year."""


def mend_years(tokens: Sequence[Token]) -> None:
    """Hang such a year on the verb of its figure, and what follows on the figure, in place."""
    for of, year, noun in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if of.lower == "of" and len(year.text) == YEAR and year.text.isdigit() and noun.tag.startswith("N"):
            _part_of_the_year(of, year)
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


def _part_of_the_year(of: Token, year: Token) -> None:
    """ "In the first half of 2024 trade rose": the trade is what rose, and is no part of the year."""
    noun = year.head
    part, verb = noun.head, noun.head.head
    subject = next((c for c in verb.children if c.dep == "nsubj"), None) if verb.is_verb else None
    if part.lemma not in PARTS or noun.dep != "nmod" or of.head is not noun or subject is not None or verb.i < noun.i:
        return
    hang(year, part, "nmod")
    hang(of, year, "case")
    hang(noun, verb, "nsubj")
