"""``comity review``: the queue, every decision and its undoing, and that decisions outlive adding and rebuilding."""

from __future__ import annotations

import json

import pytest

from sample import DOSSIER, NAMES, gold


@pytest.fixture
def rule(comity, copy):
    """Takes a decision and returns its id."""

    def decide(*arguments: object) -> str:
        done = comity("review", *arguments, "--who", "Ada", db=copy)
        assert (done.code, done.err) == (0, ""), done.err
        assert "Ada" in done.out
        return str(comity("review", "decisions", db=copy).lines[-1]["id"])

    return decide


def ids(comity, *asked, db):
    return [line["id"] for line in comity("show", *asked, db=db).lines]


@pytest.fixture
def trade(comity):
    """The record of trade in 2024, on which sources disagree."""
    asked = ("--judgement", "contradicted", "--since", "2024", "--until", "2024-12-31")
    (found,) = comity("show", "indicators", *asked).lines
    return found


def value(comity, record, field, db):
    return comity("record", record, db=db).lines[0]["fields"][field]


def test_the_queue_asks_questions_with_the_commands_that_answer(comity):
    out = comity("review", "--format", "table").out
    assert "which value?" in out and "one thing?" in out
    assert out.count("comity review both") == 4 and "comity review merge" in out
    items = comity("review").lines
    weights = [item["weight"] for item in items]
    assert weights == sorted(weights, reverse=True)
    assert len(comity("review", "--limit", "2").lines) == 2
    assert "and" in comity("review", "--limit", "2", "--format", "table").out.splitlines()[-1]


def test_the_queue_of_a_relation_that_has_nothing(comity):
    assert comity("review", "--relation", "FRA-DEU", "--format", "table").out == "nothing waits for a decision\n"


def test_a_correction_is_shown_kept_and_undone(comity, copy, rule, trade):
    decision = rule("correct", trade["id"], "value", "260.7 billion", "--why", "mirror data")
    corrected = value(comity, trade["id"], "value", copy)
    assert (corrected["value"], corrected["decision"]) == (260700000000, decision)
    assert len(corrected["values"]) == 2
    told = " ".join(comity("review", "decisions", "--format", "table", db=copy).out.split())
    assert f"Ada set value of {trade['id']} to 260.7 billion (mirror data)" in told
    rule("undo", decision)
    assert value(comity, trade["id"], "value", copy)["value"] == 205200000000


@pytest.mark.parametrize("afterwards", [["rebuild"], ["add", "--records", str(DOSSIER / "gold")]])
def test_decisions_outlive_rebuilding_and_adding_again(comity, copy, rule, trade, afterwards):
    rule("correct", trade["id"], "value", "260.7 billion")
    rule("both", trade["id"], "change")
    before = comity("export", db=copy).out
    assert comity(*afterwards, db=copy).code == 0
    assert comity("export", db=copy).out == before
    assert comity("verify", db=copy).code == 0


def test_both_settles_a_conflict(comity, copy, rule, trade):
    rule("both", trade["id"], "value")
    rule("both", trade["id"], "change")
    assert trade["id"] not in [record["id"] for record in comity("conflicts", db=copy).lines]


def test_different_things_are_divided(comity, copy, rule, trade):
    before = comity("show", "indicators", db=copy).lines
    decision = rule("different", trade["id"], "--field", "value")
    assert len(comity("show", "indicators", db=copy).lines) == len(before) + 1
    rule("undo", decision)
    assert comity("show", "indicators", db=copy).lines == before


def test_rejected_and_accepted(comity, copy, rule, trade):
    rule("reject", trade["id"], "--why", "not comparable")
    assert trade["id"] not in ids(comity, "indicators", db=copy)
    assert ids(comity, "--review", "rejected", db=copy) == [trade["id"]]
    rule("accept", trade["id"])
    assert ids(comity, "--review", "accepted", db=copy) == [trade["id"]]


def test_merging_splitting_and_undoing(comity, copy, rule):
    one, other = next(item for item in comity("review", db=copy).lines if item["sort"] == "maybe")["records"]
    before = comity("export", db=copy).out
    merged = rule("merge", one["id"], other["id"])
    (whole,) = comity("record", one["id"], db=copy).lines
    assert {one["id"], other["id"]} <= {member["claim"] for member in whole["members"]}
    taken = rule("split", other["id"])
    assert comity("record", other["id"], db=copy).lines[0]["id"] != comity("record", one["id"], db=copy).lines[0]["id"]
    rule("undo", taken)
    rule("undo", merged)
    assert comity("export", db=copy).out == before


def test_kept_apart_they_are_asked_about_no_more(comity, copy, rule):
    item = next(item for item in comity("review", db=copy).lines if item["sort"] == "maybe")
    rule("different", *(record["id"] for record in item["records"]))
    assert item["question"] not in [left["question"] for left in comity("review", db=copy).lines]


def test_a_document_is_withdrawn(comity, copy, rule):
    decision = rule("withdraw", NAMES[-1])
    assert len(comity("show", "documents", db=copy).lines) == len(NAMES) - 1
    assert "under_construction" not in {line["state"] for line in comity("show", "projects", db=copy).lines[:1]}
    rule("undo", decision)
    assert len(comity("show", "documents", db=copy).lines) == len(NAMES)


def test_a_decision_whose_words_are_gone_is_an_orphan(comity, tmp_path):
    content, path = gold(NAMES[0]), tmp_path / "own.db"
    place = tmp_path / "records.json"
    place.write_text(json.dumps(content), encoding="utf-8")
    comity("add", "--records", place, db=path)
    first = comity("show", "commitments", db=path).lines[0]
    assert comity("review", "accept", first["id"], "--who", "Ada", db=path).code == 0
    assert comity("review", "orphans", "--format", "table", db=path).out == "no orphans\n"
    content["records"] = [r for r in content["records"] if r["kind"] != "commitment"]
    place.write_text(json.dumps(content), encoding="utf-8")
    comity("add", "--records", place, db=path)
    assert [decision["action"] for decision in comity("review", "orphans", db=path).lines] == ["accept"]
    assert "1 decision can no longer be tied to words; see comity review orphans" in comity("review", db=path).err


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (["accept"], 2, "Missing argument"),
        (["accept", "ev-nosuch"], 1, "the ledger has no record ev-nosuch"),
        (["correct", "TRADE", "value"], 2, "Missing argument 'VALUE'"),
        (["correct", "TRADE", "colour", "red"], 2, "indicator has no field 'colour'; take one of measure, value"),
        (["correct", "TRADE", "value", "much"], 2, "'much' is no number; write 8300000000 or 8.3 billion"),
        (["correct", "TRADE", "period", "soon"], 2, "'soon' is no date"),
        (["correct", "TRADE", "certainty", "sure"], 2, "'sure' is not possible here; take one of asserted"),
        (["merge", "TRADE"], 2, "merge needs two records or more"),
        (["split", "TRADE", "OTHER"], 2, "nothing would be left"),
        (["both", "TRADE", "amount"], 2, "has no field 'amount'"),
        (["undo", "de-nosuch"], 1, "the ledger has no decision de-nosuch"),
        (["withdraw", "nosuch"], 1, "the ledger has no document 'nosuch'"),
        (["accept", "TRADE", "--fulfils"], 2, "give the deed, then the promise"),
    ],
)
def test_what_cannot_be_ruled_is_one_sentence(comity, copy, trade, arguments, code, sentence):
    names = {"TRADE": trade["id"], "OTHER": trade["members"][-1]["claim"]}
    given = [names.get(argument, argument) for argument in arguments]
    if "OTHER" in arguments:
        given = ["split", *(member["claim"] for member in trade["members"])]
    done = comity("review", *given, "--who", "Ada", db=copy)
    assert (done.code, done.out) == (code, "")
    assert sentence in done.err and done.err.count("\n") == 1
    assert comity("review", "decisions", db=copy).lines == []


def test_nobody_decides_without_a_name(comity, copy, trade, monkeypatch):
    monkeypatch.setenv("COMITY_USER", "Grace")
    assert comity("review", "accept", trade["id"], db=copy).code == 0
    assert comity("review", "decisions", db=copy).lines[0]["who"] == "Grace"
