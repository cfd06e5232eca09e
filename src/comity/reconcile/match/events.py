"""Events: the same form, the same people or states, days that can be the same, no other place."""

from __future__ import annotations

from functools import cache

from comity.model import Join
from comity.reconcile.features import Features
from comity.reconcile.match.case import Case, near
from comity.reconcile.match.sides import clash, met, shared_people
from comity.reconcile.names import regions
from comity.reconcile.words import telling
from comity.vocab import load

SINGLE = frozenset({"visit", "meeting", "call", "signing", "establishment", "expulsion", "protest_note", "ceremony"})
"""Forms of which the same parties hardly have two on one day; of the others the words must agree too."""

TOURED = frozenset({"visit", "signing"})
"""Forms of which one record may tell several at once, with a host each."""

UNLIKE = 0.1
"""Likeness of two sentences below which they hardly tell one act, where its form differs."""

LOOSE = frozenset({"statement", "other"})
"""Forms of which the same parties have many on one day, known by their words alone."""

SHORT = 14
"""Days of a window that still tell an act from the next of its form."""

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
        case.alike(0.1)
    alike = case.said_alike()
    case.add(min(0.2, alike / 2), "told in similar words" if alike >= 0.2 else "told in other words")
    if group(a.sort) == "establishment" and telling(a.said).isdisjoint(telling(b.said)):
        return None
    if a.sort != b.sort and alike < UNLIKE:
        return case.closed("maybe") if case.score >= 0.6 else None
    if a.sort not in SINGLE and alike < 0.3 and not _background(a, b) and not _pinned(case):
        return case.closed("maybe") if alike >= 0.15 and case.score >= 0.6 else None
    return _verdict(case, alike)


def apart(a: Features, b: Features) -> bool:
    """Whether two events cannot be one: other form, other people, other days, other place."""
    if group(a.sort) != group(b.sort) or clash(a.parties, b.parties):
        return True
    if a.sort == "visit" and (clash(a.by, b.by) or not hosted_alike(a, b)):
        return True
    slack = load("matching")["days"]["visit"] if a.sort == "visit" else 0
    if a.window and b.window and not a.window.meets(b.window, slack=slack):
        return True
    if {a.phase, b.phase} == {"cancelled", "held"} or _told_before(a, b):
        return True
    return bool(a.towns and b.towns and not a.places & b.places and not wider(a, b))


def _told_before(a: Features, b: Features) -> bool:
    """Whether what one recalls without a date had, when it did so, not happened yet or only that day."""
    if (a.phase == "historical") == (b.phase == "historical"):
        return False
    recalled, news = (a, b) if a.phase == "historical" else (b, a)
    if not recalled.tells or (recalled.window and recalled.window.firm):
        return False
    since = news.window if news.window and news.window.firm else news.tells
    return bool(since and recalled.tells.first <= since.first)


def hosted_alike(a: Features, b: Features) -> bool:
    """Whether two visits have a host in common, or name none, or go to the same place."""
    return not a.to or not b.to or met(a.to, b.to) > 0 or bool(a.places & b.places)


def part(a: Features, b: Features) -> bool:
    """Whether one tells of one leg of the other: a visit or signing with some of the states of a tour."""
    if a.sort not in TOURED:
        return False
    ours, theirs = (f.states | {s for p in f.to if (s := p.state)} for f in (a, b))
    return min(len(ours), len(theirs)) >= 2 and (ours < theirs or theirs < ours) and len(ours ^ theirs) >= 1


def _background(a: Features, b: Features) -> bool:
    """Whether both only recall, undated, the same act of the same side towards the same other."""
    undated = not (a.window and a.window.firm) and not (b.window and b.window.firm)
    return undated and a.phase == b.phase == "historical" and bool(a.to) and a.by == b.by and a.to == b.to


def _pinned(case: Case) -> bool:
    """Whether the circumstances leave one act: a day and all who take part, and besides the place, the number, the
    name of it, or words that tell.
    """
    a, b = case.a, case.b
    firm = a.window and b.window and a.window.firm and b.window.firm
    if not firm or a.sort in LOOSE or max(w.days for w in (a.window, b.window) if w) > SHORT:
        return False
    counted = a.number is not None and a.number == b.number
    shared = (bool(a.places & b.places), counted, bool(a.named & b.named), len(telling(a.said) & telling(b.said)) >= 2)
    return a.states == b.states and sum(shared) >= 2


def wider(a: Features, b: Features) -> bool:
    """Whether a place of one is a part of the world, or the state of a party: a city lies in its country."""
    return not (a.places | b.places).isdisjoint(a.states | b.states | regions())


def _parties(case: Case) -> bool:
    a, b = case.a, case.b
    if a.sort == "visit":
        visitors, hosts = met(a.by, b.by), met(a.to, b.to)
        if not visitors:
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
        case.add(0.2, "one gives no date")
        return case.a.sort == "establishment" and case.a.phase == case.b.phase == "historical"
    firm = first.firm + second.firm
    exact = max(first.days, second.days)
    if firm == 2:
        case.add(0.3 if exact <= LONG else 0.1, "same day" if exact == 1 else "dates that fit")
    elif firm == 1:
        case.add(0.2, "told when the other was dated")
    else:
        soon = near(case.a, case.b)
        case.add(0.15 if soon else 0.0, "told within days of each other" if soon else "told at other times")
    return True


def _verdict(case: Case, alike: float) -> Join | None:
    a, b = case.a, case.b
    firm = bool(a.window and a.window.firm) + bool(b.window and b.window.firm)
    long = max((w.days for w in (a.window, b.window) if w and w.firm), default=0) > LONG
    people = shared_people(a.parties, b.parties)
    news = people and near(a, b) and "historical" not in {a.phase, b.phase}
    unsure = alike < 0.25 and ((firm == 0 and not people) or (long and not news))
    if a.sort == "establishment" or _background(a, b):
        unsure = False
    if part(a, b):
        small, large = sorted((a, b), key=lambda f: len(f.states))
        return Case(small, large, [*case.reasons, (0.0, "one leg of a tour")]).closed("part")
    if case.score >= 0.5 and not unsure:
        return case.closed("same")
    return case.closed("maybe") if case.score >= 0.4 else None
