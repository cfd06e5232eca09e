"""Bytes, files, pages and texts to documents."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from pathlib import Path
from typing import Literal

from comity.errors import UnreadableInput
from comity.ingest.charset import decode, refuse_binary
from comity.ingest.dateline import dateline_date
from comity.ingest.dates import required_date
from comity.ingest.front_matter import front_matter
from comity.ingest.html import is_html, read_html
from comity.ingest.metadata import Metadata, sidecar
from comity.ingest.naming import STDIN, identifier, printable, spoken, suffix
from comity.ingest.tongue import detect
from comity.model import Document, SetAside, Span
from comity.vocab import load

Kind = Literal["text", "html"]

_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}", re.IGNORECASE)
"""What the first part of an address looks like, its scheme left out."""


def read_path(path: Path | str, *, published: str = "", publisher: str = "") -> Document:
    """Read a file with its sidecar ``NAME.meta.json``, if there is one; ``id`` is the file's stem.

    What is given here beats the sidecar, which beats front matter and a page's own metadata. Raises
    ``UnreadableInput`` (missing, no permission, empty, binary, too large, broken sidecar), ``UnsupportedText``
    (a page without an article) and ``UsageError`` (``published`` is no date).
    """
    given = _given(published, publisher)
    path = Path(path)
    data = _load(path)
    return _document(data, printable(path.name), given.over(sidecar(path)), where=printable(str(path)))


def read_bytes(
    data: bytes, *, source: str, published: str = "", publisher: str = "", kind: Kind | None = None
) -> Document:
    """Read the bytes of a file or page called ``source``; ``kind`` says which, else name and content tell.

    Raises as ``read_path`` does.
    """
    return _document(data, printable(source), _given(published, publisher), kind=kind)


def read_text(text: str, *, source: str = STDIN, title: str = "", published: str = "", publisher: str = "") -> Document:
    """Read a text that is in memory. It is stored as given, except that lone surrogates become U+FFFD.

    Raises ``UnreadableInput`` (empty, binary, too large) and ``UsageError`` (``published`` is no date).
    """
    given = replace(_given(published, publisher), title=title)
    source = printable(source)
    refuse_binary(text, spoken(source))
    return _plain(printable(text), source, given, spoken(source))


def read_stdin(*, published: str = "", publisher: str = "") -> Document:
    """Read a text or a page from standard input. Raises as ``read_path`` does."""
    given = _given(published, publisher)
    if sys.stdin is None:
        raise UnreadableInput("standard input is closed; send a text to it, or name a file")
    return _document(sys.stdin.buffer.read(_most_bytes() + 1), STDIN, given)


def read_url(url: str, *, published: str = "", publisher: str = "") -> Document:
    """Fetch and read a page. Raises as ``read_path`` and ``fetch`` do."""
    from comity.ingest.fetch import fetch

    given = _given(published, publisher)
    answer = fetch(url)
    kinds: dict[str, Kind] = {"text/html": "html", "application/xhtml+xml": "html"}
    known = given.over(Metadata(url=answer.url))
    return _document(answer.data, url, known, kind=kinds.get(answer.media_type), charset=answer.charset)


def _given(published: str, publisher: str) -> Metadata:
    return Metadata(published=required_date(published), publisher=publisher.strip())


def _document(
    data: bytes, source: str, given: Metadata, *, where: str = "", kind: Kind | None = None, charset: str = ""
) -> Document:
    """``where`` names the input in errors, if not ``source`` does."""
    where = where or spoken(source)
    _refuse_large(len(data), where, "html_bytes", "bytes")
    text = decode(data, source=where, declared=charset)
    if (kind or _kind(text, suffix(source))) == "html":
        article, found = read_html(text, source=where, url=given.url)
        return _made(source, article, given.over(found))
    return _plain(text, source, given, where)


def _plain(text: str, source: str, given: Metadata, where: str) -> Document:
    _refuse_large(len(text), where, "text_characters", "characters")
    head = front_matter(text)
    aside = (SetAside(Span.of(text, head.start, head.end), "front_matter"),) if head.end else ()
    known = given.over(head.metadata)
    return _made(source, text, known.over(Metadata(published=dateline_date(text[head.end :]))), aside)


def _made(source: str, text: str, known: Metadata, aside: tuple[SetAside, ...] = ()) -> Document:
    body = text[aside[-1].span.end :] if aside else text
    return Document(
        id=identifier(source),
        source=source,
        text=text,
        title=known.title,
        published=known.published,
        publisher=known.publisher,
        url=known.url,
        language=detect(body),
        set_aside=aside,
    )


def _kind(text: str, ending: str) -> Kind:
    return "html" if ending in load("ingest")["suffixes"]["html"] or is_html(text) else "text"


def _load(path: Path) -> bytes:
    if path.is_dir():
        raise UnreadableInput(f"{path} is a folder; name a file, or give the folder to a command that reads several")
    try:
        with path.open("rb") as file:
            return file.read(_most_bytes() + 1)
    except FileNotFoundError as error:
        address = (
            f", or write https://{path.as_posix()} for an address"
            if len(path.parts) > 1 and _HOST.fullmatch(path.parts[0])
            else ""
        )
        raise UnreadableInput(f"{path} does not exist; check the name{address}") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise UnreadableInput(f"{path} cannot be read ({reason}); check the name and the permissions") from error


def _most_bytes() -> int:
    return int(load("ingest")["limits"]["html_bytes"])


def _refuse_large(size: int, where: str, limit: str, unit: str) -> None:
    most = load("ingest")["limits"][limit]
    if size > most:
        what = f"has more than {most // 1_000_000} million {unit}"
        raise UnreadableInput(f"{where} {what}; split it and give the parts one by one")
