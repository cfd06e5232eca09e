"""The period of a figure: the date in its clause that says when it was measured, not the one it is compared with."""

from __future__ import annotations

import re
from collections.abc import Sequence

from comity.extract.indicators.figures import Figure
from comity.extract.indicators.lexicon import lexicon
from comity.language.reading import Reading
from comity.language.syntax import Sentence
from comity.model import TimeMention

DAY = re.compile(r"-?\d{4}-\d\d-\d\d")


def candidates(reading: Reading, sentence: Sentence) -> list[TimeMention]:
    """The dates of a sentence that can be the period of a figure: no repeated times, spans ahead or days of report."""
    return [d for d in reading.dates_in(sentence.start, sentence.end) if _usable(reading, sentence, d)]


def _usable(reading: Reading, sentence: Sentence, date: TimeMention) -> bool:
    if not date.edtf or date.timex_type in {"SET", "TIME"} or (date.timex_type == "DURATION" and date.future):
        return False
    before = " ".join(reading.view.text[max(sentence.start, date.span.start - 40) : date.span.start].lower().split())
    before = before.removesuffix(" the")
    if _ends(before, lexicon().words["compared"]):
        return False
    if re.search(r"\b(earlier|ago|before)$", date.span.exact.lower()):
        return False
    return not DAY.fullmatch(date.edtf) or _ends(before, lexicon().words["closing"])


def _ends(text: str, phrases: frozenset[str]) -> bool:
    return any(text == p or text.endswith(" " + p) for p in phrases)


def period(
    reading: Reading, sentence: Sentence, figure: Figure, dates: Sequence[TimeMention], others: Sequence[Figure]
) -> TimeMention | None:
    """The date of a figure: the one right behind it, else the nearest before it that no other figure claims."""
    start, end = figure.quantity.span.start, figure.quantity.span.end
    rivals = [f.quantity.span for f in others if f is not figure and not f.sign]
    text = reading.view.text
    for date in dates:
        gap = text[end : date.span.start]
        near = date.span.start >= end and len(gap) <= lexicon().limits["period_reach"] and not _parted(gap)
        if near and not any(end <= r.start < date.span.start for r in rivals):
            return date
    for date in reversed([d for d in dates if d.span.start < start]):
        if date.edtf.endswith("/..") or ";" in text[date.span.end : start]:
            continue
        if any(r.end <= date.span.start and not _parted(text[r.end : date.span.start]) for r in rivals):
            continue
        return date
    return None


def _parted(gap: str) -> bool:
    clause = r"\b(since|after|before|when|until)( [\w'’-]+){2,}"  # "since a pact came into force in July"
    opening = r"\b(and|but|while) (in|during|by|for) (the )?$"  # "and in 2012 trade was …": the date of what follows
    return bool(re.search(rf"[;:]|, (and|but|while|which|who)\b|\b(said|says)\b|{clause}|{opening}", gap))
