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


@pytest.mark.parametrize(
    ("text", "by", "action"),
    [
        (
            "Nepal sought a one-billion-dollar credit line from Oman to purchase food.",
            ("Oman",),
            "one-billion-dollar credit line from Oman to purchase food",
        ),
        ("Nepal has requested a loan of $500 million from Oman.", ("Oman",), "loan of $500 million from Oman"),
        (
            "Nepal and Oman agreed that the two countries will have policy dialogues with Qatar.",
            ("Nepal", "Oman"),
            "have policy dialogues with Qatar",
        ),
        (
            "Nepali minister Ram Thapa said Nepal was willing to further strengthen mutual trade with Oman.",
            ("Nepal",),
            "further strengthen mutual trade with Oman",
        ),
    ],
)
def test_what_is_sought_or_to_be_had_is_a_commitment(text: str, by: tuple[str, ...], action: str) -> None:
    assert (by, action) in [fields(d, "by", "action") for d in found(text, "commitment")]


def test_a_plan_that_is_signed_is_a_text_signed_then() -> None:
    text = (
        "The Omani and Nepali foreign ministers signed a five-year plan for trade cooperation in Kathmandu on Thursday."
    )
    (event,), (plan,) = found(text, "event"), found(text, "agreement")
    assert fields(event, "form", "date", "phase") == ("signing", "2025-04-10", "held")
    assert plan.value("title") == "five-year plan for trade cooperation"
    assert not found(text, "commitment")


def test_a_deal_that_is_aimed_at_is_not_reached() -> None:
    text = "The meeting between Oman and Nepal is aimed at reaching a long-term cooperation deal."
    assert [d.value("status") for d in found(text, "agreement")] == ["proposed"]


def test_work_that_goes_on_is_no_visit() -> None:
    text = (
        "Nepali minister Ram Thapa met Ali Saleh of Oman. He said work was going on another line to provide power to "
        "Oman."
    )
    assert [d.value("form") for d in found(text, "event")] == ["meeting"]


def test_a_headline_without_a_name_tells_of_the_same_visit() -> None:
    text = "Foreign minister visits Oman\n\nMinister of Foreign Affairs Ram Thapa of Nepal concluded a visit to Oman."
    assert [d.value("actors") for d in found(text, "event")] == [("Ram Thapa",)]


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("Nepal's Deputy Prime Minister and Foreign Minister, Ram Thapa, met Oman's envoy.", "Foreign Minister"),
        ("Foreign Affairs Adviser Ram Thapa of Nepal met the envoy of Oman.", "Foreign Affairs Adviser"),
        ("Foreign Minister U Ram Thapa met the envoy of Oman.", "Foreign Minister"),
    ],
)
def test_posts_end_before_the_name_and_begin_with_what_they_are_for(text: str, posts: str) -> None:
    assert fields(found(text, "role")[0], "person", "post") == ("Ram Thapa", posts)


def test_a_rank_may_be_a_given_name() -> None:
    made = found("Foreign Minister Amir Hossain of Bangladesh met the Amir of Qatar.", "role")
    assert [fields(d, "person", "post") for d in made] == [("Amir Hossain", "Foreign Minister")]


def test_who_reports_holds_no_post() -> None:
    text = (
        "Nepal's envoy arrived in Muscat for talks with the European Council President, Kazinform cites the ministry."
    )
    assert not found(text, "role")


@pytest.mark.parametrize(
    ("text", "value", "period"),
    [
        ("Trade between Nepal and Oman stood at $500 million for 11 months of 2024.", 500_000_000, "2024-01/2024-11"),
        (
            "In the first seven months of 2024 trade between Nepal and Oman rose 12 percent to $3 billion.",
            3_000_000_000,
            "2024-01/2024-07",
        ),
        ("The number of joint ventures with Omani capital in Nepal reached 1,200 in 2024.", 1200, "2024"),
        ("The recent influx of more than 40,000 Omani nationals into Nepal caused concern.", 40_000, None),
    ],
)
def test_figures_of_part_of_a_year_and_of_things_and_people(text: str, value: int, period: str | None) -> None:
    (made,) = found(text, "indicator")
    assert fields(made, "value", "period") == (value, period)


@pytest.mark.parametrize(
    "text",
    [
        "Oman is the largest trade partner and the third largest foreign investor to Nepal.",
        "Oman is Nepal's largest trade partner and third largest investor.",
    ],
)
def test_two_ranks_share_their_owner(text: str) -> None:
    made = found(text, "indicator")
    assert [fields(d, "value", "area", "counterpart") for d in made] == [(1, "Nepal", "Oman"), (3, "Nepal", "Oman")]


def test_dollars_of_the_pacific_by_the_letters_before_them() -> None:
    (made,) = found("Two-way trade between Fiji and Samoa was valued at F$35 million in 2023.", "indicator")
    assert made.value("unit") == "FJD"


def test_a_president_beside_another_states_president_is_no_other_name_of_his() -> None:
    (made,) = found(
        "President Ali Saleh of Oman and Nepal's President Ram Thapa have agreed to boost trade.", "commitment"
    )
    assert made.value("by") == ("Ali Saleh", "Ram Thapa")


@pytest.mark.parametrize(
    "text",
    [
        "Omani minister Ali Saleh also called on Nepali Prime Minister Ram Thapa and President Bidya Rana on Monday.",
        "In separate meetings with Nepali Prime Minister Ram Thapa and President Bidya Rana, Oman's Ali Saleh spoke.",
    ],
)
def test_two_hosts_of_one_state_are_two_meetings(text: str) -> None:
    made = [d.names("actors") for d in found(text, "event") if d.value("form") == "meeting"]
    assert made == [("Ali Saleh", "Ram Thapa"), ("Ali Saleh", "Bidya Rana")]


def test_the_leadership_including_somebody_is_that_person() -> None:
    text = (
        "Oman's foreign minister Ali Saleh held talks with Nepal's top leadership, including Prime Minister Ram Thapa."
    )
    assert [d.value("actors") for d in found(text, "event")] == [("Ali Saleh", "Ram Thapa")]


@pytest.mark.parametrize(
    "text",
    [
        "A number of issues will be discussed in the forthcoming meeting, Nepali minister Ram Thapa said.",
        "The state visit will be used by Nepal to improve ties with Oman, the ministry said.",
        '"I want to thank the Omanis who have supported the Nepali people," said Nepali minister Ram Thapa.',
    ],
)
def test_what_only_befalls_a_thing_and_thanks_are_no_promise(text: str) -> None:
    assert not found(text, "commitment") and not found(text, "position")


def test_a_name_within_a_mechanisms_name_is_no_second_mechanism() -> None:
    text = "The ministers will meet at the 9th Joint Commission for Bilateral Cooperation between Oman and Nepal."
    assert [d.value("mechanism_type") for d in found(text, "mechanism")] == ["commission"]


def test_a_place_is_that_of_a_state_the_text_names() -> None:
    text = "Indonesian President Joko Widodo is to fly to Dili from Bali to meet Timor-Leste's Taur Matan Ruak."
    assert [d.value("recipients") for d in found(text, "event") if d.value("form") == "visit"] == [("Timor-Leste",)]


def test_what_shall_be_tripled_is_the_trade_of_today() -> None:
    text = "Nepal and Oman pledged to triple the current trade volume of US$5 billion by 2030."
    assert [d.value("period") for d in found(text, "indicator")] == [None]


def test_we_of_a_joint_statement_are_both() -> None:
    text = (
        "Joint Statement with the Prime Minister of Tonga\n\n"
        "Prime Minister Christopher Luxon met Tonga's Prime Minister in Nuku'alofa.\n\n"
        "We agreed to elevate our relationship. We will strengthen our defence cooperation."
    )
    made = found(text, "commitment")
    assert [d.value("modality") for d in made] == ["agreed", "agreed"]
    assert {frozenset(d.names("by")) for d in made} == {frozenset({"New Zealand", "Tonga"})}


def test_speaking_at_a_press_conference_is_no_call() -> None:
    text = (
        "Speaking at a press conference with Omani minister Ali Saleh, Nepali minister Ram Thapa said trade had grown."
    )
    assert "call" not in [d.value("form") for d in found(text, "event")]


def test_a_memorandum_first_spoken_of_and_then_signed_is_signed() -> None:
    text = (
        "Omani minister Ali Saleh and Nepali minister Ram Thapa discussed signing a memorandum of understanding on gas "
        "exploration. On April 10 they signed a memorandum of understanding on gas exploration."
    )
    assert [d.value("status") for d in found(text, "agreement")] == ["signed"]


def test_bil_is_a_thousand_millions() -> None:
    (made,) = found("Malaysia and Singapore had a total trade value of RM368.2bil in 2022.", "indicator")
    assert fields(made, "value", "unit") == (368_200_000_000, "MYR")
