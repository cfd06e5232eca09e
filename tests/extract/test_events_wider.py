"""Events told in words that other outlets use: further verbs, doers and recipients without a name, lost clauses."""

from __future__ import annotations

import pytest

from drafts import event_of_form as of_form
from drafts import events_of as found
from drafts import fields


@pytest.mark.parametrize(
    ("text", "form", "actors", "recipients"),
    [
        ("Norway announced 250 million kroner in new grants for Ghana.", "other", "Norway", "Ghana"),
        ("Iran said it reserved the right to retaliate against Sweden.", "threat", "Iran", "Sweden"),
        ("Taiwan says Nauru switched recognition to Beijing in January.", "other", "Nauru", "China"),
        ("Australia will open a high commission in Tuvalu in July.", "opening", "Australia", "Tuvalu"),
        ("Peru and Chile differ on fish. Peru condemned the ruling on Monday.", "accusation", "Peru", "Chile"),
    ],
)
def test_acts_in_further_words(text: str, form: str, actors: str, recipients: str) -> None:
    assert fields(of_form(text, form), "actors", "recipients") == ((actors,), (recipients,))


@pytest.mark.parametrize(
    "text",
    [
        "A court in Iraq struck down a 2012 agreement on navigation with Kuwait.",
        "Tuvalu consults Australia before it concludes accords with Kiribati.",
    ],
)
def test_what_is_struck_down_or_not_yet_reached_is_no_signing(text: str) -> None:
    assert not [d for d in found(text) if d.value("form") == "signing"]


def test_a_minister_whose_state_only_the_dateline_tells() -> None:
    text = (
        "STOCKHOLM, Feb 14 (Agency) - Sweden expelled two Iranian diplomats.\n\n"
        "Foreign Minister Maria Stenergard arrived in Oslo on Friday."
    )
    assert of_form(text, "visit").value("recipients") == ("Norway",)
    assert of_form(text, "visit").value("actors") == ("Maria Stenergard",)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Peru and Chile want peace.\n\nThe foreign ministers had spoken by phone on April 4.", "call"),
        ("Peru and Chile want peace.\n\nThe two delegations had talks behind closed doors in Lima.", "meeting"),
        ("Peru and Chile differ on cement.\n\nPeru halved the duty last week as a sign of goodwill.", "sanction"),
    ],
)
def test_what_both_do_without_a_name(text: str, form: str) -> None:
    made = of_form(text, form)
    assert str(fields(made, "actors", "recipients")).count("Peru") == 1
    assert str(fields(made, "actors", "recipients")).count("Chile") == 1


def test_the_occasion_of_a_meeting_is_no_visit_of_those_who_met() -> None:
    text = (
        "On the margins of the visit, Peru's minister Ana Soto had a working breakfast with Chile's minister Jose Mora."
    )
    assert {d.value("form") for d in found(text)} == {"meeting"}


def test_a_minister_who_crosses_a_border_is_no_incident() -> None:
    assert not [
        d
        for d in found("Peru's minister Ana Soto crossed the border with Chile by car on Monday.")
        if d.value("form") == "incident"
    ]


def test_sales_that_one_halts_are_those_to_the_other() -> None:
    made = of_form("Peru and Chile share a grid. Chile halted electricity sales on Monday.", "sanction")
    assert fields(made, "actors", "recipients") == (("Chile",), ("Peru",))


def test_where_borders_meet_nobody_does() -> None:
    made = found("A Cambodian soldier was killed in the jungle where the two countries meet Laos.")
    assert "meeting" not in [d.value("form") for d in made]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya's president declined to say whether his country would visit Uganda.",
        "Kenya refused to comment on Uganda's claim.",
    ],
)
def test_what_is_left_unsaid_is_no_event(text: str) -> None:
    assert found(text) == []


def test_what_is_ruled_out_is_refused_and_does_not_happen() -> None:
    made = found("Kenya has ruled out joining any military alliance with Uganda.")
    assert [d.value("category") for d in made] == ["REJECT"]


def test_a_summit_after_which_they_speak_is_held_whatever_talks_are_to_begin() -> None:
    made = found(
        "The leaders of Japan and the Philippines said they would begin negotiations on radars. Philippine President "
        "Ferdinand Marcos and Japanese Prime Minister Shigeru Ishiba spoke after a summit in which they praised it."
    )
    assert [d.value("phase") for d in made if d.value("form") == "meeting"] == ["held"]


def test_what_is_signed_now_is_not_dated_by_what_it_plans() -> None:
    made = of_form("Kenya and Uganda signed a plan for exchanges between their ministries in 2026.", "signing")
    assert (made.value("phase"), made.value("date")) == ("held", None)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("South Korea's ministry voiced regret over the visit to North Korea.", "visit"),
        ("North Korea has supplied shells, according to South Korean and Western agencies.", "other"),
    ],
)
def test_who_only_speaks_of_it_takes_no_part(text: str, form: str) -> None:
    assert form not in [d.value("form") for d in found(text) if d.value("category") != "CONCEDE"]


@pytest.mark.parametrize("where", ["two days of talks in Arusha", "talks in Arusha and Moshi"])
def test_those_who_sign_after_talks_have_met(where: str) -> None:
    made = found(f"After {where}, Kenya and Tanzania signed a pact.")
    assert {d.value("form"): d.value("actors") for d in made} == {
        "meeting": ("Kenya", "Tanzania"),
        "signing": ("Kenya", "Tanzania"),
    }


def test_what_is_called_off_is_cancelled() -> None:
    assert of_form("Peru called off a meeting with Chile.", "meeting").value("phase") == "cancelled"


def test_a_headline_in_the_present_is_a_meeting_to_come() -> None:
    made = of_form("Greek Prime Minister Kyriakos Mitsotakis meets Turkish President Recep Tayyip Erdogan.", "meeting")
    assert made.value("actors") == ("Kyriakos Mitsotakis", "Recep Tayyip Erdogan")


def test_a_day_is_meant_where_it_stands() -> None:
    made = found(
        "Turkey and Finland signed an agreement on 3 May 2024 in Ankara to build a bridge. "
        "Finnish President Alexander Stubb visited Turkey on 4 May 2024."
    )
    assert {d.value("form"): d.value("date") for d in made} == {"signing": "2024-05-03", "visit": "2024-05-04"}


def test_where_officials_speak_it_need_not_be() -> None:
    made = of_form("Ghana and Togo have resumed talks on their border, officials in Accra said on Tuesday.", "meeting")
    assert made.value("place") is None


def test_a_capital_that_acts_is_its_state_once() -> None:
    made = of_form("Washington and Hanoi signed a pact last year.", "signing")
    assert made.value("actors") == ("United States", "Vietnam")


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Togo's navy stopped two Ghanaian survey ships in 2017.", "incident"),
        ("Ghana stopped imports of cement from Togo.", "sanction"),
    ],
)
def test_ships_that_are_stopped_are_no_trade(text: str, form: str) -> None:
    assert [d.value("form") for d in found(text)] == [form]


@pytest.mark.parametrize(
    "text",
    [
        "Bulgaria denied reports of delay and accused Romania of closing a lane.",
        "Bulgaria denied reports that Sofia had delayed the works, which it said were on schedule, and accused "
        "Bucharest of closing a lane in August.",
    ],
)
def test_who_denies_reports_accuses_and_is_not_accused(text: str) -> None:
    assert fields(of_form(text, "accusation"), "actors", "recipients") == (("Bulgaria",), ("Romania",))
