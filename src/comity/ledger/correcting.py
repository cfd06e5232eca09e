"""Values of fields as people type them, for corrections."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from comity.errors import UsageError
from comity.model import Field
from comity.model.edtf import bounds
from comity.model.exchange import value_from
from comity.vocab import load

_FIGURE = re.compile(r"([-+]?[\d.,]*\d)\s*([a-z]+)?", re.IGNORECASE)
_MONEY = re.compile(r"([<>~]?)\s*(.*\S)\s+([A-Z]{3})")
_YES_NO = {"yes": True, "true": True, "no": False, "false": False}


def parsed(kind: str, field: str, written: str) -> Any:
    """The JSON value of ``kind.field``; raises ``UsageError`` with what can be written instead."""
    spec = load("kinds")["kinds"][kind].get(field)
    if spec is None:
        return _extra(kind, field, written)
    raw = _READ[spec["type"]](written, spec.get("values", ()))
    return Field(value_from(spec["type"], raw)).as_dict()["value"]


def checked(kind: str, field: str, given: Any) -> Any:
    """A JSON value, or one as people type it, as ``kind.field`` holds it; raises ``UsageError`` where it cannot be."""
    if not isinstance(given, list | tuple):
        try:
            return parsed(kind, field, written(given))
        except KeyError as missing:
            raise UsageError(f"the value of {field} lacks {missing}, or has one that is not possible") from None
    spec = load("kinds")["kinds"][kind].get(field, {})
    if spec.get("type") not in {"names", "texts"}:
        raise UsageError(f"{field} of {kind} has one value, not a list")
    return [_text(str(item)) for item in given] or _names("")


def written(given: Any) -> str:
    """A value as ``parsed`` takes it: ``260 billion USD`` as ``>260000000000 USD``, names parted by semicolons."""
    if isinstance(given, bool):
        return "yes" if given else "no"
    if isinstance(given, Mapping):
        if "currency" in given:
            sign = load("labels")["qualifiers"][given["qualifier"]]
            return f"{sign}{given['value']} {given['currency']}"
        return f"{given['value']} {given['basis']}"
    if isinstance(given, list | tuple):
        return "; ".join(map(str, given))
    return format(Decimal(str(given)), "f") if isinstance(given, float | Decimal) else str(given)


def _extra(kind: str, field: str, written: str) -> str:
    """``certainty``, and the ``status`` of kinds whose text does not give one."""
    ladder = load("progress")["ladders"].get(kind, {})
    allowed = {
        "certainty": load("kinds")["certainties"],
        "status": [*ladder.get("rungs", ()), *ladder.get("beside", ())],
    }
    if field not in allowed or not allowed[field]:
        fields = ", ".join([*load("kinds")["kinds"][kind], "certainty"])
        raise UsageError(f"{kind} has no field {field!r}; take one of {fields}")
    return _choice(written, allowed[field])


def _choice(written: str, allowed: Collection[str]) -> str:
    value = written.strip().replace(" ", "_")
    found = value if value in allowed else next((v for v in allowed if v.lower() == value.lower()), "")
    if not found:
        raise UsageError(f"{written!r} is not possible here; take one of {', '.join(allowed)}")
    return found


def _date(written: str, _: Collection[str] = ()) -> str:
    try:
        bounds(written.strip())
    except ValueError:
        raise UsageError(f"{written!r} is no date; write 2025-04-14, 2025-04, 2025 or 2025-04-14/2025-04-16") from None
    return written.strip()


def _number(written: str, _: Collection[str] = ()) -> str:
    """``8.3 billion`` or ``8300000000``: the decimal sign is a point, commas part thousands."""
    scales = {name: size for size, name in load("labels")["scales"]}
    found = _FIGURE.fullmatch(written.strip())
    if found is None or (found[2] and found[2].lower() not in scales):
        raise UsageError(f"{written!r} is no number; write 8300000000 or 8.3 billion")
    try:
        return str(Decimal(found[1].replace(",", "")) * scales.get((found[2] or "").lower(), 1))
    except InvalidOperation:
        raise UsageError(f"{written!r} is no number; write 8300000000 or 8.3 billion") from None


def _money(written: str, _: Collection[str] = ()) -> dict[str, str]:
    found = _MONEY.fullmatch(written.strip())
    if found is None:
        raise UsageError(
            f"{written!r} is no amount of money; write 8.3 billion USD, with >, < or ~ before it if need be"
        )
    if found[3] not in load("currencies"):
        raise UsageError(f"there is no currency {found[3]!r}; write its ISO 4217 code, as in 8.3 billion USD")
    signs = {sign: name for name, sign in load("labels")["qualifiers"].items()}
    return {"value": _number(found[2]), "currency": found[3], "qualifier": signs[found[1]]}


def _milestone(written: str, _: Collection[str] = ()) -> dict[str, str]:
    date, _blank, basis = written.strip().partition(" ")
    if basis.strip() not in {"planned", "actual"}:
        raise UsageError(f"{written!r} does not say whether it is a plan; write 2030 planned, or 2025-12-19 actual")
    return {"value": _date(date), "basis": basis.strip()}


def _names(written: str, _: Collection[str] = ()) -> list[str]:
    names = [name.strip() for name in written.split(";") if name.strip()]
    if not names:
        raise UsageError("a list of names needs one at least; write Vietnam; China")
    return names


def _text(written: str, _: Collection[str] = ()) -> str:
    if not written.strip():
        raise UsageError("the right value cannot be empty; use reject if the record is wrong")
    return written.strip()


def _flag(written: str, _: Collection[str] = ()) -> bool:
    if written.strip().lower() not in _YES_NO:
        raise UsageError(f"{written!r} is neither yes nor no")
    return _YES_NO[written.strip().lower()]


_READ: dict[str, Callable[[str, Collection[str]], Any]] = {
    "choice": _choice,
    "date": _date,
    "flag": _flag,
    "milestone": _milestone,
    "money": _money,
    "names": _names,
    "number": _number,
    "text": _text,
    "texts": _names,
}
