"""The judgement of a field from how its values relate (codebook, section 14)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from comity.model.ledger import Judgement
from comity.reconcile.judge.pairs import compare
from comity.reconcile.judge.relation import Finding, Relation
from comity.reconcile.judge.telling import Telling, Variant
from comity.reconcile.witnesses import independent
from comity.vocab import load

STAGES = {Relation.LATER, Relation.EARLIER}


@dataclass(frozen=True, slots=True)
class Verdict:
    """A judgement, why in one sentence, and how each pair of variants relates (by position, the first the lower)."""

    judgement: Judgement
    reason: str
    findings: dict[tuple[int, int], Finding]

    def finding(self, i: int, j: int) -> Finding:
        """How variant ``i`` relates to variant ``j``."""
        return self.findings[i, j] if i < j else self.findings[j, i].turned


def judge(kind: str, field: str, variants: Sequence[Variant], *, silent: Sequence[Telling] = ()) -> Verdict:
    """The verdict on the values of a field.

    ``silent`` are members that tell the thing without this field, where silence says less than the value
    (``silence`` in vocab/judging.yaml).
    """
    pairs = {(i, j): compare(kind, field, variants[i], variants[j]) for i, j in combinations(range(len(variants)), 2)}
    judgement, reason = _judged(f"{kind}.{field}", variants, pairs, silent)
    return Verdict(judgement, reason, pairs)


def _judged(
    name: str, variants: Sequence[Variant], pairs: dict[tuple[int, int], Finding], silent: Sequence[Telling]
) -> tuple[Judgement, str]:
    everyone = [telling for variant in variants for telling in variant.tellings]
    if not any(telling.firm for telling in everyone):
        return "hedged_only", "Every source that gives it hedges it or binds it to a condition."
    for relations, judgement in (({Relation.CLASH}, "contradicted"), (STAGES, "updated")):
        found = [finding for finding in pairs.values() if finding.relation in relations]
        if found:
            return judgement, _sentence(sorted(f.reason for f in found)[0])  # type: ignore[return-value]
    agreeing = max(_agreeing(variants, pairs), key=len)
    count = independent(agreeing)
    unlike = sorted(f.reason for f in pairs.values() if f.relation is not Relation.SAME)
    if count > 1 and (not unlike or name in load("judging")["wording"]):
        return "corroborated", _counted(count) + (f"; besides, {unlike[0]}." if unlike else ".")
    if unlike:
        return "refined", _sentence(unlike[0])
    if silent and not count > 1:
        return "refined", "One source gives it, another tells the same without it."
    return "single_source", _alone(everyone)


def _agreeing(variants: Sequence[Variant], pairs: dict[tuple[int, int], Finding]) -> list[frozenset[str]]:
    """For each variant the witnesses that give it, in these or other words."""
    sets = [set(variant.groups) for variant in variants]
    for (i, j), finding in pairs.items():
        if finding.relation is Relation.SAME:
            sets[i] |= variants[j].groups
            sets[j] |= variants[i].groups
    return [frozenset(found) for found in sets]


def _sentence(reason: str) -> str:
    return f"{reason[:1].upper()}{reason[1:]}."


def _counted(count: int) -> str:
    return f"{count} independent sources give it"


def _alone(tellings: Sequence[Telling]) -> str:
    documents = len({telling.head.key for telling in tellings})
    groups = sorted({telling.group for telling in tellings})
    shared = groups[0] if not groups[0].startswith("do-") else ""
    if documents > 1:
        return f"{documents} documents give it, which are one source" + (f" ({shared})." if shared else ".")
    head = tellings[0].head
    return f"Only {head.outlet or head.publisher or head.name} gives it."
