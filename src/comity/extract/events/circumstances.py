"""When an event is, and whether it is held, scheduled, background or off."""

from __future__ import annotations

import re
from datetime import date, timedelta

from comity.extract.events.grammar import case, governor
from comity.extract.events.lexicon import number, supports, words
from comity.extract.events.nearness import NEAR, closeness, sooner
from comity.extract.events.places import left_behind, place_of, where
from comity.extract.events.scene import Found, Scene
from comity.language.certainty import until_then
from comity.language.clauses import modal
from comity.language.syntax import SUBJECTS, Token
from comity.model import TimeMention
from comity.model.edtf import bounds
from comity.vocab import load

UNREAL = "unreal"
_DAYS = re.compile(r"P(\d+)D")
_YEARS = re.compile(r"\d{4}(/\d{4})?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_ORDINALS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1, "final": -1}


def outlook(token: Token, form: str) -> tuple[str, int]:
    """Phase of the event of this form that a word names, and how plainly it is told; ``unreal`` where only wished."""
    phase, firm = _verb_outlook(token) if token.is_verb else _noun_outlook(token, form)
    return (UNREAL, 0) if phase != UNREAL and _wished(token) else (phase, firm)


def _wished(token: Token) -> bool:
    """Whether the clause is what somebody hopes, proposes or invites to."""
    below = token
    for above in token.ancestors():
        if below.dep in {"ccomp", "acl", "xcomp"} and above.lemma in words("wishes"):
            return True
        if below.dep == "nmod" and above.lemma in words("caused"):
            return False  # "proposed a ban in retaliation for the raid"
        if below.dep in {"acl:relcl", "parataxis"}:
            return False
        below = above
    return False


def _verb_outlook(verb: Token) -> tuple[str, int]:
    if verb.tag == "VB" and verb.is_root and not any(c.dep in {"mark", "aux", *SUBJECTS} for c in verb.children):
        return UNREAL, 0
    if any(c.lower in words("negations") for c in verb.children if c.dep == "advmod"):
        return ("historical", 2) if until_then(verb) else (UNREAL, 0)
    if any(c.lower == "whether" for c in verb.all("mark")):
        return UNREAL, 0
    if verb.tag == "VBG" and any(c.lower in words("averted") for c in verb.all("mark", "case")):
        return UNREAL, 0
    if verb.tag == "VBG" and any(c.lower in words("negations") for c in verb.head.all("advmod")):
        return UNREAL, 0  # "will never tolerate the killing"
    for token in _chain(verb):
        word = modal(token)
        if word in words("scheduled", "modals"):
            return "scheduled", 2
        if word in words("unreal_modals"):
            return UNREAL, 0
    if aim := _aim(verb):
        return aim
    object_clause = verb.dep in {"xcomp", "ccomp", "acl"} or (verb.dep == "advcl" and verb.i == verb.head.i + 1)
    if object_clause and _is_unreal(verb.head) and verb.tag in {"VB", "VBG", "VBP"}:
        return UNREAL, 0
    if verb.tag == "VBG" and verb.dep in {"advcl", "xcomp", "obl"} and verb.head.lemma in words("shunned"):
        return UNREAL, 0
    return _told(verb)


def _told(verb: Token) -> tuple[str, int]:
    marks = {c.lower for c in verb.children if c.dep in {"mark", "case", "advmod"}}
    if verb.tag == "VBG" and verb.dep == "advcl" and not marks:
        return ("held", 2) if verb.head.tag == "VBD" else ("", 0)
    if verb.tag == "VBD" and "after" in marks and _long_after(verb):
        return "historical", 2
    if verb.tag == "VBG" and marks & words("scheduled", "prepositions"):
        return "scheduled", 1
    if verb.tag in {"VBZ", "VBP"} and marks & words("unreached"):
        return UNREAL, 0
    if marks & words("historical", "adverbs"):
        return "historical", 1
    return ("held", 2) if verb.tag in {"VBD", "VBN", "VBZ", "VBP"} else ("", 0)


def _long_after(verb: Token) -> bool:
    """Whether the clause lies months or years back: "three months after X travelled to Y"."""
    mark = verb.child("mark")
    if mark is None or mark.i == mark.sentence.tokens[0].i:
        return False
    before = mark.sentence.tokens[mark.i - mark.sentence.tokens[0].i - 1]
    return before.lemma in words("long_times")


def _chain(verb: Token) -> list[Token]:
    """A verb and those before it whose auxiliary it shares."""
    out = [verb]
    while out[-1].dep == "conj" and out[-1].head.is_verb and not out[-1].child("nsubj", "aux"):
        if out[-1].head.tag != out[-1].tag:
            break
        out.append(out[-1].head)
    return out


def _aim(verb: Token) -> tuple[str, int] | None:
    """What an infinitive is under: "is due to", "agreed to", "arrived to"; a headline's infinitive foretells."""
    top = _chain(verb)[-1]
    governors = words("scheduled", "governors")
    if any(c.lower in governors for c in top.children if c.dep in {"mark", "advmod", "aux"}):
        return "scheduled", 2
    marked = any(c.lower == "to" for c in top.children if c.dep in {"mark", "aux"})
    if not marked:
        return None
    above = top.head
    if top.dep == "acl" and any(c.lower in words("rankings") for c in above.children if c.dep == "amod"):
        return "held", 1
    if above.tag == "VBN" and any(c.lower == "had" for c in above.all("aux")):
        return UNREAL, 0  # "had been expected to": it did not come about
    if top.is_root or above.lemma in governors or above.lower in governors:
        return "scheduled", 2
    if _is_unreal(above):
        return UNREAL, 0
    return ("", 0) if above.is_verb and above.tag in {"VBD", "VBN", "VBZ"} else ("scheduled", 1)


def _is_unreal(token: Token) -> bool:
    return token.lemma in words("unreal") or token.lower in words("unreal")


def _noun_outlook(noun: Token, form: str) -> tuple[str, int]:
    verb = governor(noun)
    off = verb is not None and noun.dep in {"obj", "nsubj:pass"} and _cancels(verb)
    if (beside := _beside(noun)) and not off:
        return beside
    if not off and _took_place(noun, verb):
        return "held", 2
    if verb is None:
        if noun.child("cop") and modal(noun) in words("scheduled", "modals"):
            return "scheduled", 2
        return (UNREAL, 0) if not noun.is_root and _is_unreal(noun.head) else ("", 0)
    if off:
        return "cancelled", 2
    if noun.dep in {"obj", "nsubj:pass"} and _broken_off(verb):
        return UNREAL, 0
    if noun.dep in {"obj", "nsubj:pass"} and verb.lemma in words("postponed"):
        return "scheduled", 2
    if verb.lemma in supports(form) and noun.dep != "nsubj":
        return _verb_outlook(verb)
    asked = noun.dep == "obj" or (noun.dep == "obl" and noun.i > verb.i and case(noun) == "for")
    if noun.head is verb and asked and verb.lemma in words("wishes"):
        return UNREAL, 0
    return (UNREAL, 0) if noun.head is not verb and _is_unreal(noun.head) else ("", 0)


def _took_place(noun: Token, verb: Token | None) -> bool:
    """ "After a summit in which they condemned …, X said": it is behind those who spoke then."""
    within = any(c.tag == "VBD" and not modal(c) and _placed_in(c) for c in noun.all("acl:relcl"))
    return within or (verb is not None and verb.tag == "VBD" and case(noun) == "after" and noun.head is verb)


def _placed_in(clause: Token) -> bool:
    """Whether a relative clause tells what went on there: "at which", "in which", "where"."""
    return any(c.lower in {"where", "which"} and (c.dep == "advmod" or c.child("case")) for c in clause.children)


def _cancels(verb: Token) -> bool:
    return verb.lemma in words("cancelled") or (verb.lemma == "call" and any(c.lower == "off" for c in verb.children))


def _broken_off(verb: Token) -> bool:
    """ "broke off talks": what is broken off is not held."""
    wanted = load("events")["broken_off"].get(verb.lemma)
    return wanted is not None and (not wanted or any(c.lower in wanted for c in verb.children))


def _beside(noun: Token) -> tuple[str, int] | None:
    """What the words before a noun of action tell: "upcoming", "last", "ahead of"."""
    for c in noun.children:
        if c.dep in {"amod", "compound", "det"} and c.lower in words("scheduled", "modifiers"):
            return "scheduled", 1
        if c.dep in {"amod", "det"} and c.lower in words("historical", "modifiers"):
            return "historical", 2
        if c.dep == "case" and c.lower in words("scheduled", "prepositions"):
            return "scheduled", 1
    return None


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
        rank = closeness(scene, token, frame)
        if rank == NEAR and not frame[0].is_verb and len(frame) == 1:
            continue
        order = (rank, sooner(token, frame[0]), abs(token.i - frame[0].i))
        if rank and (best is None or order < best):
            best, chosen = order, mention
    return chosen


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
    """Whether the words before a date make it a limit ("since 2017") or the date of a period.

    Where something was not done ``until`` a date, that date is the only one.
    """
    if until is not None:
        return scene.tokens[token.i - 1] is not until
    i = token.i - 1
    while i >= token.sentence.tokens[0].i and scene.tokens[i].lower in {"the", "early", "late", "mid", "-", "a"}:
        i -= 1
    return i >= token.sentence.tokens[0].i and scene.tokens[i].lower in words("not_dates")


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
    if lemmas & words("visit", "finish"):
        _span(found, date.fromisoformat(day) - timedelta(days=days - 1), days)
    elif lemmas & words("visit", "begin"):
        _span(found, date.fromisoformat(day), days)


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


__all__ = ["UNREAL", "dates_under", "is_future", "is_past", "lasting", "outlook", "place_of", "settle", "where"]
