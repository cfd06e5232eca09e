"""comity reads what is written about relations between states and records it, with the words that say it.

``comity.extract(text)`` gives the records of an article, ``comity.read_path(path)`` a document to extract from,
``comity.Ledger.open(path)`` a ledger of many documents.
Everything public is named in ``__all__``; nothing is imported before it is used.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from comity.errors import (
        ComityError,
        DamagedStore,
        DecisionError,
        InputError,
        ModelError,
        NewerStore,
        NotFound,
        RecordError,
        StoreBusy,
        StoreError,
        StoreFull,
        UnreadableInput,
        UnsupportedText,
        UsageError,
        VocabularyError,
    )
    from comity.ingest import read_bytes, read_path, read_text, read_url
    from comity.ledger import Added, Ledger
    from comity.model import (
        Decision,
        Document,
        Extraction,
        Field,
        LedgerRecord,
        Milestone,
        Money,
        Record,
        SetAside,
        Span,
    )
    from comity.settings import Settings

__version__ = "0.1.0"

__all__ = [
    "Added",
    "ComityError",
    "DamagedStore",
    "Decision",
    "DecisionError",
    "Document",
    "Extraction",
    "Field",
    "InputError",
    "Ledger",
    "LedgerRecord",
    "Milestone",
    "ModelError",
    "Money",
    "NewerStore",
    "NotFound",
    "Record",
    "RecordError",
    "SetAside",
    "Settings",
    "Span",
    "StoreBusy",
    "StoreError",
    "StoreFull",
    "UnreadableInput",
    "UnsupportedText",
    "UsageError",
    "VocabularyError",
    "__version__",
    "extract",
    "read_bytes",
    "read_path",
    "read_text",
    "read_url",
]

_HOMES = {
    "comity.errors": "ComityError DamagedStore DecisionError InputError ModelError NewerStore NotFound RecordError "
    "StoreBusy StoreError StoreFull UnreadableInput UnsupportedText UsageError VocabularyError",
    "comity.ingest": "read_bytes read_path read_text read_url",
    "comity.ledger": "Added Ledger",
    "comity.model": "Decision Document Extraction Field LedgerRecord Milestone Money Record SetAside Span",
    "comity.settings": "Settings",
}
_HOME = {name: module for module, names in _HOMES.items() for name in names.split()}


def extract(
    text: str | Document,
    *,
    published: str = "",
    publisher: str = "",
    title: str = "",
    settings: Settings | None = None,
) -> Extraction:
    """Read an article and return its records, each with the words that say it.

    ``text`` is the article itself, or a ``Document`` from ``read_path``, ``read_url`` … What is given beside it beats
    what the document knows: ``published`` is the day of publication as ``2025-04-14`` (needed to resolve "on Monday"),
    ``publisher`` the outlet, ``title`` the headline. Without ``settings`` the ``COMITY_*`` variables are read.

    Raises ``UnreadableInput`` (empty, binary, too long), ``UnsupportedText`` (not in English), ``UsageError``
    (``published`` is no date, ``text`` is neither) and ``ModelError`` (the settings' language pipeline cannot be used).
    """
    import os
    from dataclasses import replace

    from comity.errors import UsageError
    from comity.extract import extract as records_of
    from comity.ingest import read_text
    from comity.ingest.dates import required_date
    from comity.model import Document
    from comity.settings import Settings

    settings = settings or Settings.from_environment(os.environ)
    if isinstance(text, str):
        document = read_text(text, title=title, published=published, publisher=publisher)
    elif not isinstance(text, Document):
        raise UsageError(f"comity.extract takes a text or a Document, not {type(text).__name__}; see comity.read_bytes")
    else:
        document = replace(
            text,
            title=title or text.title,
            published=required_date(published) or text.published,
            publisher=publisher or text.publisher,
        )
    return records_of(document, settings=settings)


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'comity' has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)


class _Package(ModuleType):
    """Keeps ``comity.extract`` the function: Python would put the room of that name in its place on import."""

    def __setattr__(self, name: str, value: Any) -> None:
        if name != "extract" or not isinstance(value, ModuleType):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
