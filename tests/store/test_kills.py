"""Writers that are killed or beside each other, readers beside a writer, a full disk: nothing is lost or by half."""

from __future__ import annotations

import os
import random
import signal
import time

import pytest

from comity.errors import StoreFull
from comity.ledger import Ledger
from comity.settings import Settings
from comity.vocab import load
from kills import adding, content, documents, in_child, killed, left, made_of
from small_world import world

RUNS = 10
PAGE = 4096


@pytest.fixture(scope="module")
def seconds(tmp_path_factory):
    """How long a writer takes that nobody kills."""
    folder = tmp_path_factory.mktemp("whole")
    before = time.monotonic()
    child = in_child(lambda: adding(folder / "it.db", documents(), folder / "told", together=True))
    child.join()
    assert child.exitcode == 0
    return time.monotonic() - before


@pytest.mark.parametrize("run", range(RUNS))
def test_a_writer_killed_at_any_moment_leaves_whole_documents(tmp_path, seconds, run):
    killed(tmp_path, random.Random(run), documents(), seconds)


def test_a_rebuild_that_is_killed_changes_nothing(tmp_path):
    path = tmp_path / "it.db"
    before = made_of(path, documents())

    def rebuild():
        with Ledger.open(path, settings=Settings()) as ledger:
            ledger.rebuild()

    child = in_child(rebuild)
    time.sleep(0.3)
    os.kill(child.pid, signal.SIGKILL)
    child.join()
    assert content(path) == before


def test_two_writers_at_once(tmp_path):
    path, reads = tmp_path / "it.db", documents()
    children = [
        in_child(lambda own=own: adding(path, own, tmp_path / "told", together=len(own) % 2 == 0))
        for own in (reads[: len(reads) // 2 + 9], reads[: len(reads) // 2 - 10 : -1])
    ]
    for child in children:
        child.join()
        assert child.exitcode == 0
    assert content(path) == made_of(tmp_path / "other.db", reads)


def test_a_reader_beside_a_writer_sees_whole_documents_only(tmp_path):
    path, reads = tmp_path / "it.db", world()
    states = [made_of(tmp_path / "part.db", reads[:n]) for n in range(len(reads) + 1)]
    Ledger.open(path, settings=Settings()).close()
    child = in_child(lambda: adding(path, reads, tmp_path / "told", together=False))
    seen = []
    while child.is_alive():
        seen.append(content(path))
    assert child.exitcode == 0
    assert all(found in states for found in seen)
    assert content(path) == states[-1]


def test_a_full_file_takes_nothing_by_half(monkeypatch, tmp_path):
    path, told, reads = tmp_path / "it.db", tmp_path / "told", documents()
    wanted = made_of(tmp_path / "other.db", reads)
    pages = (tmp_path / "other.db").stat().st_size // PAGE
    before = load("store")["sqlite"]
    limited = {**before, "pragmas": [*before["pragmas"], f"max_page_count = {pages // 2}"]}
    monkeypatch.setitem(load("store"), "sqlite", limited)
    with pytest.raises(StoreFull, match=r"there is no room for more in .*it\.db; nothing was half added"):
        adding(path, reads, told, together=False)
    monkeypatch.setitem(load("store"), "sqlite", before)
    assert 0 < left(path, told, reads) < len(reads)
    assert content(path) == wanted
