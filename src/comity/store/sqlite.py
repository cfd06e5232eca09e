"""What only SQLite has: its file, its pragmas, its full-text index. Another backend would bring a module like this."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from threading import Lock
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Index, Integer, Table, create_engine, event, func, text
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.engine import URL
from sqlalchemy.schema import CreateIndex

from comity.errors import DamagedStore
from comity.store.schema import metadata
from comity.vocab import load

MAGIC = b"SQLite format 3\x00"
APPLICATION = int.from_bytes(b"comi")
"""Marks a file as a ledger of comity (``PRAGMA application_id``)."""

HEADER = 100


def refuse_foreign(path: Path) -> None:
    """Raise ``DamagedStore`` where the file's first bytes show that it is no ledger or was cut short. Reads only."""
    with path.open("rb") as file:
        header = file.read(HEADER)
    if not header:
        return  # as SQLite leaves it when it was stopped before the first page; nothing is in it
    if not header.startswith(MAGIC):
        raise DamagedStore(f"{path} is no ledger of comity; name another file (--db or COMITY_DB)")
    if len(header) < HEADER:
        raise DamagedStore(f"{path} was cut short; restore it from a copy")
    if int.from_bytes(header[68:72]) != APPLICATION:
        raise DamagedStore(f"{path} is a database of another program; name another file (--db or COMITY_DB)")
    journal = path.with_name(f"{path.name}-wal")
    if not (journal.exists() and journal.stat().st_size) and path.stat().st_size < _size(header):
        raise DamagedStore(f"{path} was cut short; restore it from a copy")


def _size(header: bytes) -> int:
    """Bytes that the file must have; a page size of 1 stands for 65,536."""
    page = int.from_bytes(header[16:18])
    return (65536 if page == 1 else page) * int.from_bytes(header[28:32])


def engine_of(path: Path) -> Engine:
    """An engine on the file; connections are made as ``vocab/store.yaml`` says."""
    limits = load("store")["sqlite"]
    engine = create_engine(
        URL.create("sqlite+pysqlite", database=str(path)),
        connect_args={"timeout": limits["busy_seconds"], "check_same_thread": False},
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _: Any) -> None:
    """Leave transactions to ``_begin``; set what holds for one connection."""
    connection.isolation_level = None
    for pragma in load("store")["sqlite"]["pragmas"]:
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    """Take the write lock at once where something is to be written, so that no work is lost to another writer."""
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def mark(connection: Connection) -> None:
    """Mark a new file as a ledger."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")


def keep_journal(engine: Engine) -> None:
    """Let readers go on while something is written (a property of the file, set once)."""
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("PRAGMA journal_mode = WAL").fetchall()
    finally:
        raw.close()


class Watch:
    """Sees that anybody has written to the file, by a connection that itself never writes."""

    def __init__(self, path: Path) -> None:
        self._lock = Lock()
        self._connection = sqlite3.connect(path, load("store")["sqlite"]["busy_seconds"], check_same_thread=False)

    def version(self) -> int:
        """Another number after every change that was committed; of this watch alone."""
        with self._lock:
            return int(self._connection.execute("PRAGMA data_version").fetchone()[0])

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._connection.close()


def problems(connection: Connection) -> list[str]:
    """What SQLite itself finds wrong with the file, its indexes and its references; empty where all is well."""
    found = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check")]
    lost = [f"{row[0]} refers to a row of {row[2]} that is not there" for row in _foreign_keys(connection)]
    return [line for line in found if line != "ok"] + lost


def _foreign_keys(connection: Connection) -> Sequence[Any]:
    return connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()


def stray_indexes(connection: Connection) -> tuple[set[str], set[Index]]:
    """Indexes that are there and should not be, by name, and those that should be there and are not.

    Compared by the statement that makes them, which SQLite keeps; those that constraints bring are not told.
    """
    kept = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
    there = {(str(name), str(sql)) for name, sql in kept}
    wanted = {(str(i.name), str(CreateIndex(i).compile(dialect=connection.dialect))): i for i in _indexes()}
    return {name for name, _ in there - wanted.keys()}, {wanted[key] for key in wanted.keys() - there}


def _indexes() -> Iterator[Index]:
    return (index for table in metadata.tables.values() for index in table.indexes)


def settle_indexes(connection: Connection) -> None:
    """Drop and make indexes until they are those of the schema."""
    surplus, missing = stray_indexes(connection)
    for name in sorted(surplus):
        connection.execute(text(f'DROP INDEX "{name}"'))
    for index in sorted(missing, key=lambda index: str(index.name)):
        index.create(connection)


TEXT_INDEXES = {
    "passage_words": "content=''",
    "record_words": "",
}


def create_text_indexes(connection: Connection) -> None:
    """Create the full-text indexes, empty. Both hold folded words; ``rowid`` is the ``serial`` of passage or record."""
    for name, options in TEXT_INDEXES.items():
        tail = f", {options}" if options else ""
        connection.exec_driver_sql(
            f"CREATE VIRTUAL TABLE {name} USING fts5(folded, tokenize='unicode61 remove_diacritics 0'{tail})"
        )


def drop_text_indexes(connection: Connection) -> None:
    """Drop the full-text indexes."""
    for name in TEXT_INDEXES:
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {name}")


def index_words(connection: Connection, index: str, rows: Sequence[tuple[int, str]]) -> None:
    """Add folded texts to an index, each under its serial."""
    if rows:
        statement = text(f"INSERT INTO {_known(index)} (rowid, folded) VALUES (:serial, :folded)")
        connection.execute(statement, [{"serial": serial, "folded": folded} for serial, folded in rows])


def forget_words(connection: Connection, index: str, serials: Sequence[int]) -> None:
    """Take texts out of an index."""
    if serials:
        statement = text(f"DELETE FROM {_known(index)} WHERE rowid = :serial")
        connection.execute(statement, [{"serial": serial} for serial in serials])


def matching(connection: Connection, index: str, words: str, limit: int) -> Iterator[tuple[int, float]]:
    """Serials of the texts that match, best first, with their rank (lower is better)."""
    name = _known(index)
    statement = text(f"SELECT rowid, rank FROM {name} WHERE {name} MATCH :words ORDER BY rank, rowid LIMIT :limit")
    for row in connection.execute(statement, {"words": words, "limit": limit}):
        yield int(row[0]), float(row[1])


def text_index_problems(connection: Connection) -> list[str]:
    """What the full-text indexes find wrong with themselves."""
    found = []
    for name in TEXT_INDEXES:
        try:
            connection.exec_driver_sql(f"INSERT INTO {name} ({name}) VALUES ('integrity-check')")
        except Exception as error:  # the driver has no class of its own for it
            found.append(f"the full-text index {name} is damaged ({error.__cause__ or error}); run comity rebuild")
    return found


def _known(index: str) -> str:
    if index not in TEXT_INDEXES:
        raise ValueError(f"there is no full-text index {index!r}")
    return index


def summed(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows; where one with the key is there, add to its numbers, keep the lesser ``first``, the greater
    ``last``.
    """
    if not rows:
        return
    statement = insert(table)
    own = [column for column in table.columns if not column.primary_key]
    changes = {column.name: _both(column, statement.excluded[column.name]) for column in own}
    connection.execute(statement.on_conflict_do_update(index_elements=table.primary_key, set_=changes), rows)


def _both(column: ColumnElement[Any], new: ColumnElement[Any]) -> ColumnElement[Any]:
    """Two values of a column in one."""
    if column.key == "first":
        return func.min(column, new)
    return func.max(column, new) if column.key == "last" else column + new


def put_missing(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert the rows whose keys are not there."""
    if rows:
        connection.execute(insert(table).on_conflict_do_nothing(), rows)


def day_number(day: ColumnElement[str] | str) -> ColumnElement[float]:
    """An ISO day as a number that grows by one a day."""
    return func.julianday(day)


def ranked(score: ColumnElement[float], *names: ColumnElement[str]) -> ColumnElement[str]:
    """A score between 0 and 1 and some names as one text, which sorts by the score, then by the names."""
    return func.printf("%.17f" + "|%s" * len(names), score, *names)


def unranked(told: str) -> tuple[float, list[str]]:
    """The score and the names of what ``ranked`` made."""
    score, *names = told.split("|")
    return float(score), names


def among(column: ColumnElement[int], index: str, words: str) -> ColumnElement[bool]:
    """The condition that a serial is one of those whose text matches."""
    name = _known(index)
    found = text(f"SELECT rowid FROM {name} WHERE {name} MATCH :words").bindparams(words=words).columns(rowid=Integer)
    return column.in_(found)
