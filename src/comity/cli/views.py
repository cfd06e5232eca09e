"""The views of ``comity show`` that are no list of records: documents, offices, intensity."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from comity.cli.printing import json_lines, nothing, pieces_out, show
from comity.reconcile.phrasing import date_words
from comity.vocab import load

if TYPE_CHECKING:
    from comity.ledger import Ledger
    from comity.model import Head

Relation = tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class View:
    """Lines as JSON objects, and as words under ``head``.

    On a terminal the column ``wide`` takes what room is left, and those in ``spared`` are left out.
    """

    name: str
    head: tuple[str, ...]
    wide: str
    objects: Sequence[Mapping[str, Any]]
    words: Sequence[tuple[str, ...]]
    spared: tuple[str, ...] = ()


def put(view: View, form: str, limit: int | None) -> None:
    """Write a view as ``table``, ``json`` or ``csv``."""
    if not view.words:
        nothing(f"no {view.name}", form)
    if form == "json":
        json_lines(view.objects[:limit])
    elif form == "csv":
        from comity.export.cells import table

        pieces_out(table(view.head, view.words[:limit]))
    elif view.words:
        from comity.export.ledger_table import rows

        kept = [n for n, name in enumerate(view.head) if name not in view.spared]
        lines = [[line[n] for n in kept] for line in view.words[:limit]]
        show(rows([view.head[n] for n in kept], lines, wide=view.wide))


def documents(ledger: Ledger, relation: Relation, as_of: date | None) -> View:
    """All documents by date; with a relation those that tell of it."""
    heads = [h for h in ledger.documents() if as_of is None or "" < h.published <= as_of.isoformat()]
    if relation:
        telling = {m.document for r in ledger.records(relation=relation, as_of=as_of) for m in r.members}
        heads = [head for head in heads if head.key in telling]
    classes = load("brief")["class_words"]
    words = [(h.published, h.title or h.name, _publisher(h), classes[h.source_class], h.name, h.key) for h in heads]
    head = ("date", "title", "publisher", "class", "name", "id")
    return View("documents", head, "title", [h.as_dict() for h in heads], words, spared=("name",))


def _publisher(head: Head) -> str:
    return head.outlet or head.publisher


def offices(ledger: Ledger, relation: Relation, as_of: date | None) -> View:
    """Who held which office, as the sources tell it; with a day who held one on it."""
    from comity.query import holders, offices

    terms = offices(ledger.records(kind="role", relation=relation, as_of=as_of))
    shown = holders(terms, as_of) if as_of else terms
    words = [(t.person, t.post, t.organization, t.since, t.until, t.ended or t.designate, t.record) for t in shown]
    head = ("person", "office", "of", "since", "told until", "ends or begins", "id")
    return View("offices", head, "office", [term.as_dict() for term in shown], words)


def intensity(ledger: Ledger, relation: Relation, as_of: date | None) -> View:
    """How warm a relation is month by month, on Goldstein's scale from -10 to 10."""
    from comity.query import intensity

    points = intensity(ledger.records(kind="event", relation=relation, as_of=as_of))
    words = [
        (date_words(p.month), _number(p.mean), _number(p.cooperation), _number(p.conflict), _ids(p.events))
        for p in points
    ]
    head = ("month", "mean", "cooperation", "conflict", "events")
    return View("intensity", head, "events", [point.as_dict() for point in points], words)


def _ids(events: Iterable[tuple[str, float]]) -> str:
    return " ".join(record for record, _ in events)


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


VIEWS: dict[str, Callable[[Ledger, Relation, date | None], View]] = {
    "documents": documents,
    "offices": offices,
    "intensity": intensity,
}
