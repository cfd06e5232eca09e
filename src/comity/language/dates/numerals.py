"""Numbers inside time expressions."""

from __future__ import annotations

import re

from comity.language.dates.grammar import Hit


def amount(hit: Hit) -> float | None:
    """The number of a ``<number>`` or ``<count>`` in the match; None where it is vague ("several") or absent."""
    if hit.has("vague"):
        return None
    return whole(hit) + (hit.value("andhalf") or 0.0)


def whole(hit: Hit) -> float:
    """The number without its "and a half"; 1 where the expression has none ("the past year")."""
    if hit.has("grouped"):
        return float(hit.text("grouped").replace(",", ""))
    if hit.has("digits"):
        return float(hit.text("digits"))
    named = [hit.value(label) for label in ("tens", "teens", "ones", "article") if hit.has(label)]
    return float(sum(named)) if named else 1.0


def has_number(hit: Hit) -> bool:
    """Whether the expression has a number of its own, exact or vague."""
    return any(hit.has(label) for label in ("grouped", "digits", "tens", "teens", "ones", "article", "vague"))


def ordinal(hit: Hit) -> int:
    """The number of an ordinal in words or digits."""
    if hit.has("ordinal"):
        return int(hit.value("ordinal"))
    return int(re.sub(r"\D", "", hit.text("ordinaldigits")))


def plain(number: float) -> str:
    """Without a needless fraction: 3, 2.5."""
    return str(int(number)) if number == int(number) else str(number)
