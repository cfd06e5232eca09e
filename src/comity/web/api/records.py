"""Records, how they came about, and what is disputed of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import RedirectResponse, Response

from comity.errors import UsageError
from comity.ledger import Ledger
from comity.ledger.asking import Wanted
from comity.ledger.lists import choice, shortened
from comity.model import FieldView, LedgerRecord
from comity.web.api import shapes
from comity.web.api.paging import paged
from comity.web.api.parameters import AsOf, ConflictFilters, Parameters, RecordFilters
from comity.web.desk import TheLedger
from comity.web.rendering import Data

router = APIRouter(tags=["records"])

Id = Annotated[str, Path(description="The id of a record, or of any claim of it.", examples=["ev-aaaaaaaaaaaa"])]
MOVED: dict[int | str, dict[str, Any]] = {307: {"description": "The claim belongs to the record at `Location`."}}


@router.get("/records", response_model=shapes.Records)
def records(request: Request, ledger: TheLedger, asked: Annotated[RecordFilters, Query()]) -> Response:
    """Records by date, then id, page by page: the first values of each field, of each the first and newest tellings.

    All that is told of a record, and why its claims are one thing, is at its own address.
    """
    found = _listed(ledger, asked, _place(ledger, asked.after))
    following = found[asked.limit - 1].id if len(found) > asked.limit else None
    return paged(request, [record.as_dict() for record in found[: asked.limit]], following)


def _listed(ledger: Ledger, asked: RecordFilters, after: str) -> list[LedgerRecord]:
    """The records of a page in short, and one more."""
    filters, most = asked.filters(), asked.limit + 1
    if asked.as_of:
        return [shortened(record) for record in ledger.records(**filters, limit=most, after=after)]
    days = filters.pop("since", None), filters.pop("until", None)
    lines = ledger.lists.lines(choice(Wanted(days=days, **filters)), limit=most, after=after)
    return ledger.lists.whole([line.id for line in lines], short=True)


def _place(ledger: Ledger, after: str | None) -> str:
    """The record after which a page begins; where it was merged meanwhile, the one it went into."""
    home = ledger.homes([after]).get(after, "") if after else ""
    if after and not home:
        raise UsageError(f"there is no record {after!r} any more; leave after out and begin anew")
    return home


@router.get("/records/{id}", response_model=shapes.Record, responses=MOVED)
def record(request: Request, ledger: TheLedger, id: Id, asked: Annotated[AsOf, Query()]) -> Response:
    """A record with all its values, quotes and sources. The id of any of its claims leads to it."""
    found = ledger.record(id, as_of=asked.as_of)
    return _moved(request, id, found) or Data(found.as_dict())


@router.get("/records/{id}/history", response_model=shapes.History, responses=MOVED)
def history(request: Request, ledger: TheLedger, id: Id, asked: Annotated[Parameters, Query()]) -> Response:
    """Who told it when, the steps it took, why its claims are one thing, and who ruled what."""
    found = ledger.record(id)
    ruled = [decision.as_dict() for decision in ledger.decisions() if decision.id in found.decisions]
    told = sorted(found.members, key=lambda member: (member.published, member.document, member.position))
    return _moved(request, id, found) or Data(
        {
            "id": found.id,
            "first_told": found.first_told or None,
            "last_told": found.last_told or None,
            "told": [member.as_dict() for member in told],
            "steps": [step.as_dict() for step in found.steps],
            "joins": [join.as_dict() for join in found.joins],
            "decisions": ruled,
        }
    )


def _moved(request: Request, asked: str, found: LedgerRecord) -> Response | None:
    """The way to the record's own address, where another claim of it was named."""
    if asked == found.id:
        return None
    beginning, _, rest = request.url.path.rpartition(f"/{asked}")
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"{beginning}/{found.id}{rest}{query}", 307)


@router.get("/conflicts", response_model=shapes.Conflicts)
def conflicts(request: Request, ledger: TheLedger, asked: Annotated[ConflictFilters, Query()]) -> Response:
    """The fields whose sources contradict each other and on which nobody has ruled, with a little of the evidence."""
    named_, following = _disputed(ledger, asked)
    known = {
        record.id: record for record in ledger.lists.whole(list(dict.fromkeys(id for id, _ in named_)), short=True)
    }
    return paged(request, [_conflict(known[id], known[id].fields[name]) for id, name in named_], following)


def _disputed(ledger: Ledger, asked: ConflictFilters) -> tuple[list[tuple[str, str]], str | None]:
    """Record id and name of the disputed fields of a page, and where the next begins."""
    wanted = choice(Wanted(relation=asked.relation), disputed=True)
    record, _, last = (asked.after or "").partition(".")
    own = ledger.lists.lines(replace(wanted, ids=(record,))) if record else []
    fields = [(line.id, name) for line in own for name in line.conflicts]
    if asked.after and (record, last) not in fields:
        raise UsageError(f"nothing here is called {asked.after[:60]!r}; leave after out and begin anew")
    rest = fields[fields.index((record, last)) + 1 :] if asked.after else []
    lines = ledger.lists.lines(wanted, limit=asked.limit + 1, after=record)
    found = [*rest, *((line.id, name) for line in lines for name in line.conflicts)]
    page = found[: asked.limit]
    return page, ".".join(page[-1]) if len(found) > asked.limit else None


def _conflict(record: LedgerRecord, view: FieldView) -> dict[str, Any]:
    return {"record": named(record), "field": view.name, "view": view.as_dict()}


def named(record: LedgerRecord) -> dict[str, str]:
    """A record by name."""
    return {"id": record.id, "kind": record.kind, "caption": record.caption}
