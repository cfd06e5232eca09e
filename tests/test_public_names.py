"""What ``import comity`` offers, and that it costs next to nothing."""

from __future__ import annotations

import subprocess
import sys

import pytest

import comity

NAMES = """Added ComityError DamagedStore Decision DecisionError Document Extraction Field InputError Ledger
LedgerRecord Milestone ModelError Money NewerStore NotFound Record RecordError SetAside Settings Span
StoreBusy StoreError StoreFull UnreadableInput UnsupportedText UsageError VocabularyError __version__
extract read_bytes read_path read_text read_url
"""


def test_the_public_names_are_these():
    assert comity.__all__ == sorted(NAMES.split())
    assert dir(comity) == comity.__all__
    for name in comity.__all__:
        assert getattr(comity, name) is not None


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="'Ledgre'"):
        _ = comity.Ledgre


def test_importing_it_loads_nothing_else():
    code = "import sys, comity; print([m for m in sys.modules if m.startswith(('comity.', 'spacy', 'rich', 'yaml'))])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_extract_stays_a_function_when_the_room_is_imported():
    code = "import comity, comity.extract, comity.cli; from comity.extract import records_of; print(comity.extract)"
    assert "function" in subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


def test_a_text_and_a_document_give_the_same_records():
    words = "Brazilian President Ana Souza met Argentine Foreign Minister Luis Prado in Lima on Monday."
    document = comity.read_text(words, source="note.txt")
    one = comity.extract(words, published="2025-03-12", publisher="Wire", title="Talks in Lima")
    other = comity.extract(document, published="2025-03-12", publisher="Wire", title="Talks in Lima")
    assert one.records == other.records != ()
    assert (other.document.published, other.document.source) == ("2025-03-12", "note.txt")
    assert all(words[q.start : q.end] == q.exact for record in one.records for q in record.quotes)


@pytest.mark.parametrize("given", ["12/03/2025", "March"])
def test_a_date_that_is_none_is_refused(given):
    for text in ("Peru thanked Chile.", comity.read_text("Peru thanked Chile.")):
        with pytest.raises(comity.UsageError):
            comity.extract(text, published=given)


def test_an_empty_text_is_refused_in_one_sentence():
    with pytest.raises(comity.UnreadableInput):
        comity.extract("  \n")


def test_bytes_are_refused_with_a_hint():
    with pytest.raises(comity.UsageError, match="read_bytes"):
        comity.extract(b"an article")  # type: ignore[arg-type]
