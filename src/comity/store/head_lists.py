"""Lists and counts of documents for pages, by their heads."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Select, case, func, select, tuple_

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


def classes(connection: Connection, wanted: HeadChoice) -> dict[str, int]:
    """How many documents there are of each class of sources."""
    column = heads.c["class"]
    query = _chosen(select(column, func.count()), wanted).group_by(column).order_by(column)
    return {row[0]: int(row[1]) for row in connection.execute(query)}


def days(connection: Connection, wanted: HeadChoice) -> tuple[str, str, int]:
    """The first and the last day of publication, empty where none is known, and how many have none."""
    dated = case((heads.c.published != "", heads.c.published))
    undated = func.coalesce(func.sum(case((heads.c.published == "", 1), else_=0)), 0)
    row = connection.execute(_chosen(select(func.min(dated), func.max(dated), undated), wanted)).one()
    return row[0] or "", row[1] or "", int(row[2])


def outlets(connection: Connection, wanted: HeadChoice) -> list[Row[Any]]:
    """A row for each outlet, class, state and list of credits: documents, undated ones, first and last day."""
    own = (heads.c.outlet, heads.c["class"], heads.c.state, heads.c.credits)
    dated = case((heads.c.published != "", heads.c.published))
    numbers = (func.count(), func.count(dated), func.min(dated), func.max(dated))
    return list(connection.execute(_chosen(select(*own, *numbers), wanted).group_by(*own).order_by(*own)))


def months(connection: Connection, wanted: HeadChoice) -> dict[str, int]:
    """How many documents were published in each month that has any."""
    month = func.substr(heads.c.published, 1, 7)
    query = _chosen(select(month, func.count()).where(heads.c.published != ""), wanted)
    return {row[0]: int(row[1]) for row in connection.execute(query.group_by(month).order_by(month))}


def _chosen(query: Select[Any], wanted: HeadChoice) -> Select[Any]:
    query = query.where(heads.c.original == "")
    for word in fold(wanted.words).split():
        query = query.where(heads.c.folded.contains(word, autoescape=True))
    if wanted.source_class:
        query = query.where(heads.c["class"] == wanted.source_class)
    if wanted.telling is not None:
        query = query.where(heads.c.document.in_(telling(wanted.telling)))
    return query.where(heads.c.document.not_in(sorted(wanted.gone))) if wanted.gone else query
