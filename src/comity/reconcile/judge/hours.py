"""The time of day, which no date in EDTF holds but the words that give it do."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import regex

from comity.language.folding import fold
from comity.reconcile.judge.telling import Telling
from comity.vocab import load


def time_of_day(kind: str, field: str, tellings: Sequence[Telling]) -> str:
    """A sentence where some documents give the time of day in the words for a date and others do not, else empty.

    Only for what happens at an hour (``timed`` in vocab/judging.yaml), not for what goes on for days.
    """
    timed = load("judging")["timed"]
    if f"{kind}.{field}" not in timed["fields"]:
        return ""
    if any(telling.claim.record.get("form") not in timed["forms"] for telling in tellings):
        return ""
    given = {_hour().search(" ".join(fold(q.exact) for q in t.evidence().quotes)) is not None for t in tellings}
    return "One source gives the time of day, another only the day." if len(given) == 2 else ""


@cache
def _hour() -> regex.Pattern[str]:
    return regex.compile(rf"\b(?:{'|'.join(load('judging')['timed']['words'])})\b")
