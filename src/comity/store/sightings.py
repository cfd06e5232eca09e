"""Derived: claims that an exact key alone makes one thing, however many there are.

What many documents tell is summed up where it lies, so that a thing told thirty thousand times is never read as a
whole. ``until`` keeps to documents published on or before an ISO day; undated ones are none of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select

from comity.reconcile.sightings import Share, Sighting, Throng
from comity.reconcile.witnesses import Heap, heap_names
from comity.store.rows import added, picked
from comity.store.schema import echoes, sightings

BETWEEN = "\n"
"""Divides tokens in their column."""


def put(connection: Connection, found: Iterable[Sighting]) -> None:
    """Keep claims that have an exact key."""
    rows = [
        {
            "exact": each.exact,
            "claim": each.claim,
            "document": each.document,
            "position": each.position,
            "published": each.published,
            "moment": each.moment,
            "telling": each.telling,
            "tokens": BETWEEN.join(sorted(each.tokens)),
        }
        for each in found
    ]
    added(connection, sightings, rows)


def counts(connection: Connection, exact: Collection[str], until: str = "") -> dict[str, int]:
    """How many claims have an exact key, by that key."""
    query = select(sightings.c.exact, func.count().label("number")).group_by(sightings.c.exact)
    return {row.exact: row.number for row in picked(connection, _until(query, until), sightings.c.exact, exact)}


def claims_with(connection: Connection, exact: Collection[str], until: str = "") -> dict[str, list[str]]:
    """The claims that have an exact key, sorted, by that key."""
    query = _until(select(sightings.c.exact, sightings.c.claim), until)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for row in picked(connection, query, sightings.c.exact, exact):
        found[row.exact].append(row.claim)
    return {key: sorted(claims) for key, claims in found.items()}


def throng(connection: Connection, exact: str, until: str = "") -> Throng:
    """All claims with an exact key, summed up."""
    documents = func.count(sightings.c.document.distinct()).label("documents")
    first = func.min(sightings.c.document).label("first")
    heaps = {
        _tokens(row.tokens): Heap(row.first, row.documents)
        for row in connection.execute(
            _of(select(sightings.c.tokens, documents, first), exact, until).group_by(sightings.c.tokens)
        )
    }
    claims, begins, ends = func.count(), func.min(sightings.c.moment), func.max(sightings.c.moment)
    query = _of(select(sightings.c.telling, sightings.c.tokens, claims, documents, begins, ends), exact, until)
    shares = [
        Share(telling, heaps[_tokens(tokens)].first, *numbers)
        for telling, tokens, *numbers in connection.execute(query.group_by(sightings.c.telling, sightings.c.tokens))
    ]
    repeats = [(heaps[a].first, heaps[b].first) for a, b in _echoing(connection, exact, until)]
    return Throng(shares, heap_names(heaps, repeats), sum(heap.documents for heap in heaps.values()))


def _echoing(connection: Connection, exact: str, until: str) -> list[tuple[frozenset[str], frozenset[str]]]:
    """Pairs of tokens of documents that repeat each other.

    Asked in two steps: joined with itself the table would be read once for each of its rows.
    """
    query = select(echoes.c.first, echoes.c.second).join(sightings, sightings.c.document == echoes.c.first)
    pairs = {(row.first, row.second) for row in connection.execute(_of(query, exact, until))}
    named = {document for pair in pairs for document in pair}
    own = _of(select(sightings.c.document, sightings.c.tokens), exact, until)
    tokens = {row.document: _tokens(row.tokens) for row in picked(connection, own, sightings.c.document, named)}
    return [(tokens[a], tokens[b]) for a, b in sorted(pairs) if a in tokens and b in tokens]


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
    rows = picked(connection, _until(select(sightings), until), sightings.c.claim, claims)
    return [_sighting(row) for row in rows]


def exact_of(connection: Connection, claims: Collection[str]) -> dict[str, str]:
    """The exact keys of those of the claims that have one."""
    query = select(sightings.c.claim, sightings.c.exact)
    return {row.claim: row.exact for row in picked(connection, query, sightings.c.claim, claims)}


def _of(query: Select[Any], exact: str, until: str = "") -> Select[Any]:
    return _until(query.where(sightings.c.exact == exact), until)


def _until(query: Select[Any], until: str) -> Select[Any]:
    return query.where(sightings.c.published != "", sightings.c.published <= until) if until else query


def _sighting(row: Row[Any]) -> Sighting:
    own = _tokens(row.tokens)
    return Sighting(row.exact, row.claim, row.document, row.position, row.published, row.telling, own)


def _tokens(written: str) -> frozenset[str]:
    return frozenset(written.split(BETWEEN))
