"""Views over the whole ledger: relations, search, brief, intensity, numbers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Query
from fastapi.responses import Response

from comity.ledger.asking import Wanted, day, relation_facets
from comity.ledger.lists import choice
from comity.query import Brief, Citation, Fact, brief
from comity.query.intensity import series as months
from comity.web.api import shapes
from comity.web.api.parameters import BriefOn, OfRelation, Parameters, Search
from comity.web.api.records import named
from comity.web.desk import TheLedger
from comity.web.rendering import Data

router = APIRouter(tags=["views"])


@router.get("/relations", response_model=shapes.Relations)
def relations(ledger: TheLedger, asked: Annotated[Parameters, Query()]) -> Response:
    """The pairs of states that records are about."""
    counts = ledger.lists.facets(choice(), "relation")
    items = [{"relation": pair, "states": pair.split("-"), "records": n} for (pair,), n in sorted(counts.items())]
    return Data({"items": items})


@router.get("/search", response_model=shapes.Hits)
def search(ledger: TheLedger, asked: Annotated[Search, Query()]) -> Response:
    """Records, then passages of documents, that have all the words."""
    return Data({"items": [hit.as_dict() for hit in ledger.search(asked.q, asked.limit)]})


@router.get("/statistics", response_model=shapes.Statistics)
def statistics(ledger: TheLedger, asked: Annotated[Parameters, Query()]) -> Response:
    """How much of what is in the ledger."""
    return Data(ledger.statistics())


@router.get("/intensity", response_model=shapes.Series)
def series(ledger: TheLedger, asked: Annotated[OfRelation, Query()]) -> Response:
    """How warm or cold a relation is, month by month, on Goldstein's scale."""
    found = months(ledger.lists.events(choice(Wanted(relation=asked.relation))))
    return Data({"relation": asked.relation or "", "points": [point.as_dict() for point in found]})


@router.get("/brief", response_model=shapes.Brief)
def brief_on(ledger: TheLedger, asked: Annotated[BriefOn, Query()]) -> Response:
    """What stands, what is new, due, disputed and thinly sourced in a relation, every line with its quotes."""
    ((_, pair),) = relation_facets(asked.relation)
    last = date.fromisoformat(day(asked.as_of)) if asked.as_of else date.today()
    since = date.fromisoformat(day(asked.since)) if asked.since else None
    return Data(_brief(brief(ledger, pair, last, since=since, sectors=asked.sector)))


def _brief(made: Brief) -> dict[str, Any]:
    sections = [
        {"name": section.name, "lines": [_line(fact) for fact in section.facts], "left_out": section.left_out}
        for section in made.sections
    ]
    return {
        "relation": list(made.relation),
        "as_of": made.as_of,
        "since": made.since or None,
        "sectors": list(made.sectors),
        "sections": sections,
        "sources": [head.as_dict() for head in made.sources],
    }


def _line(fact: Fact) -> dict[str, Any]:
    return {
        "code": fact.code,
        "record": named(fact.record),
        "field": fact.field or None,
        "before": fact.before,
        "after": fact.after,
        "values": [{"value": value, "quotes": _quotes(citations)} for value, citations in fact.values],
        "quotes": _quotes(fact.citations),
    }


def _quotes(citations: Iterable[Citation]) -> list[dict[str, Any]]:
    return [{"document": c.evidence.name, **c.quote.as_dict()} for c in citations]
