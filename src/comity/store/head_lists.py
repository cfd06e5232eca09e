"""Lists and counts of documents for pages, by their heads."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, case, func, literal_column, select, tuple_

from comity.language.folding import fold
from comity.model import Head
from comity.store.bodies import head_of
from comity.store.lists import Choice, telling
from comity.store.schema import heads


@dataclass(frozen=True, slots=True)
class HeadChoice:
    """Which documents: those whose title, name or outlet has all ``words``, of a class, that tell of some records.

    ``gone`` are keys of documents that were withdrawn. Copies are never chosen.
    """

    words: str = ""
    source_class: str = ""
    telling: Choice | None = None
    gone: Collection[str] = ()


def found(connection: Connection, wanted: HeadChoice, limit: int | None, start: int = 0) -> list[Head]:
    """Heads, the newest first, from the one at ``start``."""
    query = _chosen(select(heads.c.body), wanted).order_by(heads.c.published.desc(), heads.c.document.desc())
    return [head_of(row.body) for row in connection.execute(query.limit(limit).offset(start))]


def following(connection: Connection, wanted: HeadChoice, after: str, limit: int) -> list[Head]:
    """Heads by date of publication, then key, from the one after the document ``after``."""
    place = (heads.c.published, heads.c.document)
    query = _chosen(select(heads.c.body), wanted).order_by(*place)
    if after:
        here = connection.execute(select(*place).where(heads.c.document == after)).one()
        query = query.where(tuple_(*place) > tuple(here))
    return [head_of(row.body) for row in connection.execute(query.limit(limit))]


@dataclass(frozen=True, slots=True)
class Span:
    """Documents: how many, their first and last day of publication (empty where none is known), how many have none."""

    documents: int
    first: str
    last: str
    undated: int


def by_class(connection: Connection, wanted: HeadChoice) -> dict[str, Span]:
    """The documents by class of sources."""
    column, dated = heads.c["class"], case((heads.c.published != "", heads.c.published))
    numbers = (func.count(), func.min(dated), func.max(dated), func.count() - func.count(dated))
    query = _chosen(select(column, *numbers), wanted, counted=True).group_by(column).order_by(column)
    return {row[0]: Span(row[1], row[2] or "", row[3] or "", row[4]) for row in connection.execute(query)}


def classes(connection: Connection, wanted: HeadChoice) -> dict[str, int]:
    """How many documents there are of each class of sources."""
    column = heads.c["class"]
    query = _chosen(select(column, func.count()), wanted, counted=True).group_by(column).order_by(column)
    return {row[0]: int(row[1]) for row in connection.execute(query)}


def days(connection: Connection, wanted: HeadChoice) -> tuple[str, str, int]:
    """The first and the last day of publication, empty where none is known, and how many have none.

    Of all documents an index knows the ends.
    """
    if wanted.words or wanted.source_class or wanted.telling is not None:
        spans = by_class(connection, wanted).values()
        dated = [day for span in spans for day in (span.first, span.last) if day]
        return min(dated, default=""), max(dated, default=""), sum(span.undated for span in spans)
    known = _chosen(select(heads.c.published).where(heads.c.published != ""), wanted).limit(1)
    ends = (known.order_by(heads.c.published), known.order_by(heads.c.published.desc()))
    first, last = (connection.execute(end).scalar() or "" for end in ends)
    undated = _chosen(select(func.count()).where(heads.c.published == ""), wanted)
    return first, last, int(connection.execute(undated).scalar_one())


def outlets(connection: Connection, wanted: HeadChoice) -> list[Row[Any]]:
    """A row for each outlet, class, state and list of credits: documents, undated ones, first and last day."""
    own = (heads.c.outlet, heads.c["class"], heads.c.state, heads.c.credits)
    dated = case((heads.c.published != "", heads.c.published))
    numbers = (func.count(), func.count(dated), func.min(dated), func.max(dated))
    return list(connection.execute(_chosen(select(*own, *numbers), wanted).group_by(*own).order_by(*own)))


def months(connection: Connection, wanted: HeadChoice) -> dict[str, int]:
    """How many documents were published in each month that has any."""
    month: ColumnElement[Any] = literal_column("substr(heads.published, 1, 7)")  # as the index has it
    query = _chosen(select(month, func.count()), wanted)
    found = connection.execute(query.group_by(month).order_by(month))
    return {row[0]: int(row[1]) for row in found if row[0]}


_UNINDEXED: ColumnElement[str] = literal_column("+heads.original")
"""Keeps an index of all documents out of where those of some records are looked up one by one."""


def _chosen(query: Select[Any], wanted: HeadChoice, *, counted: bool = False) -> Select[Any]:
    query = query.where((_UNINDEXED if counted and wanted.telling is not None else heads.c.original) == "")
    for word in fold(wanted.words).split():
        query = query.where(heads.c.folded.contains(word, autoescape=True))
    if wanted.source_class:
        query = query.where(heads.c["class"] == wanted.source_class)
    if wanted.telling is not None:
        query = query.where(heads.c.document.in_(telling(wanted.telling)))
    return query.where(heads.c.document.not_in(sorted(wanted.gone))) if wanted.gone else query
