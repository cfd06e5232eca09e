"""Agreements named by the way: by their year, by what is brought home, by participles and relative clauses."""

from __future__ import annotations

import pytest

from comity.extract.agreements import agreements
from reading import reading_of


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Denunciation of the 1969 accord would hurt Oman and Iran alike.", "1969 accord"),
        ("The 1954 treaty gives Peru and Chile equal rights.", "1954 treaty"),
        ("Under a treaty dating from 1954, Peru and Chile share the water.", "treaty"),
        ("The premier of Fiji came home from Beijing with a ten-year action plan.", "action plan"),
        ("A border treaty, also concluded on Tuesday, will go to the parliaments of Ghana and Togo.", "border treaty"),
        ("The understanding reached in Lima between Peru and Bolivia lets trucks cross.", "understanding"),
        ("Under a 20-year licence awarded by Guyana in 2022, Suriname's state oil company may drill there.", "licence"),
        ("Peru suspended the framework under which it shares gas with Bolivia.", "framework"),
    ],
)
def test_what_is_named_by_the_way_counts(text: str, title: str) -> None:
    made = agreements(reading_of(text))
    assert [title in str(d.value("title")) for d in made] == [True]


def test_what_is_brought_home_is_agreed_text_by_text() -> None:
    made = agreements(reading_of("Samoa's premier returned from Tokyo with a loan agreement and two memorandums."))
    assert [d.value("instrument_type") for d in made] == ["agreement", "bundle"]


def test_texts_of_different_years_are_two() -> None:
    text = "Ghana and Togo signed a border treaty in 2019. The 1954 treaty gives Ghana and Togo equal rights."
    assert len(agreements(reading_of(text))) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Ghana's premier arrived in Lome with a plan for peace.",
        "Under the plan, Ghana's schools will open in May.",
        "The farmer lost his licence in Ghana.",
    ],
)
def test_plans_and_papers_of_one_side_do_not(text: str) -> None:
    assert agreements(reading_of(text)) == []


def test_a_statement_that_follows_is_a_joint_statement() -> None:
    """ "The following" is no part of what it is called."""
    text = "The presidents of Peru and Chile met in Lima. They issued the following joint statement:"
    assert [d.value("title") for d in agreements(reading_of(text))] == ["joint statement"]
