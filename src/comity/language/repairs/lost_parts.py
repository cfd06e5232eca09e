"""Subjects, owners and complements that the parser hung onto a neighbour, given back.

"The two countries, X added, would double trade", "stands ready to mediate", "A and B's meeting was the third".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from comity.language.repairs.words import NAMES, SUBJECTS, is_month, words
from comity.language.tree import adopt, as_verb, hang, replace

if TYPE_CHECKING:
    from comity.language.syntax import Token


LOOSE = frozenset(
    {"conj", "appos", "list", "nmod", "obl", "parataxis", "nmod:unmarked", "obl:unmarked", "dep", "xcomp", "obj"}
)


CONTENT = ("ccomp", "csubj", "xcomp")
CLAUSES = frozenset({"advcl", "xcomp", "ccomp"})
PREMODIFIERS = frozenset({"compound", "nmod:desc", "amod", "flat", "nmod:poss"})


def mend_lost_parts(tokens: Sequence[Token]) -> None:
    """Mend what hangs on the wrong word in one sentence, in place."""
    ready, gerunds = words("ready_words"), words("reduced_gerunds")
    for token in tokens:
        if token.lower in ready:
            _ready_it(token)
        if token.lower in gerunds and token.tag == "NN":
            _reduced(token)
        if token.tag == "POS":
            _owned(token)
        if token.tag == "VBN" and token.dep in {"acl", "xcomp", "advcl"}:
            _participle_for_infinitive(token)
        if token.lower == "that" and token.dep in {"det", "obj"}:
            _that_clause(token)
        if token.is_verb:
            _verb(token, tokens)


def _verb(verb: Token, tokens: Sequence[Token]) -> None:
    """Give a verb back what belongs to it."""
    _inserted_report(verb)
    _report_behind(verb)
    _apposed_subject(verb)
    _behind_insertion(verb)
    _after_time(verb)
    _apposed_to_phrase(verb)
    _behind_quotation(verb, tokens)
    _object_for_subject(verb)
    _assured_that(verb)
    if (it := verb.child("expl")) is not None and it.lower == "it" and verb.child("obj") and not verb.child(*CONTENT):
        it.dep = "nsubj"  # "it won't be sending back the ferry"
    if verb.tag == verb.head.tag == "VB" and verb.dep == "advcl" and any(c.lower == "as" for c in verb.all("cc")):
        verb.dep = "conj"  # "support X, as well as remove Y"
    if verb.is_root and verb.tag == "VBG":
        _participle_for_verb(verb, tokens)


def _ready_it(ready: Token) -> None:
    """ "said it was willing to V": no empty "it"."""
    for it in (c for c in ready.all("expl") if c.lower == "it"):
        it.dep = "nsubj"


def _reduced(gerund: Token) -> None:
    """ "a friendship treaty dating from 2002": the gerund says something of the noun before it."""
    noun = next((c for c in reversed(gerund.children) if c.dep == "compound" and c.i == gerund.i - 1), None)
    if noun is None:
        return
    replace(gerund, noun)
    adopt([c for c in gerund.children if c.i < gerund.i], noun)
    gerund.tag, gerund.pos = "VBG", "VERB"
    hang(gerund, noun, "acl")


def _participle_for_infinitive(participle: Token) -> None:
    """ "food to displaced families": what follows "to" and is no infinitive only tells which."""
    to = next((c for c in participle.children if c.lower == "to" and c.i == participle.i - 1), None)
    noun = next((c for c in participle.children if c.dep == "obj" and c.i > participle.i), None)
    if to is None or noun is None or participle.child("aux", "aux:pass"):
        return
    replace(participle, noun)
    noun.dep = "obl" if noun.head.is_verb else "nmod"
    to.tag, to.pos = "IN", "ADP"
    hang(to, noun, "case")
    hang(participle, noun, "amod")
    participle.tag, participle.pos = "JJ", "ADJ"
    adopt([c for c in participle.children if c.i > noun.i], noun)


def _owned(mark: Token) -> None:
    """ "X and Y's meeting was the third": the thing owned was coordinated with its owners."""
    owner = mark.head
    first = owner.head if owner.dep == "conj" else owner
    thing = next((c for c in first.children if c.dep == "conj" and c.i > mark.i), None)
    if thing is None or first.tag not in NAMES or not thing.tag.startswith("NN") or thing.tag in NAMES:
        return
    if any(c.dep == "cc" for c in thing.children) or thing.i > mark.i + 3:
        return
    replace(first, thing)
    hang(first, thing, "nmod:poss")


def _inserted_report(verb: Token) -> None:
    """ "The two countries, X added, would double trade": the first subject belongs to the clause behind the report."""
    subjects = [c for c in verb.children if c.dep in {"nsubj", "vocative"} and c.i < verb.i]
    clause = next((c for c in verb.children if c.dep == "ccomp" and c.i > verb.i), None)
    if len(subjects) != 2 or clause is None or clause.child(*SUBJECTS):
        return
    first, second = subjects
    if not any(c.text == "," and first.i < c.i < second.i for c in (*verb.children, *first.children)):
        return
    hang(first, clause, "nsubj:pass" if clause.child("aux:pass") else "nsubj")


def _report_behind(verb: Token) -> None:
    """ "X will lift the ban, Y told reporters": a report behind a comma is not coordinated."""
    if verb.dep != "conj" or verb.tag != "VBD" or verb.lemma not in words("reports"):
        return
    own = verb.child("nsubj")
    if own is None or verb.child("cc"):
        return
    commas = [c for c in (*verb.children, *verb.head.children, *own.children) if c.text == ","]
    if any(verb.head.i < c.i < own.i for c in commas):
        verb.dep = "parataxis"


def _apposed_subject(verb: Token) -> None:
    """ "X's minister, A B, called Y wrong": of two subjects side by side the second names the first."""
    subjects = [c for c in verb.children if c.dep in {"nsubj", "nsubj:pass"} and c.i < verb.i]
    if len(subjects) != 2 or subjects[1].tag not in NAMES or subjects[0].tag not in {"NN", "NNP"}:
        return
    first, second = subjects
    if first.lower.rstrip(".") in words("honorifics") and second.i == first.i + 1:
        hang(first, second, "nmod:desc")
        return
    commas = [c for c in (*verb.children, *first.children, *second.children) if c.text == ","]
    if any(first.i < c.i < second.i for c in commas) and any(second.i < c.i < verb.i for c in commas):
        hang(second, first, "appos")


def _apposed_to_phrase(verb: Token) -> None:
    """ "Under a plan told in May, a public fund will pay": the subject was read as another name for the plan."""
    tensed = verb.tag in {"VBD", "VBZ", "VBP"} or verb.child("aux") is not None
    if verb.child(*SUBJECTS) or not tensed or verb.dep not in {"ROOT", "ccomp"}:
        return
    before = next((c for c in verb.children if c.dep == "obl" and c.i < verb.i and c.child("case")), None)
    thing = next((c for c in before.children if c.dep == "appos" and c.i < verb.i), None) if before else None
    if thing is None or before is None or thing.child("case") or not (thing.child("det") or thing.tag in NAMES):
        return
    later = [c for c in before.children if c.dep == "conj" and c.i > thing.i]
    hang(thing, verb, "nsubj:pass" if verb.child("aux:pass") else "nsubj")
    for other in later:
        hang(other, thing, "conj")


def _object_for_subject(verb: Token) -> None:
    """ "suggested the company could finance it": what stands before a modal is its subject, not an object."""
    clause = next((c for c in verb.children if c.dep in CLAUSES and c.i > verb.i and c.child("aux")), None)
    thing = verb.child("obj")
    if clause is None or thing is None or clause.child(*SUBJECTS, "mark") or not verb.i < thing.i < clause.i:
        return
    if clause.tag != "VB" or not any(c.tag == "MD" and c.i > thing.i for c in clause.all("aux")):
        return
    hang(thing, clause, "nsubj")
    clause.dep = "ccomp"


def _assured_that(verb: Token) -> None:
    """ "assured the envoy that X would consider it": what somebody is told, no clause about the one told."""
    told = verb.child("iobj", "obj") if verb.lemma in words("told_verbs") else None
    clause = next((c for c in told.children if c.dep in {"acl", "acl:relcl"} and c.i > told.i), None) if told else None
    that = (
        next((c for c in clause.children if c.lower == "that" and c.dep in {"obj", "mark"}), None) if clause else None
    )
    if clause is None or that is None or not clause.child(*SUBJECTS) or verb.child("ccomp"):
        return
    hang(clause, verb, "ccomp")
    that.dep, that.tag, that.pos = "mark", "IN", "SCONJ"


def _behind_quotation(verb: Token, tokens: Sequence[Token]) -> None:
    """'"It is over," X posted': the name behind a quotation is who says so, not a part of what is said."""
    own = verb.child("nsubj")
    if own is not None and verb.dep in {"ccomp", "conj"} and verb.head.i < own.i < verb.i:
        if verb.lemma in words("reports") and _opens_behind(own, tokens):
            verb.dep = "parataxis"
        return
    name = verb.head
    if verb.dep != "acl" or verb.tag not in {"VBN", "VBD"} or name.tag not in NAMES or name.dep not in LOOSE:
        return
    if verb.lemma not in words("reports") or name.is_root or name.head.i > name.i:
        return
    if not _opens_behind(name, tokens):
        return
    said = next((a for a in name.ancestors() if a.is_root or a.dep == "ccomp"), name.head)
    hang(verb, said, "parataxis")
    verb.tag = "VBD"
    hang(name, verb, "nsubj")


def _opens_behind(name: Token, tokens: Sequence[Token]) -> bool:
    """Whether a closing quotation mark stands right before a name and its title."""
    first = _start(name)
    return first > tokens[0].i and tokens[first - 1 - tokens[0].i].text in {'"', "”"}


def _start(name: Token) -> int:
    """The first word of a name and its title; the subtree's edges are not settled yet."""
    return min([name.i, *(_start(c) for c in name.children if c.dep in PREMODIFIERS)])


def _that_clause(that: Token) -> None:
    """ "the hope that trade will double": no pointing word, but the opening of a clause."""
    if that.dep == "obj":
        if that.head.child("nsubj:pass") is not None:  # "an assurance that X would be opened"
            that.dep, that.tag, that.pos = "mark", "IN", "SCONJ"
        return
    clause = that.head.head
    opens = that.head.dep == "nsubj" and clause.dep in {"acl", "acl:relcl", "ccomp"} and clause.child("aux") is not None
    if opens and that.i == min(c.i for c in (that, *that.head.children)) and clause.head.i < that.i:
        hang(that, clause, "mark")
        that.tag, that.pos = "IN", "SCONJ"
        clause.dep = "acl" if clause.dep == "acl:relcl" else clause.dep


def _after_time(verb: Token) -> None:
    """ "Last March, in Beijing, A and B agreed": neither is the month the subject nor are A and B places."""
    month = verb.child("nsubj")
    if month is not None and month.lower in words("day_words"):
        _day_for_subject(month, verb)
        return
    if month is None:
        month = next((c for c in verb.all("obl:unmarked") if c.i < verb.i), None)
    if month is None or not is_month(month) or month.i > verb.i:
        return
    place = next((c for c in verb.children if c.dep == "obl" and c.i < verb.i and c.child("conj")), None)
    names = place.conjuncts[1:] if place is not None else []
    if place is None or not names or names[-1].i + 1 != verb.i or names[0].head is not place:
        return
    if not any(c.text == "," and c.i == place.i + 1 for c in (*place.children, *names[0].children)):
        return
    month.dep = "obl:unmarked"
    hang(names[0], verb, "nsubj")
    for later in names[1:]:
        hang(later, names[0], "conj")


def _day_for_subject(day: Token, verb: Token) -> None:
    """ "Minister X today held talks": the day was taken for the head of the name before it."""
    name = next((c for c in day.children if c.dep in {"compound", "nmod", "appos"} and c.tag in NAMES), None)
    if name is None or name.i > day.i:
        return
    replace(day, name)
    adopt([c for c in day.children if c.i < day.i], name)
    hang(day, verb, "obl:unmarked")


def _participle_for_verb(gerund: Token, tokens: Sequence[Token]) -> None:
    """ "X called for talks, suggesting a date": the tensed verb was hung onto its subject."""
    subject = gerund.child("nsubj")
    verb = next((c for c in subject.children if c.dep == "acl" and c.tag in {"VBN", "VBD"}), None) if subject else None
    if subject is None or verb is None or gerund.child("aux") or any(c.lower == "by" for c in verb.children):
        return
    if tokens[gerund.i - 1 - tokens[0].i].text != "," or not subject.i < verb.i < gerund.i:
        return
    replace(subject, verb)
    replace(gerund, verb)
    as_verb(verb, "VBD")
    hang(subject, verb, "nsubj")
    adopt([c for c in gerund.children if c.i < verb.i or c.dep == "punct"], verb)
    hang(gerund, verb, "advcl")


def _behind_insertion(verb: Token) -> None:
    """ "They signed, with Peru, a declaration": what stands behind the inserted phrase is the object."""
    if verb.child("obj", "xcomp", "ccomp", "aux:pass"):
        return
    tokens = verb.sentence.tokens
    for inserted in verb.all("obl"):
        case = inserted.child("case")
        opens = case is not None and case.i == verb.i + 2 and tokens[verb.i + 1 - tokens[0].i].text == ","
        thing = next((c for c in inserted.children if c.dep == "appos" and c.child("det")), None) if opens else None
        if thing is not None:
            hang(thing, verb, "obj")
            return
