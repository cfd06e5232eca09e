"""Files as they come: each gives a sensible result or one clear sentence, never a traceback and no wrong offset.

Every case goes through the command line in a process of its own, as a user would run it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from quality.sets import inexact

pytestmark = pytest.mark.slow

NEWS = (
    "LIMA, March 12 - Brazilian President Ana Souza met Argentine Foreign Minister Luis Prado in Lima on Wednesday.\n\n"
    "The two sides agreed to build a bridge over the Uruguay River and signed a customs agreement, "
    "officials said.\n"
)


def comity(*arguments: str | Path, given: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "comity", *map(str, arguments)]
    done = subprocess.run(command, input=given, capture_output=True, timeout=300, check=False)
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    return done


def read(path: Path, *options: str) -> tuple[int, list[dict], list[str]]:
    """Exit code, documents and complaints of ``comity extract``."""
    done = comity("extract", path, *options)
    documents = [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]
    return done.returncode, documents, done.stderr.decode("utf-8").splitlines()


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def kinds(document: dict) -> set[str]:
    return {record["kind"] for record in document["records"]}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("blank.txt", b" \n\t\n"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40),
        ("nuls.txt", b"\0" * 5000),
        (
            "vietnamese.txt",
            "Thủ tướng Việt Nam đã gặp Thủ tướng Trung Quốc tại Hà Nội hôm thứ Hai. Hai bên đã ký văn kiện. " * 5,
        ),
        (
            "menu.html",
            "<html><body><nav>" + "<a href='/x'>Home</a> <a href='/y'>World</a>" * 50 + "</nav></body></html>",
        ),
        ("sidecar.txt", NEWS),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(tmp_path, name, content):
    path = written(tmp_path, name, content)
    if name == "sidecar.txt":
        written(tmp_path, "sidecar.meta.json", "{not json")
    code, documents, complaints = read(path)
    assert (code, documents, len(complaints)) == (1, [], 1)
    assert path.stem in complaints[0]


@pytest.mark.parametrize("charset", ["utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252", "cp1258"])
def test_charsets(tmp_path, charset):
    text = NEWS.replace("officials", "Mr Lê, a café owner,") if charset != "cp1252" else NEWS.replace("Ana", "Aná")
    bom = b"\xff\xfe" if charset == "utf-16-le" else b""
    path = written(tmp_path, "news.txt", bom + text.encode(charset))
    code, (document,), complaints = read(path)
    assert (code, complaints) == (0, [])
    assert {"event", "agreement", "commitment"} <= kinds(document)


@pytest.mark.parametrize(
    "sign", ["\0", "\u202e", "\u200f", "\u200b", "\ufeff", "\U00012043", "\xad", "\u0301", "\U0001f600", "\x1b[31m"]
)
def test_signs_that_do_not_belong_shift_no_offset(tmp_path, sign):
    text = NEWS.replace("Brazilian", f"Brazi{sign}lian").replace("two sides", f"two {sign}sides")
    code, documents, _ = read(written(tmp_path, "news.txt", text))
    assert code == 0
    assert inexact(text, documents[0]) == 0
    assert documents[0]["records"]


def test_thirty_megabytes_of_text_are_refused_or_read(tmp_path):
    code, documents, complaints = read(written(tmp_path, "large.txt", NEWS * (30_000_000 // len(NEWS))))
    assert (code, documents, len(complaints)) == (1, [], 1)
    assert "split it" in complaints[0]


@pytest.mark.parametrize(
    ("unit", "length"), [(NEWS.replace("\n", " "), 1_000_000), ("agreed to ", 100_000), ("a. ", 100_000)]
)
def test_a_line_of_a_million_characters(tmp_path, unit, length):
    code, documents, complaints = read(written(tmp_path, "line.txt", unit * (length // len(unit))))
    assert (code, complaints) == (0, [])
    assert inexact((tmp_path / "line.txt").read_text(encoding="utf-8"), documents[0]) == 0


def test_a_word_of_a_million_characters(tmp_path):
    code, documents, complaints = read(written(tmp_path, "word.txt", NEWS + "word" * 250_000))
    assert (code, complaints) == (0, [])
    assert documents[0]["records"]


def test_deeply_nested_markup(tmp_path):
    page = "<html><body>" + "<div>" * 20_000 + f"<p>{NEWS}</p>" + "</div>" * 20_000 + "</body></html>"
    code, documents, complaints = read(written(tmp_path, "deep.html", page))
    assert code == 0 or (len(complaints) == 1 and not documents)


def test_a_script_in_the_title_is_words_and_nothing_else(tmp_path):
    body = "".join(f"<p>{NEWS} This is paragraph {i} of the report from Lima.</p>" for i in range(6))
    title = "<title><script>alert(1)</script>\x1b[31m Talks</title>"
    page = f"<html><head>{title}</head><body><article>{body}</article></body></html>"
    path = written(tmp_path, "title.html", page)
    code, documents, _ = read(path)
    assert code == 0
    assert documents[0]["records"]
    sheet = comity("extract", path, "--format", "sheet")
    assert b"\x1b" not in sheet.stdout


def test_one_that_cannot_be_read_among_a_hundred(tmp_path):
    for number in range(99):
        written(tmp_path, f"{number:03}.txt", NEWS.replace("customs", f"customs number {number}"))
    written(tmp_path, "bad.txt", b"\x7fELF" + bytes(range(256)))
    for jobs in ("1", "2"):
        code, documents, complaints = read(tmp_path, "--jobs", jobs)
        assert (code, len(documents), len(complaints)) == (1, 99, 1)
        assert "bad.txt" in complaints[0]


@pytest.mark.skipif(
    os.name == "nt" or getattr(os, "geteuid", lambda: 1)() == 0, reason="the superuser may read everything"
)
def test_a_file_without_permission(tmp_path):
    path = written(tmp_path, "locked.txt", NEWS)
    path.chmod(0)
    code, documents, complaints = read(path)
    assert (code, documents, len(complaints)) == (1, [], 1)


@pytest.mark.skipif(os.name == "nt", reason="needs a shell with pipes")
def test_a_reader_that_goes_away(tmp_path):
    for number in range(20):
        written(tmp_path, f"{number}.txt", NEWS * 20)
    command = f"'{sys.executable}' -m comity extract '{tmp_path}' | head -c 10"
    done = subprocess.run(command, shell=True, capture_output=True, timeout=120, check=False)
    assert done.stderr == b""


def test_standard_input_of_any_bytes():
    assert comity("extract", "-", given=b"\xff\xfe\xfd" * 100).returncode == 1
    assert comity("extract", "-", given=b"").returncode == 1
    done = comity("extract", "-", "--published", "2025-03-12", given=NEWS.encode())
    assert done.returncode == 0
    assert json.loads(done.stdout)["records"]
