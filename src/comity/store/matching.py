"""Derived: claims prepared for comparing, and what comparing them gave."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Row, delete, select, tuple_

from comity.model import Claim, Join
from comity.reconcile.features import Features
from comity.store import prepared, sightings
from comity.store.bodies import dumped
from comity.store.rows import added, picked, pieces, removed
from comity.store.schema import active, heads, joins, keys


def put_active(connection: Connection, claims: Iterable[tuple[int, Claim]], features: Mapping[str, Features]) -> None:
    """Let claims count; each comes with the number of its claim set."""
    rows = [
        {
            "claim": claim.id,
            "document": claim.document,
            "claim_set": claim_set,
            "position": claim.position,
            "exact": features[claim.id].exact,
            "features": prepared.features_body(features[claim.id]),
        }
        for claim_set, claim in claims
    ]
    added(connection, active, rows)


def active_in(connection: Connection, documents: Collection[str]) -> dict[str, str]:
    """The claims that count of some documents, each with its document."""
    query = select(active.c.claim, active.c.document)
    return {row.claim: row.document for row in picked(connection, query, active.c.document, documents)}


def told_by(connection: Connection, found: Collection[str], last: str) -> set[str]:
    """Those of the claims that documents published on or before an ISO day tell."""
    query = select(active.c.claim).join(heads, heads.c.document == active.c.document)
    query = query.where(heads.c.published != "", heads.c.published <= last)
    return {row.claim for row in picked(connection, query, active.c.claim, found)}


def forget(connection: Connection, claims: Collection[str]) -> None:
    """Let claims count no longer; their keys and joins go with them."""
    removed(connection, delete(active), active.c.claim, claims)
    sightings.forget(connection, claims)
    removed(connection, delete(keys), keys.c.claim, claims)
    removed(connection, delete(joins), joins.c.first, claims)
    removed(connection, delete(joins), joins.c.second, claims)


def features_of(connection: Connection, claims: Collection[str]) -> dict[str, Features]:
    """Features by claim id, of the claims that count."""
    return {row.claim: _features(row) for row in picked(connection, select(active), active.c.claim, claims)}


def _features(row: Row[tuple[str, ...]]) -> Features:
    return prepared.features_of(row.claim, row.document, row.exact, row.features)


def put_keys(connection: Connection, found: Mapping[str, Collection[str]]) -> None:
    """Keep the blocking keys of claims."""
    added(connection, keys, [{"key": key, "claim": claim} for claim, own in found.items() for key in own])


def holders(connection: Connection, wanted: Collection[str]) -> dict[str, list[str]]:
    """The claims that have a key, by key."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for row in picked(connection, select(keys), keys.c.key, wanted):
        found[row.key].append(row.claim)
    return dict(found)


def put_joins(connection: Connection, found: Iterable[Join]) -> None:
    """Keep joins."""
    rows = [
        {
            "first": join.first,
            "second": join.second,
            "verdict": join.verdict,
            "score": join.score,
            "reasons": dumped(list(join.reasons)),
        }
        for join in found
    ]
    added(connection, joins, rows)


def joins_of(connection: Connection, claims: Collection[str], *, same: bool | None = None) -> list[Join]:
    """Joins with a claim of ``claims`` on either side, sorted; only those, or none of those, of what is one thing."""
    query, known = select(joins), set(claims)
    if same is not None:
        query = query.where(joins.c.verdict == "same" if same else joins.c.verdict != "same")
    found = [_join(row) for row in picked(connection, query, joins.c.first, claims)]
    for piece in pieces(claims):  # what joins two of them was found by the first already
        rest = query.where(joins.c.second.in_(piece), joins.c.first.not_in(piece))
        found += [_join(row) for row in connection.execute(rest).all() if row.first not in known]
    return sorted(found, key=lambda join: (join.first, join.second))


def reasoned(connection: Connection, found: Collection[Join]) -> dict[tuple[str, str], Join]:
    """Joins with their reasons, by their claims; those that are no longer there are left out."""
    wanted = tuple_(joins.c.first, joins.c.second).in_([(join.first, join.second) for join in found])
    return {(row.first, row.second): _join(row) for row in connection.execute(select(joins).where(wanted))}


def _join(row: Any) -> Join:
    first, second, verdict, score, reasons = row
    return Join(first, second, verdict, score, _reasons(reasons))


@lru_cache(maxsize=4096)
def _reasons(body: str) -> tuple[str, ...]:
    return tuple(json.loads(body))
