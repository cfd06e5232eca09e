"""Ledger records: what several documents say of one thing, every value beside its evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from comity.model.spans import Span

Judgement = Literal["corroborated", "single_source", "refined", "updated", "contradicted", "hedged_only"]
"""How the sources of a field agree (codebook, section 14)."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where one claim gives a value: the words, the document, and who vouches how firmly.

    ``quotes`` are the field's own spans, or the record's where the field has none of its own.
    """

    claim: str
    document: str
    name: str
    published: str
    source_class: str
    quotes: tuple[Span, ...]
    speaker: str = ""
    certainty: str = "asserted"
    basis: str = ""

    def as_dict(self) -> dict[str, Any]:
        """The evidence as JSON; each quote names its document by file stem, as the exchange format does."""
        return {
            "claim": self.claim,
            "document": self.name,
            "key": self.document,
            "published": self.published or None,
            "class": self.source_class,
            "speaker": self.speaker or None,
            "certainty": self.certainty,
            "basis": self.basis or None,
            "quotes": [{"document": self.name, **q.as_dict()} for q in self.quotes],
        }


@dataclass(frozen=True, slots=True)
class Attested:
    """One value of a field, as JSON, with everything that gives it. ``witnesses`` counts independent sources."""

    value: Any
    evidence: tuple[Evidence, ...]
    witnesses: int = 1

    def as_dict(self) -> dict[str, Any]:
        """The value as JSON, its quotes in one list as the exchange format has them."""
        quotes = [quote for e in self.evidence for quote in e.as_dict()["quotes"]]
        return {
            "value": self.value,
            "witnesses": self.witnesses,
            "quotes": quotes,
            "evidence": [e.as_dict() for e in self.evidence],
        }


@dataclass(frozen=True, slots=True)
class FieldView:
    """A field of a ledger record: the value to show, and all values, the shown one first.

    ``judgement`` says how the sources agree, ``reason`` why in one sentence, ``policy`` why this value is shown
    (``signed_text``, ``official`` …, ``latest``, ``more_precise``, ``corrected``),
    ``decision`` the id of the decision that settled it.
    """

    name: str
    value: Any
    judgement: Judgement
    values: tuple[Attested, ...]
    reason: str = ""
    policy: str = ""
    decision: str = ""

    def as_dict(self) -> dict[str, Any]:
        """The field as JSON."""
        return {
            "value": self.value,
            "judgement": self.judgement,
            "reason": self.reason,
            "policy": self.policy,
            "decision": self.decision or None,
            "values": [v.as_dict() for v in self.values],
        }


@dataclass(frozen=True, slots=True)
class Member:
    """A claim of a ledger record: ``name`` is its document's file stem, ``position`` its place there.

    ``quotes`` are the sentences or list items that state it.
    """

    claim: str
    document: str
    name: str
    position: int
    published: str = ""
    quotes: tuple[Span, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """The member as JSON."""
        return {
            "document": self.name,
            "record": self.position,
            "claim": self.claim,
            "key": self.document,
            "published": self.published or None,
            "quotes": [quote.as_dict() for quote in self.quotes],
        }


@dataclass(frozen=True, slots=True)
class Join:
    """Why two claims are, may be, or are no one thing.

    ``verdict`` is ``same``, ``maybe`` (for a person to decide), ``part`` (``first`` is a part of ``second``) or
    ``fulfils`` (``first`` tells that the commitment ``second`` was kept; proposed unless the rule is sure of it) or
    ``leaves_open`` (``first``, told later, says that nothing has come of it);
    ``score`` lies in [0, 1]; ``reasons`` are short sentences, the weightiest first. Where a person decided,
    ``decision`` is the id.
    """

    first: str
    second: str
    verdict: Literal["same", "maybe", "part", "fulfils", "leaves_open"]
    score: float
    reasons: tuple[str, ...]
    decision: str = ""

    def as_dict(self) -> dict[str, Any]:
        """The join as JSON."""
        return {
            "claims": [self.first, self.second],
            "verdict": self.verdict,
            "score": round(self.score, 3),
            "reasons": list(self.reasons),
            "decision": self.decision or None,
        }


@dataclass(frozen=True, slots=True)
class Step:
    """A dated step on the ladder of a record: the rung it reached, when, and who says so.

    ``date`` is EDTF: the day the text gives for it, else the day of publication. ``reached`` is False where a source
    only repeats a rung, or reports one below that which was reached before. ``rule`` names the rule or decision.
    """

    rung: str
    date: str
    evidence: Evidence
    reached: bool = True
    rule: str = ""

    def as_dict(self) -> dict[str, Any]:
        """The step as JSON."""
        return {
            "rung": self.rung,
            "date": self.date or None,
            "reached": self.reached,
            "rule": self.rule,
            "evidence": self.evidence.as_dict(),
        }


@dataclass(frozen=True, slots=True)
class Link:
    """A tie to another ledger record: ``part_of``, ``has_part``, ``fulfils`` (proposed or decided), with the reason."""

    relation: Literal["part_of", "has_part", "fulfils", "fulfilled_by", "leaves_open", "left_open_by"]
    record: str
    reason: str
    score: float = 1.0
    decision: str = ""

    def as_dict(self) -> dict[str, Any]:
        """The link as JSON."""
        return {
            "relation": self.relation,
            "record": self.record,
            "reason": self.reason,
            "score": round(self.score, 3),
            "decision": self.decision or None,
        }


@dataclass(frozen=True, slots=True)
class LedgerRecord:
    """One thing, as all documents of a ledger tell it.

    ``id`` is the claim id of its earliest member; the id of every other member leads to it too. ``caption`` is one
    line to know it by; ``states`` are ISO 3166 alpha-3 codes of all states that take part; ``date`` is the EDTF date it
    is listed under (when it happens, was concluded, is due, else when it was first told). ``status`` is the rung it has
    reached as the sources tell it, without regard to today. ``witnesses`` counts independent sources, ``documents`` the
    documents that tell it. ``review`` is ``open``, ``accepted`` or ``rejected``. ``tellings`` is how many claims tell
    it: as many as it has members, or more where a thing is told so often that not all are kept as evidence.
    """

    id: str
    kind: str
    caption: str
    states: tuple[str, ...]
    date: str
    members: tuple[Member, ...]
    fields: Mapping[str, FieldView]
    certainty: str = "asserted"
    speakers: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    witnesses: int = 1
    documents: int = 1
    status: str = ""
    steps: tuple[Step, ...] = ()
    joins: tuple[Join, ...] = ()
    links: tuple[Link, ...] = ()
    decisions: tuple[str, ...] = ()
    review: Literal["open", "accepted", "rejected"] = "open"
    first_told: str = ""
    last_told: str = ""
    tellings: int = 1

    def get(self, name: str) -> Any:
        """The shown value of a field, or None."""
        view = self.fields.get(name)
        return None if view is None else view.value

    @property
    def conflicts(self) -> tuple[FieldView, ...]:
        """The fields whose sources contradict each other and on which nobody has ruled."""
        return tuple(f for f in self.fields.values() if f.judgement == "contradicted" and not f.decision)

    def as_dict(self) -> dict[str, Any]:
        """The record as JSON, as a ledger export has it."""
        return {
            "id": self.id,
            "kind": self.kind,
            "caption": self.caption,
            "states": list(self.states),
            "date": self.date or None,
            "certainty": self.certainty,
            "speakers": list(self.speakers),
            "sectors": list(self.sectors),
            "witnesses": self.witnesses,
            "tellings": self.tellings,
            "members": [m.as_dict() for m in self.members],
            "fields": {name: view.as_dict() for name, view in self.fields.items()},
            "state": self.status or None,
            "status": [s.as_dict() for s in self.steps],
            "joins": [j.as_dict() for j in self.joins],
            "links": [x.as_dict() for x in self.links],
            "decisions": list(self.decisions),
            "review": self.review,
            "first_told": self.first_told or None,
            "last_told": self.last_told or None,
        }
