"""The overview: what changed, what is due, what is disputed, what is thin."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from comity.errors import NotFound
from comity.ledger import Ledger
from comity.ledger.asking import Wanted
from comity.ledger.lists import choice
from comity.model import LedgerRecord
from comity.query.citing import MAIN, Citation, citation, cite, evidence_in
from comity.query.intensity import Point, counted
from comity.query.overview import Overview
from comity.vocab import load
from comity.web.charts.intensity import MONTHS, Drawing, drawn
from comity.web.desk import TheLedger
from comity.web.pages import wording
from comity.web.pages.due import agenda
from comity.web.pages.frame import Frame, frame_of, row
from comity.web.pages.memory import kept
from comity.web.pages.pictures import png, svg
from comity.web.pages.timeline import small
from comity.web.twins import View, page

router = APIRouter()
YEARS = -(-MONTHS // 12)
"""Years of which something is drawn."""
FAR = "9999-12-31"
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
    """The newest changes of records; of those told on one day the weightiest first, by sort, then by kind."""
    words, kinds = load("desk"), list(load("kinds")["kinds"])
    found = [change_of(record) for record in records]
    news = [c for c in found if not (c.record.status == "historical" or (c.record.kind, c.sort) == ("role", "source"))]
    order = list(words["changes"])
    news.sort(key=lambda c: (order.index(c.sort), kinds.index(c.record.kind)))
    return sorted(news, key=lambda c: c.day, reverse=True)[:most]


def numbers_of(frame: Frame, sums: Mapping[str, int]) -> Overview:
    """The numbers of a relation, or of all."""
    classes, (first, last, undated), kinds = held(frame.ledger, frame.relation)
    return Overview(
        as_of=frame.today.isoformat(),
        documents=sum(classes.values()),
        undated=undated,
        first=first,
        last=last,
        classes=classes,
        records=sums["records"],
        kinds={kind: kinds[kind] for kind in load("kinds")["kinds"] if kind in kinds},
        conflicts=sums["conflicts"],
        standings={name: sums[name] for name in ("overdue", "due", "dormant")},
        single_source=sums["single"],
        hedged=sums["hedged"],
    )


@kept
def held(ledger: Ledger, relation: str) -> tuple[dict[str, int], tuple[str, str, int], dict[str, int]]:
    """Documents by class, their first and last day and how many have none, and records by kind, of a relation (all
    for an empty one).
    """
    lists, wanted = ledger.lists, choice(Wanted(relation=relation or None))
    kinds = {kind: n for (kind,), n in lists.tally(wanted, "kind").items()}
    if not relation:
        return lists.classes(), lists.days(), kinds
    spans = lists.by_class(telling=wanted)
    days = sorted(day for span in spans.values() for day in (span.first, span.last) if day)
    ends = (days[0], days[-1]) if days else ("", "")
    classes = {name: span.documents for name, span in spans.items()}
    return classes, (*ends, sum(span.undated for span in spans.values())), kinds


@kept
def sums_of(ledger: Ledger, relation: str, today: date) -> dict[str, int]:
    """The sums of a relation (of all for an empty one) on a day."""
    return ledger.lists.sums(choice(Wanted(relation=relation or None)), today)


def since_when(frame: Frame, last: str) -> str:
    """The day after which a document is new: the visitor's mark, else a month before the newest document."""
    if frame.seen or not last:
        return frame.seen
    return (date.fromisoformat(last[:10]) - timedelta(days=load("desk")["new_days"])).isoformat()


@kept
def points_of(ledger: Ledger, relation: str) -> tuple[Point, ...]:
    """How warm or cold a relation (all for an empty one) is, month by month, as far back as is drawn."""
    wanted, lists = choice(Wanted(relation=relation or None), kinds=("event",)), ledger.lists
    _, last = lists.told(wanted)
    since = f"{int(last[:4]) - YEARS:04d}{last[4:7]}-01" if last else ""
    return counted(lists.warmth(replace(wanted, begun=(since, FAR)))) or counted(lists.warmth(wanted))


@page(router, "/")
def overview_page(request: Request, ledger: TheLedger) -> View:
    """What changed on a relation, or on all."""
    frame = frame_of(request, ledger)
    lists, wanted, most = ledger.lists, frame.choice(), load("desk")["most"]
    sums = sums_of(ledger, frame.relation, frame.today)
    numbers = numbers_of(frame, sums)
    since = since_when(frame, numbers.last)
    changes = changes_of(lists.records(wanted, order="told", limit=most["candidates"]), most["changes"])
    frame.learn(change.record for change in changes)
    context: dict[str, Any] = {
        "frame": frame,
        "numbers": numbers,
        "thin": sums["thin"],
        "fresh": lists.count(replace(wanted, told_after=since)),
        "since": since,
        "changes": changes,
        "agenda": agenda(frame, most["agenda"], sums["overdue"]),
        "chart": drawn(points_of(ledger, frame.relation), frame),
        "line": small(frame),
    }
    data = {**numbers.as_dict(), "changes": [{"change": c.sort, **row(c.record)} for c in changes]}
    return View("overview.html", context, data, [{"change": c.sort, **row(c.record)} for c in changes], "overview")


def _drawing(frame: Frame) -> Drawing:
    """Cooperation and conflict by month. Raises ``NotFound`` where no event counts."""
    chart = drawn(points_of(frame.ledger, frame.relation), frame)
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
