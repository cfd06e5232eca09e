"""Commitments by rung, what is due and overdue first, and a calendar of what is awaited when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import APIRouter, Request

from comity.model import LedgerRecord
from comity.reconcile.progress import ladder, standing
from comity.vocab import load
from comity.web.desk import TheLedger
from comity.web.pages.due import due_of
from comity.web.pages.frame import Frame, frame_of, row
from comity.web.pages.shelf import ends, shelf
from comity.web.twins import View, page

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the calendar (``2026-01``) with what is awaited in it."""

    name: str
    items: tuple[tuple[LedgerRecord, str], ...]


def calendar(records: Sequence[LedgerRecord], frame: Frame) -> list[Month]:
    """Months to come in which something unfinished is awaited."""
    limits = load("progress")
    months: dict[str, list[tuple[LedgerRecord, str]]] = {}
    for record in records:
        due = due_of(record)
        open_ = record.status not in limits["finished"].get(record.kind, ())
        if open_ and record.certainty != "denied" and ends(due) >= frame.today.isoformat():
            months.setdefault(ends(due)[:7], []).append((record, due))
    found = [Month(name, tuple(sorted(months[name], key=lambda item: ends(item[1])))) for name in sorted(months)]
    return found[: load("desk")["most"]["months"]]


def groups(records: Sequence[LedgerRecord], frame: Frame) -> list[tuple[str, list[LedgerRecord]]]:
    """Overdue, due, then rung by rung; what comes first in each is due first, else told last.

    Records of other kinds are overdue or due as promises are: a visit that was planned, a line to be finished.
    """
    own = ladder("commitment")
    names = ["overdue", "due", *(own.rungs if own else ()), *(own.off if own else ()), "dormant", ""]
    found: dict[str, list[LedgerRecord]] = {name: [] for name in names}
    for record in records:
        stands = standing(record, frame.today)
        found[stands if stands in {"overdue", "due", "dormant"} else record.status].append(record)
    for name in found:
        found[name].sort(key=lambda r: r.last_told, reverse=True)
        found[name].sort(key=lambda r: ends(due_of(r)) or "9999")
    return [(name, found[name]) for name in names if found[name]]


@page(router, "/commitments")
def commitments_page(request: Request, ledger: TheLedger) -> View:
    """Promises, proposals and plans."""
    frame = frame_of(request, ledger)
    known = shelf(ledger, frame.relation)
    records = [r for r in known if r.kind == "commitment"]
    modality = frame.params.get("modality", "")
    others = [r for r in known if r.kind != "commitment" and standing(r, frame.today) in {"overdue", "due"}]
    shown = [r for r in records if r.get("modality") == modality] if modality else [*records, *others]
    context = {
        "frame": frame,
        "groups": groups(shown, frame),
        "months": calendar(known, frame),
        "due_of": due_of,
        "modality": modality,
        "modalities": load("kinds")["kinds"]["commitment"]["modality"]["values"],
        "total": len(records),
    }
    told = [
        {**row(r), "stands": standing(r, frame.today), "due": due_of(r), "modality": r.get("modality")} for r in shown
    ]
    return View("commitments.html", context, {"commitments": told}, told, "commitments")
