from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from comity.cli.terminal import complain, prepare, progress, utf8
from comity.cli.writing import opened


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_complaint_is_one_harmless_line(capsys):
    complain("a\nb \x1b[31mc", hint="see --help")
    assert capsys.readouterr().err == "comity: a b \u241b[31mc (see --help)\n"


def test_no_letter_stops_the_output():
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    prepare(stream)
    stream.write("Tô")
    stream.flush()
    assert stream.buffer.getvalue() == b"T?"


def test_lines_are_utf8_whatever_the_locale():
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    utf8(stream)
    stream.write("Tô\n")
    stream.flush()
    assert stream.buffer.getvalue() == "Tô\n".encode()


@pytest.mark.parametrize(
    ("stream", "total", "wanted"), [(io.StringIO(), 9, True), (Terminal(), 1, True), (Terminal(), 9, False)]
)
def test_no_bar_where_nobody_looks_or_needs_it(monkeypatch, stream, total, wanted):
    monkeypatch.setattr(sys, "stderr", stream)
    with progress(total, wanted=wanted) as advance:
        advance("a.txt")
    assert stream.getvalue() == ""


def test_a_bar_names_what_is_done_and_complaints_go_above_it(monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with progress(3, wanted=True) as advance:
        complain("one.txt is empty")
        advance("one.txt")
        advance("\x1b[5mtwo.txt")
    shown = terminal.getvalue()
    assert "\u241b[5mtwo.txt" in shown
    assert "comity: one.txt is empty" in shown


def test_a_file_that_fails_leaves_the_old_one(tmp_path):
    out = tmp_path / "out.jsonl"
    out.write_text("old", encoding="utf-8")
    with pytest.raises(RuntimeError), opened(out) as stream:
        stream.write("new")
        raise RuntimeError
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]
    assert out.read_text("utf-8") == "old"


def test_a_device_is_written_to_not_replaced():
    with opened(Path(os.devnull)) as stream:
        stream.write("x")
    assert not Path(os.devnull).is_file()
