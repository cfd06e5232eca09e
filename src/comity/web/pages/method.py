"""Sources and method: whose documents these are, where the ledger is thin, how well texts are read, which version."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from fastapi import APIRouter, Request

import comity
from comity.errors import UnreadableInput
from comity.ledger import Ledger
from comity.vocab import load
from comity.web.charts.heat import shades
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


def coverage(counts: Mapping[str, int]) -> list[tuple[str, list[tuple[str, int, int]]]]:
    """The last years, the newest first, each with its twelve months: name, number of documents, and shade."""
    months = gaps(counts)
    dark = shades({(month[:4], month[5:]): n for month, n in months if n})
    years = sorted({month[:4] for month, _ in months}, reverse=True)[: load("desk")["most"]["years"]]
    names = [f"{n:02d}" for n in range(1, 13)]
    return [(y, [(f"{y}-{m}", counts.get(f"{y}-{m}", 0), dark.get((y, m), 0)) for m in names]) for y in years]


@cache
def measured() -> dict[str, Any]:
    """The accuracy of reading as measured last, by set. Raises ``UnreadableInput`` if the installation lacks it."""
    package = Path(comity.__file__).parent
    for file in (package / "accuracy.json", package.parents[1] / "docs" / "accuracy.json"):
        if file.is_file():
            found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
            return found
    raise UnreadableInput(f"the measured accuracy is missing from {package}; reinstall comity")


@kept
def statistics_of(ledger: Ledger) -> Mapping[str, Any]:
    """The numbers of the ledger."""
    return ledger.statistics()


@kept
def outlets_of(ledger: Ledger) -> list[dict[str, Any]]:
    """The registry of the ledger's outlets."""
    return registry(ledger.lists.outlets())


@kept
def months_of(ledger: Ledger) -> Mapping[str, int]:
    """How many documents were published in each month that has any."""
    return ledger.lists.months()


@page(router, "/sources")
def sources_page(request: Request, ledger: TheLedger) -> View:
    """What the ledger rests on."""
    frame = frame_of(request, ledger)
    outlets = outlets_of(ledger)
    counts = months_of(ledger)
    months = gaps(counts)
    numbers = statistics_of(ledger)
    context = {
        "frame": frame,
        "outlets": outlets[: load("desk")["most"]["rows"]],
        "total": len(outlets),
        "silent": silent(months),
        "coverage": coverage(counts),
        "accuracy": [(name, measured()[key]) for key, name in load("desk")["measured"].items()],
        "kinds": load("kinds")["kinds"],
        "numbers": numbers,
        "orphans": ledger.orphans(),
        "policy": load("judging")["policy"],
    }
    data = {"outlets": outlets, "months": dict(months), "statistics": numbers, "accuracy": measured()}
    return View("sources.html", context, data, outlets, "sources")
