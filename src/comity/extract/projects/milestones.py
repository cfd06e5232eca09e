"""When an undertaking starts and is completed, planned or actual."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from comity.extract.things.acts import Act, outlook_of
from comity.extract.things.phrases import Phrase, words
from comity.extract.things.times import ahead, date_of
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
                Milestone(date.edtf, "planned" if ahead(reading, date) or _awaited(cue[1]) else "actual"),
                reading.span(date.span.start, date.span.end),
            )
    begun = _begun(reading, act) if "start" not in seen else None
    if begun is not None:
        yield "start", Milestone(begun.edtf, "actual"), reading.span(begun.span.start, begun.span.end)


def _begun(reading: Reading, act: Act | None) -> TimeMention | None:
    """The day before a verb of starting: "On Friday it broke ground on the railway"."""
    verb = act is not None and act.word.is_verb and act.outlook == "done" and act.word.lemma in _cues()[1]
    if act is None or not verb:
        return None
    date = date_of(reading, act.word)
    return date if date and date.edtf and "/" not in date.edtf and date.span.end <= act.word.start else None


def _awaited(cue: Token) -> bool:
    """Whether the start or completion is only planned or agreed on."""
    return outlook_of(cue) != "done"


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
        if token.dep == "xcomp" and token.head.lemma in load("projects")["ceasing"]:
            return None  # "stopped running in 2019"
        if token.lemma in completing and (token.is_verb or token.tag.startswith(("N", "J"))):
            return "completion", token
        if token.lemma in starting and (token.is_verb or token.tag.startswith("N")):
            return "start", token
        if token.is_verb and token.lemma not in _waiting() and token.lower not in words("foreseen", "modals"):
            return None
    return None
