"""Small named steps that bring a ledger of any earlier version to this one; each is done once and never changed.

What is derived is not carried over: where this version keeps it in another shape, or derives it by other rules, its
tables are made anew, empty.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from functools import cache
from importlib.resources import files

from sqlalchemy import Connection, delete, insert, inspect, select

from comity import vocab
from comity.errors import NewerStore
from comity.ids import digest
from comity.reconcile.features import Features
from comity.store import schema, sqlite

DERIVED = "derived_"
"""Begins the name of the step for the derived tables, of which the last done counts."""


INDEXES = "indexes"
"""The step that is done whenever it is needed, and is not kept among those that were done."""


def _first_tables(connection: Connection) -> None:
    schema.metadata.create_all(connection, tables=list(schema.KEPT))


STEPS: tuple[tuple[str, Callable[[Connection], None]], ...] = (("first_tables", _first_tables),)


RULES = ("matching.yaml", "judging.yaml", "progress.yaml", "witnesses.yaml", "captions.yaml", "sources.tsv")
"""The lists by which documents are reconciled."""


@cache
def shape() -> str:
    """The name of the step that makes the derived tables as they are in this version.

    It follows from their columns, from what is prepared of a claim, and from the lists by which claims are reconciled,
    so that neither another shape nor another list leaves what an earlier one derived. Indexes are made where they are
    missing, without deriving anything.
    """
    prepared = (f"{field.name} {field.type}" for field in fields(Features))
    rules = (files(vocab).joinpath(name).read_text(encoding="utf-8") for name in RULES)
    columns = (f"{table.name}.{column.name} {column.type}" for table in schema.DERIVED for column in table.columns)
    return f"{DERIVED}{digest(*columns, *prepared, *rules)}"


def pending(connection: Connection, where: str) -> tuple[str, ...]:
    """Names of the steps still to be done. Raises ``NewerStore`` if steps were done that this version does not know.

    ``INDEXES`` is among them wherever the indexes are not those of this version.
    """
    done = applied(connection)
    known = [name for name, _ in STEPS]
    if unknown := sorted(name for name in done - set(known) if not name.startswith(DERIVED)):
        raise NewerStore(f"{where} was made by a newer version of comity ({unknown[0]}); update comity to open it")
    waiting = tuple(name for name in (*known, shape()) if name not in done)
    return waiting if waiting or not any(sqlite.stray_indexes(connection)) else (INDEXES,)


def applied(connection: Connection) -> set[str]:
    """Names of the steps that were done."""
    if not inspect(connection).has_table(schema.migrations.name):
        return set()
    return {row.name for row in connection.execute(select(schema.migrations.c.name))}


def migrate(connection: Connection, where: str) -> None:
    """Do all pending steps, within the caller's transaction."""
    for name in pending(connection, where):
        if name != INDEXES:
            dict(STEPS).get(name, _derived_anew)(connection)
            connection.execute(insert(schema.migrations).values(name=name))
    sqlite.settle_indexes(connection)


def _derived_anew(connection: Connection) -> None:
    """Make the derived tables, empty; those of another shape go. Opening a ledger fills them."""
    earlier = schema.migrations.c.name.startswith(DERIVED)
    connection.execute(delete(schema.migrations).where(earlier))
    schema.metadata.drop_all(connection, tables=list(schema.DERIVED))
    schema.metadata.create_all(connection, tables=list(schema.DERIVED))
    sqlite.drop_text_indexes(connection)
    sqlite.create_text_indexes(connection)
