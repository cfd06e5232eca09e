"""Dropping all that follows from documents, claims and decisions, so that it can be made anew."""

from __future__ import annotations

from sqlalchemy import Connection, delete

from comity.store import sqlite
from comity.store.schema import DERIVED


def drop(connection: Connection) -> None:
    """Empty every derived table and index."""
    for table in DERIVED:
        connection.execute(delete(table))
    sqlite.drop_text_indexes(connection)
    sqlite.create_text_indexes(connection)
