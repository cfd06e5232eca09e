import sys
from pathlib import Path

import pytest

from comity.errors import UnreadableInput, UsageError
from comity.ingest import Source, read_path, sources

from .texts import ENGLISH


def test_each_kind_of_argument(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text(ENGLISH, "utf-8")
    assert list(sources("-")) == [Source("-", "stdin")]
    assert list(sources("https://example.org/a")) == [Source("https://example.org/a", "url")]
    assert list(sources(str(file))) == [Source(str(file), "file")]
    assert next(sources(str(file))).read(publisher="Daily").publisher == "Daily"


def test_a_folder_gives_its_texts_sorted(tmp_path):
    names = ["b.txt", "a.TXT", "sub/c.html", "sub/d.htm", "e.md", "a.meta.json", "f.pdf", ".hidden/g.txt", ".h.txt"]
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(ENGLISH, "utf-8")
    found = [source.name[len(str(tmp_path)) + 1 :] for source in sources(str(tmp_path))]
    assert found == ["a.TXT", "b.txt", "e.md", "sub/c.html", "sub/d.htm"]


def test_a_link_that_leads_nowhere_is_reported_when_it_is_read(tmp_path):
    (tmp_path / "a.txt").write_text("A", encoding="utf-8")
    (tmp_path / "b.txt").symlink_to(tmp_path / "gone.txt")
    names = [Path(source.name).name for source in sources(str(tmp_path))]
    assert names == ["a.txt", "b.txt"]
    with pytest.raises(UnreadableInput, match="does not exist"):
        read_path(tmp_path / "b.txt")


def test_an_address_without_its_scheme_is_told_what_it_lacks():
    with pytest.raises(UnreadableInput, match=r"https://zenda\.example\.org/a"):
        read_path("zenda.example.org/a")
    with pytest.raises(UnreadableInput, match=r"check the name$"):
        read_path("zenda/example.txt")


def test_a_folder_without_texts(tmp_path):
    with pytest.raises(UnreadableInput, match=r"has no \.htm, \.html, \.md, \.txt file"):
        sources(str(tmp_path))


def test_a_file_of_addresses(tmp_path):
    path = tmp_path / "pages.txt"
    path.write_text("\ufeff# to read\nhttps://example.org/a\r\n\nhttp://example.org/b \n", "utf-8")
    assert [s.name for s in sources(str(path))] == ["https://example.org/a", "http://example.org/b"]
    path.write_text(f"https://example.org/a\n{ENGLISH}", "utf-8")
    assert [s.kind for s in sources(str(path))] == ["file"]


def test_a_missing_file_is_reported_when_it_is_read(tmp_path):
    (source,) = sources(str(tmp_path / "no.txt"))
    with pytest.raises(UnreadableInput, match=r"no\.txt does not exist"):
        source.read()


def test_an_empty_name_is_not_the_folder_one_is_in():
    with pytest.raises(UsageError, match="an empty name"):
        sources("")


def test_an_address_of_another_scheme_is_said_to_be_one():
    with pytest.raises(UnreadableInput, match=r"ftp://example\.org/a is no address"):
        sources("ftp://example.org/a")


def test_a_closed_standard_input_is_said(monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(UnreadableInput, match="standard input is closed"):
        Source("-", "stdin").read()


def test_a_sidecar_that_a_pattern_names_is_no_article(tmp_path):
    for name in ("a.txt", "a.meta.json", "alone.meta.json"):
        (tmp_path / name).write_text("{}", encoding="utf-8")
    assert list(sources(str(tmp_path / "a.meta.json"))) == []
    assert [source.name for source in sources(str(tmp_path / "alone.meta.json"))] == [str(tmp_path / "alone.meta.json")]
