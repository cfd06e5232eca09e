"""Decisions of people: what can be ruled on what, and where it is pinned."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection

from comity.errors import DecisionError, NotFound, UsageError
from comity.ids import decision_id
from comity.ledger.asking import home_of, key_of_document
from comity.ledger.correcting import checked
from comity.ledger.deriving import place, refresh
from comity.ledger.things import LINKING, OUTCOMES
from comity.model import ACTIONS, Decision, LedgerRecord
from comity.reconcile.decisions import anchor_of, orphaned, standing
from comity.store import claims, decisions, documents, matching, records, sightings
from comity.store.bodies import dumped
from comity.vocab import load


@dataclass(frozen=True, slots=True)
class Asked:
    """A decision as it was asked for."""

    action: str
    targets: tuple[str, ...]
    who: str
    when: str
    why: str = ""
    field: str = ""
    value: Any = None


def decided(connection: Connection, asked: Asked) -> Decision:
    """Take a decision and bring the ledger in line with it. Raises ``DecisionError`` and ``NotFound``."""
    if asked.action not in ACTIONS:
        raise DecisionError(f"there is no decision {asked.action!r}; take one of {', '.join(ACTIONS)}")
    if not asked.who.strip():
        raise DecisionError("a decision needs somebody who takes it; give a name")
    if not asked.targets:
        raise DecisionError(f"{asked.action} needs something to be about; give the id of a record")
    targets, rest = _RULES[asked.action](connection, asked)
    if asked.action == "correct":
        asked = replace(asked, value=_right(_record(connection, targets[0]).kind, asked))
    known = claims.claims_of(connection, [*targets, *rest])
    anchors = tuple(anchor_of(known[claim]) for claim in [*targets, *rest] if claim in known)
    said = (asked.action, *targets, asked.field, dumped(asked.value), asked.who, asked.when, asked.why)
    decision = Decision(
        decision_id(*said), asked.action, targets, asked.who, asked.when, asked.why, asked.field, asked.value, anchors
    )
    if not decisions.some(connection, [decision.id]):
        decisions.put(connection, decision)
        _carried_out(connection, decision)
    return decision


def _carried_out(connection: Connection, decision: Decision) -> None:
    """Bring the ledger in line with a new decision."""
    place(connection, [decision.id])
    chain = _undone_by(connection, decision)
    changed = {key for each in chain if each.action == "withdraw" for key in each.targets}
    bearings = decisions.bearings_of(connection, {each.id for each in chain})
    touched = {claim for found in bearings.values() for claim in found if claim}
    mates = records.members_of(connection, set(records.homes(connection, touched).values()))
    refresh(connection, changed, touched.union(*mates.values()))


def _undone_by(connection: Connection, decision: Decision) -> list[Decision]:
    """A decision and, if it undoes another, that one, and so on."""
    chain = [decision]
    while chain[-1].action == "undo":
        chain += decisions.some(connection, chain[-1].targets)
    return chain


Split = tuple[tuple[str, ...], tuple[str, ...]]
"""The targets of a decision, and the other claims it is pinned to."""


def _on_records(connection: Connection, asked: Asked) -> Split:
    """Accept or reject records, or that one fulfils the other."""
    for claim in asked.targets:
        home_of(connection, claim)
    if asked.field == LINKING:
        return _on_link(connection, asked)
    if asked.field:
        raise DecisionError(f"{asked.action} is about a whole record; leave the field out, or use correct")
    return asked.targets, ()


def _on_link(connection: Connection, asked: Asked) -> Split:
    """Confirm or refuse that a deed fulfils a promise, on the claims that the rules joined."""
    if len(asked.targets) != 2:
        raise DecisionError("a fulfilment has two records: give the deed, then the promise")
    homes = [home_of(connection, claim) for claim in asked.targets]
    inside = records.members_of(connection, homes)
    joins = [j for j in matching.joins_of(connection, inside[homes[0]]) if j.verdict in OUTCOMES]
    fitting = [j for j in joins if j.first in inside[homes[0]] and j.second in inside[homes[1]]]
    if not fitting:
        raise DecisionError(f"nothing was proposed between {homes[0]} and {homes[1]}; give the deed, then the promise")
    best = max(fitting, key=lambda j: (j.score, j.first, j.second))
    return (best.first, best.second), ()


def _on_field(connection: Connection, asked: Asked) -> Split:
    """Correct a field, or let its values stand side by side."""
    if len(asked.targets) != 1:
        raise DecisionError(f"{asked.action} is about one record; give one id")
    record = _record(connection, asked.targets[0])
    if asked.field not in {*load("kinds")["kinds"][record.kind], "certainty", "status"}:
        raise DecisionError(f"{record.kind} has no field {asked.field!r}; see comity record {record.id}")
    if asked.action == "correct" and asked.value is None:
        raise DecisionError(f"correct needs the right value of {asked.field}")
    if asked.action == "both" and asked.field not in record.fields:
        raise DecisionError(f"{record.id} has no value of {asked.field}; see comity record {record.id}")
    return asked.targets, ()


def _right(kind: str, asked: Asked) -> Any:
    """The value of a correction as the field holds it."""
    try:
        return checked(kind, asked.field, asked.value)
    except UsageError as error:
        raise DecisionError(str(error)) from None


def _merge(connection: Connection, asked: Asked) -> Split:
    """Make one record of several."""
    homes = {home_of(connection, claim): claim for claim in asked.targets}
    kinds = {record.kind for record in records.get(connection, homes).values()}
    if len(homes) < 2:
        raise DecisionError("merge needs two records or more that are not one yet")
    if len(kinds) > 1:
        raise DecisionError(f"records of different kinds are never one thing ({', '.join(sorted(kinds))})")
    whole = {claim for claims_ in records.members_of(connection, homes).values() for claim in claims_}
    return asked.targets, tuple(sorted(whole - set(asked.targets)))


def _split(connection: Connection, asked: Asked) -> Split:
    """Take claims out of their record."""
    homes = {home_of(connection, claim) for claim in asked.targets}
    if len(homes) > 1:
        raise DecisionError("the claims to be taken out belong to different records; split one record at a time")
    rest = set(records.members_of(connection, homes)[homes.pop()]) - set(asked.targets)
    if not rest:
        raise DecisionError("nothing would be left of the record; name only the claims that do not belong to it")
    return tuple(sorted(set(asked.targets))), tuple(sorted(rest))


def _different(connection: Connection, asked: Asked) -> Split:
    """Take the claims out that give a field another value; or say of two records that they are never one."""
    if not asked.field:
        homes = {home_of(connection, claim): claim for claim in asked.targets}
        if len(homes) != 2:
            raise DecisionError("give two records that are different things, or one record and a field")
        first, second = asked.targets
        return (first,), (second,)
    if len(asked.targets) != 1:
        raise DecisionError("different with a field is about one record; give one id")
    record = _record(connection, asked.targets[0])
    view = record.fields.get(asked.field)
    if view is None or len(view.values) < 2:
        raise DecisionError(f"{record.id} has one value of {asked.field} at most; there is nothing to divide")
    alike = _alike(connection, record)
    shown = {claim for evidence in view.values[0].evidence for claim in alike(evidence.claim)}
    others = {c for value in view.values[1:] for e in value.evidence for c in alike(e.claim)} - shown
    rest = set(records.members_of(connection, [record.id])[record.id]) - others
    return tuple(sorted(others)), tuple(sorted(rest))


def _alike(connection: Connection, record: LedgerRecord) -> Callable[[str], Collection[str]]:
    """For a claim that is kept as evidence all claims of the record that tell the same, itself among them."""
    if record.tellings == len(record.members):
        return lambda claim: (claim,)
    inside = set(records.members_of(connection, [record.id])[record.id])
    telling = {each.claim: each.telling for each in sightings.among(connection, inside)}
    same: defaultdict[str, list[str]] = defaultdict(list)
    for claim, name in telling.items():
        same[name].append(claim)
    return lambda claim: same[telling[claim]]


def _withdraw(connection: Connection, asked: Asked) -> Split:
    """Take documents out of the ledger, with the copies of their texts that would count in their place."""
    keys = [key_of_document(connection, name) for name in asked.targets]
    alike = [head.key for heads in documents.with_texts_of(connection, keys).values() for head in heads]
    copies = sorted(key for key, original in documents.originals_of(connection, alike).items() if original in keys)
    return tuple(dict.fromkeys([*keys, *copies])), ()


def _undo(connection: Connection, asked: Asked) -> Split:
    """Let earlier decisions hold no longer."""
    found = {decision.id: decision for decision in decisions.every(connection)}
    if unknown := [target for target in asked.targets if target not in found]:
        raise NotFound(f"the ledger has no decision {unknown[0]}; see comity review")
    held = {decision.id for decision in standing(found.values())}
    undone = {target for target in asked.targets if target not in held and found[target].action != "undo"}
    if gone := [target for target in asked.targets if target in undone]:
        raise DecisionError(f"{gone[0]} was undone before; undo that undo instead")
    return asked.targets, ()


_RULES = {
    "accept": _on_records,
    "reject": _on_records,
    "correct": _on_field,
    "both": _on_field,
    "merge": _merge,
    "split": _split,
    "different": _different,
    "withdraw": _withdraw,
    "undo": _undo,
}


def _record(connection: Connection, claim: str) -> LedgerRecord:
    home = home_of(connection, claim)
    return records.get(connection, [home])[home]


def orphans(connection: Connection) -> tuple[Decision, ...]:
    """The decisions that stand but have a target that is nowhere to be found today."""
    held = [d for d in standing(decisions.every(connection)) if d.action not in {"undo", "withdraw"}]
    bearings = decisions.bearings_of(connection, {d.id for d in held})
    return tuple(d for d in held if orphaned(d, _today(d, bearings.get(d.id, ()))))


def _today(decision: Decision, found: Sequence[str]) -> dict[str, str]:
    return dict(zip((anchor.claim for anchor in decision.anchors), found, strict=True))
