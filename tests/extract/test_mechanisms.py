"""Mechanisms: standing arrangements with type, level and status; one-off meetings and a state's organs are none."""

from __future__ import annotations

from functools import partial

import pytest

from comity.extract.mechanisms import mechanisms
from reading import reading_of as on_a_day

reading_of = partial(on_a_day, published="2025-05-14")


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Argentina and Brazil agreed to set up a joint working group on lithium.", "working_group", "agreed"),
        ("Chile and Peru agreed to resume a bilateral commission on trade.", "commission", "agreed"),
        ("The Saudi-Iranian joint committee met in Riyadh on Tuesday.", "committee", "active"),
        ("The Greek and Turkish militaries set up a hotline to prevent clashes at sea.", "hotline", "established"),
        ("China and Kyrgyzstan will establish a joint investment fund of $500 million.", "fund", "proposed"),
        ("Mexico and the United States agreed to conduct joint patrols along the border.", "patrol", "agreed"),
        ("Japan and India upgraded their strategic dialogue to ministerial level.", "dialogue", "upgraded"),
        ("Colombia and Ecuador set up a Binational Border Commission.", "commission", "established"),
        ("Turkey and Egypt revived their High-Level Strategic Cooperation Council.", "commission", "active"),
        ("Algeria and Niger suspended the work of the Joint Cooperation Committee.", "committee", "suspended"),
        ("The Serbia-Kosovo dialogue has stalled.", "dialogue", "suspended"),
        ('Kenya and Ghana agreed to raise their "3+3" dialogue to ministerial level.', "dialogue", "agreed"),
        ("Germany and Israel run a youth exchange scheme.", "exchange_programme", "active"),
        ("Chile and Peru launched an initiative on clean energy.", "other", "established"),
        ("Chile and Peru agreed to hold a dialogue on prices every year.", "dialogue", "agreed"),
    ],
)
def test_type_and_status(text: str, kind: str, status: str) -> None:
    found = mechanisms(reading_of(text))
    assert [(f.value("mechanism_type"), f.value("status")) for f in found] == [(kind, status)]


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Japan and South Korea agreed to revive a vice-ministerial strategic dialogue.", "deputy_minister"),
        ("India and Japan held the third round of their 2+2 strategic dialogue.", "minister"),
        ("Kenya and Uganda agreed to hold joint patrols on the lake.", "service"),
    ],
)
def test_level(text: str, level: str) -> None:
    assert mechanisms(reading_of(text))[0].value("level") == level


def test_a_round_that_lies_ahead_is_the_next_session() -> None:
    text = "The ninth round of the India-Japan 2+2 dialogue will be held in New Delhi in September 2025."
    assert mechanisms(reading_of(text))[0].value("next_session") == "2025-09"


def test_the_states_in_a_name_are_the_parties() -> None:
    text = "The ministers co-chaired the sixth meeting of the U.S.-Philippines Bilateral Strategic Dialogue."
    assert mechanisms(reading_of(text))[0].value("parties") == ("United States", "Philippines")


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("The Iraqi-Jordanian Higher Committee met on Monday.", ("Iraq", "Jordan")),
        ("The Joint Boundary Commission of Thailand and Laos met on Tuesday.", ("Thailand", "Laos")),
        (
            "The ministers co-chaired the seventh session of the Nigeria-South Africa Bi-National Commission.",
            ("Nigeria", "South Africa"),
        ),
    ],
)
def test_a_body_of_two_states_is_no_organ_of_one(text: str, states: tuple[str, ...]) -> None:
    assert mechanisms(reading_of(text))[0].value("parties") == states


@pytest.mark.parametrize(
    "text",
    [
        "The board of the carmaker set up a working group on pay.",
        "The company's annual meeting was held in Oslo.",
        "The Senate Foreign Relations Committee held a hearing on Thursday.",
        "The two presidents held a dialogue with students in Nairobi.",
        "Pension funds bought German bonds.",
        "Britain called for a meeting of the U.N. Security Council.",
    ],
)
def test_organs_and_single_talks_are_none(text: str) -> None:
    assert mechanisms(reading_of(text)) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Iraq and Turkey decided to establish a permanent joint planning group.", "working_group"),
        ("Turkey proposed to Ukraine to create a Black Sea grain corridor council.", "commission"),
        ("A hotline between the navies of Oman and Iran has been up and running since May.", "hotline"),
        ("A technical working group on fisheries of Guyana and Suriname is to report by August.", "working_group"),
        ("A binational cabinet of Peru and Ecuador is foreseen for November.", "summit_series"),
    ],
)
def test_further_arrangements(text: str, kind: str) -> None:
    assert [d.value("mechanism_type") for d in mechanisms(reading_of(text))] == [kind]


def test_a_commission_that_ends_its_session_goes_on() -> None:
    made = mechanisms(reading_of("The Ghana-Togo Joint Border Commission ended its session in Accra on Wednesday."))
    assert [d.value("status") for d in made] == ["active"]


def test_a_high_commission_is_an_embassy() -> None:
    assert not mechanisms(reading_of("Australia will open a high commission in Tuvalu in July."))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('Japan and South Korea agreed to resume "shuttle diplomacy", their leaders said.', ["shuttle diplomacy"]),
        ("Kenya and Somalia set up a trinational commission with Ethiopia.", ["trinational commission with Ethiopia"]),
        ("Peru and Chile agreed to implement the Border Cooperation Agreement signed in 2001.", []),
    ],
)
def test_shuttles_three_states_and_texts_named_after_cooperation(text: str, names: list[str]) -> None:
    assert [d.value("name") for d in mechanisms(reading_of(text))] == names


def test_one_meeting_of_a_series_is_no_series() -> None:
    text = "Kari Solberg and Edi Hoxha met at the First Intergovernmental Summit between the two countries."
    assert mechanisms(reading_of(text)) == []


def test_a_deadline_beside_a_commission_that_met_is_no_session_of_it() -> None:
    text = (
        "Zambia and Malawi agreed to reopen the post and share customs data by December, after a meeting of their "
        "Joint Permanent Commission of Cooperation."
    )
    (made,) = mechanisms(on_a_day(text, published="2025-03-12"))
    assert (made.value("status"), made.value("next_session")) == ("active", None)
