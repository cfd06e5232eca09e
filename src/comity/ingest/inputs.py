"""What an argument of the command line stands for: a file, a folder, a list of addresses, an address, or ``-``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from comity.errors import UnreadableInput, UsageError
from comity.ingest.metadata import SIDECAR, is_address
from comity.ingest.naming import STDIN
from comity.ingest.read import read_path, read_stdin, read_url
from comity.model import Document
from comity.vocab import load


@dataclass(frozen=True, slots=True)
class Source:
    """One thing to read; nothing is opened or fetched before ``read``."""

    name: str
    kind: Literal["file", "url", "stdin"]

    def read(self, *, published: str = "", publisher: str = "") -> Document:
        """Read it. Raises ``UnreadableInput``, ``UnsupportedText`` and ``UsageError`` as ``read_path`` does."""
        if self.kind == "file":
            return read_path(Path(self.name), published=published, publisher=publisher)
        if self.kind == "url":
            return read_url(self.name, published=published, publisher=publisher)
        return read_stdin(published=published, publisher=publisher)


def sources(argument: str) -> Iterator[Source]:
    """Expand ``argument`` to what is to be read, in order.

    A folder gives its ``.txt``, ``.md``, ``.html`` and ``.htm`` files at any depth, sorted, without hidden ones; a file
    whose every line is an http(s) address gives those; a sidecar beside its article, which ``articles/*`` names too,
    gives nothing. A missing file is reported when it is read; a folder without a file to read and an address of another
    scheme raise ``UnreadableInput`` here, an empty argument ``UsageError``.
    """
    if not argument.strip():  # the path of an empty name is the folder one is in
        raise UsageError("an empty name was given; name a file, a folder, an address, or - for standard input")
    if argument == STDIN:
        return iter([Source(STDIN, "stdin")])
    if is_address(argument):
        return iter([Source(argument, "url")])
    path = Path(argument)
    if "://" in argument and not path.exists():
        raise UnreadableInput(f"{argument} is no address that comity fetches; give one that begins with http or https")
    if path.is_dir():
        return iter([Source(str(file), "file") for file in _files(path)])
    if path.name.endswith(SIDECAR) and _goes_with(path):
        return iter([])
    if addresses := _addresses(path):
        return iter([Source(address, "url") for address in addresses])
    return iter([Source(argument, "file")])


def _suffixes() -> list[str]:
    return [suffix for kind in load("ingest")["suffixes"].values() for suffix in kind]


def _goes_with(sidecar: Path) -> bool:
    """Whether there is an article beside a sidecar."""
    stem = sidecar.name.removesuffix(SIDECAR)
    return any(sidecar.with_name(stem + suffix).is_file() for suffix in _suffixes())


def _files(folder: Path) -> list[Path]:
    suffixes = _suffixes()
    found = [path for path in folder.rglob("*") if path.suffix.lower() in suffixes and _to_be_read(path)]
    shown = [p for p in found if not any(part.startswith(".") for part in p.relative_to(folder).parts)]
    files = sorted((p for p in shown if not p.name.endswith(SIDECAR)), key=lambda p: p.relative_to(folder).as_posix())
    if not files:
        raise UnreadableInput(f"{folder} has no {', '.join(sorted(suffixes))} file; name another folder or a file")
    return files


def _to_be_read(path: Path) -> bool:
    """Whether a name is a file, or a link that leads nowhere, which is reported when it is read."""
    return path.is_file() or (path.is_symlink() and not path.exists())


def _addresses(path: Path) -> list[str]:
    """The addresses that a file lists, one a line, ``#`` for remarks; empty if it holds anything else."""
    most = load("ingest")["limits"]["url_list_bytes"]
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)
    except (OSError, ValueError):
        return []  # reported by whoever reads it as a file
    if len(data) > most:
        return []
    lines = [line.strip() for line in data.decode("utf-8-sig", "replace").splitlines()]
    lines = [line for line in lines if line and not line.startswith("#")]
    return lines if all(is_address(line) and len(line.split()) == 1 for line in lines) else []
