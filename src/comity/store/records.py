"""Derived: ledger records with what they are looked up by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import combinations
from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, Connection, Select, and_, delete, func, or_, select, update

from comity.language.folding import fold
from comity.model import LedgerRecord
from comity.model.edtf import bounds, month_of
from comity.reconcile.features import SIDES
from comity.reconcile.names import key_of_name
from comity.reconcile.progress import awaited, is_finished
from comity.store import sqlite
from comity.store.rows import added, in_order, picked, removed
from comity.store.schema import active, bodies, facets, heads, members, records, sightings
from comity.store.short import shortened
from comity.store.views import values_of, view_body, view_of

BETWEEN = "\x1f"
"""Stands between an actor's key and a spelling of its name."""

ANY = "any"
"""The ``review`` of a filter that lets rejected records through, too."""

ENDLESS = "9999-12-31"
"""The ``reach`` of a record that hangs together with a document without a date."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What records are wanted; empty means any.

    ``facets`` are (facet, value) pairs that all must hold: ``state``, ``relation`` (two codes, sorted, joined by a
    hyphen), ``either`` (the same, for records of one of the two states), ``sector``, ``actor``, ``by``, ``to`` (keys of
    ``reconcile.names``), ``class``, ``judgement``, ``document``. ``since`` and ``until`` are ISO days that the record's
    date has to touch; ``words`` is a query of the full-text index (``store.search.query``). ``review`` empty means all
    that were not rejected, ``ANY`` means those too.
    """

    kind: str = ""
    facets: tuple[tuple[str, str], ...] = ()
    since: str = ""
    until: str = ""
    status: str = ""
    certainty: str = ""
    review: str = ""
    words: str = ""


def replace(
    connection: Connection, gone: Collection[str], made: Sequence[LedgerRecord], exact: Mapping[str, str]
) -> None:
    """Put records in the place of others; ids that are not there are no error.

    ``exact`` gives the exact key of the records, by id, to which all claims with that key belong.
    """
    serials = [row.serial for row in picked(connection, select(records.c.serial, records.c.id), records.c.id, gone)]
    sqlite.forget_words(connection, "record_words", serials)
    removed(connection, delete(bodies), bodies.c.serial, serials)
    for table, column in ((records, records.c.id), (facets, facets.c.record), (members, members.c.record)):
        removed(connection, delete(table), column, gone)
    reach = _reaches(connection, made)
    added(connection, records, [row_of(record, exact.get(record.id, ""), reach[record.id]) for record in made])
    loose = [record for record in made if record.id not in exact]
    added(connection, members, [{"claim": m.claim, "record": record.id} for record in loose for m in record.members])
    added(connection, facets, [row for record in made for row in _facets(record, record.id in exact)])
    query = select(records.c.id, records.c.serial)
    found = {row.id: row.serial for row in picked(connection, query, records.c.id, [record.id for record in made])}
    added(connection, bodies, [_bodies(found[record.id], record) for record in made])
    sqlite.index_words(connection, "record_words", [(found[record.id], words_of(record)) for record in made])


def _reaches(connection: Connection, made: Sequence[LedgerRecord]) -> dict[str, str]:
    """For each record the last day of the documents that tell of it or of a claim that one of its own is joined with.

    Of what is told too often to keep all tellings, nobody knows all joins.
    """
    ends = {record.id: {c for join in record.joins for c in (join.first, join.second)} for record in made}
    query = select(active.c.claim, heads.c.published).join(heads, heads.c.document == active.c.document)
    days_ = {m.claim: m.published for record in made for m in record.members}
    outside = {claim for claims in ends.values() for claim in claims} - days_.keys()
    days_.update({row.claim: row.published for row in picked(connection, query, active.c.claim, outside)})
    found = {}
    for record in made:
        told = [m.published for m in record.members] + [days_[claim] for claim in ends[record.id] if claim in days_]
        known = record.tellings == len(record.members) and all(told)
        found[record.id] = max(told)[:10] if known else ENDLESS
    return found


def row_of(record: LedgerRecord, exact: str = "", reach: str = "") -> dict[str, Any]:
    """The columns of a record in the table ``records``, all but ``serial``."""
    begins, ends = days(record.date)
    return {
        "id": record.id,
        "exact": exact,
        "kind": record.kind,
        "caption": record.caption,
        "date": record.date,
        "begins": begins,
        "ends": ends,
        "first_told": record.first_told[:10],
        "told": record.last_told[:10],
        "reach": reach,
        "states": ",".join(record.states),
        "sectors": ",".join(record.sectors),
        "status": record.status,
        "certainty": record.certainty,
        "review": record.review,
        "witnesses": record.witnesses,
        "documents": record.documents,
        "conflicts": len(record.conflicts),
        "disputed": ",".join(view.name for view in record.conflicts),
        "due": awaited(record),
        "unfinished": not is_finished(record),
        "month": month_of(str(record.get("date") or "")),
        "form": str(record.get("form") or "") if record.kind == "event" else "",
        "category": str(record.get("category") or ""),
        "modality": str(record.get("modality") or ""),
        "places": "\n".join(_places(record)),
        "series": series_of(record),
    }


def _places(record: LedgerRecord) -> list[str]:
    """Where an event or a project is, as it is shown."""
    if record.kind not in {"event", "project"}:
        return []
    given = record.get("place") or record.get("places") or ()
    return [given] if isinstance(given, str) else [str(place) for place in given]


def _bodies(serial: int, record: LedgerRecord) -> dict[str, Any]:
    return {"serial": serial, "short": view_body(shortened(record)), "body": view_body(record)}


def _facets(record: LedgerRecord, whole: bool) -> list[dict[str, Any]]:
    year = days(record.date)[0][:4]
    return [
        {"facet": facet, "value": value, "record": record.id, "kind": record.kind, "year": year}
        for facet, value in sorted({*facets_of(record), *_spellings(record)})
        if facet != "document" or not whole
    ]


def _spellings(record: LedgerRecord) -> set[tuple[str, str]]:
    """How the actors of a record are written, as facets ``name``: key and spelling."""
    return {("name", f"{key_of_name(name)}{BETWEEN}{name}") for name in _names(record) if name}


def series_of(record: LedgerRecord) -> str:
    """What makes indicators one series: measure, unit and sides; empty for other kinds."""
    if record.kind != "indicator":
        return ""
    sides = sorted(str(record.get(name)) for name in SIDES["indicator"] if record.get(name))
    return "|".join((fold(str(record.get("measure") or "")), str(record.get("unit") or ""), " – ".join(sides)))


def days(edtf: str) -> tuple[str, str]:
    """First and last day of an EDTF date in ISO 8601; both empty for a date that has none.

    Days outside the years 0 to 9999 become the first or last day of these, so that days sort as texts.
    """
    try:
        first, last = bounds(edtf)
    except ValueError:
        return "", ""
    return _sortable(first), _sortable(last)


def _sortable(day: tuple[int, int, int]) -> str:
    if not 0 <= day[0] <= 9999:
        return "0000-01-01" if day[0] < 0 else "9999-12-31"
    return "{:04d}-{:02d}-{:02d}".format(*day)


def facets_of(record: LedgerRecord) -> set[tuple[str, str]]:
    """What a record can be found by, as (facet, value) pairs."""
    states = sorted(set(record.states))
    found = {("state", state) for state in states} | {("relation", "-".join(p)) for p in combinations(states, 2)}
    found |= {("sector", sector) for sector in record.sectors}
    found |= {("judgement", view.judgement) for view in record.fields.values()}
    found |= {("conflict", record.kind) for _ in record.conflicts[:1]}
    found |= {("actor", key_of_name(name)) for name in _names(record) if name}
    found |= {(side, key_of_name(name)) for side, name in _sides(record)}
    evidence = [e for view in record.fields.values() for value in view.values for e in value.evidence]
    return found | {("class", e.source_class) for e in evidence} | {("document", m.document) for m in record.members}


def alternatives(facet: str, value: str) -> list[tuple[str, str]]:
    """The facets of which a record must have one for a facet of a filter to hold."""
    return [("state", state) for state in value.split("-")] if facet == "either" else [(facet, value)]


def _names(record: LedgerRecord) -> Iterator[str]:
    yield from record.speakers
    for name in SIDES[record.kind]:
        view = record.fields.get(name)
        for attested in view.values if view else ():
            yield from [attested.value] if isinstance(attested.value, str) else map(str, attested.value)


def _sides(record: LedgerRecord) -> Iterator[tuple[str, str]]:
    """Who makes a promise, and to whom, as it is shown."""
    if record.kind == "commitment":
        for side in SIDES["commitment"]:
            yield from ((side, str(name)) for name in record.get(side) or () if name)


def words_of(record: LedgerRecord) -> str:
    """The folded text under which a record is found: caption, values, and the words that give them."""
    parts = [record.caption]
    for view in record.fields.values():
        for attested in view.values:
            value = attested.value
            parts += map(str, value) if isinstance(value, list | tuple) else [str(value)]
            parts += [quote.exact for evidence in attested.evidence for quote in evidence.quotes]
    return fold("\n".join(dict.fromkeys(parts)))


def get(connection: Connection, ids: Collection[str], *, short: bool = False) -> dict[str, LedgerRecord]:
    """Records by id, whole or in short."""
    column = bodies.c.short if short else bodies.c.body
    query = select(records.c.id, column.label("body")).join(bodies, bodies.c.serial == records.c.serial)
    return {row.id: view_of(row.body) for row in picked(connection, query, records.c.id, ids)}


def marks(connection: Connection, ids: Collection[str]) -> dict[str, bytes]:
    """For each record a digest of all that is kept of it, the same as long as it says the same."""
    query = select(records.c.id, bodies.c.body).join(bodies, bodies.c.serial == records.c.serial)
    return {row.id: sha256(row.body).digest() for row in picked(connection, query, records.c.id, ids)}


def values(connection: Connection, ids: Collection[str]) -> dict[str, dict[str, Any]]:
    """The values that records show, by record id and field."""
    query = select(records.c.id, bodies.c.short).join(bodies, bodies.c.serial == records.c.serial)
    return {row.id: values_of(row.short) for row in picked(connection, query, records.c.id, ids)}


def homes(connection: Connection, claims: Collection[str]) -> dict[str, str]:
    """The id of the record that each claim belongs to."""
    found = {row.claim: row.record for row in picked(connection, select(members), members.c.claim, claims)}
    query = select(sightings.c.claim, records.c.id).join(records, records.c.exact == sightings.c.exact)
    query = query.where(records.c.exact != "")
    rest = set(claims) - found.keys()
    return found | {row.claim: row.id for row in picked(connection, query, sightings.c.claim, rest)}


def homes_within(connection: Connection, claims: CompoundSelect[Any]) -> dict[str, str]:
    """The id of the record that each claim of a query, which has one column, belongs to."""
    asked = claims.subquery()
    claim = next(iter(asked.c))
    own = select(claim, members.c.record).select_from(asked).join(members, members.c.claim == claim)
    by_key = select(claim, records.c.id).select_from(asked).join(sightings, sightings.c.claim == claim)
    by_key = by_key.join(records, records.c.exact == sightings.c.exact).where(records.c.exact != "")
    return {row[0]: row[1] for told in (by_key, own) for row in connection.execute(told).all()}


def homes_of_keys(connection: Connection, exact: Collection[str]) -> dict[str, str]:
    """The ids of the records that are all claims with an exact key, by that key."""
    query = select(records.c.exact, records.c.id).where(records.c.exact != "")
    return {row.exact: row.id for row in picked(connection, query, records.c.exact, exact)}


def members_of(connection: Connection, ids: Collection[str]) -> dict[str, list[str]]:
    """The claims of records, sorted, by record id."""
    found: dict[str, list[str]] = {}
    query = select(records.c.id, sightings.c.claim).join(sightings, records.c.exact == sightings.c.exact)
    for row in picked(connection, select(members), members.c.record, ids):
        found.setdefault(row.record, []).append(row.claim)
    for row in picked(connection, query.where(records.c.exact != ""), records.c.id, ids):
        found.setdefault(row.id, []).append(row.claim)
    return {record: sorted(claims) for record, claims in found.items()}


def documents_of(connection: Connection, ids: Collection[str]) -> dict[str, set[str]]:
    """The keys of the documents that tell of records, by record id."""
    found: dict[str, set[str]] = {}
    own = select(facets.c.record, facets.c.value).where(facets.c.facet == "document")
    for row in picked(connection, own, facets.c.record, ids):
        found.setdefault(row.record, set()).add(row.value)
    by_key = select(records.c.id, sightings.c.document).join(sightings, records.c.exact == sightings.c.exact)
    for row in picked(connection, by_key.where(records.c.exact != ""), records.c.id, set(ids) - found.keys()):
        found.setdefault(row.id, set()).add(row.document)
    return found


def told_in(connection: Connection, documents: Collection[str], kind: str) -> set[str]:
    """The records of a kind, without those of an exact key, of which one of the documents tells."""
    query = select(facets.c.record).where(facets.c.facet == "document", facets.c.kind == kind)
    return {row.record for row in picked(connection, query, facets.c.value, documents)}


def having(connection: Connection, ids: Collection[str], pair: tuple[str, str]) -> set[str]:
    """Those of some records that have a facet."""
    query = select(facets.c.record).where(facets.c.facet == pair[0], facets.c.value == pair[1])
    return {row.record for row in picked(connection, query, facets.c.record, ids)}


def put_disputed(connection: Connection, record: str, fields: Sequence[str]) -> None:
    """Keep which fields of a record are to be asked about."""
    new = update(records).where(records.c.id == record)
    connection.execute(new.values(conflicts=len(fields), disputed=",".join(fields)))


def sizes(connection: Connection, ids: Collection[str]) -> dict[str, int]:
    """How many claims records have, by record id."""
    query = select(members.c.record, func.count().label("number")).group_by(members.c.record)
    return {row.record: int(row.number) for row in picked(connection, query, members.c.record, ids)}


def find(connection: Connection, wanted: Filter, *, limit: int | None, after: str) -> Iterator[LedgerRecord]:
    """Records by their first day and id, from the one after the record ``after``."""
    query = filtered(select(records.c.serial), wanted)
    if after:
        place = connection.execute(select(records.c.begins).where(records.c.id == after)).scalar()
        begins = place or ""
        query = query.where(or_(records.c.begins > begins, (records.c.begins == begins) & (records.c.id > after)))
    query = query.order_by(records.c.begins, records.c.id)
    serials = connection.execute(query if limit is None else query.limit(limit)).scalars().all()
    yield from map(view_of, in_order(connection, select(bodies.c.serial, bodies.c.body), bodies.c.serial, serials))


def ids(connection: Connection, wanted: Filter) -> list[str]:
    """Ids of the records that a filter lets through, sorted."""
    return sorted(row.id for row in connection.execute(filtered(select(records.c.id), wanted)))


def total(connection: Connection) -> int:
    """How many records there are, rejected ones included."""
    return int(connection.execute(select(func.count()).select_from(records)).scalar_one())


def filtered(query: Select[Any], wanted: Filter) -> Select[Any]:
    """A query on ``records`` with the conditions of a filter."""
    for name in ("kind", "status", "certainty", "review"):
        if (value := getattr(wanted, name)) and value != ANY:
            query = query.where(records.c[name] == value)
    if not wanted.review:
        query = query.where(records.c.review != "rejected")
    if wanted.since:
        query = query.where(records.c.ends >= wanted.since)
    if wanted.until:
        query = query.where(records.c.begins <= wanted.until, records.c.begins != "")
    for pair in wanted.facets:
        named = [(facets.c.facet == facet) & (facets.c.value == value) for facet, value in alternatives(*pair)]
        having: ColumnElement[bool] = records.c.id.in_(select(facets.c.record).where(or_(*named)))
        if pair[0] == "document":
            keys = select(sightings.c.exact).where(sightings.c.document == pair[1])
            having = or_(having, and_(records.c.exact != "", records.c.exact.in_(keys)))
        query = query.where(having)
    return query.where(sqlite.among(records.c.serial, "record_words", wanted.words)) if wanted.words else query


def by_serial(connection: Connection, serials: Iterable[int]) -> dict[int, LedgerRecord]:
    """Short records by their place in the full-text index."""
    wanted = {str(serial) for serial in serials}
    rows = picked(connection, select(bodies.c.serial, bodies.c.short), bodies.c.serial, wanted)
    return {row.serial: view_of(row.short) for row in rows}


def counts(connection: Connection, *columns: str) -> dict[str, dict[str, int]]:
    """How many records there are for each value of each of some columns, counted in one go."""
    own = [records.c[column] for column in columns]
    found: dict[str, Counter[str]] = {column: Counter() for column in columns}
    for *told, number in connection.execute(select(*own, func.count()).group_by(*own)):
        for column, value in zip(columns, told, strict=True):
            found[column][value] += number
    return {column: dict(sorted(counter.items())) for column, counter in found.items()}


def facet_counts(connection: Connection, facet: str) -> dict[str, int]:
    """How many records there are for each value of a facet."""
    query = select(facets.c.value, func.count()).where(facets.c.facet == facet)
    return {row[0]: row[1] for row in connection.execute(query.group_by(facets.c.value).order_by(facets.c.value))}
