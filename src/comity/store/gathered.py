"""Records gathered by what they share: states, places, a stretch of time. As few rows come back as a page shows."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlalchemy import ColumnElement, Connection, Integer, Select, and_, case, cast, func, select

from comity.store import sqlite
from comity.store.lists import LINE, Choice, Day, Line, chosen, line_from, parts_of, stands_so, thin
from comity.store.schema import facets, records


@dataclass(frozen=True, slots=True)
class Share:
    """The records of some states that were told last in one year: their number, and how many of them are told after a
    day, thin, overdue; their open conflicts, and the last day of telling.
    """

    states: tuple[str, ...]
    year: str
    records: int
    new: int
    conflicts: int
    thin: int
    overdue: int
    last: str


def by_states(connection: Connection, wanted: Choice, since: str, day: Day) -> list[Share]:
    """The records of a choice by the states that they name together, and by year; new is what is told after ``since``.

    Thousands of records name the same few states, so that little comes back however many there are.
    """
    year = func.substr(records.c.told, 1, 4)
    new, weak, late = (
        func.sum(case((condition, 1), else_=0))
        for condition in (records.c.told > since, thin(), stands_so("overdue", day))
    )
    numbers = (func.count(), new, func.sum(records.c.conflicts), weak, late, func.max(records.c.told))
    query = chosen(select(records.c.states, year, *numbers), wanted).group_by(records.c.states, year)
    return [Share(parts_of(row[0], ","), *row[1:]) for row in connection.execute(query).all()]


@dataclass(frozen=True, slots=True)
class Placing:
    """The records that name the same places (as written) and states: their number, and the one that was told last."""

    places: tuple[str, ...]
    states: tuple[str, ...]
    records: int
    latest: str
    told: str


def by_places(connection: Connection, wanted: Choice) -> list[Placing]:
    """The records of a choice by the places and states that they name together."""
    own = (records.c.places, records.c.states)
    query = chosen(select(*own, func.count(), func.max(records.c.told + " " + records.c.id)), wanted).group_by(*own)
    found = []
    for places, states, number, last in connection.execute(query).all():
        told, _, latest = last.partition(" ")
        found.append(Placing(parts_of(places, "\n"), parts_of(states, ","), number, latest, told))
    return found


@dataclass(frozen=True, slots=True)
class Slices:
    """Days from ``first`` to ``last`` (ISO) in ``number`` equal slices; of each the first ``most`` records are told."""

    first: str
    last: str
    number: int
    most: int


@dataclass(frozen=True, slots=True)
class Slice:
    """The records that begin in a slice of time: its place from 0, the first of them, how many there are, and their
    first and last day.
    """

    place: int
    lines: tuple[Line, ...]
    total: int
    first: str
    last: str


_IN_SLICES = ("lane", "place", "total", "first", "last")


def by_time(connection: Connection, wanted: Choice, slices: Slices, lane: str) -> dict[str, list[Slice]]:
    """The records of a choice that begin within some days, by ``kind`` or ``sector``, then by slice of time."""
    query, name = _in_lanes(lane)
    day = records.c.begins
    apart = (name, _place(day, slices))
    numbers = [function.over(partition_by=apart) for function in (func.count(), func.min(day), func.max(day))]
    rank = func.row_number().over(partition_by=apart, order_by=(day, records.c.id))
    columns = zip(("lane", "place", "total", "first", "last", "rank"), (*apart, *numbers, rank), strict=True)
    query = query.add_columns(*(column.label(label) for label, column in columns))
    few = chosen(query, replace(wanted, begun=(slices.first, slices.last))).subquery()
    shown = select(*(few.c[label] for label in _IN_SLICES), *LINE)
    shown = shown.join(records, records.c.id == few.c.record).where(few.c.rank <= slices.most)
    found: dict[str, dict[int, Slice]] = {}
    for row in connection.execute(shown.order_by(few.c.lane, few.c.place, few.c.rank)).all():
        line = line_from(row[len(_IN_SLICES) :])
        own = found.setdefault(row[0], {})
        before = own[row[1]].lines if row[1] in own else ()
        own[row[1]] = Slice(row[1], (*before, line), *row[2:5])
    return {name: list(own.values()) for name, own in found.items()}


def _in_lanes(lane: str) -> tuple[Select[tuple[str]], ColumnElement[str]]:
    query = select(records.c.id.label("record"))
    if lane == "kind":
        return query, records.c.kind
    own = and_(facets.c.record == records.c.id, facets.c.facet == lane)
    return query.join(facets, own), facets.c.value


def _place(day: ColumnElement[str], slices: Slices) -> ColumnElement[int]:
    """In which slice a day lies."""
    first, last = sqlite.day_number(slices.first), sqlite.day_number(slices.last)
    return cast((sqlite.day_number(day) - first) * slices.number / (last - first + 1), Integer)
