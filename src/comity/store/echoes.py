"""Derived: signatures of documents, and which documents repeat each other."""

from __future__ import annotations

import struct
from collections.abc import Collection, Iterable

from sqlalchemy import Connection, select

from comity.store.rows import added, picked
from comity.store.schema import bands, echoes, signatures


def put_signature(connection: Connection, document: str, signature: Iterable[int], found: Collection[str]) -> None:
    """Keep the signature of a document and the bands under which its likes are found."""
    values = tuple(signature)
    added(connection, signatures, [{"document": document, "body": struct.pack(f"<{len(values)}I", *values)}])
    added(connection, bands, [{"band": band, "document": document} for band in set(found)])


def signatures_of(connection: Connection, documents: Collection[str]) -> dict[str, tuple[int, ...]]:
    """Signatures by document."""
    return {
        row.document: struct.unpack(f"<{len(row.body) // 4}I", row.body)
        for row in picked(connection, select(signatures), signatures.c.document, documents)
    }


def with_bands(connection: Connection, wanted: Collection[str]) -> set[str]:
    """The documents that have one of the bands."""
    return {row.document for row in picked(connection, select(bands.c.document).distinct(), bands.c.band, wanted)}


def put_echoes(connection: Connection, pairs: Collection[tuple[str, str]]) -> None:
    """Keep pairs of documents that repeat each other."""
    added(connection, echoes, [{"first": a, "second": b} for a, b in sorted({tuple(sorted(p)) for p in pairs})])


def echoes_among(connection: Connection, documents: Collection[str]) -> tuple[tuple[str, str], ...]:
    """The pairs of which both documents are among ``documents``, sorted."""
    inside = set(documents)
    rows = picked(connection, select(echoes), echoes.c.first, inside)
    return tuple(sorted((row.first, row.second) for row in rows if row.second in inside))
