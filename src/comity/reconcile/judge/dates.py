"""Dates held against each other: containment of EDTF intervals."""

from __future__ import annotations

from comity.model import Milestone
from comity.model.edtf import bounds, contains, overlaps
from comity.reconcile.judge.relation import SAME, Finding, Relation


def compare_dates(one: str, other: str) -> Finding:
    """How two EDTF dates relate: equal, one within the other, overlapping, or apart."""
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
