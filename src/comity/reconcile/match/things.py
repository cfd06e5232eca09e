"""Mechanisms and projects: standing things, known by name, type and place whenever they are told of."""

from __future__ import annotations

from functools import cache

from comity.language.gazetteer import gazetteer
from comity.model import Join
from comity.reconcile.features import Features
from comity.reconcile.match.case import Case, near
from comity.reconcile.match.sides import clash, met
from comity.reconcile.words import likeness, telling, words
from comity.vocab import load


def mechanism(a: Features, b: Features) -> Join | None:
    """Compare two mechanisms; None where nothing speaks for their being one."""
    if mechanisms_apart(a, b):
        return None
    case = Case(a, b)
    case.add(0.2 * met(a.parties, b.parties), "same parties")
    if a.sort == b.sort:
        case.alike(0.1)
    return _named(case, "mechanism")


def mechanisms_apart(a: Features, b: Features) -> bool:
    """Whether two mechanisms cannot be one: no state in common, or one named by what the other lacks altogether."""
    if clash(a.parties, b.parties):
        return True
    ours, theirs = _name(a), _name(b)
    if not ours and not theirs:
        return not (_same_pair(a, b) and likeness(a.words, b.words) >= load("matching")["generic_likeness"])
    return ours.isdisjoint(theirs)


def _same_pair(a: Features, b: Features) -> bool:
    """Whether both belong to the same two states and no others."""
    return a.states == b.states and len(a.states) == 2


def project(a: Features, b: Features) -> Join | None:
    """Compare two projects; None where they are different undertakings, or nothing speaks for their being one."""
    if projects_apart(a, b):
        return None
    case = Case(a, b)
    case.add(0.15 * met(a.parties, b.parties), "same participants")
    if a.sort == b.sort:
        case.alike(0.15)
    common = a.places & b.places
    if not common and a.states and b.states and a.states.isdisjoint(b.states):
        return None
    if len(common & sites(a)) >= 2:
        case.add(0.5, "both between the same places")
        return case.closed("same")
    if common:
        case.add(0.2, "same place")
    if not _name(a) and not _name(b):
        case.add(0.3, "neither has a name")
        return case.closed("same" if near(a, b) and not sites(a) and not sites(b) else "maybe")
    return _named(case, "project")


def projects_apart(a: Features, b: Features) -> bool:
    """Whether two projects cannot be one: other type, no state in common, routes without two places in common."""
    if a.sort != b.sort and "other" not in {a.sort, b.sort}:
        return True
    if clash(a.parties, b.parties):
        return True
    if _other_ends(a, b):
        return True
    shared = a.places & b.places
    if len(sites(a)) >= 2 and len(sites(b)) >= 2:
        return len(shared & sites(a)) < 2
    if a.places and b.places:
        return not shared
    ours, theirs = _name(a), _name(b)
    if not ours and not theirs and a.sort == b.sort and _same_pair(a, b):
        return False
    return ours.isdisjoint(theirs) and not (a.places and b.places)


def _other_ends(a: Features, b: Features) -> bool:
    """Whether the names of both give the ends of a line, and not the same ones."""
    if len(a.ends) < 2 or len(b.ends) < 2:
        return False
    return len(a.ends & b.ends) < 2


def sites(f: Features) -> frozenset[str]:
    """The places of a project that are no states: its ends, where it stands."""
    return frozenset(place for place in f.places if place not in gazetteer().states)


def _name(f: Features) -> frozenset[str]:
    """The words of a name beyond what sort of thing it names."""
    return telling(f.words) - _nouns(f.kind)


@cache
def _nouns(kind: str) -> frozenset[str]:
    return words(" ".join(load("matching")[f"{kind}_nouns"]))


def _named(case: Case, kind: str) -> Join | None:
    bars = load("matching")["likeness"][kind]
    alike = max(case.words_alike(), 0.8 * case.words_covered())
    case.add(0.6 * alike, f"names share {case.shared()}" if case.shared() else "names differ")
    if alike >= bars["same"]:
        return case.closed("same")
    return case.closed("maybe") if alike >= bars["maybe"] else None
