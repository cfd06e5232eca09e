"""Two values of a field held against each other by the type that vocab/kinds.yaml gives the field."""

from __future__ import annotations

from datetime import date

from comity.model import Milestone
from comity.reconcile.features import instrument, office
from comity.reconcile.judge.choices import compare_choices, rung
from comity.reconcile.judge.dates import compare_dates, compare_milestones
from comity.reconcile.judge.names import compare_names, compare_places
from comity.reconcile.judge.numbers import compare_figures, compare_money, compare_numbers
from comity.reconcile.judge.relation import SAME, Finding, Relation
from comity.reconcile.judge.telling import Variant
from comity.reconcile.judge.wording import compare_lists, compare_texts
from comity.vocab import load


def compare(kind: str, field: str, one: Variant, other: Variant) -> Finding:
    """How the first value relates to the second; what would clash at one stage may be a later stage of the thing."""
    found = _compare(kind, field, one, other)
    if found.relation is not Relation.CLASH:
        return found
    if moved := _moved(f"{kind}.{field}", one, other):
        return Finding(Relation.LATER if moved > 0 else Relation.EARLIER, "the date was moved")
    stage = load("judging")["stages"].get(f"{kind}.{field}")
    if stage is None or not (one.stage and other.stage):
        return found
    higher, lower = (rung(f"{kind}.{stage}", variant.stage) for variant in (one, other))
    if higher == lower:
        return found
    return Finding(Relation.LATER if higher > lower else Relation.EARLIER, "it was told again at a later stage")


def _compare(kind: str, field: str, one: Variant, other: Variant) -> Finding:
    rules, name = load("judging"), f"{kind}.{field}"
    a, b = one.value, other.value
    match load("kinds")["kinds"][kind][field]["type"]:
        case "date":
            lasts = name in rules["lasting"]["fields"] and (_lasts(one) or _lasts(other))
            slack = int(rules["lasting"]["days"]) if lasts else 0
            return compare_dates(a, b, sighting=name in rules["sightings"], slack=slack)
        case "milestone":
            return compare_milestones(a, b)
        case "number":
            return compare_numbers(a, b, one.detail, other.detail)
        case "money":
            return compare_money(a, b)
        case "names":
            joined = name in rules["joined"] and all(_standing(variant) for variant in (one, other))
            return Finding(Relation.BESIDE, "others have joined it, too") if joined else compare_names(a, b)
        case "texts":
            return compare_lists(a, b)
        case "choice":
            return compare_choices(name, a, b, later=later(one, other))
        case "flag":
            return SAME if a == b else Finding(Relation.BESIDE, "one source says so, the other does not")
    if name in rules["places"]:
        return compare_places(a, b)
    if name in rules["offices"] and office(a) == office(b):
        return SAME if a == b else Finding(Relation.SAME, "in other words")
    if name in rules["figured"] and (apart := compare_figures(str(a), str(b))):
        return apart
    return compare_texts(a, b, free=name in rules["wording"])


def _moved(name: str, one: Variant, other: Variant) -> int:
    """As ``later``, where both are dates yet to come and long enough passed between the tellings to move them."""
    rule = load("judging")["moved"]
    coming = rule["coming"].get(name, "")
    if name not in rule["fields"] or not all(_ahead(variant, coming) for variant in (one, other)):
        return 0
    told = later(one, other)
    new, old = (one, other) if told > 0 else (other, one)
    passed = (date.fromisoformat(new.first) - date.fromisoformat(old.last)).days if told else 0
    return told if passed >= rule["days"] else 0


def _ahead(variant: Variant, stage: str) -> bool:
    """Whether a date was yet to come when it was told: planned, or of a thing at ``stage`` where one is asked for."""
    value = variant.value
    return value.basis == "planned" if isinstance(value, Milestone) else stage in {"", variant.stage}


def _standing(variant: Variant) -> bool:
    """Whether what it belongs to is a standing instrument, which many states join."""
    return bool(instrument(str(variant.tellings[0].claim.record.get("title") or "")))


def _lasts(variant: Variant) -> bool:
    """Whether what it dates goes on for days, so that sources may name different ones."""
    return variant.tellings[0].claim.record.get("form") in load("judging")["lasting"]["forms"]


def later(one: Variant, other: Variant) -> int:
    """1 where the first was told only after the second, -1 the other way round, 0 where days are missing or cross."""
    if not (one.first and other.first):
        return 0
    return 1 if one.first > other.last else -1 if one.last < other.first else 0
