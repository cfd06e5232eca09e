"""Claims and heads for tests of progress: one short document a claim."""

from __future__ import annotations

from typing import Any

from comity.model import Claim, Document, Extraction, Head, Record, Span, claims_of, key_of
from comity.model.exchange import value_from
from comity.model.records import Field
from comity.vocab import load


def tell(
    kind: str, sentence: str, published: str = "", *, certainty: str = "asserted", stem: str = "", **fields: Any
) -> tuple[Claim, Head]:
    """A claim of a document that consists of ``sentence``; field values as JSON has them."""
    stem = stem or f"{kind}-{published}"
    document = Document(id=stem, text=sentence, source=f"{stem}.txt", published=published)
    types = {field: spec["type"] for field, spec in load("kinds")["kinds"][kind].items()}
    told = {field: Field(value_from(types[field], value)) for field, value in fields.items()}
    record = Record(kind, (Span.of(sentence, 0, len(sentence)),), told, certainty=certainty)
    (claim,) = claims_of(Extraction(document, (record,), ()))
    return claim, Head(key=key_of(document), name=stem, source=document.source, published=published)
