"""One dispute, one question: a sum that was promised is told by the promise and by the figure in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import Connection

from comity.model import LedgerRecord, Span
from comity.store import records
from comity.store.lists import Line
from comity.store.records import Filter

PROMISED = ("commitment", "action")
FIGURE = ("indicator", "value")
"""Kind and field that tell of a promised sum."""

Places = Mapping[str, list[Span]]
"""Quotes by document."""


def asked_once(connection: Connection, lines: Iterable[Line]) -> dict[str, list[str]]:
    """The disputed fields of each record that is to be asked about, in the order of ``lines``, those of a relation.

    The value of a figure is left out where the dispute is that of a promise, also of one on which somebody ruled.
    """
    listed = [(line, list(line.conflicts)) for line in lines]
    figures = [line.id for line, fields in listed if line.kind == FIGURE[0] and FIGURE[1] in fields]
    told = repeated(connection, figures) if figures else set()
    left = {line.id: [f for f in fields if line.id not in told or f != FIGURE[1]] for line, fields in listed}
    return {id_: fields for id_, fields in left.items() if fields}


def repeated(connection: Connection, figures: Collection[str]) -> set[str]:
    """Those of some disputed figures, by id, whose dispute is that of a promise."""
    wanted = Filter(kind=PROMISED[0], facets=(("judgement", "contradicted"),))
    promises = records.get(connection, records.ids(connection, wanted)).values()
    places = [_places(record) for record in promises if _disputed(record, PROMISED)]
    known = records.get(connection, figures)
    return {id_ for id_, figure in known.items() if any(_within(_places(figure), place) for place in places)}


def _disputed(record: LedgerRecord, what: tuple[str, str]) -> bool:
    kind, field = what
    view = record.fields.get(field) if record.kind == kind else None
    return view is not None and view.judgement == "contradicted"


def _places(record: LedgerRecord) -> Places:
    found: defaultdict[str, list[Span]] = defaultdict(list)
    for member in record.members:
        found[member.document] += member.quotes
    return found


def _within(figure: Places, promise: Places) -> bool:
    """Whether the promise stands in the same words in all documents that give the figure."""
    return all(
        any(one.start < other.end and other.start < one.end for one in quotes for other in promise.get(document, ()))
        for document, quotes in figure.items()
    )
