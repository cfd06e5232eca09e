"""One name, one kind: what the model calls now a place and now a person is what it mostly calls it in the document."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from comity.language.entities import EntityKind
from comity.language.syntax import Sentence

Guess = tuple[int, int, EntityKind]
"""A name the model sees: tokens ``[start, end)`` and kind."""


def agreed(guesses: Iterable[Guess], sentences: Sequence[Sentence]) -> list[Guess]:
    """The guesses, each of the kind that most guesses of the same words have; without a majority as they are."""
    words = {t.i: t.text for s in sentences for t in s.tokens}
    names = [(guess, tuple(words.get(i, "") for i in range(*guess[:2]))) for guess in guesses]
    kinds: dict[tuple[str, ...], Counter[EntityKind]] = defaultdict(Counter)
    for (_, _, kind), name in names:
        kinds[name][kind] += 1
    return [(start, end, _majority(kinds[name], kind)) for (start, end, kind), name in names]


def recurring(guesses: Iterable[Guess], sentences: Sequence[Sentence], kind: EntityKind) -> frozenset[str]:
    """The single words that are called ``kind`` more than once."""
    words = {t.i: t.text for s in sentences for t in s.tokens}
    counts = Counter(words[start] for start, end, called in guesses if called == kind and end - start == 1)
    return frozenset(word for word, count in counts.items() if count > 1)


def _majority(kinds: Counter[EntityKind], kind: EntityKind) -> EntityKind:
    """The kind that more than half of the guesses have, else the given one."""
    most, count = kinds.most_common(1)[0]
    return most if 2 * count > kinds.total() else kind
