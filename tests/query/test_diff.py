from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.query import diff, every
from comity.query.citing import evidence_in
from comity.query.diff import changes
from query.shelf import BRIDGE, EVERYTHING, OFFICE, TRADE, VISIT, said, shelf


def sorts(found):
    return [(change.sort, change.field) for change in found]


def between(first, last, book=EVERYTHING):
    return list(diff(book, date.fromisoformat(first), date.fromisoformat(last)))


def test_what_was_not_there_is_new():
    found = between("2023-12-31", "2024-05-31", shelf(VISIT, OFFICE))
    assert sorts(found) == [("new", ""), ("new", "")]
    assert {change.record.kind for change in found} == {"event", "role"}


def test_a_stage_reached_is_told_with_the_words_that_say_so():
    (change,) = between("2023-12-31", "2024-12-31", shelf(BRIDGE))
    assert (change.sort, change.before, change.after) == ("status", "approved", "under_construction")
    assert change.citations[0].quote.exact == "Work on the bridge at Ungheni has begun."


def test_a_source_that_disagrees_makes_a_conflict_with_both_quotes():
    (change,) = between("2023-12-31", "2024-12-31", shelf(TRADE))
    assert (change.sort, change.field) == ("conflict", "value")
    assert {citation.evidence.published for citation in change.citations} == {"2023-03-01", "2024-03-01"}


def test_a_planned_day_that_comes_true_is_a_changed_value():
    planned, done = (
        said(
            "project", f"The bridge at Ungheni: {basis} to open in {year}.", f"{year}-02-01", name="bridge at Ungheni",
            participants=["Moldova", "Romania"], completion={"value": year, "basis": basis},
        )
        for basis, year in (("planned", "2023"), ("actual", "2024"))
    )  # fmt: skip
    found = between("2023-12-31", "2024-12-31", shelf((planned, done)))
    (change,) = [change for change in found if change.field == "completion"]
    assert change.sort == "value"
    assert (change.before["value"], change.after["value"]) == ("2023", "2024")
    assert change.citations[0].evidence.published == "2024-02-01"


def test_a_second_source_that_adds_nothing_else_is_told():
    again = said(
        "project", "A bridge at Ungheni was approved by Moldova and Romania.", "2023-05-01", source="news_agency",
        name="bridge at Ungheni", participants=["Moldova", "Romania"], status="approved", project_type="bridge",
    )  # fmt: skip
    (change,) = between("2023-03-01", "2023-12-31", shelf((BRIDGE[0], again)))
    assert (change.sort, change.before, change.after) == ("source", 1, 2)
    assert change.citations[0].evidence.published == "2023-05-01"


def test_two_things_that_turn_out_to_be_one():
    apart = shelf((BRIDGE[0],), (BRIDGE[1],)).records()
    together = shelf(BRIDGE).records()
    found = list(changes(apart, together))
    assert found[0].sort == "joined"
    assert sorted(found[0].before) == sorted(record.id for record in apart)


def test_the_same_day_differs_in_nothing():
    assert between("2024-12-31", "2024-12-31") == []


DAYS = st.dates(date(2023, 1, 1), date(2024, 12, 31))


@given(DAYS, DAYS)
def test_every_change_has_a_quote_that_an_earlier_day_did_not_need(first, last):
    first, last = sorted((first, last))
    for change in diff(EVERYTHING, first, last):
        assert change.citations
        assert all(c.evidence.published <= last.isoformat() for c in change.citations)
        assert json.loads(json.dumps(change.as_dict()))["quotes"]


@given(DAYS)
def test_a_view_as_of_a_day_uses_nothing_published_after_it(day):
    for record in every(EVERYTHING, as_of=day):
        assert all(evidence.published <= day.isoformat() for evidence in evidence_in(record))


def test_all_pages_of_a_ledger_are_walked(monkeypatch):
    monkeypatch.setattr("comity.query.book.PAGE", 2)
    assert [record.id for record in every(EVERYTHING)] == [record.id for record in EVERYTHING.records()]


@pytest.mark.parametrize(("relation", "kinds"), [(("MDA", "ROU"), 4), ("ROU", 4), (("MDA", "UKR"), 0)])
def test_relations(relation, kinds):
    assert len(list(every(EVERYTHING, relation=relation))) == kinds
