"""Derived: claims that an exact key alone makes one thing, however many there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from sqlalchemy import Connection, select

from comity.reconcile.sightings import Sighting
from comity.store.rows import added, picked
from comity.store.schema import echoes, sightings


def put(connection: Connection, found: Iterable[Sighting]) -> None:
    """Keep claims that have an exact key."""
    rows = [
        {
            "exact": each.exact,
            "claim": each.claim,
            "document": each.document,
            "position": each.position,
            "published": each.published,
            "telling": each.telling,
            "tokens": "\n".join(sorted(each.tokens)),
        }
        for each in found
    ]
    added(connection, sightings, rows)


def of(connection: Connection, exact: Collection[str]) -> dict[str, list[Sighting]]:
    """The claims that have an exact key, by that key."""
    found: defaultdict[str, list[Sighting]] = defaultdict(list)
    known: dict[str, frozenset[str]] = {"": frozenset()}
    for row in picked(connection, select(sightings), sightings.c.exact, exact):
        own = known.get(row.tokens)
        if own is None:
            own = known[row.tokens] = frozenset(row.tokens.split("\n"))
        told = Sighting(row.exact, row.claim, row.document, row.position, row.published, row.telling, own)
        found[row.exact].append(told)
    return dict(found)


def exact_of(connection: Connection, claims: Collection[str]) -> dict[str, str]:
    """The exact keys of those of the claims that have one."""
    query = select(sightings.c.claim, sightings.c.exact)
    return {row.claim: row.exact for row in picked(connection, query, sightings.c.claim, claims)}


def echoes_within(connection: Connection, exact: Collection[str]) -> tuple[tuple[str, str], ...]:
    """Pairs of documents that repeat each other, of which the first at least has a claim with a key; sorted."""
    query = select(echoes.c.first, echoes.c.second).join(sightings, sightings.c.document == echoes.c.first)
    rows = picked(connection, query.distinct(), sightings.c.exact, exact)
    return tuple(sorted({(row.first, row.second) for row in rows}))
