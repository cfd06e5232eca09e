"""Signings told by participles, sessions by their number, bodies by their founding, visits by headlines and envoys."""

from __future__ import annotations

import pytest

from drafts import event_of_form as of_form
from drafts import events_of as found
from drafts import fields


@pytest.mark.parametrize(
    ("text", "form", "actors"),
    [
        (
            "Oman and Iran recalled the agreement concluded with Qatar in Doha last May.",
            "signing",
            {"Oman", "Iran", "Qatar"},
        ),
        (
            "A border treaty, also concluded on Tuesday, will go to the parliaments of Ghana and Togo.",
            "signing",
            {"Ghana", "Togo"},
        ),
        (
            "Ghana and Togo are neighbours. The second border summit will be held in Lome in 2027.",
            "meeting",
            {"Ghana", "Togo"},
        ),
        (
            "Peru and Chile are neighbours. The joint commission was founded in 1999.",
            "establishment",
            {"Peru", "Chile"},
        ),
    ],
)
def test_events_of_several_sides(text: str, form: str, actors: set[str]) -> None:
    assert set(of_form(text, form).value("actors")) == actors


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        (
            "Ghana's president demanded an apology over the docking of a Russian frigate in Lome, Togo.",
            "Russia",
            "Togo",
        ),
        ("Ghana and Togo are neighbours. Lome sent an envoy to apologise.", "Togo", "Ghana"),
    ],
)
def test_visits(text: str, actors: str, recipients: str) -> None:
    assert fields(of_form(text, "visit"), "actors", "recipients") == ((actors,), (recipients,))


def test_a_club_is_no_body_of_two_states() -> None:
    assert not [
        d for d in found("Peru and Chile trade a lot. The club was founded in 1999.") if d.value("form") != "other"
    ]


def test_a_suspension_is_of_the_day_on_which_it_was_announced() -> None:
    text = (
        "Kenya and Uganda trade a lot. Kenya's suspension of payments, announced on 24 April, will be lifted next week."
    )
    assert str(of_form(text, "sanction").value("date")).endswith("-04-24")


def test_who_is_accused_stands_behind_the_verb_of_a_relative_clause() -> None:
    made = of_form("The fishermen, whom Indian officials accused Muscat of mistreating, are free.", "accusation")
    assert fields(made, "actors", "recipients") == (("India",), ("Oman",))
