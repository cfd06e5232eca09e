"""When an undertaking starts and is completed, planned or actual."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from comity.extract.things.acts import Act
from comity.extract.things.phrases import Phrase, words
from comity.extract.things.times import ahead
from comity.language.reading import Reading
from comity.language.syntax import Token
from comity.model import Milestone, Span, TimeMention
from comity.vocab import load

_FAR = 10


@cache
def _cues() -> tuple[frozenset[str], frozenset[str]]:
    content = load("projects")
    return frozenset(content["completing"]), frozenset(content["starting"])


def milestones(reading: Reading, found: Phrase, act: Act | None, kind: str) -> Iterator[tuple[str, Milestone, Span]]:
    """(field, milestone, span) for each date of the sentence that a word of starting or completing governs."""
    sentence = found.head.sentence
    seen: set[str] = set()
    for date in reading.dates_in(sentence.start, sentence.end):
        if not date.edtf or date.timex_type == "DURATION" or "/" in date.edtf:
            continue
        cue = _cue(reading, date, found)
        if cue is not None and cue[0] not in seen:
            seen.add(cue[0])
            yield (
                cue[0],
                Milestone(date.edtf, "planned" if ahead(reading, date) else "actual"),
                reading.span(date.span.start, date.span.end),
            )


@cache
def _waiting() -> frozenset[str]:
    return frozenset(load("projects")["waiting"])


def _cue(reading: Reading, date: TimeMention, found: Phrase) -> tuple[str, Token] | None:
    """The nearest word before the date that speaks of completing or starting."""
    completing, starting = _cues()
    at = next((t for t in found.head.sentence.tokens if t.end > date.span.start), None)
    if at is None:
        return None
    first = max(found.head.sentence.tokens[0].i, at.i - _FAR)
    for i in range(at.i - 1, first - 1, -1):
        token = reading.tokens[i]
        if token.i == found.head.i and token.lemma not in completing | starting:
            continue
        if token.lemma in completing and (token.is_verb or token.tag.startswith(("N", "J"))):
            return "completion", token
        if token.lemma in starting and (token.is_verb or token.tag.startswith("N")):
            return "start", token
        if token.is_verb and token.lemma not in _waiting() and token.lower not in words("foreseen", "modals"):
            return None
    return None
