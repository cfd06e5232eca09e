"""A ledger as a table: one row a record, columns by kind, each field beside its judgement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from comity.export.cells import table
from comity.model import LedgerRecord
from comity.query.citing import cite
from comity.vocab import load

HEAD = ("id", "kind", "caption", "states", "date", "status", "certainty", "speakers", "sectors", "witnesses", "review")
TAIL = ("conflicts", "documents", "first_told", "last_told", "quote", "source", "published")
PARTS = {"money": ("", "currency", "qualifier"), "milestone": ("", "basis")}
"""Types of fields that take more than one column, with the ends of the columns' names."""


def pieces(records: Iterable[LedgerRecord], kinds: Iterable[str] = ()) -> Iterator[str]:
    """The CSV file row by row, never held as a whole; ``kinds`` says whose columns there are (all without any).

    Records of other kinds are left out. Fields are the codebook's, each with a column ``…_judgement``; ``quote``,
    ``source`` (the document's file stem) and ``published`` give the first evidence, ``conflicts`` names the fields on
    which sources contradict each other.
    """
    fields = columns(kinds)
    shown = set(kinds) or set(load("kinds")["kinds"])
    names = [column for name, kind in fields.items() for column in (*_columns(name, kind), f"{name}_judgement")]
    return table((*HEAD, *names, *TAIL), (_row(record, fields) for record in records if record.kind in shown))


def columns(kinds: Iterable[str] = ()) -> dict[str, str]:
    """The fields of some kinds (all without any) with their types, in the codebook's order, each once."""
    wanted = set(kinds)
    codebook = load("kinds")["kinds"]
    return {
        name: spec["type"]
        for kind, fields in codebook.items()
        if not wanted or kind in wanted
        for name, spec in fields.items()
    }


def _columns(name: str, kind: str) -> tuple[str, ...]:
    return tuple(f"{name}_{part}" if part else name for part in PARTS.get(kind, ("",)))


def _row(record: LedgerRecord, fields: dict[str, str]) -> Iterator[Any]:
    for name in HEAD:
        yield getattr(record, name)
    for name, kind in fields.items():
        view = record.fields.get(name)
        yield from _values(view.value if view else None, kind)
        yield view.judgement if view else None
    first = cite(record)[:1]
    yield [view.name for view in record.conflicts]
    yield sorted({member.name for member in record.members})
    yield from (record.first_told, record.last_told)
    yield from (first[0].quote.exact, first[0].evidence.name, first[0].evidence.published) if first else ("", "", "")


def _values(value: Any, kind: str) -> tuple[Any, ...]:
    parts = PARTS.get(kind)
    if parts is None:
        return (value,)
    return tuple((value or {}).get(part or "value") for part in parts)
