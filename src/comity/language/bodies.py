"""Bodies by their head word: "Ministry of Trade of X", "X Road and Bridge Corporation", "X People's Party"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from comity.language.candidates import Candidate
from comity.language.entities import EntityKind
from comity.language.gazetteer import Gazetteer
from comity.language.syntax import Token
from comity.vocab import load

OF = frozenset({"of", "for", "on"})
JOINS = frozenset({"and", "&", "the"})
APOSTROPHES = frozenset({"'", "’"})
OWNING = frozenset({"'s", "’s"}) | APOSTROPHES


@dataclass(frozen=True, slots=True)
class Guesses:
    """What the model says of one sentence: names as words ``[start, end)`` with their kinds."""

    spans: tuple[tuple[int, int, EntityKind], ...]

    @property
    def persons(self) -> frozenset[int]:
        """Words of persons' names."""
        return frozenset(i for start, end, kind in self.spans if kind == "person" for i in range(start, end))

    def end_of_first(self, start: int, end: int) -> int:
        """Where the first of several names ends that stand side by side in ``[start, end)``, else ``end``."""
        persons = [b for a, b, kind in self.spans if kind == "person" and start <= a < b < end]
        return next((b for b in persons if any(b <= a < end for a, *_ in self.spans)), end)

    def whole(self, joint: int) -> bool:
        """Whether the model sees one body around the joining word at ``joint``."""
        return any(start < joint < end - 1 and kind == "org" for start, end, kind in self.spans)

    def part(self, joint: int) -> bool:
        """Whether the model sees one body end before, or another begin after, the joining word at ``joint``."""
        bodies = [(start, end) for start, end, kind in self.spans if kind == "org"]
        return any(joint + 1 in {start, start - 1} for start, _ in bodies) and not any(a < joint < b for a, b in bodies)


@cache
def listed(name: str) -> frozenset[str]:
    """A list of ``vocab/bodies.yaml``."""
    return frozenset(load("bodies")[name])


@cache
def _heads() -> dict[str, str]:
    """The head words of bodies with the type of body that each names."""
    return {word: subtype for subtype, group in load("bodies")["heads"].items() for word in group}


def part_of_more(tokens: Sequence[Token], end: int) -> bool:
    """Whether a capitalised plural follows, which a body's name belongs to ("Foreign Office Consultations")."""
    return end < len(tokens) and tokens[end].tag in {"NNS", "NNPS"} and tokens[end].text.istitle()


def _portfolio(words: Sequence[str]) -> bool:
    """Whether a word can be what a ministry is for: "Ministry of Works and Transport"."""
    return any(w.lower() in _portfolios() for w in words)


@cache
def _portfolios() -> frozenset[str]:
    return frozenset(load("bodies")["portfolio_words"]).union(*(p.split() for p in load("bodies")["portfolios"]))


class BodyGrammar:
    """Reads names of bodies, and of places with a head word, in stretches of capitalised words."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.heads = _heads()
        self.place_heads = listed("place_heads")
        self.not_names = listed("not_names")

    def find(
        self, words: Sequence[str], run: tuple[int, int], in_office: Collection[int], guesses: Guesses
    ) -> Iterator[Candidate]:
        """The bodies of one stretch of capitalised words, ``run``; ``in_office`` are the words that belong to posts."""
        start, end = run
        for i in range(start, end):
            subtype = self.heads.get(words[i].lower())
            if not subtype:
                if i + 1 == end and i > start and words[i].lower() in self.place_heads and i not in guesses.persons:
                    yield Candidate(start, end, "place", 3)
                continue
            right = self._of_phrase(words, i + 1, in_office, guesses) if i + 1 >= end else i + 1
            left = self._left(words, start, guesses)
            left += words[left].lower() == "the"
            if right - left > 1 and not self._lists_place(words, left, right):
                yield Candidate(left, right, "org", 1, subtype=subtype)

    def _lists_place(self, words: Sequence[str], start: int, end: int) -> bool:
        """Whether the words are a listed place with a body's head in its name ("Soviet Union")."""
        entry = self.gazetteer.match(words, start)
        return entry is not None and entry.kind == "place" and entry.length == end - start

    def _left(self, words: Sequence[str], start: int, guesses: Guesses) -> int:
        """Take in "Road and" before "Bridge Corporation", and "China's" before "Ministry"."""
        left = start
        while left >= 2 and words[left - 1] in {"and", "&", *OWNING} and words[left - 2][0].isupper():
            first = left - 2
            while first > 0 and words[first - 1][0].isupper():
                first -= 1
            if words[left - 1] in {"and", "&"}:
                one = not any(w.lower() in self.heads for w in words[first : left - 1])
                joins = first < left - 2 and one and not guesses.part(left - 1)
            else:
                listed = words[left - 1] in APOSTROPHES and self.gazetteer.match(words, left - 2) is not None
                joins = left - 2 not in guesses.persons and not listed
            if not joins:
                break
            left = first
        return left

    def _of_phrase(self, words: Sequence[str], i: int, in_office: Collection[int], guesses: Guesses) -> int:
        """The end of "of Foreign Affairs and Trade of Vietnam" beginning at ``i``; ``i`` itself where there is none."""
        opening = end = i
        while i < len(words) and words[i].lower() in (OF if i == opening else OF | JOINS):
            if not self._goes_on(words, i, guesses):
                break
            while i < len(words) and words[i].lower() in OF | JOINS:
                i += 1
            first = i
            if i < len(words) and (place := self._lists_state(words, i)):
                return i + place
            while i < len(words) and i not in in_office and self._belongs(words, i):
                i += 1
            if i == first:
                break
            end = i
        return end

    def _goes_on(self, words: Sequence[str], joint: int, guesses: Guesses) -> bool:
        """Whether a name goes on behind a joining word: "Ministry of Works and Transport", not "… and UNICEF"."""
        if words[joint].lower() in {"and", "&"}:
            return _portfolio(words[joint + 1 : joint + 2]) or guesses.whole(joint)
        return words[joint].lower() == "of" or not guesses.part(joint)

    def _lists_state(self, words: Sequence[str], i: int) -> int:
        """Length of the name of a state at ``i``, which ends the name of a body; 0 where none stands there."""
        entry = self.gazetteer.match(words, i)
        return entry.length if entry is not None and entry.kind == "state" else 0

    def _belongs(self, words: Sequence[str], i: int) -> bool:
        capital = words[i][0].isupper() and words[i].lower() not in self.not_names
        return capital and not self.lists_person(words, i)

    def lists_person(self, words: Sequence[str], i: int) -> bool:
        """Whether the full name of a listed person begins at ``i``."""
        entry = self.gazetteer.match(words, i)
        return entry is not None and entry.kind == "person" and entry.length > 1
