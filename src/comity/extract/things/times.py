"""When something was done: the time expression that belongs to an act."""

from __future__ import annotations

from comity.language.certainty import until_then
from comity.language.reading import Reading
from comity.language.syntax import Token
from comity.model import TimeMention

_FAR = 18
_LOOSE = 10


def date_of(reading: Reading, word: Token) -> TimeMention | None:
    """The date nearest to a word in its sentence, or None; expressions that look forward and durations do not count."""
    sentence = word.sentence
    until = until_then(word)
    best: tuple[int, TimeMention] | None = None
    for date in reading.dates_in(sentence.start, sentence.end):
        if (
            not date.edtf
            or date.timex_type in {"DURATION", "SET"}
            or "X" in date.edtf
            or ".." in date.edtf
            or ahead(reading, date)
            or (until is not None and date.span.start < until.end)
        ):
            continue
        if any(
            t.lower in {"than", "since", ";"} and word.i < t.i and t.end <= date.span.start for t in sentence.tokens
        ):
            continue
        at = next((t for t in sentence.tokens if t.end > date.span.start), word)
        gap = abs(at.i - word.i) + (6 if _reporting(at) else 0)
        if gap <= (_FAR if any(a is word for a in at.ancestors()) else _LOOSE) and (best is None or gap < best[0]):
            best = (gap, date)
    return best[1] if best else None


def ahead(reading: Reading, date: TimeMention) -> bool:
    """Whether a date lies after the day of the document."""
    return date.future or (bool(reading.anchor) and date.edtf[: len(reading.anchor)] > reading.anchor[: len(date.edtf)])


def _reporting(token: Token) -> bool:
    """Whether a date says when something was reported ("said on Monday")."""
    return token.head.is_verb and token.head.lemma in {"say", "tell", "report", "announce", "add"}
