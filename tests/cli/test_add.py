"""``comity add``: documents, folders, standard input, the exchange format; one line each; safe to repeat."""

from __future__ import annotations

import json

import pytest

from sample import DOSSIER, NAMES, gold

RAILWAY = DOSSIER / "2025-02-19-railway-vote.txt"
COMMENT = DOSSIER / "2025-12-20-commentary-two-promises.txt"


@pytest.fixture
def new(tmp_path):
    return tmp_path / "new.db"


def test_a_line_of_json_for_each_document(comity, new):
    done = comity("add", RAILWAY, COMMENT, db=new)
    assert done.code == 0
    assert [(row["state"], row["name"].endswith(".txt")) for row in done.lines] == [("added", True)] * 2
    assert all(row["records"] == row["new"] + row["repeats"] for row in done.lines)


def test_what_is_new_repeated_and_contradicted(comity, new):
    done = comity("add", DOSSIER, "--format", "table", db=new)
    first, *_, last, summary = done.out.splitlines()
    assert first.startswith(" 1/12  2023-12-13-joint-statement-readout.txt  ") and first.endswith("new")
    assert "new" in last and "repeat what is known" in last and "contradicts another source" in last
    assert summary == f"12 added. {new} holds {len(comity('show', db=new).lines)} records out of 12 documents."


def test_adding_again_changes_nothing(comity, new):
    comity("add", DOSSIER, db=new)
    before = comity("export", db=new).out
    again = comity("add", DOSSIER, "--format", "table", db=new)
    assert again.out.count("is in the ledger already") == 12
    assert "12 known already" in again.out
    assert comity("export", db=new).out == before


def test_standard_input(comity, new):
    told = ("--published", "2025-03-12", "--publisher", "Herald")
    done = comity("add", "-", *told, db=new, given="Peru thanked Chile.\n")
    assert (done.code, done.lines[0]["state"]) == (0, "added")
    (document,) = comity("show", "documents", db=new).lines
    assert (document["published"], document["publisher"]) == ("2025-03-12", "Herald")


def test_what_is_refused_is_named_and_the_rest_goes_in(comity, new, tmp_path):
    (tmp_path / "empty.txt").touch()
    done = comity("add", tmp_path / "empty.txt", RAILWAY, tmp_path / "missing.txt", "--format", "table", db=new)
    assert done.code == 1
    assert "empty.txt" in done.err and "missing.txt does not exist" in done.err
    assert "1 added, 2 refused" in done.out and "15 records out of 1 document." in done.out


def test_records_of_others(comity, new):
    done = comity("add", "--records", DOSSIER / "gold", db=new)
    assert [row["name"] for row in done.lines] == NAMES
    assert {row["state"] for row in done.lines} == {"added"}
    assert comity("verify", db=new).code == 0


def test_records_from_a_pipe_of_extract(comity, new, tmp_path):
    lines = tmp_path / "found.jsonl"
    assert comity("show", "--limit", "1").code == 0
    content = gold(NAMES[0])
    text = content["document"].pop("text")
    (tmp_path / content["document"]["source"]).write_text(text, encoding="utf-8")
    lines.write_text(json.dumps(content) + "\n", encoding="utf-8")
    assert comity("add", "--records", lines, db=new).lines[0]["state"] == "added"


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda g: g["records"][0].update(kind="evnt"), "evnt"),
        (lambda g: g["records"][0]["quotes"][0].update(exact="Something else"), "does not stand at"),
        (lambda g: g["records"][0].update(quotes=[]), "quote"),
        (lambda g: g["document"].update(published="next week"), "is not one certain day"),
        (lambda g: g["document"].update(text_sha256="0" * 64), "is not the one the records were made from"),
        (lambda g: g["document"].pop("text") and g["document"].update(source="no.txt", id="no"), "nowhere to be found"),
        (lambda g: g.pop("document"), "it needs document and records"),
    ],
)
def test_records_that_break_the_format_are_refused_in_a_sentence(comity, new, tmp_path, change, sentence):
    content = gold(NAMES[0])
    change(content)
    (tmp_path / "theirs.json").write_text(json.dumps(content), encoding="utf-8")
    done = comity("add", "--records", tmp_path / "theirs.json", "--format", "table", db=new)
    assert done.code == 1
    assert sentence in done.err and done.err.count("\n") == 1
    assert "1 refused" in done.out


def test_records_from_standard_input(comity, new):
    content = gold(NAMES[0])
    done = comity("add", "--records", "-", db=new, given=json.dumps(content) + "\n" + json.dumps(gold(NAMES[1])) + "\n")
    assert [row["state"] for row in done.lines] == ["added", "added"]
    assert "it needs document and records" in comity("add", "--records", "-", db=new, given="nonsense\n").err


def test_a_file_cut_short_is_one_sentence(comity, new, tmp_path):
    (tmp_path / "cut.json").write_text(json.dumps(gold(NAMES[0]), indent=1)[:400], encoding="utf-8")
    done = comity("add", "--records", tmp_path / "cut.json", db=new)
    assert (done.code, done.err.count("\n")) == (1, 1)
    assert "is not valid JSON" in done.err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["x.txt", "--published", "12 March"], "is not one certain day"),
        (["x.json", "--records", "--published", "2025-01-01"], "--published is for documents"),
        (["x.txt", "--jobs", "0"], "0 is not in the range"),
    ],
)
def test_wrong_usage_makes_no_ledger(comity, new, arguments, sentence):
    done = comity("add", *arguments, db=new)
    assert (done.code, done.out) == (2, "")
    assert sentence in done.err
    assert not new.exists()


def test_without_inputs_it_helps():
    from cli.conftest import ran

    done = ran("add")
    assert done.code == 2
    assert "Usage: comity add" in done.err
