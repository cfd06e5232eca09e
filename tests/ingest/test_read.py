import io
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.errors import InputError, UnreadableInput, UsageError
from comity.ingest import read_bytes, read_path, read_stdin, read_text

from .texts import ARTICLE, ENGLISH, page


def test_a_file_is_stored_as_it_is(tmp_path):
    path = tmp_path / "002.txt"
    path.write_bytes(f"{ENGLISH}\r\n\r\nSecond\xa0part.\x00\r".encode())
    document = read_path(path, published="14/04/2025", publisher="Daily")
    assert document.text == f"{ENGLISH}\r\n\r\nSecond\xa0part.\x00\r"
    assert (document.id, document.source, document.title) == ("002", "002.txt", "")
    assert (document.published, document.publisher) == ("2025-04-14", "Daily")


def test_a_path_may_be_a_string(tmp_path):
    (tmp_path / "a.txt").write_text(ENGLISH, encoding="utf-8")
    assert read_path(str(tmp_path / "a.txt")) == read_path(tmp_path / "a.txt")


def test_missing_folder_and_large(tmp_path):
    with pytest.raises(UnreadableInput, match=r"no\.txt does not exist; check"):
        read_path(tmp_path / "no.txt")
    with pytest.raises(UnreadableInput, match="is a folder; name a file"):
        read_path(tmp_path)
    with pytest.raises(UnreadableInput, match="cannot be read"):
        read_path(Path("a\0b"))
    (tmp_path / "big.txt").write_bytes(b"Talks begin. " * 2_400_000)
    with pytest.raises(UnreadableInput, match=r"big\.txt has more than .* million .*; split it"):
        read_path(tmp_path / "big.txt")


def test_a_text_larger_than_a_text_may_be():
    with pytest.raises(UnreadableInput, match=r"a\.txt has more than 5 million characters; split it"):
        read_text("Talks. " * 800_000, source="a.txt")


def test_one_line_of_a_million_characters():
    assert len(read_text("word " * 200_000).text) == 1_000_000


def test_lone_surrogates_do_not_get_in():
    document = read_text(f"{ENGLISH}\ud800", source="a\udcff.txt")
    assert document.text == f"{ENGLISH}\ufffd"
    assert document.source.encode("utf-8")


def test_a_text_in_memory():
    document = read_text(ENGLISH, title="Border", published="2025-04-14")
    assert (document.id, document.source, document.title) == ("stdin", "-", "Border")
    with pytest.raises(UnreadableInput, match="the input is empty"):
        read_text(" ")
    with pytest.raises(UsageError, match="'soon'"):
        read_text(ENGLISH, published="soon")


def test_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(page(ARTICLE))))
    document = read_stdin(publisher="Daily")
    assert (document.id, document.source, document.publisher) == ("stdin", "-", "Daily")
    assert ENGLISH in document.text


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data):
    try:
        document = read_bytes(data, source="a.txt")
    except InputError as refused:
        assert "a.txt" in str(refused)
    else:
        document.text.encode("utf-8")


def test_heavy_libraries_wait_until_they_are_needed():
    heavy = ["trafilatura", "py3langid", "ftfy", "charset_normalizer", "lxml", "numpy", "regex", "urllib.request"]
    code = f"import sys, comity.ingest; sys.exit(str([m for m in {heavy} if m in sys.modules] or ''))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr.strip() == ""
