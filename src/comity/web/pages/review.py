"""The review queue: what waits for a person, the most consequential first, with the document beside the fields."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request

from comity.ledger import ReviewItem
from comity.vocab import load
from comity.web.desk import TheLedger
from comity.web.pages.frame import frame_of
from comity.web.twins import View, page

router = APIRouter()


def name_of(item: ReviewItem) -> str:
    """What an item is called in an address."""
    return ".".join([item.sort, *(record.id for record in item.records), *filter(None, [item.field])])


def targets(item: ReviewItem) -> list[str]:
    """The claims that a decision on it is about: for a fulfilment the deed, then the promise."""
    return [item.join.first, item.join.second] if item.join else [item.records[0].id]


@page(router, "/review")
def review_page(request: Request, ledger: TheLedger) -> View:
    """The queue with one item open."""
    frame = frame_of(request, ledger)
    queue = ledger.review_queue(frame.relation or None)
    sort = frame.params.get("sort", "")
    fitting = [item for item in queue if not sort or item.sort == sort]
    names = [name_of(item) for item in fitting]
    opened = frame.params.get("item", "")
    place = names.index(opened) if opened in names else 0
    ruled = len(ledger.decisions())
    context: dict[str, Any] = {
        "frame": frame,
        "items": list(zip(names, fitting, strict=True))[: load("desk")["most"]["queue"]],
        "item": fitting[place] if fitting else None,
        "name": names[place] if names else "",
        "before": names[place - 1] if place else "",
        "after": names[place + 1] if place + 1 < len(names) else "",
        "targets": targets(fitting[place]) if fitting else [],
        "total": len(queue),
        "ruled": ruled,
        "sort": sort,
    }
    rows = [item.as_dict() for item in fitting]
    return View("review.html", context, {"queue": rows, "decisions": ruled}, map(_flat, fitting), "review")


def _flat(item: ReviewItem) -> dict[str, Any]:
    told = {"sort": item.sort, "question": item.question, "field": item.field, "weight": round(item.weight, 3)}
    return {**told, "records": [record.id for record in item.records]}
