"""Counts and sums that belong to a named thing."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from comity.extract.things.phrases import Phrase, words
from comity.language.reading import Reading
from comity.model import Money, Quantity, Span

_BEFORE = 5
_AFTER = 12


@dataclass(frozen=True, slots=True)
class Count:
    """How many things a phrase names; ``first`` is the token at which the number begins."""

    value: Decimal
    qualifier: str
    span: Span
    first: int


def count_of(reading: Reading, found: Phrase) -> Count | None:
    """The number in the name of several things ("more than a dozen pacts": 12, more_than), or None."""
    tokens = reading.tokens
    start = max(found.head.sentence.tokens[0].i, found.first - _BEFORE)
    for figure in reading.amounts_in(tokens[start].start, found.head.end):
        if figure.upper is not None or not _counts_things(figure, found):
            continue
        first, last = _token_at(reading, figure.span.start), _token_at(reading, figure.span.end - 1)
        if last < found.first - 1 or last > found.head.i:
            continue
        number = next((t for t in tokens[first : last + 1] if t.tag in {"CD", "NNS", "NN"}), None)
        if number is None or (last + 1 < len(tokens) and tokens[last + 1].text == "-"):
            continue
        return Count(
            figure.value, figure.qualifier, reading.span(figure.span.start, figure.span.end), min(first, found.first)
        )
    return None


def _counts_things(figure: Quantity, found: Phrase) -> bool:
    return figure.unit in {"", found.head.lemma, found.head.lower, "document"}


def money_of(reading: Reading, found: Phrase) -> tuple[Money, Span] | None:
    """The sum of money in a name or beside it ("deals worth $10 billion"), or None."""
    tokens = reading.tokens
    sentence = found.head.sentence.tokens
    start = tokens[max(sentence[0].i, found.first - 4)].start
    stop = tokens[min(sentence[-1].i, found.end + _AFTER)].end
    for figure in reading.amounts_in(start, stop):
        first, last = _token_at(reading, figure.span.start), _token_at(reading, figure.span.end - 1)
        if figure.is_money and (_in_name(first, last, found) or _valued(reading, first, found)):
            return money(figure), reading.span(figure.span.start, figure.span.end)
    return None


def money(figure: Quantity) -> Money:
    """A figure of money as an amount."""
    return Money(figure.value, figure.unit, figure.qualifier)


def _in_name(first: int, last: int, found: Phrase) -> bool:
    return first <= found.head.i and last >= found.first - 1 and last <= found.end


def _valued(reading: Reading, first: int, found: Phrase) -> bool:
    if first <= found.head.i:
        return False
    between = reading.tokens[found.last + 1 : first]
    if [t.text for t in between] in ([","], [",", "a"], [",", "the"]):
        return True
    if _costed(reading, found) and between and between[-1].lower in words("putting") | {"about", "around", "nearly"}:
        return True
    return any(t.lower in words("valuing") for t in between) and not any(t.text in {";", "."} for t in between)


def _costed(reading: Reading, found: Phrase) -> bool:
    """Whether the words before a thing speak of what it costs ("the cost of the line")."""
    before = [t for t in reading.tokens[max(0, found.first - 3) : found.first] if t.lower not in words("determiners")]
    return len(before) > 1 and before[-1].lower in {"of", "for"} and before[-2].lemma in words("costing")


def _token_at(reading: Reading, offset: int) -> int:
    """Index of the token that covers an offset of the view (or the first after it)."""
    tokens = reading.tokens
    low, high = 0, len(tokens) - 1
    while low < high:
        middle = (low + high) // 2
        if tokens[middle].end <= offset:
            low = middle + 1
        else:
            high = middle
    return low
