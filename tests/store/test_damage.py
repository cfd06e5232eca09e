"""Files that are no ledger any more, or never were: one clear sentence, and nothing in them is touched."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import tempfile
import zlib
from pathlib import Path

import pytest

from cli.conftest import ran
from comity.errors import ComityError, DamagedStore, StoreError
from comity.ledger import Ledger
from comity.settings import Settings
from kills import documents, in_child, made_of
from small_world import world

PAGE = 4096


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A ledger file, with its journal merged into it."""
    path = tmp_path_factory.mktemp("whole") / "it.db"
    made_of(path, documents())
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    connection.close()
    return path


@pytest.fixture
def path(whole, tmp_path):
    return Path(shutil.copy(whole, tmp_path / "it.db"))


def said(*arguments):
    """What a command says, which must be one sentence and an exit code that is not 0."""
    done = ran(*arguments)
    lines = done.err.strip().splitlines()
    assert (done.code, len(lines)) == (1, 1), done
    return lines[0]


@pytest.mark.parametrize("length", [50, 5000, -PAGE, -1])
def test_a_file_that_was_cut_short(path, length):
    whole = path.read_bytes()
    path.write_bytes(whole[:length])
    before = path.read_bytes()
    for command in ("show", "verify", "rebuild"):
        assert "was cut short; restore it from a copy" in said(command, "--db", path)
    assert path.read_bytes() == before


def test_what_is_no_ledger(tmp_path):
    text, other = tmp_path / "text.db", tmp_path / "other.db"
    text.write_text("dear diary\n" * 99, encoding="utf-8")
    connection = sqlite3.connect(other)
    connection.execute("CREATE TABLE diary (day)")
    connection.commit()
    connection.close()
    for path, sentence in ((text, "is no ledger of comity"), (other, "is a database of another program")):
        before = path.read_bytes()
        for command in ("show", "verify"):
            assert sentence in said(command, "--db", path)
        assert path.read_bytes() == before


@pytest.mark.parametrize("run", range(12))
def test_pages_that_were_overwritten(path, run):
    """Damage is told of, by any command or by verify; what is told in spite of it is what was there before."""
    chance = random.Random(run)
    with Ledger.open(path, settings=Settings()) as ledger:
        wanted = [record.as_dict() for record in ledger.records()]
    whole = bytearray(path.read_bytes())
    for page in chance.sample(range(1, len(whole) // PAGE), 3):
        whole[page * PAGE : (page + 1) * PAGE] = chance.randbytes(PAGE)
    path.write_bytes(whole)
    try:
        with Ledger.open(path, settings=Settings()) as ledger:
            found = ledger.verify()
            assert not found.sound
            assert all(line.endswith((".", "copy", "rebuild")) or "page" in line.lower() for line in found.problems)
            told = [record.as_dict() for record in ledger.records()]
        assert told == wanted
    except DamagedStore as error:
        assert "restore it from a copy" in str(error)
    except StoreError as error:
        assert "verify" in str(error) or "copy" in str(error)
    done = ran("verify", "--db", path)
    assert done.code == 1
    assert "Traceback" not in done.out + done.err


def test_a_bit_that_flipped_in_a_text(path):
    """The file is sound for SQLite; the sha256 of the text tells."""
    connection = sqlite3.connect(path)
    ((key, text),) = connection.execute("SELECT key, text FROM documents LIMIT 1").fetchall()
    altered = zlib.compress(b"#" + zlib.decompress(text)[1:])
    connection.execute("UPDATE documents SET text = ? WHERE key = ?", (altered, key))
    connection.commit()
    connection.close()
    with Ledger.open(path, settings=Settings()) as ledger:
        report = ledger.verify()
    assert any("its sha256 differs" in problem for problem in report.problems)
    done = ran("verify", "--db", path)
    assert done.code == 1
    assert "its sha256 differs" in done.out + done.err


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="there are no users here")
def test_a_file_that_may_not_be_written():
    folder = Path(tempfile.mkdtemp())
    path = folder / "it.db"
    made_of(path, world())
    path.chmod(0o444)
    folder.chmod(0o555)

    def work() -> None:
        if os.geteuid() == 0:
            os.seteuid(65534)
        try:
            with Ledger.open(path, settings=Settings()) as ledger:
                list(ledger.add_extractions(documents(2)))
        except ComityError as error:
            assert "cannot be written" in str(error), error
            assert "check its permissions" in str(error), error
            os._exit(7)

    child = in_child(work)
    child.join()
    folder.chmod(0o755)
    shutil.rmtree(folder)
    assert child.exitcode == 7
