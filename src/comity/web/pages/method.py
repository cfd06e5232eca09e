"""Sources and method: whose documents these are, where the ledger is thin, how well texts are read, which version."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any

from fastapi import APIRouter, Request

from comity.model import Head
from comity.vocab import load
from comity.web.desk import TheLedger
from comity.web.pages.frame import frame_of
from comity.web.twins import View, page

router = APIRouter()


def registry(heads: Iterable[Head]) -> list[dict[str, Any]]:
    """A row for each outlet: class, state, number of documents, first and last day."""
    found: dict[str, list[Head]] = {}
    for head in heads:
        found.setdefault(head.outlet or head.publisher or "publisher not stated", []).append(head)
    rows = [_outlet(name, own) for name, own in found.items()]
    return sorted(rows, key=lambda r: (-r["documents"], r["outlet"]))


def _outlet(name: str, heads: list[Head]) -> dict[str, Any]:
    days = sorted(head.published for head in heads if head.published)
    return {
        "outlet": name,
        "class": heads[0].source_class,
        "state": heads[0].state,
        "documents": len(heads),
        "undated": len(heads) - len(days),
        "first": days[0] if days else "",
        "last": days[-1] if days else "",
        "credits": sorted({credit for head in heads for credit in head.credits}),
    }


def gaps(heads: Iterable[Head]) -> list[tuple[str, int]]:
    """Months between the first and the last document, each with its number of documents."""
    counts = Counter(head.published[:7] for head in heads if head.published)
    if not counts:
        return []
    first, last = (int(m[:4]) * 12 + int(m[5:7]) - 1 for m in (min(counts), max(counts)))
    months = (f"{n // 12:04d}-{n % 12 + 1:02d}" for n in range(first, last + 1))
    return [(month, counts[month]) for month in months]


def silent(months: list[tuple[str, int]]) -> list[tuple[str, str]]:
    """Runs of months without a document, each as its first and last month."""
    runs = (list(run) for empty, run in groupby(months, lambda item: item[1] == 0) if empty)
    return [(run[0][0], run[-1][0]) for run in runs]


@page(router, "/sources")
def sources_page(request: Request, ledger: TheLedger) -> View:
    """What the ledger rests on."""
    frame = frame_of(request, ledger)
    heads = ledger.documents()
    outlets = registry(heads)
    months = gaps(heads)
    numbers: Mapping[str, Any] = frame.statistics
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
