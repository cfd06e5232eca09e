"""Speakers: reporting verbs before and behind, "according to", running quotations, groups; none for joint acts."""

from __future__ import annotations

import pytest

from reading import reading_of, word


def speaker(text: str, spelled: str) -> str:
    reading = reading_of(text)
    return reading.speaker(word(reading, spelled), itself=False)


@pytest.mark.parametrize(
    ("text", "spelled", "who"),
    [
        ("Japanese Foreign Minister Takeshi Iwaya said Japan will send engineers to Palau.", "send", "Takeshi Iwaya"),
        ("Japan will send engineers to Palau, Foreign Minister Takeshi Iwaya told reporters.", "send", "Takeshi Iwaya"),
        (
            "According to the Ministry of Transport of Brazil, Paraguay will lift the ban.",
            "lift",
            "Ministry of Transport of Brazil",
        ),
        (
            "Trade of Peru rose, according to data of the Ministry of Trade of Peru.",
            "rose",
            "Ministry of Trade of Peru",
        ),
        ("Trade of Peru rose, according to figures released by Chile.", "rose", "Chile"),
        ("Russia said it was expelling two Polish diplomats.", "expelling", "Russia"),
        ("Takeshi Iwaya said Japan hoped that Palau would open the port.", "open", "Takeshi Iwaya"),
        ("The contract stipulates that Kenya must use Chinese goods.", "use", ""),
        ("Japan pledged a radar, while Palau offered to open the port.", "open", "Palau"),
        ("US officials said Washington would withdraw from the talks with Iran.", "withdraw", "US officials"),
        ("Egypt and Sudan said they would reopen the crossing.", "reopen", ""),
        ("Egypt and Sudan reopened the crossing.", "reopened", ""),
        ("The two sides agreed that Ghana would host Togo's team.", "host", ""),
    ],
)
def test_who_vouches_for_a_clause(text: str, spelled: str, who: str) -> None:
    assert speaker(text, spelled) == who


def test_a_quotation_that_runs_on_keeps_its_speaker() -> None:
    text = (
        '"We will keep the border open," Thai Prime Minister Anutin Charnvirakul said after meeting Cambodian leaders. '
        '"It matters to both countries. Trade needs it."\n\nA convoy left for Poipet.'
    )
    assert speaker(text, "keep") == "Anutin Charnvirakul"
    assert speaker(text, "matters") == "Anutin Charnvirakul"
    assert speaker(text, "needs") == "Anutin Charnvirakul"
    assert speaker(text, "left") == ""


def test_a_quotation_belongs_to_the_attribution_at_its_end() -> None:
    text = (
        "Leaders met in Vientiane.\n\n"
        "“Our border is calm. We will reopen the market,” Lao President Thongloun Sisoulith said of Thailand."
    )
    assert speaker(text, "calm") == "Thongloun Sisoulith"


def test_curly_and_straight_marks_are_the_same() -> None:
    for opening, closing in (('"', '"'), ("“", "”")):
        text = (
            f"{opening}Peru opposes it,{closing} said Peruvian Foreign Minister Elmer Schialer. "
            f"{opening}Chile refuses all talks.{closing}"
        )
        assert speaker(text, "refuses") == "Elmer Schialer"


def test_who_speaks_behind_a_semicolon_vouches_for_that_clause_alone() -> None:
    text = "Peruvian Foreign Minister Ana Soto rejected it; the Chilean ministry later accused Peru of fraud."
    assert speaker(text, "rejected") == ""
    text = "Peru's minister Ana Soto called on Chile to pay; the Chilean ministry later accused Peru of fraud."
    assert speaker(text, "pay") == "Ana Soto"
