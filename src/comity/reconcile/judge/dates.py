"""Dates held against each other: containment of EDTF intervals."""

from __future__ import annotations

from comity.model import Milestone
from comity.model.edtf import bounds, contains, overlaps
from comity.reconcile.judge.relation import SAME, Finding, Relation
from comity.reconcile.windows import window_of


def compare_dates(one: str, other: str, *, sighting: bool = False, slack: int = 0) -> Finding:
    """How two EDTF dates relate: equal, one within the other, overlapping, or apart.

    ``sighting`` is for dates on which something was seen to hold, which exclude nothing: the later is the later news.
    ``slack`` is the number of days that dates of a thing that lasts may lie apart.
    """
    if one == other:
        return SAME
    if not (_dated(one) and _dated(other)):
        return Finding(Relation.BESIDE, "a date is given in words that no calendar counts")
    if contains(one, other) and contains(other, one):
        return SAME
    if contains(other, one):
        return _within(one, other)
    if contains(one, other):
        return _within(other, one).turned
    if overlaps(one, other):
        return Finding(Relation.BESIDE, "the dates overlap")
    if sighting:
        return Finding(Relation.LATER if bounds(one) > bounds(other) else Relation.EARLIER, "it held on several days")
    if slack and _near(one, other, slack):
        return Finding(Relation.BESIDE, "it may have lasted over the days that they give")
    return Finding(Relation.CLASH, "the dates do not meet")


def _within(inner: str, outer: str) -> Finding:
    """``inner`` lies within ``outer``; stated first and last days tell more than one of the days does."""
    if "/" in outer and ".." not in outer and _is_day(inner):
        return Finding(Relation.COARSER, "one gives the first and the last day, the other one of the days")
    return Finding(Relation.FINER, "one date lies within the other")


def compare_milestones(one: Milestone, other: Milestone) -> Finding:
    """How two dates of a project relate; what was done is a later stage than what was planned."""
    if one.basis != other.basis:
        stage = Relation.LATER if one.basis == "actual" else Relation.EARLIER
        return Finding(stage, "planned, then done")
    return compare_dates(one.value, other.value)


def _is_day(edtf: str) -> bool:
    first, last = bounds(edtf)
    return first == last


def _dated(edtf: str) -> bool:
    try:
        bounds(edtf)
    except ValueError:
        return False
    return True


def _near(one: str, other: str, slack: int) -> bool:
    first, second = window_of(one), window_of(other)
    return bool(first and second and first.meets(second, slack=slack))
