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
    near = _near(connection, figures)
    promises = records.get(connection, {id_ for ids in near.values() for id_ in ids})
    places = {id_: _places(record) for id_, record in promises.items() if _disputed(record, PROMISED)}
    known = records.get(connection, near)
    return {
        id_ for id_, own in near.items() if any(_within(_places(known[id_]), places[p]) for p in own if p in places)
    }


def _near(connection: Connection, figures: Collection[str]) -> dict[str, set[str]]:
    """The promises whose sources disagree and that all documents of a figure tell of too, by figure; no empty ones."""
    wanted = Filter(kind=PROMISED[0], facets=(("judgement", "contradicted"),))
    telling: defaultdict[str, set[str]] = defaultdict(set)
    for promise, keys in records.documents_of(connection, records.ids(connection, wanted)).items():
        for key in keys:
            telling[key].add(promise)
    own = records.documents_of(connection, figures)
    near = {figure: set.intersection(*(telling.get(key, set()) for key in keys)) for figure, keys in own.items()}
    return {figure: promises for figure, promises in near.items() if promises}


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
