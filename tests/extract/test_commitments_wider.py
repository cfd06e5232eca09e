"""Commitments in words that other outlets use: envoys of bodies, leaders without a name, what is no act to come."""

from __future__ import annotations

import pytest

from drafts import commitments_of as found
from drafts import only_commitment as one


def test_an_envoy_of_a_body_binds_the_body() -> None:
    made = one("The African Union's trade commissioner has offered to mediate between Kenya and Nigeria.")
    assert (made.value("by"), made.value("action")) == (("African Union",), "mediate between Kenya and Nigeria")


@pytest.mark.parametrize(
    "text",
    [
        "Sweden has ordered two Iranian diplomats to leave the country within a week.",
        "Peru said the Amazon Union, a pact with Chile, will enter into force in May.",
    ],
)
def test_expulsions_and_texts_in_force_are_no_acts_to_come(text: str) -> None:
    assert not found(text)


@pytest.mark.parametrize(
    ("below", "acts"),
    [
        ("Officials of both countries gave no details on Tuesday.", ["reopen border checkpoints"]),
        ("Laos and Thailand agreed on Tuesday to open the checkpoints.", ["open the checkpoints"]),
    ],
)
def test_a_headline_promises_what_nothing_below_it_does(below: str, acts: list[str]) -> None:
    made = found(f"Laos, Thailand agree to reopen border checkpoints\n\n{below} The capital was quiet.\n")
    assert [d.value("action") for d in made] == acts


@pytest.mark.parametrize(
    ("text", "by", "modality"),
    [
        ("Russia has asked Indonesia to base aircraft at Biak.", "Indonesia", "urged"),
        ("Indonesia denied that Moscow had asked to base aircraft at Biak.", "Russia", "proposed"),
        ("Canberra has proposed a base to Indonesia, and it will help pay for the runway.", "Australia", "pledged"),
    ],
)
def test_who_is_to_do_what_is_asked_for(text: str, by: str, modality: str) -> None:
    assert [(d.value("by"), d.value("modality")) for d in found(text)][-1] == ((by,), modality)


def test_some_verbs_say_it_all() -> None:
    made = found("Thailand and Cambodia quarrel. Malaysian Prime Minister Anwar Ibrahim has offered to mediate.")
    assert [(d.value("by"), d.value("action")) for d in made] == [(("Anwar Ibrahim",), "mediate")]


def test_whom_a_row_excepts_promises_nothing() -> None:
    made = one("Malta and Italy, but not Greece, agreed to open the line.")
    assert made.value("by") == ("Malta", "Italy")


def test_what_a_clause_with_nor_tells_is_denied() -> None:
    text = "Greece will not extradite the suspect to Turkey, nor will it return the helicopter, the ministry said."
    made = [(d.value("action"), d.certainty) for d in found(text)]
    assert made == [("not extradite the suspect to Turkey", "asserted"), ("return the helicopter", "denied")]


def test_who_will_not_confirm_promises_nothing() -> None:
    assert found("Togo's ministry would not confirm whether Chad had asked Libya for troops.") == []
