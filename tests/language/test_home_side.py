"""Whose official and whose ministry: where no word beside the name says so."""

from __future__ import annotations

import pytest

from reading import reading_of


def whose(text: str) -> dict[str, str]:
    """Persons and bodies of a text with their states."""
    return {m.entity.name: m.entity.iso3 for m in reading_of(text).references.mentions if m.entity.kind != "state"}


@pytest.mark.parametrize(
    "text",
    [
        "Foreign Secretary Ram Thapa, who led the 11-member Nepal delegation, met Oman's minister Ali Saleh.",
        "The Nepal side was headed by Foreign Secretary Ram Thapa.",
        "Joint Secretary Ram Thapa led the Nepali delegation while the Omani side was led by Ali Saleh.",
        "Adviser Ram Thapa reaffirmed Nepal's commitment to the pact with Oman.",
        "Nepal and Oman signed a pact. Omani minister Ali Saleh met Foreign Minister Ram Thapa in Kathmandu.",
    ],
)
def test_who_leads_or_speaks_for_a_state_is_its_official(text: str) -> None:
    assert whose(text)["Ram Thapa"] == "NPL"


@pytest.mark.parametrize(
    "text",
    [
        "Foreign Minister Ram Thapa, who led talks with Oman's delegation, left.",
        "Oman and Nepal signed a pact. Foreign Minister Ram Thapa met Foreign Minister Ali Saleh.",
    ],
)
def test_nothing_is_guessed_where_both_are_bare(text: str) -> None:
    assert whose(text)["Ram Thapa"] == ""


def test_a_bare_ministry_is_the_one_at_home() -> None:
    text = "MUSCAT: The Foreign Office rejected Nepal's remarks. Oman and Nepal had agreed on a pact."
    assert whose(text) == {"Ministry of Foreign Affairs of Oman": "OMN"}


def test_consultations_of_foreign_offices_are_no_ministry_of_one_state() -> None:
    text = "The 5th Foreign Office Consultations between Oman and Nepal were held in Muscat on Monday."
    assert "GBR" not in whose(text).values()


def test_home_is_where_the_first_is_named_without_his_state() -> None:
    text = (
        "SINGAPORE: Prime Minister Datuk Seri Anwar Ibrahim is in Singapore for a retreat. He is accompanied by Home "
        "Minister Datuk Seri Hassan Ismail. Malaysia and Singapore are neighbours."
    )
    assert whose(text)["Hassan Ismail"] == "MYS"


def test_a_second_prime_minister_is_not_of_the_same_state() -> None:
    text = (
        "New Zealand froze its aid. Foreign Minister Winston Peters said so after Prime Minister Tom Marae had flown "
        "to Beijing. Prime Minister Christopher Luxon was in China."
    )
    assert whose(text)["Tom Marae"] == ""


def test_of_two_prime_ministers_who_meet_the_unknown_is_of_the_other_state() -> None:
    text = (
        "Prime Minister Christopher Luxon and Prime Minister Aisake Faletau met yesterday in Nuku'alofa and reaffirmed "
        "the friendship between New Zealand and Tonga."
    )
    assert whose(text)["Aisake Faletau"] == "TON"
