"""A governed act as a record: which words it is, who is to act, towards whom, by when and on what condition."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from comity.extract.commitments.conditions import put_condition
from comity.extract.commitments.doers import ACTING, doers, holders, is_about_a_thing, towards
from comity.extract.commitments.governed import ASKING, Governed
from comity.extract.commitments.lexicon import lexicon
from comity.extract.draft import Draft, draft
from comity.language.actors import Actor
from comity.language.clauses import BASE_FORMS, Complement, complements, extent, in_a_row, modal
from comity.language.reading import Reading
from comity.language.speech import FIRST_PERSON, before_report
from comity.language.syntax import SUBJECTS, Token
from comity.model import Span
from comity.vocab import load

QUOTE_MARKS = frozenset("\"“‘'«")
OPENING = frozenset("“«")
CLOSING = frozenset("”»")
ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"})
COMMA_OR_BLANK = 2
"""Tokens between an act and the clause that says what for."""


def commitment(reading: Reading, found: Governed) -> Draft | None:
    """The record of a governed act, or None where it is a foreseen event, or nobody is named who can act."""
    trigger, modality, act = found.trigger, found.modality, found.complement
    if _no_act(reading, found):
        return None
    holder = holders(reading, found.subject) if found.subject is not None else []
    by = doers(reading, found, holder)
    if found.joint and not any(reading.references.speaks_for_a_state(a) for a in by):
        by = reading.references.both(trigger)
    if _together(reading, found, by):
        by = reading.references.both(trigger)
    first, last = _words(reading, act)
    last = _with_deadline(reading, last)
    if first <= trigger.i < act.head.i:  # "which it pledged to ratify": what is ratified stands before the pledge
        first = next(i for i in range(trigger.i + 1, act.head.i + 1) if reading.tokens[i].dep != "mark")
    if not by or first > last or (first == last and not _says_it_all(act)):
        return None
    made = draft(reading, "commitment", f"commitment.{modality}.{trigger.lemma}", trigger)
    made.at = act.head.i
    made.quote(reading.quote(act.head.sentence))
    made.speaker = made.speaker or _speaker(found, holder)
    made.put("by", tuple(a.name for a in by), *[reading.words(a.start, a.end - 1) for a in by[:1]])
    to = towards(reading, by, first, last)
    made.put("to", tuple(a.name for a in to), *[reading.words(a.start, a.end - 1) for a in to])
    text, words = _quoted(reading, reading.text_of(first, last), reading.words(first, last))
    made.put("action", text, words)
    if made.certainty == "denied" and made.cue and words.overlaps(made.cue):
        made.certainty, made.cue = "asserted", None
    made.put("modality", modality, reading.words(trigger.i, trigger.i))
    _put_due(made, reading, first, last)
    put_condition(made, reading, act.head, trigger)
    if _again(trigger, act.head):
        made.put("reaffirmed", True)
    if modality == "expected" and made.certainty == "asserted" and trigger.lower in lexicon().adjectives:
        made.certainty, made.cue = "hedged", reading.words(trigger.i, trigger.i)
    return made


def _together(reading: Reading, found: Governed, by: Sequence[Actor]) -> bool:
    """Whether one side tells what both have agreed on: "we agreed to V"."""
    subject = found.subject
    if subject is None or subject.lower not in FIRST_PERSON or found.trigger.lemma not in lexicon().sets["mutual"]:
        return False
    alone = [a.iso3 for a in by if a.iso3] if found.trigger.is_verb and not modal(found.trigger) else []
    return len(alone) == 1 and alone[0] in reading.references.pair


def _says_it_all(act: Complement) -> bool:
    """Whether one word is an act: "offered to mediate"."""
    return act.controlled or act.head.lemma in lexicon().sets["whole"]


def _quoted(reading: Reading, act: str, words: Span) -> tuple[str, Span]:
    """'to "relaunch" cooperation': with the mark before the first word, where one behind it closes the quotation."""
    text, start = reading.document.text, words.start
    for opening, closing in (('"', '"'), ("“", "”"), ("«", "»")):
        if start and text[start - 1] == opening and closing in words.exact:
            return opening + act, reading.document.span(start - 1, words.end)
    return act, words


def _no_act(reading: Reading, found: Governed) -> bool:
    """Whether it is an event that is only foreseen, a text's entry into force, or an expulsion."""
    trigger, modality, act = found.trigger, found.modality, found.complement
    if modality in {"hoped", "planned"} and act.head.lemma in lexicon().sets["uttering"]:
        return True  # "wishes to inform the public that"
    words = lexicon()
    thing = act.head.child("obj")
    if act.head.lemma in words.sets["reaffirming"] and thing is not None and thing.lemma in words.nouns:
        return True  # "their commitment to open the road and reaffirm their readiness to V"
    foreseen = (
        modality == "expected"
        or trigger is act.head
        or (trigger.lower in lexicon().adjectives and modality != "pledged")
        or (modality not in ASKING and modal(trigger))
    )
    event = act.kind != "phrase" and foreseen and _is_event(reading, found)
    return bool(event) or _takes_effect(act.head) or _is_expulsion(found)


def _is_expulsion(found: Governed) -> bool:
    """ "ordered two diplomats to leave": done with the order, and no act that a party is asked for."""
    asked, sets = found.complement.actor, lexicon().sets
    if asked is None or found.complement.head.lemma not in sets["leaving"] or found.modality != "urged":
        return False
    return asked.lemma in sets["expelled"]


def _takes_effect(act: Token) -> bool:
    """ "will enter into force": what becomes of a text is no act of a party."""
    return act.lemma in {"enter", "come", "take", "go"} and any(c.lemma in {"force", "effect"} for c in act.children)


def _is_event(reading: Reading, found: Governed) -> bool:
    """Whether an act is an event when it is foreseen; who pays a sum, and not a visit, only owes it."""
    act, sets = found.complement.head, lexicon().sets
    thing = act.child("obj")
    if act.lemma in sets["going"] and thing is None:
        traveller = found.complement.actor or found.subject
        return traveller is not None and all(a.kind == "person" for a in reading.actors(traveller))
    if act.lemma == "call" and any(c.lower in {"on", "at"} for o in act.all("obl") for c in o.all("case")):
        return True  # "is to call on the king"
    if act.lemma in sets["events_with_object"]:
        return thing is not None and thing.lemma in sets["event_objects"]
    if act.lemma in sets["receptions"]:
        guest = thing is not None and thing.lemma in load("references")["person_nouns"]
        return guest or (thing is not None and any(a.kind == "person" for a in reading.actors(thing)))
    return act.lemma in sets["events"]


def _words(reading: Reading, act: Complement) -> tuple[int, int]:
    """First and last token of the act, without what only introduces it, and with the purpose that follows it."""
    tokens = reading.tokens
    first, last = extent(act.head, tokens)
    theme = act.head.child("nsubj", "nsubj:pass") or act.head.child("nsubj:outer")
    told = act.kind == "that" and theme is not None
    if (
        theme is not None
        and told
        and (theme.dep == "nsubj:pass" or _goes_on(reading, act, theme) or is_about_a_thing(reading, act, "agreed"))
    ):
        return _behind_marks(tokens, theme.left), before_report(act.head, last)
    if act.kind == "phrase":
        last = act.last if act.last is not None else _with_phrases(act.head, _with_noun(act.head, last))
        first = act.head.left
        last = next((t.i - 2 for t in tokens[act.head.i + 1 : last] if t.lower == "according"), last)
        while first < act.head.i and (
            tokens[first].dep in {"case", "det", "cc", "mark"} or tokens[first].text in QUOTE_MARKS
        ):
            first += 1
        return first, last
    if (be := act.head.child("cop")) is not None and be.i < act.head.i and be.lower == "be":
        lasting = (c.i for c in act.head.all("advmod") if c.i < be.i and c.lower in lexicon().sets["lasting"])
        first = min([be.i, *lasting])  # "never be a threat"
    subject = act.head.child(*SUBJECTS)
    if subject is not None and first < subject.i < act.head.i:
        first = subject.right + 1
        while first < act.head.i and (tokens[first].dep in {"aux", "mark"} or tokens[first].text == ","):
            first += 1
    while first < act.head.i and tokens[first].lower in lexicon().sets["asides"]:
        first += 1
    fronted = act.head.child("obj")
    if first == last and fronted is not None and fronted.i < first and fronted.tag in {"WP", "WDT"}:
        first = fronted.left  # "whatever they ask of us, we will give"
    if first == last:
        last = _with_phrase(act.head)
    last = act.last if act.last is not None else _with_purpose(act.head, _with_noun(act.head, last))
    last = before_report(act.head, last)
    last = _before_other_act(act.head, last)
    return first, _unquoted(tokens, first, last)


def _behind_marks(tokens: Sequence[Token], first: int) -> int:
    """The first word that is no comma or dash and only opens no clause."""
    return next(i for i in range(first, len(tokens)) if tokens[i].text not in {",", "-", "–", "—", "that"})


def _goes_on(reading: Reading, act: Complement, theme: Token) -> bool:
    """Whether an act is told as what a thing will do: "the drills will go on"."""
    acting = any(a.kind in ACTING for a in reading.actors(theme))
    named = theme.lemma in load("references")["actor_nouns"] or not theme.tag.startswith("NN")
    return act.head.lemma in lexicon().sets["going_on"] and bool(modal(act.head)) and not acting and not named


def _before_other_act(head: Token, last: int) -> int:
    """Leave out a participle that governs acts of its own ("to turn the page, agreeing to V"), and an occasion."""
    tokens = head.sentence.tokens
    offset = tokens[0].i
    for before, verb in pairwise(tokens[head.i - offset : last + 1 - offset]):
        if before.text == "," and verb.tag == "VBG" and verb.lemma in lexicon().verbs and complements(verb):
            return before.i - 1
        if before.text == "," and verb.tag == "VBG" and verb.dep == "advcl" and verb.lemma in lexicon().sets["events"]:
            return before.i - 1  # "vowed to renew ties, signing a plan"
        if before.text == "," and verb.lower in lexicon().sets["occasions"] and verb.dep in {"case", "mark"}:
            return before.i - 1  # "agreed on measures, during their talks in X"
        if verb.lower == "at" and verb.dep == "case" and _is_occasion(verb.head):
            return before.i  # "to strengthen ties at the 9th Committee Meeting"
    return last


def _is_occasion(noun: Token) -> bool:
    """Whether a phrase names the numbered meeting at which something is said."""
    numbered = any((c.tag == "JJ" and c.lower[0].isdigit()) or c.lower in ORDINALS for c in noun.all("amod", "nummod"))
    return numbered and noun.lemma.lower() in load("references")["gatherings"]


def _with_phrases(head: Token, last: int) -> int:
    """Take in the phrases that go on with what a noun names, where the parser hung them onto the governor."""
    beside = [c for c in head.head.children if c.dep in {"obl", "nmod"} and c.i > last]
    tokens = head.sentence.tokens
    for phrase in beside:
        gap = tokens[last + 1 - tokens[0].i : phrase.left - tokens[0].i]
        carries = any(x.lower in lexicon().sets["carrying_on"] for x in phrase.all("case"))
        if not carries or len(gap) > 1 or (gap and gap[0].text != ","):
            break
        last = phrase.right
    return last


def _with_phrase(head: Token) -> int:
    """The last word of "mediate between X and Y", where the parser hung the phrase onto the governor."""
    beside = next((c for c in head.head.all("obl") if c.left == head.i + 1), None) if head.dep == "xcomp" else None
    return beside.right if beside is not None else head.i


def _unquoted(tokens: Sequence[Token], first: int, last: int) -> int:
    """The last word of an act whose quotation began before it: the mark that only closes is no part of it."""
    inside = [t.text for t in tokens[first : last + 1]]
    closes = sum(text in CLOSING for text in inside) + inside.count('"') % 2
    if closes > sum(text in OPENING for text in inside):
        while last > first and tokens[last].text in {*CLOSING, '"', ",", "."}:
            last -= 1
    return last


def _with_noun(head: Token, last: int) -> int:
    """Take in a noun that goes on right behind, hung onto a verb above ("to step up exchanges and contacts")."""
    for above in head.ancestors():
        for other in above.all("conj"):
            noun = other.tag.startswith("NN") and not other.child("cop", "aux", *SUBJECTS)
            if above.is_verb and noun and other.left == last + 1:
                return other.right
    return last


def _with_purpose(head: Token, last: int) -> int:
    """Take in the "to" clause that follows the act and says what for, where the parser hung it onto the governor."""
    if head.dep not in {"xcomp", "advcl"}:
        return last
    for sibling in head.head.children:
        follows = 0 < sibling.left - last <= COMMA_OR_BLANK and sibling.dep == "advcl" and sibling.tag in BASE_FORMS
        if follows and not in_a_row(sibling) and any(x.lower == "to" for x in sibling.all("mark")):
            return sibling.right
    return last


def _speaker(found: Governed, holder: list[Actor]) -> str:
    """Whoever promises, proposes, asks or hopes in person vouches for it; for a state only what it utters as one."""
    if len(holder) != 1 or modal(found.trigger):
        return ""
    uttered = found.modality in {"pledged", *ASKING}
    in_person = holder[0].kind == "person" and (uttered or found.modality == "hoped")
    as_state = holder[0].kind in {"state", "org"} and uttered and found.trigger.is_verb
    return holder[0].name if in_person or as_state else ""


def _with_deadline(reading: Reading, last: int) -> int:
    """Take in the day by which, right behind the act, where the parser hung it onto another word."""
    tokens = reading.tokens
    stop = tokens[last].sentence.tokens[-1].i
    at = _behind_brackets(tokens[last + 1 : stop + 1])
    if at + 1 > stop or tokens[at].lower not in load("commitments")["deadlines"]:
        return last
    date = next(iter(reading.dates_in(tokens[at].start, tokens[min(at + 2, stop)].end)), None)
    if date is None or not date.edtf:
        return last
    end = max((t.i for t in tokens[at : stop + 1] if t.start < date.span.end), default=last)
    closed = end == stop or tokens[end + 1].text in {".", ",", ";", "and", *CLOSING, '"'}
    return end if closed else last


def _behind_brackets(behind: Sequence[Token]) -> int:
    """Where it goes on: at the next word, or behind what brackets add ("$5 billion (7 billion in yuan) by 2030")."""
    opened = bool(behind) and behind[0].text == "("
    closing = next((t.i for t in behind if t.text == ")"), None) if opened else None
    return closing + 1 if closing is not None else behind[0].i if behind else 0


def _put_due(made: Draft, reading: Reading, first: int, last: int) -> None:
    """A time by which, if the act gives one: it lies ahead, or it is a deadline that has passed ("by August 2022")."""
    for date in reading.dates_in(reading.tokens[first].start, reading.tokens[last].end):
        ahead = date.future or not reading.anchor or date.edtf[:10] >= reading.anchor[: len(date.edtf[:10])]
        inside = reading.tokens[first : last + 1]
        prior = next((t for t in reversed(inside) if t.end <= date.span.start), None)
        before = prior.lower if prior is not None else ""
        if prior is not None and prior.text[0].isupper() and date.span.exact[:1].isdigit() and "/" in date.edtf:
            continue  # "the Plan of Action 2026-2030"
        if _told_beside(next((t for t in inside if t.end > date.span.start), inside[-1]), made.at):
            continue
        if date.edtf and (ahead or before in load("commitments")["deadlines"]):
            made.put("due", date.edtf, reading.span(date.span.start, date.span.end), basis=date.basis)
            return


def _told_beside(day: Token, act: int) -> bool:
    """Whether a date is that of a clause which only adds something: "a line, whose works will start in May"."""
    for above in (day, *day.ancestors()):
        if above.i == act:
            return False
        if above.dep == "acl:relcl" and above.child(*SUBJECTS) is not None:
            return True
    return False


def _again(trigger: Token, head: Token) -> bool:
    """Whether the act only repeats a stance: "reaffirmed", "continue to", "affirmed its commitment"."""
    sets = lexicon().sets
    if trigger.lemma in sets["reaffirming"] or head.lemma in sets["continuing"]:
        return True
    governor = trigger.head
    return governor.is_verb and governor.lemma in sets["reaffirming"] | sets["stance"] and not trigger.is_verb
