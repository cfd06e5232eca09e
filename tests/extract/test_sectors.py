from __future__ import annotations

import time

import pytest

from comity.extract.sectors import sectors_of
from comity.vocab import load


@pytest.mark.parametrize(
    ("text", "sectors"),
    [
        ("Work on the cross-border railway began in May.", ("border", "transport")),
        ("They will export more coffee and rice.", ("trade", "agriculture")),
        ("A loan from the central bank", ("finance",)),
        ("Coast guards met off the islands.", ("maritime",)),
        ("The navies held a joint drill.", ("defence",)),
        ("Scholarships for nursing students", ("health", "education")),
        ("The hospitality of the host", ("tourism",)),
        ("It rained all day.", ()),
        ("", ()),
    ],
)
def test_words_show_the_sector_in_codebook_order(text: str, sectors: tuple[str, ...]) -> None:
    assert sectors_of(text) == sectors


def test_phrases_hide_the_words_they_contain() -> None:
    assert "trade" not in sectors_of("The trade union elected a chair.")
    assert "trade" in sectors_of("The trade union spoke about trade with Laos.")


def test_case_accents_and_hyphens_make_no_difference() -> None:
    assert sectors_of("SUPPLY-CHAIN") == sectors_of("supply chain") == ("supply_chain",)


def test_every_sector_of_the_codebook_has_words() -> None:
    assert list(load("sectors")["sectors"]) == load("kinds")["sectors"]
    assert all(len(words) >= 10 for words in load("sectors")["sectors"].values())


def test_every_phrase_is_a_lower_case_string_given_once() -> None:
    for phrases in (*load("sectors")["sectors"].values(), load("sectors")["not"]):
        assert all(isinstance(phrase, str) and phrase == phrase.lower() for phrase in phrases)
        assert len(phrases) == len(set(phrases))


def test_time_is_linear() -> None:
    start = time.perf_counter()
    sectors_of("people to people " * 20_000)
    assert time.perf_counter() - start < 10
