from __future__ import annotations

import re
from datetime import date

import pytest

from comity.export.brief_markdown import markdown, plain
from comity.export.brief_words import line
from comity.query import brief
from query.shelf import EVERYTHING, said, shelf

PAIR = ("MDA", "ROU")


@pytest.fixture(scope="module")
def text():
    return markdown(brief(EVERYTHING, PAIR, date(2024, 12, 31), since=date(2024, 1, 31)))


def parts(text):
    return {part.split("\n", 1)[0]: part.split("\n", 1)[1] for part in re.split(r"^##? ", text, flags=re.M)[1:]}


def test_title_and_sections(text):
    assert text.startswith("# Moldova and Romania: brief as of 31 December 2024\n")
    assert {"State of the relation", "New since 31 January 2024", "Overdue", "Where sources disagree"} <= set(
        parts(text)
    )


def test_every_line_has_a_footnote_and_every_footnote_a_quote_a_source_and_a_date(text):
    sources = parts(text)["Sources"]
    body = text[: text.index("## Sources")]
    lines = [one for one in body.splitlines() if one and not one.startswith(("#", "*"))]
    assert lines
    assert all(re.search(r"\.(\[\^\d+\])+( `[a-z]{2}-[a-z2-7]{12}`)?$", one) for one in lines)
    called = set(re.findall(r"\[\^(\d+)\](?!:)", body))
    notes = dict(re.findall(r"^\[\^(\d+)\]: (.*)$", sources, flags=re.M))
    assert called == set(notes)
    stored = {quote for thing in EVERYTHING.things for claim, _ in thing for quote in [claim.quote.exact]}
    for note in notes.values():
        assert note[1 : note.index("\u201d")] in stored
        assert re.search(r"Report of \d{4}-\d\d-\d\d, The .* paper, \d+ \w+ 20\d\d", note)


def test_each_sentence_of_the_opening_paragraph_has_its_own_footnote(text):
    paragraph = parts(text)["State of the relation"].strip()
    assert "\n" not in paragraph
    assert all(re.match(r"(\[\^\d+\])+", rest) for rest in re.split(r"\.(?=\[)", paragraph)[1:])
    assert paragraph.count(".[^") == 3


def test_what_is_overdue_says_since_when(text):
    assert "link their gas networks (was due 2023, no source tells that it was done)." in parts(text)["Overdue"]


def test_a_dispute_shows_both_values_with_who_says_so(text):
    told = parts(text)["Where sources disagree"]
    assert "3 billion USD (official, 1 March 2023) \u2013 4 billion USD (news agency, 1 March 2024)" in told


def test_a_new_stage_says_what_was_before(text):
    assert "now under construction, before approved" in parts(text)["New since 31 January 2024"]


def test_what_is_empty_is_said_where_that_is_news():
    text = markdown(brief(shelf(EVERYTHING.things[0]), PAIR, date(2024, 12, 31)))
    assert parts(text)["Overdue"].strip() == "*nothing*"
    assert "Figures" not in parts(text)


def test_texts_of_documents_are_never_markup():
    evil = said(
        "agreement", "The <script>alert(1)</script> pact [click](javascript:x)\nwas *signed* by Moldova and Romania.",
        "2024-01-01", title="<script>alert(1)</script> pact [click](javascript:x) *now*",
        parties=["Moldova", "Romania"], status="signed",
    )  # fmt: skip
    text = markdown(brief(shelf((evil,)), PAIR, date(2024, 12, 31)))
    assert "<script>" not in text
    assert not re.search(r"(?<!\\)\[click", text)
    assert not re.search(r"(?<!\\)\*now", text)
    assert all(line.startswith(("#", "-", "*", "[^")) or ".[^" in line for line in text.splitlines() if line)


def test_what_nobody_has_told_of_for_years_says_since_when():
    pact = said(
        "agreement", "Moldova and Romania initialled a pact on water.", "2015-05-05", title="pact on water",
        parties=["Moldova", "Romania"], status="agreed",
    )  # fmt: skip
    text = markdown(brief(shelf((pact,)), PAIR, date(2024, 12, 31)))
    assert "(no news since 5 May 2015; agreed)" in parts(text)["Nothing heard for long"]


def test_control_characters_do_not_pass():
    assert plain("a\x1b[2Jb\u202ec\nd") == "a\u241b\\[2Jb\ufffdc d"


def test_a_doubtful_promise_is_called_so():
    told = said(
        "commitment", "Romania may lend Moldova a ferry.", "2024-01-01", certainty="hedged", by=["Romania"],
        to=["Moldova"], action="lend Moldova a ferry", modality="planned",
    )  # fmt: skip
    (fact,) = brief(shelf((told,)), PAIR, date(2024, 2, 1)).section("promises").facts
    assert "only reported as likely" in line(fact)


def test_a_promise_that_was_told_as_not_kept_says_so_and_one_that_was_kept():
    promise = said(
        "commitment", "Romania will build the Ungheni dam.", "2024-01-01", by=["Romania"], to=["Moldova"],
        action="build the Ungheni dam", modality="pledged",
    )  # fmt: skip
    deed = said(
        "project", "Romania has not yet built the Ungheni dam.", "2024-06-01", certainty="denied", name="Ungheni dam",
        status="operating", participants=["Romania"],
    )  # fmt: skip
    late = shelf((promise,), kept={0: (deed,)})
    (fact,) = brief(late, PAIR, date(2024, 12, 31)).section("promises").facts
    assert "(told on 1 June 2024 as not kept yet)" in line(fact)
    built = said(
        "project", "Romania built the Ungheni dam.", "2024-06-01", name="Ungheni dam", status="operating",
        participants=["Romania"],
    )  # fmt: skip
    done = brief(shelf((promise,), kept={0: (built,)}), PAIR, date(2024, 12, 31))
    assert ["(kept)" in line(fact) for fact in done.section("single_source").facts] == [True]


def test_a_text_without_a_date_says_when_it_was_told_and_a_denied_one_that_it_is():
    pact = {"title": "pact on water", "parties": ["Moldova", "Romania"], "status": "signed"}
    signed = said("agreement", "Moldova and Romania signed a pact on water.", "2024-05-05", **pact)
    (fact,) = brief(shelf((signed,)), PAIR, date(2024, 6, 1)).section("agreements").facts
    assert line(fact).endswith("(signed; told on 5 May 2024)")
    unsigned = said("agreement", "Moldova did not sign it.", "2024-05-05", certainty="denied", **pact)
    (fact,) = brief(shelf((unsigned,)), PAIR, date(2024, 6, 1)).section("agreements").facts
    assert line(fact).endswith("(denied: signed)")


def test_a_disputed_figure_is_not_given_before_its_values():
    trade = {"measure": "trade", "area": "Moldova", "counterpart": "Romania", "period": "2023", "unit": "USD"}
    rivals = (
        said("indicator", "Trade came to 2 billion.", "2024-01-01", value=2 * 10**9, **trade),
        said("indicator", "Trade came to 3 billion.", "2024-02-01", value=3 * 10**9, **trade),
    )
    (fact,) = brief(shelf(rivals), PAIR, date(2024, 12, 31)).section("disputed").facts
    assert line(fact).startswith("Trade 2023, Moldova–Romania, value: ")
