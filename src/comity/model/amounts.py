"""Figures as a text gives them. Values are decimals, never floats, and no currency is ever converted."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from comity.model.spans import Span

Qualifier = Literal["exact", "more_than", "less_than", "about"]


def number(value: Decimal) -> int | float:
    """The decimal as a JSON number: an int where it is whole."""
    return int(value) if value == value.to_integral_value() else float(value)


@dataclass(frozen=True, slots=True)
class Money:
    """An amount of money; ``currency`` is an ISO 4217 code."""

    value: Decimal
    currency: str
    qualifier: Qualifier = "exact"

    def as_dict(self) -> dict[str, int | float | str]:
        """The amount in the exchange format."""
        return {"value": number(self.value), "currency": self.currency, "qualifier": self.qualifier}


@dataclass(frozen=True, slots=True)
class Quantity:
    """One figure found in a text.

    ``unit`` is ``percent``, ``rank``, ``ordinal``, an ISO 4217 code for money, a measure as written in the singular
    (``tonne``, ``kilometre``), or empty for a bare number. ``span`` covers qualifier, number, scale and unit or
    currency sign; ``upper`` is the upper end of a range ("5 to 7 percent"), else None.
    """

    span: Span
    value: Decimal
    unit: str = ""
    qualifier: Qualifier = "exact"
    upper: Decimal | None = None
    rule: str = ""

    @property
    def is_money(self) -> bool:
        """Whether the unit is a currency."""
        return len(self.unit) == 3 and self.unit.isupper()
