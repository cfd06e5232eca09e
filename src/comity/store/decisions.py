"""Decisions as people took them, and the claims that they bear on today."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

from sqlalchemy import Connection, delete, insert, select

from comity.model import Decision
from comity.store.bodies import decision_body, decision_of
from comity.store.rows import PIECE, added, picked, removed
from comity.store.schema import bearings, decisions, pins


def put(connection: Connection, decision: Decision) -> None:
    """Add a decision, with the documents that it is pinned to."""
    values = {"id": decision.id, "action": decision.action, "body": decision_body(decision)}
    connection.execute(insert(decisions).values(**values))
    rows = [
        {"decision": decision.id, "ordinal": ordinal, "document": anchor.document}
        for ordinal, anchor in enumerate(decision.anchors)
    ]
    added(connection, pins, rows)


def every(connection: Connection) -> tuple[Decision, ...]:
    """All decisions, in the order in which they were taken."""
    return tuple(decision_of(row.body) for row in connection.execute(select(decisions).order_by(decisions.c.serial)))


def any_taken(connection: Connection) -> bool:
    """Whether anybody has ever ruled on anything."""
    return connection.execute(select(decisions.c.serial).limit(1)).scalar() is not None


def some(connection: Connection, ids: Collection[str]) -> tuple[Decision, ...]:
    """Decisions by id, in the order in which they were taken."""
    rows = sorted(picked(connection, select(decisions), decisions.c.id, ids), key=lambda row: int(row.serial))
    return tuple(decision_of(row.body) for row in rows)


def some_and_undos(connection: Connection, ids: Collection[str]) -> tuple[Decision, ...]:
    """Decisions by id, and all that undo others, in the order in which they were taken."""
    rows = {row.serial: row.body for row in picked(connection, select(decisions), decisions.c.id, ids)}
    undos = select(decisions).where(decisions.c.action == "undo")
    rows.update({row.serial: row.body for row in connection.execute(undos)})
    return tuple(decision_of(rows[serial]) for serial in sorted(rows))


def of_action(connection: Connection, action: str) -> set[str]:
    """Ids of the decisions of one action."""
    return {row.id for row in connection.execute(select(decisions.c.id).where(decisions.c.action == action))}


def pinned_to(connection: Connection, documents: Collection[str]) -> set[str]:
    """Ids of the decisions that have an anchor in one of the documents."""
    return {row.decision for row in picked(connection, select(pins), pins.c.document, documents)}


def put_bearings(connection: Connection, found: Mapping[str, Collection[str]], exact: Mapping[str, str]) -> None:
    """Keep which claim each anchor of a decision means, in the order of its anchors, in place of what was kept.

    ``exact`` gives the exact keys of those of the claims that have one.
    """
    removed(connection, delete(bearings), bearings.c.decision, found.keys())
    rows = [
        {"decision": decision, "ordinal": ordinal, "claim": claim, "exact": exact.get(claim, "")}
        for decision, claims in found.items()
        for ordinal, claim in enumerate(claims)
    ]
    added(connection, bearings, rows)


def bearing_on(connection: Connection, claims: Collection[str]) -> set[str]:
    """Ids of the decisions that bear on one of the claims."""
    if len(claims) > PIECE:  # many claims: what people ruled is less
        every_one = connection.execute(select(bearings.c.decision, bearings.c.claim))
        return {row.decision for row in every_one if row.claim in claims}
    return {row.decision for row in picked(connection, select(bearings), bearings.c.claim, claims)}


def bearing_on_keys(connection: Connection, exact: Collection[str]) -> dict[str, set[str]]:
    """For exact keys the ids of the decisions that bear on one of their claims; keys without any are left out."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in picked(connection, select(bearings), bearings.c.exact, exact):
        found[row.exact].add(row.decision)
    return dict(found)


def bearings_of(connection: Connection, ids: Collection[str]) -> dict[str, tuple[str, ...]]:
    """For each decision the claims that its anchors mean, in their order; empty for one that means none."""
    found: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for row in picked(connection, select(bearings), bearings.c.decision, ids):
        found[row.decision].append((row.ordinal, row.claim))
    return {decision: tuple(claim for _, claim in sorted(rows)) for decision, rows in found.items()}


def borne_on(connection: Connection) -> dict[str, set[str]]:
    """For each decision the claims that it bears on."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in connection.execute(select(bearings.c.decision, bearings.c.claim).where(bearings.c.claim != "")):
        found[row.decision].add(row.claim)
    return dict(found)
