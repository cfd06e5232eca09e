"""Phrases that do a verb's work, clauses as headlines write them, sentences that open with a name and a day."""

from __future__ import annotations

import pytest

from comity.language.syntax import Token
from reading import reading_of, word


def said(text: str, verb: str) -> tuple[str, str, str]:
    """Lemma, subject and object of a verb."""
    found = word(reading_of(text), verb)
    return found.lemma, _text(found.subject()), _text(found.child("obj"))


def _text(token: Token | None) -> str:
    return token.text if token else ""


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Sonexay put his name to a rail accord with Thailand.", "put", ("sign", "Sonexay", "accord")),
        ("Algeria and Niger put pen to paper on a gas treaty.", "put", ("sign", "Algeria", "treaty")),
        ("The ministers affixed their signatures to 14 documents.", "affixed", ("sign", "ministers", "documents")),
        ("The parliament gave its green light to a tax treaty.", "gave", ("approve", "parliament", "treaty")),
        ("Kazakhstan put its talks with Mongolia on hold.", "put", ("suspend", "Kazakhstan", "talks")),
        ("El Salvador pulled the plug on a trade deal.", "pulled", ("cancel", "El", "deal")),
        ("Muscat played host to the Indian minister.", "played", ("host", "Muscat", "minister")),
        ("Kenya put the cargo on trucks.", "put", ("put", "Kenya", "cargo")),
        ("Let us go to Muscat.", "Let", ("let", "", "us")),
    ],
)
def test_a_phrase_is_read_as_its_verb(text: str, verb: str, expected: tuple[str, str, str]) -> None:
    assert said(text, verb) == expected


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Armenian parliament ratifies border treaty with Azerbaijan", "ratifies", ("ratify", "parliament", "treaty")),
        ("Serbian foreign minister cancels trip to Zagreb", "cancels", ("cancel", "minister", "trip")),
        ("Two Iranian diplomats ordered out of Denmark", "ordered", ("order", "diplomats", "")),
        ("Estonia summons Russian chargé d'affaires over airspace breach", "summons", ("summon", "Estonia", "chargé")),
        ("Estonia on Monday summoned Russia's chargé d'affaires.", "summoned", ("summon", "Estonia", "chargé")),
        ("Kenya on Tuesday lifted its ban on Somali fish.", "lifted", ("lift", "Kenya", "ban")),
        ("Peru's chargé d'affaires, Juan Diaz, was summoned to the ministry.", "summoned", ("summon", "chargé", "")),
        ("Azerbaijani troops retook the town.", "retook", ("retake", "troops", "town")),
        ("Denmark lent 10 million dollars to Togo.", "lent", ("lend", "Denmark", "dollars")),
    ],
)
def test_clauses_of_headlines_and_leads(text: str, verb: str, expected: tuple[str, str, str]) -> None:
    assert said(text, verb) == expected
