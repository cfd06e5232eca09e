"""PLOVER roots of a sentence, by the words of its verbs.

A dictionary reader: it knows lemmas, their objects and a little of the clause, no syntax tree. It serves for the
categories of events and as the baseline that a reader with a parse has to beat.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from comity.vocab import load

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|n't|['’]s|,|;|:|\(|\)|\"|``|''")
_GAP = "..."


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    low: str
    lemma: str
    name: bool


@dataclass(frozen=True, slots=True)
class _Pattern:
    root: str
    steps: tuple[frozenset[str] | None, ...]
    noun: bool

    @property
    def weight(self) -> int:
        """How many words it asks for."""
        return sum(step is not None for step in self.steps)


@dataclass(frozen=True, slots=True)
class _Match:
    root: str
    first: int
    last: int
    rank: int
    weight: int


def roots(text: str) -> list[tuple[str, int, int]]:
    """PLOVER roots of one sentence with the offsets of the words that show them, the main event first.

    Empty where no word of the lexicon is met. Later entries are what subordinate clauses and nouns show.
    """
    words = _words(text)
    matches = _apart(sorted(_matches(words), key=lambda match: (match.rank, match.first, -match.weight)))
    return [(match.root, words[match.first].start, words[match.last].end) for match in matches]


def main_root(text: str) -> str:
    """The root of the main event of one sentence, or nothing."""
    found = roots(text)
    return found[0][0] if found else ""


def _data() -> Mapping[str, Any]:
    content: Mapping[str, Any] = load("plover")
    return content


@cache
def _patterns() -> dict[str, tuple[_Pattern, ...]]:
    """Patterns by the lemma they begin with, those of more words first."""
    table: dict[str, list[_Pattern]] = {}
    for root, lists in _data()["roots"].items():
        for kind in ("verbs", "nouns"):
            for line in lists[kind]:
                steps = tuple(None if part == _GAP else frozenset(part.split("/")) for part in line.split())
                for lemma in steps[0] or ():
                    table.setdefault(lemma, []).append(_Pattern(root, steps, kind == "nouns"))
    return {lemma: tuple(sorted(found, key=lambda p: -p.weight)) for lemma, found in table.items()}


@cache
def _lemmas() -> frozenset[str]:
    steps = (step for found in _patterns().values() for pattern in found for step in pattern.steps if step)
    return frozenset(lemma for step in steps for lemma in step)


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(_data()[name])


def _words(text: str) -> list[_Word]:
    return [
        _Word(m.start(), m.end(), m[0].lower(), lemma_of(m[0].lower()), m[0][0].isupper()) for m in _WORD.finditer(text)
    ]


@cache
def lemma_of(word: str) -> str:
    """The lemma of a lower-case word, where the lexicon knows it; else the word itself."""
    irregular: str | None = _data()["irregular"].get(word)
    if irregular is not None:
        return irregular
    return next((lemma for lemma in _stems(word) if lemma in _lemmas()), word)


def _stems(word: str) -> Iterator[str]:
    yield word
    for ending in ("s", "es", "ed", "d", "ing"):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word[: -len(ending)]
            yield from (stem, f"{stem}e")
            if len(stem) > 3 and stem[-1] == stem[-2]:
                yield stem[:-1]
    for ending in ("ies", "ied"):
        if word.endswith(ending):
            yield f"{word[:-3]}y"


def _matches(words: Sequence[_Word]) -> Iterator[_Match]:
    below = _subordinate(words)
    for i, word in enumerate(words):
        for pattern in _patterns().get(word.lemma, ()):
            last = _end(words, i, pattern.steps)
            if last is None:
                continue
            kind = _kind(words, i, pattern)
            if kind is not None:
                root = _with_modal(words, i, pattern.root)
                yield _Match(root, i, last, kind + 2 * below[i], pattern.weight)
                break


def _end(words: Sequence[_Word], i: int, steps: Sequence[frozenset[str] | None]) -> int | None:
    """The last word of a pattern that begins at word ``i``; None where it does not fit."""
    k, reach = i, 0
    for step in steps:
        if step is None:
            reach = _data()["gap"]
            continue
        at = next(
            (n for n in range(k, min(k + reach + 1, len(words))) if words[n].lemma in step or words[n].low in step),
            None,
        )
        if at is None:
            return None
        k, reach = at + 1, 0
    return k - 1


def _kind(words: Sequence[_Word], i: int, pattern: _Pattern) -> int | None:
    """Rank: 0 a finite verb, 1 another verb form, 3 a noun; None where the word is a name or no verb here."""
    if i and words[i].name:
        return None
    if pattern.noun:
        return 3
    low, before = words[i].low, words[i - 1].low if i else ""
    if low in _list("demand"):
        return 0
    if before in _list("determiners") or before in ("'s", "’s"):
        return None
    if before == "to" or low.endswith("ing"):
        return 0 if i and _auxiliary(words, i) else 1
    if low == words[i].lemma and not _auxiliary(words, i) and not _plural_before(words, i):
        return None if pattern.weight == 1 else 1
    return 0


def _auxiliary(words: Sequence[_Word], i: int) -> bool:
    near = [word.low for word in words[max(0, i - 3) : i]]
    return any(
        low in _list("be") or low in _list("have") or low in _list("promise") or low in _list("demand") for low in near
    )


def _plural_before(words: Sequence[_Word], i: int) -> bool:
    return any(word.low.endswith("s") and not word.low.endswith("ss") for word in words[max(0, i - 2) : i])


def _subordinate(words: Sequence[_Word]) -> list[bool]:
    """For each word whether a subordinate clause holds it: from its first word to the next comma."""
    inside, out = False, []
    for word in words:
        if word.low in (",", ";"):
            inside = False
        elif word.low in _list("subordinators"):
            inside = True
        out.append(inside)
    return out


def _with_modal(words: Sequence[_Word], i: int, root: str) -> str:
    """What will, must or not make of a root: a promise, a threat, a demand, a refusal."""
    near = [word.low for word in words[max(0, i - 4) : i]]
    friendly = root in _list("cooperative")
    if friendly and any(low in _list("negations") for low in near) and any(low in _list("refusal") for low in near):
        return "REJECT"
    if any(low in _list("demand") for low in near):
        return "REQUEST"
    if any(low in _list("promise") for low in near):
        return "AGREE" if friendly else "THREATEN" if root in _list("hostile") else root
    return root


def _apart(matches: Sequence[_Match]) -> list[_Match]:
    """Keep the best match of each stretch of words."""
    kept: list[_Match] = []
    taken: set[int] = set()
    for match in matches:
        reach = range(match.first, match.last + 1)
        if taken.isdisjoint(reach):
            kept.append(match)
            taken.update(reach)
    return kept
