"""Agreements: bundles by their visit and their number, texts by what they are about."""

from __future__ import annotations

from comity.model import Join
from comity.reconcile.features import Features
from comity.reconcile.match.case import Case, near
from comity.reconcile.match.sides import clash, met
from comity.reconcile.words import telling
from comity.vocab import load

BUNDLE = "bundle"


def agreement(a: Features, b: Features) -> Join | None:
    """Compare two agreements; None where they cannot be one, or nothing speaks for it."""
    if apart(a, b):
        return None
    case = Case(a, b)
    parties = met(a.parties, b.parties)
    if a.parties and b.parties and parties < 0.75:
        return None
    case.add(0.3 * parties, "same parties")
    return _bundles(case) if a.sort == BUNDLE else _texts(case)


def apart(a: Features, b: Features) -> bool:
    """Whether two agreements cannot be one: a bundle and a text, other parties, other dates, other instruments."""
    if (a.sort == BUNDLE) != (b.sort == BUNDLE) or a.exact != b.exact:
        return True
    return _at_other_times(a, b) or clash(a.parties, b.parties)


def _at_other_times(a: Features, b: Features) -> bool:
    """Whether they were concluded at different times; what is told of a title at any time may be one."""
    if a.window is None or b.window is None or a.window.meets(b.window, slack=load("matching")["days"]["bundle"]):
        return False
    return not called_alike(a, b) and ((a.window.firm and b.window.firm) or not _same_title(a, b))


def called_alike(a: Features, b: Features) -> bool:
    """Whether both have a name of their own and the same, by which a text is known from its draft to its end."""
    shorter, longer = sorted((a.proper, b.proper), key=len)
    return a.sort != BUNDLE and bool(shorter) and shorter <= longer and not _numbered_otherwise(a, b)


def _numbered_otherwise(a: Features, b: Features) -> bool:
    """Whether both titles have numbers and none in common: the first protocol is not the second of that name."""
    ours, theirs = ({word for word in f.words if word.isdigit()} for f in (a, b))
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _same_title(a: Features, b: Features) -> bool:
    """Whether the shorter title says nothing that the other lacks, and enough to know a text by whenever it is told."""
    shorter, longer = sorted((telling(a.words), telling(b.words)), key=len)
    return a.sort != BUNDLE and len(shorter) >= 2 and shorter <= longer


def counts_differ(a: Features, b: Features) -> bool:
    """Whether two counted bundles are of such different size that one is a part of the other, not a rival count."""
    if a.number is None or b.number is None:
        return False
    small, large = sorted((a.number, b.number))
    return large > 0 and float(small / large) < load("matching")["count_ratio"]


def _bundles(case: Case) -> Join | None:
    a, b = case.a, case.b
    if a.window is None or b.window is None:
        return None
    firm = a.window.firm + b.window.firm
    case.add(0.1 + 0.15 * firm, "concluded at the same time" if firm == 2 else "told at the time of the other")
    if counts_differ(a, b):
        small = a if (a.number or 0) < (b.number or 0) else b
        part = Case(small, b if small is a else a, [*case.reasons, (0.3, "a smaller number of the same occasion")])
        return part.closed("part") if len(small.states) >= 2 else None
    if a.number is not None and a.number == b.number:
        case.add(0.3, f"both {a.number} documents")
    elif a.number is None or b.number is None:
        case.add(0.1, "one gives no number")
        case.add(0.05 if near(a, b) else 0.0, "told within days of each other" if near(a, b) else "")
    else:
        case.add(0.2, "numbers close to each other")
    return case.closed("same" if case.score >= 0.55 else "maybe")


def _only_ones(case: Case) -> bool:
    """Whether each document knows of one text between two states at that time, which both call concluded."""
    a, b = case.a, case.b
    if not (a.alone and b.alone and a.sort == b.sort and a.states == b.states and len(a.states) == 2):
        return False
    if telling(a.words) and telling(b.words) and telling(a.words).isdisjoint(telling(b.words)):
        return False
    case.add(0.1, "the only text between the two that either tells of")
    return True


def _texts(case: Case) -> Join | None:
    a, b = case.a, case.b
    bars = load("matching")["likeness"]["agreement"]
    if called_alike(a, b):
        case.add(0.5, f"both called {', '.join(sorted(a.proper & b.proper))}")
        return case.closed("same")
    alike = max(case.words_alike(), 0.9 * case.words_covered())
    said = case.said_alike()
    dated = bool(a.window and b.window and a.window.firm and b.window.firm)
    alike += 0.15 if dated else 0.0
    if a.sort == b.sort:
        case.add(0.1, "same type of instrument")
    if dated:
        case.add(0.15, "dates that fit")
    common = telling(a.said) & telling(b.said)
    case.add(0.35 * alike, f"titles share {case.shared()}" if case.shared() else "titles differ")
    case.add(0.2 * min(1.0, len(common) / 4), f"sentences share {', '.join(sorted(common)[:5])}" if common else "")
    near = bool(a.window and b.window and a.window.meets(b.window, slack=load("matching")["days"]["bundle"]))
    if not near and alike < 0.8:
        return None
    titled_alike = bool(telling(a.words) & telling(b.words)) or (not telling(a.words) and not telling(b.words))
    shared_title = telling(a.words) & telling(b.words)
    if alike >= bars["same"] and titled_alike:
        return case.closed("same")
    if near and (len(shared_title) >= 2 or (said >= 0.25 and len(common) >= 2) or _only_ones(case)):
        return case.closed("same")
    return case.closed("maybe") if near and (alike >= bars["maybe"] or len(common) >= 2) else None
