"""How long a visit lasts: its first and last day, from one of them and the days the text counts."""

from __future__ import annotations

import re
from datetime import date, timedelta

from comity.extract.events.circumstances import first_token
from comity.extract.events.grammar import case
from comity.extract.events.lexicon import words
from comity.extract.events.scene import Found, Scene
from comity.language.syntax import Token

_DAYS = re.compile(r"P(\d+)D")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_ORDINALS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1, "final": -1}


def lasting(scene: Scene, found: Found, *near: Token | None) -> None:
    """Stretch a visit's first or last day to its span where the text says how many days it takes."""
    days = _days(scene, found.trigger)
    if days is None or days < 2 or days > 60:
        return
    day = found.edtf if _DAY.fullmatch(found.edtf) else ""
    nth = _nth_day(scene, found.trigger)
    if nth is not None:
        base = day or scene.reading.anchor
        if _DAY.fullmatch(base):
            start = date.fromisoformat(base) - timedelta(days=nth if nth >= 0 else days - 1)
            _span(found, start, days)
        return
    if not day:
        return
    lemmas = {t.lemma for t in (found.trigger, *near) if t is not None}
    if lemmas & words("visit", "finish") and not sets_out(found.trigger):
        _span(found, date.fromisoformat(day) - timedelta(days=days - 1), days)
    elif lemmas & words("visit", "begin") or sets_out(found.trigger):
        _span(found, date.fromisoformat(day), days)


def sets_out(verb: Token) -> bool:
    """Whether a departure is towards the visit: "left for Y on a three-day visit", not "left Y after a visit"."""
    if verb.lemma not in words("visit", "leaving") or not verb.is_verb:
        return False
    stays = words("visit", "nouns") | words("visit", "missions")
    behind = [t for t in verb.sentence.tokens if t.i > verb.i and t.lemma in stays and not t.is_verb]
    return any(case(t) in words("visit", "outward") for t in behind)


def _span(found: Found, start: date, days: int) -> None:
    found.edtf = f"{start.isoformat()}/{(start + timedelta(days=days - 1)).isoformat()}"
    found.basis = found.basis or "relative"


def _days(scene: Scene, trigger: Token) -> int | None:
    """The length of the visit in days, from the words before the noun ("a two-day visit")."""
    sentence = trigger.sentence
    for mention in scene.reading.dates_in(sentence.start, sentence.end):
        fits = _DAYS.fullmatch(mention.timex_value) if mention.timex_type == "DURATION" else None
        if fits:
            token = first_token(scene, mention, trigger)
            noun = trigger if not trigger.is_verb else None
            if noun is not None and 0 < noun.i - token.i <= 7:
                return int(fits[1])
            if noun is None and 0 < token.i - trigger.i <= 10:
                return int(fits[1])
    return None


def _nth_day(scene: Scene, trigger: Token) -> int | None:
    """For "on the second day of a three-day visit": how many days came before; -1 for the last one."""
    for i in range(max(trigger.sentence.tokens[0].i, trigger.i - 10), trigger.i):
        if scene.tokens[i].lower == "day" and scene.tokens[i + 1].lower == "of":
            return _ORDINALS.get(scene.tokens[i - 1].lower)
    return None
