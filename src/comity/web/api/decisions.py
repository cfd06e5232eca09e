"""What waits for a person, and what people ruled."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from comity.web.api import shapes
from comity.web.api.paging import cut, paged
from comity.web.api.parameters import Ask, Paged, QueueFilters
from comity.web.desk import TheLedger
from comity.web.pages.review import waiting
from comity.web.rendering import Data

router = APIRouter(tags=["review"])


@router.get("/review", response_model=shapes.ReviewItems)
def review(ledger: TheLedger, asked: Annotated[QueueFilters, Query()]) -> Response:
    """Doubtful joins, conflicts and proposed fulfilments, the most consequential first."""
    questions = waiting(ledger, asked.relation or "")
    items = ledger.review_items(questions[: asked.limit], short=True)
    return Data({"items": [item.as_dict() for item in items], "total": len(questions)})


@router.get("/decisions", response_model=shapes.Decisions)
def decisions(request: Request, ledger: TheLedger, asked: Annotated[Paged, Query()]) -> Response:
    """All decisions in the order in which they were taken, those undone included."""
    items, following = cut(ledger.decisions(), lambda decision: decision.id, asked)
    return paged(request, [decision.as_dict() for decision in items], following)


@router.post("/decisions", status_code=201, response_model=shapes.Decision)
def decide(ledger: TheLedger, asked: Ask) -> Response:
    """Take a decision. It is kept for good; another one may undo it."""
    decision = ledger.decide(
        asked.action, asked.targets, who=asked.who, why=asked.why, field=asked.field, value=asked.value
    )
    return Data(dict(decision.as_dict()), status_code=201)
