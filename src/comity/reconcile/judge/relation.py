"""How two values of one field relate."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Relation(Enum):
    """What holds between a first and a second value."""

    SAME = "same"
    FINER = "finer"
    COARSER = "coarser"
    BESIDE = "beside"
    LATER = "later"
    EARLIER = "earlier"
    CLASH = "clash"

    @property
    def turned(self) -> Relation:
        """The same relation seen from the second value."""
        return _TURNED.get(self, self)


_TURNED = {
    Relation.FINER: Relation.COARSER,
    Relation.COARSER: Relation.FINER,
    Relation.LATER: Relation.EARLIER,
    Relation.EARLIER: Relation.LATER,
}


@dataclass(frozen=True, slots=True)
class Finding:
    """A relation with its reason: half a sentence, as "one gives the day"."""

    relation: Relation
    reason: str = ""

    @property
    def turned(self) -> Finding:
        """The same finding seen from the second value."""
        return Finding(self.relation.turned, self.reason)


SAME = Finding(Relation.SAME)
