"""One claim's value of a field with what its comparison needs."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import Any

from comity.model import Claim, Evidence, Field, Head
from comity.reconcile.witnesses import Voice

UNDATED = "9999"


@dataclass(frozen=True, slots=True)
class Telling:
    """A value as one document tells it. ``voice`` is for whom the document speaks in the record."""

    claim: Claim
    head: Head
    content: Field
    voice: Voice

    @property
    def value(self) -> Any:
        """The value in the model's types."""
        return self.content.value

    @property
    def plain(self) -> Any:
        """The value as JSON."""
        return self.content.as_dict()["value"]

    @property
    def firm(self) -> bool:
        """Whether it is asserted or denied, not hedged or bound to a condition."""
        return self.claim.record.certainty in {"asserted", "denied"}

    @property
    def order(self) -> tuple[str, str, int]:
        """Earliest published first, then stable."""
        return self.head.published or UNDATED, self.head.key, self.claim.position

    def evidence(self) -> Evidence:
        """Where the value stands; the record's quotes where the field has none of its own."""
        record = self.claim.record
        return Evidence(
            claim=self.claim.id,
            document=self.head.key,
            name=self.head.name,
            published=self.head.published,
            source_class=self.head.source_class,
            quotes=self.content.quotes or record.quotes,
            speaker=record.speaker,
            certainty=record.certainty,
            basis=self.content.basis,
        )


@dataclass(frozen=True, slots=True)
class Variant:
    """All tellings of one value under the same circumstances; ``detail`` qualifies a number, ``stage`` is the record's
    status or phase.
    """

    tellings: tuple[Telling, ...]
    detail: str = ""
    stage: str = ""

    @property
    def value(self) -> Any:
        """The value in the model's types."""
        return self.tellings[0].value

    @property
    def first(self) -> str:
        """When it was first told; empty where undated."""
        return min((t.head.published for t in self.tellings if t.head.published), default="")

    @property
    def last(self) -> str:
        """When it was last told; empty where undated."""
        return max((t.head.published for t in self.tellings if t.head.published), default="")

    @property
    def groups(self) -> frozenset[str]:
        """The witnesses that tell it."""
        return heard(self.tellings)


def heard(tellings: Iterable[Telling]) -> frozenset[str]:
    """The witnesses that tellings speak for."""
    return frozenset(name for telling in tellings for name in telling.voice.names)


def grouped(tellings: tuple[Telling, ...], key: Callable[[Telling], Hashable]) -> tuple[tuple[Telling, ...], ...]:
    """Tellings that share a key together, in order of telling."""
    found: dict[Hashable, list[Telling]] = {}
    for telling in sorted(tellings, key=lambda t: t.order):
        found.setdefault(key(telling), []).append(telling)
    return tuple(tuple(group) for group in found.values())
