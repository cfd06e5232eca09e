"""Signings: who signs, and what is only on its way to one."""

from __future__ import annotations

import pytest

from comity.extract.agreements import agreements
from comity.extract.events import events
from reading import reading_of


def _signings(text: str) -> list[tuple[str, ...]]:
    found = [d for d in events(reading_of(text)) if d.value("form") == "signing"]
    return [tuple(sorted(d.value("actors"))) for d in found]


def _stages(text: str) -> list[str]:
    return [str(d.value("status")) for d in agreements(reading_of(text))]


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile committed to speeding up the signing of a transport agreement.",
        "Talks on the signing of a peace treaty between Peru and Chile will be held in Lima.",
        "Peru and Chile held talks in Lima on Monday on signing a border treaty.",
        "The ministers of Peru and Chile discussed the signing of a visa agreement on Monday.",
        "Peru and Chile completed preparations for the signing of a visa agreement on Monday.",
    ],
)
def test_a_signing_that_is_talked_about_or_hastened_is_none(text):
    assert not _signings(text)
    assert _stages(text) == ["proposed"]


@pytest.mark.parametrize(
    "text",
    [
        "Officials of Peru and Chile met in Lima on Monday for the signing of a border agreement.",
        "Peru announced the signing of a trade deal with Chile on Monday.",
        "The visit saw the signing of eight agreements between Peru and Chile.",
    ],
)
def test_a_signing_told_by_its_noun_has_both_sides(text):
    assert _signings(text) == [("Chile", "Peru")]


def test_a_draft_that_is_reviewed_is_not_amended():
    assert _stages("Peru and Chile are reviewing draft agreements on rail transport.") == ["proposed"]


def test_a_signing_in_a_row_of_what_is_considered_is_none():
    assert not _signings("Peru and Chile vowed to consider issuing a plan and signing a fisheries agreement.")


def test_a_visit_that_is_welcomed_is_no_meeting_with_something_official():
    text = "Peru's foreign minister Ana Diaz welcomed the first official visit to Peru by Chile's Jose Rios."
    made = [d for d in events(reading_of(text)) if d.value("form") == "meeting"]
    assert not [a for d in made for a in d.value("actors") if a == "official"]
