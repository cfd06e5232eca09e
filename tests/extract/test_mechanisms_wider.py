"""Mechanisms of wider kinds: offices, processes, funds with a sum, exchanges that recur, numbers of sessions."""

from __future__ import annotations

import pytest

from comity.extract.mechanisms import mechanisms
from reading import reading_of


@pytest.mark.parametrize(
    ("text", "name", "status"),
    [
        ("Ghana and Togo decided to establish a liaison office of their customs services.", "liaison office", "agreed"),
        ("Peru and Chile will revive the annual exchange between the two parliaments.", "annual exchange", ""),
        (
            "Out of the talks between Ghana and Togo came an early-warning mechanism.",
            "early-warning mechanism",
            "established",
        ),
        ("Belgium announced a fund of 20 million euros for Burundi.", "fund", "established"),
        ("Uganda will host the next round of the Entebbe Process between Chad and Sudan.", "Entebbe Process", ""),
        (
            "The First Intergovernmental Summit between Spain and Andorra was held in Madrid.",
            "Intergovernmental Summit",
            "",
        ),
        (
            "An early-warning system on floods between Ghana and Togo was launched.",
            "early-warning system",
            "established",
        ),
    ],
)
def test_arrangements_of_wider_kinds(text: str, name: str, status: str) -> None:
    made = mechanisms(reading_of(text))
    assert [str(d.value("name")).startswith(name) for d in made] == [True]
    assert not status or made[0].value("status") == status


@pytest.mark.parametrize(
    "text",
    [
        "The fund of the company in Ghana lost money.",
        "The peace process between Chad and Sudan is dead.",
        "Kenya proposed regular strategic exchanges with Uganda.",
        "The warning system of the bank in Ghana failed.",
    ],
)
def test_other_things_of_these_names(text: str) -> None:
    assert mechanisms(reading_of(text)) == []


def test_a_dash_between_blanks_parts_no_name() -> None:
    (made,) = mechanisms(reading_of("The fourth session of the Chile – Peru Joint Commission was held in Lima."))
    assert made.value("name") == "Chile – Peru Joint Commission"
