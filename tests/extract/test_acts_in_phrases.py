"""Events and agreements told by a phrase in place of a verb, in headlines, or by a name that is no common noun."""

from __future__ import annotations

import pytest

from comity.extract.agreements import agreements
from comity.extract.events import events
from drafts import event_of_form as of_form
from drafts import events_of as found
from drafts import fields
from reading import reading_of


@pytest.mark.parametrize(
    ("text", "form", "actors"),
    [
        ("Laotian Prime Minister Sonexay Siphandone put his name to a rail accord with Thailand.", "signing", 2),
        ("Algeria and Niger put pen to paper on a gas pipeline agreement in Niamey.", "signing", 2),
        ("Kenya, Somalia ink pact to end maritime row", "signing", 2),
        ("Georgia took issue with Moldova's statement on Tuesday.", "accusation", 1),
        ("Three Malian diplomats ordered out of Senegal", "expulsion", 1),
        ("Six Chilean envoys expelled from Peru", "expulsion", 1),
    ],
)
def test_acts_in_phrases(text: str, form: str, actors: int) -> None:
    assert len(of_form(text, form).value("actors")) == actors


def test_what_is_signed_is_no_statement_too() -> None:
    made = found("Peru and Bolivia signed a joint declaration on fisheries in Lima on Monday.")
    assert [d.value("form") for d in made] == ["signing"]


def test_talks_that_are_put_on_hold_are_broken_off_and_no_ban_on_gas() -> None:
    made = found("Kazakhstan put its gas talks with Mongolia on hold on Friday.")
    assert [(d.value("form"), *fields(d, "actors", "recipients")) for d in made] == [
        ("other", ("Kazakhstan",), ("Mongolia",))
    ]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Finland and Estonia inked the Tallinn Union, which covers policing.", "Tallinn Union"),
        ("A communique was signed instead by Rwanda and Burundi.", "communique"),
        ("The presidents of Peru and Bolivia launched the Lima-Sucre Vision on debt.", "Lima-Sucre Vision on debt"),
    ],
)
def test_instruments_by_what_is_done_with_them(text: str, title: str) -> None:
    assert [d.value("title") for d in agreements(reading_of(text))] == [title]


def test_a_book_that_is_signed_is_no_instrument() -> None:
    reading = reading_of("The Peruvian president signed the Condolence Book at the embassy of Chile.")
    assert not agreements(reading)
    assert not [d for d in events(reading) if d.value("form") == "signing"]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "Peru and Chile will revise the Coastal Patrol Agreement and the Coastal Crossing Agreement of 1975.",
            ["Coastal Patrol Agreement", "Coastal Crossing Agreement"],
        ),
        ("Peru and Chile praised the adoption of a Roadmap on Fisheries Research.", ["Roadmap on Fisheries Research"]),
        (
            "A Letter of Intent on Space Partnership was signed by Peru and Chile.",
            ["Letter of Intent on Space Partnership"],
        ),
        ("Peru and Chile acted in line with the Pacific 2040 Roadmap.", ["Pacific 2040 Roadmap"]),
    ],
)
def test_titles_beside_and_within_each_other(text: str, titles: list[str]) -> None:
    assert [d.value("title") for d in agreements(reading_of(text))] == titles


@pytest.mark.parametrize(
    "text",
    [
        "A court in Leeds told both firms in June to seek an out-of-court accord.",
        "The food maker Greggshaw signed a three-year supply agreement with a hotel chain.",
    ],
)
def test_accords_between_firms_at_home_are_no_agreements(text: str) -> None:
    assert not agreements(reading_of(text))


def test_the_items_of_a_list_of_documents_are_signed_like_the_whole() -> None:
    text = (
        "Mongolia and Kazakhstan are close. In the presence of the presidents, 12 documents were signed, among them:\n"
        "1. Agreement between the Government of Kazakhstan and the Government of Mongolia on road transport;\n"
        "2. Programme of cultural cooperation for 2026-2028.\n"
    )
    made = {str(d.value("title"))[:12]: d for d in agreements(reading_of(text))}
    assert set(made) == {"12 documents", "Agreement be", "Programme of"}
    assert {d.value("status") for d in made.values()} == {"signed"}
    assert set(made["Agreement be"].value("parties")) == {"Kazakhstan", "Mongolia"}


def test_what_was_not_signed_until_a_year_was_signed_then() -> None:
    (made,) = agreements(reading_of("Peru and Chile fought a war in 1879 and did not sign a peace treaty until 1929."))
    assert (made.value("status"), made.certainty) == ("signed", "asserted")
