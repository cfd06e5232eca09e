"""Rows by long lists of values, in pieces that every database takes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, Delete, Row, Select, Table, insert

PIECE = 500
"""Values in one statement; SQLite takes 32,766, older ones 999."""


def pieces(values: Collection[str]) -> Iterator[list[str]]:
    """The distinct values, sorted, in lists of at most ``PIECE``."""
    rest = iter(sorted(set(values)))
    while piece := list(islice(rest, PIECE)):
        yield piece


def picked(
    connection: Connection, query: Select[Any], column: ColumnElement[str], values: Collection[str]
) -> Iterator[Row[Any]]:
    """The rows of ``query`` whose ``column`` is one of ``values``."""
    for piece in pieces(values):
        yield from connection.execute(query.where(column.in_(piece))).all()


def in_order(
    connection: Connection, query: Select[Any], column: ColumnElement[int], keys: Iterable[int]
) -> Iterator[Any]:
    """The second column of ``query`` for each key that its first, ``column``, has, in the order of the keys.

    So large columns are read for what is shown alone; sorting by others would carry them along.
    """
    rest = iter(keys)
    while piece := list(islice(rest, PIECE)):
        known = {row[0]: row[1] for row in connection.execute(query.where(column.in_(piece)))}
        yield from (known[key] for key in piece if key in known)


def removed(connection: Connection, query: Delete, column: ColumnElement[str], values: Collection[str]) -> None:
    """Delete the rows whose ``column`` is one of ``values``."""
    for piece in pieces(values):
        connection.execute(query.where(column.in_(piece)))


def added(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    """Insert rows; none is no statement."""
    if rows:
        connection.execute(insert(table), rows)
