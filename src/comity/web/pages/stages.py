"""Projects and mechanisms, and agreements, by the stage they have reached."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request

from comity.model import LedgerRecord
from comity.vocab import load
from comity.web.desk import TheLedger
from comity.web.pages import wording
from comity.web.pages.frame import frame_of, row
from comity.web.twins import View, page

router = APIRouter()
STAGED = ("project", "mechanism", "agreement")


@page(router, "/projects")
def stages_page(request: Request, ledger: TheLedger) -> View:
    """What is being built, held and concluded, each with its ladder."""
    frame = frame_of(request, ledger)
    most = load("desk")["most"]["staged"]
    wanted = {kind: frame.choice(kind=kind) for kind in STAGED}
    context = {
        "frame": frame,
        "found": {kind: ledger.lists.records(wanted[kind], order="told", limit=most) for kind in STAGED},
        "totals": {kind: ledger.lists.count(wanted[kind]) for kind in STAGED},
    }

    def rows() -> list[dict[str, Any]]:
        return [_row(record) for kind in STAGED for record in ledger.lists.records(wanted[kind], order="told")]

    return View("stages.html", context, lambda: {"records": rows()}, rows, "projects")


def _row(record: LedgerRecord) -> dict[str, Any]:
    stages = [f"{rung.name} {rung.day}".strip() for rung in wording.rungs(record)]
    return {**row(record), "name": record.get("name") or record.get("title"), "stages": stages}
