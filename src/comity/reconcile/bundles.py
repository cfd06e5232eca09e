"""Bundle arithmetic: how many documents are stated, how many are named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from comity.model import Claim, FieldView, Head
from comity.reconcile.phrasing import figure

COUNT = "count"


def counted(fields: Mapping[str, FieldView], parts: Sequence[tuple[Claim, Head]]) -> dict[str, FieldView]:
    """The fields with the reason of ``count`` naming the stated and the named documents ("stated 45, named 2").

    ``parts`` are the claims that are part of the bundle; parts that are bundles themselves count as many as they state.
    """
    out = dict(fields)
    view = out.get(COUNT)
    if view is not None and view.value is not None and parts:
        out[COUNT] = replace(view, reason=f"{view.reason} {arithmetic(view.value, [c for c, _ in parts])}".strip())
    return out


def arithmetic(stated: int | float, parts: Sequence[Claim]) -> str:
    """One sentence on a stated number and the parts that are known: "Stated 45, named 2."."""
    named = sum((Decimal(str(part.record.get(COUNT) or 1)) for part in parts), Decimal(0))
    over = " More are named than stated." if named > Decimal(str(stated)) else ""
    return f"Stated {figure(stated)}, named {figure(named)}.{over}"
