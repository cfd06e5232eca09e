"""How firmly a thing is told, where its sources differ in that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from comity.model import Attested, Claim, Decision, FieldView, Head
from comity.model.ledger import Judgement
from comity.model.records import Field
from comity.reconcile.fulfil_acts import STAGE
from comity.reconcile.judge.choices import rung
from comity.reconcile.judge.field import decided
from comity.reconcile.judge.pairs import later
from comity.reconcile.judge.telling import Telling, Variant, grouped
from comity.reconcile.unkept import tells_pending
from comity.reconcile.witnesses import Voice, independent
from comity.vocab import load

NAME = "certainty"
Told = tuple[Claim, Head]


def certainty_of(told: Sequence[Told]) -> str:
    """The firmest that any member tells it: asserted, else denied, conditional, hedged."""
    given = {claim.record.certainty for claim, _ in told}
    return next(str(certainty) for certainty in load("judging")["certainties"] if certainty in given)


def certainty_view(
    told: Sequence[Told], voices: Mapping[str, Voice], decisions: Sequence[Decision] = ()
) -> FieldView | None:
    """A field ``certainty`` for members that differ in it, None where they agree.

    What one asserts and another denies is contradicted, unless what is denied is a later stage than is asserted, or was
    only said to be pending before it is told; what was hedged and is asserted later is updated.
    """
    tellings = tuple(Telling(claim, head, Field(claim.record.certainty), voices[head.key]) for claim, head in told)
    ladder = list(load("judging")["certainties"])
    variants = sorted((Variant(g) for g in grouped(tellings, lambda t: t.plain)), key=lambda v: ladder.index(v.value))
    if len(variants) < 2:
        return None
    judgement, reason = _judged(told[0][0].kind, variants)
    values = tuple(Attested(v.value, tuple(t.evidence() for t in v.tellings), independent(v.groups)) for v in variants)
    return decided(FieldView(NAME, values[0].value, judgement, values, reason, "firmest"), decisions)


def _judged(kind: str, variants: Sequence[Variant]) -> tuple[Judgement, str]:
    by_value = {str(variant.value): variant for variant in variants}
    said = " and ".join(by_value)
    if {"asserted", "denied"} <= by_value.keys():
        told, denied = by_value["asserted"], by_value["denied"]
        if any(_against(kind, one, other) for one in told.tellings for other in denied.tellings):
            return "contradicted", "One source asserts it, another denies it."
        if later(told, denied) != 1:
            return "refined", "It is told, and a further stage is denied."
    if all(later(variants[0], other) == 1 for other in variants[1:]):
        return "updated", f"It was told as {said}; the firmest is the latest."
    return "refined", f"It is told as {said}."


def _against(kind: str, told: Telling, denied: Telling) -> bool:
    """Whether a denial cannot hold beside what is asserted: it is of no further stage, and was not made before."""
    field = STAGE.get(kind, "")
    asserted, refused = (str(each.claim.record.get(field) or "") for each in (told, denied))
    if not field:
        return not tells_pending(denied.claim)
    if not refused or rung(f"{kind}.{field}", asserted) < rung(f"{kind}.{field}", refused):
        return not refused
    before = later(Variant((told,)), Variant((denied,))) == 1
    return not (before and tells_pending(denied.claim))
