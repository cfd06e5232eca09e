"""Documents as they are stored, and what was read from one."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from comity.model.records import Record
from comity.model.spans import Span


@dataclass(frozen=True)
class Document:
    """A stored text with its source. The text is never altered; every offset of every record points into it.

    ``published`` is an ISO 8601 date (``2025-04-14``) or empty; ``language`` an ISO 639-1 code or empty.
    ``set_aside`` holds what the format itself says is not the article (front matter), other parts are found by reading.
    """

    id: str
    source: str
    text: str
    title: str = ""
    published: str = ""
    publisher: str = ""
    url: str = ""
    language: str = ""
    set_aside: tuple[SetAside, ...] = ()

    @cached_property
    def text_sha256(self) -> str:
        """Hex digest of the stored text in UTF-8."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def span(self, start: int, end: int) -> Span:
        """Cut a span out of the stored text."""
        return Span.of(self.text, start, end)

    def as_dict(self) -> dict[str, str | None]:
        """The document's head in the exchange format (the text itself is not repeated)."""
        return {
            "id": self.id,
            "source": self.source,
            "title": self.title,
            "published": self.published or None,
            "publisher": self.publisher or None,
            "url": self.url or None,
            "language": self.language or None,
            "text_sha256": self.text_sha256,
        }


@dataclass(frozen=True, slots=True)
class SetAside:
    """A stretch that is not the article, with the reason (``zones`` in vocab/kinds.yaml)."""

    span: Span
    reason: str

    def as_dict(self) -> dict[str, Any]:
        """The stretch in the exchange format."""
        return {"start": self.span.start, "end": self.span.end, "reason": self.reason}


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read from one document: its records in document order, and what was set aside."""

    document: Document
    records: tuple[Record, ...]
    set_aside: tuple[SetAside, ...] = ()

    def of_kind(self, kind: str) -> tuple[Record, ...]:
        """The records of one kind, in document order."""
        return tuple(r for r in self.records if r.kind == kind)

    def as_dict(self, *, explain: bool = False) -> dict[str, Any]:
        """The extraction in the exchange format; ``explain`` adds the rule that made each record."""
        return {
            "document": self.document.as_dict(),
            "set_aside": [s.as_dict() for s in self.set_aside],
            "records": [r.as_dict(explain=explain) for r in self.records],
        }
