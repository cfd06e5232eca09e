"""Ledgers of other versions: derived tables are made anew, what is kept for good stays, the newer is refused."""

from __future__ import annotations

import sqlite3

import pytest

from comity.errors import NewerStore
from comity.ledger import Ledger
from comity.settings import Settings
from comity.store import Store, migrations, sqlite
from small_world import world


@pytest.fixture
def path(tmp_path):
    with Ledger.open(tmp_path / "it.db", settings=Settings()) as ledger:
        list(ledger.add_extractions(world()))
    return tmp_path / "it.db"


def content(path):
    with Ledger.open(path, settings=Settings()) as ledger:
        assert ledger.verify().sound
        return [record.as_dict() for record in ledger.records()]


def run(path, *statements):
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement).fetchall()
    connection.close()


def test_derived_tables_of_another_shape_are_made_anew(path):
    before = content(path)
    run(
        path,
        "DROP TABLE records",
        "CREATE TABLE records (serial INTEGER PRIMARY KEY, something TEXT)",
        "UPDATE migrations SET name = 'derived_of_old' WHERE name LIKE 'derived%'",
    )
    assert content(path) == before
    connection = sqlite3.connect(path)
    done = {row[0] for row in connection.execute("SELECT name FROM migrations")}
    connection.close()
    assert done == {"first_tables", migrations.shape()}


def test_other_rules_derive_anew(path, monkeypatch):
    before = content(path)
    run(path, "DELETE FROM records")
    migrations.shape.cache_clear()
    monkeypatch.setattr(migrations, "RULES", migrations.RULES[:-1])
    assert content(path) == before
    migrations.shape.cache_clear()


def test_a_newer_ledger_is_refused_and_not_touched(path):
    run(path, "INSERT INTO migrations VALUES ('something_to_come')", "PRAGMA wal_checkpoint(TRUNCATE)")
    before = path.read_bytes()
    with pytest.raises(NewerStore, match=r"newer version of comity \(something_to_come\); update comity"):
        Ledger.open(path, settings=Settings())
    assert path.read_bytes() == before


def test_indexes_are_kept_up_without_deriving_anew(path):
    run(
        path,
        "DROP INDEX records_by_due",
        "CREATE INDEX of_old ON records (caption)",
        "DROP INDEX records_by_review",
        "CREATE INDEX records_by_review ON records (review, kind)",
        "UPDATE records SET caption = 'not derived again'",
    )
    with Ledger.open(path, settings=Settings()) as ledger:
        assert {line.caption for line in ledger.lines()} == {"not derived again"}
    connection = sqlite3.connect(path)
    found = dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index'"))
    connection.close()
    assert "of_old" not in found
    assert found["records_by_due"].startswith("CREATE INDEX records_by_due ON records (due, ")
    assert found["records_by_review"].endswith("(review)")
    store = Store.open(path)
    with store.reading() as reading:
        assert sqlite.stray_indexes(reading) == (set(), set())
    store.close()
