"""Share of the figures of Microsoft's public test cases that are read right.

usage: python benchmarks/quantities_ms.py DIR

DIR holds ``quantity-ms-{percent,currency,number,range}.jsonl`` (one object a line: ``text`` and ``quantities`` with
``start``, ``end``, ``value``, ``unit``). Right means that the spans overlap and value and unit agree. A line without
figures is right when nothing is found; figures without a value (a bare "dollar") are not asked for.
"""

from __future__ import annotations

import json
import re
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

from comity.language.amounts import find_amounts
from comity.model.amounts import Quantity
from comity.vocab import load

KINDS = ("percent", "currency", "number", "range")
GENERIC = {
    "Dollar": "USD",
    "Pound": "GBP",
    "Chinese yuan": "CNY",
    "Rupee": "INR",
    "Bitcoin": "BTC",
    "British pound": "GBP",
    "Netherlands guilder": "NLG",
    "Cent": "cent",
    "Pence": "pence",
    "Penny": "penny",
}


def codes() -> dict[str, str]:
    """Currency names of the test cases to ISO codes."""
    names = {name: code for code, listed in load("currencies").items() for name in listed}
    names |= {name: code for code, listed in load("amounts")["currency_aliases"].items() for name in listed}
    return names


def unit_of(gold: dict[str, Any], kind: str, names: dict[str, str]) -> str | None:
    """The unit that is right; None where any will do."""
    if kind == "percent":
        return "percent"
    if kind != "currency":
        return None
    unit = str(gold.get("unit", ""))
    named = GENERIC.get(unit) or names.get(unit.lower().replace("united states", "us"))
    return str(gold.get("isocurrency") or named or unit.lower())


def bounds(value: str) -> tuple[Decimal | None, Decimal | None]:
    """The ends of ``[20,30)``; None for an open one."""
    low, _, high = value.strip("[]()").partition(",")
    return (Decimal(low) if low else None, Decimal(high) if high else None)


def near(found: Decimal | None, wanted: Decimal) -> bool:
    """Whether two values agree to nine digits."""
    return found is not None and abs(found - wanted) <= abs(wanted) * Decimal("1e-9")


def right(found: Quantity, gold: dict[str, Any], kind: str, names: dict[str, str]) -> bool:
    """Whether the figure found is the one of the test case."""
    if not (found.span.start < gold["end"] and gold["start"] < found.span.end):
        return False
    if kind == "range":
        low, high = bounds(gold["value"])
        if low is not None and high is not None and low != high:
            return near(found.value, low) and near(found.upper, high)
        return near(found.value, low if low is not None else high or Decimal(0))
    unit = unit_of(gold, kind, names)
    return near(found.value, Decimal(gold["value"].rstrip("%"))) and (unit is None or found.unit == unit)


def score(path: Path, kind: str, *, show: bool) -> tuple[int, int]:
    """Right figures and asked figures of one file."""
    names, hits, total = codes(), 0, 0
    for line in path.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        found = find_amounts(case["text"])
        asked = [gold for gold in case["quantities"] if _asked(gold.get("value"))]
        good = [any(right(one, gold, kind, names) for one in found) for gold in asked]
        if not case["quantities"]:
            good = [not [one for one in found if kind == "number" or one.is_money or one.unit == kind]]
        if show and not all(good):
            print(kind, repr(case["text"]), [(str(g["text"]), g["value"]) for g in asked])
            print("   ", [(one.span.exact, str(one.value), one.unit, str(one.upper)) for one in found])
        hits, total = hits + sum(good), total + len(good)
    return hits, total


def _asked(value: object) -> bool:
    return isinstance(value, str) and bool(re.search(r"\d", value))


def main() -> None:
    """Print one line a file."""
    folder, show = Path(sys.argv[1]), "--errors" in sys.argv[2:]
    for kind in KINDS:
        hits, total = score(folder / f"quantity-ms-{kind}.jsonl", kind, show=show)
        print(f"{kind:9s} {hits:4d} of {total:4d} right, {hits / total:.3f}")


if __name__ == "__main__":
    main()
