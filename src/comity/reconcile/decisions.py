"""What people ruled: which decisions stand, which claims they mean today, and what is one thing by them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from comity.language.folding import fold
from comity.model import Anchor, Claim, Decision, Span
from comity.vocab import load

DIVIDING = ("split", "different")
"""Decisions that take their targets out of the record of their other anchors."""


def standing(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions that hold, in the order in which they were taken: those undone are left out, and so are undos.

    An undo that is itself undone undoes nothing.
    """
    taken = tuple(decisions)
    undone: set[str] = set()
    for decision in reversed(taken):
        if decision.action == "undo" and decision.id not in undone:
            undone.update(decision.targets)
    return tuple(d for d in taken if d.action != "undo" and d.id not in undone)


def anchor_of(claim: Claim) -> Anchor:
    """Where a decision on a claim is pinned."""
    return Anchor(claim.id, claim.document, claim.kind, claim.quote, what_of(claim))


def what_of(claim: Claim) -> str:
    """The fields that tell a claim from others in the same sentence, folded, as one line."""
    values = (claim.record.get(name) for name in load("decisions")["telling"][claim.kind])
    parts = [" ".join(value) if isinstance(value, tuple) else str(value) for value in values if value is not None]
    return fold(" ".join(parts))


def found_again(anchor: Anchor, claims: Sequence[Claim]) -> str:
    """The id of the claim that an anchor means among the ``claims`` of its document today; empty for an orphan.

    It is one of the same kind whose quotes touch the anchor's: the one that says most nearly the same, then the one
    whose quote fits best. A claim that says quite another thing is never taken for it.
    """
    rules = load("decisions")["anchoring"]
    ranked = []
    for claim in claims:
        overlap = max(_overlap(anchor.quote, quote) for quote in claim.record.quotes)
        if claim.kind == anchor.kind and overlap > 0:
            ranked.append((_likeness(anchor.what, what_of(claim)), overlap, claim.id == anchor.claim, claim.id))
    if not ranked:
        return ""
    likeness, _, _, best = max(ranked, key=lambda r: (r[0], r[1], r[2], r[3]))
    return best if likeness >= rules["what"] else ""


def _overlap(one: Span, other: Span) -> float:
    """The share of the shorter that both cover."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(0, shared) / min(one.end - one.start, other.end - other.start)


def _likeness(one: str, other: str) -> float:
    a, b = set(one.split()), set(other.split())
    return len(a & b) / len(a | b) if a | b else 1.0


def placed(decision: Decision, claims: Sequence[str]) -> Decision:
    """The decision with the claims that its anchors mean today; ``claims`` are in the order of its anchors.

    Anchors without a claim are left out, and so are targets that have none.
    """
    today = dict(zip((anchor.claim for anchor in decision.anchors), claims, strict=True))
    anchors = tuple(replace(a, claim=today[a.claim]) for a in decision.anchors if today[a.claim])
    if decision.action in {"undo", "withdraw"}:
        return decision
    return replace(decision, targets=tuple(t for t in map(today.__getitem__, decision.targets) if t), anchors=anchors)


@dataclass(frozen=True, slots=True)
class Rulings:
    """What decisions say about what is one thing: pairs of claims that are, and pairs that never are."""

    together: tuple[tuple[str, str], ...]
    separate: frozenset[tuple[str, str]]


def rulings(decisions: Iterable[Decision]) -> Rulings:
    """The rulings of decisions that stand, placed, in the order in which they were taken; the later one prevails.

    Merging makes one of the whole records, as they were then. The claims that a split takes out stay together, and so
    do those it leaves. Merging across an earlier split
    overrules it; splitting across an earlier merge keeps the two sides apart and leaves the merge otherwise alone.
    """
    merges: list[tuple[str, ...]] = []
    splits: list[tuple[frozenset[str], frozenset[str]]] = []
    for decision in decisions:
        targets = frozenset(decision.targets)
        if decision.action == "merge":
            merges.append(tuple(sorted(targets | {anchor.claim for anchor in decision.anchors})))
            splits = [s for s in splits if not (s[0] & targets and s[1] & targets)]
        elif decision.action in DIVIDING:
            rest = frozenset(anchor.claim for anchor in decision.anchors) - targets
            splits.append((targets, rest))
    chains = [*merges, *(tuple(sorted(side)) for split in splits for side in split)]
    together = {pair for chain in chains for pair in pairwise(chain)}
    separate = {tuple(sorted((a, b))) for one, other in splits for a in one for b in other}
    pairs = frozenset((a, b) for a, b in separate)
    return Rulings(tuple(sorted(together - pairs)), pairs)


def orphaned(decision: Decision, claims: Mapping[str, str]) -> bool:
    """Whether a target of a decision has no claim today; ``claims`` gives today's id for each anchored one."""
    return any(not claims.get(target, "") for target in decision.targets)


def placed_within(decision: Decision, claims: Collection[str]) -> Decision:
    """The decision as it bears on some claims alone; targets and anchors that are none of them are left out."""
    if decision.action in {"undo", "withdraw"}:
        return decision
    anchors = tuple(anchor for anchor in decision.anchors if anchor.claim in claims)
    return replace(decision, targets=tuple(t for t in decision.targets if t in claims), anchors=anchors)
