"""Things that are told more often than anybody reads: which tellings are kept as evidence, and for whom these stand.

A head of state in office is named by thousands of documents. What they tell alike is kept once, by its first and its
last telling, and stands for the rest, so that a record stays small; how many tell it, and how many of these are
independent, is counted over all of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from comity.ids import digest
from comity.model import Claim, Head
from comity.reconcile.features import Features
from comity.reconcile.judge.telling import UNDATED
from comity.reconcile.policy import standing
from comity.reconcile.witnesses import Voice, tokens, witness_groups, witnesses
from comity.vocab import load


@dataclass(frozen=True, slots=True)
class Sighting:
    """A claim with an exact key, as far as choosing among its likes needs it.

    ``telling`` is the same for claims that say the same, as firmly and with the same weight; ``tokens`` are those of
    its document (``comity.reconcile.witnesses.tokens``).
    """

    exact: str
    claim: str
    document: str
    position: int
    published: str
    telling: str
    tokens: frozenset[str]

    @property
    def order(self) -> tuple[str, str, int]:
        """Earliest published first, then stable."""
        return self.published or UNDATED, self.document, self.position


@dataclass(frozen=True, slots=True)
class Crowd:
    """What is kept of a thing: ``claims``, sorted; ``voices`` by document; ``names`` of all its witnesses; how many
    claims tell it, in how many documents.
    """

    claims: tuple[str, ...]
    voices: Mapping[str, Voice]
    names: frozenset[str]
    tellings: int
    documents: int


def everyone(told: Sequence[tuple[Claim, Head]], echoes: Iterable[tuple[str, str]]) -> Crowd:
    """All that tell of a thing, each for itself."""
    names = witness_groups(dict.fromkeys(head for _, head in told), echoes)
    voices = {key: Voice(frozenset([name])) for key, name in names.items()}
    claims = tuple(sorted(claim.id for claim, _ in told))
    return Crowd(claims, voices, frozenset(names.values()), len(told), len(names))


def sighting(claim: Claim, head: Head, features: Features) -> Sighting:
    """What choosing needs of a claim that has an exact key."""
    moving = load("judging")["sightings"]
    fields = sorted(claim.record.fields.items())
    said = [f"{name}={field.value!r}" for name, field in fields if f"{claim.kind}.{name}" not in moving]
    weight = (claim.record.certainty, standing(head), head.source_class)
    telling = digest(*weight, *claim.record.sectors, *sorted(features.states), *said)
    return Sighting(features.exact, claim.id, head.key, claim.position, head.published, telling, tokens(head))


def is_crowd(count: int) -> bool:
    """Whether so many tellings are more than are kept one by one."""
    return count > int(load("matching")["crowd"]["whole"])


def crowd(told: Sequence[Sighting], echoes: Iterable[tuple[str, str]], wanted: Collection[str] = ()) -> Crowd:
    """What is kept of a thing that ``told`` tell: the first and last of all, the first and last of each telling.

    Of tellings beyond ``tellings`` (vocab/matching.yaml) the rarest are left out. ``echoes`` are pairs of documents
    that repeat each other, ``wanted`` claims that are kept in any case.
    """
    limits = load("matching")["crowd"]
    ordered = sorted(told, key=lambda s: s.order)
    alike: defaultdict[str, list[Sighting]] = defaultdict(list)
    for each in ordered:
        alike[each.telling].append(each)
    common = sorted(alike, key=lambda telling: (-len(alike[telling]), telling))[: limits["tellings"]]
    kept = {s.claim: s for telling in common for s in (alike[telling][0], alike[telling][-1])}
    ends = [*ordered[: limits["ends"]], *ordered[-limits["ends"] :]]
    kept.update({s.claim: s for s in [*ends, *(s for s in ordered if s.claim in wanted)]})
    names = witnesses({s.document: s.tokens for s in ordered}, echoes)
    voices = _voices(kept.values(), alike, names)
    return Crowd(tuple(sorted(kept)), voices, frozenset(names.values()), len(ordered), len(names))


def _voices(
    kept: Iterable[Sighting], alike: Mapping[str, Sequence[Sighting]], names: Mapping[str, str]
) -> dict[str, Voice]:
    """For whom the kept documents stand: all that tell the same, counted with the first of them."""
    found: dict[str, Voice] = {}
    counted: set[str] = set()
    for each in sorted(kept, key=lambda s: s.order):
        like = alike[each.telling]
        count = 0 if each.telling in counted else len({s.document for s in like})
        counted.add(each.telling)
        before = found.get(each.document, Voice(frozenset(), 0))
        all_ = frozenset(names[s.document] for s in like)
        found[each.document] = Voice(before.names | all_, before.documents + count)
    return found
