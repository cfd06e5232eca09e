"""One record: all values side by side, the ladder, why its claims were joined, history, decisions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from fastapi import APIRouter, Request

from comity.export.history_sheet import history
from comity.ledger import Ledger
from comity.model import Decision, Evidence, Join, LedgerRecord, Link, Span
from comity.query.citing import citation, cite, evidence_in
from comity.vocab import load
from comity.web.desk import TheLedger
from comity.web.pages import wording
from comity.web.pages.frame import Frame, frame_of
from comity.web.twins import View, page

router = APIRouter()


def values(record: LedgerRecord) -> Iterator[Mapping[str, Any]]:
    """A row for every value of every field and each document that gives it."""
    for view in record.fields.values():
        for given in view.values:
            for evidence in given.evidence:
                yield {
                    "field": view.name,
                    "value": wording.attested(record, view.name, given),
                    "shown": given.value == view.value,
                    "judgement": view.judgement,
                    "document": evidence.name,
                    "published": evidence.published,
                    "class": evidence.source_class,
                    "speaker": evidence.speaker,
                    "certainty": evidence.certainty,
                    "quote": " … ".join(quote.exact for quote in evidence.quotes),
                }


def neighbours(ledger: Ledger, links: Sequence[Link]) -> list[tuple[Link, LedgerRecord]]:
    """The records to which links lead."""
    return [(link, ledger.record(link.record)) for link in links]


def told(record: LedgerRecord) -> list[tuple[Span, list[Span], Evidence]]:
    """For each claim of a record its sentence, the words in it that give fields, and where it stands; by date."""
    first: dict[str, Evidence] = {}
    parts: dict[str, list[Span]] = {}
    for evidence in evidence_in(record):
        first.setdefault(evidence.claim, evidence)
        parts.setdefault(evidence.claim, []).extend(evidence.quotes)
    known = [member.claim for member in record.members if member.claim in first]
    return [(citation(record, first[claim]).quote, parts[claim], first[claim]) for claim in known]


def joined(record: LedgerRecord) -> tuple[Join, ...]:
    """The joins among the record's own claims, the surest first: why it is one thing."""
    own = {member.claim for member in record.members}
    inside = [j for j in record.joins if j.verdict == "same" and j.first in own and j.second in own]
    return tuple(sorted(inside, key=lambda j: -j.score))[: load("desk")["most"]["joins"]]


def taken(ledger: Ledger, ids: Iterable[str]) -> list[Decision]:
    """The decisions that bear on a record, in their order."""
    wanted = set(ids)
    return [decision for decision in ledger.decisions() if decision.id in wanted]


def citation_of(frame: Frame, record: LedgerRecord) -> str:
    """A citation to be copied: with the first quote and its source."""
    found = next(iter(cite(record)), None)
    if found is None:
        return f"{record.caption}. comity {record.id}."
    source = f"{frame.outlet(found.evidence)}, {found.evidence.published or 'undated'}"
    return wording.citation(record, found.quote.exact, source)


@page(router, "/record/{claim}")
def record_page(request: Request, ledger: TheLedger, claim: str) -> View:
    """A record by the id of any of its claims."""
    frame = frame_of(request, ledger)
    record = ledger.record(claim)
    decisions = taken(ledger, record.decisions)
    context = {
        "frame": frame,
        "record": record,
        "told": told(record),
        "moments": [
            moment for moment in history(record, decisions) if moment.sort != "told" or len(record.members) > 1
        ],
        "missing": [name for name in load("kinds")["kinds"][record.kind] if name not in record.fields],
        "moved": claim != record.id and claim,
        "joins": joined(record),
        "links": neighbours(ledger, record.links),
        "decisions": decisions,
        "names": {member.claim: member for member in record.members},
        "citation": citation_of(frame, record),
    }
    return View("record.html", context, record.as_dict(), values(record), record.id)
