"""Passages: a stretch of a document around a quote, cut at the ends of paragraphs or sentences."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from comity.model import Span
from comity.vocab import load


@dataclass(frozen=True, slots=True)
class Passage:
    """Text before a sentence, the sentence in pieces (each with whether it is quoted), and text after it.

    ``opens`` and ``closes`` tell whether the document begins and ends here.
    """

    before: str
    pieces: tuple[tuple[str, bool], ...]
    after: str
    opens: bool
    closes: bool


def passage(text: str, sentence: Span, quotes: Iterable[Span]) -> Passage:
    """The passage around a sentence of a text; ``quotes`` are what to mark in it."""
    size = int(load("desk")["passage"])
    begin, end = _begin(text, sentence.start, size), _end(text, sentence.end, size)
    return Passage(
        text[begin : sentence.start],
        tuple(marked(sentence, quotes)),
        text[sentence.end : end],
        begin == 0,
        end == len(text),
    )


def marked(whole: Span, parts: Iterable[Span]) -> list[tuple[str, bool]]:
    """A quote in pieces, each with whether it is one of the narrower quotes within."""
    inside = sorted((p.start, p.end) for p in parts if whole.start <= p.start and p.end <= whole.end and p != whole)
    pieces, place = [], whole.start
    for start, end in inside:
        if start >= place:
            pieces += [(_cut(whole, place, start), False), (_cut(whole, start, end), True)]
            place = end
    return [piece for piece in [*pieces, (_cut(whole, place, whole.end), False)] if piece[0]]


def _cut(whole: Span, start: int, end: int) -> str:
    return whole.exact[start - whole.start : end - whole.start]


def _begin(text: str, start: int, size: int) -> int:
    """Where to begin, at most ``size`` characters before: after the first break of lines there, else of words."""
    if start <= size:
        return 0
    break_ = max(text.find("\n", start - size, start), text.find(" ", start - size, start))
    return break_ + 1 or start


def _end(text: str, end: int, size: int) -> int:
    if len(text) - end <= size:
        return len(text)
    break_ = text.rfind(" ", end, end + size)
    return break_ if break_ > 0 else end + size
