"""Dates held against each other: containment of EDTF intervals."""

from __future__ import annotations

from functools import lru_cache

from comity.model import Milestone
from comity.model.edtf import Day, bounds
from comity.reconcile.judge.relation import SAME, Finding, Relation
from comity.reconcile.windows import window_of

Days = tuple[Day, Day]


def compare_dates(one: str, other: str, *, sighting: bool = False, slack: int = 0) -> Finding:
    """How two EDTF dates relate: equal, one within the other, overlapping, or apart.

    ``sighting`` is for dates on which something was seen to hold, which exclude nothing: the later is the later news.
    ``slack`` is the number of days that dates of a thing that lasts may lie apart.
    """
    if one == other:
        return SAME
    first, second = _days(one), _days(other)
    if first is None or second is None:
        return Finding(Relation.BESIDE, "a date is given in words that no calendar counts")
    if first == second:
        return SAME
    if second[0] <= first[0] and first[1] <= second[1]:
        return _within(first, other)
    if first[0] <= second[0] and second[1] <= first[1]:
        return _within(second, one).turned
    if first[0] <= second[1] and second[0] <= first[1]:
        return Finding(Relation.BESIDE, "the dates overlap")
    if sighting:
        return Finding(Relation.LATER if first > second else Relation.EARLIER, "it held on several days")
    if slack and _near(one, other, slack):
        return Finding(Relation.BESIDE, "it may have lasted over the days that they give")
    return Finding(Relation.CLASH, "the dates do not meet")


def _within(inner: Days, outer: str) -> Finding:
    """``inner`` lies within ``outer``; stated first and last days tell more than one of the days does."""
    if "/" in outer and ".." not in outer and inner[0] == inner[1]:
        return Finding(Relation.COARSER, "one gives the first and the last day, the other one of the days")
    return Finding(Relation.FINER, "one date lies within the other")


def compare_milestones(one: Milestone, other: Milestone) -> Finding:
    """How two dates of a project relate; what was done is a later stage than what was planned."""
    if one.basis != other.basis:
        stage = Relation.LATER if one.basis == "actual" else Relation.EARLIER
        return Finding(stage, "planned, then done")
    return compare_dates(one.value, other.value)


@lru_cache(maxsize=65536)
def _days(edtf: str) -> Days | None:
    """First and last day, None where it is no date."""
    try:
        return bounds(edtf)
    except ValueError:
        return None


def _near(one: str, other: str, slack: int) -> bool:
    first, second = window_of(one), window_of(other)
    return bool(first and second and first.meets(second, slack=slack))
