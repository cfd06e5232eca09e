"""What may be a name, and which of the candidates for the same words are taken."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from comity.language.entities import EntityKind
from comity.language.gazetteer import Entry
from comity.vocab import load


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words ``[start, end)`` of a sentence that may be one name; the lower ``rank``, the better attested."""

    start: int
    end: int
    kind: EntityKind
    rank: int
    entry: Entry | None = None
    subtype: str = ""


def is_coined(word: str) -> bool:
    """Whether a word has a capital within, as firms coin their names ("IndiGo", "VinFast"), and no person's has."""
    inner = next((i for i, letter in enumerate(word) if i and letter.isupper()), 0)
    coined = inner > 2 and word[:inner].isalpha() and word[1:inner].islower() and word[inner + 1 :].islower()
    return coined and word[:inner] not in load("name_parts")["surname_openings"]


def choose(candidates: Iterable[Candidate], length: int) -> list[Candidate]:
    """The best candidates that do not overlap, in order."""
    taken = [False] * length
    out: list[Candidate] = []
    for c in sorted(candidates, key=lambda c: (c.rank, c.start - c.end, c.start, c.entry is None)):
        if not any(taken[c.start : c.end]):
            taken[c.start : c.end] = [True] * (c.end - c.start)
            out.append(c)
    return sorted(out, key=lambda c: c.start)
