"""Trees mended where nouns are hung: names behind courtesies, one head behind an "and", subjects read as towns."""

from __future__ import annotations

import pytest

from reading import reading_of, word


@pytest.mark.parametrize(
    ("text", "name", "dep"),
    [
        ("His Excellency Mr. Taneti Maamau met Her Excellency Dr. Hilda Heine in Tarawa.", "Taneti", "nsubj"),
        ("His Excellency Mr. Taneti Maamau met Her Excellency Dr. Hilda Heine in Tarawa.", "Hilda", "obj"),
    ],
)
def test_a_courtesy_hangs_onto_its_name(text: str, name: str, dep: str) -> None:
    token = word(reading_of(text), name)
    assert (token.head.text, token.dep) == ("met", dep)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("After two days of talks in Arusha, Kenya and Tanzania signed a pact.", "Kenya"),
        ("After talks in Lima and Quito, Peru and Chile signed a pact.", "Peru"),
        ("In Muscat, Iran, Oman and Qatar signed a pact.", "Iran"),
    ],
)
def test_who_acts_is_no_further_town(text: str, subject: str) -> None:
    verb = word(reading_of(text), "signed")
    found = verb.child("nsubj")
    assert found is not None
    assert found.text == subject


def test_the_same_noun_said_again_goes_with_the_first() -> None:
    text = "The Ministry of Trade of Peru and the Ministry of Finance of Chile signed a protocol."
    reading = reading_of(text)
    assert word(reading, "Ministry", nth=1).head is word(reading, "Ministry")


def test_a_past_is_the_main_verb_where_there_is_no_other() -> None:
    text = "Home Minister Ram Thapa at the head of a 12-member delegation left here yesterday for Oman on a visit."
    verb = word(reading_of(text), "left")
    subject = verb.child("nsubj")
    assert verb.is_root
    assert subject is not None
    assert subject.text == "Ram"
