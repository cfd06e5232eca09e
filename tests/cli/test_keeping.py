"""``comity verify``, ``rebuild`` and ``export``."""

from __future__ import annotations

import csv
import io
import json
import sqlite3

import pytest


def test_a_sound_ledger(comity):
    done = comity("verify", "--format", "table")
    assert done.code == 0
    assert "is sound: 12 documents" in done.out
    assert comity("verify").lines[0]["sound"] is True


def test_a_changed_text_is_found(comity, copy):
    with sqlite3.connect(copy) as connection:
        connection.execute("UPDATE documents SET text = (SELECT text FROM documents ORDER BY serial DESC LIMIT 1)")
    connection.close()
    done = comity("verify", "--format", "table", db=copy)
    assert done.code == 1
    assert "wrong:" in done.out


def test_rebuild_is_the_identity(comity, copy):
    before = comity("export", db=copy).out
    done = comity("rebuild", "--format", "table", db=copy)
    assert done.code == 0
    assert "was rebuilt: 12 documents" in done.out
    assert comity("export", db=copy).out == before


def test_a_ledger_of_another_version_says_that_it_is_derived_anew(comity, copy):
    with sqlite3.connect(copy) as connection:
        connection.execute("UPDATE migrations SET name = 'derived_of_old' WHERE name LIKE 'derived%'")
    connection.close()
    done = comity("show", db=copy)
    assert done.code == 0
    why = "was kept by another version of comity: all that follows from its 12 documents is derived anew"
    assert done.err == f"comity: {copy} {why}\n"
    assert comity("show", db=copy).err == ""
    assert comity("show", db=copy).out == done.out


def test_export_as_json(comity):
    data = json.loads(comity("export").out)
    assert len(data["records"]) == len(comity("show").lines)
    record = next(r for r in data["records"] if r["kind"] == "project")
    assert {"id", "kind", "caption", "members", "fields", "status", "decisions"} <= set(record)
    assert {"document", "record"} <= set(record["members"][0])
    assert {"value", "judgement", "values"} <= set(record["fields"]["name"])


def test_export_of_a_relation_a_kind_and_a_day(comity):
    data = json.loads(comity("export", "--kind", "project", "--relation", "CHN-VNM", "--as-of", "2024-12-31").out)
    assert {r["kind"] for r in data["records"]} == {"project"}
    assert all(r["last_told"] <= "2024-12-31" for r in data["records"])
    assert json.loads(comity("export", "--relation", "FRA-DEU").out) == {"records": []}


def test_export_as_csv_and_as_plover(comity):
    rows = list(csv.DictReader(io.StringIO(comity("export", "--format", "csv").out.removeprefix("\ufeff"))))
    assert len(rows) == len(comity("show").lines)
    events = list(csv.DictReader(io.StringIO(comity("export", "--format", "plover").out.removeprefix("\ufeff"))))
    assert {"CONSULT", "AGREE", "SUPPORT"} & {row["Event Type"] for row in events}
    assert all(row["Quote"] for row in events)


def test_export_into_a_file(comity, tmp_path):
    assert comity("export", "--out", tmp_path / "all.json").out == ""
    assert json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))["records"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--format", "xml"], "'xml' is not one of"),
        (["--format", "plover", "--kind", "role"], "plover is a table of events"),
        (["--out", "/nosuch/x.json"], "/nosuch is not a folder"),
    ],
)
def test_wrong_usage(comity, arguments, sentence):
    done = comity("export", *arguments)
    assert (done.code, done.out) == (2, "")
    assert sentence in done.err


@pytest.mark.parametrize("command", ["verify", "rebuild", "export", "conflicts", "review", "show"])
def test_none_of_them_makes_a_ledger(comity, tmp_path, command):
    done = comity(command, db=tmp_path / "none.db")
    assert (done.code, done.out) == (1, "")
    assert "does not exist; make it with comity add" in done.err
    assert not (tmp_path / "none.db").exists()
