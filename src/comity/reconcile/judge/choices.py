"""Categorical values held against each other: ladders of stages, general and special, classifications of ours."""

from __future__ import annotations

from comity.reconcile.judge.relation import SAME, Finding, Relation
from comity.vocab import load


def compare_choices(field: str, one: str, other: str, *, later: int = 0) -> Finding:
    """How two values of ``kind.field`` relate.

    ``later`` is 1 where all that tell the first were published after all that tell the second, -1 the other way
    round, 0 where that is unknown. A higher rung is a later stage whoever tells it last: a source that repeats a lower
    rung takes nothing back.
    """
    if one == other:
        return SAME
    rules = load("judging")
    if field in rules["ladders"]:
        return _on_ladder(field, one, other, later)
    special = _special(field, one, other)
    if special is not None:
        return special
    if field in rules["ours"]:
        return Finding(Relation.BESIDE, f"it is told as {_said(other)} and as {_said(one)}")
    return Finding(Relation.CLASH, f"{_said(one)} and {_said(other)} exclude each other")


def rung(field: str, value: str) -> int:
    """The rung of a value on the ladder of ``kind.field``, from 0; -1 where it has none."""
    ladder = load("judging")["ladders"].get(field, [])
    return next((i for i, values in enumerate(ladder) if value in values), -1)


def _on_ladder(field: str, one: str, other: str, later: int) -> Finding:
    higher, lower = rung(field, one), rung(field, other)
    if higher == lower:
        apart = any(one in values and other in values for values in load("judging")["apart"].get(field, []))
        if apart:
            return Finding(Relation.CLASH, f"it cannot be both {_said(one)} and {_said(other)}")
        return Finding(Relation.BESIDE, f"it is told as {_said(other)} and as {_said(one)}")
    if higher < lower:
        return _on_ladder(field, other, one, -later).turned
    if field in load("judging")["soft"] and later < 0:
        return Finding(Relation.FINER, f"{_said(one)} is firmer than {_said(other)}")
    return Finding(Relation.LATER, _ORDER[later].format(_said(other), _said(one)))


_ORDER = {
    1: "first told as {0}, later as {1}",
    0: "{1} is a further stage than {0}",
    -1: "{1} was told first, {0} again later, which takes nothing back",
}


def _special(field: str, one: str, other: str) -> Finding | None:
    broader = load("judging")["broader"].get(field, {})
    for general, special, relation in ((other, one, Relation.FINER), (one, other, Relation.COARSER)):
        if general in broader and (special in broader[general] or not broader[general]):
            return Finding(relation, f"{_said(special)} says more than {_said(general)}")
    return None


def _said(value: str) -> str:
    return f"“{value.replace('_', ' ')}”"
