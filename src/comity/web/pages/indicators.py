"""Indicators: a small drawing for each measure, values that disagree apart, and all figures in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from comity.errors import NotFound
from comity.ledger import Ledger
from comity.ledger.asking import Wanted
from comity.ledger.lists import choice, series_of
from comity.model import Evidence, LedgerRecord
from comity.vocab import load
from comity.web.charts.multiples import Given, Multiple, drawn
from comity.web.desk import TheLedger
from comity.web.pages import wording
from comity.web.pages.frame import Frame, frame_of, row
from comity.web.pages.memory import begins, kept
from comity.web.pages.pictures import png, svg
from comity.web.twins import View, page

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Series:
    """One measure in one unit between the same sides, with its records by period; ``key`` names it in an address."""

    key: str
    measure: str
    unit: str
    sides: str
    records: tuple[LedgerRecord, ...]
    chart: Multiple | None

    @property
    def told(self) -> str:
        """What it measures, in words."""
        return ", ".join(filter(None, [self.measure, self.sides, self.unit]))

    @property
    def worth_drawing(self) -> bool:
        """Whether a drawing tells more than a row: figures of several days, or sources that disagree."""
        return self.chart is not None and (self.disputed or len({dot.given.day for dot in self.chart.dots}) > 1)

    @property
    def disputed(self) -> bool:
        """Whether sources disagree on a figure of it."""
        return any(view.name in {"value", "change"} for record in self.records for view in record.conflicts)


def series(frame: Frame, records: Iterable[LedgerRecord]) -> list[Series]:
    """The series of some indicators, the longest first."""
    found: dict[str, list[LedgerRecord]] = {}
    for record in records:
        found.setdefault(series_of(record), []).append(record)
    drawings = [_series(frame, key, sorted(inside, key=lambda r: begins(r.date))) for key, inside in found.items()]
    return sorted(drawings, key=lambda s: (not s.disputed, -len(s.records), s.measure))


def _series(frame: Frame, key: str, records: list[LedgerRecord]) -> Series:
    figures = [given for record in records for given in _figures(frame, record)]
    first = records[0]
    sides = sorted(str(first.get(name)) for name in ("area", "counterpart") if first.get(name))
    measure, unit = str(first.get("measure") or "measure not stated"), str(first.get("unit") or "")
    return Series(key, measure, unit, " – ".join(sides), tuple(records), drawn(figures) if figures else None)


def _figures(frame: Frame, record: LedgerRecord) -> Iterator[Given]:
    view, day = record.fields.get("value"), begins(record.date)
    if view is None or not "1000" < day < "9999" or record.get("unit") == "rank":
        return
    disputed = view.judgement == "contradicted" and not view.decision
    for given in view.values if disputed else view.values[:1]:
        words = f"{wording.day(record.date)}: {wording.attested(record, 'value', given)}"
        href = frame.url(f"/record/{record.id}")
        yield Given(day, float(given.value), words, href, disputed, record.certainty != "asserted")


def _tellers(record: LedgerRecord) -> Iterator[Evidence]:
    """The evidence that a page names: the first of each value that is disputed."""
    view = record.fields.get("value")
    if view is not None and view.judgement == "contradicted" and not view.decision:
        yield from (value.evidence[0] for value in view.values if value.evidence)


def _row(record: LedgerRecord) -> dict[str, Any]:
    names = ("measure", "value", "unit", "qualifier", "period", "change", "change_basis", "area", "counterpart")
    return {**row(record), **{name: record.get(name) for name in names}}


@kept
def pages_of(ledger: Ledger, relation: str) -> list[tuple[str, ...]]:
    """The series of a relation (of all for an empty one), cut into pages of so many series and figures at most."""
    wanted, most = choice(Wanted(relation=relation or None, kind="indicator")), load("desk")["most"]
    sizes = {name: number for (name,), number in ledger.lists.tally(wanted, "series").items()}
    found: list[list[str]] = []
    figures = 0
    for name in ledger.lists.series(wanted)[0]:
        size = sizes.get(name, 1)  # a writer may have begun a series between the two questions
        if not found or len(found[-1]) >= most["series"] or figures + size > most["series_figures"]:
            found.append([])
            figures = 0
        found[-1].append(name)
        figures += size
    return [tuple(names) for names in found]


@page(router, "/indicators")
def indicators_page(request: Request, ledger: TheLedger) -> View:
    """The figures of a relation: drawn where there are several, else in a table."""
    frame = frame_of(request, ledger)
    most, parts = load("desk")["most"], pages_of(ledger, frame.relation)
    shown = parts[frame.page - 1] if frame.page <= len(parts) else ()
    found = series(frame, ledger.lists.records(frame.choice(series=shown)) if shown else ())
    drawings = [one for one in found if one.worth_drawing][: most["figures"]]
    single = [one for one in found if one not in drawings]
    frame.look_up({e.document for one in found for record in one.records for e in _tellers(record)})
    context = {"frame": frame, "drawn": drawings, "single": single, "total": sum(map(len, parts)), "pages": len(parts)}

    def rows() -> list[dict[str, Any]]:
        return [_row(record) for record in ledger.lists.records(frame.choice(kind="indicator"))]

    return View("indicators.html", context, lambda: {"indicators": rows()}, rows, "indicators")


def _asked(frame: Frame) -> Series:
    """The series that the parameter ``series`` names. Raises ``NotFound``."""
    key = frame.params.get("series", "")
    known = frame.ledger.lists.records(frame.choice(series=(key,))) if key else ()
    chosen = next((one for one in series(frame, known) if one.worth_drawing), None)
    if chosen is None:
        raise NotFound(f"no drawing of figures is called {key[:80]!r}; take one from the page of indicators")
    return chosen


@router.get("/indicators.svg", response_model=None)
def indicators_svg(request: Request, ledger: TheLedger) -> Response:
    """The drawing of one measure as a file."""
    chosen = _asked(frame_of(request, ledger))
    return svg(request, "multiple", chosen.chart, chosen.told)


@router.get("/indicators.png", response_model=None)
def indicators_png(request: Request, ledger: TheLedger) -> Response:
    """The drawing of one measure as a picture."""
    chosen = _asked(frame_of(request, ledger))
    return png(request, "multiple", chosen.chart, chosen.told)
