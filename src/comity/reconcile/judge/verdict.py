"""The judgement of a field from how its values relate (codebook, section 14)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from comity.model.ledger import Judgement
from comity.reconcile.judge.pairs import compare
from comity.reconcile.judge.relation import Finding, Relation
from comity.reconcile.judge.telling import Telling, Variant, heard
from comity.reconcile.witnesses import independent
from comity.vocab import load

STAGES = {Relation.LATER, Relation.EARLIER}


@dataclass(frozen=True, slots=True)
class Verdict:
    """A judgement, why in one sentence, and how each pair of variants relates (by position, the first the lower)."""

    judgement: Judgement
    reason: str
    findings: dict[tuple[int, int], Finding]

    def standing(self, count: int) -> tuple[Counter[Relation], ...]:
        """For each of ``count`` variants how often it relates to others in which way."""
        tallies = tuple(Counter[Relation]() for _ in range(count))
        for (i, j), finding in self.findings.items():
            tallies[i][finding.relation] += 1
            tallies[j][finding.relation.turned] += 1
        return tallies


def judge(kind: str, field: str, variants: Sequence[Variant], *, vaguer: str = "") -> Verdict:
    """The verdict on the values of a field.

    ``vaguer`` tells in a sentence why a member says less than others although its value is the same or it has none; it
    counts where nothing else sets the values apart and no two witnesses agree.
    """
    pairs = {(i, j): compare(kind, field, variants[i], variants[j]) for i, j in _compared(len(variants))}
    judgement, reason = _judged(f"{kind}.{field}", variants, pairs, vaguer)
    return Verdict(judgement, reason, pairs)


def _compared(count: int) -> Iterator[tuple[int, int]]:
    """The pairs of ``count`` variants that are compared: all, or where they are many each with the first and last told,
    so that the work grows with the number of values and not with its square.
    """
    half = int(load("judging")["pillars"]) // 2
    if count <= 2 * half:
        yield from combinations(range(count), 2)
        return
    for j in range(count):
        yield from ((i, j) for i in range(j if j >= count - half else min(j, half)))


def _judged(
    name: str, variants: Sequence[Variant], pairs: dict[tuple[int, int], Finding], vaguer: str
) -> tuple[Judgement, str]:
    everyone = [telling for variant in variants for telling in variant.tellings]
    if not any(telling.firm for telling in everyone):
        return _reserved(everyone, pairs)
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
    if vaguer and count == 1:
        return "refined", vaguer
    return plainly(everyone)


def _reserved(everyone: Sequence[Telling], pairs: dict[tuple[int, int], Finding]) -> tuple[Judgement, str]:
    """What nobody says firmly; where the values exclude each other the reason says so."""
    judgement, reason = plainly(everyone)
    clashes = sorted(finding.reason for finding in pairs.values() if finding.relation is Relation.CLASH)
    return judgement, f"{reason} They differ: {clashes[0]}." if clashes else reason


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


def plainly(tellings: Sequence[Telling]) -> tuple[Judgement, str]:
    """The judgement on one value of one witness, and why."""
    if not any(telling.firm for telling in tellings):
        return "hedged_only", "Every source that gives it hedges it or binds it to a condition."
    return "single_source", _alone(tellings)


def _alone(tellings: Sequence[Telling]) -> str:
    documents = sum({telling.head.key: telling.voice.documents for telling in tellings}.values())
    groups = sorted(heard(tellings))
    shared = groups[0] if not groups[0].startswith("do-") else ""
    if documents > 1:
        return f"{documents} documents give it, which are one source" + (f" ({shared})." if shared else ".")
    head = tellings[0].head
    return f"Only {head.outlet or head.publisher or head.name} gives it."
