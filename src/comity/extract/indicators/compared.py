"""A figure that an earlier one is held against: "13.6 billion dollars in 2024, up from 12.1 billion a year earlier"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from comity.extract.indicators.figures import Figure
from comity.extract.indicators.flows import FLOWING
from comity.extract.indicators.lexicon import lexicon
from comity.extract.indicators.periods import period
from comity.language.reading import Reading
from comity.language.syntax import Sentence, Token
from comity.model import TimeMention

FAR = 14
"""So many words may stand between the two."""
LED = 5
"""So many words before the later figure may hold the one that compares: "down from a peak of"."""
BEFORE = re.compile(
    r"\W*(?:(?:in|during|over|for) )?(?:(?:a|one|the) )?(?:(?:year|twelve months) (?:earlier|ago|before)"
    r"|(?:previous|preceding|prior) year"
    r"|(?:same|corresponding) (?:period|quarter|month|months|time)"
    r"(?: (?:a|one|the|of the|in the|of)? ?(?:last year|year (?:earlier|ago|before)|(?:previous|preceding) year))?"
    r"(?: (?:of|in) (?P<year>\d{4}))?)\b"
)
"""What stands behind a figure of the year before, or of the same stretch of another year."""
YEAR = re.compile(r"(?<![\d-])\d{4}")


def set_against(figure: Figure, earlier: Sequence[Figure], tokens: Sequence[Token]) -> None:
    """Give a figure the measure, and where it names none the unit, of the one it is held against."""
    before = next((f for f in reversed(earlier) if f.sign == 0 and f.measure is not None and not f.whole), None)
    if before is None or not _held_against(before, figure, tokens):
        return
    if figure.family == "bare" and before.family in {"money"} | FLOWING:
        figure.quantity = replace(figure.quantity, unit=before.quantity.unit)
        figure.counted = None
    alike = figure.family == before.family or {figure.family, before.family} == {"bare", "persons"}
    if alike and figure.measure is None:
        figure.measure, figure.noun, figure.verb, figure.rule = before.measure, before.noun, before.verb, before.rule
    if figure.measure is before.measure:
        figure.against = before


def _held_against(before: Figure, figure: Figure, tokens: Sequence[Token]) -> bool:
    words = lexicon().words
    between = [t.lower for t in tokens[before.last + 1 - tokens[0].i : figure.first - tokens[0].i]]
    own = {*between[-LED:]}
    led = not own.isdisjoint(words["comparing"]) or (between[-1:] == ["from"] and before.head.child("case") is not None)
    return bool(between) and len(between) <= FAR and led


def time_of(
    reading: Reading, sentence: Sentence, figure: Figure, dates: Sequence[TimeMention], found: Sequence[Figure]
) -> tuple[str, TimeMention | None]:
    """The period of a figure (EDTF), and the date that tells it; empty where nothing does."""
    own = period(reading, sentence, figure, dates, found)
    if figure.against is None:
        return (own.edtf if own else ""), own
    there = period(reading, sentence, figure.against, dates, found)
    told = BEFORE.match(reading.view.text[figure.quantity.span.end : sentence.end].lower())
    if told is None or there is None:
        return (own.edtf, own) if own is not None and own is not there else ("", None)
    return YEAR.sub(lambda year: told["year"] or str(int(year[0]) - 1), there.edtf), there
