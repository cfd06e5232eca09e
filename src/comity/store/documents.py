"""Documents as they came, and their heads."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Row, Select, delete, func, insert, select, update

from comity.language.folding import fold
from comity.model import Document, Head, key_of
from comity.store.bodies import dumped, head_of
from comity.store.rows import added, picked, removed
from comity.store.schema import documents, heads

_PLAIN = ("source", "title", "published", "publisher", "url", "language", "text_sha256")


def known(connection: Connection, keys: Collection[str]) -> set[str]:
    """Those of the keys that are in the ledger."""
    return {row.key for row in picked(connection, select(documents.c.key), documents.c.key, keys)}


def put(connection: Connection, document: Document) -> None:
    """Add a document that is not there yet."""
    plain = {name: getattr(document, name) for name in _PLAIN}
    text = zlib.compress(document.text.encode("utf-8", "surrogatepass"), 6)
    connection.execute(insert(documents).values(key=key_of(document), name=document.id, text=text, **plain))


def document(connection: Connection, key: str) -> Document | None:
    """A document by its key, or None."""
    row = connection.execute(select(documents).where(documents.c.key == key)).first()
    return None if row is None else _document(row)


def keys_of(connection: Connection, name: str) -> tuple[str, ...]:
    """Keys of the documents that have this key or name, sorted."""
    query = select(documents.c.key).where((documents.c.key == name) | (documents.c.name == name))
    return tuple(sorted(row.key for row in connection.execute(query)))


def all_keys(connection: Connection) -> list[str]:
    """The keys of all documents, in the order in which they came."""
    return [row.key for row in connection.execute(select(documents.c.key).order_by(documents.c.serial))]


def each(connection: Connection, keys: Collection[str]) -> Iterator[tuple[str, Document]]:
    """Documents with their keys."""
    for row in picked(connection, select(documents), documents.c.key, keys):
        yield row.key, _document(row)


def _document(row: Row[Any]) -> Document:
    plain = {name: getattr(row, name) for name in _PLAIN if name != "text_sha256"}
    return Document(id=row.name, text=text_of(row.text), **plain)


def text_of(body: bytes) -> str:
    """The text that is kept as ``body``."""
    return zlib.decompress(body).decode("utf-8", "surrogatepass")


def stored(connection: Connection) -> Iterator[Row[Any]]:
    """The rows of all documents, for verifying."""
    yield from connection.execute(select(documents).order_by(documents.c.serial).execution_options(yield_per=50))


def put_head(connection: Connection, head: Head, text_sha256: str) -> None:
    """Keep the head of a document, in place of what was kept of it; it is no copy unless ``put_originals`` says so."""
    removed(connection, delete(heads), heads.c.document, [head.key])
    added(connection, heads, [{**_head_row(head), "text_sha256": text_sha256, "original": ""}])


def with_texts_of(connection: Connection, keys: Collection[str]) -> dict[str, list[Head]]:
    """The heads of all documents that have the text of one of the keys, by the sha256 of the text."""
    texts = {row[0] for row in picked(connection, select(heads.c.text_sha256), heads.c.document, keys)}
    found: dict[str, list[Head]] = {}
    for row in picked(connection, select(heads), heads.c.text_sha256, texts):
        found.setdefault(row.text_sha256, []).append(head_of(row.body))
    return found


def originals_of(connection: Connection, keys: Collection[str]) -> dict[str, str]:
    """The copies among the keys, each with the key of the document that counts in its place."""
    rows = picked(connection, select(heads.c.document, heads.c.original), heads.c.document, keys)
    return {row.document: row.original for row in rows if row.original}


def put_originals(connection: Connection, found: Mapping[str, str]) -> None:
    """Keep of documents which one counts in their place; empty for themselves."""
    for key, original in found.items():
        connection.execute(update(heads).where(heads.c.document == key).values(original=original))


def _head_row(head: Head) -> dict[str, Any]:
    outlet = head.outlet or head.publisher
    return {
        "document": head.key,
        "published": head.published,
        "outlet": outlet,
        "class": head.source_class,
        "state": head.state,
        "credits": "\n".join(head.credits),
        "folded": fold(f"{head.title} {head.name} {outlet} {head.publisher}"),
        "body": dumped(head.as_dict()),
    }


def heads_of(connection: Connection, keys: Collection[str]) -> dict[str, Head]:
    """Heads by document key."""
    return {row.document: head_of(row.body) for row in picked(connection, select(heads), heads.c.document, keys)}


def all_heads(connection: Connection) -> tuple[Head, ...]:
    """All heads by date of publication, then key, undated ones first, without copies."""
    return tuple(head_of(row.body) for row in connection.execute(_by_date()))


def _by_date() -> Select[Any]:
    return select(heads).where(heads.c.original == "").order_by(heads.c.published, heads.c.document)


def counted(connection: Connection) -> int:
    """How many documents there are, those withdrawn included."""
    return int(connection.execute(select(func.count()).select_from(documents)).scalar_one())


def has_heads(connection: Connection) -> bool:
    """Whether any document has a head."""
    return connection.execute(select(heads.c.document).limit(1)).first() is not None


def undated(connection: Connection) -> int:
    """How many documents have no date of publication, copies left out."""
    query = select(func.count()).select_from(heads).where(heads.c.published == "", heads.c.original == "")
    return int(connection.execute(query).scalar_one())
