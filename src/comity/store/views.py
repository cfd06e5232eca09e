"""Ledger records as they are stored: all that they say once, and back again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from comity.model import Attested, Evidence, FieldView, Join, LedgerRecord, Link, Member, Step
from comity.store.bodies import packed, spans_of, unpacked


def view_body(record: LedgerRecord) -> bytes:
    """A ledger record, compressed; the quotes of a value are kept with their evidence alone."""
    data = {**record.as_dict(), "documents": record.documents}
    for view in data["fields"].values():
        for value in view["values"]:
            del value["quotes"]
    return packed(data)


def view_of(body: bytes) -> LedgerRecord:
    """The ledger record that ``view_body`` wrote."""
    data = unpacked(body)
    return LedgerRecord(
        id=data["id"],
        kind=data["kind"],
        caption=data["caption"],
        states=tuple(data["states"]),
        date=data["date"] or "",
        members=tuple(_member(item) for item in data["members"]),
        fields={name: _view(name, item) for name, item in data["fields"].items()},
        certainty=data["certainty"],
        speakers=tuple(data["speakers"]),
        sectors=tuple(data["sectors"]),
        witnesses=data["witnesses"],
        documents=data["documents"],
        status=data["state"] or "",
        steps=tuple(_step(item) for item in data["status"]),
        joins=tuple(join_of(item) for item in data["joins"]),
        links=tuple(_link(item) for item in data["links"]),
        decisions=tuple(data["decisions"]),
        review=data["review"],
        first_told=data["first_told"] or "",
        last_told=data["last_told"] or "",
        tellings=data["tellings"],
    )


def values_of(body: bytes) -> dict[str, Any]:
    """The values alone that a ledger record shows, by field: cheaper than ``view_of`` where many are only looked at."""
    return {name: view["value"] for name, view in unpacked(body)["fields"].items()}


def _member(data: Mapping[str, Any]) -> Member:
    published, quotes = data["published"] or "", spans_of(data["quotes"])
    return Member(data["claim"], data["key"], data["document"], data["record"], published, quotes)


def _view(name: str, data: Mapping[str, Any]) -> FieldView:
    return FieldView(
        name=name,
        value=data["value"],
        judgement=data["judgement"],
        values=tuple(_attested(item) for item in data["values"]),
        reason=data["reason"],
        policy=data["policy"],
        decision=data["decision"] or "",
    )


def _attested(data: Mapping[str, Any]) -> Attested:
    return Attested(data["value"], tuple(_evidence(item) for item in data["evidence"]), data["witnesses"])


def _evidence(data: Mapping[str, Any]) -> Evidence:
    return Evidence(
        claim=data["claim"],
        document=data["key"],
        name=data["document"],
        published=data["published"] or "",
        source_class=data["class"],
        quotes=spans_of(data["quotes"]),
        speaker=data["speaker"] or "",
        certainty=data["certainty"],
        basis=data["basis"] or "",
    )


def _step(data: Mapping[str, Any]) -> Step:
    return Step(data["rung"], data["date"] or "", _evidence(data["evidence"]), data["reached"], data["rule"])


def join_of(data: Mapping[str, Any]) -> Join:
    """A join as JSON, read back."""
    first, second = data["claims"]
    return Join(first, second, data["verdict"], data["score"], tuple(data["reasons"]), data["decision"] or "")


def _link(data: Mapping[str, Any]) -> Link:
    return Link(data["relation"], data["record"], data["reason"], data["score"], data["decision"] or "")
