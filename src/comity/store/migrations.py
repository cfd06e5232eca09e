"""Small named steps that bring a ledger of any earlier version to this one; each is done once and never changed."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, MetaData, insert, inspect, select

from comity.errors import NewerStore
from comity.store import schema, sqlite


def _first_tables(connection: Connection) -> None:
    schema.metadata.create_all(connection)
    sqlite.create_text_indexes(connection)


def _derived_anew(connection: Connection) -> None:
    """Derived tables of another shape: they go, and come again empty; opening a ledger fills them."""
    found = MetaData()
    found.reflect(connection, only=lambda name, _: name in {table.name for table in schema.DERIVED})
    found.drop_all(connection)
    sqlite.drop_text_indexes(connection)
    _first_tables(connection)


STEPS: tuple[tuple[str, Callable[[Connection], None]], ...] = (
    ("first_tables", _first_tables),
    ("sightings", _derived_anew),
)


def pending(connection: Connection, where: str) -> tuple[str, ...]:
    """Names of the steps still to be done. Raises ``NewerStore`` if steps were done that this version does not know."""
    done = applied(connection)
    known = [name for name, _ in STEPS]
    if unknown := sorted(done - set(known)):
        raise NewerStore(f"{where} was made by a newer version of comity ({unknown[0]}); update comity to open it")
    return tuple(name for name in known if name not in done)


def applied(connection: Connection) -> set[str]:
    """Names of the steps that were done."""
    if not inspect(connection).has_table(schema.migrations.name):
        return set()
    return {row.name for row in connection.execute(select(schema.migrations.c.name))}


def migrate(connection: Connection, where: str) -> None:
    """Do all pending steps, within the caller's transaction."""
    for name in pending(connection, where):
        dict(STEPS)[name](connection)
        connection.execute(insert(schema.migrations).values(name=name))
