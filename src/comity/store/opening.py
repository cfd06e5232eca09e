"""Opening a ledger file, and the two ways to use it: a view that stands still, a change that is whole or nothing."""

from __future__ import annotations

import json
import shutil
import sqlite3
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from comity.errors import DamagedStore, NotFound, StoreBusy, StoreError, StoreFull
from comity.store import migrations, sqlite

LITTLE = 1 << 20
"""Bytes of free disk below which an error of reading or writing is put down to a full disk."""


class Store:
    """A ledger file. ``reading`` and ``writing`` give connections for the functions of this room."""

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self._engine = engine
        self._watch: sqlite.Watch | None = None

    @classmethod
    def open(cls, path: Path, *, create: bool = True) -> Store:
        """Open the file, or make it if it is not there and ``create`` is true; bring it up to this version.

        Raises ``NotFound`` (no such file), ``DamagedStore`` (no ledger, cut short), ``NewerStore`` and ``StoreError``
        (no permission). A file that is refused is not touched.
        """
        if path.exists():
            _readable(path)
        elif not create:
            raise NotFound(f"{path} does not exist; make it with comity add, or name another file (--db or COMITY_DB)")
        elif not path.parent.is_dir():
            raise StoreError(f"{path.parent} is no folder; make it, or name another file (--db or COMITY_DB)")
        store = cls(path, sqlite.engine_of(path))
        try:
            store._prepare()
        except BaseException:
            store.close()
            raise
        return store

    def _prepare(self) -> None:
        with self.reading() as connection:
            waiting = migrations.pending(connection, str(self.path))
        if waiting:
            with self.writing() as connection:
                sqlite.mark(connection)
                migrations.migrate(connection, str(self.path))
        with _told(self.path):
            sqlite.keep_journal(self._engine)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees the ledger as it is now, whatever others write meanwhile."""
        with _told(self.path), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection whose changes take effect together at the end, or not at all if anything is raised."""
        with _told(self.path), self._engine.connect().execution_options(writing=True) as connection, connection.begin():
            yield connection

    def version(self) -> int:
        """Another number after every change by anybody, as long as this store is open."""
        with _told(self.path):
            if self._watch is None:
                self._watch = sqlite.Watch(self.path)
            return self._watch.version()

    def close(self) -> None:
        """Close all connections."""
        if self._watch is not None:
            self._watch.close()
        self._engine.dispose()


def _readable(path: Path) -> None:
    if path.is_dir():
        raise StoreError(f"{path} is a folder; name a file (--db or COMITY_DB)")
    try:
        sqlite.refuse_foreign(path)
    except OSError as error:
        raise StoreError(f"{path} cannot be read ({error.strerror}); check its permissions") from error


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turn what the driver raises into one sentence."""
    try:
        yield
    except DBAPIError as error:
        raise _sentence(path, error.orig) from error
    except sqlite3.Error as error:
        raise _sentence(path, error) from error
    except (zlib.error, json.JSONDecodeError, UnicodeDecodeError, struct.error) as error:
        raise DamagedStore(f"{path} is damaged (a row cannot be read: {error}); restore it from a copy") from error


def _sentence(path: Path, error: BaseException | None) -> StoreError:
    said = str(error)
    if "locked" in said:
        return StoreBusy(f"another program has been writing to {path} for too long; try again when it is done")
    if "full" in said or ("I/O" in said and shutil.disk_usage(path.parent).free < LITTLE):
        return StoreFull(f"there is no room for more in {path}; nothing was half added; free disk space and repeat")
    if "malformed" in said or "not a database" in said or "corrupt" in said:
        return DamagedStore(f"{path} is damaged ({said}); restore it from a copy")
    if "readonly" in said or "unable to open" in said:
        return StoreError(f"{path} cannot be written ({said}); check its permissions and those of its folder")
    return StoreError(f"{path} cannot be used ({said}); check the disk, then run comity verify")
