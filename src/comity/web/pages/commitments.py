"""Commitments by rung, what is due and overdue first, and a calendar of what is awaited when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request

from comity.ledger.lists import Choice
from comity.model import LedgerRecord
from comity.reconcile.progress import ladder
from comity.vocab import load
from comity.web.desk import TheLedger
from comity.web.pages.due import due_of
from comity.web.pages.frame import Frame, frame_of
from comity.web.twins import View, page

router = APIRouter()

Due = tuple[LedgerRecord, str]
"""A record with the date until which it is awaited, as EDTF."""


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the calendar (``2026-01``) with the first of what is awaited in it, and how much there is."""

    name: str
    items: tuple[Due, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Group:
    """Promises that stand alike: the first of them, and how many there are; ``params`` is how the ledger lists them."""

    name: str
    records: tuple[LedgerRecord, ...]
    total: int
    params: Mapping[str, str]


def calendar(frame: Frame) -> list[Month]:
    """Months to come in which something unfinished is awaited."""
    ahead = frame.choice(due_from=frame.today.isoformat())
    months = frame.ledger.lists.months_due(ahead, load("desk")["most"]["months"])
    return [_month(frame, name, total) for name, total in months.items()]


def _month(frame: Frame, name: str, total: int) -> Month:
    days = {"due_from": max(f"{name}-01", frame.today.isoformat()), "due_until": f"{name}-31"}
    found = frame.ledger.lists.records(frame.choice(**days), order="due", limit=load("desk")["most"]["in_month"])
    return Month(name, tuple((record, due_of(record)) for record in found), total)


def groups(frame: Frame, modality: str) -> list[Group]:
    """Overdue, due, then rung by rung; what comes first in each is due first, else told last.

    Records of other kinds are overdue or due as promises are: a visit that was planned, a line to be finished.
    """
    return [group for group in _groups(frame, modality) if group.total]


def _groups(frame: Frame, modality: str) -> Iterator[Group]:
    for standing in ("overdue", "due"):
        wanted = frame.choice(standing=standing, kind="commitment" if modality else "", modality=modality)
        yield _group(frame, standing, wanted, {"standing": standing})
    own = ladder("commitment")
    for rung in (*(own.rungs if own else ()), *(own.off if own else ())):
        wanted = frame.choice(standing="none", kind="commitment", status=rung, modality=modality)
        yield _group(frame, rung, wanted, {"kind": "commitment", "status": rung})
    dormant = frame.choice(standing="dormant", kind="commitment", modality=modality)
    yield _group(frame, "dormant", dormant, {"kind": "commitment", "standing": "dormant"})
    nobody = frame.choice(standing="none", kind="commitment", modality=modality, stageless=True)
    yield _group(frame, "", nobody, {"kind": "commitment"})


def _group(frame: Frame, name: str, wanted: Choice, params: Mapping[str, str]) -> Group:
    lists = frame.ledger.lists
    total = lists.count(wanted)
    found = lists.records(wanted, order="due", limit=load("desk")["most"]["promises"]) if total else ()
    return Group(name, tuple(found), total, params)


def told(frame: Frame, modality: str) -> Iterator[dict[str, Any]]:
    """A row for each promise, and for what else is due or overdue."""
    for stands in ("overdue", "due", "dormant", "none"):
        kind = "" if stands in {"overdue", "due"} and not modality else "commitment"
        wanted = frame.choice(standing=stands, kind=kind, modality=modality)
        for line in frame.ledger.lists.lines(wanted, order="due"):
            own = "" if stands == "none" else stands
            yield {**line.as_dict(), "stands": own, "due": line.due, "modality": line.modality}


@page(router, "/commitments")
def commitments_page(request: Request, ledger: TheLedger) -> View:
    """Promises, proposals and plans."""
    frame = frame_of(request, ledger)
    modality = frame.params.get("modality", "")
    context = {
        "frame": frame,
        "groups": groups(frame, modality),
        "months": calendar(frame),
        "due_of": due_of,
        "modality": modality,
        "modalities": load("kinds")["kinds"]["commitment"]["modality"]["values"],
        "total": ledger.lists.count(frame.choice(kind="commitment")),
    }

    def rows() -> list[dict[str, Any]]:
        return list(told(frame, modality))

    return View("commitments.html", context, lambda: {"commitments": rows()}, rows, "commitments")
