"""From claims and joins to ledger records: the pure part, the same for adding, rebuilding and looking back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Literal

from comity.model import Claim, Decision, Head, Join, LedgerRecord, Link
from comity.reconcile.assemble import assemble
from comity.reconcile.cluster import clusters
from comity.reconcile.decisions import DIVIDING, rulings
from comity.reconcile.features import Features
from comity.reconcile.fulfil import is_sure
from comity.reconcile.match import compare
from comity.reconcile.sightings import Crowd
from comity.reconcile.union import Union

Relation = Literal["part_of", "has_part", "fulfils", "fulfilled_by", "leaves_open", "left_open_by"]

NOBODY: Mapping[str, str] = MappingProxyType({})

LINKING = "fulfils"
"""The ``field`` of an ``accept`` or ``reject`` about a proposed fulfilment; targets are the deed and the promise."""


OUTCOMES = ("fulfils", "leaves_open")
"""The verdicts of joins between what came of a promise, and the promise."""


@dataclass(frozen=True, slots=True)
class Matter:
    """All that decides which claims are one thing: claims that no join leads out of, and the decisions on them.

    ``decisions`` stand, and are placed on the claims of today. ``whole`` are things apart, by exact key: all claims
    that have it, and no ruling on what is one thing; their claims have no features here and no joins ``same``. Of
    things that are told often they are those that are kept, and ``crowds`` says for whom these stand, by exact key.
    """

    features: Mapping[str, Features]
    joins: Sequence[Join]
    decisions: Sequence[Decision]
    whole: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    crowds: Mapping[str, Crowd] = field(default_factory=dict)

    def groups(self) -> tuple[tuple[str, ...], ...]:
        """The claims divided into things."""
        ruled = rulings(self.decisions)
        joins = [*self.joins, *starred(self.features, self.decisions)]
        found = clusters(self.features, joins, together=ruled.together, separate=ruled.separate)
        return tuple(sorted([*found, *self.whole.values()]))

    def settled(self, groups: Iterable[Sequence[str]], unshown: Mapping[str, str] = NOBODY) -> list[Join]:
        """The joins as people ruled on them: those refused are left out, those confirmed name the decision.

        ``groups`` are all things of the matter; a ruling on a fulfilment holds between two things, not two claims.
        ``unshown`` gives the first claim of the thing for claims of these things that are not kept.
        """
        if not self.decisions:
            return sorted(self.joins, key=lambda j: (j.first, j.second, j.verdict))
        home = {**unshown, **{claim: group[0] for group in groups for claim in group}}
        separate = rulings(self.decisions).separate
        said = {tuple(home.get(t, t) for t in d.targets): d for d in self.decisions if is_linking(d)}
        kept = []
        for join in self.joins:
            pair = (min(join.first, join.second), max(join.first, join.second))
            link = (home.get(join.first, join.first), home.get(join.second, join.second))
            decision = said.get(link) if join.verdict in OUTCOMES else None
            if pair in separate or (decision is not None and decision.action == "reject"):
                continue
            kept.append(replace(join, decision=decision.id) if decision else join)
        return sorted([*kept, *merged(self.decisions)], key=lambda j: (j.first, j.second, j.verdict, j.decision))

    def linked(self) -> set[str]:
        """The claims between which people ruled on a fulfilment."""
        return {target for decision in self.decisions if is_linking(decision) for target in decision.targets}


def is_linking(decision: Decision) -> bool:
    """Whether a decision confirms or refuses that a deed fulfils a promise."""
    return decision.action in {"accept", "reject"} and decision.field == LINKING


def merged(decisions: Iterable[Decision]) -> list[Join]:
    """The joins that people made."""
    return [
        Join(first, second, "same", 1.0, (f"merged by {decision.who}",), decision.id)
        for decision in decisions
        if decision.action == "merge"
        for first, second in zip(sorted(decision.targets), sorted(decision.targets)[1:], strict=False)
    ]


def starred(features: Mapping[str, Features], decisions: Iterable[Decision]) -> list[Join]:
    """Joins of all claims that have one exact key, each with one of them; never as many as there are pairs."""
    taken = {target for d in decisions if d.action in DIVIDING for target in d.targets}
    sharing: defaultdict[str, list[str]] = defaultdict(list)
    for claim in sorted(features, key=lambda c: (c in taken, c)):
        if features[claim].exact:
            sharing[features[claim].exact].append(claim)
    return [
        join
        for first, *others in sharing.values()
        for other in others
        if (join := compare(features[first], features[other]))
    ]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What records are made of: claims by id, heads by document, the echoes among the documents, joins, decisions.

    ``crowds`` are what is kept of the groups that are told often, by their first claim.
    """

    claims: Mapping[str, Claim]
    heads: Mapping[str, Head]
    features: Mapping[str, Features]
    echoes: Collection[tuple[str, str]]
    joins: Mapping[str, Sequence[Join]]
    decisions: Mapping[str, Sequence[Decision]]
    crowds: Mapping[str, Crowd]

    def record(self, group: Sequence[str]) -> LedgerRecord:
        """The record of claims that are one thing."""
        inside = set(group)
        crowd = self.crowds.get(group[0])
        shown = crowd.claims if crowd else group
        decisions = {d.id: d for claim in shown for d in self.decisions.get(claim, ())}
        stars = starred({claim: self.features[claim] for claim in shown}, decisions.values())
        own = (j for claim in shown for j in self.joins.get(claim, ()) if j.first == claim or j.first not in inside)
        joins = _distinct([*stars, *own])
        kept = sorted({j.first for j in joins if j.second in inside and is_sure(j)})
        idle = sorted({j.first for j in joins if j.second in inside and j.verdict == "leaves_open"})
        parts = sorted({j.first for j in joins if j.second in inside and j.verdict == "part"})
        documents = {self.claims[c].document for c in [*shown, *kept, *idle, *parts]}
        return assemble(
            [self.claims[claim] for claim in shown],
            {key: self.heads[key] for key in documents},
            echoes=[pair for pair in self.echoes if pair[0] in documents and pair[1] in documents],
            joins=spanning(joins, inside),
            links=linked(joins, inside),
            fulfilling=[self.claims[c] for c in [*kept, *idle]],
            parts=[self.claims[c] for c in parts],
            decisions=list(decisions.values()),
            states={state for claim in shown for state in self.features[claim].concerns},
            crowd=crowd,
        )


def spanning(joins: Iterable[Join], inside: Collection[str]) -> list[Join]:
    """The joins that tell why the claims ``inside`` are one thing: of the rules' as few as hold them together, the
    surest first, so that they do not grow with the square of the claims; all that people made; all to claims outside.
    """
    listed, united = list(joins), Union()
    within = [j for j in listed if j.verdict == "same" and j.first in inside and j.second in inside]
    ranked = sorted(within, key=lambda j: (not j.decision, -j.score, j.first, j.second))
    idle = {id(join) for join in ranked if not united.join(join.first, join.second) and not join.decision}
    return [join for join in listed if id(join) not in idle]


def linked(joins: Iterable[Join], inside: Collection[str]) -> list[Link]:
    """The ties of a record's claims to claims of others; ``record`` is the other claim until it is looked up."""
    found = {}
    for join in joins:
        for own, other, relation in ((join.first, join.second, _OUT), (join.second, join.first, _IN)):
            if own in inside and other not in inside and join.verdict in relation:
                found[other, join.verdict] = Link(
                    relation[join.verdict], other, "; ".join(join.reasons), join.score, join.decision
                )
    return [found[key] for key in sorted(found)]


_OUT: dict[str, Relation] = {"part": "part_of", "fulfils": "fulfils", "leaves_open": "leaves_open"}
_IN: dict[str, Relation] = {"part": "has_part", "fulfils": "fulfilled_by", "leaves_open": "left_open_by"}


def _distinct(joins: Iterable[Join]) -> list[Join]:
    found = {(j.first, j.second, j.verdict, j.decision): j for j in joins}
    return [found[key] for key in sorted(found)]


def by_claim(joins: Iterable[Join]) -> dict[str, list[Join]]:
    """Joins under each of their claims."""
    found: defaultdict[str, list[Join]] = defaultdict(list)
    for join in joins:
        found[join.first].append(join)
        found[join.second].append(join)
    return found


def decisions_by_claim(decisions: Iterable[Decision]) -> dict[str, list[Decision]]:
    """Decisions under each claim they are about; those on links are told by the links."""
    found: defaultdict[str, list[Decision]] = defaultdict(list)
    for decision in decisions:
        for claim in dict.fromkeys([*decision.targets, *(anchor.claim for anchor in decision.anchors)]):
            if not is_linking(decision):
                found[claim].append(decision)
    return found
