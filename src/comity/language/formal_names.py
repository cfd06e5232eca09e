"""States by their formal names, made of any name that the gazetteer holds: "the Kingdom of X", "the Republic of Y"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from comity.language.candidates import Candidate
from comity.language.gazetteer import Gazetteer
from comity.vocab import load


def formal_names(gazetteer: Gazetteer, words: Sequence[str]) -> Iterator[Candidate]:
    """A candidate for each "[adjective] Republic of [the] X" whose X is a state of the gazetteer."""
    lists = load("references")
    for i in range(len(words) - 2):
        if words[i] not in lists["formal_heads"] or words[i + 1] != "of":
            continue
        at = i + 3 if words[i + 2].lower() == "the" and i + 3 < len(words) else i + 2
        entry = gazetteer.match(words, at)
        if entry is None or entry.kind != "state" or entry.weak:
            continue
        start = i
        while start and words[start - 1] in lists["formal_adjectives"]:
            start -= 1
        yield Candidate(start, at + entry.length, "state", 1, entry)
