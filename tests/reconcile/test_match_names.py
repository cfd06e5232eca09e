"""Names that make two tellings one whenever they were told, and words for the sides that say nothing of a figure."""

from __future__ import annotations

import pytest

from reconcile.test_match import verdict

PACT = {"kind": "agreement", "instrument_type": "agreement", "status": "agreed", "parties": ["Kenya", "Uganda"]}
TRADE = {
    "kind": "indicator", "measure": "bilateral trade", "value": 1_400_000_000, "unit": "USD", "period": "2023",
    "area": "Kenya", "counterpart": "Uganda", "says": "Bilateral trade stood at $1.4 billion in 2023.",
}  # fmt: skip


def pact(title, says, **more):
    return {**PACT, "title": title, "says": says, **more}


def stance(words):
    return {"kind": "position", "by": ["Kenya"], "stance": words, "says": f"Kenya {words}."}


BAHARI = pact("Bahari Agreement", "The Bahari Agreement was initialled on Wednesday.", date="2024-05-01")


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (pact("long-awaited Bahari agreement", "The Bahari agreement was signed at last.", date="2024-12-04"), "same"),
        (pact("Bahari Agreement", "The pair agreed to conclude the Bahari Agreement.", parties=[]), "same"),
        (pact("Hilltop Agreement", "The Hilltop Agreement was signed.", date="2024-12-04"), ""),
        (pact("Bahari Agreement", "The Bahari Agreement was signed.", parties=["Peru", "Chile"]), ""),
        (pact("Free Trade Agreement", "The Free Trade Agreement was signed.", date="2024-12-04"), ""),
    ],
)  # fmt: skip
def test_text_with_a_name_of_its_own_is_one_from_draft_to_signature(other, expected):
    assert verdict(BAHARI, other, published=("2024-05-02", "2024-12-05")) == expected


def test_numbered_texts_of_one_name_are_as_many_as_there_are_numbers():
    first = pact("Bahari Protocol 14", "Bahari Protocol 14 was signed.", date="2024-05-01")
    second = pact("Bahari Protocol 15", "Bahari Protocol 15 was signed.", date="2024-12-01")
    assert verdict(first, second, published=("2024-05-02", "2024-12-05")) == ""


def test_names_of_places_and_fields_make_no_text_one():
    first = pact("Nairobi Declaration", "The Nairobi Declaration was issued.", date="2023-05-01")
    second = pact("Nairobi Declaration", "The Nairobi Declaration was issued.", date="2024-12-01")
    assert verdict(first, second, published=("2023-05-02", "2024-12-05")) == ""


@pytest.mark.parametrize(
    "measure", ["trade between the neighbours", "trade between the two countries", "two-way trade between both sides"]
)
def test_trade_between_the_neighbours_is_bilateral_trade(measure):
    other = {**TRADE, "measure": measure, "value": 1_600_000_000, "says": f"In 2023 {measure} was about $1.6 billion."}
    assert verdict(TRADE, other, published=("2024-07-30", "2024-10-09")) == "same"


def test_who_backs_a_bid_to_join_supports_the_accession():
    one = stance("supports the accession of Sudan to the East African Union")
    assert verdict(one, stance("backs Sudan's bid to join the East African Union")) == "same"


def pledge(action):
    told = {"kind": "commitment", "by": ["Kenya"], "to": ["Uganda"], "modality": "pledged"}
    return {**told, "action": action, "says": f"Kenya will {action}."}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("provide A$500 million over ten years", "give Uganda $500m over a decade", "same"),
        ("make fish a priority of its Nile presidency", "put fish first during its Nile presidency", "same"),
        ("hold talks on the maize quota", "hold talks on the citrus quota", ""),
    ],
)  # fmt: skip
def test_sums_in_short_and_what_is_put_first(one, other, expected):
    assert verdict(pledge(one), pledge(other), published=("2024-05-02", "2024-12-05")) == expected


def test_unit_before_the_ends_of_a_line_is_no_part_of_them():
    line = {"kind": "project", "project_type": "power", "places": ["Masaka", "Mwanza"], "participants": ["Uganda"]}
    one = {**line, "name": "400-kilovolt power line between Masaka and Mwanza", "says": "A power line will be built."}
    other = {**line, "name": "400 kV Masaka–Mwanza transmission line", "says": "Work on the 400 kV line started."}
    assert verdict(one, other, published=("2023-03-14", "2024-07-30")) == "same"
