"""``vocab/events.yaml`` turned round, so that a lemma leads straight to what it may mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from comity.vocab import load


@dataclass(frozen=True, slots=True)
class Act:
    """One class of acts: a doer, an object it may need, and where the other party stands (see ``events.yaml``)."""

    form: str
    category: str
    verbs: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    recipient: tuple[str, ...] = ()
    doer: tuple[str, ...] = ()
    by: frozenset[str] = frozenset()
    sides: tuple[str, ...] = ()
    needs: frozenset[str] = frozenset()
    nationals: bool = False
    begins: bool = False
    states: bool = False
    alone: bool = False
    free: bool = False
    count: bool = False
    clause: bool = False
    framework: bool = False
    reciprocal: bool = False
    pair: bool = False
    house: bool = False
    infinitive: bool = False
    places: bool = False
    joint: bool = False
    bare: bool = False
    own: bool = False
    aims: frozenset[str] = frozenset()
    idioms: tuple[str, ...] = ()


_SWITCHES = (
    "alone",
    "free",
    "count",
    "clause",
    "framework",
    "reciprocal",
    "nationals",
    "begins",
    "states",
    "pair",
    "house",
    "infinitive",
    "places",
    "joint",
    "bare",
    "own",
)


def _act(row: Mapping[str, Any]) -> Act:
    return Act(
        form=row["form"],
        category=row["category"],
        verbs=frozenset(row.get("verbs", ())),
        objects=_with_groups(row.get("objects", ())),
        recipient=tuple(row.get("recipient", ())),
        doer=tuple(row.get("doer", ())),
        by=frozenset(row.get("by", ())),
        sides=tuple(row.get("sides", ())),
        needs=frozenset(row.get("needs", ())),
        aims=frozenset(row.get("aims", ())),
        idioms=tuple(row.get("idioms", ())),
        **{name: bool(row.get(name)) for name in _SWITCHES},
    )


def _with_groups(objects: Iterable[str]) -> frozenset[str]:
    """The objects of a class, "@ships" standing for the words of that group."""
    groups = load("events")["groups"]
    return frozenset(w for name in objects for w in (groups[name[1:]] if name.startswith("@") else (name,)))


@cache
def acts() -> Mapping[str, tuple[Act, ...]]:
    """Verbs of one-sided acts with their classes."""
    out: dict[str, tuple[Act, ...]] = {}
    for row in load("events")["acts"]:
        for verb in row["verbs"]:
            out[verb] = (*out.get(verb, ()), _act(row))
    return out


@cache
def act_nouns() -> Mapping[str, tuple[Act, ...]]:
    """Nouns that are such acts, with their classes."""
    rows = load("events")["act_nouns"].items()
    return {
        noun: tuple(_act(row) for row in (content if isinstance(content, list) else [content]))
        for noun, content in rows
    }


@cache
def words(*path: str) -> frozenset[str]:
    """The list of words at a path of ``events.yaml``, as a set."""
    content = load("events")
    for name in path:
        content = content[name]
    return frozenset(content)


@cache
def prepositions(form: str) -> Mapping[str, tuple[str, ...]]:
    """The verbs of a form with the places of their complement: ``object`` or prepositions."""
    return {verb: tuple(places) for verb, places in load("events")[form]["verbs"].items()}


@cache
def supports(form: str) -> frozenset[str]:
    """The verbs that carry a noun of this form ("pay a visit", "hold talks"), empty where it has none."""
    return frozenset(load("events").get(form, {}).get("support", ()))


def number(name: str) -> int:
    """A threshold of ``events.yaml``."""
    return int(load("events")[name])


def category(form: str) -> str:
    """The usual PLOVER root of a form, empty where it has none (codebook section 4)."""
    return str(load("events")["categories"].get(form, ""))
