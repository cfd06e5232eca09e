"""A document with what was read from it: its text cut where highlights begin and end, and what it adds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from comity.ledger import Ledger, StoredDocument
from comity.model import Claim, LedgerRecord, SetAside
from comity.web.pages import wording

Adds = Literal["new", "repeats", "contradicts", "rejected"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that the same claims quote; ``aside`` is the reason where it was set aside.

    ``starts`` are the claims whose first quote begins here, each with its number.
    """

    text: str
    claims: tuple[str, ...]
    aside: str = ""
    begins_aside: bool = False
    starts: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """A claim of the document with its number, the ledger record it belongs to and what it does to that."""

    number: int
    claim: Claim
    record: LedgerRecord
    adds: Adds
    others: int

    @property
    def tag(self) -> wording.Tag:
        """What it adds, in words."""
        words = {"repeats": f"also told by {self.others} other{'s' if self.others > 1 else ''}"}.get(
            self.adds, self.adds
        )
        icon = {"new": "new", "repeats": "corroborated", "contradicts": "contradicted", "rejected": "rejected"}[
            self.adds
        ]
        return wording.Tag(words, icon, "bad" if self.adds == "contradicts" else "")


def pieces(document: StoredDocument) -> Iterator[Piece]:
    """The text from end to end."""
    text, claims = document.text, document.claims
    spans = [(q.start, q.end, claim.id) for claim in claims for q in claim.record.quotes]
    begins: dict[int, list[tuple[int, str]]] = {claim.quote.start: [] for claim in claims}
    for number, claim in enumerate(claims, 1):
        begins[claim.quote.start].append((number, claim.id))
    asides = document.set_aside
    cuts = {0, len(text), *(n for s in spans for n in s[:2]), *(n for a in asides for n in (a.span.start, a.span.end))}
    for start, end in pairwise(sorted(cuts)):
        inside = tuple(dict.fromkeys(claim for s, e, claim in spans if s <= start and end <= e))
        aside = _aside(asides, start, end)
        first = aside is not None and aside.span.start == start
        yield Piece(text[start:end], inside, aside.reason if aside else "", first, tuple(begins.get(start, ())))


def _aside(asides: Sequence[SetAside], start: int, end: int) -> SetAside | None:
    return next((a for a in asides if a.span.start <= start and end <= a.span.end), None)


def found(ledger: Ledger, document: StoredDocument) -> list[Found]:
    """The claims in document order, each with what it adds to the ledger."""
    return [_found(ledger, document.head.key, n, claim) for n, claim in enumerate(document.claims, 1)]


def _found(ledger: Ledger, key: str, number: int, claim: Claim) -> Found:
    record = ledger.record(claim.id)
    others = len({member.document for member in record.members} - {key})
    return Found(number, claim, record, _adds(record, claim, key, others), others)


def _adds(record: LedgerRecord, claim: Claim, key: str, others: int) -> Adds:
    if record.review == "rejected":
        return "rejected"
    if any(e.claim == claim.id for view in record.conflicts for given in view.values for e in given.evidence):
        return "contradicts"
    return "repeats" if others and record.members[0].document != key else "new"
