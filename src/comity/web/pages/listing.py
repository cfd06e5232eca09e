"""The ledger as one table of all kinds, filtered by what stands in the address."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from fastapi import APIRouter, Request

from comity.errors import UsageError
from comity.ledger.asking import Wanted
from comity.ledger.lists import Choice, choice
from comity.vocab import load
from comity.web.desk import TheLedger
from comity.web.pages.frame import Frame, frame_of, rows
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
"""Parameters that every list of the ledger is filtered by."""
SEEN = ("told", "thin", "standing")
"""Those that only this page knows; ``order`` is no filter."""
STANDINGS = ("overdue", "due", "dormant")


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
    return {name: value for name in (*FILTERS, *SEEN) if (value := frame.params.get(name, "").strip())}


def chosen(frame: Frame) -> Choice:
    """The records that fit. Raises ``UsageError`` for a filter that cannot be."""
    standing = frame.params.get("standing", "")
    if standing and standing not in STANDINGS:
        raise UsageError(f"there is no standing {standing[:40]!r}; take one of {', '.join(STANDINGS)}")
    wanted = Wanted(**plain(frame), relation=frame.relation or None)
    return choice(
        wanted,
        standing=standing,
        today=frame.today,
        told_after=frame.params.get("told", ""),
        thin=bool(frame.params.get("thin")),
    )


def plain(frame: Frame) -> dict[str, Any]:
    """The filters that the ledger knows, as it takes them."""
    found: dict[str, Any] = {name: value for name, value in given(frame).items() if name in FILTERS}
    days = found.pop("since", None), found.pop("until", None)
    return {**found, "days": days}


def kinds_of(frame: Frame, wanted: Choice) -> list[tuple[str, int]]:
    """How many records of each kind fit the other filters, after the sum of all, whose name is empty."""
    counts = frame.ledger.lists.tally(replace(wanted, plain=replace(wanted.plain, kind="")), "kind")
    known = {kind: n for (kind,), n in counts.items()}
    return [("", sum(known.values())), *((kind, known[kind]) for kind in load("kinds")["kinds"] if kind in known)]


@page(router, "/ledger")
def ledger_page(request: Request, ledger: TheLedger) -> View:
    """All records that fit."""
    frame = frame_of(request, ledger)
    order, most = ("date" if frame.params.get("order") == "date" else "told"), load("desk")["most"]["rows"]
    found = ledger.lists.records(chosen(frame), order=order, limit=most + 1, after=frame.params.get("after", ""))
    records, following = found[:most], found[most - 1].id if len(found) > most else ""
    opened = frame.params.get("record", "")
    context = {
        "frame": frame,
        "records": records,
        "following": following,
        "choices": choices(),
        "given": given(frame),
        "kinds": kinds_of(frame, chosen(frame)),
        "opened": ledger.record(opened) if opened else None,
    }

    def data() -> dict[str, Any]:
        whole = ledger.lists.whole([record.id for record in records])
        following_page = frame.here(after=following) if following else None
        return {"records": [record.as_dict() for record in whole], "next": following_page}

    def whole() -> list[dict[str, Any]]:
        return rows(ledger.lists.lines(chosen(frame), order=order))

    return View("ledger.html", context, data, whole, "ledger")
