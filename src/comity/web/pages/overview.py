"""The overview: what changed, what is due, what is disputed, what is thin."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from comity.errors import NotFound
from comity.ledger import Ledger
from comity.model import Head, LedgerRecord
from comity.query.citing import MAIN, Citation, citation, cite, evidence_in
from comity.query.intensity import intensity
from comity.query.overview import overview
from comity.vocab import load
from comity.web.charts.intensity import Drawing, drawn
from comity.web.desk import TheLedger
from comity.web.pages import wording
from comity.web.pages.due import agenda
from comity.web.pages.frame import Frame, frame_of, row
from comity.web.pages.pictures import png, svg
from comity.web.pages.shelf import latest_told, shelf
from comity.web.pages.timeline import small
from comity.web.twins import View, page

router = APIRouter()
ABOUT = "sum of Goldstein weights of events held and asserted, by month"


@dataclass(frozen=True, slots=True)
class Change:
    """What the newest document on a record did to it: ``sort`` as in vocab/desk.yaml ``changes``."""

    sort: str
    record: LedgerRecord
    citation: Citation | None

    @property
    def day(self) -> str:
        """The day of the newest telling."""
        return self.record.last_told

    @property
    def tag(self) -> wording.Tag:
        """The sort in words."""
        return wording.tag("change", self.sort)

    @property
    def words(self) -> str:
        """One sentence."""
        staged = self.sort == "status" and self.record.status
        return f"{self.record.caption}: now {wording.stage(self.record)}" if staged else self.record.caption


def change_of(record: LedgerRecord) -> Change:
    """The newest change of a record, with the words that make it."""
    steps = [s for s in record.steps if s.reached and s.evidence.published == record.last_told]
    if record.conflicts:
        last = max((e for v in record.conflicts[0].values for e in v.evidence), key=lambda e: (e.published, e.claim))
        return Change("conflict", record, citation(record, last))
    if len(record.steps) > 1 and steps and record.first_told < record.last_told:
        return Change("status", record, citation(record, steps[-1].evidence))
    if record.first_told == record.last_told:
        return Change("new", record, next(iter(cite(record)), None))
    return Change("source", record, newest(record))


def newest(record: LedgerRecord) -> Citation | None:
    """What the newest document on a record says, by its most telling field."""
    cited = [c for c in cite(record, *MAIN[record.kind], most=99) if c.evidence.published == record.last_told]
    other = (citation(record, e) for e in evidence_in(record) if e.published == record.last_told)
    return next(iter([*cited, *other]), None)


def changes_of(records: Iterable[LedgerRecord], most: int) -> list[Change]:
    """The newest changes; of those told on one day the weightiest first, by sort, then by kind."""
    words, kinds = load("desk"), list(load("kinds")["kinds"])
    found = [change_of(record) for record in latest_told(records)[: words["most"]["candidates"]]]
    news = [c for c in found if not (c.record.status == "historical" or (c.record.kind, c.sort) == ("role", "source"))]
    order = list(words["changes"])
    news.sort(key=lambda c: (order.index(c.sort), kinds.index(c.record.kind)))
    return sorted(news, key=lambda c: c.day, reverse=True)[:most]


def _heads(ledger: Ledger, records: Sequence[LedgerRecord], relation: str) -> list[Head]:
    """The documents that tell of some records; all where no relation is chosen."""
    inside = {member.document for record in records for member in record.members}
    return [head for head in ledger.documents() if not relation or head.key in inside]


def is_thin(record: LedgerRecord) -> bool:
    """Whether one source alone tells it, or none asserts it."""
    return record.witnesses < 2 or record.certainty != "asserted"


def since_when(frame: Frame, last: str) -> str:
    """The day after which a document is new: the visitor's mark, else a month before the newest document."""
    if frame.seen or not last:
        return frame.seen
    return (date.fromisoformat(last[:10]) - timedelta(days=load("desk")["new_days"])).isoformat()


@page(router, "/")
def overview_page(request: Request, ledger: TheLedger) -> View:
    """What changed on a relation, or on all."""
    frame = frame_of(request, ledger)
    records = shelf(ledger, frame.relation)
    numbers = overview(_heads(ledger, records, frame.relation), records, frame.today)
    most = load("desk")["most"]
    since = since_when(frame, numbers.last)
    changes = changes_of(records, most["changes"])
    context: dict[str, Any] = {
        "frame": frame,
        "numbers": numbers,
        "thin": sum(map(is_thin, records)),
        "fresh": sum(record.last_told > since for record in records),
        "since": since,
        "changes": changes,
        "agenda": agenda(records, frame.today, most["agenda"]),
        "chart": drawn(intensity(records), frame),
        "line": small(frame, records),
    }
    data = {**numbers.as_dict(), "changes": [{"change": c.sort, **row(c.record)} for c in changes]}
    return View("overview.html", context, data, [{"change": c.sort, **row(c.record)} for c in changes], "overview")


def _drawing(frame: Frame) -> Drawing:
    """Cooperation and conflict by month. Raises ``NotFound`` where no event counts."""
    chart = drawn(intensity(shelf(frame.ledger, frame.relation)), frame)
    if chart is None:
        raise NotFound("no event of the ledger has a weight, so there is nothing to draw; add documents")
    return chart


@router.get("/intensity.svg", response_model=None)
def intensity_svg(request: Request, ledger: TheLedger) -> Response:
    """Cooperation and conflict by month as a file."""
    return svg(request, "intensity", _drawing(frame_of(request, ledger)), ABOUT)


@router.get("/intensity.png", response_model=None)
def intensity_png(request: Request, ledger: TheLedger) -> Response:
    """Cooperation and conflict by month as a picture."""
    return png(request, "intensity", _drawing(frame_of(request, ledger)), ABOUT)
