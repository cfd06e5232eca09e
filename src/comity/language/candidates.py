"""What may be a name, and which of the candidates for the same words are taken."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from comity.language.entities import EntityKind
from comity.language.gazetteer import Entry


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words ``[start, end)`` of a sentence that may be one name; the lower ``rank``, the better attested."""

    start: int
    end: int
    kind: EntityKind
    rank: int
    entry: Entry | None = None
    subtype: str = ""


def choose(candidates: Iterable[Candidate], length: int) -> list[Candidate]:
    """The best candidates that do not overlap, in order."""
    taken = [False] * length
    out: list[Candidate] = []
    for c in sorted(candidates, key=lambda c: (c.rank, c.start - c.end, c.start, c.entry is None)):
        if not any(taken[c.start : c.end]):
            taken[c.start : c.end] = [True] * (c.end - c.start)
            out.append(c)
    return sorted(out, key=lambda c: c.start)
