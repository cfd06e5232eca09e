from __future__ import annotations

import json
import shutil
import sys
import types
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from comity.cli import main
from comity.errors import ModelError, UnsupportedText
from comity.ledger import Ledger
from comity.model import Document, Extraction, Field, Record
from sample import NAMES, extraction


def stand_in(document: Document, *, settings: object = None) -> Extraction:
    """The gold where it is an article of the dossier, else one position: the whole text."""
    if document.id in NAMES:
        return extraction(document.id)
    if "Bonjour" in document.text:
        raise UnsupportedText(f"{document.source} is not in English; comity reads English only")
    if "trap" in document.text:
        return stand_in(document.text)
    if "no model" in document.text:
        raise ModelError("the pipeline cannot be loaded; reinstall comity")
    span = document.span(0, len(document.text.rstrip()))
    record = Record("position", (span,), {"stance": Field(span.exact, (span,))}, rule="stand.in")
    return Extraction(document, (record,))


@pytest.fixture(autouse=True)
def without_model(monkeypatch):
    """Commands get the stand-in for ``comity.extract.extract``."""
    module = types.ModuleType("comity.extract")
    module.extract = stand_in
    monkeypatch.setitem(sys.modules, "comity.extract", module)


@pytest.fixture
def texts(tmp_path):
    """A folder with two texts."""
    (tmp_path / "a.txt").write_text("Peru welcomed the offer of Chile.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Chile thanked Peru.\n", encoding="utf-8")
    return tmp_path


@dataclass(frozen=True)
class Ran:
    """What a command left behind: exit code, standard output and standard error."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[dict[str, Any]]:
        """The output as JSON lines."""
        return [json.loads(line) for line in self.out.splitlines()]


def ran(*arguments: object, given: str | None = None) -> Ran:
    """Run ``comity ARGUMENTS`` as click's runner does, into a pipe, with ``given`` on standard input."""
    with CliRunner().isolation(input=given) as streams:
        code = main([str(argument) for argument in arguments])
        sys.stdout.flush()
        out, err = (stream.getvalue().decode("utf-8") for stream in streams[:2])
    return Ran(code, out, err)


@pytest.fixture(scope="session")
def shelf(tmp_path_factory) -> Path:
    """A ledger of the sample dossier's gold; nobody writes to it."""
    path = tmp_path_factory.mktemp("shelf") / "dossier.db"
    with Ledger.open(path) as ledger:
        assert all(added.state == "added" for added in ledger.add_extractions(map(extraction, NAMES)))
    return path


@pytest.fixture
def copy(shelf, tmp_path) -> Path:
    """A copy of it to write to."""
    place = tmp_path / "copy.db"
    shutil.copy(shelf, place)
    return place


@pytest.fixture
def comity(shelf):
    """Runs a command on the ledger of the dossier, or on another given as ``db``."""

    def run(*arguments: object, db: Path | None = None, given: str | None = None) -> Ran:
        return ran(*arguments, "--db", db or shelf, given=given)

    return run
