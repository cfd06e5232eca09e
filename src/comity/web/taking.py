"""Documents from outside into the ledger. What they say is text and nothing else: no address is followed."""

from __future__ import annotations

import hashlib
from pathlib import PurePosixPath

from fastapi import UploadFile

from comity.errors import InputError
from comity.ingest import read_bytes, read_text
from comity.ledger import Added, Ledger
from comity.model import Document
from comity.vocab import load
from comity.web.desk import Desk
from comity.web.downloads import safe_name
from comity.web.errors import TooMany, WrongMedia


def take_text(
    desk: Desk, ledger: Ledger, text: str, *, title: str = "", published: str = "", publisher: str = ""
) -> Added:
    """Read a pasted text and add it. Raises ``InputError`` (it cannot be read), ``UsageError`` (date), ``TooMany``."""
    mark = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:8]
    document = read_text(
        text, source=f"pasted-{mark}.txt", title=title.strip(), published=published, publisher=publisher
    )
    return _taken(desk, ledger, document)


def take_file(desk: Desk, ledger: Ledger, file: UploadFile, *, published: str = "", publisher: str = "") -> Added:
    """Read an uploaded text or page and add it. Raises as ``take_text`` does, and ``WrongMedia``."""
    name = file_name(file.filename or "")
    media = (file.content_type or "application/octet-stream").partition(";")[0].strip().lower()
    suffix = PurePosixPath(name).suffix.lower()
    suffixes = [ending for endings in load("ingest")["suffixes"].values() for ending in endings]
    if suffix not in suffixes or media not in load("web")["upload_media"]:
        raise WrongMedia(f"{name} ({media[:60]}) is no text and no page; give a {', '.join(sorted(suffixes))} file")
    return _taken(desk, ledger, read_bytes(file.file.read(), source=name, published=published, publisher=publisher))


def file_name(given: str) -> str:
    """The last part of a name, whatever system it came from, with no sign that means anything to one."""
    return safe_name(given.replace("\\", "/").rpartition("/")[2])


def _taken(desk: Desk, ledger: Ledger, document: Document) -> Added:
    """Add a document, one at a time."""
    if not desk.reading.acquire(timeout=load("web")["reading_seconds"]):
        raise TooMany("other documents are being read; try again in 5 s", wait=5)
    try:
        (added,) = ledger.add([document])
    finally:
        desk.reading.release()
    if added.state == "refused":
        raise InputError(added.refusal)
    return added
