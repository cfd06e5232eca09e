"""The reading as a whole: exact spans of the stored text, dates and figures by place, anchors, what is set aside."""

from __future__ import annotations

from comity.language.reading import read
from comity.model import Document
from reading import nlp, reading_of, word

STRAY = "Ghana an\ua9d1d Togo\u00a0met in Accra on Monday.\r\nThey signed 3 pacts worth $2 million."


def test_spans_point_into_the_stored_text() -> None:
    reading = reading_of(STRAY)
    for sentence in reading.sentences:
        quote = reading.quote(sentence)
        assert STRAY[quote.start : quote.end] == quote.exact
    spans = [reading.words(t.i, t.i) for t in reading.tokens]
    assert all(STRAY[s.start : s.end] == s.exact for s in spans)
    assert [s.start for s in spans] == sorted(s.start for s in spans)


def test_blanks_at_the_ends_are_left_out() -> None:
    reading = reading_of("Oman hosted Iran.  ")
    assert reading.span(0, len(reading.view.text)).exact == "Oman hosted Iran."


def test_line_breaks_are_blanks_in_words() -> None:
    reading = reading_of("Peru and Chile\nsigned the\npact in Lima.")
    assert reading.text_of(0, len(reading.tokens) - 1) == "Peru and Chile signed the pact in Lima."


def test_dates_and_figures_by_place() -> None:
    reading = reading_of("Ghana and Togo met on Monday. They signed 3 pacts worth $2 million on 5 May 2025.")
    first, second = reading.sentences
    assert [d.edtf for d in reading.dates_in(first.start, first.end)] == ["2025-04-14"]
    assert [d.edtf for d in reading.dates_in(second.start, second.end)] == ["2025-05-05"]
    assert [int(a.value) for a in reading.amounts_in(second.start, second.end) if a.is_money] == [2_000_000]
    assert reading.amounts_in(first.start, first.end) == []


def test_the_day_of_publication_is_the_anchor_else_the_first_full_date() -> None:
    text = "On 3 March 2024 Kenya and Uganda met in Kampala. They will meet again next month."
    assert reading_of(text).anchor == "2025-04-16"
    undated = read(Document(id="t", source="t.txt", text=text), nlp())
    assert undated.anchor == "2024-03-03"
    assert [d.edtf for d in undated.dates][-1] == "2024-04"


def test_mentions_by_sentence_and_word() -> None:
    reading = reading_of("Kenya thanked Uganda. Rwanda was absent.")
    assert [m.entity.name for m in reading.mentions_in(reading.sentences[0])] == ["Kenya", "Uganda"]
    assert [m.entity.name for m in reading.mentions_in(reading.sentences[1])] == ["Rwanda"]
    found = reading.mention_at(word(reading, "Rwanda"))
    assert found is not None
    assert found.entity.iso3 == "RWA"
    assert reading.mention_at(word(reading, "absent")) is None


def test_what_is_set_aside_is_not_read() -> None:
    text = "---\ntitle: Talks\n---\nKenya and Uganda met in Kampala on Monday to speak of the lake they share."
    from comity.ingest import read_text

    reading = read(read_text(text), nlp())
    assert [s.reason for s in reading.set_aside] == ["front_matter"]
    assert reading.tokens[0].text == "Kenya"


def test_the_same_text_gives_the_same_reading() -> None:
    document = Document(id="t", source="t.txt", text=STRAY, published="2025-04-16")
    one, other = read(document, nlp()), read(document, nlp())
    assert [repr(t) for t in one.tokens] == [repr(t) for t in other.tokens]
    assert [repr(m) for m in one.references.mentions] == [repr(m) for m in other.references.mentions]


def test_a_month_of_a_dispatch_without_a_year_is_of_no_year() -> None:
    reading = reading_of(
        "LIMA, Feb 24 (Island Wire) - Peru set up a body in 2016. Chile freed them in January.", published=""
    )
    assert [d.edtf for d in reading.dates if d.span.exact == "January"] == [""]
