"""Transcripts: whose words the paragraphs behind a label are."""

from __future__ import annotations

from comity.extract.commitments import commitments
from reading import reading_of

BRIEFING = (
    "Briefing by the ministry\n\nQ: Is Peru worried about the raid?\n\n"
    "Ms. Ana Soto: Peru opposes any use of force. We call on Chile to withdraw its ships.\n\n"
    "We hope that Chile will return the crew.\n\n"
    "AFP: Will the talks go on? Chile is asked to stop the drills.\n"
)


def test_a_label_tells_who_speaks_until_the_next() -> None:
    made = commitments(reading_of(BRIEFING))
    assert [(d.value("action"), d.speaker) for d in made] == [
        ("withdraw its ships", "Ana Soto"),
        ("return the crew", "Ana Soto"),
        ("stop the drills", ""),
    ]


def test_a_sentence_that_ends_in_a_colon_is_no_label() -> None:
    text = "Chile and Peru met.\n\nIt was decided by Ana Soto: Peru will reopen the crossing in May."
    assert {d.speaker for d in commitments(reading_of(text))} == {""}


def test_the_colon_of_a_label_is_not_quoted() -> None:
    reading = reading_of("Chile and Peru met.\n\nWang Wenbin: China and Peru agreed to build a port.")
    assert [d.quotes[0].exact for d in commitments(reading)] == ["China and Peru agreed to build a port."]


def test_remarks_are_of_whom_the_headline_names() -> None:
    text = "Remarks by President Ana Soto of Peru\n\nWe call on Chile to withdraw its ships. We will reopen the port."
    made = commitments(reading_of(text))
    assert {(d.speaker, d.value("by")) for d in made} == {("Ana Soto", ("Chile",)), ("Ana Soto", ("Peru",))}
