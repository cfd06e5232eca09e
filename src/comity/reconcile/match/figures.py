"""Indicators: the same measure of the same sides over the same period, whatever value each source gives."""

from __future__ import annotations

from comity.model import Join
from comity.reconcile.features import Features
from comity.reconcile.match.case import Case
from comity.reconcile.words import telling
from comity.vocab import load


def indicator(a: Features, b: Features) -> Join | None:
    """Compare two figures; None where they measure different things, sides or periods."""
    if apart(a, b):
        return None
    case = Case(a, b)
    bars = load("matching")["likeness"]["indicator"]
    equal = _equal(a, b)
    dated = bool(a.window and b.window and a.window.firm and b.window.firm)
    alike = max(case.words_alike(), case.words_covered(), 0.0 if telling(a.words) or telling(b.words) else 0.6)
    case.add(0.3 * alike, f"measures share {case.shared()}" if case.shared() else "measures differ")
    case.add(0.2 if a.states & b.states else 0.0, "same sides")
    case.add(0.2 if dated else 0.0, "same period" if dated else "one gives no period")
    case.add(0.3 if equal else 0.0, "same value" if equal else "other value")
    named = bool(telling(a.words) and telling(b.words))
    sides = bool(a.states) and a.states == b.states
    if equal and (alike >= bars["maybe"] or (sides and (_told_apart(case) or (dated and not named)))):
        return case.closed("same")
    if dated and alike >= bars["same"] and a.states & b.states:
        return case.closed("same")
    return case.closed("maybe") if equal and a.number and abs(a.number) >= 100 and a.states & b.states else None


def _told_apart(case: Case) -> bool:
    """Whether the value is no round number and the measures share a telling word: no two things have it by chance."""
    digits = str(case.a.number).replace(".", "").strip("0")
    return case.a.number == case.b.number and len(digits) >= load("matching")["digits"] and bool(case.shared())


def apart(a: Features, b: Features) -> bool:
    """Whether two figures cannot be one: other unit, other sides, other period."""
    if a.sort != b.sort:
        return True
    if a.states and b.states and not (a.states <= b.states or b.states <= a.states):
        return True
    firm = a.window and b.window and a.window.firm and b.window.firm
    if firm and a.window and b.window and not _same_period(a, b):
        return True
    return bool(a.by and b.by and a.to and b.to and _turned(a, b))


def _same_period(a: Features, b: Features) -> bool:
    """A month lies within its year, but its figure is another than the year's."""
    return bool(a.window and b.window and a.window.first == b.window.first and a.window.last == b.window.last)


def _turned(a: Features, b: Features) -> bool:
    """Whether the sides of exports, imports and the like change places."""
    directed = a.words & b.words & {"export", "import"}
    return bool(directed & telling(a.words)) and {p.key for p in a.by}.isdisjoint(p.key for p in b.by)


def _equal(a: Features, b: Features) -> bool:
    if a.number is None or b.number is None:
        return False
    larger = max(abs(a.number), abs(b.number))
    return larger == 0 or float(abs(a.number - b.number) / larger) <= load("matching")["value_ratio"]
