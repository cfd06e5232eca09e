"""What news agencies of Asia and the Pacific tell in ways of their own: calls, departures, assurances, rounds."""

from __future__ import annotations

import pytest

from comity.extract import records_of
from comity.extract.draft import Draft
from reading import reading_of


def found(text: str, kind: str) -> list[Draft]:
    return [d for d in records_of(reading_of(text)) if d.kind == kind]


def fields(made: Draft, *names: str) -> tuple[object, ...]:
    return tuple(made.value(n) for n in names)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "Home Minister Ram Thapa of Nepal left here yesterday for Oman on a three-day visit.",
            "2025-04-15/2025-04-17",
        ),
        ("Foreign Minister Ram Thapa of Nepal left Oman yesterday after a three-day visit.", "2025-04-13/2025-04-15"),
        ("Nepal's army chief Ashok Sigdel flew to Muscat on Monday for a five-day visit.", "2025-04-14/2025-04-18"),
    ],
)
def test_a_departure_begins_a_visit_or_ends_one(text: str, days: str) -> None:
    (made,) = found(text, "event")
    assert fields(made, "form", "recipients", "date") == ("visit", ("Oman",), days)


@pytest.mark.parametrize(
    "text",
    [
        "Finnish ambassador to Peru Juha Virtanen paid a courtesy visit to Foreign Minister Elmer Schialer on Tuesday.",
        "Finnish ambassador to Peru Juha Virtanen paid a maiden call on Foreign Minister Elmer Schialer on Tuesday.",
    ],
)
def test_a_call_at_an_office_is_a_meeting(text: str) -> None:
    (made,) = found(text, "event")
    assert fields(made, "form", "actors") == ("meeting", ("Juha Virtanen", "Elmer Schialer"))


def test_one_who_is_abroad_and_is_to_meet_is_on_a_visit() -> None:
    text = "Home Minister Ram Thapa of Nepal, now in Oman on an official visit, is scheduled to meet Sultan Haitham."
    made = found(text, "event")[0]
    assert fields(made, "form", "recipients") == ("visit", ("Oman",))


def test_a_numbered_round_without_names_is_that_of_the_two() -> None:
    text = (
        "The assurance came at the 7th round of Foreign Office Consultations held at Muscat on April 14-15. "
        "Nepal and Oman reviewed their trade."
    )
    made = found(text, "event")[0]
    assert set(made.names("actors")) == {"Nepal", "Oman"}
    assert fields(made, "date", "place") == ("2025-04-14/2025-04-15", "Muscat")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Nepal proposed forming a joint committee with Oman.", "proposed"),
        ("Nepal and Oman agreed on setting up a joint committee.", "agreed"),
        ("The ministers of Nepal and Oman met, setting up a joint committee.", "established"),
    ],
)
def test_a_gerund_behind_its_governor_is_no_deed(text: str, status: str) -> None:
    assert [d.value("status") for d in found(text, "mechanism")] == [status]


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Omani minister Ali Saleh assured Nepal of giving priority to its needs.", "giving priority to its needs"),
        ("Omani minister Ali Saleh assured Nepal of full support for its bid.", "full support for its bid"),
        ("Oman held out assurances of starting the flights to Nepal.", "starting the flights to Nepal"),
    ],
)
def test_what_one_is_assured_of_is_pledged(text: str, action: str) -> None:
    made = found(text, "commitment")
    assert [fields(d, "action", "modality") for d in made] == [(action, "pledged")]
    assert not [d for d in found(text, "event") if d.value("form") == "incident"]


def test_would_with_a_deadline_was_settled() -> None:
    (made,) = found("Nepal and Oman would form a joint group by November 30.", "commitment")
    assert fields(made, "modality", "due") == ("agreed", "2025-11-30")
    assert not found("If talks fail, Nepal and Oman would form a joint group by November 30.", "commitment")


def test_a_row_behind_those_encouraged_is_agreed() -> None:
    text = (
        "The two sides agreed to encourage Nepali and Omani firms to invest in each other's market, to open an air "
        "route and to hold a fair."
    )
    assert [d.value("modality") for d in found(text, "commitment")] == ["agreed"] * 3


def test_what_is_considered_is_a_plan_and_no_stance() -> None:
    assert not found("Nepal considers opening a railway to Oman.", "position")
