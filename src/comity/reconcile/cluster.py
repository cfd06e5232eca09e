"""From pairs to things: joined claims become one unless something keeps them apart, in whatever order they came."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from comity.model import Join
from comity.reconcile.features import Features
from comity.reconcile.match import apart

WITNESSES = 12
"""Members of each side that are held against each other before two groups are joined: enough, and never quadratic."""

Pair = tuple[str, str]


def clusters(
    features: Mapping[str, Features],
    joins: Iterable[Join],
    *,
    together: Iterable[Pair] = (),
    separate: Collection[Pair] = (),
) -> tuple[tuple[str, ...], ...]:
    """Divide claims into things: tuples of claim ids, each sorted, together sorted by their first.

    ``joins`` with the verdict ``same`` are taken in the order of their score; two groups are joined unless members of
    theirs cannot be one thing (``comity.reconcile.match.apart``). ``together`` and ``separate`` are what people ruled:
    pairs that are one whatever the rules say, and pairs that never are. A pure function of its arguments.
    """
    forest = _Forest(features, separate)
    for first, second in sorted(tuple(sorted(pair)) for pair in together):
        forest.join(first, second, forced=True)
    wanted = [j for j in joins if j.verdict == "same" and j.first in features and j.second in features]
    for join in sorted(wanted, key=lambda j: (-j.score, j.first, j.second)):
        forest.join(join.first, join.second)
    return forest.groups()


class _Forest:
    """Groups of claims that grow together."""

    def __init__(self, features: Mapping[str, Features], separate: Collection[Pair]) -> None:
        self._features = features
        self._home = {claim: claim for claim in features}
        self._members = {claim: [claim] for claim in features}
        self._refused: set[tuple[str, int, str, int]] = set()
        self._separate: dict[str, set[str]] = {}
        for first, second in separate:
            self._separate.setdefault(first, set()).add(second)
            self._separate.setdefault(second, set()).add(first)

    def join(self, first: str, second: str, *, forced: bool = False) -> None:
        """Make one group of two, if they may be one."""
        if first not in self._home or second not in self._home:
            return
        small, large = sorted((self._home[first], self._home[second]), key=lambda home: len(self._members[home]))
        if small == large or not self._may_join(small, large, forced):
            return
        for claim in self._members[small]:
            self._home[claim] = large
        self._members[large] += self._members.pop(small)

    def _may_join(self, small: str, large: str, forced: bool) -> bool:
        """Whether two groups may be one; as long as neither grows, asked once however many joins there are."""
        if forced:
            return not self._kept_apart(small, large)
        pair = (small, len(self._members[small]), large, len(self._members[large]))
        if pair in self._refused:
            return False
        if self._kept_apart(small, large) or self._unfit(small, large):
            self._refused.add(pair)
            return False
        return True

    def _kept_apart(self, small: str, large: str) -> bool:
        """Whether a person ruled that members of the two are different things."""
        inside = self._members[large]
        return any(not self._separate[c].isdisjoint(inside) for c in self._members[small] if c in self._separate)

    def _unfit(self, small: str, large: str) -> bool:
        """Whether members of the two cannot be one thing; a document has one record of a thing at most."""
        few, many = (sorted(self._members[home]) for home in (small, large))
        ours = [self._features[claim] for claim in few]
        if ours[0].exact:
            return apart(ours[0], self._features[many[0]])
        theirs = [self._features[claim] for claim in many]
        if {f.document for f in ours} & {f.document for f in theirs}:
            return True
        return any(apart(a, b) for a in _some(ours) for b in _some(theirs))

    def groups(self) -> tuple[tuple[str, ...], ...]:
        """The groups, sorted."""
        return tuple(sorted(tuple(sorted(members)) for members in self._members.values()))


def _some(features: list[Features]) -> list[Features]:
    """The most telling members: those with a firm date, persons and places first."""
    ranked = sorted(features, key=lambda f: (-(f.window is not None and f.window.firm), -len(f.parties), f.claim))
    return ranked[:WITNESSES]
