"""Ids that follow from content: the same thing gets the same id on every machine and in any order of adding."""

from __future__ import annotations

import hashlib
from base64 import b32encode

LENGTH = 12
"""Characters of base 32 in an id: 60 bits, so that ten million ids collide with a chance below one in ten thousand."""

PREFIXES = {
    "event": "ev",
    "agreement": "ag",
    "mechanism": "me",
    "project": "pr",
    "commitment": "co",
    "indicator": "in",
    "role": "ro",
    "position": "po",
}


def digest(*parts: str) -> str:
    """Twelve characters of ``a-z2-7`` from the SHA-256 of the parts; which part a character stands in counts."""
    joined = "\x1f".join(part.replace("\x1f", "\x1f\x1f") for part in parts)
    return b32encode(hashlib.sha256(joined.encode("utf-8", "surrogatepass")).digest())[:LENGTH].decode().lower()


def document_key(text_sha256: str, source: str, *, published: str, publisher: str, url: str) -> str:
    """The key of a stored document (``do-…``): its text and what is known of where it comes from."""
    return f"do-{digest(text_sha256, source, published, publisher, url)}"


def claim_id(kind: str, document: str, start: int, end: int, ordinal: int) -> str:
    """The id of what a document says at a place (``ev-…``, by kind).

    ``start`` and ``end`` are those of the record's first quote, ``ordinal`` counts the records of that kind which begin
    with the same quote. It does not depend on the fields, so it outlives another reading of the same document.
    """
    return f"{PREFIXES[kind]}-{digest(kind, document, str(start), str(end), str(ordinal))}"


def decision_id(*parts: str) -> str:
    """The id of a decision (``de-…``) from everything it says."""
    return f"de-{digest(*parts)}"
