"""Drafts: fields without a value are left out, quotes are kept once and in order, and what is made cannot be wrong."""

from __future__ import annotations

import pytest

from comity.errors import RecordError
from comity.extract.draft import Draft, draft
from comity.model import Span
from reading import reading_of, word

ONE, TWO = Span(0, 4, "Oman"), Span(9, 13, "Iran")


def test_what_the_text_does_not_say_stays_empty() -> None:
    made = Draft("event", "test", 0).put("form", "visit").put("place", "").put("actors", ()).put("date", None)
    assert set(made.fields) == {"form"}
    assert made.value("place") is None


def test_a_field_has_each_quote_once() -> None:
    made = Draft("event", "test", 0).put("actors", ("Oman", "Iran"), ONE, TWO, ONE)
    assert made.fields["actors"].quotes == (ONE, TWO)


def test_quotes_are_in_order_and_once() -> None:
    made = Draft("event", "test", 0)
    for span in (TWO, ONE, TWO):
        made.quote(span)
    assert made.quotes == [ONE, TWO]


def test_a_record_without_a_quote_or_with_an_unknown_field_is_refused() -> None:
    with pytest.raises(RecordError, match="needs at least one quote"):
        Draft("event", "test", 0).put("form", "visit").record()
    with pytest.raises(RecordError, match="event has no field 'colour'"):
        Draft("event", "test", 0, quotes=[ONE]).put("colour", "red").record()


def test_a_draft_knows_its_sentence_speaker_and_certainty() -> None:
    reading = reading_of("Kenya left. Ugandan Foreign Minister Jeje Odongo said Kenya may join the customs union.")
    made = draft(reading, "commitment", "test", word(reading, "join"))
    assert [q.exact for q in made.quotes] == [
        "Ugandan Foreign Minister Jeje Odongo said Kenya may join the customs union."
    ]
    assert (made.speaker, made.certainty) == ("Jeje Odongo", "hedged")
    assert made.cue is not None
    assert made.cue.exact == "may"


def test_the_record_tells_its_sectors_from_all_its_quotes() -> None:
    made = Draft("event", "test", 0, quotes=[Span(0, 11, "the railway"), Span(20, 31, "tea exports")])
    record = made.put("form", "other").record()
    assert {"transport", "trade"} <= set(record.sectors)
    assert record.rule == "test"
