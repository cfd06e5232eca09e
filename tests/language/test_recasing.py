"""Headlines in which every word has a capital."""

from __future__ import annotations

import pytest

from comity.language.pipeline import pipeline
from comity.language.recasing import Letters
from reading import reading_of

RUNNING = "The talks on the Agua Negra tunnel were held on Monday. Mr Fierro, who speaks for Mercosur, gave no date."


def letters() -> Letters:
    return Letters(pipeline(), RUNNING)


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("Peru Recalls Ambassador From Bolivia Over Remarks", "Peru recalls ambassador from Bolivia over remarks"),
        ("PERU RECALLS AMBASSADOR FROM BOLIVIA", "Peru recalls ambassador from Bolivia"),
        ("Japan Protests Drilling In East China Sea", "Japan protests drilling in East China Sea"),
        ("OSCE TO SEND MONITORS TO GEORGIA IN MAY", "OSCE to send monitors to Georgia in may"),
        ("Chile And Argentina Open Agua Negra Tunnel", "Chile and Argentina open Agua Negra tunnel"),
        ("Fierro Calls Talks With Mercosur Useful", "Fierro calls talks with Mercosur useful"),
        ("Deputy Premier Jānis Bērziņš Meets Envoy", "Deputy Premier Jānis Bērziņš meets envoy"),
    ],
)
def test_names_keep_their_capitals_and_other_words_lose_them(line, read):
    assert letters().lowered(line) == read


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("PERU and Chile agreed to talk.", "Peru and Chile agreed to talk."),
        ("PRIME MINISTER Fierro met Chile's envoy.", "Prime minister Fierro met Chile's envoy."),
        ("NEW ZEALAND will help Samoa.", "New Zealand will help Samoa."),
        ("OPEC ministers met on Monday.", "OPEC ministers met on Monday."),
        ("SAARC officials met on Monday.", "SAARC officials met on Monday."),
    ],
)
def test_a_shouted_opening_is_read_in_its_usual_letters(line, read):
    assert letters().opened(line) == read


@pytest.mark.parametrize(
    "line",
    [
        "Peru recalls its ambassador from Bolivia over remarks",
        "Trade and Investment",
        "The talks on the Agua Negra tunnel were held on Monday.",
        "",
    ],
)
def test_sentences_and_labels_stay(line):
    assert letters().lowered(line) == line


@pytest.mark.parametrize("line", ["İSTANBUL VE ANKARA ARASINDA ANLAŞMA", "STRASSE UND FLÜSSE ZWISCHEN STÄDTEN ß"])
def test_no_letter_moves(line):
    assert len(letters().lowered(line)) == len(line)


def test_a_headline_in_capitals_is_read_with_its_quote_as_written():
    text = "FINLAND EXPELS TWO RUSSIAN DIPLOMATS\n\nThe ministry gave no reason for the step on Tuesday."
    reading = reading_of(text)
    assert [t.text for t in reading.sentences[0].tokens[:2]] == ["Finland", "expels"]
    assert reading.quote(reading.sentences[0]).exact == "FINLAND EXPELS TWO RUSSIAN DIPLOMATS"
