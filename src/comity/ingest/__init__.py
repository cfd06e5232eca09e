"""Bytes to Document: files, pages, standard input; charset, metadata, language; the cleaned view of a stored text."""

from comity.ingest.inputs import Source, sources
from comity.ingest.read import read_bytes, read_path, read_stdin, read_text, read_url
from comity.ingest.tongue import require_english
from comity.ingest.view import View

__all__ = [
    "Source",
    "View",
    "read_bytes",
    "read_path",
    "read_stdin",
    "read_text",
    "read_url",
    "require_english",
    "sources",
]
