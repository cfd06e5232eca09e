"""Figures in a text: numbers, money, percentages, counts, ranges and ranks, with the words that qualify them.

Time is linear in the length of the text: every look ahead or back is bounded by the vocabulary's limits.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache

from comity.language.amounts import figures, guards, ranks
from comity.language.amounts.figures import Figure
from comity.language.amounts.tokens import Token, data, tokenize
from comity.model.amounts import Quantity
from comity.model.spans import Span

__all__ = ["find_amounts"]

PAIRING = (["and"], ["or"], [","], [",", "and"])
"""What stands between two numbers of one unit."""


def find_amounts(text: str, *, skip: Sequence[tuple[int, int]] = ()) -> list[Quantity]:
    """Find the figures of ``text``, in order and without overlap; offsets are those of ``text``.

    ``skip`` are ``[start, end)`` stretches to leave alone, for instance the dates found before. Years, days of a month,
    hours, labels ("Article 5") and parts of names ("G20") are left out. ``unit`` is ``percent``,
    ``percentage_point``, ``rank``, ``ordinal``, ``share`` (a fraction of one: "a third of"), an ISO 4217 code, a
    measure or counted noun in the singular, or empty. "408 out of 420" gives 408 and, with rule ``total``, 420.
    """
    tokens = tokenize(text, skip=skip)
    read: list[Figure] = []
    free = 0
    for i in _starts(tokens):
        if i < free:
            continue
        more = _read(tokens, i, read[-1].end if read else 0)
        if len(more) == 1 and read and _is_total(tokens, read[-1].end, i):
            read[-1], more = _total(read[-1], more[0])
        elif more and read and _is_paired(tokens, read[-1], more[0]):
            read[-1] = replace(read[-1], unit=more[0].unit, rule=more[0].rule)
        read.extend(more)
        free = more[-1].end if more else free
    return [_quantity(text, tokens, figure) for figure in read]


def _starts(tokens: Sequence[Token]) -> Iterator[int]:
    """The few tokens that a figure can begin with."""
    openings = _openings()
    return (i for i, token in enumerate(tokens) if token.kind == "number" or token.low in openings)


@cache
def _openings() -> frozenset[str]:
    return figures.openings() | ranks.openings()


def _read(tokens: Sequence[Token], i: int, floor: int) -> list[Figure]:
    if (rank := ranks.rank(tokens, i)) is not None:
        return [Figure(i, rank[1], Decimal(rank[0]), "rank", rule="rank")]
    if read := figures.read(tokens, i, floor):
        return read
    place = ranks.ordinal(tokens, i)
    if place is None or guards.in_date(tokens, i, place[1]):
        return []
    return [Figure(i, place[1], Decimal(place[0]), "ordinal", rule="ordinal")]


def _is_total(tokens: Sequence[Token], end: int, i: int) -> bool:
    """Whether nothing but "out of" or "of the" stands between two figures."""
    between = " ".join(token.low for token in tokens[end : min(i, end + 3)])
    return i <= end + 3 and between in data()["totals"]


def _is_paired(tokens: Sequence[Token], one: Figure, other: Figure) -> bool:
    """Whether a number shares the percent of the one behind it: "duties of 40 and 60 per cent"."""
    joined = [token.low for token in tokens[one.end : other.first]]
    return one.rule == "number" and not one.unit and other.unit == "percent" and joined in PAIRING


def _total(part: Figure, whole: Figure) -> tuple[Figure, list[Figure]]:
    """``408 out of 420 deputies``: both count deputies."""
    if part.rule not in ("number", "count") or whole.rule not in ("number", "count"):
        return part, [whole]
    return replace(part, unit=part.unit or whole.unit), [replace(whole, rule="total")]


def _quantity(text: str, tokens: Sequence[Token], figure: Figure) -> Quantity:
    span = Span.of(text, tokens[figure.first].start, tokens[figure.end - 1].end)
    return Quantity(span, figure.value, figure.unit, figure.qualifier, figure.upper, figure.rule)
