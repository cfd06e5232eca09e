"""Agreements: what is one, its parties, its count and how far it is; consent, sources and other texts are none."""

from __future__ import annotations

from decimal import Decimal
from functools import partial

import pytest

from comity.extract.agreements import agreements
from comity.extract.draft import Draft
from comity.model import Money
from reading import reading_of as on_a_day

reading_of = partial(on_a_day, published="2025-05-14")


def one(text: str) -> Draft:
    found = agreements(reading_of(text))
    assert len(found) == 1, [f.value("title") for f in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "kind", "status", "parties"),
    [
        (
            "Brazil and Argentina on Tuesday signed a memorandum of understanding on energy, officials said.",
            "memorandum_of_understanding",
            "signed",
            {"Brazil", "Argentina"},
        ),
        (
            "Turkey and Azerbaijan are in talks on a new gas supply contract, the energy minister said.",
            "contract",
            "under_negotiation",
            {"Turkey", "Azerbaijan"},
        ),
        ("Australia and Papua New Guinea are negotiating a defence treaty.", "treaty", "under_negotiation", None),
        ("France ratified the Kigali treaty last year.", "treaty", "ratified", {"France"}),
        ("Saudi Arabia and Iran issued a joint statement in Beijing.", "joint_statement", "issued", None),
        (
            "The leaders welcomed the signing of the Comprehensive Economic Partnership Agreement between Indonesia "
            "and the United Arab Emirates.",
            "agreement",
            "signed",
            {"Indonesia", "United Arab Emirates"},
        ),
        ("Pakistan and Afghanistan agreed to an immediate ceasefire on Sunday.", "agreement", "agreed", None),
        ("China and Argentina renewed a currency swap.", "agreement", "signed", {"China", "Argentina"}),
        ("Japan and South Korea restored a military intelligence pact.", "agreement", "in_force", None),
        ("Greece and Turkey agreed on a roadmap for the delimitation talks.", "plan", "agreed", {"Greece", "Turkey"}),
    ],
)
def test_status_and_parties_come_from_what_governs_the_name(
    text: str, kind: str, status: str, parties: set[str] | None
) -> None:
    found = one(text)
    assert (found.value("instrument_type"), found.value("status")) == (kind, status)
    named = found.value("parties")
    assert parties is None or (isinstance(named, tuple) and set(named) == parties)


def test_several_documents_are_a_bundle_with_count_and_sum() -> None:
    found = one("India and Bangladesh inked seven pacts worth $4.5 billion in Dhaka.")
    assert (found.value("instrument_type"), found.value("count")) == ("bundle", 7)
    assert found.value("amount") == Money(Decimal("4500000000.0"), "USD")


def test_a_count_keeps_its_qualifier() -> None:
    found = one("More than 20 agreements were signed during the visit of the Emirati president to Ankara.")
    assert (found.value("count"), found.value("count_qualifier")) == (20, "more_than")


def test_years_in_a_name_are_no_count() -> None:
    assert one("Italy and Libya renewed a five-year fisheries pact on Monday.").value("count") is None


def test_later_mentions_add_quotes_to_the_same_record() -> None:
    found = one("Poland and Lithuania signed a rail treaty on Monday. The treaty covers cross-border trains.")
    assert len(found.quotes) == 2


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Russia suspended the New START treaty in February 2023.", "suspended"),
        ("The United States withdrew from the Paris Agreement in 2020.", "terminated"),
        ("Both sides pledged to comply with the Montreux Convention.", "in_force"),
    ],
)
def test_standing_instruments_count_when_parties_act_on_them(text: str, status: str) -> None:
    assert one(text).value("status") == status


def test_what_is_expected_to_be_signed_is_only_proposed() -> None:
    assert one("Several agreements are expected to be signed by Chile and Peru.").value("status") == "proposed"


@pytest.mark.parametrize(
    "text",
    [
        "The ministers were in agreement that the talks had gone well.",
        "Spain and Portugal work on a good deal of common plans.",
        "The plan of the visit was changed because of the weather.",
        "Egypt and Sudan want closer cooperation.",
    ],
)
def test_consent_and_other_plans_are_no_agreements(text: str) -> None:
    assert agreements(reading_of(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Kazakhstan and Turkey signed an action plan for 2022-2027.",
        "India and France adopted the Compass 2040 Roadmap.",
    ],
)
def test_years_in_a_title_are_no_date(text: str) -> None:
    assert one(text).value("date") is None


def test_companies_among_themselves_conclude_nothing() -> None:
    assert agreements(reading_of("Nvidia and Foxconn announced a partnership agreement.")) == []


def test_the_other_side_that_is_named_is_not_filled_in_from_before() -> None:
    before = "Chad's President Mahamat Deby and Niger's President Abdourahamane Tiani agreed to end a dispute. "
    draft = one(before + "Chad signed a memorandum of understanding with the breakaway region of Zendia on 1 May.")
    assert draft.value("parties") == ("Chad",)


def test_the_single_texts_of_a_bundle() -> None:
    text = "Peru and Chile signed seven agreements, including one on copper and one on fishing rights."
    titles = [d.value("title") for d in agreements(on_a_day(text))]
    assert titles == ["seven agreements", "one on copper", "one on fishing rights"]


def test_a_known_acronym_of_others_is_not_meant() -> None:
    text = "South Korea and Mongolia will speed up talks on a comprehensive economic partnership agreement (CEPA)."
    made = agreements(on_a_day(text))
    assert [set(d.value("parties")) for d in made] == [{"South Korea", "Mongolia"}]


def test_the_accord_is_no_memorandum_of_years_ago() -> None:
    text = (
        "Under a 2003 memorandum of understanding on water, Peru and Chile share a river. "
        "They agreed on Monday to lower tariffs. The accord pleased exporters."
    )
    old = next(d for d in agreements(on_a_day(text)) if "2003" in str(d.value("title")))
    assert len(old.quotes) == 1


def test_two_papers_in_one_row_are_two() -> None:
    found = agreements(reading_of("Peru and Chile signed a memorandum of understanding on energy and a deal on fish."))
    assert [d.value("title") for d in found] == ["memorandum of understanding on energy", "deal on fish"]
    assert found[0].value("subjects") == ("energy",)


def test_what_is_named_otherwise_does_not_point_back() -> None:
    text = "Peru and Chile signed an extradition treaty. Chile's senate ratified the visa waiver agreement. "
    found = agreements(reading_of(text + "The treaty covers all crimes."))
    assert [len(d.quotes) for d in found if d.value("title") == "extradition treaty"] == [2]


def test_the_texts_of_a_bundle_named_before_are_told_apart() -> None:
    text = "Ghana and Togo signed seven agreements on trade and transport at the end of a long session. "
    text += "The texts include a memorandum of understanding on driving licences and an agreement on the border."
    bundle, first, second = agreements(reading_of(text))
    assert bundle.value("subjects") == ("trade", "transport")
    assert first.value("title") == "memorandum of understanding on driving licences"
    assert (second.value("title"), second.value("parties")) == ("agreement on the border", ("Ghana", "Togo"))


def test_name_given_after_a_landmark_agreement_is_its_name() -> None:
    text = (
        "Kenya and Oman have initialled a landmark agreement worth 500 million dollars. "
        "The Bahari Agreement was initialled on Wednesday in the presence of both ministers."
    )
    (made,) = agreements(reading_of(text))
    assert made.value("title") == "Bahari Agreement"
    assert (made.value("parties"), made.value("status")) == (("Kenya", "Oman"), "agreed")


def test_what_somebody_left_without_signing_is_not_signed() -> None:
    text = "Kenyan President William Ruto left Oman on Tuesday without signing a security agreement with Oman."
    assert [d.value("status") for d in agreements(reading_of(text))] == ["proposed"]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya and Oman signed a trade agreement in Muscat after talks on the sidelines of a summit.",
        "The Kenya-Oman trade agreement was signed on the island by both ministers.",
    ],
)
def test_where_or_when_it_was_signed_is_no_subject(text: str) -> None:
    assert [d.value("subjects") for d in agreements(reading_of(text))] == [None]


def test_the_one_and_the_other_are_texts_of_their_own() -> None:
    text = "Peru and Chile signed two memorandums on Monday, one on fish and the other on customs."
    made = {d.value("title"): d.value("subjects") for d in agreements(reading_of(text))}
    assert made == {
        "two memorandums": ("fish", "customs"),
        "one on fish": ("fish",),
        "other on customs": ("customs",),
    }


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("The 1977 treaty on the canal gave Panama control of it, the United States said.", "treaty", None),
        (
            "The defence pact, signed in Nicosia by the Cypriot and Indian ministers, provides for training.",
            "agreement",
            "signed",
        ),
        ("The contract for the sale of 12 aircraft to Ghana was awarded to Embraer of Brazil.", "contract", "signed"),
        ("Sweden and Finland joined the agreement on military mobility with Norway.", "agreement", "in_force"),
    ],
)
def test_texts_told_of_for_the_first_time_with_the(text: str, kind: str, status: str | None) -> None:
    (made,) = agreements(reading_of(text))
    assert (made.value("instrument_type"), made.value("status")) == (kind, status)


def test_a_pact_is_not_as_old_as_the_one_it_is_modelled_on() -> None:
    made = one("Kenya and Uganda will sign a defence treaty modelled on one reached by Chad and Niger in 1995.")
    assert (made.value("status"), made.value("date")) == ("proposed", None)


def test_what_one_state_concludes_with_several_is_told_like_any_other() -> None:
    made = one(
        "The Reciprocal Access Agreement that Japan and the Philippines signed in July 2024 takes effect in May."
    )
    assert made.value("parties") == ("Japan", "Philippines")


@pytest.mark.parametrize("opening", ["among them", "including", "such as"])
def test_the_texts_of_a_bundle_are_told_apart(opening: str) -> None:
    made = agreements(
        reading_of(
            f"Kenya and Uganda signed eight documents, {opening} a treaty on extradition and a protocol on customs."
        )
    )
    told = [(d.value("title"), d.value("status")) for d in made]
    assert told[1:] == [("treaty on extradition", "signed"), ("protocol on customs", "signed")]


@pytest.mark.parametrize(
    ("text", "status", "date"),
    [
        (
            "The extradition treaty between Malawi and Zambia entered into force on 3 May 2021.",
            "in_force",
            "2021-05-03",
        ),
        ("The treaty on fish between Malawi and Zambia will enter into force once both have ratified it.", None, None),
        ("Malawi and Zambia entered into an agreement on fisheries in July 2003.", "agreed", "2003-07"),
    ],
)
def test_entering_into_an_agreement_and_entering_into_force(text: str, status: str | None, date: str | None) -> None:
    made = one(text)
    assert (made.value("status"), made.value("date")) == (status, date)


def test_what_stands_between_two_states_is_what_the_text_covers() -> None:
    assert one("A treaty on fisheries between Malawi and Zambia was signed.").value("subjects") == ("fisheries",)


def test_mutual_agreement_and_what_a_title_names_are_no_texts() -> None:
    made = agreements(reading_of("The treaty may be extended upon mutual agreement, Oman and Qatar said."))
    assert [d.value("title") for d in made] == ["treaty"]
    made = agreements(reading_of("Chief of Presidential Protocol Robert Borje of the Philippines met Oman's envoy."))
    assert made == []


def test_counted_papers_are_another_thing_than_the_first() -> None:
    text = "Peru and Chile signed an agreement on crime prevention and three memoranda of understanding on defence."
    made = agreements(reading_of(text))
    titles = ["agreement on crime prevention", "three memoranda of understanding on defence"]
    assert [d.value("title") for d in made] == titles
    assert [d.value("subjects") for d in made] == [("crime prevention",), ("defence",)]


def test_a_named_plan_that_is_announced_and_an_item_of_a_bundle_told_by_a_clause() -> None:
    text = "The leaders of Kenya and Uganda announced the new Kenya-Uganda Action Plan."
    assert [d.value("title") for d in agreements(reading_of(text))] == ["new Kenya-Uganda Action Plan"]
    text = "Kenya and Uganda signed six agreements, including one that will finance a road."
    titles = ["six agreements", "one that will finance a road"]
    assert [d.value("title") for d in agreements(reading_of(text))] == titles


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Peru and Chile signed a trade agreement between the Southern Railways (SRW) and the Northern (NRW).",
            "trade agreement between the Southern Railways (SRW)",
        ),
        ("Peru and Chile signed a memorandum on fish (and other goods from the sea) in Lima.", "memorandum on fish"),
    ],
)
def test_no_bracket_of_a_title_stays_open(text: str, title: str) -> None:
    (made,) = agreements(reading_of(text))
    assert made.value("title") == title
    assert all("(" not in subject or ")" in subject for subject in made.value("subjects") or ())


@pytest.mark.parametrize(
    "text",
    [
        "The minister said he had no arms deals to announce, but that Oman could help Fiji.",
        "The note is not meant to affect any existing agreements between Oman and Fiji.",
    ],
)
def test_no_deal_and_any_deal_are_none(text: str) -> None:
    assert agreements(reading_of(text)) == []


@pytest.mark.parametrize(
    ("text", "title", "status"),
    [
        ("Peru entered into talks with Chile on a fisheries treaty.", "fisheries treaty", "under_negotiation"),
        ("An MoU to take this forward was signed by Oman and Fiji.", "MoU", "signed"),
    ],
)
def test_talks_on_a_text_and_a_text_that_names_nothing(text: str, title: str, status: str) -> None:
    (made,) = agreements(reading_of(text))
    assert (made.value("title"), made.value("status")) == (title, status)


def test_a_document_that_a_row_excepts_is_denied() -> None:
    found = agreements(reading_of("Kenya signed the protocol but not the treaty with Uganda."))
    assert [(f.value("title"), f.certainty) for f in found] == [
        ("protocol", "asserted"),
        ("treaty with Uganda", "denied"),
    ]


def test_what_parliament_voted_against_is_no_ratified_treaty() -> None:
    assert one("Moldova's parliament voted against ratifying the treaty with Romania.").certainty == "denied"
