"""Claims: what one document says, addressed so that decisions of people find it again after another reading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from comity.ids import claim_id, document_key
from comity.model.document import Document, Extraction
from comity.model.records import Record
from comity.model.spans import Span


@dataclass(frozen=True, slots=True)
class Head:
    """A stored document without its text: what reconciliation and views need to know of a source.

    ``key`` is content-derived (``do-…``), ``name`` the file's stem, ``published`` an ISO 8601 date or empty.
    ``source_class`` is one of vocab/sources.yaml (``official``, ``news_agency`` … ``unknown``), ``state`` the ISO 3166
    alpha-3 code of the state an official or state-media source speaks for, ``credits`` the canonical names of the
    agencies the text credits ("Reuters"), ``outlet`` the canonical name of the publisher.
    """

    key: str
    name: str
    source: str
    title: str = ""
    published: str = ""
    publisher: str = ""
    url: str = ""
    source_class: str = "unknown"
    state: str = ""
    outlet: str = ""
    credits: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """The head as JSON."""
        return {
            "key": self.key,
            "name": self.name,
            "source": self.source,
            "title": self.title,
            "published": self.published or None,
            "publisher": self.publisher or None,
            "url": self.url or None,
            "class": self.source_class,
            "state": self.state or None,
            "outlet": self.outlet or None,
            "credits": list(self.credits),
        }


def key_of(document: Document) -> str:
    """The content-derived key of a document."""
    return document_key(
        document.text_sha256,
        document.source,
        published=document.published,
        publisher=document.publisher,
        url=document.url,
    )


@dataclass(frozen=True, slots=True)
class Claim:
    """One record of one document. ``id`` is its anchor (see ``comity.ids.claim_id``), ``document`` the document's key,
    ``position`` its place among the records of that document.
    """

    id: str
    document: str
    position: int
    record: Record

    @property
    def kind(self) -> str:
        """The record's kind."""
        return self.record.kind

    @property
    def quote(self) -> Span:
        """The first sentence that states it."""
        return self.record.quotes[0]


def claims_of(extraction: Extraction) -> tuple[Claim, ...]:
    """The claims of a document, each with its id."""
    document = key_of(extraction.document)
    seen: Counter[tuple[str, int, int]] = Counter()
    out = []
    for position, record in enumerate(extraction.records):
        place = (record.kind, record.quotes[0].start, record.quotes[0].end)
        out.append(Claim(claim_id(record.kind, document, *place[1:], seen[place]), document, position, record))
        seen[place] += 1
    return tuple(out)


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a decision was pinned: the document, the first quote, and what the claim said then.

    ``claim`` is its id, ``what`` the fields that tell it from others in the same sentence (a commitment's action, a
    role's person). Another reading that moves a quote a little or finds one more act in a sentence is still recognised.
    """

    claim: str
    document: str
    kind: str
    quote: Span
    what: str = ""

    def as_dict(self) -> dict[str, Any]:
        """The anchor as JSON."""
        return {
            "claim": self.claim,
            "document": self.document,
            "kind": self.kind,
            "quote": self.quote.as_dict(),
            "what": self.what,
        }


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person ruled; never changed afterwards, only undone by another decision.

    ``action`` is one of ``ACTIONS``. ``targets`` are claim ids: each stands for the ledger record that holds the claim,
    except in ``split``, where the targets are the claims to be taken out, and ``withdraw`` and ``undo``, which name a
    document's key and a decision's id. ``anchors`` pin each claim to its words, so that it is found after another
    reading, and shown as an orphan where it is not.
    ``field`` and ``value`` belong to ``correct``, ``both`` and ``different``. ``when`` is an ISO 8601 instant in UTC.
    """

    id: str
    action: str
    targets: tuple[str, ...]
    who: str
    when: str
    why: str = ""
    field: str = ""
    value: Any = None
    anchors: tuple[Anchor, ...] = ()

    def as_dict(self) -> Mapping[str, Any]:
        """The decision as JSON."""
        return {
            "id": self.id,
            "action": self.action,
            "targets": list(self.targets),
            "field": self.field or None,
            "value": self.value,
            "who": self.who,
            "when": self.when,
            "why": self.why,
            "anchors": [a.as_dict() for a in self.anchors],
        }


ACTIONS = {
    "accept": "the record is right as it stands",
    "reject": "the record is wrong and is not shown",
    "correct": "a field has another value",
    "merge": "the records are one thing",
    "split": "the claims are another thing than the rest of their record",
    "both": "the values of a field may stand side by side",
    "different": "the claims that give other values of a field are different things",
    "withdraw": "a document does not belong into the ledger",
    "undo": "an earlier decision no longer holds",
}
"""What a person can rule, with what it means."""
