"""Named occasions: "1992 United Kingdom general election". The state inside is part of the name, not an actor."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from comity.language.bodies import listed
from comity.language.candidates import Candidate
from comity.language.syntax import Token
from comity.vocab.calendar import months

YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
LONGEST = 9


def find_occasions(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Votes named by their year: the year, capitalised and describing words, and the head."""
    heads, describing = listed("vote_heads"), listed("vote_words")
    for i, token in enumerate(tokens):
        if not YEAR.fullmatch(token.text):
            continue
        for j in range(i + 1, min(len(tokens), i + LONGEST)):
            word = tokens[j]
            if word.lower in heads:
                start = i - (i > 0 and tokens[i - 1].lower in months())
                yield Candidate(start, j + 1, "event", 0)
                break
            if not word.text[0].isupper() and word.lower not in describing:
                break


def is_occasion(words: Sequence[str]) -> bool:
    """Whether what the model calls an event is named like a vote or a war, so that it may cover other names."""
    heads = listed("event_heads")
    return len(words) > 1 and any(word.lower() in heads for word in words)
