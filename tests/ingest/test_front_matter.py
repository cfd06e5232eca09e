import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.ingest import read_text
from comity.ingest.front_matter import front_matter
from comity.ingest.metadata import Metadata

from .texts import ENGLISH

FENCED = '---\ntitle: "Border: reopening"\ndate: 2025-04-14T10:00:00Z\nsource: Daily\nlink: https://example.org/a\n---'


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("before", ["", "\ufeff", "\n"])
def test_between_lines(newline, before):
    block = FENCED.replace("\n", newline)
    document = read_text(before + block + newline * 2 + ENGLISH, source="a.txt")
    assert (document.title, document.published) == ("Border: reopening", "2025-04-14")
    assert (document.publisher, document.url) == ("Daily", "https://example.org/a")
    assert [(s.span.exact, s.reason) for s in document.set_aside] == [(block, "front_matter")]
    assert document.language == "en"


@pytest.mark.parametrize(
    "broken", ['title: "Open\n : x\n', "title: Open\n\tbad: [\n", "title: Open\n- item\n& x: *y\n"]
)
def test_broken_yaml_is_read_line_by_line(broken):
    found = front_matter(f"---\n{broken}date: 14/04/2025\n---\n{ENGLISH}")
    assert (found.metadata.title, found.metadata.published) == ("Open", "2025-04-14")


def test_deep_yaml_does_not_overflow():
    assert front_matter(f"---\ntitle: Deep\nx: {'[' * 5000}\n---\n{ENGLISH}").metadata.title == "Deep"


def test_header_lines():
    head = "Title: Border to reopen\r\nDate: April 14, 2025\r\nPublisher: Daily"
    document = read_text(f"{head}\r\n\r\n{ENGLISH}")
    assert (document.title, document.published, document.publisher) == ("Border to reopen", "2025-04-14", "Daily")
    assert document.set_aside[0].span.exact == head


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        f"China: {ENGLISH}",
        f"Source: {ENGLISH}",
        f"Title: one header only\n\n{ENGLISH}",
        f"Title: a\nDate: b\n{ENGLISH}",
        f"---\n{ENGLISH}\n---\nMore.",
        f"---\ntitle: never closed\n{ENGLISH}",
        f"{ENGLISH}\n---\ntitle: late\n---\n",
    ],
)
def test_prose_is_no_front_matter(text):
    assert read_text(text).set_aside == ()


def test_an_unclear_date_is_left_empty():
    assert front_matter(f"---\ndate: 04/05/2025\ntitle: null\n---\n{ENGLISH}").metadata == Metadata()


def test_an_address_is_an_http_address():
    assert front_matter(f"---\ntitle: a\nurl: javascript:alert(1)\n---\n{ENGLISH}").metadata.url == ""


@given(st.text(max_size=80), st.sampled_from(["---\n{}\n---\nx", "Title: a\nDate: {}\n\nx", "{}"]))
def test_never_fails_and_stays_within(middle, frame):
    text = frame.format(middle)
    found = front_matter(text)
    assert 0 <= found.start <= found.end <= len(text)
