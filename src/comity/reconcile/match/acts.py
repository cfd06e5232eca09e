"""Commitments and positions: who, and what he will do or holds, whatever the words between."""

from __future__ import annotations

from comity.model import Join
from comity.reconcile.features import Features
from comity.reconcile.match.case import Case
from comity.reconcile.match.sides import clash, met
from comity.reconcile.words import covers, telling
from comity.vocab import load


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
    """Whether the two cannot be one: parties that have no state in common, or no telling word in common."""
    if clash(a.by, b.by) and not _states_fit(a, b):
        return True
    return telling(a.words).isdisjoint(telling(b.words))


def _states_fit(a: Features, b: Features) -> bool:
    """Whether the same state acts, through different persons."""
    ours, theirs = ({p.state for p in f.by if p.state} for f in (a, b))
    return bool(ours & theirs)


def _worded(case: Case, kind: str) -> Join | None:
    a, b = case.a, case.b
    bars = load("matching")["likeness"][kind]
    common = telling(a.words) & telling(b.words)
    alike = max(case.words_alike(), 0.75 * case.words_covered(), 0.55 * covers(telling(a.words), telling(b.words)))
    near = bool(a.tells and b.tells and a.tells.meets(b.tells, slack=load("matching")["days"]["told"]))
    if near and len(common) >= 2:
        case.add(0.1, "told within days of each other")
        alike += 0.1
    case.add(0.6 * alike, f"both have {case.shared()}")
    enough = len(common) >= 2 or alike >= 0.6
    if alike >= bars["same"] and enough and case.score >= 0.4:
        return case.closed("same")
    return case.closed("maybe") if alike >= bars["maybe"] and enough else None
