"""Acts that stand apart from the word that governs them: rows, reports, whoever is told, what is none after all."""

from __future__ import annotations

import pytest

from comity.extract.positions import positions
from drafts import commitments_of as found
from reading import reading_of


@pytest.mark.parametrize(
    ("text", "by", "actions"),
    [
        (
            "The ministry demanded that Chad respect the border of Niger, free the crew and pay for the boat.",
            ("Chad",),
            ["respect the border of Niger", "free the crew", "pay for the boat"],
        ),
        (
            "Peru and Chile agreed that they would open the pass, would share data and would train guards.",
            ("Peru", "Chile"),
            ["open the pass", "share data", "train guards"],
        ),
        (
            "The treaty of Oman and Yemen says that both will open the road, will share data and will pay tolls.",
            ("Oman", "Yemen"),
            ["open the road", "share data", "pay tolls"],
        ),
        (
            "A Malian spokesman added that Togo has already appealed to a court, and will continue to guard its ports.",
            ("Togo",),
            ["continue to guard its ports"],
        ),
        (
            "Laos and Nepal affirmed their commitment to strictly adhering to the accord and to promoting tourism.",
            ("Laos", "Nepal"),
            ["strictly adhering to the accord", "promoting tourism"],
        ),
        (
            "The king of Jordan voiced his hope that Iraq would fund the line as well as lift its levy.",
            ("Iraq",),
            ["fund the line", "lift its levy"],
        ),
        (
            "Fiji invited Samoa to show restraint and go back to the talks.",
            ("Samoa",),
            ["show restraint", "go back to the talks"],
        ),
        (
            "Fiji and Samoa agreed to jointly and swiftly patrol the strait.",
            ("Fiji", "Samoa"),
            ["swiftly patrol the strait"],
        ),
        ("Chad said it was keen to open the road to Niger.", ("Chad",), ["open the road to Niger"]),
        ("Chad promised the envoy of Niger that it would free the crew.", ("Chad",), ["free the crew"]),
        (
            "Chad vowed to renew its ties with Niger, signing a plan for ten years.",
            ("Chad",),
            ["renew its ties with Niger"],
        ),
        (
            "Chad and Niger pledged to triple their trade of $5 billion (35 billion yuan) by 2030.",
            ("Chad", "Niger"),
            ["triple their trade of $5 billion (35 billion yuan) by 2030"],
        ),
        (
            "Chad and Niger voiced their commitment to guard the road and reaffirm their readiness to pay.",
            ("Chad", "Niger"),
            ["guard the road"],
        ),
        (
            "Chad assured Niger of returning the boat as soon as the weather allows.",
            ("Chad",),
            ["returning the boat as soon as the weather allows"],
        ),
        (
            "Kenya wants the ban lifted and the Ugandan envoy withdrawn.",
            ("Uganda",),
            ["ban lifted", "Ugandan envoy withdrawn"],
        ),
    ],
)
def test_acts_of_a_row_or_behind_somebody_told(text: str, by: tuple[str, ...], actions: list[str]) -> None:
    made = found(text)
    assert [d.value("action") for d in made] == actions
    assert {d.value("by") for d in made} == {by}


@pytest.mark.parametrize(
    "text",
    [
        "Oman said it had no deal to announce with Yemen.",
        "Mali has no faith in the commitment of Togo to guard the port.",
        "The plan of Peru and Chile would serve their interests in keeping markets open.",
        "Turkey's envoy, Ali Kaya, is due in Baku in autumn to review trade with Azerbaijan.",
        "Togo will not be forced into a war, a diplomat in Mali said.",
        "It is not right that Fiji and Samoa should go three years without talks.",
    ],
)
def test_what_nobody_undertakes(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The minister of Chad said he and his aide have spent two days in Niger on the important file.",
        "A country that has asserted its neutrality lies between Chad and Niger.",
    ],
)
def test_a_past_or_nameless_stance_is_none(text: str) -> None:
    assert positions(reading_of(text)) == []


def test_a_stance_goes_on_behind_what_another_will_do() -> None:
    text = "Peru trusts that Chile will lower its levy and rejects any new duty on Peruvian fruit."
    (made,) = positions(reading_of(text))
    assert (made.value("by"), made.value("stance")) == (("Peru",), "rejects any new duty on Peruvian fruit")


@pytest.mark.parametrize("verb", ["believes", "claimed on Monday"])
def test_a_stance_may_stand_before_its_verb(verb: str) -> None:
    (made,) = positions(reading_of(f"The ban by Niger is illegal, Chad {verb}."))
    assert (made.value("by"), made.value("stance")) == (("Chad",), "The ban by Niger is illegal")


def test_a_stance_told_to_somebody_leaves_out_who_is_told() -> None:
    (made,) = positions(reading_of("Niger warned the members of the bloc that these acts of Chad are unacceptable."))
    assert made.value("stance") == "these acts of Chad are unacceptable"


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("The president of Peru will welcome the Chilean president in May.", []),
        ("Peru and Chile will undertake a trip to the naval base in May.", []),
        ("Peru will account for a fifth of Chile's market by 2030.", []),
        (
            "Peru confirmed that it would welcome 3,000 students from Chile by 2030.",
            ["welcome 3,000 students from Chile by 2030"],
        ),
    ],
)
def test_guests_and_trips_to_come_are_no_commitments(text: str, actions: list[str]) -> None:
    assert [d.value("action") for d in found(text)] == actions


def test_a_row_goes_on_behind_what_is_continued() -> None:
    text = "Peru is ready to continue to support Chile's banks, maintain the road and pay the guards."
    actions = ["continue to support Chile's banks", "maintain the road", "pay the guards"]
    assert [d.value("action") for d in found(text)] == actions


def test_verbs_of_one_object_are_one_act_and_a_month_builds_nothing() -> None:
    text = "Peru and Chile agreed to build, finance and jointly operate a rail link."
    assert [d.value("action") for d in found(text)] == ["build, finance and jointly operate a rail link"]
    text = "Waiting times between Peru and Chile are to be cut by June 2026."
    assert [d.value("by") for d in found(text) if "June" in (d.value("by") or ())] == []
