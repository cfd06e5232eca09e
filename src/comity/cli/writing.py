"""Where extractions go: a stream in one of the formats, or a file that appears only when it is complete."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from comity.errors import UsageError
from comity.model import Extraction

Write = Callable[[Extraction], None]


@contextmanager
def opened(out: Path | None) -> Iterator[TextIO]:
    """Standard output, or a new file in UTF-8 that takes its name when all is written.

    Raises ``UsageError`` where there is no folder for it.
    """
    if out is None:
        yield sys.stdout
        return
    if out.exists() and not out.is_file():  # a device or a named pipe cannot be replaced
        with out.open("w", encoding="utf-8", newline="\n") as stream:
            yield stream
        return
    if not out.parent.is_dir():
        raise UsageError(f"{out.parent} is not a folder; give --out a file in a folder that exists")
    part = out.with_name(f"{out.name}.part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as stream:
            yield stream
        part.replace(out)
    finally:
        part.unlink(missing_ok=True)


def writer(form: str, stream: TextIO, *, explain: bool) -> Write:
    """A function that writes one extraction to ``stream`` as ``sheet`` or ``jsonl`` and sends it off."""
    return _sheets(stream, explain) if form == "sheet" else _lines(stream, explain)


def _lines(stream: TextIO, explain: bool) -> Write:
    from comity.cli.terminal import utf8
    from comity.export.jsonl import line

    utf8(stream)

    def write(extraction: Extraction) -> None:
        stream.write(line(extraction, explain=explain) + "\n")
        stream.flush()

    return write


def _sheets(stream: TextIO, explain: bool) -> Write:
    from comity.cli.printing import console
    from comity.export.sheet import show

    out = console(stream)

    def write(extraction: Extraction) -> None:
        show(extraction, out, explain=explain)
        stream.flush()

    return write
