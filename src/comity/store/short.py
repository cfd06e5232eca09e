"""Ledger records in short: what lists and drawings show of them, with no more evidence than they quote."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from comity.model import Attested, FieldView, LedgerRecord
from comity.vocab import load


def shortened(record: LedgerRecord) -> LedgerRecord:
    """A record with the first values of each field and, of each, the first and the newest tellings (vocab/store.yaml).

    What these claims say elsewhere in the record stays, and so do the steps that were reached and the last that tells
    of a promise not kept yet; joins go.
    """
    unkept = [step for step in record.steps if step.rule == "unkept"][-1:]
    kept = {claim for view in record.fields.values() for claim in _telling(view)}
    return replace(
        record,
        fields={name: _fewer(view, kept) for name, view in record.fields.items()},
        members=tuple(member for member in record.members if member.claim in kept),
        steps=tuple(step for step in record.steps if step.reached or step in unkept),
        joins=(),
    )


def _telling(view: FieldView) -> Iterator[str]:
    most = load("store")["short"]
    for value in view.values[: most["values"]]:
        newest = max(value.evidence, key=lambda e: (e.published, e.claim), default=None)
        yield from (e.claim for e in value.evidence[: most["tellings"]])
        if newest is not None:
            yield newest.claim


def _fewer(view: FieldView, kept: set[str]) -> FieldView:
    values = view.values[: load("store")["short"]["values"]]
    return replace(view, values=tuple(_quoted(value, kept) for value in values))


def _quoted(value: Attested, kept: set[str]) -> Attested:
    return replace(value, evidence=tuple(e for e in value.evidence if e.claim in kept))
