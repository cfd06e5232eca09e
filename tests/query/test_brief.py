from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.errors import RecordError
from comity.query import Fact, brief
from query.shelf import BRIDGE, EVERYTHING, PROMISE, said, shelf

PAIR = ("ROU", "MDA")
DAY = date(2024, 12, 31)


def facts(name, **more):
    return brief(EVERYTHING, PAIR, DAY, **more).section(name).facts


def test_what_is_overdue_comes_with_the_promise():
    (fact,) = facts("overdue")
    assert fact.record.kind == "commitment"
    assert fact.citations[0].quote.exact.endswith("by the end of 2023.")


def test_a_promise_kept_is_not_overdue():
    joined = said(
        "event", "The gas networks of Moldova and Romania were linked.", "2024-01-01", form="opening", phase="held",
        actors=["Moldova", "Romania"],
    )  # fmt: skip
    book = shelf(PROMISE, kept={0: (joined,)})
    assert brief(book, PAIR, DAY).section("overdue").facts == ()
    assert len(brief(book, PAIR, date(2023, 12, 31)).section("due").facts) == 1


def test_what_is_disputed_shows_every_value_with_its_quote():
    (fact,) = facts("disputed")
    assert sorted(value for value, _ in fact.values) == [3_000_000_000, 4_000_000_000]
    assert all(citations for _, citations in fact.values)


def test_the_state_of_the_relation_is_made_of_what_was_done():
    kinds = [fact.record.kind for fact in facts("state")]
    assert kinds == ["event", "project", "indicator"]


def test_news_only_with_a_day_since_when():
    with pytest.raises(KeyError):
        facts("new")
    told = {(fact.code, fact.record.kind) for fact in facts("new", since=date(2024, 1, 31))}
    assert told == {("new", "event"), ("conflict", "indicator"), ("status", "project")}


def test_sectors_keep_the_rest_out():
    assert brief(EVERYTHING, PAIR, DAY, sectors=["defence"]).section("disputed").facts == ()


def test_sources_are_those_that_lines_cite_by_date():
    published = [head.published for head in brief(EVERYTHING, PAIR, DAY).sources]
    assert published == sorted(published)
    assert len(published) == 6


def test_a_long_section_says_how_much_it_leaves_out(monkeypatch):
    from comity.vocab import load

    monkeypatch.setitem(load("brief")["limits"], "projects", 0)
    section = brief(shelf(BRIDGE), PAIR, DAY).section("projects")
    assert (section.facts, section.left_out) == ((), 1)


def test_a_line_without_a_quote_cannot_be_made():
    (record,) = shelf(BRIDGE).records()
    with pytest.raises(RecordError, match="no quote"):
        Fact("record", record, ())


@given(st.dates(date(2022, 1, 1), date(2026, 1, 1)))
def test_a_brief_knows_nothing_of_later_days(day):
    for section in brief(EVERYTHING, PAIR, day).sections:
        for fact in section.facts:
            assert all(citation.evidence.published <= day.isoformat() for citation in fact.citations)
