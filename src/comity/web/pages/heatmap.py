"""Sectors by year: how many records of each, as a table whose cells are shaded and lead to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import Response

from comity.vocab import load
from comity.web.charts.heat import drawn, shades
from comity.web.desk import TheLedger
from comity.web.pages import wording
from comity.web.pages.frame import Frame, frame_of
from comity.web.pages.pictures import png, svg
from comity.web.twins import View, page

router = APIRouter()
ABOUT = "records by sector and the year of their date"


@dataclass(frozen=True, slots=True)
class Column:
    """A year, or all years before or after those that have a column; ``since`` and ``until`` are its days, if any."""

    name: str
    since: str
    until: str


@dataclass(frozen=True, slots=True)
class Table:
    """Sectors down, years across; ``counts`` by sector and name of the column."""

    sectors: list[str]
    columns: list[Column]
    counts: Counter[tuple[str, str]]


def table(frame: Frame) -> Table:
    """Count dated records; one of several sectors counts in each. The years around today have a column each."""
    found = frame.ledger.lists.facets(frame.choice(kind=_kind(frame)), "sector", "year")
    counted = {(sector, int(year)): n for (sector, year), n in found.items() if year.isdigit()}
    columns = columns_of(sorted({year for _, year in counted}), frame.today.year + 1)
    counts: Counter[tuple[str, str]] = Counter()
    for (sector, year), n in counted.items():
        counts[sector, next(c.name for c in columns if not c.until or f"{year:04d}" <= c.until[:4])] += n
    return Table([s for s in load("kinds")["sectors"] if any(s == row for row, _ in counts)], columns, counts)


def columns_of(known: Sequence[int], latest: int) -> list[Column]:
    """A column for each of the last years until ``latest``, one for all before these, and one for all after."""
    if not known:
        return []
    last = max(min(known[-1], latest), known[0])
    first = max(known[0], last - int(load("desk")["most"]["years"]) + 1)
    columns = [Column(f"{year:04d}", f"{year:04d}-01-01", f"{year:04d}-12-31") for year in range(first, last + 1)]
    if known[0] < first:
        columns.insert(0, Column(f"before {first}", "", f"{first - 1:04d}-12-31"))
    if known[-1] > last:
        columns.append(Column(f"after {last}", f"{last + 1:04d}-01-01", ""))
    return columns


def _kind(frame: Frame) -> str:
    kind = frame.params.get("kind", "")
    return kind if kind in load("kinds")["kinds"] else ""


@page(router, "/heatmap")
def heatmap_page(request: Request, ledger: TheLedger) -> View:
    """Sectors down, years across."""
    frame = frame_of(request, ledger)
    found = table(frame)
    context = {
        "frame": frame,
        "table": found,
        "shades": shades(found.counts),
        "kind": _kind(frame),
        "kinds": list(load("kinds")["kinds"]),
    }
    names = [column.name for column in found.columns]
    rows = [{"sector": s, **{name: found.counts[s, name] for name in names}} for s in found.sectors]
    return View("heatmap.html", context, {"years": names, "sectors": rows}, rows, "sectors-by-year", ["sector", *names])


def _drawing(request: Request, ledger: TheLedger) -> object:
    frame = frame_of(request, ledger)
    found = table(frame)
    counts = {(wording.plain(s), name): n for (s, name), n in found.counts.items()}
    hrefs = {c.name: frame.url("/ledger", kind=_kind(frame), since=c.since, until=c.until) for c in found.columns}
    return drawn([wording.plain(s) for s in found.sectors], [c.name for c in found.columns], counts, hrefs)


@router.get("/heatmap.svg", response_model=None)
def heatmap_svg(request: Request, ledger: TheLedger) -> Response:
    """The table as a drawing."""
    return svg(request, "heat", _drawing(request, ledger), ABOUT)


@router.get("/heatmap.png", response_model=None)
def heatmap_png(request: Request, ledger: TheLedger) -> Response:
    """The table as a picture."""
    return png(request, "heat", _drawing(request, ledger), ABOUT)
