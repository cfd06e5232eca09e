"""A document with what was read from it: its text cut where highlights begin and end, and what it adds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from comity.ledger import Ledger, StoredDocument
from comity.ledger.lists import Line, choice, line_of
from comity.model import Claim, Head, LedgerRecord, SetAside
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
    record: Line
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
    """The claims in document order, each with what it adds; only records whose rows do not tell that are looked up."""
    head = document.head
    homes = ledger.homes([claim.id for claim in document.claims])
    lines = {line.id: line for line in ledger.lists.lines(choice(ids=tuple(set(homes.values()))))}
    unsure = [id_ for id_ in set(homes.values()) if id_ not in lines or _unsure(lines[id_], head)]
    whole = {record.id: record for record in ledger.picked(sorted(unsure))}
    lines.update({id_: line_of(record) for id_, record in whole.items()})
    return [
        _found(n, claim, lines[homes[claim.id]], whole.get(homes[claim.id]), head)
        for n, claim in enumerate(document.claims, 1)
        if homes.get(claim.id) in lines
    ]


def _unsure(line: Line, head: Head) -> bool:
    """Whether the row of a record does not tell what a document adds to it."""
    return bool(line.conflicts) or (line.documents > 1 and line.first_told >= head.published[:10])


def _found(number: int, claim: Claim, line: Line, record: LedgerRecord | None, head: Head) -> Found:
    others = line.documents - 1
    first = head.key if not others else record.members[0].document if record else ""
    return Found(number, claim, line, _adds(line, record, claim, first == head.key), others)


def _adds(line: Line, record: LedgerRecord | None, claim: Claim, first: bool) -> Adds:
    if line.review == "rejected":
        return "rejected"
    conflicts = record.conflicts if record else ()
    if any(e.claim == claim.id for view in conflicts for given in view.values for e in given.evidence):
        return "contradicts"
    return "new" if first else "repeats"
