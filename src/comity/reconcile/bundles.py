"""Bundle arithmetic: how many documents are stated, how many are known one by one or in smaller counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from comity.model import Attested, Claim, FieldView, Head
from comity.reconcile.judge.telling import Telling
from comity.reconcile.phrasing import figure
from comity.reconcile.witnesses import Voice

COUNT = "count"
Told = tuple[Claim, Head]


def counted(fields: Mapping[str, FieldView], told: Sequence[Told], parts: Sequence[Told]) -> dict[str, FieldView]:
    """The fields of a bundle with what its parts say of ``count``.

    ``parts`` are the claims that are part of the bundle. The reason tells the arithmetic ("Stated 45, named 2."). A
    smaller count that another document gives for a part stands beside the count of the whole, which is ``updated``
    where the part was told first: eight on the first day, thirty by the last.
    """
    out = dict(fields)
    view = out.get(COUNT)
    if view is None or view.value is None or not parts:
        return out
    reason = f"{view.reason} {arithmetic(view.value, [claim for claim, _ in parts])}".strip()
    view = replace(view, reason=reason)
    smaller = _smaller(told, parts)
    if smaller:
        grown = view.judgement in {"single_source", "corroborated", "refined"} and _before(smaller, told)
        values = (*view.values, *(_beside(part) for part in smaller))
        view = replace(view, values=values, judgement="updated" if grown else view.judgement)
    out[COUNT] = view
    return out


def arithmetic(stated: int | float, parts: Sequence[Claim]) -> str:
    """One sentence on a stated number and the parts that are known: "Stated 45, named 2."."""
    named = sum((Decimal(str(part.record.get(COUNT) or 1)) for part in parts), Decimal(0))
    over = " More are named than stated." if named > Decimal(str(stated)) else ""
    return f"Stated {figure(stated)}, named {figure(named)}.{over}"


def _smaller(told: Sequence[Told], parts: Sequence[Told]) -> list[Told]:
    """Parts with a count of their own, told by documents that do not tell the whole."""
    whole = {head.key for _, head in told}
    found = [(claim, head) for claim, head in parts if COUNT in claim.record.fields and head.key not in whole]
    return sorted(found, key=lambda part: (part[1].published, part[1].key, part[0].position))


def _before(parts: Sequence[Told], told: Sequence[Told]) -> bool:
    """Whether every part was told before the whole was; days must be known."""
    days = [head.published for claim, head in told if COUNT in claim.record.fields]
    return all(days) and all(head.published and head.published < min(days) for _, head in parts)


def _beside(part: Told) -> Attested:
    claim, head = part
    telling = Telling(claim, head, claim.record.fields[COUNT], Voice(frozenset([head.key])))
    return Attested(telling.plain, (telling.evidence(),))
