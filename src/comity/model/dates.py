"""Dates as a text gives them: TIMEX3 for the expression, EDTF for the interval it stands for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from comity.model.spans import Span

DateBasis = Literal["stated", "relative", "inferred"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class TimeMention:
    """One time expression.

    ``timex_type`` and ``timex_value`` follow TIMEX3 (``2025-04-14TAF``, ``P3Y``, ``2025-Q1``, ``XXXX-WXX-1``);
    ``edtf`` is the calendar date or interval it resolves to (``2025-04-14``, ``2025-04``, ``2025-33`` for a first
    quarter, ``2025-04-14/2025-04-15``, ``2004/..``) or empty where it names none. ``basis`` says how it was resolved:
    ``stated`` in the words themselves, ``relative`` to the anchor, ``inferred`` where the anchor itself was.
    ``mod`` is the TIMEX3 modifier (``START``, ``MID``, ``END``, ``APPROX``, ``BEFORE`` …) and ``future`` tells that the
    expression looks forward by itself ("next year", "over the next three years").
    """

    span: Span
    timex_type: TimexType
    timex_value: str
    edtf: str = ""
    basis: DateBasis = "stated"
    mod: str = ""
    anchor: str = ""
    future: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Milestone:
    """A date of a project with what it means: ``planned`` or ``actual``."""

    value: str
    basis: Literal["planned", "actual"]

    def as_dict(self) -> dict[str, str]:
        """The milestone in the exchange format."""
        return {"value": self.value, "basis": self.basis}
