"""The words that a line of a view rests on: a whole sentence where the ledger has one, else the phrase itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from comity.model import Evidence, FieldView, LedgerRecord, Span

MAIN = {
    "event": ("actors", "form", "recipients"),
    "agreement": ("title", "instrument_type", "count"),
    "mechanism": ("name", "mechanism_type"),
    "project": ("name", "project_type"),
    "commitment": ("action", "by"),
    "indicator": ("value", "measure", "change"),
    "role": ("person", "post"),
    "position": ("stance", "on", "by"),
}
"""The fields that say what a record is, the most telling first."""

LONGEST = 700
"""Characters beyond which a sentence is not quoted as a whole."""

BARE = 3
"""Words of a quote that is no more than a name."""


@dataclass(frozen=True, slots=True)
class Citation:
    """One quote with where it comes from; ``evidence`` names document, date, class, speaker and certainty."""

    quote: Span
    evidence: Evidence

    @property
    def key(self) -> tuple[str, int, int]:
        """What makes it the same quote of the same document."""
        return self.evidence.document, self.quote.start, self.quote.end


def cite(record: LedgerRecord, *names: str, most: int = 1) -> tuple[Citation, ...]:
    """What the shown values of some fields rest on, at most ``most`` quotes a field, each quote once.

    Without names the record itself is cited. A field that the record does not have adds nothing.
    """
    wanted = names or _main(record)
    views = (record.fields[name] for name in wanted if name in record.fields)
    return unique(c for view in views for c in _shown(record, view, most))


def cite_value(record: LedgerRecord, evidence: Iterable[Evidence]) -> tuple[Citation, ...]:
    """What one value rests on, however many say it."""
    return unique(citation(record, e) for e in evidence)


def citation(record: LedgerRecord, evidence: Evidence) -> Citation:
    """A piece of evidence with the widest of its claim's quotes that holds it; what stands alone as a bare name says
    nothing, and gives way to the first sentence of the claim.
    """
    own = evidence.quotes[0]
    known = [quote for quote in _quotes(record, evidence.claim) if quote.end - quote.start <= LONGEST]
    fitting = [quote for quote in known if quote.start <= own.start and own.end <= quote.end]
    widest = max(fitting, key=_width, default=own)
    if len(widest.exact.split()) <= BARE:
        sentences = (q for m in record.members if m.claim == evidence.claim for q in m.quotes if q in known)
        return Citation(next(sentences, widest), evidence)
    return Citation(widest, evidence)


def _width(quote: Span) -> tuple[int, int]:
    return quote.end - quote.start, -quote.start


def unique(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """Citations in their order, each quote once."""
    return tuple({c.key: c for c in reversed(tuple(citations))}.values())[::-1]


def shown_evidence(view: FieldView) -> tuple[Evidence, ...]:
    """What gives the shown value; where a person set one that no text gives, what gives the value it stands for."""
    told = [value.evidence for value in view.values if value.value == view.value]
    return next(iter([*told, *(value.evidence for value in view.values)]), ())


def evidence_in(record: LedgerRecord) -> Iterator[Evidence]:
    """All evidence of a record, field by field, then step by step."""
    for view in record.fields.values():
        for value in view.values:
            yield from value.evidence
    for step in record.steps:
        yield step.evidence


def _quotes(record: LedgerRecord, claim: str) -> Iterator[Span]:
    for member in record.members:
        if member.claim == claim:
            yield from member.quotes
    for evidence in evidence_in(record):
        if evidence.claim == claim:
            yield from evidence.quotes


def _main(record: LedgerRecord) -> tuple[str, ...]:
    """The most telling field that a record has."""
    names = (*MAIN[record.kind], *record.fields)
    return next(((name,) for name in names if name in record.fields and record.fields[name].values), ())


def _shown(record: LedgerRecord, view: FieldView, most: int) -> Iterator[Citation]:
    for evidence in shown_evidence(view)[:most]:
        yield citation(record, evidence)
