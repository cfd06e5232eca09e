"""Events that an article recalls or that came before its news: founding by age, what was done after what."""

from __future__ import annotations

import pytest

from comity.extract.agreements import agreements
from comity.extract.draft import Draft
from comity.extract.events import events
from reading import reading_of


def of_form(text: str, form: str) -> list[Draft]:
    return [d for d in events(reading_of(text)) if d.value("form") == form]


def fields(draft: Draft, *names: str) -> tuple[object, ...]:
    return tuple(draft.value(name) for name in names)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("The visit marks the 50th anniversary of diplomatic relations between Norway and Kuwait.", "1975"),
        ("Norway and Kuwait mark the 50th anniversary of the establishment of diplomatic ties.", "1975"),
        ("Oslo came to mark 60 years of diplomatic ties with Kuwait.", "1965"),
        ("This year marks five decades of diplomatic relations between Norway and Kuwait.", "1975"),
        ("Norway and Kuwait will mark the 60th anniversary of diplomatic relations in 2026.", "1966"),
        ("Bilateral ties between Norway and Kuwait date back to 1961.", "1961"),
    ],
)
def test_age_of_relations_tells_when_they_were_founded(text: str, year: str) -> None:
    (made,) = of_form(text, "establishment")
    assert set(made.value("actors")) == {"Norway", "Kuwait"}  # type: ignore[arg-type]
    assert fields(made, "date", "phase") == (year, "historical")


@pytest.mark.parametrize(
    "text",
    [
        "Norway and Kuwait look back on 50 years of friendly football.",
        "Trade ties between Norway and Kuwait date back to 1961.",
        "Norway visited to promote partnerships between Kuwaiti and Omani companies.",
        "Norway and Kuwait agreed to boost their ties.",
    ],
)
def test_no_relations_are_founded(text: str) -> None:
    assert not of_form(text, "establishment")


def test_partnership_founded_later_is_another_founding_than_that_of_relations() -> None:
    text = (
        "Norway and Kuwait established diplomatic relations in 1961 and mark the tenth anniversary of their "
        "comprehensive partnership."
    )
    assert sorted(str(d.value("date")) for d in of_form(text, "establishment")) == ["1961", "2015"]


def test_day_and_place_of_what_came_before_are_not_those_of_the_meeting() -> None:
    text = (
        "Kenyan President William Ruto met Chadian President Mahamat Deby in Paris, following his arrival in "
        "Lyon on Tuesday."
    )
    (made,) = of_form(text, "meeting")
    assert fields(made, "date", "place") == (None, "Paris")


def test_what_was_concluded_before_an_arrival_has_not_its_day() -> None:
    text = "Kenyan President William Ruto arrived in Oslo on Monday for talks after concluding a trade pact with Chad."
    (made,) = of_form(text, "signing")
    assert made.value("date") is None


def test_signing_in_the_state_left_behind_is_placed_there_and_has_no_day_of_the_arrival() -> None:
    text = (
        "Kenyan President William Ruto arrived in Oslo on Monday from Chad, where he and President Mahamat "
        "Deby signed a trade pact."
    )
    (made,) = of_form(text, "signing")
    assert fields(made, "date", "place") == (None, "Chad")


def test_visits_listed_by_year_are_one_each() -> None:
    text = (
        "Kenyan President William Ruto arrived in Oslo on Monday. It was his third trip to the country, "
        "after visits in 2015 and 2017."
    )
    made = {str(d.value("date")): d.value("phase") for d in of_form(text, "visit")}
    assert made == {"2025-04-14": "held", "2015": "historical", "2017": "historical"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The line is part of China's Belt and Road Initiative.", "in_force"),
        ("China and Fiji discussed cooperation under the Belt and Road Initiative.", "in_force"),
    ],
)
def test_standing_plan_that_a_project_is_part_of(text: str, status: str) -> None:
    assert [d.value("status") for d in agreements(reading_of(text))] == [status]


def test_host_who_has_a_guest_for_talks_meets_him() -> None:
    (made,) = of_form(
        "Hungarian Prime Minister Viktor Orban hosted Serbian President Aleksandar Vucic for talks.", "meeting"
    )
    assert made.value("actors") == ("Viktor Orban", "Aleksandar Vucic")


def test_the_leaders_meeting_is_that_of_both_states_not_of_whom_the_text_named_last() -> None:
    text = (
        "Norway and Kuwait look back on ties that King Haakon valued. Looking ahead, Ambassador Ahmad Salem called "
        "for both countries to implement the consensus reached during the leaders' meeting."
    )
    (made,) = of_form(text, "meeting")
    assert set(made.value("actors")) == {"Norway", "Kuwait"}  # type: ignore[arg-type]


def test_what_was_signed_on_a_visit_that_lasts_has_its_days_so_far() -> None:
    text = (
        "Kuwaiti Emir Mishal al-Ahmad paid a state visit to Norway from April 14 to 18, 2025. "
        "\n\nThe visit bore fruit. Norway and Kuwait signed nine cooperation documents."
    )
    (made,) = of_form(text, "signing")
    assert made.value("date") == "2025-04-14/2025-04-16"


def test_they_are_the_two_who_have_just_met() -> None:
    text = (
        "Ties deepen amid rivalry between Japan and Peru. Kenyan President William Ruto met with Egyptian "
        "President Abdel Fattah al-Sisi on Monday. They witnessed the signing of several bilateral deals."
    )
    (made,) = of_form(text, "signing")
    assert made.value("actors") == ("William Ruto", "Abdel Fattah el-Sisi")


def test_post_by_its_initials_is_who_holds_it() -> None:
    text = (
        "Chief Executive John Lee praised Vietnam's growth on Monday. The CE met Vietnamese Deputy Prime Minister "
        "Tran Luu Quang in Hanoi."
    )
    (made,) = of_form(text, "meeting")
    assert made.value("actors") == ("John Lee", "Tran Luu Quang")


def test_what_had_been_expected_is_no_event() -> None:
    text = "Kenyan President William Ruto had been expected to sign a trade pact with Egypt on Monday."
    assert not of_form(text, "signing")


def test_the_date_before_what_follows_an_event_is_not_its_own() -> None:
    text = "Ties were sought by both in the 1950s, following a visit by the Danish prime minister to Lisbon in 1952."
    (made,) = of_form(text, "visit")
    assert made.value("date") == "1952"


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        (
            "The Government of the Republic of Serbia and the Government of the Kingdom of Bahrain signed a protocol.",
            ("Serbia", "Bahrain"),
        ),
        (
            "The Ministry of Trade of Peru and the Ministry of Finance of Chile signed a protocol.",
            ("Ministry of Trade of Peru", "Ministry of Finance of Chile"),
        ),
    ],
)
def test_the_same_noun_said_again_names_the_other_party(text: str, actors: tuple[str, str]) -> None:
    (made,) = of_form(text, "signing")
    assert made.value("actors") == actors


@pytest.mark.parametrize(
    "text",
    [
        "His Excellency Mr. Taneti Maamau, President of Kiribati, met Her Excellency Dr. Hilda Heine in Tarawa.",
        "H.E. Mr. Wang Yi met with H.E. Dr. Vivian Balakrishnan on Monday.",
        "The Sultan of Oman received His Excellency Taneti Maamau on Monday.",
    ],
)
def test_a_courtesy_before_a_name_is_nobody(text: str) -> None:
    (made,) = of_form(text, "meeting")
    assert not any("Excellency" in name or "H.E." in name for name in made.value("actors"))  # type: ignore[union-attr]
    assert len(made.value("actors")) == 2  # type: ignore[arg-type]


def test_a_clause_of_when_has_the_date_before_it() -> None:
    text = "Ties between Peru and Chile froze in May 2023, when Peru expelled two Chilean diplomats."
    (made,) = of_form(text, "expulsion")
    assert made.value("date") == "2023-05"


def test_what_is_told_behind_a_vow_is_done() -> None:
    text = "The Kenyan president vowed on Sunday to widen trade with Oman, signing a three-year plan in Muscat."
    (made,) = of_form(text, "signing")
    assert made.value("phase") == "held"


def test_between_whom_a_text_is_on_cooperation_does_not_sign_it() -> None:
    text = "Five MoUs were signed on health and cooperation between the electoral authorities, Peru and Chile said."
    assert all("electoral authorities" not in d.names("actors") for d in of_form(text, "signing"))


def test_a_pledge_is_not_received_as_a_guest() -> None:
    assert not of_form("President Ruto welcomed Uganda's pledge of support for Kenya.", "meeting")


def test_a_declaration_to_be_implemented_is_not_issued_again() -> None:
    text = "Oman looks forward to a plan to implement the Joint Declaration on maritime security with Qatar."
    assert not of_form(text, "statement")


def test_a_call_that_will_be_paid_is_to_come() -> None:
    text = "Moldovan Foreign Minister Mihai Popsoi will pay a courtesy call on Slovenian Prime Minister Robert Golob."
    (made,) = of_form(text, "meeting")
    assert made.value("phase") == "scheduled"


def test_whoever_meets_a_firm_deals_with_no_state() -> None:
    assert not of_form("Kenyan President William Ruto met Toyota in Kampala, Uganda.", "meeting")
    assert of_form("Kenyan President William Ruto met the Central Bank of Uganda in Kampala.", "meeting")


def test_what_is_only_compared_with_is_not_the_date() -> None:
    (made,) = events(reading_of("The ministers of Peru and Chile signed on Monday one paper more than in May 2024."))
    assert made.value("date") == "2025-04-14"
