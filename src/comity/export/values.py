"""Values of ledger records in words: ``>260 billion USD``, ``12–13 December 2023``, ``China and Vietnam``."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from comity.model import Attested, LedgerRecord
from comity.reconcile.phrasing import change, date_words, label, listed, quantity
from comity.vocab import load

QUALIFIERS = {"value": "qualifier", "count": "count_qualifier"}
"""The fields that say how exact a number is."""


def attested_words(record: LedgerRecord, name: str, attested: Attested) -> str:
    """One of the values of a field, with the qualifier that the same claims give it."""
    return value_words(record, name, attested.value, {e.claim for e in attested.evidence})


def value_words(record: LedgerRecord, name: str, value: Any, claims: Collection[str] = ()) -> str:
    """A value of a field; empty for None.

    A number has its unit and its qualifier in fields of their own: those told by ``claims``, else those shown. A field
    that the kind does not have (``certainty``, the ``status`` of a promise) is a word.
    """
    if value is None:
        return ""
    spec = load("kinds")["kinds"][record.kind].get(name, {"type": "choice"})
    return _number(record, name, value, claims) if spec["type"] == "number" else _TYPES[spec["type"]](value)


def _number(record: LedgerRecord, name: str, value: Any, claims: Collection[str]) -> str:
    if name == "change":
        return change(value, told_beside(record, "change_basis", claims))
    unit = told_beside(record, "unit", claims) if name == "value" else ""
    return quantity(value, str(unit or ""), str(told_beside(record, QUALIFIERS.get(name, ""), claims) or ""))


def told_beside(record: LedgerRecord, name: str, claims: Collection[str]) -> Any:
    """The value of another field as some claims tell it; the shown one without claims; None where there is none."""
    view = record.fields.get(name)
    if view is None or not claims:
        return None if view is None else view.value
    return next((v.value for v in view.values if any(e.claim in claims for e in v.evidence)), None)


def _money(value: Mapping[str, Any]) -> str:
    return quantity(value["value"], value["currency"], value["qualifier"])


def _milestone(value: Mapping[str, Any]) -> str:
    return f"{date_words(value['value'])} ({label('basis', value['basis'])})"


def _names(value: Any) -> str:
    return listed([str(item) for item in value])


def _word(value: Any) -> str:
    return str(value) if str(value).isupper() else str(value).replace("_", " ")


_TYPES: dict[str, Callable[[Any], str]] = {
    "text": str,
    "names": _names,
    "texts": _names,
    "date": lambda value: date_words(str(value)),
    "money": _money,
    "milestone": _milestone,
    "choice": _word,
    "flag": lambda value: "yes" if value else "no",
}
