"""The ledger as one table of all kinds, filtered by what stands in the address."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request

from comity.ledger import Ledger
from comity.model import LedgerRecord
from comity.vocab import load
from comity.web.desk import TheLedger
from comity.web.pages.frame import Frame, frame_of, row
from comity.web.pages.overview import is_thin
from comity.web.pages.shelf import latest_told
from comity.web.twins import View, page

router = APIRouter()
FILTERS = (
    "kind",
    "status",
    "sector",
    "certainty",
    "judgement",
    "source_class",
    "actor",
    "since",
    "until",
    "text",
    "review",
)
"""Parameters that the ledger filters by; ``told``, ``thin`` and ``order`` are looked at here."""


def statuses() -> list[str]:
    """All stages of all ladders, in their order, each once."""
    found = (rung for own in load("progress")["ladders"].values() for rung in [*own["rungs"], *own["beside"]])
    return list(dict.fromkeys(found))


def choices() -> dict[str, list[str]]:
    """What each filter can be set to."""
    return {
        "kind": list(load("kinds")["kinds"]),
        "status": statuses(),
        "sector": load("kinds")["sectors"],
        "certainty": load("kinds")["certainties"],
        "judgement": load("desk")["worst_first"],
        "source_class": list(load("brief")["class_words"]),
        "review": ["open", "accepted", "rejected"],
    }


def given(frame: Frame) -> dict[str, str]:
    """The filters that are set."""
    return {name: value for name in FILTERS if (value := frame.params.get(name, "").strip())}


def _chosen(ledger: Ledger, frame: Frame, most: int) -> tuple[list[LedgerRecord], str]:
    """The records of this page, and the id after which the next begins (empty if this is the last)."""
    after = frame.params.get("after", "")
    wanted: dict[str, Any] = {**given(frame), "relation": frame.relation or None}
    told, ordered = frame.params.get("told", ""), frame.params.get("order") != "date"
    if not (told or ordered or frame.params.get("thin")):
        found = ledger.records(**wanted, limit=most + 1, after=after or None)
        return found[:most], found[most - 1].id if len(found) > most else ""
    found = [r for r in ledger.records(**wanted) if r.last_told > told or not told]
    found = [r for r in found if is_thin(r) or not frame.params.get("thin")]
    found = latest_told(found) if ordered else found
    place = next((n + 1 for n, r in enumerate(found) if r.id == after), 0)
    rest = found[place:]
    return rest[:most], rest[most - 1].id if len(rest) > most else ""


@page(router, "/ledger")
def ledger_page(request: Request, ledger: TheLedger) -> View:
    """All records that fit."""
    frame = frame_of(request, ledger)
    records, following = _chosen(ledger, frame, load("desk")["most"]["rows"])
    opened = frame.params.get("record", "")
    context = {
        "frame": frame,
        "records": records,
        "following": following,
        "choices": choices(),
        "given": {**given(frame), **{n: frame.params[n] for n in ("told", "thin") if frame.params.get(n)}},
        "opened": ledger.record(opened) if opened else None,
    }
    data = {"records": [r.as_dict() for r in records], "next": frame.here(after=following) if following else None}
    return View("ledger.html", context, data, map(row, records), "ledger")
