"""Things that are told more often than anybody reads: which tellings are kept as evidence, and for whom these stand.

A head of state in office is named by thousands of documents. What they tell alike is kept once, by its first and its
last telling, and stands for the rest, so that a record stays small; how many tell it, and how many of these are
independent, is counted over all of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from comity.ids import digest
from comity.model import Claim, Head
from comity.reconcile.credits import readout_of
from comity.reconcile.features import Features
from comity.reconcile.judge.telling import UNDATED
from comity.reconcile.policy import standing
from comity.reconcile.witnesses import Voice, tokens, witnesses, word_of
from comity.vocab import load


@dataclass(frozen=True, slots=True)
class Sighting:
    """A claim with an exact key, as far as choosing among its likes needs it.

    ``telling`` is the same for claims that say the same, as firmly and with the same weight; ``tokens`` are those of
    its document (``comity.reconcile.witnesses.tokens``), or its key where it has none.
    """

    exact: str
    claim: str
    document: str
    position: int
    published: str
    telling: str
    tokens: frozenset[str]

    @property
    def moment(self) -> str:
        """Its place in the order of telling: earliest published first, then stable. No two have the same."""
        return f"{self.published or UNDATED}\t{self.document}\t{self.position:08d}"


@dataclass(frozen=True, slots=True)
class Share:
    """Claims that tell the same, out of documents with the same tokens: how many, in how many documents.

    ``heap`` is the first document with these tokens, ``first`` and ``last`` are moments.
    """

    telling: str
    heap: str
    claims: int
    documents: int
    first: str
    last: str


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


@dataclass(frozen=True, slots=True)
class Throng:
    """All that tell of one thing with an exact key, summed up: ``names`` are those of the witnesses, by heap;
    ``documents`` counts those in which it is told.
    """

    shares: Sequence[Share]
    names: Mapping[str, str]
    documents: int

    def ends(self) -> set[str]:
        """The moments of the first and the last of each telling; of many tellings the rarest are left out."""
        by_telling = self._by_telling()
        count = {telling: sum(share.claims for share in alike) for telling, alike in by_telling.items()}
        common = sorted(count, key=lambda telling: (-count[telling], telling))
        listed = [by_telling[telling] for telling in common[: load("matching")["crowd"]["tellings"]]]
        first, last = ({pick(alike) for alike in listed} for pick in (_first, _last))
        return first | last

    def crowd(self, kept: Iterable[Sighting]) -> Crowd:
        """What is kept of them, with what they stand for."""
        shown = sorted({each.claim: each for each in kept}.values(), key=lambda each: each.moment)
        return Crowd(
            claims=tuple(sorted(each.claim for each in shown)),
            voices=self._voices(shown),
            names=frozenset(self.names.values()),
            tellings=sum(share.claims for share in self.shares),
            documents=self.documents,
        )

    def _by_telling(self) -> dict[str, list[Share]]:
        found: defaultdict[str, list[Share]] = defaultdict(list)
        for share in self.shares:
            found[share.telling].append(share)
        return found

    def _voices(self, shown: Iterable[Sighting]) -> dict[str, Voice]:
        """For whom the kept documents stand: all that tell the same, counted with the first of them."""
        by_telling = self._by_telling()
        found: dict[str, Voice] = {}
        counted: set[str] = set()
        for each in shown:
            alike = by_telling[each.telling]
            count = 0 if each.telling in counted else sum(share.documents for share in alike)
            counted.add(each.telling)
            before = found.get(each.document, Voice(frozenset(), 0))
            names = frozenset(self.names[share.heap] for share in alike)
            found[each.document] = Voice(before.names | names, before.documents + count)
        return found


def _first(alike: Iterable[Share]) -> str:
    return min(share.first for share in alike)


def _last(alike: Iterable[Share]) -> str:
    return max(share.last for share in alike)


def everyone(told: Sequence[tuple[Claim, Head]], echoes: Iterable[tuple[str, str]]) -> Crowd:
    """All that tell of a thing, each for itself, or for the state whose ministry or government it only passes on."""
    words: defaultdict[str, set[str]] = defaultdict(set)
    for claim, head in told:
        words[head.key].add(word_of(claim.record.speaker))
    shared = {head.key: tokens(head) for _, head in told}
    relayed = {key: frozenset(map(readout_of, own)) for key, own in words.items() if "" not in own}
    names = witnesses({**shared, **relayed}, echoes)
    voices = {key: Voice(frozenset([name])) for key, name in names.items()}
    claims = tuple(sorted(claim.id for claim, _ in told))
    return Crowd(claims, voices, frozenset(names.values()), len(told), len(names))


def sighting(claim: Claim, head: Head, features: Features) -> Sighting:
    """What choosing needs of a claim that has an exact key."""
    moving = load("judging")["sightings"]
    fields = sorted(claim.record.fields.items())
    said = [f"{name}={field.value!r}" for name, field in fields if f"{claim.kind}.{name}" not in moving]
    weight = (claim.record.certainty, standing(head), head.source_class)
    own = tokens(head) or frozenset([head.key])
    telling = digest(*weight, *claim.record.sectors, *sorted(features.states), *said)
    return Sighting(features.exact, claim.id, head.key, claim.position, head.published, telling, own)


def is_crowd(count: int) -> bool:
    """Whether so many tellings are more than are kept one by one."""
    return count > int(load("matching")["crowd"]["whole"])
