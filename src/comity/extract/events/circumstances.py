"""When and where an event is."""

from __future__ import annotations

import re
from datetime import date, timedelta

from comity.extract.events.grammar import case
from comity.extract.events.lexicon import number, words
from comity.extract.events.nearness import NEAR, closeness, sooner
from comity.extract.events.phases import UNREAL, outlook
from comity.extract.events.places import left_behind, place_of, where
from comity.extract.events.scene import Found, Scene
from comity.language.certainty import until_then
from comity.language.clauses import modal
from comity.language.syntax import Token
from comity.model import TimeMention
from comity.model.edtf import bounds

_YEARS = re.compile(r"\d{4}(/\d{4})?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def settle(scene: Scene, found: Found, *near: Token | None) -> Found:
    """Give a mention its phase and its date, from its trigger and the verbs ``near`` it."""
    frame = [t for t in (found.trigger, *near) if t is not None]
    mention = _date(scene, frame) or _entry(scene, found.trigger)
    if mention is not None:
        found.date, found.edtf, found.basis = mention, mention.edtf, mention.basis
    return found


def dates_under(scene: Scene, noun: Token) -> list[TimeMention]:
    """The past dates that hang on a noun, coordinated ones one by one ("visits in 2015 and 2017")."""
    found = [d for d in scene.reading.dates_in(noun.end, noun.sentence.end) if is_past(scene, d.edtf)]
    return [d for d in found if first_token(scene, d, noun).within(noun)]


def _entry(scene: Scene, trigger: Token) -> TimeMention | None:
    """The date before an entry of a chronology ("5 June 2017: X and Y break off ties")."""
    block = trigger.sentence.block
    if not block.dateline_date or block.dateline_place:
        return None
    return next((d for d in scene.reading.dates_in(block.start, block.body_start) if d.edtf), None)


def first_token(scene: Scene, mention: TimeMention, token: Token) -> Token:
    """The word of a sentence at which a time expression begins."""
    for t in token.sentence.tokens:
        if t.end > mention.span.start:
            return t
    return token.sentence.tokens[-1]


def _date(scene: Scene, frame: list[Token]) -> TimeMention | None:
    """The time expression that hangs on the event's words; else the only near one of the sentence."""
    sentence = frame[0].sentence
    best: tuple[int, bool, int] | None = None
    chosen = None
    start = frame[0].start if left_behind(scene, frame[0]) else sentence.start
    for mention in scene.reading.dates_in(start, sentence.end):
        if not mention.edtf or mention.timex_type in {"DURATION", "SET"}:
            continue
        token = first_token(scene, mention, frame[0])
        if (
            _bounds_something_else(scene, token, until_then(frame[0]))
            or _of_since(token, frame[0])
            or _in_another_clause(scene, token, frame[0])
            or _in_a_title(scene, mention, token)
            or _of_a_ballot(scene, token, frame)
            or _of_another_time(scene, mention, frame[0])
        ):
            continue
        rank = 1 if _before_when(scene, mention, frame[0]) else closeness(scene, token, frame)
        if rank == NEAR and not frame[0].is_verb and len(frame) == 1:
            continue
        order = (rank, sooner(token, frame[0]), abs(token.i - frame[0].i))
        if rank and (best is None or order < best):
            best, chosen = order, mention
    return chosen


def _before_when(scene: Scene, mention: TimeMention, trigger: Token) -> bool:
    """ "Ties froze in May 2023, when X told parliament that …": the clause of "when" has the date before it."""
    behind = (t for t in trigger.sentence.tokens if t.start >= mention.span.end and t.text != ",")
    word = next(behind, trigger)
    return word.lower == "when" and word is not trigger and trigger.within(word.head)


def _of_another_time(scene: Scene, mention: TimeMention, trigger: Token) -> bool:
    """Whether a year or month cannot be meant: "signed a plan for talks in 2027", "will sign what was planned in 2022".

    A day is meant wherever it stands; what lies ahead is only known where the day of publication is.
    """
    if _DAY.fullmatch(mention.edtf) or not scene.reading.document.published:
        return False
    if trigger.tag == "VBD":
        return is_future(scene, mention.edtf)
    return modal(trigger) in words("scheduled", "modals") and is_past(scene, mention.edtf)


def _bounds_something_else(scene: Scene, token: Token, until: Token | None) -> bool:
    """Whether the words before a date make it a limit ("since 2017"), a date of comparison or that of a period.

    Where something was not done ``until`` a date, that date is the only one.
    """
    if until is not None:
        return scene.tokens[token.i - 1] is not until
    i = token.i - 1
    while i >= token.sentence.tokens[0].i and scene.tokens[i].lower in {"the", "early", "late", "mid", "-", "a"}:
        i -= 1
    first = token.sentence.tokens[0].i
    compared = i > first and scene.tokens[i].tag == "IN" and scene.tokens[i - 1].lower in words("compared_dates")
    return compared or (i >= first and scene.tokens[i].lower in words("not_dates"))


def _of_a_ballot(scene: Scene, token: Token, frame: list[Token]) -> bool:
    """ "Rejected the referendum on 3 December": the day on which others vote."""
    noun = scene.tokens[max(token.i - 2, token.sentence.tokens[0].i)]
    return noun.lemma in words("ballots") and not any(noun is t or t.within(noun) for t in frame)


def _of_since(token: Token, trigger: Token) -> bool:
    """Whether a date stands in a phrase of "since": "reviewed relations since their establishment in 1968"."""
    for above in token.ancestors():
        if above.is_verb or above is trigger:
            return False
        if case(above) == "since":
            return not trigger.within(above)
    return False


def _in_another_clause(scene: Scene, token: Token, trigger: Token) -> bool:
    """Whether a date tells since or after when something else is: "the first visit since X took office in May"."""
    tensed = False
    for i in range(token.i - 1, token.sentence.tokens[0].i - 1, -1):
        before = scene.tokens[i]
        if before is trigger or before.text in {",", ";"}:
            return False
        if tensed and before.lower in words("apart") and before.pos in {"ADP", "SCONJ"}:
            return True
        tensed = tensed or before.tag in {"VBD", "VBZ"}
    return False


def _in_a_title(scene: Scene, mention: TimeMention, token: Token) -> bool:
    """Whether years are part of the name of a text ("the 2025-2030 Action Plan", "the Sea Convention 1982")."""
    if not _YEARS.fullmatch(mention.edtf):
        return False
    covering = scene.mention(token.i)
    if covering is not None and covering.entity.kind == "instrument":
        return True
    first, last = token.sentence.tokens[0].i, token.sentence.tokens[-1].i
    names = token.dep in {"nummod", "compound", "amod"} and token.head.tag.startswith("NN") and token.head.i > token.i
    if names and token.text.isdigit():
        return True
    before = scene.tokens[token.i - 1] if token.i > first else None
    if before is not None and before.pos == "PROPN":
        return True
    i = token.i
    while i < last and scene.tokens[i].start < mention.span.end:
        i += 1
    after = scene.tokens[i]
    return before is not None and before.pos != "ADP" and after.pos == "PROPN" and after.text[:1].isupper()


def is_past(scene: Scene, edtf: str, *, days: int | None = None) -> bool:
    """Whether a date lies more than ``days`` (of the lexicon's ``background_days``) before the dateline."""
    anchor = scene.reading.anchor
    if not edtf or not _DAY.fullmatch(anchor):
        return False
    last = bounds(edtf)[1]
    limit = date.fromisoformat(anchor) - timedelta(days=number("background_days") if days is None else days)
    return last < (limit.year, limit.month, limit.day)


def is_future(scene: Scene, edtf: str) -> bool:
    """Whether a date lies wholly after the dateline."""
    anchor = scene.reading.anchor
    if not edtf or not _DAY.fullmatch(anchor):
        return False
    day = date.fromisoformat(anchor)
    return bounds(edtf)[0] > (day.year, day.month, day.day)


__all__ = ["UNREAL", "dates_under", "is_future", "is_past", "outlook", "place_of", "settle", "where"]
