from __future__ import annotations

import io
from decimal import Decimal

import pytest
from rich.console import Console

from comity.export.sheet import show
from comity.model import Document, Extraction, Field, Money, Record, SetAside, Span
from sample import NAMES, extraction


def drawn(found: Extraction, *, width: int = 80, explain: bool = False, colour: bool = False) -> str:
    stream = io.StringIO()
    system = "truecolor" if colour else None
    show(
        found,
        Console(file=stream, width=width, force_terminal=colour, color_system=system, _environ={}),
        explain=explain,
    )
    return stream.getvalue()


def one(kind: str, text: str, fields: dict[str, object], **rest: object) -> str:
    document = Document(id="x", source="x.txt", text=text, published="2025-04-15")
    made = {name: value if isinstance(value, Field) else Field(value) for name, value in fields.items()}
    return drawn(Extraction(document, (Record(kind, (Span.of(text, 0, len(text)),), made, **rest),)), width=120)


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("name", NAMES)
def test_no_line_is_too_long_or_ends_in_blanks(name, width):
    for line in drawn(extraction(name), width=width).splitlines():
        assert len(line) <= width
        assert line == line.rstrip()


@pytest.mark.parametrize("name", NAMES)
def test_every_record_is_there_with_its_words(name):
    found = extraction(name)
    text = " ".join(drawn(found, width=4000).split())
    for number, record in enumerate(found.records, 1):
        assert f" {number} " in text
        assert " ".join(record.quotes[0].exact.split()) in text
    assert all(stretch.reason.replace("_", " ") in text for stretch in found.set_aside)


def test_without_colour_there_is_no_escape_and_with_it_the_same_words():
    found = extraction(NAMES[0])
    plain, coloured = drawn(found), drawn(found, colour=True)
    assert "\x1b" not in plain
    assert "\x1b[" in coloured
    from rich.text import Text

    assert Text.from_ansi(coloured).plain.strip() == plain.strip()


def test_no_colour_leaves_out_colours():
    stream = io.StringIO()
    console = Console(file=stream, width=80, force_terminal=True, color_system="truecolor", _environ={"NO_COLOR": "1"})
    show(extraction(NAMES[0]), console)
    assert "36m" not in stream.getvalue()


def test_speaker_and_hedge_are_in_words():
    text = "The port could open in May, the minister said."
    cue = Span.of(text, 9, 14)
    fields = {
        "action": "open in May",
        "by": ("Vietnam",),
        "modality": "expected",
        "due": Field("2025-05", basis="relative"),
    }
    sheet = one("commitment", text, fields, speaker="the minister", certainty="hedged", cue=cue)
    assert "Expected  Vietnam: open in May" in sheet
    assert "due May 2025 (worked out)" in sheet
    assert "according to the minister · hedged (“could”)" in sheet


def test_money_is_readable():
    fields = {"name": "line", "amount": Money(Decimal("8300000000"), "USD", "more_than"), "status": "approved"}
    assert "approved · >8.3 billion USD" in one("project", "A line worth more than 8.3 billion dollars.", fields)


def test_a_bundle_counts_documents():
    fields = {"title": "deals", "instrument_type": "bundle", "count": 12, "count_qualifier": "more_than"}
    assert ">12 documents" in one("agreement", "More than a dozen deals.", fields)


def test_rules_are_named_when_asked():
    assert "rule gold.event" in drawn(extraction(NAMES[0]), explain=True)
    assert "rule gold.event" not in drawn(extraction(NAMES[0]))


def test_nothing_of_a_document_reaches_the_terminal_as_a_command():
    text = "\x1b]0;title\x07[bold red]Peru[/bold red] :smile: signed\x1b[2J a pact\u202e."
    document = Document(id="x", source="\x1b[31mx.txt", text=text, title="\x1b[5m[blink]", publisher="[/]\x9b")
    record = Record(
        "position", (document.span(0, len(text)),), {"stance": Field(text)}, speaker="\x1b[1m[b]", rule="\x1b"
    )
    found = Extraction(document, (record,), (SetAside(document.span(0, 20), "advert"),))
    sheet = drawn(found, width=200, explain=True)
    assert not any((sign < " " and sign != "\n") or sign in "\x7f\x9b\u202e" for sign in sheet)
    assert "[bold red]Peru[/bold red] :smile:" in sheet


def test_an_empty_extraction_says_so():
    assert "no records" in drawn(Extraction(Document(id="x", source="x.txt", text="Hello."), ()))
    assert "undated" in drawn(Extraction(Document(id="x", source="x.txt", text="Hello."), ()))


def test_many_mentions_are_counted():
    text = "A met B. " * 5
    document = Document(id="x", source="x.txt", text=text)
    quotes = tuple(document.span(9 * i, 9 * i + 8) for i in range(5))
    found = Extraction(document, (Record("event", quotes, {"form": Field("meeting"), "actors": Field(("A", "B"))}),))
    assert "and 2 more mentions" in drawn(found)
