"""One dispute, one question: a sum that was promised is told by the promise and by the figure in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

from sqlalchemy import Connection

from comity.model import LedgerRecord, Span
from comity.store import records

PROMISED = ("commitment", "action")
FIGURE = ("indicator", "value")
"""Kind and field that tell of a promised sum."""

Places = Mapping[str, list[Span]]
"""Quotes by document."""


def settle(connection: Connection, figures: Collection[str]) -> None:
    """Let the value of each of some figures, by id, be asked about unless its dispute is that of a promise, also of one
    on which somebody ruled.
    """
    known = records.get(connection, figures)
    disputed = {id_: record for id_, record in known.items() if any(v.name == FIGURE[1] for v in record.conflicts)}
    told = repeated(connection, disputed) if disputed else set()
    for id_, record in disputed.items():
        fields = [view.name for view in record.conflicts if id_ not in told or view.name != FIGURE[1]]
        records.put_disputed(connection, id_, fields)


def beside(connection: Connection, promises: Collection[str]) -> set[str]:
    """The figures of the documents that tell of some promises, by id."""
    keys = {key for own in records.documents_of(connection, promises).values() for key in own}
    return set(records.told_in(connection, keys, FIGURE[0]))


def repeated(connection: Connection, figures: Mapping[str, LedgerRecord]) -> set[str]:
    """Those of some disputed figures, by id, whose dispute is that of a promise."""
    places = {id_: _places(record) for id_, record in figures.items()}
    telling = records.told_in(connection, {key for own in places.values() for key in own}, PROMISED[0])
    promises = records.get(connection, records.having(connection, telling, ("judgement", "contradicted")))
    promised = [_places(record) for record in promises.values() if _disputed(record, PROMISED)]
    return {id_ for id_, own in places.items() if any(_within(own, each) for each in promised)}


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
