from __future__ import annotations

import io
import json
import sys

import pytest

from comity.cli import main


def records(out: str) -> list[dict]:
    return [json.loads(line) for line in out.splitlines()]


def test_a_folder_gives_one_line_a_document(texts, capsys):
    assert main(["extract", str(texts)]) == 0
    found = records(capsys.readouterr().out)
    assert [line["document"]["id"] for line in found] == ["a", "b"]
    assert found[0]["records"][0]["quotes"][0]["exact"] == "Peru welcomed the offer of Chile."


def test_refused_inputs_are_named_and_the_rest_goes_on(texts, capsys):
    (texts / "french.txt").write_text("Bonjour.\n", encoding="utf-8")
    (texts / "empty.txt").write_text("", encoding="utf-8")
    assert main(["extract", str(texts / "gone.txt"), str(texts)]) == 1
    said = capsys.readouterr()
    assert len(records(said.out)) == 2
    complaints = said.err.splitlines()
    assert len(complaints) == 3
    assert all(line.startswith("comity: ") for line in complaints)
    assert all(any(name in line for line in complaints) for name in ("gone.txt", "french.txt", "empty.txt"))


def test_a_defect_on_one_text_is_named_and_the_rest_goes_on(texts, capsys):
    (texts / "aa.txt").write_text("A trap for a rule.\n", encoding="utf-8")
    assert main(["extract", str(texts)]) == 1
    said = capsys.readouterr()
    assert [line["document"]["id"] for line in records(said.out)] == ["a", "b"]
    assert "aa.txt met a defect of comity (AttributeError: " in said.err
    assert "conftest.py, line " in said.err
    assert len(said.err.splitlines()) == 1


def test_a_folder_without_texts_is_refused(tmp_path, texts, capsys):
    (tmp_path / "void").mkdir()
    assert main(["extract", str(tmp_path / "void"), str(texts / "a.txt")]) == 1
    said = capsys.readouterr()
    assert len(records(said.out)) == 1
    assert "void" in said.err


def test_standard_input(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Peru thanked Chile.")))
    assert main(["extract", "-", "--published", "2025-04-14", "--publisher", "Outlet"]) == 0
    document = records(capsys.readouterr().out)[0]["document"]
    assert (document["published"], document["publisher"]) == ("2025-04-14", "Outlet")


def test_only_the_kinds_asked_for(capsys):
    from sample import DOSSIER, NAMES

    path = str(DOSSIER / f"{NAMES[0]}.txt")
    assert main(["extract", path, "--kind", "event", "--kind", "role"]) == 0
    assert {r["kind"] for r in records(capsys.readouterr().out)[0]["records"]} == {"event", "role"}


def test_a_sheet_when_asked_and_rules(texts, capsys):
    assert main(["extract", str(texts / "a.txt"), "--format", "sheet", "--explain"]) == 0
    out = capsys.readouterr().out
    assert "Positions  1" in out
    assert "rule stand.in" in out
    assert "\x1b" not in out


def test_rules_in_lines(texts, capsys):
    assert main(["extract", str(texts / "a.txt"), "--explain"]) == 0
    assert records(capsys.readouterr().out)[0]["records"][0]["rule"] == "stand.in"


def test_a_file_appears_when_it_is_complete(texts, capsys):
    out = texts / "out.jsonl"
    assert main(["extract", str(texts / "a.txt"), "--out", str(out)]) == 0
    assert capsys.readouterr().out == ""
    assert len(records(out.read_text("utf-8"))) == 1
    (texts / "broken.txt").write_text("There is no model for this.\n", encoding="utf-8")
    before = out.read_bytes()
    assert main(["extract", str(texts / "a.txt"), str(texts / "broken.txt"), "--out", str(out)]) == 1
    assert out.read_bytes() == before
    assert not list(texts.glob("*.part"))
    assert "the pipeline cannot be loaded; reinstall comity" in capsys.readouterr().err


def test_a_place_that_cannot_be_written_is_one_sentence(texts, capsys):
    assert main(["extract", str(texts / "a.txt"), "--out", str(texts / "no" / "where.jsonl")]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["extract"],
        ["extract", "x", "--kind", "rumour"],
        ["extract", "x", "--jobs", "0"],
        ["extract", "x", "--format", "xml"],
        ["extract", "x", "--published", "04/05/2025"],
        ["extrakt", "x"],
        ["--nonsense"],
    ],
)
def test_wrong_usage(arguments, capsys):
    assert main(arguments) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "Traceback" not in said.err
    assert said.err


def test_a_bad_setting_is_wrong_usage(texts, monkeypatch, capsys):
    monkeypatch.setenv("COMITY_MAX_CHARS", "lots")
    assert main(["extract", str(texts)]) == 2
    assert "COMITY_MAX_CHARS" in capsys.readouterr().err


def test_names_of_files_cannot_command_the_terminal(tmp_path, capsys):
    assert main(["extract", str(tmp_path / "\x1b[31mred.txt")]) == 1
    assert "\x1b" not in capsys.readouterr().err


def test_an_interrupt_is_quiet(texts, monkeypatch, capsys):
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(sys.modules["comity.extract"], "extract", interrupted)
    assert main(["extract", str(texts)]) == 130
    assert capsys.readouterr().err == "comity: interrupted\n"
