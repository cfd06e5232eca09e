"""Sectors by year: how many records of each, as a table whose cells are shaded and lead to them."""

from __future__ import annotations

from collections import Counter

from fastapi import APIRouter, Request

from comity.vocab import load
from comity.web.desk import TheLedger
from comity.web.pages.frame import frame_of
from comity.web.twins import View, page

router = APIRouter()
SHADES = 4


@page(router, "/heatmap")
def heatmap_page(request: Request, ledger: TheLedger) -> View:
    """Sectors down, years across; a record of several sectors counts in each."""
    frame = frame_of(request, ledger)
    kind = frame.params.get("kind", "")
    wanted = frame.choice(kind=kind if kind in load("kinds")["kinds"] else "")
    found = ledger.lists.facets(wanted, "sector", "year")
    counts = Counter({(sector, year): n for (sector, year), n in found.items() if year.isdigit()})
    years = sorted({year for _, year in counts})[-int(load("desk")["most"]["years"]) :]
    sectors = [s for s in load("kinds")["sectors"] if any(counts[s, year] for year in years)]
    top = max(counts.values(), default=1)
    context = {
        "frame": frame,
        "years": years,
        "sectors": sectors,
        "counts": counts,
        "shades": {key: -(-n * SHADES // top) for key, n in counts.items()},
        "kind": kind,
        "kinds": list(load("kinds")["kinds"]),
    }
    rows = [{"sector": s, **{year: counts[s, year] for year in years}} for s in sectors]
    return View("heatmap.html", context, {"years": years, "sectors": rows}, rows, "sectors-by-year", ["sector", *years])
