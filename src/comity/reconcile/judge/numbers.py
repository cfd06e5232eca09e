"""Figures held against each other, with their qualifiers; no currency is ever converted."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from functools import lru_cache

from comity.language.amounts import find_amounts
from comity.language.dates import find_dates
from comity.model import Money
from comity.model.amounts import Quantity
from comity.reconcile.judge.relation import SAME, Finding, Relation
from comity.vocab import load

EXACT = "exact"


def compare_numbers(one: Decimal, other: Decimal, how: str = EXACT, other_how: str = EXACT) -> Finding:
    """How two figures relate. ``how`` and ``other_how`` are their qualifiers (``exact``, ``more_than`` …).

    A figure that another's qualifier allows is the same told more precisely: 14 and "more than 12".
    """
    how, other_how = how or EXACT, other_how or EXACT
    if one == other:
        return _same_figure(how, other_how)
    if other_how == EXACT and how == EXACT:
        return Finding(Relation.CLASH, "the figures differ")
    if how == EXACT or other_how == EXACT:
        exact, vague, sort = (one, other, other_how) if how == EXACT else (other, one, how)
        if _allows(vague, sort, exact):
            return Finding(Relation.FINER if how == EXACT else Relation.COARSER, "the rounder figure allows the other")
        return Finding(Relation.CLASH, "the rounder figure does not allow the other")
    return _both_vague(one, other, how, other_how)


def compare_figures(one: str, other: str) -> Finding | None:
    """How two wordings clash in the one figure that each gives in a unit: "invest 120 million dollars" and "150 million
    dollars"; None where none does. Bare numbers, and several figures in one unit, tell nothing.
    """
    first, second = _figures(one), _figures(other)
    for unit in sorted(first.keys() & second.keys()):
        a, b = first[unit], second[unit]
        found = compare_numbers(a.value, b.value, a.qualifier, b.qualifier)
        if found.relation is Relation.CLASH:
            return found
    return None


@lru_cache(maxsize=4096)
def _figures(text: str) -> dict[str, Quantity]:
    """The amounts of money and percentages of a text, by unit, where it has one in that unit."""
    days = [(found.span.start, found.span.end) for found in find_dates(text)]
    found = [q for q in find_amounts(text, skip=days) if (q.is_money or q.unit == "percent") and q.upper is None]
    tally = Counter(quantity.unit for quantity in found)
    return {quantity.unit: quantity for quantity in found if tally[quantity.unit] == 1}


def _same_figure(how: str, other_how: str) -> Finding:
    if how == other_how:
        return SAME
    if EXACT in {how, other_how}:
        return Finding(Relation.FINER if how == EXACT else Relation.COARSER, "one figure is qualified")
    if {how, other_how} == {"more_than", "less_than"}:
        return Finding(Relation.CLASH, "one source says more than that, another less")
    return Finding(Relation.BESIDE, "the figure is qualified in different ways")


def _allows(vague: Decimal, sort: str, exact: Decimal) -> bool:
    rules = load("judging")
    if sort == "more_than":
        return vague <= exact <= vague + abs(vague) * Decimal(str(rules["more"]))
    if sort == "less_than":
        return vague - abs(vague) * Decimal(str(rules["more"])) <= exact <= vague
    return abs(vague - exact) <= abs(vague) * Decimal(str(rules["about"]))


def _both_vague(one: Decimal, other: Decimal, how: str, other_how: str) -> Finding:
    if _allows(one, how, other) or _allows(other, other_how, one):
        if how == other_how == "more_than":
            return Finding(Relation.FINER if one > other else Relation.COARSER, "both are lower bounds")
        if how == other_how == "less_than":
            return Finding(Relation.FINER if one < other else Relation.COARSER, "both are upper bounds")
        return Finding(Relation.BESIDE, "both figures are round and near each other")
    return Finding(Relation.CLASH, "the figures are too far apart to be one, rounded")


def compare_money(one: Money, other: Money) -> Finding:
    """How two amounts relate; amounts in different currencies are not compared."""
    if one.currency != other.currency:
        return Finding(Relation.BESIDE, "the amounts are in different currencies and are not converted")
    return compare_numbers(one.value, other.value, one.qualifier, other.qualifier)
