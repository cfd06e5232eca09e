"""A field of a ledger record: its values side by side, how they agree, and which is shown."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from comity.language.folding import fold_name
from comity.model import Attested, Claim, Decision, Evidence, FieldView, Head
from comity.model.records import Field
from comity.reconcile.fulfil_acts import STAGE
from comity.reconcile.judge.hours import time_of_day
from comity.reconcile.judge.telling import Telling, Variant, grouped, heard
from comity.reconcile.judge.verdict import judge, plainly
from comity.reconcile.names import key_of_name
from comity.reconcile.policy import Policy, rule_for, shown
from comity.reconcile.witnesses import Voice, independent
from comity.vocab import load

Told = tuple[Claim, Head]
UNSAID = "One source gives it, another tells the same without it."


def field_view(
    kind: str,
    field: str,
    told: Sequence[Told],
    voices: Mapping[str, Voice],
    decisions: Sequence[Decision] = (),
    *,
    policy: Policy | None = None,
) -> FieldView | None:
    """The field as all members tell it; None where none gives it and nobody decided a value.

    ``voices`` tells for whom each document speaks (``comity.reconcile.witnesses``), ``decisions`` are those in
    force on this record.
    """
    tellings = _tellings(kind, field, told, voices)
    if not tellings:
        return _only_decided(field, _ruling(field, decisions))
    if len(told) == 1:
        return decided(_sole(field, tellings[0], policy), decisions)
    variants = variants_of(kind, field, tellings)
    quiet = _silent(kind, field, told, voices)
    vaguer = UNSAID if quiet else time_of_day(kind, field, tellings)
    verdict = judge(kind, field, variants, vaguer=vaguer)
    order, rule = shown(variants, verdict, policy)
    values = _attested(kind, field, [variants[i] for i in order])
    if quiet and verdict.judgement == "refined" and len(values) == 1:
        values = (*values, _unsaid(quiet))
    view = FieldView(field, values[0].value, verdict.judgement, values, verdict.reason, rule)
    return decided(view, decisions)


def _tellings(kind: str, field: str, told: Sequence[Told], voices: Mapping[str, Voice]) -> tuple[Telling, ...]:
    """What members give for a field; a stage that one denies is none beside those that others assert."""
    found = [
        Telling(claim, head, claim.record.fields[field], voices[head.key])
        for claim, head in told
        if field in claim.record.fields
    ]
    if field == STAGE.get(kind):
        found = [each for each in found if each.claim.record.certainty != "denied"] or found
    return tuple(found)


def _sole(field: str, telling: Telling, policy: Policy | None) -> FieldView:
    """The field of a record of one member, which most are."""
    value = Attested(telling.plain, (telling.evidence(),))
    judgement, reason = plainly((telling,))
    return FieldView(field, value.value, judgement, (value,), reason, rule_for(telling, policy))


def variants_of(kind: str, field: str, tellings: tuple[Telling, ...]) -> tuple[Variant, ...]:
    """The distinct values, each with all that tell it under the same circumstances, in order of telling."""
    rules, name = load("judging"), f"{kind}.{field}"
    detail, stage = rules["details"].get(name, ""), rules["stages"].get(name, "")

    def circumstances(telling: Telling) -> tuple[str, str]:
        get = telling.claim.record.get
        return str(get(detail) or "") if detail else "", str(get(stage) or "") if stage else ""

    found = grouped(tellings, lambda t: (_key(kind, field, t.value), circumstances(t)))
    return tuple(Variant(group, *circumstances(group[0])) for group in found)


def _key(kind: str, field: str, value: Any) -> Hashable:
    """What makes two values one value: names in any spelling and order, texts folded."""
    match load("kinds")["kinds"][kind][field]["type"]:
        case "names":
            return frozenset(key_of_name(name) for name in value)
        case "texts":
            return frozenset(fold_name(item) for item in value)
        case "text":
            place = f"{kind}.{field}" in load("judging")["places"]
            return key_of_name(value) if place else fold_name(value)
    return value  # type: ignore[no-any-return]


def _attested(kind: str, field: str, variants: Sequence[Variant]) -> tuple[Attested, ...]:
    merged: dict[Hashable, list[Telling]] = {}
    for variant in variants:
        merged.setdefault(_key(kind, field, variant.value), []).extend(variant.tellings)
    return tuple(
        Attested(
            value=told[0].plain,
            evidence=tuple(t.evidence() for t in sorted(told, key=lambda t: t.order)),
            witnesses=independent(heard(told)),
        )
        for told in merged.values()
    )


def _silent(kind: str, field: str, told: Sequence[Told], voices: Mapping[str, Voice]) -> tuple[Telling, ...]:
    """Members of other documents that lack the field, where silence says less than a value (vocab/judging.yaml)."""
    rule = load("judging")["silence"].get(f"{kind}.{field}")
    if rule is None:
        return ()
    giving = {head.key for claim, head in told if field in claim.record.fields}
    lacking = [(claim, head) for claim, head in told if head.key not in giving and _vague(claim, rule)]
    return tuple(Telling(claim, head, Field(""), voices[head.key]) for claim, head in lacking)


def _vague(claim: Claim, rule: Mapping[str, str]) -> bool:
    """Whether a claim gives what makes its silence on the field a vaguer telling of it."""
    value = claim.record.get(rule["gives"])
    return value is not None and rule.get("as", value) == value


def _unsaid(quiet: Sequence[Telling]) -> Attested:
    """The members that do not give the field, as a value that is None."""
    evidence: list[Evidence] = [t.evidence() for t in sorted(quiet, key=lambda t: t.order)]
    return Attested(None, tuple(evidence), independent(heard(quiet)))


def _ruling(field: str, decisions: Sequence[Decision]) -> Decision | None:
    """The decision that counts for a field: the last by time, then by id."""
    on = [d for d in decisions if d.field == field and d.action in {"correct", "both"}]
    return max(on, key=lambda d: (d.when, d.id), default=None)


def _only_decided(field: str, ruled: Decision | None) -> FieldView | None:
    if ruled is None or ruled.action != "correct":
        return None
    return FieldView(field, ruled.value, "single_source", (), f"Set by {ruled.who}.", "corrected", ruled.id)


def decided(view: FieldView, decisions: Sequence[Decision]) -> FieldView:
    """The view as people ruled on it: a corrected value is shown, the others stay listed beside it."""
    ruled = _ruling(view.name, decisions)
    if ruled is None:
        return view
    if ruled.action == "both":
        reason = f"{view.reason} {ruled.who} ruled that the values may stand side by side."
        return replace(view, reason=reason, decision=ruled.id)
    first = tuple(sorted(view.values, key=lambda attested: attested.value != ruled.value))
    reason = f"{view.reason} {ruled.who} set the value."
    return replace(view, value=ruled.value, values=first, reason=reason, policy="corrected", decision=ruled.id)
