from __future__ import annotations

import sys
import types

import pytest

from comity.errors import ModelError, UnsupportedText
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
