"""The lexicon of measures fits the codebook and the units that figures are read with."""

from __future__ import annotations

import pytest

from comity.language.amounts import find_amounts
from comity.vocab import load

MEASURES = load("measures")


def test_measures_name_known_units_and_sectors() -> None:
    families = {*MEASURES["unit_families"], "money", "count"}
    for name, measure in MEASURES["measures"].items():
        assert set(measure["units"]) <= families, name
        assert set(measure["sectors"]) <= set(load("kinds")["sectors"]), name
        assert measure["side"] in ("reporter", "pair"), name


def test_every_phrase_is_a_string() -> None:
    lists = [m["phrases"] for m in MEASURES["measures"].values()]
    lists += [*MEASURES["change"].values(), *MEASURES["change_basis"].values(), *MEASURES["unit_families"].values()]
    assert all(isinstance(phrase, str) for phrases in lists for phrase in phrases)


def test_no_word_means_both_up_and_down() -> None:
    assert not set(MEASURES["change"]["up"]) & set(MEASURES["change"]["down"])


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("1.2 million visitors", "persons"),
        ("40 km", "length"),
        ("30,000 tons", "mass"),
        ("300 MW", "power"),
        ("5%", "percent"),
    ],
)
def test_units_that_are_read_belong_to_a_family(text: str, family: str) -> None:
    (found,) = find_amounts(text)
    assert found.unit in MEASURES["unit_families"][family]
