"""Commitments and positions: who, and what he will do or holds, whatever the words between."""

from __future__ import annotations

from functools import cache

from comity.model import Join
from comity.reconcile.features import Features
from comity.reconcile.match.case import Case, near
from comity.reconcile.match.sides import clash, met
from comity.reconcile.words import covers, likeness, telling, weight, words
from comity.vocab import load

LEAST = 0.2
"""Share of the shorter wording's telling words without which two acts are never one."""

LIKE = 0.5
"""Likeness of two stances told long apart that share two telling words."""

HALF, MOST = 0.5, 0.75
"""Shares of names: two acts that share at most half are never one, nor, if each has more, those that share less than
most.
"""

YEAR = 4
"""Digits of a year."""

ALONE = frozenset({"proposed", "urged", "hoped", "expected"})
"""Modalities of one side's or a narrator's word, not of what was agreed."""


def commitment(a: Features, b: Features) -> Join | None:
    """Compare two commitments. The same act promised again is one commitment, also under another modality or date."""
    if apart(a, b):
        return None
    case = Case(a, b)
    case.add(0.25 * max(met(a.by, b.by), 0.9 * met(a.parties, b.parties)), "same parties")
    if a.sort == b.sort:
        case.add(0.05, f"both {a.sort}")
    if a.window and b.window and a.window.firm and b.window.firm and a.window.meets(b.window):
        case.add(0.1, "due at the same time")
    return _worded(case, "commitment")


def position(a: Features, b: Features) -> Join | None:
    """Compare two positions: the same holder, on the same subject, in words that share what tells them from others."""
    if apart(a, b):
        return None
    case = Case(a, b)
    case.add(0.25 * met(a.by, b.by), "same holder")
    return _worded(case, "position")


def apart(a: Features, b: Features) -> bool:
    """Whether the two cannot be one: parties that have no state in common, or hardly a telling word in common."""
    if _elsewhere(a, b) or (clash(a.by, b.by) and not _states_fit(a, b)):
        return True
    ours, theirs = _others(a), _others(b)
    if len(ours & theirs) < 2 and min(len(ours), len(theirs)) >= 2:
        return True
    if (
        _substituted(a, b)
        or _of_other_bodies(a, b)
        or _alike_by_names(a, b)
        or (_counted_otherwise(a, b) and not near(a, b))
    ):
        return True
    mine, yours = telling(a.words), telling(b.words)
    return covers(mine, yours) < LEAST and bool(mine or yours) and not _all_generic(a, b)


def _substituted(a: Features, b: Features) -> bool:
    """Whether two wordings are one but for a telling word that is not their verb: talks on the maize quota are none on
    the citrus quota. Another figure tells of no other thing (see ``_counted_otherwise``).
    """
    own = (a.words - b.words - _emphasis(), b.words - a.words - _emphasis())
    ours, theirs = (frozenset(w for w in telling(x) if not w.isdigit()) for x in own)
    verbs = ours <= a.lead and theirs <= b.lead
    return len(ours) == len(theirs) == 1 and not verbs and len(telling(a.words & b.words)) >= 2


def _alike_by_names(a: Features, b: Features) -> bool:
    """Whether nothing but names is common to the two: tolls at the pass are no patrol near the pass."""
    ours, theirs = (telling(f.words) - f.proper for f in (a, b))
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _of_other_bodies(a: Features, b: Features) -> bool:
    """Whether each names a sort of meeting or body, and none that the other names: a hotline is no dialogue."""
    ours, theirs = a.words & _bodies(), b.words & _bodies()
    return bool(ours and theirs) and ours.isdisjoint(theirs)


@cache
def _emphasis() -> frozenset[str]:
    return words(" ".join(load("matching")["emphasis"]))


@cache
def _bodies() -> frozenset[str]:
    return words(" ".join(load("matching")["bodies"]))


def _elsewhere(a: Features, b: Features) -> bool:
    """Whether the names of places, firms or initiatives in the two are others."""
    if not a.proper or not b.proper:
        return False
    shared = len(a.proper & b.proper) / min(len(a.proper), len(b.proper))
    many = min(len(a.proper), len(b.proper)) >= 2
    return shared == 0 or (many and shared <= HALF) or (shared < MOST and _each_has_more(a.proper, b.proper))


def _each_has_more(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both sets have what the other lacks: "Northgate High Pass" is not "Oldport High Pass"."""
    return not one <= other and not other <= one


def _counted_otherwise(a: Features, b: Features) -> bool:
    """Whether both name quantities and none in common; years are no quantities."""
    ours, theirs = ({w for w in f.words if w.isdigit() and len(w) != YEAR} for f in (a, b))
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _all_generic(a: Features, b: Features) -> bool:
    """Whether what tells is little beside what is said in general words by both."""
    return likeness(a.words, b.words) >= 0.5 and near(a, b)


def _others(f: Features) -> frozenset[str]:
    """The states it is directed at or about, beside the one that acts; else those the document is about."""
    own = frozenset(p.state for p in f.by if p.state)
    named = frozenset(p.state for p in f.to if p.state) | f.about | own
    return named if len(named) >= 2 else named | f.setting


def _states_fit(a: Features, b: Features) -> bool:
    """Whether the same state acts, through different persons."""
    ours, theirs = ({p.state for p in f.by if p.state} for f in (a, b))
    return bool(ours & theirs)


def _worded(case: Case, kind: str) -> Join | None:
    a, b = case.a, case.b
    bars = load("matching")["likeness"][kind]
    common = telling(a.words) & telling(b.words)
    fewer = min(len(telling(a.words)), len(telling(b.words)))
    told = 0.55 * covers(telling(a.words), telling(b.words)) if fewer >= 2 else 0.0
    alike = max(case.words_alike(), 0.75 * case.words_covered(), told)
    soon = near(a, b)
    if soon and weight(a.words & b.words) >= 1.2:
        case.add(0.1, "told within days of each other")
        alike += 0.1
    alike -= 0.15 if {a.sort, b.sort} & ALONE and {a.sort, b.sort} & {"agreed", "pledged"} else 0.0
    case.add(0.6 * alike, f"both have {case.shared()}" if common else "the same general words")
    stance = kind == "position" and len(common) >= 2 and alike >= LIKE
    enough = weight(a.words & b.words) >= 0.7 if soon else stance or len(common) >= 3 or alike >= 0.6
    if alike >= bars["same"] and enough and case.score >= 0.4:
        return case.closed("same")
    return case.closed("maybe") if alike >= bars["maybe"] and enough else None
