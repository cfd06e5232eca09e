"""Subjects that the parser hung onto something else, given back to the verb beside them.

"Beijing opposes blocs", "In July 2023, A and B agreed", "Hanoi (Agency) - Premier X left".
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from comity.language.repairs.words import MISREAD, NAMES, SUBJECTS, is_month
from comity.language.tree import hang

if TYPE_CHECKING:
    from comity.language.syntax import Token


def subject_before(verb: Token, tokens: Sequence[Token]) -> None:
    """ "In July 2023, A and B agreed": the phrase right before a verb is its subject, not part of a date."""
    if any(c.dep in SUBJECTS for c in verb.children) or verb.dep not in {"ROOT", "ccomp", "parataxis"}:
        return
    at = verb.i - 1 - tokens[0].i
    while at > 0 and (tokens[at].tag in {"RB", "MD"} or (tokens[at].dep == "aux" and tokens[at].head is verb)):
        at -= 1
    noun = tokens[at] if at >= 0 else verb
    if noun.dep == "conj" and is_month(noun.head):
        _beside_the_date(noun, verb)
        return
    if noun.dep == "conj" and noun.tag in NAMES and _opens_clause(noun, verb, tokens):
        hang(noun, verb, "nsubj")
        return
    while noun.head.i < noun.i and noun.dep in {"conj", "flat", "compound", "nmod"} and noun.head is not verb:
        noun = noun.head
    if not noun.tag.startswith("N") or noun.i >= verb.i or noun.is_root:
        return
    case = next((c for c in noun.children if c.dep == "case"), None)
    if case is None and noun.dep in {"nmod:unmarked", "obl:unmarked", "dep", "list"}:
        hang(noun, verb, "nsubj")
    elif case is not None and noun.dep == "obl" and noun.head is verb:
        _month_and_subject(case, noun, verb)


def _opens_clause(noun: Token, verb: Token, tokens: Sequence[Token]) -> bool:
    """ "While X is an ally of Y, Z has denied it": the name behind the comma is in no list before it."""
    first = min([noun.i, *(c.i for c in noun.children if c.dep != "punct")])
    comma = first > tokens[0].i and tokens[first - 1 - tokens[0].i].text == ","
    clause = next((a for a in noun.ancestors() if a.dep == "advcl"), None)
    alone = not noun.child("cc") and len(noun.head.all("conj")) == 1
    return comma and alone and clause is not None and clause.head is verb


def _beside_the_date(last: Token, verb: Token) -> None:
    """ "In July 2023, A and B agreed", both names hung onto the month: the first is the subject, B goes with it."""
    names = [c for c in last.head.children if c.dep == "nmod:unmarked" and c.tag in NAMES and c.i < last.i]
    hang(last, names[-1] if names else verb, "conj" if names else "nsubj")
    if names:
        hang(names[-1], verb, "nsubj")


def _month_and_subject(case: Token, noun: Token, verb: Token) -> None:
    """ "In July 2023 ministers agreed", read as one phrase: the month is the time, the rest the subject."""
    month = next((c for c in noun.children if c.dep == "compound" and is_month(c)), None)
    if month is None or case.i + 1 != month.i:
        return
    hang(month, verb, "obl")
    hang(case, month, "case")
    noun.dep = "nsubj"


def doubled_subject(verb: Token) -> None:
    """ "Rwandan troops occupied a hill", the people's name read as a subject of its own: it goes with its noun."""
    subjects = [c for c in verb.children if c.dep in SUBJECTS and c.i < verb.i]
    for first, second in pairwise(subjects):
        if first.tag in NAMES and second.tag in {"NNS", "NN"} and second.i == first.i + 1:
            hang(first, second, "compound")
    for noun in subjects:
        for c in noun.children:
            if c.dep == "nsubj" and c.tag in NAMES and c.i == noun.i - 1 and noun.tag == "NNS":
                c.dep = "compound"


def after_dateline(verb: Token) -> None:
    """ "Hanoi (Agency) - Premier X left": the name listed behind the dateline is the subject, not the place."""
    place = next((c for c in verb.children if c.dep == "nsubj" and c.i < verb.i), None)
    listed = next((c for c in place.children if c.dep == "list" and c.i < verb.i), None) if place is not None else None
    if place is not None and listed is not None and listed.tag in {*NAMES, "NN", "NNS"}:
        hang(listed, verb, "nsubj")
        place.dep = "dislocated"


def lost_subject(verb: Token) -> None:
    """ "Beijing opposes blocs", "Tehran, for its part, has promised": the name beside a verb is its subject."""
    if verb.child(*SUBJECTS, "case") or verb.dep in {"conj", "xcomp", "acl:relcl"}:
        return
    for child in verb.children:
        capital = child.text[:1].isupper() and child.tag in {"JJ", "NN", *NAMES}
        named = child.dep in MISREAD or (child.dep == "advmod" and child.tag in NAMES)
        if child.i < verb.i and named and capital and not is_month(child):
            child.dep, child.tag, child.pos = "nsubj", "NNP", "PROPN"
            return
