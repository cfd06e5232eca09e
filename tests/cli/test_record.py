"""``comity record``, ``history``, ``conflicts``, ``diff`` and ``search``."""

from __future__ import annotations

import pytest


@pytest.fixture
def railway(comity):
    (found,) = comity("show", "projects", "--text", '"lao cai"').lines
    return found


def test_a_record_in_full(comity, railway):
    done = comity("record", railway["id"], "--format", "table")
    told = ["Told by", "Fields", "Steps", "Why it is one thing", "8.4 billion USD", "8.3 billion USD", "contradicted"]
    assert [words for words in told if words not in done.out] == []
    assert max(map(len, done.out.splitlines())) <= 100


def test_a_record_by_any_of_its_claims(comity, railway):
    claim = railway["members"][-1]["claim"]
    assert comity("record", claim).lines == [railway]


def test_several_records_and_the_day(comity, railway):
    other = comity("show", "mechanisms").lines[0]["id"]
    assert [line["id"] for line in comity("record", railway["id"], other).lines] == [railway["id"], other]
    assert comity("record", railway["id"], "--as-of", "2025-03-01").lines[0]["state"] == "approved"


def test_history_is_in_order_and_quotes(comity, railway):
    moments = comity("history", railway["id"]).lines
    days = [moment["date"] for moment in moments]
    assert days == sorted(days)
    assert {"told", "step"} <= {moment["sort"] for moment in moments}
    done = comity("history", railway["id"], "--format", "table")
    assert "under construction" in done.out and "8.3-billion-dollar" in done.out


@pytest.mark.parametrize("command", ["record", "history"])
def test_an_unknown_id_is_one_sentence(comity, command):
    done = comity(command, "pr-nosuchrecord")
    assert (done.code, done.out) == (1, "")
    assert done.err == "comity: the ledger has no record pr-nosuchrecord; see comity show, or comity search\n"


def test_a_record_that_was_not_there_yet(comity, railway):
    done = comity("record", railway["id"], "--as-of", "2023-01-01")
    assert done.code == 1
    assert "published later" in done.err


def test_conflicts_of_a_relation(comity):
    assert len(comity("conflicts", "--relation", "VNM-CHN").lines) == 3
    assert "The figures differ" in comity("conflicts", "--format", "table").out
    assert comity("conflicts", "--relation", "JPN-IND", "--format", "table").out == "no conflicts\n"


def test_diff_tells_what_a_period_changed(comity, railway):
    changes = comity("diff", "2025-08-31", "2025-12-31").lines
    assert ("status", railway["id"]) in {(change["change"], change["record"]) for change in changes}
    told = comity("diff", "2025-08-31", "2025-12-31", "--format", "table").out
    assert "now under construction, before approved" in " ".join(told.split())
    assert comity("diff", "2025-08-31", "2025-12-31", "--relation", "JPN-IND", "--format", "table").out == (
        "nothing has changed\n"
    )


@pytest.mark.parametrize(("since", "until"), [("2025", "2024"), ("2025-01-01", "2025-01-01")])
def test_diff_wants_an_earlier_day_first(comity, since, until):
    done = comity("diff", since, until)
    assert done.code == 2
    assert "must lie before TO" in done.err


def test_search_is_blind_to_case_number_and_diacritics(comity):
    assert comity("search", "TÔ", "lâm").out == comity("search", "to", "lam").out
    found = comity("search", "durian").lines
    assert {"record", "passage"} == {hit["sort"] for hit in found}
    snippet, marks = found[0]["snippet"], found[0]["marks"]
    assert {snippet[start:end].lower() for start, end in marks} <= {"durian", "durians"}


def test_a_phrase_and_a_beginning(comity):
    assert comity("search", '"frozen durians"').lines
    assert comity("search", '"frozen durian"').lines == []
    assert comity("search", "frozen", "dur*").lines
    assert len(comity("search", "vietnam", "--limit", "2").lines) == 4


def test_a_search_that_finds_nothing(comity):
    assert comity("search", "zeppelin", "--format", "table").out == "nothing found\n"
    assert comity("search", "zeppelin").out == ""


def test_search_in_a_table_names_where(comity):
    out = comity("search", "durians", "--format", "table").out
    assert out.index("Records") < out.index("Passages")
    assert "2025-01-10-vietnam-customs-figures · 10 January 2025" in out


def test_a_record_says_what_keeps_it_and_what_may_be_the_same(comity):
    (kept,) = comity("show", "commitments", "--status", "fulfilled").lines
    out = " ".join(comity("record", kept["id"], "--format", "table").out.split())
    assert "Tied to is kept by Railway from Lao Cai" in out
    assert "Perhaps one thing with China and Vietnam hope: move faster on the railway" in out
    assert "?" not in out.partition("Steps")[2]
    moments = comity("history", kept["id"]).lines
    assert [moment["sort"] for moment in moments] == ["told", "step", "step", "told", "step"]  # and recalled once kept
