"""Conflicts: a row for each disputed field, what each outlet gives beside the others, and the ruling."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fastapi import APIRouter, Request

from comity.ledger import Ledger
from comity.ledger.lists import Choice
from comity.model import FieldView, LedgerRecord
from comity.vocab import load
from comity.web.desk import TheLedger
from comity.web.pages import wording
from comity.web.pages.frame import Frame, frame_of
from comity.web.twins import View, page

router = APIRouter()


def _rows(frame: Frame, disputes: list[tuple[LedgerRecord, FieldView]]) -> Iterator[dict[str, Any]]:
    for record, view in disputes:
        for given in view.values:
            for evidence in given.evidence:
                yield {
                    "id": record.id,
                    "caption": record.caption,
                    "field": view.name,
                    "outlet": frame.outlet(evidence),
                    "published": evidence.published,
                    "value": wording.attested(record, view.name, given),
                    "quote": " … ".join(quote.exact for quote in evidence.quotes),
                }


def _disputes(
    ledger: Ledger, wanted: Choice, *, short: bool = False, limit: int | None = None, start: int = 0
) -> list[tuple[LedgerRecord, FieldView]]:
    """The disputed fields of records that are to be asked about, the best attested first."""
    asked = {line.id: line.conflicts for line in ledger.lists.lines(wanted, order="sources", limit=limit, start=start)}
    found = ledger.lists.whole(list(asked), short=short)
    return [(record, record.fields[name]) for record in found for name in asked[record.id] if name in record.fields]


@page(router, "/conflicts")
def conflicts_page(request: Request, ledger: TheLedger) -> View:
    """The fields on which sources contradict each other and nobody has ruled."""
    frame = frame_of(request, ledger)
    wanted, most = frame.choice(disputed=True), load("desk")["most"]["conflicts"]
    disputes = _disputes(ledger, wanted, short=True, limit=most, start=(frame.page - 1) * most)
    frame.learn(record for record, _ in disputes)
    sums = ledger.lists.sums(wanted, frame.today)

    def whole() -> list[tuple[LedgerRecord, FieldView]]:
        return _disputes(ledger, wanted)

    def data() -> dict[str, Any]:
        told = [{"record": r.id, "caption": r.caption, "field": v.name, **v.as_dict()} for r, v in whole()]
        return {"conflicts": told}

    pages = -(-sums["disputed"] // most)
    context = {"frame": frame, "disputes": disputes, "total": sums["conflicts"], "pages": pages}
    return View("conflicts.html", context, data, lambda: _rows(frame, whole()), "conflicts")
