"""Who a canonical name stands for across documents: one key for all its spellings, and the state behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from comity.language.folding import fold_name
from comity.language.gazetteer import gazetteer
from comity.model import Claim
from comity.vocab import load

UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Party:
    """One who takes part: ``key`` is the same for every spelling, ``state`` ISO 3166 alpha-3 or empty.

    ``kind`` is ``state`` where the party is the state itself (or its government), else ``person`` or ``body``, empty
    where nothing tells.
    """

    key: str
    state: str
    kind: str


@lru_cache(maxsize=65536)
def key_of_name(name: str) -> str:
    """One key for a name in all its spellings: gazetteer name, other reading, else folded without blanks."""
    own = gazetteer()
    known = next((form for form in own.lookup(name) if not form.weak), None)
    if known is not None and known.kind in {"state", "demonym"}:
        return known.iso3
    plain = known.name if known is not None else name
    return min(fold_name(reading).replace(" ", "") for reading in (plain, *own.readings(plain)))


@cache
def regions() -> frozenset[str]:
    """Keys of the parts of the world, which as places of an act exclude no other place."""
    return frozenset(key_of_name(region) for region in load("matching")["regions"])


@lru_cache(maxsize=65536)
def state_of_name(name: str) -> str:
    """ISO 3166 alpha-3 code of the state a name stands for or acts for, empty where the gazetteer does not tell."""
    own = gazetteer()
    found = next((own.state_of(n) for n in (name, *own.readings(name)) if own.state_of(n)), None)
    return found.iso3 if found else UNKNOWN


@lru_cache(maxsize=65536)
def kind_of_name(name: str) -> str:
    """What the gazetteer has a name for, as ``Party.kind`` says it."""
    for form in gazetteer().lookup(name):
        if form.kind in {"state", "demonym", "capital"}:
            return "state"
        if form.kind == "person":
            return "person"
        if form.kind not in {"place", "instrument"}:
            return "state" if form.subtype == "government" else "body"
    return UNKNOWN


@dataclass(frozen=True, slots=True)
class Circle:
    """The people of one document with the state that its own roles give them; it knows what no gazetteer does."""

    states: Mapping[str, str]
    people: frozenset[str]

    def party(self, name: str) -> Party:
        """The party that a name of this document stands for."""
        key = key_of_name(name)
        return Party(key, state_of_name(name) or self.states.get(key, UNKNOWN), self._kind(name, key))

    def parties(self, names: Iterable[str]) -> frozenset[Party]:
        """The parties of several names."""
        return frozenset(self.party(name) for name in names if name)

    def _kind(self, name: str, key: str) -> str:
        return "person" if key in self.people else kind_of_name(name)


def circle(claims: Iterable[Claim]) -> Circle:
    """What the roles among a document's claims tell of its people."""
    states: dict[str, str] = {}
    people: set[str] = set()
    for claim in claims:
        if claim.kind != "role":
            continue
        name = str(claim.record.get("person") or "")
        person = key_of_name(name)
        if not name or kind_of_name(name) == "state":
            continue
        people.add(person)
        for field in ("organization", "post"):
            if person not in states and (state := state_of_name(str(claim.record.get(field) or ""))):
                states[person] = state
    return Circle(states, frozenset(people))
