"""Documents: what is there, what was read from them, and new ones."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, File, Form, Path, Query, Request, UploadFile
from fastapi.responses import Response

from comity.errors import UsageError
from comity.ledger import Added
from comity.model import Claim
from comity.web.api import shapes
from comity.web.api.paging import paged
from comity.web.api.parameters import Paged, Parameters, Pasted
from comity.web.desk import TheDesk, TheLedger
from comity.web.rendering import Data
from comity.web.taking import take_file, take_text

router = APIRouter(tags=["documents"])

KNOWN: dict[int | str, dict[str, Any]] = {
    200: {"model": shapes.Added, "description": "The ledger had it already, read just so."},
    415: {"model": shapes.Problem, "description": "It is no text and no page."},
}
Short = Annotated[str, Form(max_length=300)]


@router.get("/documents", response_model=shapes.Heads)
def documents(request: Request, ledger: TheLedger, asked: Annotated[Paged, Query()]) -> Response:
    """Documents by date of publication, undated ones first, page by page."""
    if asked.after and asked.after not in ledger.lists.titles([asked.after]):
        raise UsageError(f"nothing here is called {asked.after[:60]!r}; leave after out and begin anew")
    found = ledger.lists.heads_after(asked.after or "", asked.limit + 1)
    items = found[: asked.limit]
    return paged(request, [head.as_dict() for head in items], items[-1].key if len(found) > asked.limit else None)


@router.get("/documents/{key}", response_model=shapes.Document)
def document(
    ledger: TheLedger,
    key: Annotated[str, Path(description="A key, or the name of one document.", examples=["do-aaaaaaaaaaaa"])],
    asked: Annotated[Parameters, Query()],
) -> Response:
    """A document with its text, what was set aside, and what was read from it."""
    found = ledger.document(key)
    return Data(
        {
            "document": found.head.as_dict(),
            "text": found.text,
            "set_aside": [stretch.as_dict() for stretch in found.set_aside],
            "claims": [_claim(claim) for claim in found.claims],
        }
    )


def _claim(claim: Claim) -> dict[str, Any]:
    return {"claim": claim.id, "position": claim.position, **claim.record.as_dict(explain=True)}


@router.post("/documents", status_code=201, response_model=shapes.Added, responses=KNOWN)
def paste(desk: TheDesk, ledger: TheLedger, given: Pasted) -> Response:
    """Read a text and add what it says."""
    added = take_text(desk, ledger, given.text, title=given.title, published=given.published, publisher=given.publisher)
    return _added(added)


@router.post("/documents/file", status_code=201, response_model=shapes.Added, responses=KNOWN)
def upload(
    desk: TheDesk,
    ledger: TheLedger,
    file: Annotated[UploadFile, File(description="A .txt, .md, .html or .htm file.")],
    published: Short = "",
    publisher: Short = "",
) -> Response:
    """Read a text or page and add what it says."""
    return _added(take_file(desk, ledger, file, published=published, publisher=publisher))


def _added(added: Added) -> Response:
    status = 201 if added.state == "added" else 200
    return Data(added.as_dict(), status_code=status, headers={"Location": f"/api/v1/documents/{added.key}"})
