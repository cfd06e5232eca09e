"""Perfects whose participle was read as an adjective: "have lodged stern representations"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from comity.language.repairs.mending import past_forms
from comity.language.repairs.words import words
from comity.language.tree import adopt, as_verb, hang, replace

if TYPE_CHECKING:
    from comity.language.syntax import Token


def mend_perfects(tokens: Sequence[Token]) -> None:
    """Give one sentence's perfects their participles back, in place: they stand right behind "have"."""
    for token in tokens:
        _apart(token)
    for have, participle in pairwise(tokens):
        if have.lemma != "have" or have.dep == "aux" or participle.dep != "amod":
            continue
        noun = _thing(participle.head, have)  # "had summoned Japan's ambassador"
        misread = participle.tag in {"VBN", "JJ"} and noun.head is have and noun.dep == "obj"
        if misread and _is_done(participle):
            _mend(have, participle, noun)


def _thing(noun: Token, have: Token) -> Token:
    """The noun that a noun right behind the participle belongs to, below "have"."""
    while noun.dep in {"nmod:poss", "compound", "amod"} and noun.head.i > noun.i and noun.head is not have:
        noun = noun.head
    return noun


def _apart(have: Token) -> None:
    """ "X has by contrast nominated Y": a phrase stands between the auxiliary and its participle."""
    if have.lemma != "have" or have.dep == "aux" or have.tag not in {"VBZ", "VBP", "VBD"} or have.child("obj", "aux"):
        return
    for phrase in have.all("obl"):
        participle = next(
            (c for c in phrase.children if c.tag == "VBN" and c.dep == "acl" and c.i == phrase.i + 1), None
        )
        if participle is not None and phrase.child("case") and phrase.i > have.i and participle.child("obj", "obl"):
            replace(phrase, participle)
            hang(phrase, participle, "obl")
            replace(have, participle)
            adopt(have.children, participle)
            hang(have, participle, "aux")
            return


def _is_done(participle: Token) -> bool:
    return participle.lower in words("perfects") or participle.lower in past_forms()


def _mend(have: Token, participle: Token, noun: Token) -> None:
    replace(have, participle)
    as_verb(participle, "VBN", past_forms().get(participle.lower, participle.lemma))
    adopt(have.children, participle)
    hang(have, participle, "aux")
    if noun.head is not participle:
        hang(noun, participle, "obj")
