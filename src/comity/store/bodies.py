"""Claims, heads, features and ledger records as JSON in the tables, and back."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from comity.model import Anchor, Claim, Decision, Field, Head, Record, Span
from comity.model.exchange import value_from
from comity.vocab import load


def dumped(content: Any) -> str:
    """JSON without blanks; the same content gives the same characters."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def packed(content: Any) -> bytes:
    """JSON, compressed."""
    return zlib.compress(dumped(content).encode("utf-8", "surrogatepass"), 3)


def unpacked(body: bytes) -> Any:
    """What ``packed`` was given."""
    return json.loads(zlib.decompress(body).decode("utf-8", "surrogatepass"))


def span_of(body: Mapping[str, Any]) -> Span:
    """A span as it was stored."""
    return Span(body["start"], body["end"], body["exact"])


def spans_of(body: Any) -> tuple[Span, ...]:
    """Spans as they were stored."""
    return tuple(span_of(item) for item in body)


def record_body(record: Record) -> str:
    """A record of one document in the exchange format, with its rule."""
    return dumped(record.as_dict(explain=True))


def record_of(body: str) -> Record:
    """The record that ``record_body`` wrote; its quotes were checked when it came in and are not checked again."""
    data = json.loads(body)
    types = load("kinds")["kinds"][data["kind"]]
    cue = data["cue"]
    return Record(
        kind=data["kind"],
        quotes=spans_of(data["quotes"]),
        fields={name: _field(types[name]["type"], content) for name, content in data["fields"].items()},
        speaker=data["speaker"],
        certainty=data["certainty"],
        cue=span_of(cue) if cue else None,
        sectors=tuple(data["sectors"]),
        rule=data["rule"],
    )


def _field(kind: str, content: Mapping[str, Any]) -> Field:
    return Field(value_from(kind, content["value"]), spans_of(content.get("quotes", ())), content.get("basis", ""))


def claim_of(claim: str, document: str, position: int, body: str) -> Claim:
    """A claim as it was stored."""
    return Claim(claim, document, position, record_of(body))


@lru_cache(maxsize=16384)
def head_of(body: str) -> Head:
    """The head that ``dumped(head.as_dict())`` wrote."""
    data = json.loads(body)
    plain = {name: data[name] or "" for name in ("title", "published", "publisher", "url", "state", "outlet")}
    return Head(
        key=data["key"],
        name=data["name"],
        source=data["source"],
        source_class=data["class"],
        credits=tuple(data["credits"]),
        **plain,
    )


def decision_body(decision: Decision) -> str:
    """A decision as JSON."""
    return dumped(decision.as_dict())


def decision_of(body: str) -> Decision:
    """The decision that ``decision_body`` wrote."""
    data = json.loads(body)
    return Decision(
        id=data["id"],
        action=data["action"],
        targets=tuple(data["targets"]),
        who=data["who"],
        when=data["when"],
        why=data["why"],
        field=data["field"] or "",
        value=data["value"],
        anchors=tuple(
            Anchor(a["claim"], a["document"], a["kind"], span_of(a["quote"]), a["what"]) for a in data["anchors"]
        ),
    )
