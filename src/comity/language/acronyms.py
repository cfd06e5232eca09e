"""Acronyms that stand for a body wherever the text has them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from comity.language.agreement import Guess
from comity.language.candidates import Candidate
from comity.language.syntax import Sentence

ACRONYM = re.compile(r"[A-Z][A-Z&]{1,6}s?")
OFTEN = 3
"""The model has to call an acronym a body at least once in so many times."""


def find_acronyms(
    sentences: Sequence[Sentence], chosen: Sequence[Sequence[Candidate]], guesses: Mapping[int, Guess]
) -> set[str]:
    """Acronyms that stand in brackets behind a chosen body, and those that the model calls a body often enough.

    ``guesses`` are the names that the model sees, by their first token.
    """
    out, seen, called = set[str](), Counter[str](), Counter[str]()
    for sentence, picks in zip(sentences, chosen, strict=True):
        bodies = {c.end for c in picks if c.kind == "org"}
        for i, token in enumerate(sentence.tokens):
            if not ACRONYM.fullmatch(token.text):
                continue
            seen[token.text] += 1
            called[token.text] += guesses.get(token.i) == (token.i, token.i + 1, "org")
            if i - 1 in bodies and sentence.tokens[i - 1].text == "(":
                out.add(token.text)
    return out | {word for word, count in called.items() if count * OFTEN >= seen[word]}
