"""The grammar of bodies, and how the model's guesses hold it in check."""

from __future__ import annotations

import pytest

from comity.language.bodies import BodyGrammar, Guesses
from comity.language.entities import EntityKind
from comity.language.gazetteer import gazetteer
from reading import reading_of


def bodies(text: str, run: tuple[int, int], *guesses: tuple[int, int, EntityKind]) -> list[str]:
    words = text.split()
    found = BodyGrammar(gazetteer()).find(words, run, set(), Guesses(guesses))
    return [" ".join(words[c.start : c.end]) for c in found if c.kind == "org"]


def test_joined_words_belong_to_one_body() -> None:
    assert bodies("the Hanoi Road and Bridge Corporation said", (4, 6)) == ["Hanoi Road and Bridge Corporation"]


def test_two_bodies_with_heads_are_not_joined() -> None:
    text = "the Labour Party and Green Movement agreed"
    assert bodies(text, (4, 6)) == ["Green Movement"]


@pytest.mark.parametrize(
    ("guesses", "expected"),
    [((), "Sarawak United and Malay Party"), (((4, 6, "org"),), "Malay Party")],
)
def test_a_guess_that_begins_after_and_parts_the_names(
    guesses: tuple[tuple[int, int, EntityKind], ...], expected: str
) -> None:
    assert bodies("the Sarawak United and Malay Party agreed", (4, 6), *guesses) == [expected]


def test_a_person_owns_no_part_of_a_party_s_name() -> None:
    assert bodies("against Howard 's Liberal Party now", (3, 5)) == ["Howard 's Liberal Party"]
    assert bodies("against Howard 's Liberal Party now", (3, 5), (1, 2, "person")) == ["Liberal Party"]


def test_for_opens_no_new_body_inside_a_name() -> None:
    assert bodies("the Party for the Animals won", (1, 2)) == ["Party for the Animals"]
    assert bodies("left the Party for the Free Bloc", (2, 3), (5, 7, "org")) == []


def test_a_listed_place_is_no_body_by_its_head() -> None:
    assert bodies("the old Soviet Union fell", (2, 4)) == []
    assert bodies("the Soviet Union of Writers met", (1, 3)) == ["Soviet Union of Writers"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Ministry of Works and Transport of Peru met officials.", ["Ministry of Works and Transport of Peru"]),
        ("The Ministry of Health and UNICEF signed a plan.", ["Ministry of Health", "UNICEF"]),
        ("The Council of Europe and Moldova signed a plan.", ["Council of Europe", "Moldova"]),
    ],
)
def test_what_a_ministry_is_for_may_be_two_things(text: str, names: list[str]) -> None:
    assert [m.entity.name for m in reading_of(text).references.mentions] == names
