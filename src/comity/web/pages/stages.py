"""Projects and mechanisms, and agreements, by the stage they have reached."""

from __future__ import annotations

from fastapi import APIRouter, Request

from comity.vocab import load
from comity.web.desk import TheLedger
from comity.web.pages import wording
from comity.web.pages.frame import frame_of, row
from comity.web.pages.shelf import latest_told, shelf
from comity.web.twins import View, page

router = APIRouter()
STAGED = ("project", "mechanism", "agreement")


@page(router, "/projects")
def stages_page(request: Request, ledger: TheLedger) -> View:
    """What is being built, held and concluded, each with its ladder."""
    frame = frame_of(request, ledger)
    found = {kind: latest_told(shelf(ledger, frame.relation, kind)) for kind in STAGED}
    rows = [
        {
            **row(r),
            "name": r.get("name") or r.get("title"),
            "stages": [f"{s.name} {s.day}".strip() for s in wording.rungs(r)],
        }
        for kind in STAGED
        for r in found[kind]
    ]
    most = load("desk")["most"]["rows"]
    context = {"frame": frame, "found": {kind: records[:most] for kind, records in found.items()}}
    return View("stages.html", context, {"records": rows}, rows, "projects")
