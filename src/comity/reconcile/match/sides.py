"""Whether two records speak of the same parties: persons, bodies, and the states they act for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from comity.reconcile.names import Party

SAME, ACTS_FOR = 1.0, 0.8
"""How well two parties agree: one and the same, or somebody and the state he acts for."""


def agree(a: Party, b: Party) -> float:
    """How well two parties agree, from 0 to 1."""
    if a.key == b.key:
        return SAME
    stands_for = a.state and a.state == b.state and "state" in {a.kind, b.kind}
    return ACTS_FOR if stands_for else 0.0


def met(a: frozenset[Party], b: frozenset[Party]) -> float:
    """How much of the shorter list of parties the longer one has, from 0 to 1; 0 where one is empty."""
    fewer, more = sorted((a, b), key=len)
    return sum(max(agree(p, q) for q in more) for p in fewer) / len(fewer) if fewer else 0.0


def clash(a: frozenset[Party], b: frozenset[Party]) -> bool:
    """Whether the two name different persons for one state, or have no state in common."""
    ours, theirs = _people(a), _people(b)
    if any(ours[state].isdisjoint(theirs[state]) for state in ours.keys() & theirs.keys()):
        return True
    states, others = _states(a), _states(b)
    return bool(states and others and states.isdisjoint(others))


def shared_people(a: Iterable[Party], b: Iterable[Party]) -> bool:
    """Whether a person is named in both."""
    return any(p.key == q.key and p.kind != "state" for p in a for q in b)


@lru_cache(maxsize=16384)
def _people(parties: frozenset[Party]) -> Mapping[str, set[str]]:
    """Persons by state, for the states that stand for themselves nowhere in the list."""
    found: dict[str, set[str]] = defaultdict(set)
    whole = {p.state for p in parties if p.kind == "state"}
    for party in parties:
        if party.kind == "person" and party.state and party.state not in whole:
            found[party.state].add(party.key)
    return found


@lru_cache(maxsize=16384)
def _states(parties: frozenset[Party]) -> frozenset[str]:
    return frozenset(p.state for p in parties if p.state)
