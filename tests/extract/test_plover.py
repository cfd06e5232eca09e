from __future__ import annotations

import time

import pytest

from comity.extract.plover import lemma_of, main_root, roots
from comity.vocab import load


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("The two ministers held talks in Vientiane.", "CONSULT"),
        ("The two governments agreed to reopen the bridge.", "AGREE"),
        ("Norland called on its neighbour to show restraint.", "REQUEST"),
        ("The president praised the new government.", "SUPPORT"),
        ("Norland imposed sanctions on three banks.", "SANCTION"),
        ("Norland lifted the curfew in the capital.", "CONCEDE"),
        ("Norland provided food aid to the islands.", "AID"),
        ("Norland deployed troops along the river.", "MOBILIZE"),
        ("Norland severed ties with its neighbour.", "SANCTION"),
        ("The army pulled out of the valley.", "RETREAT"),
        ("The two navies held a joint exercise.", "COOPERATE"),
        ("The ministry accused Southland of spying.", "ACCUSE"),
        ("Southland rejected the proposal.", "REJECT"),
        ("Southland threatened to close the port.", "THREATEN"),
        ("Students staged a demonstration in the square.", "PROTEST"),
        ("Police detained forty fishermen.", "COERCE"),
        ("Rebels attacked a village in the north.", "ASSAULT"),
        ("The weather was fine.", ""),
        ("", ""),
    ],
)
def test_the_verb_of_the_main_clause_gives_the_root(text: str, root: str) -> None:
    assert main_root(text) == root


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("Norland will provide food aid to the islands.", "AGREE"),
        ("Norland will impose sanctions on three banks.", "THREATEN"),
        ("Norland said the rebels must release the crew.", "REQUEST"),
        ("Norland will not release the crew.", "REJECT"),
    ],
)
def test_modal_verbs_change_the_root(text: str, root: str) -> None:
    assert main_root(text) == root


def test_a_subordinate_clause_comes_after_the_main_one() -> None:
    text = "After rebels attacked the town, Norland lifted the ban on exports."
    assert [root for root, _, _ in roots(text)] == ["CONCEDE", "ASSAULT"]


def test_names_are_no_verbs() -> None:
    assert main_root("On Monday, Amnesty and the Visit Board said nothing.") == ""


def test_offsets_point_at_the_words() -> None:
    text = "Norland has imposed heavy sanctions on three banks."
    _, start, end = roots(text)[0]
    assert text[start:end] == "imposed heavy sanctions"


@pytest.mark.parametrize(("word", "lemma"), [("met", "meet"), ("urging", "urge"), ("denied", "deny"), ("xyz", "xyz")])
def test_lemmas(word: str, lemma: str) -> None:
    assert lemma_of(word) == lemma


def test_the_roots_are_those_of_the_codebook() -> None:
    assert set(load("plover")["roots"]) == set(load("kinds")["kinds"]["event"]["category"]["values"])


def test_time_is_linear() -> None:
    start = time.perf_counter()
    roots("they impose a very long and hold " * 5_000)
    assert time.perf_counter() - start < 15
