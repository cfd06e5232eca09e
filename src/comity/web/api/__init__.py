"""The REST API, version 1: everything the ledger knows as JSON, with stable ids, pages and one shape of errors."""

from typing import Any

from fastapi import APIRouter, Depends
from fastapi.security import HTTPBearer

from comity.web.api import decisions, documents, records, views
from comity.web.api.shapes import Problem

__all__ = ["MEANINGS", "router"]

MEANINGS = {
    400: "It was asked for what there is not.",
    401: "It needs the token.",
    403: "It comes from another site.",
    404: "There is no such thing.",
    405: "This address does not take that.",
    413: "It is too long.",
    422: "It cannot be taken as it is.",
    429: "There were too many writes; see `Retry-After`.",
    503: "The ledger is being written to.",
}
"""What the errors mean that any address may answer, by status."""

_ERRORS: dict[int | str, dict[str, Any]] = {
    status: {"model": Problem, "description": meaning} for status, meaning in MEANINGS.items()
}

_TOKEN = HTTPBearer(
    auto_error=False,
    scheme_name="token",
    description="The token that `comity serve` prints: for writing, and for reading from another machine.",
)
"""For the description alone; the guard has looked before anything else does."""

router = APIRouter(prefix="/api/v1", responses=_ERRORS, dependencies=[Depends(_TOKEN)])
for part in (records, documents, decisions, views):
    router.include_router(part.router)
