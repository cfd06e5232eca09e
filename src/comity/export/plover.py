"""Events as an event table in the manner of POLECAT: one row an event, PLOVER roots, ISO 3166 alpha-3 codes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from comity.export.cells import table
from comity.language.gazetteer import gazetteer
from comity.model import Head, LedgerRecord
from comity.query.citing import cite
from comity.reconcile.names import state_of_name
from comity.vocab import load

HEADER = (
    "Event ID", "Event Date", "Event Type", "Event Form", "Intensity", "Quad Code", "Contexts", "Actor Name",
    "Actor Country", "Recipient Name", "Recipient Country", "Placename", "Country", "Latitude", "Longitude",
    "Certainty", "Witnesses", "Source", "Publication Date", "URL", "Quote",
)  # fmt: skip
"""Columns. Where POLECAT has one of this meaning, it has this name."""


def pieces(records: Iterable[LedgerRecord], heads: Iterable[Head] = ()) -> Iterator[str]:
    """The table as CSV, row by row, never held as a whole.

    Only events with a category are in it; cancelled, denied and rejected ones are not. What is still to come or is told
    as background has the context ``future`` or ``historical``. ``Event Date`` is EDTF, ``Intensity`` Goldstein's weight
    (vocab/intensity.yaml). ``heads`` give the sources' publishers and addresses; a document that is not among them is
    named by its file stem.
    """
    known = {head.key: head for head in heads}
    return table(HEADER, (_row(record, known) for record in records if _counts(record)))


def _counts(record: LedgerRecord) -> bool:
    return (
        record.kind == "event"
        and bool(record.get("category"))
        and record.get("phase") != "cancelled"
        and record.certainty != "denied"
        and record.review != "rejected"
    )


def _row(record: LedgerRecord, heads: Mapping[str, Head]) -> tuple[Any, ...]:
    root = record.get("category")
    actors, recipients = record.get("actors") or [], record.get("recipients") or []
    place = str(record.get("place") or "")
    context = load("intensity")["contexts"].get(record.get("phase"))
    (first, *_) = cite(record)
    head = heads.get(first.evidence.document)
    return (
        record.id,
        record.get("date"),
        root,
        record.get("form"),
        load("intensity")["weights"][root],
        _quads()[root],
        [*([context] if context else []), *record.sectors],
        actors,
        _states(actors),
        recipients,
        _states(recipients),
        place,
        *_located(place, record.states),
        record.certainty,
        record.witnesses,
        (head.outlet or head.publisher or head.name) if head else first.evidence.name,
        first.evidence.published,
        head.url if head else "",
        first.quote.exact,
    )


@cache
def _quads() -> dict[str, str]:
    return {root: quad for quad, roots in load("intensity")["quads"].items() for root in roots}


def _states(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(code for name in names if (code := state_of_name(name))))


def _located(place: str, states: Sequence[str]) -> tuple[str, float | None, float | None]:
    """State, latitude and longitude of a place; empty where the gazetteer does not know it or knows several.

    A place in a state that takes part goes before its namesakes elsewhere.
    """
    known = [form for form in gazetteer().lookup(place) if form.iso3 and form.kind in {"place", "capital", "state"}]
    near = [form for form in known if form.iso3 in states] or known
    if len({form.iso3 for form in near}) != 1:
        return "", None, None
    latitude, longitude = next((form.point for form in near if form.point), (None, None))
    return near[0].iso3, latitude, longitude
