"""Sources and method: whose documents these are, where the ledger is thin, how well texts are read, which version."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any

from fastapi import APIRouter, Request

from comity.ledger import Ledger
from comity.vocab import load
from comity.web.desk import TheLedger
from comity.web.pages.frame import frame_of
from comity.web.pages.memory import kept
from comity.web.twins import View, page

router = APIRouter()


def registry(rows: Iterable[Any]) -> list[dict[str, Any]]:
    """A row for each outlet: class, state, number of documents, first and last day; rows are those of ``Lists``."""
    found: dict[str, dict[str, Any]] = {}
    for outlet, source_class, state, credits_, documents, dated, first, last in rows:
        own = found.setdefault(outlet or "publisher not stated", {**_NOTHING, "class": source_class, "state": state})
        own["documents"] += documents
        own["undated"] += documents - dated
        own["first"] = min(filter(None, (own["first"], first)), default="")
        own["last"] = max(own["last"], last or "")
        own["credits"] = sorted({*own["credits"], *filter(None, credits_.split("\n"))})
    named = [{"outlet": name, **own} for name, own in found.items()]
    return sorted(named, key=lambda r: (-r["documents"], r["outlet"]))


_NOTHING = {"class": "", "state": "", "documents": 0, "undated": 0, "first": "", "last": "", "credits": ()}


def gaps(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    """Months between the first and the last document, each with its number of documents."""
    if not counts:
        return []
    first, last = (int(m[:4]) * 12 + int(m[5:7]) - 1 for m in (min(counts), max(counts)))
    months = (f"{n // 12:04d}-{n % 12 + 1:02d}" for n in range(first, last + 1))
    return [(month, counts.get(month, 0)) for month in months]


def silent(months: list[tuple[str, int]]) -> list[tuple[str, str]]:
    """Runs of months without a document, each as its first and last month."""
    runs = (list(run) for empty, run in groupby(months, lambda item: item[1] == 0) if empty)
    return [(run[0][0], run[-1][0]) for run in runs]


@kept
def statistics_of(ledger: Ledger, _: str = "") -> Mapping[str, Any]:
    """The numbers of the ledger."""
    return ledger.statistics()


@page(router, "/sources")
def sources_page(request: Request, ledger: TheLedger) -> View:
    """What the ledger rests on."""
    frame = frame_of(request, ledger)
    outlets = registry(ledger.lists.outlets())
    months = gaps(ledger.lists.months())
    numbers = statistics_of(ledger)
    context = {
        "frame": frame,
        "outlets": outlets[: load("desk")["most"]["rows"]],
        "total": len(outlets),
        "silent": silent(months),
        "months": months,
        "numbers": numbers,
        "orphans": ledger.orphans(),
        "policy": load("judging")["policy"],
    }
    data = {"outlets": outlets, "months": dict(months), "statistics": numbers}
    return View("sources.html", context, data, outlets, "sources")
