"""Claims made by hand, for tests of everything that stands on them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from comity.model import Claim, Document, Extraction, Head, claims_of, key_of
from comity.model.exchange import extraction_from


def extraction(name: str, published: str, *records: Mapping[str, Any], publisher: str = "") -> Extraction:
    """A document whose text are the sentences of its records, and those records.

    A record is ``{"kind", "says", …fields}``; ``says`` is its sentence.
    """
    text, made = "", []
    for record in records:
        given = dict(record)
        says = given.pop("says")
        head = {key: given.pop(key) for key in ("kind", "speaker", "certainty", "sectors") if key in given}
        start = len(text)
        text += f"{says}\n"
        quotes = [{"start": start, "end": start + len(says), "exact": says}]
        made.append({**head, "quotes": quotes, "fields": given})
    document = Document(id=name, source=f"{name}.txt", text=text, published=published, publisher=publisher)
    return extraction_from({"records": made}, document)


def head_of(read: Extraction) -> Head:
    """The head of an extraction's document, nothing known of its publisher."""
    document = read.document
    return Head(
        key_of(document), document.id, document.source, published=document.published, publisher=document.publisher
    )


def told(name: str, published: str, *records: Mapping[str, Any], publisher: str = "") -> tuple[Head, tuple[Claim, ...]]:
    """A document's head and its claims."""
    read = extraction(name, published, *records, publisher=publisher)
    return head_of(read), claims_of(read)
