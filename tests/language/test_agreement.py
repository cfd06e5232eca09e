"""One kind for one name, acronyms that the model calls a body, and names of places that shorten no guessed person."""

from __future__ import annotations

import pytest

from comity.language.acronyms import find_acronyms
from comity.language.agreement import Guess, agreed, recurring
from comity.language.entities import EntityKind
from comity.language.gazetteer import gazetteer
from comity.language.names import NameFinder
from comity.language.offices import find_offices
from comity.language.pipeline import parse, pipeline
from comity.language.syntax import Sentence
from comity.language.zones import Block


def read(text: str) -> list[Sentence]:
    return parse(pipeline(), text, [Block(0, len(text), "article", 0)])[0]


def calls(sentences: list[Sentence], name: str, *kinds: EntityKind) -> list[Guess]:
    """A guess of each kind, at the places where ``name`` stands."""
    tokens = [t for s in sentences for t in s.tokens]
    words = name.split()
    at = [i for i in range(len(tokens)) if [t.text for t in tokens[i : i + len(words)]] == words]
    return [(i, i + len(words), kind) for i, kind in zip(at, kinds, strict=True)]


CORON = "Coron is a town. Ferries reach Coron daily. Fishing made Coron rich."


def test_most_guesses_decide_for_all() -> None:
    sentences = read(CORON)
    guesses = calls(sentences, "Coron", "place", "person", "place")
    assert [kind for *_, kind in agreed(guesses, sentences)] == ["place", "place", "place"]


def test_without_a_majority_each_guess_stays() -> None:
    sentences = read("Coron is a town. Ferries reach Coron daily.")
    guesses = calls(sentences, "Coron", "place", "person")
    assert agreed(guesses, sentences) == guesses


def test_a_word_recurs_from_the_second_time_on() -> None:
    sentences = read(CORON)
    guesses = calls(sentences, "Coron", "place", "place", "person")
    assert recurring(guesses, sentences, "place") == {"Coron"}
    assert recurring(guesses, sentences, "person") == frozenset()


@pytest.mark.parametrize(("called", "expected"), [(1, set()), (2, {"MIC"})])
def test_an_acronym_is_a_body_where_the_model_says_so_often_enough(called: int, expected: set[str]) -> None:
    sentences = read("The MIC met. The MIC rose. The MIC spoke. The MIC sat. The MIC left.")
    guesses = calls(sentences, "MIC", *["org"] * 5)[:called]
    assert find_acronyms(sentences, [[] for _ in sentences], {g[0]: g for g in guesses}) == expected


def test_a_place_named_twice_shortens_no_person_that_is_but_guessed() -> None:
    text = f"Coron Coron lies in the west. {CORON}"
    sentences = read(text)
    tokens = [t for s in sentences for t in s.tokens]
    singles = [t.i for t in tokens if t.text == "Coron"][2:]
    guesses = [(0, 2, "PERSON"), *((i, i + 1, "PLACE") for i in singles)]
    found = NameFinder(gazetteer(), guesses).read(sentences, [find_offices(s) for s in sentences])
    assert [m.entity.kind for ms in found for m in ms if m.start in singles] == ["place"] * len(singles)
