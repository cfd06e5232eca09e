"""The single texts of a bundle that only a number stands for: "seven agreements, including one on A and one on B"."""

from __future__ import annotations

from comity.extract.things.phrases import Phrase
from comity.language.reading import Reading
from comity.language.syntax import Token
from comity.vocab import load

ENDS = frozenset({",", ";", ".", ":", "”", '"'})


def items_of(reading: Reading, bundle: Phrase) -> list[Phrase]:
    """The phrases behind a bundle's name that begin with "one on" and the like, in order of the text."""
    sentence = bundle.head.sentence
    opening = [t for t in sentence.tokens if t.i > bundle.head.i and opens_item(reading, t)]
    if not opening:
        return []
    bounds = [t.i for t in opening[1:]] + [sentence.tokens[-1].i + 1]
    return [Phrase(t, t.i, t.i, _end(reading, t, bound)) for t, bound in zip(opening, bounds, strict=True)]


def opens_item(reading: Reading, token: Token) -> bool:
    """Whether a word begins the next single text: "one on", "another for", "(the) other on"."""
    words = load("agreements")
    after = reading.tokens[token.i + 1].lower if token.i + 1 < len(reading.tokens) else ""
    return token.lower in words["item_words"] and after in words["item_openers"]


def _end(reading: Reading, first: Token, bound: int) -> int:
    """The last word of an item: before the next one, or before a comma or the end."""
    end = next((t.i for t in reading.tokens[first.i : bound] if t.text in ENDS), bound) - 1
    while end > first.i and reading.tokens[end].lower in {"and", "as", "well", "the"}:
        end -= 1
    return end
