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
    theirs cannot be one thing (``comity.reconcile.match.apart``; nothing that keeps two apart lets a rule join them, so
    that those that are joined are not asked about). ``together`` and ``separate`` are what people ruled:
    pairs that are one whatever the rules say, and pairs that never are. A pure function of its arguments.
    """
    wanted = [j for j in joins if j.verdict == "same" and j.first in features and j.second in features]
    forest = _Forest(features, separate, {(j.first, j.second) for j in wanted})
    for first, second in sorted(tuple(sorted(pair)) for pair in together):
        forest.join(first, second, forced=True)
    for join in sorted(wanted, key=lambda j: (-j.score, j.first, j.second)):
        forest.join(join.first, join.second)
    return forest.groups()


class _Forest:
    """Groups of claims that grow together."""

    def __init__(self, features: Mapping[str, Features], separate: Collection[Pair], joined: Collection[Pair]) -> None:
        self._features = features
        self._joined = joined
        self._home = {claim: claim for claim in features}
        self._members = {claim: [claim] for claim in features}
        self._telling: dict[str, tuple[int, list[Features]]] = {}
        self._refused: set[tuple[str, int, str, int]] = set()
        self._separate: dict[str, set[str]] = {}
        for first, second in separate:
            self._separate.setdefault(first, set()).add(second)
            self._separate.setdefault(second, set()).add(first)

    def join(self, first: str, second: str, *, forced: bool = False) -> None:
        """Make one group of two, if they may be one."""
        if first not in self._home or second not in self._home:
            return
        small, large = self._home[first], self._home[second]
        if small == large:
            return
        if len(self._members[large]) < len(self._members[small]):
            small, large = large, small
        if not self._may_join(small, large, forced):
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
        ours, theirs = ([self._features[claim] for claim in self._members[home]] for home in (small, large))
        first, other = (min(side, key=lambda f: f.claim) for side in (ours, theirs))
        if first.exact:
            return apart(first, other)
        if {f.document for f in ours} & {f.document for f in theirs}:
            return True
        return any(self._apart(a, b) for a in self._some(small) for b in self._some(large))

    def _apart(self, a: Features, b: Features) -> bool:
        pair = (a.claim, b.claim) if a.claim < b.claim else (b.claim, a.claim)
        return pair not in self._joined and apart(a, b)

    def _some(self, home: str) -> list[Features]:
        """The most telling members of a group: those with a firm date, persons and places first."""
        size, known = self._telling.get(home, (0, []))
        if size != len(self._members[home]):
            known = _ranked([self._features[claim] for claim in self._members[home]])[:WITNESSES]
            self._telling[home] = len(self._members[home]), known
        return known

    def groups(self) -> tuple[tuple[str, ...], ...]:
        """The groups, sorted."""
        return tuple(sorted(tuple(sorted(members)) for members in self._members.values()))


def _ranked(features: list[Features]) -> list[Features]:
    return sorted(features, key=lambda f: (-(f.window is not None and f.window.firm), -len(f.parties), f.claim))
