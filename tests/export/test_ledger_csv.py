from __future__ import annotations

import csv
import io
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.export import ledger_csv
from comity.export.cells import BOM, cell, line
from comity.vocab import load
from query.shelf import EVERYTHING, said, shelf


def read(pieces):
    text = "".join(pieces)
    assert text.startswith(BOM)
    return list(csv.DictReader(text[1:].splitlines(keepends=True)))


def test_one_row_a_record_with_its_judgements_and_its_first_quote():
    rows = read(ledger_csv.pieces(EVERYTHING.records()))
    assert len(rows) == len(EVERYTHING.records())
    (trade,) = [row for row in rows if row["kind"] == "indicator"]
    assert (trade["value"], trade["value_judgement"], trade["conflicts"]) == ("3000000000", "contradicted", "value")
    assert trade["documents"] == "indicator-2023-03-01; indicator-2024-03-01"
    assert (trade["quote"], trade["published"]) == ("Trade came to 3 billion dollars in 2022.", "2023-03-01")


def test_columns_follow_the_kind():
    rows = read(ledger_csv.pieces(EVERYTHING.records(), ["project"]))
    assert [row["kind"] for row in rows] == ["project"]
    names = set(rows[0])
    assert {"name", "name_judgement", "amount", "amount_currency", "completion_basis"} <= names
    assert "modality" not in names
    assert set(ledger_csv.columns()) == {field for fields in load("kinds")["kinds"].values() for field in fields}


def test_money_and_milestones_take_their_own_columns():
    told = said(
        "project", "The tunnel will cost about 2 billion euros and open in 2030.", "2024-01-01", name="tunnel",
        amount={"value": 2_000_000_000, "currency": "EUR", "qualifier": "about"},
        completion={"value": "2030", "basis": "planned"},
    )  # fmt: skip
    (row,) = read(ledger_csv.pieces(shelf((told,)).records()))
    assert (row["amount"], row["amount_currency"], row["amount_qualifier"]) == ("2000000000", "EUR", "about")
    assert (row["completion"], row["completion_basis"]) == ("2030", "planned")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "  =1", "\r=1", "\uff1d1", "\n=1"])
def test_no_cell_is_a_formula(text):
    assert cell(text) == f"'{text}"
    assert cell([text, "b"]).startswith("'")


@pytest.mark.parametrize(
    ("value", "shown"), [(-5, -5), (1.5, 1.5), (None, ""), (True, "true"), (["a", "b"], "a; b"), ("", "")]
)
def test_plain_values_stay_as_they_are(value, shown):
    assert cell(value) == shown


def test_a_title_that_is_a_formula_is_harmless():
    told = said("agreement", '=cmd|"/c calc"!A1 was signed.', "2024-01-01", title='=cmd|"/c calc"!A1', status="signed")
    (row,) = read(ledger_csv.pieces(shelf((told,)).records()))
    assert row["title"] == '\'=cmd|"/c calc"!A1'
    assert row["quote"].startswith("'=")


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r")), min_size=1))
def test_what_is_written_is_read_again(values):
    (row,) = csv.reader(io.StringIO(line(["x", *values]), newline=""))
    assert [found.removeprefix("'") for found in row] == ["x", *(value.removeprefix("'") for value in values)]


def test_nothing_is_read_ahead():
    def endless():
        while True:
            yield from EVERYTHING.records()

    assert len(list(islice(ledger_csv.pieces(endless()), 50))) == 50
