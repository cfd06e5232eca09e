"""Events: the same form, the same people or states, days that can be the same, no other place."""

from __future__ import annotations

from functools import cache

from comity.model import Join
from comity.reconcile.features import Features
from comity.reconcile.match.case import Case
from comity.reconcile.match.sides import clash, met, shared_people
from comity.vocab import load

SINGLE = frozenset({"visit", "meeting", "call", "signing", "establishment", "expulsion", "protest_note", "ceremony"})
"""Forms of which the same parties hardly have two on one day; of the others the words must agree too."""

LONG = 62
"""Days beyond which a window says little about when."""


@cache
def forms() -> dict[str, int]:
    """The group of each form that outlets confuse with others."""
    return {form: i for i, group in enumerate(load("matching")["event_forms"]) for form in group}


def group(form: str) -> str:
    """One name for the forms under which one act is told."""
    groups = load("matching")["event_forms"]
    return str(groups[forms()[form]][0]) if form in forms() else form


def event(a: Features, b: Features) -> Join | None:
    """Compare two events; None where they cannot be one, or nothing speaks for it."""
    case = Case(a, b)
    if apart(a, b) or not _parties(case) or not _days(case):
        return None
    if a.places & b.places:
        case.add(0.1, "same place")
    if a.sort == b.sort:
        case.add(0.1, f"both a {a.sort}".replace("_", " "))
    alike = case.said_alike()
    case.add(min(0.2, alike / 2), "told in similar words" if alike >= 0.2 else "told in other words")
    if a.sort not in SINGLE and alike < 0.3:
        return case.closed("maybe") if alike >= 0.15 and case.score >= 0.6 else None
    return _verdict(case, alike)


def apart(a: Features, b: Features) -> bool:
    """Whether two events cannot be one: other form, other people, other days, other place."""
    if group(a.sort) != group(b.sort) or clash(a.parties, b.parties):
        return True
    if a.sort == "visit" and (clash(a.by, b.by) or (a.to and b.to and not met(a.to, b.to))):
        return True
    if a.window and b.window and not a.window.meets(b.window):
        return True
    if {a.phase, b.phase} == {"cancelled", "held"}:
        return True
    return bool(a.places and b.places and not a.places & b.places and not _wider(a, b))


def _wider(a: Features, b: Features) -> bool:
    """Whether a place of one is the state that the other's parties belong to: a city and its country."""
    return any(place in a.states | b.states for place in a.places | b.places)


def _parties(case: Case) -> bool:
    a, b = case.a, case.b
    if a.sort == "visit":
        visitors, hosts = met(a.by, b.by), met(a.to, b.to)
        if not visitors or not (hosts or not a.to or not b.to):
            return False
        case.add(0.2 * visitors + 0.1 * hosts, "same visitor and host" if hosts else "same visitor")
    else:
        all_ = met(a.parties, b.parties)
        if all_ < 0.75:
            return False
        case.add(0.3 * all_, "same participants")
    if shared_people(a.parties, b.parties):
        case.add(0.1, "a person is named in both")
    return True


def _days(case: Case) -> bool:
    first, second = case.a.window, case.b.window
    if first is None or second is None:
        return False
    firm = first.firm + second.firm
    exact = max(first.days, second.days)
    if firm == 2:
        case.add(0.3 if exact <= LONG else 0.1, "same day" if exact == 1 else "dates that fit")
    elif firm == 1:
        case.add(0.2, "told when the other was dated")
    else:
        near = (
            case.a.tells and case.b.tells and case.a.tells.meets(case.b.tells, slack=load("matching")["days"]["told"])
        )
        case.add(0.15 if near else 0.0, "told within days of each other" if near else "told at other times")
    return True


def _verdict(case: Case, alike: float) -> Join | None:
    a, b = case.a, case.b
    firm = bool(a.window and a.window.firm) + bool(b.window and b.window.firm)
    long = max(w.days for w in (a.window, b.window) if w) > LONG
    unsure = (firm == 0 and not shared_people(a.parties, b.parties) and alike < 0.25) or (long and alike < 0.25)
    if a.sort == "establishment" and long:
        unsure = alike < 0.1
    if case.score >= 0.5 and not unsure:
        return case.closed("same")
    return case.closed("maybe") if case.score >= 0.4 else None
