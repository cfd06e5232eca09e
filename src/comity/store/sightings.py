"""Derived: claims that an exact key alone makes one thing, however many there are.

``until`` keeps to documents published on or before an ISO day; undated ones are none of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, Row, Select, delete, select

from comity.reconcile.sightings import Sighting
from comity.store import throngs
from comity.store.rows import added, picked, removed
from comity.store.schema import sightings
from comity.store.throngs import tokens_of, within, written


def put(connection: Connection, found: Collection[Sighting]) -> None:
    """Keep claims that have an exact key: all of their documents, of which none is kept."""
    rows = [
        {
            "exact": each.exact,
            "claim": each.claim,
            "document": each.document,
            "position": each.position,
            "published": each.published,
            "moment": each.moment,
            "telling": each.telling,
            "tokens": written(each.tokens),
        }
        for each in found
    ]
    added(connection, sightings, rows)
    throngs.add(connection, found)


def forget(connection: Connection, claims: Collection[str]) -> None:
    """Let claims go."""
    lost = set(exact_of(connection, claims).values())
    removed(connection, delete(sightings), sightings.c.claim, claims)
    throngs.settle(connection, lost)


def claims_with(connection: Connection, exact: Collection[str], until: str = "") -> dict[str, list[str]]:
    """The claims that have an exact key, sorted, by that key."""
    query = within(select(sightings.c.exact, sightings.c.claim), until)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for row in picked(connection, query, sightings.c.exact, exact):
        found[row.exact].append(row.claim)
    return {key: sorted(claims) for key, claims in found.items()}


def outermost(connection: Connection, exact: str, count: int, until: str = "") -> list[Sighting]:
    """The first and the last ``count`` claims with an exact key."""
    query = _of(select(sightings), exact, until).limit(count)
    ordered = (query.order_by(order) for order in (sightings.c.moment, sightings.c.moment.desc()))
    return [_sighting(row) for each in ordered for row in connection.execute(each)]


def at(connection: Connection, exact: str, moments: Collection[str]) -> list[Sighting]:
    """The claims with an exact key that were told at some moments."""
    return [_sighting(row) for row in picked(connection, _of(select(sightings), exact), sightings.c.moment, moments)]


def among(connection: Connection, claims: Collection[str], until: str = "") -> list[Sighting]:
    """Those of the claims that have an exact key."""
    rows = picked(connection, within(select(sightings), until), sightings.c.claim, claims)
    return [_sighting(row) for row in rows]


def exact_of(connection: Connection, claims: Collection[str]) -> dict[str, str]:
    """The exact keys of those of the claims that have one."""
    query = select(sightings.c.claim, sightings.c.exact)
    return {row.claim: row.exact for row in picked(connection, query, sightings.c.claim, claims)}


def _of(query: Select[Any], exact: str, until: str = "") -> Select[Any]:
    return within(query.where(sightings.c.exact == exact), until)


def _sighting(row: Row[Any]) -> Sighting:
    own = tokens_of(row.tokens)
    return Sighting(row.exact, row.claim, row.document, row.position, row.published, row.telling, own)
