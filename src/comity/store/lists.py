"""Lists and counts of records for pages: short records in several orders, sums and tallies, without their bodies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    Select,
    and_,
    case,
    func,
    literal_column,
    not_,
    or_,
    select,
    text,
    tuple_,
)

from comity.model import LedgerRecord
from comity.store.records import BETWEEN, Filter, filtered, row_of
from comity.store.rows import in_order
from comity.store.schema import AWAITED, bodies, facets, records, sightings
from comity.store.views import view_of


@dataclass(frozen=True, slots=True)
class Day:
    """A day as standings see it: today, the last day that is due soon, and the last tellings that are dormant by kind.

    All are ISO days; what was told last before its day of ``silent`` is dormant where it is unfinished and not due.
    """

    today: str
    soon: str
    silent: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Choice:
    """Records for a list: a ``Filter`` and what only lists ask for; empty means any.

    ``told_after``, ``due_from`` to ``due_until`` and the two of ``begun`` are ISO days; ``placed`` are the places and
    states of a record; ``thin`` wants a single source or nothing asserted, ``disputed`` an open conflict, ``stageless``
    no stage; ``standing`` is ``overdue``, ``due``, ``dormant`` or ``none`` on ``day``.
    """

    plain: Filter = field(default_factory=Filter)
    told_after: str = ""
    thin: bool = False
    disputed: bool = False
    modality: str = ""
    series: tuple[str, ...] = ()
    due_from: str = ""
    due_until: str = ""
    begun: tuple[str, str] | tuple[()] = ()
    kinds: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    placed: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = ()
    stageless: bool = False
    standing: str = ""
    day: Day | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A record as a row of a table: what it is, when, between whom, how well it stands.

    ``conflicts`` names the fields on which sources disagree, ``due`` is the ISO day until which it is awaited,
    ``places`` are those of events and projects, ``form`` is that of events, ``begins`` and ``ends`` are the ISO days on
    which it does, ``reach`` is the last ISO day of the documents that it hangs together with (``store.schema``); the
    rest is that of ``LedgerRecord``.
    """

    id: str
    kind: str
    caption: str
    date: str
    states: tuple[str, ...]
    status: str
    certainty: str
    documents: int
    witnesses: int
    conflicts: tuple[str, ...]
    sectors: tuple[str, ...]
    review: str
    first_told: str
    last_told: str
    due: str
    modality: str
    places: tuple[str, ...]
    form: str
    begins: str
    ends: str
    reach: str

    def as_dict(self) -> dict[str, Any]:
        """The row, flat."""
        named = {name: getattr(self, name) for name in Line.__slots__ if name not in _APART}
        return {name: list(value) if isinstance(value, tuple) else value for name, value in named.items()}


_APART = {"due", "modality", "places", "form", "begins", "ends", "reach"}
"""What a row of a table has only where it is asked for."""

_COLUMNS = {name: {"conflicts": "disputed", "last_told": "told"}.get(name, name) for name in Line.__slots__}
_DIVIDED = {"states": ",", "conflicts": ",", "sectors": ",", "places": "\n"}
"""What divides the words of a list in its column."""
LINE = [records.c[column].label(name) for name, column in _COLUMNS.items()]
"""What is selected for a ``Line``."""
_TELLING = (records.c.told, records.c.begins, records.c.id)
_DATE = (records.c.begins, records.c.id)
ORDERS: Mapping[str, Sequence[ColumnElement[Any]]] = {
    "date": _DATE,
    "told": [column.desc() for column in _TELLING],
    "due": (literal_column("records.due = ''"), records.c.due, records.c.told.desc(), records.c.id),
    "late": (records.c.due.desc(), records.c.id.desc()),
    "sources": (records.c.witnesses.desc(), records.c.told.desc(), records.c.id.desc()),
}
"""Orders of a list: by date, the latest told, the first due, the latest due, the best attested first."""

COUNTED = ("kind", "status", "certainty", "review", "month", "category", "modality", "series")
"""Columns that can be tallied."""


def found(
    connection: Connection,
    wanted: Choice,
    *,
    order: str = "date",
    limit: int | None = None,
    after: str = "",
    start: int = 0,
) -> Iterator[LedgerRecord]:
    """Short records in an order, from the one at ``start``; ``after`` is one that only ``date`` and ``told`` know."""
    query = _ordered(connection, chosen(select(records.c.serial), wanted), order, after)
    serials = connection.execute(query.limit(limit).offset(start)).scalars().all()
    yield from map(view_of, in_order(connection, select(bodies.c.serial, bodies.c.short), bodies.c.serial, serials))


def _ordered(connection: Connection, query: Select[Any], order: str, after: str) -> Select[Any]:
    """A query in an order, from the record behind ``after``, if one is given."""
    ordered = query.order_by(*ORDERS[order])
    return _from(connection, ordered, order, after) if after else ordered


def lines(
    connection: Connection,
    wanted: Choice,
    *,
    order: str = "date",
    limit: int | None = None,
    after: str = "",
    start: int = 0,
) -> Iterator[Line]:
    """Rows of records in an order, from the one at ``start``; ``after`` is one that only ``date`` and ``told`` know."""
    query = _ordered(connection, chosen(select(*LINE), wanted), order, after)
    yield from map(line_from, connection.execute(query.limit(limit).offset(start)).all())


def disputes(connection: Connection, wanted: Choice) -> Iterator[tuple[str, tuple[str, ...], int]]:
    """Id, disputed fields and number of independent sources of records."""
    query = chosen(select(records.c.id, records.c.disputed, records.c.witnesses), wanted)
    for record, fields, witnesses in connection.execute(query).all():
        yield record, parts_of(fields, ","), witnesses


def line_of(record: LedgerRecord) -> Line:
    """The row of a record that need not be in a ledger."""
    row = row_of(record)
    return line_from([row[column] for column in _COLUMNS.values()])


_LISTED = [(list(_COLUMNS).index(name), by) for name, by in _DIVIDED.items()]


def line_from(told: Sequence[Any]) -> Line:
    """The line of a row with the columns ``LINE``, in their order."""
    values = list(told)
    for place, by in _LISTED:
        values[place] = parts_of(values[place], by)
    return Line(*values)


@lru_cache(maxsize=4096)
def parts_of(joined: str, by: str) -> tuple[str, ...]:
    """The words of a list as a column holds it."""
    return tuple(filter(None, joined.split(by)))


def _from(connection: Connection, query: Select[Any], order: str, after: str) -> Select[Any]:
    columns = {"date": _DATE, "told": _TELLING}[order]
    place = connection.execute(select(*columns).where(records.c.id == after)).first()
    if place is None:
        return query
    here = tuple_(*columns)
    return query.where(here < tuple(place) if order == "told" else here > tuple(place))


_DISPUTED: ColumnElement[bool] = literal_column("records.conflicts > 0")
"""As the index of disputes has it."""


def chosen(query: Select[Any], wanted: Choice) -> Select[Any]:
    """A query on ``records`` with the conditions of a choice."""
    query = filtered(query, wanted.plain)
    conditions = [
        (wanted.told_after, records.c.told > wanted.told_after),
        (wanted.thin, thin()),
        (wanted.disputed, _DISPUTED),
        (wanted.modality, records.c.modality == wanted.modality),
        (wanted.series, records.c.series.in_(wanted.series)),
        (wanted.due_from, records.c.due >= wanted.due_from),
        (wanted.due_until, and_(records.c.due <= wanted.due_until, records.c.due != "")),
        (wanted.begun, records.c.begins.between(*(wanted.begun or ("", "")))),
        (wanted.kinds, records.c.kind.in_(wanted.kinds)),
        (wanted.stageless, records.c.status == ""),
        (wanted.ids, records.c.id.in_(wanted.ids)),
        (wanted.placed, tuple_(records.c.places, records.c.states).in_(_written(wanted.placed))),
    ]
    query = query.where(*(condition for given, condition in conditions if given))
    return query.where(stands_so(wanted.standing, wanted.day)) if wanted.standing and wanted.day else query


def _written(placed: Collection[tuple[tuple[str, ...], tuple[str, ...]]]) -> list[tuple[str, str]]:
    return [("\n".join(places), ",".join(states)) for places, states in placed]


def thin() -> ColumnElement[bool]:
    """What makes a record single-source or hedged."""
    return or_(records.c.witnesses < 2, records.c.certainty != "asserted")


def stands_so(name: str, day: Day) -> ColumnElement[bool]:
    """What makes a record stand so on a day (``reconcile.progress.standing``)."""
    overdue = and_(records.c.due != "", records.c.due < day.today)
    due = and_(records.c.due >= day.today, records.c.due <= day.soon)
    silent = or_(*(and_(records.c.kind == kind, records.c.told < last) for kind, last in day.silent.items()))
    dormant = and_(text(f"({AWAITED})"), silent)
    named = {"overdue": overdue, "due": due, "dormant": dormant}
    return named[name] if name in named else not_(or_(overdue, due, dormant))


STANDINGS = ("overdue", "due", "dormant")


def sums(connection: Connection, wanted: Choice, day: Day) -> dict[str, int]:
    """How many records there are, open conflicts, and records of each standing, single, hedged, thin.

    Of all records an index of its own knows each of the standings; those of some facets are gone through once.
    """
    if replace(wanted, day=None) != Choice():
        return _summed(connection, wanted, _weak() | {name: stands_so(name, day) for name in STANDINGS})
    standings = {name: count(connection, replace(wanted, standing=name, day=day)) for name in ("overdue", "due")}
    each = (replace(day, silent={kind: last}) for kind, last in day.silent.items())
    silent = sum(count(connection, replace(wanted, standing="dormant", day=kind)) for kind in each)
    return {**_summed(connection, wanted, _weak()), **standings, "dormant": silent}


def _weak() -> dict[str, ColumnElement[bool]]:
    return {"single": records.c.witnesses < 2, "hedged": records.c.certainty != "asserted", "thin": thin()}


def _summed(connection: Connection, wanted: Choice, parts: Mapping[str, ColumnElement[bool]]) -> dict[str, int]:
    disputed = {"disputed": records.c.conflicts > 0}
    columns = [func.coalesce(func.sum(case((part, 1), else_=0)), 0) for part in {**parts, **disputed}.values()]
    numbers = (func.count(), func.coalesce(func.sum(records.c.conflicts), 0))
    row = connection.execute(chosen(select(*columns, *numbers), wanted)).one()
    names = (*parts, *disputed, "records", "conflicts")
    return {name: int(number) for name, number in zip(names, row, strict=True)}


def count(connection: Connection, wanted: Choice) -> int:
    """How many records there are."""
    return int(connection.execute(chosen(select(func.count()).select_from(records), wanted)).scalar_one())


def bounds_of_telling(connection: Connection, wanted: Choice) -> tuple[str, str]:
    """The first and the last day on which a last telling lies, empty where there is none."""
    if len(wanted.kinds) > 1 and not wanted.plain.kind:  # an index knows the ends of each
        each = [bounds_of_telling(connection, replace(wanted, kinds=(kind,))) for kind in wanted.kinds]
        told = sorted(day for pair in each for day in pair if day)
        return (told[0], told[-1]) if told else ("", "")
    if wanted.plain.facets or wanted.plain.words:
        query = chosen(select(func.min(records.c.told), func.max(records.c.told)).where(records.c.told != ""), wanted)
        first, last = connection.execute(query).one()
        return first or "", last or ""
    query = chosen(select(records.c.told).where(records.c.told != ""), wanted).limit(1)
    ends = (query.order_by(records.c.told), query.order_by(records.c.told.desc()))
    first, last = (connection.execute(end).scalar() or "" for end in ends)
    return first, last


def tally(connection: Connection, wanted: Choice, *names: str) -> dict[tuple[str, ...], int]:
    """How many records there are for each combination of values of some columns of ``COUNTED``."""
    columns = [records.c[name] for name in names if name in COUNTED]
    query = chosen(select(*columns, func.count()), wanted).group_by(*columns).order_by(*columns)
    return {tuple(row[:-1]): int(row[-1]) for row in connection.execute(query).all()}


def months_due(connection: Connection, wanted: Choice, limit: int) -> dict[str, int]:
    """How many records are due in each month, the first ``limit`` months."""
    month = func.substr(records.c.due, 1, 7)
    query = chosen(select(month, func.count()), wanted).group_by(month).order_by(month).limit(limit)
    return {row[0]: int(row[1]) for row in connection.execute(query)}


def largest_series(connection: Connection, wanted: Choice, limit: int | None) -> tuple[list[str], int]:
    """The series with a conflict first, then the longest; and how many there are in all."""
    disputed = func.max(case((records.c.conflicts > 0, 1), else_=0))
    query = chosen(select(records.c.series, func.count(), disputed).where(records.c.series != ""), wanted)
    rows = connection.execute(query.group_by(records.c.series)).all()
    ranked = sorted(rows, key=lambda row: (-row[2], -row[1], row[0]))
    return [row[0] for row in ranked[:limit]], len(ranked)


def events(
    connection: Connection, wanted: Choice, phases: Sequence[str], certainties: Sequence[str]
) -> list[tuple[str, str, str]]:
    """Id, month and category of events of some phases and certainties that have both, by month."""
    columns = (records.c.id, records.c.month, records.c.category)
    query = chosen(select(*columns).where(records.c.month != "", records.c.category != ""), wanted)
    query = query.where(records.c.kind == "event", records.c.status.in_(phases), records.c.certainty.in_(certainties))
    found = connection.execute(query.order_by(records.c.month, records.c.id)).all()
    return [(row[0], row[1], row[2]) for row in found]


def warmth(
    connection: Connection, wanted: Choice, phases: Sequence[str], certainties: Sequence[str]
) -> dict[tuple[str, str], int]:
    """How many of the events that ``events`` gives there are, by month and category."""
    own = (records.c.month, records.c.category)
    query = chosen(select(*own, func.count()).where(records.c.month != "", records.c.category != ""), wanted)
    query = query.where(records.c.kind == "event", records.c.status.in_(phases), records.c.certainty.in_(certainties))
    return {(row[0], row[1]): int(row[2]) for row in connection.execute(query.group_by(*own)).all()}


def by_facet(connection: Connection, wanted: Choice, facet: str, *names: str) -> dict[tuple[str, ...], int]:
    """How many records there are for each value of a facet, and of ``kind`` or ``year`` where they are named."""
    columns = [facets.c.value, *(facets.c[name] for name in names)]
    query = select(*columns, func.count()).where(facets.c.facet == facet)
    query = _of_facets(query, wanted).group_by(*columns).order_by(*columns)
    return {tuple(row[:-1]): int(row[-1]) for row in connection.execute(query).all()}


def kinds_with(connection: Connection, wanted: Choice, facet: str, value: str) -> dict[str, int]:
    """How many records of each kind have a facet."""
    query = select(facets.c.kind, func.count()).where(facets.c.facet == facet, facets.c.value == value)
    found = connection.execute(_of_facets(query, wanted).group_by(facets.c.kind).order_by(facets.c.kind))
    return {row[0]: int(row[1]) for row in found}


def sharing(connection: Connection, wanted: Choice, facet: str, values: Collection[str]) -> dict[tuple[str, ...], int]:
    """How many records have which of the ``values`` of a facet together, two or more of them, in their order."""
    joined = func.group_concat(facets.c.value, BETWEEN).label("joined")
    query = select(joined).where(facets.c.facet == facet, facets.c.value.in_(sorted(values)))
    inside = _of_facets(query, wanted).group_by(facets.c.record).having(func.count() > 1).subquery()
    told: Counter[tuple[str, ...]] = Counter()
    for row in connection.execute(select(inside.c.joined, func.count()).group_by(inside.c.joined)):
        told[tuple(sorted(row[0].split(BETWEEN)))] += int(row[1])
    return dict(told)


def spellings(connection: Connection, keys: Collection[str]) -> dict[str, dict[str, int]]:
    """How actors are written, by key: in how many records each spelling stands."""
    told: dict[str, dict[str, int]] = {}
    for key in sorted(keys):
        between = (f"{key}{BETWEEN}", f"{key}{chr(ord(BETWEEN) + 1)}")
        query = select(facets.c.value, func.count()).where(facets.c.facet == "name", facets.c.value.between(*between))
        rows = connection.execute(query.group_by(facets.c.value))
        told[key] = {row[0].partition(BETWEEN)[2]: int(row[1]) for row in rows}
    return told


def telling(wanted: Choice) -> CompoundSelect[Any]:
    """A query for the keys of the documents that tell of the records."""
    named = _of_facets(select(facets.c.value).where(facets.c.facet == "document"), wanted)
    query = select(sightings.c.document).join(records, records.c.exact == sightings.c.exact)
    return named.union(chosen(query.where(records.c.exact != ""), wanted))


def _of_facets(query: Select[Any], wanted: Choice) -> Select[Any]:
    """A query on ``facets`` for the records of a choice; one for nothing but a kind needs no other table."""
    kind = wanted.plain.kind
    if replace(wanted, day=None) == Choice(Filter(kind=kind)):
        rejected = select(records.c.id).where(records.c.review == "rejected")
        query = query.where(facets.c.record.not_in(rejected))
        return query.where(facets.c.kind == kind) if kind else query
    return query.where(facets.c.record.in_(chosen(select(records.c.id), wanted)))
