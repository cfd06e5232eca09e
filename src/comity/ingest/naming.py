"""What an input is called: its id, its suffix, its name in a sentence."""

from __future__ import annotations

from pathlib import PurePosixPath
from urllib.parse import urlsplit

from comity.ingest.metadata import is_address

STDIN = "-"


def identifier(source: str) -> str:
    """The stem of a file's name or of an address's last part, else its host; ``stdin`` for ``-``."""
    if source == STDIN:
        return "stdin"
    if not is_address(source):
        return PurePosixPath(source).stem or source
    address = urlsplit(source)
    return PurePosixPath(address.path).stem or address.netloc


def suffix(source: str) -> str:
    """The suffix of a file's name, in lower case, with its dot; none for addresses, whose answer tells."""
    return "" if is_address(source) else PurePosixPath(source).suffix.lower()


def spoken(source: str) -> str:
    """The source as a sentence names it."""
    return "the input" if source == STDIN else source


def printable(text: str) -> str:
    """Without lone surrogates, which no file and no terminal can hold; the length stays."""
    return text if text.isascii() else "".join("\ufffd" if "\ud800" <= sign <= "\udfff" else sign for sign in text)
