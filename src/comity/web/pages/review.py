"""The review queue: what waits for a person, the most consequential first, with the document beside the fields."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from fastapi import APIRouter, Request

from comity.errors import UsageError
from comity.language.folding import fold
from comity.ledger import Ledger, Question, ReviewItem
from comity.model import Evidence, LedgerRecord
from comity.query.citing import evidence_in
from comity.vocab import load
from comity.web.desk import TheLedger
from comity.web.pages import wording
from comity.web.pages.frame import frame_of
from comity.web.pages.memory import kept
from comity.web.twins import View, page

router = APIRouter()
BEFORE = 10
"""Questions that are listed before the one that is open."""
FITTING = {"maybe": ("merge", "different"), "conflict": ("both", "different"), "fulfilment": ("accept", "reject")}
"""What can be ruled on several items of a sort at once."""


def name_of(question: Question) -> str:
    """What a question is called in an address."""
    return ".".join([question.sort, *question.records, *filter(None, [question.field])])


@kept
def waiting(ledger: Ledger, relation: str = "") -> list[Question]:
    """The queue of a relation, or of all."""
    return ledger.questions(relation or None)


def targets(item: ReviewItem) -> list[str]:
    """The claims that a decision on it is about: for a fulfilment the deed, then the promise."""
    return [item.join.first, item.join.second] if item.join else [item.records[0].id]


def compared(records: Sequence[LedgerRecord]) -> list[tuple[str, list[str], bool]]:
    """The fields of records side by side in words, each with whether the records that have it tell it differently."""
    names = dict.fromkeys(name for record in records for name in record.fields if name != "certainty")
    found = []
    for name in names:
        given = [wording.shown(r, r.fields[name]) if name in r.fields else "" for r in records]
        found.append((name, given, len({fold(value) for value in given if value}) > 1))
    return found


def telling(record: LedgerRecord) -> list[Evidence]:
    """What to show of the documents that tell of a record: its sentence in the first two of them."""
    first = {e.document: e for e in reversed(list(evidence_in(record)))}
    return sorted(first.values(), key=lambda e: (e.published or "9", e.claim))[: load("desk")["most"]["passages"]]


@page(router, "/review")
def review_page(request: Request, ledger: TheLedger) -> View:
    """The queue with one item open."""
    frame = frame_of(request, ledger)
    queue = waiting(ledger, frame.relation)
    sort = frame.params.get("sort", "")
    fitting = [question for question in queue if not sort or question.sort == sort]
    names = [name_of(question) for question in fitting]
    opened = frame.params.get("item", "")
    place = names.index(opened) if opened in names else 0
    begin = max(0, place - BEFORE)
    shown = fitting[begin : begin + load("desk")["most"]["queue"]]
    ruled = len(ledger.decisions())
    item = next(iter(ledger.review_items(fitting[place : place + 1])), None)
    context: dict[str, Any] = {
        "frame": frame,
        "items": list(zip(map(name_of, shown), ledger.review_items(shown, short=True), strict=False)),
        "item": item,
        "compared": compared(item.records) if item and item.join else [],
        "told": {record.id: telling(record) for record in item.records} if item and item.join else {},
        "name": names[place] if names else "",
        "before": names[place - 1] if place else "",
        "after": names[place + 1] if place + 1 < len(names) else "",
        "targets": targets(item) if item else [],
        "total": len(queue),
        "ruled": ruled,
        "sort": sort,
        "sorts": {name: sum(question.sort == name for question in queue) for name in load("desk")["sorts"]},
        "batch": [(action, words) for action, words in load("desk")["batch"].items() if _fits(fitting, action)],
    }

    def whole() -> list[ReviewItem]:
        return ledger.review_items(fitting, short=True)

    def data() -> dict[str, Any]:
        return {"queue": [one.as_dict() for one in whole()], "decisions": ruled}

    return View("review.html", context, data, lambda: map(_flat, whole()), "review")


def ruling(item: ReviewItem, action: str) -> dict[str, Any]:
    """What ``Ledger.decide`` takes to rule on an item. Raises ``UsageError`` where the action does not fit it."""
    if action not in FITTING[item.sort]:
        raise UsageError(f"{wording.asked(item)[:120]} cannot be answered so; select questions of one sort")
    field = item.field or ("fulfils" if item.sort == "fulfilment" else "")
    return {"action": action, "targets": targets(item), "field": field}


def _fits(questions: Iterable[Question], action: str) -> bool:
    return any(action in FITTING[question.sort] for question in questions)


def _flat(item: ReviewItem) -> dict[str, Any]:
    told = {"sort": item.sort, "question": item.question, "field": item.field, "weight": round(item.weight, 3)}
    return {**told, "records": [record.id for record in item.records]}
