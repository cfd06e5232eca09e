"""``comity show``: kinds, filters, forms, empty results, wrong usage."""

from __future__ import annotations

import csv
import io

import pytest


def test_all_records_come_as_lines_of_json(comity):
    done = comity("show")
    assert (done.code, done.err) == (0, "")
    assert len(done.lines) > 150
    assert {"id", "kind", "caption", "fields", "members", "status"} <= set(done.lines[0])


@pytest.mark.parametrize("kind", ["event", "agreement", "mechanism", "project", "commitment", "indicator", "role"])
def test_a_kind_in_the_plural_or_singular(comity, kind):
    plural, singular = comity("show", f"{kind}s"), comity("show", kind)
    assert plural.out == singular.out
    assert {line["kind"] for line in plural.lines} == {kind}


@pytest.mark.parametrize("relation", ["VNM-CHN", "CHN-VNM", "chn-vnm"])
def test_a_relation_in_any_order(comity, relation):
    found = comity("show", "--relation", relation).lines
    assert found and all({"CHN", "VNM"} <= set(line["states"]) for line in found)


def test_roles_and_positions_of_a_pair_are_those_of_either_state(comity):
    people = {line["fields"]["person"]["value"] for line in comity("show", "roles", "--relation", "VNM-CHN").lines}
    assert {"Xi Jinping", "To Lam"} <= people
    assert "Narendra Modi" not in people
    before = comity("show", "roles", "--relation", "VNM-CHN", "--as-of", "2023-12-31").lines
    assert 0 < len(before) < len(people)
    assert comity("show", "positions", "--relation", "CHN-VNM").lines


@pytest.mark.parametrize(
    ("filters", "holds"),
    [
        (["--status", "signed"], lambda r: r["state"] == "signed"),
        (["--sector", "maritime"], lambda r: "maritime" in r["sectors"]),
        (["--certainty", "hedged"], lambda r: r["certainty"] == "hedged"),
        (["--judgement", "contradicted"], lambda r: "contradicted" in {f["judgement"] for f in r["fields"].values()}),
        (["--since", "2025", "--until", "2025-06"], lambda r: "2025" in r["date"] or "/" in r["date"]),
        (["--actor", "tô lâm"], lambda r: "To Lam" in str(r)),
        (["--text", "fishermen"], lambda r: "fishermen" in str(r)),
        (["--text", "durian"], lambda r: "durians" in str(r)),
        (["--source-class", "official"], lambda r: "official" in str(r)),
    ],
)
def test_filters(comity, filters, holds):
    found = comity("show", *filters).lines
    assert 0 < len(found) < 150
    assert [line["caption"] for line in found if not holds(line)] == []


def test_filters_narrow_each_other_and_the_limit_cuts(comity):
    wide = comity("show", "commitments", "--relation", "VNM-CHN").lines
    narrow = comity("show", "commitments", "--relation", "VNM-CHN", "--sector", "transport").lines
    assert 0 < len(narrow) < len(wide)
    assert comity("show", "commitments", "--relation", "VNM-CHN", "--limit", "2").lines == wide[:2]


def test_as_of_shows_the_ledger_of_a_day(comity):
    (then,) = comity("show", "projects", "--text", '"lao cai"', "--as-of", "2025-03-01").lines
    (now,) = comity("show", "projects", "--text", '"lao cai"').lines
    assert (then["state"], now["state"]) == ("approved", "under_construction")


def test_overdue_promises_on_a_day(comity):
    found = comity("show", "commitments", "--standing", "overdue", "--as-of", "2025-12-31").lines
    assert {line["caption"].split(":")[0] for line in found} == {"ASEAN and China propose", "India plans"}
    assert comity("show", "commitments", "--standing", "overdue", "--as-of", "2023-12-31").lines == []


def test_a_table_has_whole_ids_and_no_line_beyond_the_width(comity):
    done = comity("show", "agreements", "--format", "table")
    ids = [line["id"] for line in comity("show", "agreements").lines]
    assert all(one in done.out for one in ids)
    assert max(map(len, done.out.splitlines())) <= 100
    assert done.out.rstrip().endswith(f"{len(ids)} agreements")


def test_csv_for_a_spreadsheet(comity):
    done = comity("show", "commitments", "--format", "csv")
    assert done.out.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(done.out.removeprefix("\ufeff"))))
    assert [row["id"] for row in rows] == [line["id"] for line in comity("show", "commitments").lines]
    assert all(row["quote"] and row["source"] for row in rows)


def test_conflicts_are_shown_with_every_value_and_quote(comity):
    done = comity("show", "conflicts", "--relation", "CHN-VNM", "--format", "table")
    assert all(
        words in done.out for words in ("205.2 billion USD", "260.7 billion USD", "figures differ", "state media")
    )
    assert len(comity("show", "conflicts").lines) == len(comity("conflicts").lines) == 3


@pytest.mark.parametrize("view", ["documents", "offices", "intensity"])
def test_other_views_in_each_form(comity, view):
    table = comity("show", view, "--relation", "VNM-CHN", "--format", "table")
    rows = comity("show", view, "--relation", "VNM-CHN", "--format", "csv")
    assert table.code == rows.code == 0
    assert len(rows.out.splitlines()) == 1 + len(comity("show", view, "--relation", "VNM-CHN").lines)
    assert max(map(len, table.out.splitlines())) <= 100


def test_offices_on_a_day(comity):
    found = comity("show", "offices", "--as-of", "2024-10-20", "--relation", "VNM").lines
    assert "To Lam" in {line["person"] for line in found}


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (["commitments", "--text", "zeppelin"], "no commitments"),
        (["--relation", "FRA-DEU"], "no records"),
        (["conflicts", "--relation", "JPN-IND"], "no conflicts"),
        (["offices", "--relation", "FRA"], "no offices"),
        (["documents", "--relation", "FRA"], "no documents"),
        (["intensity", "--relation", "FRA"], "no intensity"),
    ],
)
def test_an_empty_result_says_so(comity, asked, words):
    assert comity("show", *asked, "--format", "table").out == f"{words}\n"
    assert comity("show", *asked).out == ""


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (["treaties"], "'treaties' is not one of 'events'"),
        (["--relation", "VMN-CHN"], "there is no state with the ISO 3166 code 'VMN'; the nearest"),
        (["--relation", "Vietnam"], "write VNM for Vietnam"),
        (["--relation", "VNM-CHN-USA"], "is no relation"),
        (["--since", "2025-13-01"], "'2025-13-01' is no date; write 2025-04-14, 2025-04 or 2025"),
        (["--since", "yesterday"], "is no date"),
        (["--limit", "0"], "0 is not in the range"),
        (["--text", '"'], "has no word to search for"),
        (["documents", "--status", "held"], "--status is for records"),
        (["--format", "xml"], "'xml' is not one of"),
    ],
)
def test_wrong_usage_is_one_sentence(comity, asked, sentence):
    done = comity("show", *asked)
    assert (done.code, done.out) == (2, "")
    assert sentence in done.err
    assert done.err.startswith("comity: ") and done.err.count("\n") == 1


def test_a_ledger_that_is_not_there(comity, tmp_path):
    done = comity("show", db=tmp_path / "none.db")
    assert (done.code, done.out) == (1, "")
    assert "none.db does not exist; make it with comity add" in done.err
    assert not (tmp_path / "none.db").exists()


def test_a_file_that_is_no_ledger(comity, tmp_path):
    (tmp_path / "notes.db").write_text("shopping list", encoding="utf-8")
    done = comity("show", db=tmp_path / "notes.db")
    assert done.code == 1
    assert "is no ledger of comity" in done.err
