"""Sets of names and single places held against each other."""

from __future__ import annotations

from comity.language.gazetteer import gazetteer
from comity.reconcile.judge.relation import SAME, Finding, Relation
from comity.reconcile.names import key_of_name, regions, state_of_name


def compare_names(one: tuple[str, ...], other: tuple[str, ...]) -> Finding:
    """How two sets of names relate. A person or body stands for its state, and tells more than the state does."""
    first, second = _keyed(one), _keyed(other)
    if first.keys() == second.keys():
        return SAME
    extra, missing = first.keys() - second.keys(), second.keys() - first.keys()
    if not missing:
        return Finding(Relation.FINER, "one names more who take part")
    if not extra:
        return Finding(Relation.COARSER, "one names more who take part")
    return _unlike(first, second, extra, missing)


def _unlike(first: dict[str, str], second: dict[str, str], extra: set[str], missing: set[str]) -> Finding:
    states, others = {first[key] for key in extra}, {second[key] for key in missing}
    if extra <= states and others >= extra and not (missing & others):
        return Finding(Relation.COARSER, "one names the state, the other who acts for it")
    if missing <= others and states >= missing and not (extra & states):
        return Finding(Relation.FINER, "one names the state, the other who acts for it")
    all_first, all_second = set(first.values()) - {""}, set(second.values()) - {""}
    if extra == first.keys() and missing == second.keys() and all_first and all_second and not all_first & all_second:
        return Finding(Relation.CLASH, "they name participants of different states")
    return Finding(Relation.BESIDE, "they name different participants")


def _keyed(names: tuple[str, ...]) -> dict[str, str]:
    """Key of each name with the state behind it; a state's key is its code."""
    return {key_of_name(name): state_of_name(name) for name in names if name}


def compare_places(one: str, other: str) -> Finding:
    """How two places relate: a city is more precise than its state, and that than a part of the world; two cities
    exclude each other.
    """
    if key_of_name(one) == key_of_name(other):
        return SAME
    wide = [key_of_name(name) in regions() for name in (one, other)]
    if any(wide) and not all(wide):
        return Finding(Relation.COARSER if wide[0] else Relation.FINER, "one names the place, the other a wider region")
    first, second = _where(one), _where(other)
    for finer, coarser, relation in ((first, second, Relation.FINER), (second, first, Relation.COARSER)):
        if coarser[0] == "state" and finer[0] != "state" and finer[1] in {coarser[1], ""}:
            return Finding(relation, "one names the place, the other its country")
    if first[1] and second[1] and first[1] != second[1]:
        return Finding(Relation.CLASH, "the places lie in different countries")
    if first[0] == second[0] == "city":
        return Finding(Relation.CLASH, "the places are different cities")
    return Finding(Relation.BESIDE, "they name different places, of which one may lie in the other")


def _where(name: str) -> tuple[str, str]:
    """What sort of place a name is (``state``, ``city``, empty where unknown) and the state it lies in."""
    for form in gazetteer().lookup(name):
        if form.kind == "state":
            return "state", form.iso3
        if form.kind == "capital" or form.subtype in {"city", "town"}:
            return "city", form.iso3
        if form.kind == "place":
            return "", form.iso3
    inner = name.rpartition(",")[2].strip() if "," in name else ""
    return _where(inner) if inner else ("", state_of_name(name))
