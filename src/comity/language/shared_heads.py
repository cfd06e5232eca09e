"""Two names that share their last words: "North and South Korea", "the East and South China Seas"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from comity.language.candidates import Candidate
from comity.language.entities import EntityKind
from comity.language.gazetteer import Entry, Gazetteer

JOINING = frozenset({"and", "or"})
LONGEST = 4
"""Words that the second name may have."""


def joined_names(gazetteer: Gazetteer, words: Sequence[str], kinds: dict[str, EntityKind]) -> Iterator[Candidate]:
    """Both names wherever the gazetteer holds each of them in full; the first is its own word alone."""
    for i in range(len(words) - 3):
        if words[i + 1] in JOINING and words[i][0].isupper() and words[i + 2][0].isupper():
            yield from _both(gazetteer, words, i, kinds)


def _both(gazetteer: Gazetteer, words: Sequence[str], i: int, kinds: dict[str, EntityKind]) -> Iterator[Candidate]:
    for end in range(min(len(words), i + 2 + LONGEST), i + 3, -1):
        for tail in _tails(words[i + 3 : end]):
            first, second = (_whole(gazetteer, [words[at], *tail]) for at in (i, i + 2))
            if first and second and first.kind == second.kind:
                yield Candidate(i, i + 1, kinds[first.kind], 0, first)
                yield Candidate(i + 2, end, kinds[second.kind], 0, second)
                return


def _whole(gazetteer: Gazetteer, name: Sequence[str]) -> Entry | None:
    """The entry that covers all words of a name, never one that needs the context to bear it out."""
    entry = gazetteer.match(name, 0)
    return entry if entry and entry.length == len(name) and not entry.weak else None


def _tails(tail: Sequence[str]) -> Iterator[list[str]]:
    """The shared words as they stand, and as each name alone would have them ("China Seas": "China Sea")."""
    yield list(tail)
    if tail[-1].endswith("s"):
        yield [*tail[:-1], tail[-1].removesuffix("s")]
