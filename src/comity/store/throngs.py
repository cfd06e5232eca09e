"""Derived: what an exact key gathers, summed up, so that a thing told thirty thousand times is never read as a whole.

The sums follow from the sightings alone: they grow with each document, and are made anew where claims go. As of an ISO
day (``until``) they are worked out where the sightings lie; undated documents are then left out.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, delete, func, insert, select

from comity.reconcile.sightings import Share, Sighting, Throng
from comity.reconcile.witnesses import Heap, heap_names
from comity.store import sqlite
from comity.store.rows import picked, removed
from comity.store.schema import echoes, heaps, repeats, shares, sightings

BETWEEN = "\n"
"""Divides tokens in their column."""

Told = tuple[str, str, str]
"""An exact key, a telling, and tokens as they are written."""


def counts(connection: Connection, exact: Collection[str], until: str = "") -> dict[str, int]:
    """How many claims have an exact key, by that key."""
    table, number = (sightings, func.count()) if until else (shares, func.sum(shares.c.claims))
    query = within(select(table.c.exact, number.label("number")), until).group_by(table.c.exact)
    return {row.exact: row.number for row in picked(connection, query, table.c.exact, exact)}


def throng(connection: Connection, exact: str, until: str = "") -> Throng:
    """All claims with an exact key, summed up."""
    apart, divided = (_shares(until), _heaps(until)) if until else (select(shares), select(heaps))
    found = {
        tokens_of(row.tokens): Heap(row.first, row.documents)
        for row in connection.execute(divided.where(_first(divided) == exact))
    }
    parts = [
        Share(row.telling, found[tokens_of(row.tokens)].first, row.claims, row.documents, row.first, row.last)
        for row in connection.execute(apart.where(_first(apart) == exact))
    ]
    pairs = [(found[a].first, found[b].first) for a, b in _repeating(connection, exact, until)]
    return Throng(parts, heap_names(found, pairs), sum(heap.documents for heap in found.values()))


def _shares(until: str = "") -> Select[Any]:
    """The shares of exact keys, worked out; the columns of ``shares``."""
    own = (sightings.c.exact, sightings.c.telling, sightings.c.tokens)
    documents = func.count(sightings.c.document.distinct())
    first, last = func.min(sightings.c.moment), func.max(sightings.c.moment)
    query = select(*own, func.count().label("claims"), documents.label("documents"), first.label("first"))
    return within(query.add_columns(last.label("last")), until).group_by(*own)


def _heaps(until: str = "") -> Select[Any]:
    """The heaps of exact keys, worked out; the columns of ``heaps``."""
    own = (sightings.c.exact, sightings.c.tokens)
    documents = func.count(sightings.c.document.distinct())
    query = select(*own, documents.label("documents"), func.min(sightings.c.document).label("first"))
    return within(query, until).group_by(*own)


def _first(query: Select[Any]) -> ColumnElement[Any]:
    return next(iter(query.selected_columns))


def _repeating(connection: Connection, exact: str, until: str) -> list[tuple[frozenset[str], frozenset[str]]]:
    """Pairs of tokens of documents that repeat each other."""
    if until:
        pairs = _pairs(connection, exact, until)
    else:
        kept = select(repeats.c.one, repeats.c.other).where(repeats.c.exact == exact)
        pairs = {(row.one, row.other) for row in connection.execute(kept)}
    return [(tokens_of(one), tokens_of(other)) for one, other in sorted(pairs)]


def _pairs(connection: Connection, exact: str, until: str = "") -> set[tuple[str, str]]:
    """The same, worked out.

    Asked in two steps: joined with itself the table would be read once for each of its rows.
    """
    query = select(echoes.c.first, echoes.c.second).join(sightings, sightings.c.document == echoes.c.first)
    query = within(query.where(sightings.c.exact == exact), until)
    pairs = {(row.first, row.second) for row in connection.execute(query)}
    own = within(select(sightings.c.document, sightings.c.tokens).where(sightings.c.exact == exact), until)
    named = {document for pair in pairs for document in pair}
    tokens = {row.document: row.tokens for row in picked(connection, own, sightings.c.document, named)}
    return {(tokens[a], tokens[b]) for a, b in pairs if a in tokens and b in tokens}


def add(connection: Connection, found: Collection[Sighting]) -> None:
    """Add new sightings to the sums: all of their documents."""
    alike: defaultdict[Told, list[Sighting]] = defaultdict(list)
    for each in found:
        alike[each.exact, each.telling, written(each.tokens)].append(each)
    sqlite.summed(connection, shares, [_share(told, each) for told, each in alike.items()])
    told_in = {(each.exact, written(each.tokens), each.document) for each in found}
    documents = Counter((exact, tokens) for exact, tokens, _ in told_in)
    first = {(exact, tokens): document for exact, tokens, document in sorted(told_in, reverse=True)}
    rows = [
        {"exact": key[0], "tokens": key[1], "documents": number, "first": first[key]}
        for key, number in documents.items()
    ]
    sqlite.summed(connection, heaps, rows)
    _put_repeats(connection, set(_repeated(connection, {each.document for each in found})))


def _share(told: Told, alike: Collection[Sighting]) -> dict[str, Any]:
    moments = [each.moment for each in alike]
    documents = len({each.document for each in alike})
    names = ("exact", "telling", "tokens", "claims", "documents", "first", "last")
    return dict(zip(names, (*told, len(alike), documents, min(moments), max(moments)), strict=True))


def _repeated(connection: Connection, documents: Collection[str]) -> Iterator[tuple[str, str, str]]:
    """What documents have in common with those that they repeat or that repeat them: keys, with tokens of both."""
    pairs = {
        (row.first, row.second)
        for column in (echoes.c.first, echoes.c.second)
        for row in picked(connection, select(echoes), column, documents)
    }
    query = select(sightings.c.document, sightings.c.exact, sightings.c.tokens)
    own: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for row in picked(connection, query, sightings.c.document, {document for pair in pairs for document in pair}):
        own[row.document][row.exact] = row.tokens
    for one, other in pairs:
        for exact in own[one].keys() & own[other].keys():
            yield exact, own[one][exact], own[other][exact]


def _put_repeats(connection: Connection, found: Iterable[tuple[str, str, str]]) -> None:
    rows = [{"exact": exact, "one": one, "other": other} for exact, one, other in sorted(found)]
    sqlite.put_missing(connection, repeats, rows)


def settle(connection: Connection, exact: Collection[str]) -> None:
    """Make the sums of exact keys anew."""
    for table, query in ((shares, _shares()), (heaps, _heaps())):
        removed(connection, delete(table), table.c.exact, exact)
        for key in sorted(exact):
            connection.execute(insert(table).from_select(table.columns.keys(), query.where(_first(query) == key)))
    removed(connection, delete(repeats), repeats.c.exact, exact)
    _put_repeats(connection, {(key, *pair) for key in exact for pair in _pairs(connection, key)})


def written(tokens: Iterable[str]) -> str:
    """Tokens as their column has them."""
    return BETWEEN.join(sorted(tokens))


def tokens_of(column: str) -> frozenset[str]:
    """Tokens from their column."""
    return frozenset(column.split(BETWEEN))


def within(query: Select[Any], until: str) -> Select[Any]:
    """A query on sightings, out of documents published until a day, if one is given."""
    return query.where(sightings.c.published != "", sightings.c.published <= until) if until else query
