"""The lexicon of measures fits the units that figures are read with, and no word of it says two things."""

from __future__ import annotations

from collections import Counter

import pytest

from comity.language.amounts import find_amounts
from comity.vocab import load

MEASURES = load("measures")


def test_measures_name_known_units_and_sides() -> None:
    families = {*MEASURES["unit_families"], "money", "count"}
    for name, measure in MEASURES["measures"].items():
        assert set(measure["units"]) <= families, name
        assert measure["side"] in ("owner", "host", "place", "pair"), name


def test_a_noun_measures_one_thing() -> None:
    nouns = Counter(noun for measure in MEASURES["measures"].values() for noun in measure["nouns"])
    assert [noun for noun, n in nouns.items() if n > 1] == []


def test_every_word_is_a_string() -> None:
    lists = [
        words for m in MEASURES["measures"].values() for words in (m["nouns"], m["verbs"], *m["modified"].values())
    ]
    lists += [words for words in MEASURES.values() if isinstance(words, list)]
    lists += [*MEASURES["change"].values(), *MEASURES["change_basis"].values(), *MEASURES["unit_families"].values()]
    assert all(isinstance(word, str) for words in lists for word in words)


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
