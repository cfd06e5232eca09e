"""Records that other tools or people wrote, with their texts: the exchange format, as JSON or as lines of JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from comity.errors import InputError, RecordError, UnreadableInput
from comity.ingest import read_path
from comity.ingest.dates import iso_date
from comity.ingest.metadata import sidecar
from comity.ledger.running import Outcome
from comity.model import Document
from comity.model.exchange import extraction_from


def loaded(paths: Iterable[str | Path], *, texts: Path | None = None, publisher: str = "") -> Iterator[Outcome]:
    """Read files of the exchange format, one outcome for each document, in order; folders give their JSON files, ``-``
    stands for standard input.

    The text is in ``document.text``, else in the file that ``document.source`` or ``document.id`` (with ``.txt``) names
    in the folder ``texts``, beside the file, or in the folder above it; a sidecar beside that tells what the object
    leaves out. What cannot be used is an outcome with a refusal.
    """
    for path in paths:
        yield from _file(Path(path), texts, publisher)


def _file(path: Path, texts: Path | None, publisher: str) -> Iterator[Outcome]:
    try:
        files = sorted([*path.glob("*.json"), *path.glob("*.jsonl")]) if path.is_dir() else [path]
        files = [file for file in files if not file.name.endswith(".meta.json")]
        if not files:
            raise UnreadableInput(f"{path} has no .json or .jsonl file; name another folder or a file")
        for file in files:
            yield from (_outcome(name, data, file, texts, publisher) for name, data in _objects(file))
    except InputError as error:
        yield Outcome(str(path), refusal=str(error))


def _objects(path: Path) -> Iterator[tuple[str, Any]]:
    """The objects of a file, each with a name for messages."""
    try:
        text = sys.stdin.read() if str(path) == "-" else path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise UnreadableInput(f"{path} cannot be read ({reason}); check the name and the permissions") from error
    try:
        yield str(path), json.loads(text)
    except ValueError as error:
        lines = [(n, line) for n, line in enumerate(text.splitlines(), 1) if line.strip()]
        if path.suffix != ".jsonl" and str(path) != "-" and (len(lines) < 2 or _parsed(lines[0][1]) is None):
            raise UnreadableInput(f"{path} is not valid JSON ({error}); mend it") from error
        yield from ((f"{path}, line {number}", _parsed(line)) for number, line in lines)


def _parsed(line: str) -> Any:
    """What a line holds, or None: no object, which is refused by its number."""
    try:
        return json.loads(line)
    except ValueError:
        return None


def _outcome(name: str, data: Any, path: Path, texts: Path | None, publisher: str) -> Outcome:
    try:
        if not isinstance(data, dict) or not isinstance(data.get("document"), dict):
            raise UnreadableInput(f"{name} is no JSON object of the exchange format; it needs document and records")
        document = _document(data["document"], path, texts, publisher)
        return Outcome(document.id, extraction_from(data, document))
    except (InputError, RecordError) as error:
        return Outcome(name, refusal=f"{error}" if name in str(error) else f"{name}: {error}")
    except (TypeError, KeyError, ValueError, AttributeError) as error:
        return Outcome(name, refusal=f"{name} is not as the exchange format wants it ({error}); mend it")


def _document(head: Mapping[str, Any], path: Path, texts: Path | None, publisher: str) -> Document:
    """The document that a head describes, with its text."""
    found = _text_file(head, path, texts)
    beside = sidecar(found) if found else sidecar(path.with_suffix(".json"))
    text = head.get("text")
    if not isinstance(text, str):
        if found is None:
            raise UnreadableInput(
                f"the text of {head.get('source') or head.get('id')} is nowhere to be found; "
                "give document.text, or put the file beside the records"
            )
        text = read_path(found).text
    written = head.get("published")
    if written and not iso_date(str(written)):
        raise UnreadableInput(f"the date {written!r} is not one certain day; write 2025-04-14")
    document = Document(
        id=str(head.get("id") or path.stem),
        source=str(head.get("source") or f"{head.get('id') or path.stem}.txt"),
        text=text,
        title=str(head.get("title") or beside.title),
        published=iso_date(str(written or "")) or beside.published,
        publisher=publisher or str(head.get("publisher") or beside.publisher),
        url=str(head.get("url") or beside.url),
        language=str(head.get("language") or ""),
    )
    wanted = head.get("text_sha256")
    if wanted and wanted != document.text_sha256:
        raise UnreadableInput(
            f"the text of {document.source} is not the one the records were made from (its sha256 is "
            f"{document.text_sha256[:12]}…, not {str(wanted)[:12]}…); give the right text"
        )
    return document


def _text_file(head: Mapping[str, Any], path: Path, texts: Path | None) -> Path | None:
    """The file that holds the text, if there is one."""
    names = [str(head[key]) + ending for key, ending in (("source", ""), ("id", ".txt")) if head.get(key)]
    folders = [texts] if texts else [path.parent, path.parent.parent]
    places = [folder / Path(name).name for folder in folders for name in names]
    return next((place for place in places if place.is_file()), None)
