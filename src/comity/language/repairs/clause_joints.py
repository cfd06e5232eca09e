"""Two clauses joined by "and", the object of the first read as a subject of the second.

"The sides have reopened three posts and Beijing has promised to ease curbs."
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from comity.language.repairs.words import NAMES, words
from comity.language.tree import hang

if TYPE_CHECKING:
    from comity.language.syntax import Token


def mend_joints(tokens: Sequence[Token]) -> None:
    """Put the border between the two clauses where it belongs, in place."""
    for verb in tokens:
        if verb.is_verb and verb.head.is_verb and verb.dep in {"advcl", "ccomp", "parataxis", "conj"}:
            _joint(verb, tokens)
            _phrase_before_that(verb)
        if verb.tag == "VBN" and verb.dep == "conj":
            _back_to_the_subject(verb, tokens)
        if verb.lemma in words("telling_of") and verb.is_verb:
            _of_doing(verb)


def _of_doing(verb: Token) -> None:
    """ "Assured X of doing all it can": the gerund is what was said, and says nothing of X."""
    told = verb.child("iobj", "obj")
    for clause in told.all("acl") if told is not None else ():
        if clause.tag == "VBG" and any(c.lower == "of" for c in clause.all("mark")):
            hang(clause, verb, "advcl")
    if told is None or told.tag not in NAMES | {"PRP"} or verb.lemma not in words("assuring"):
        return
    for thing in told.all("nmod"):
        if thing.tag not in NAMES and any(c.lower == "of" for c in thing.all("case")):
            hang(thing, verb, "obl")  # "assured X of its support"


def _back_to_the_subject(verb: Token, tokens: Sequence[Token]) -> None:
    """ "A denied reports of B, which it said were untrue, and accused C": past the relative clause A goes on."""
    root = next((t for t in tokens if t.is_root), verb)
    comma = any(c.text == "," and c.i == verb.i - 2 for c in verb.children)
    apart = comma and any(a.dep == "acl:relcl" for a in verb.ancestors())
    if verb.head.is_verb or not apart or verb.child("aux", "aux:pass") or verb.child("obj", "compound:prt") is None:
        return
    if root.tag == "VBD" and root.i < verb.i and root.child("nsubj"):
        hang(verb, root, "conj")
        verb.tag = "VBD"


def _phrase_before_that(clause: Token) -> None:
    """ "said after talks with A that trade would grow": the phrase tells when it was said, not who grows."""
    that = next((c for c in clause.children if c.lower == "that" and c.dep == "mark"), None)
    opening = next((c for c in clause.all("mark") if that is not None and c.i < that.i), None)
    if that is None or opening is None or opening.i != clause.head.i + 1 or opening.tag != "IN":
        return
    noun = next((c for c in clause.children if opening.i < c.i < that.i and c.tag.startswith("NN")), None)
    if noun is None:
        return
    hang(noun, clause.head, "obl")
    hang(opening, noun, "case")


def _joint(verb: Token, tokens: Sequence[Token]) -> None:
    first, thing = verb.head, verb.child("nsubj")
    if thing is None or thing.text[:1].isupper() or first.child("obj", "ccomp", "xcomp", "aux:pass"):
        return
    second = next((c for c in thing.children if c.dep == "conj" and c.tag in NAMES and c.child("cc")), None)
    if second is None or not first.i < thing.i < second.i < verb.i or verb.child("mark"):
        return
    begins = min(t.i for t in (thing, *thing.children))
    follows = next((t for t in tokens if t.i > second.i and t.tag not in {"RB", ","}), verb)
    if begins != first.i + 1 or not (follows is verb or (follows.head is verb and follows.dep == "aux")):
        return
    hang(thing, first, "obj")
    hang(second, verb, "nsubj")
    for joining in second.all("cc"):
        hang(joining, verb, "cc")
    verb.dep = "conj"
