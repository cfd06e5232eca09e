"""Infinitives of a row that were read as nouns or adverbs: "to hold talks and upgrade the mechanism between them".

No noun and no adverb stands right before an article or a possessive that opens another phrase; a verb does.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from comity.language.repairs.words import SUBJECTS, words
from comity.language.tree import adopt, as_verb, hang

if TYPE_CHECKING:
    from comity.language.syntax import Token

JOINS = frozenset({"and", "or", ","})
OPENERS = frozenset({"DT", "PRP$"})
MISREAD = frozenset({"NN", "JJ", "RB", "RBR", "JJR", "VBP", "VBD"})
VERBS = ("noun_like_verbs", "adjectives_or_verbs", "regular_verbs", "row_verbs")
"""Lists of ``vocab/pipeline.yaml`` with verbs that taggers take for something else."""
BASE = frozenset({"VB", "VBP"})
CONJUNCTIONS = frozenset({"and", "or"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
PAST = frozenset({"VBD", "VBN", "VBZ"})
"""Forms that no bare infinitive can be coordinated with."""
ASIDE = frozenset({"parataxis", "conj", "advcl", "xcomp"})


def mend_infinitives(tokens: Sequence[Token]) -> None:
    """Give the infinitives of one sentence's rows back to what governs the first of them, in place."""
    _to_past_adverbs(tokens)
    for before, token, following in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if following.tag in OPENERS and token.tag in MISREAD and before.lower in JOINS and _is_verb(token):
            _mend(token, following)
    for join, to, verb in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if join.lower in CONJUNCTIONS and to.lower == "to" and verb.tag == "VB" and to.head is verb:
            _beside_the_first(join, verb, tokens)
    _on_one_object(tokens)
    for before, token in pairwise(tokens):
        joined = before.lower in JOINS | {";"} or before.tag == "RB"
        if joined and token.tag in BASE and token.dep in ASIDE and token.head.tag in PAST:
            _in_the_row(token)
        elif before.tag == "RB" and token.tag in BASE and token.dep == "parataxis" and token.head.tag == "VB":
            _behind_adverb(token)
        elif joined and token.tag == "VB" and token.dep == "compound":
            _with_a_noun(token)
    for verb in tokens:
        if verb.tag == "VB" and verb.lemma in words("causing") and _to(verb):
            _past_the_caused(verb)


def _to_past_adverbs(tokens: Sequence[Token]) -> None:
    """ "Willing to further strengthen ties": the particle belongs to the verb."""
    for to, adverb, verb in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if to.lower == "to" and to.head is adverb and adverb.head is verb and verb.tag in BASE:
            hang(to, verb, "mark")


def _past_the_caused(verb: Token) -> None:
    """ "agreed to encourage firms to invest, to open a route": the sides agreed to the latter, nobody is encouraged."""
    for caused in verb.all("xcomp", "advcl"):
        row = [c for c in caused.all("advcl") if c.all("conj") and any(x.text == "," for x in c.all("punct"))]
        for further in [c for c in (*row, *caused.conjuncts[1:]) if c.tag == "VB" and _to(c)]:
            hang(further, verb, "conj")


def _to(verb: Token) -> bool:
    return any(c.lower == "to" for c in verb.all("mark", "aux"))


def _beside_the_first(join: Token, verb: Token, tokens: Sequence[Token]) -> None:
    """ "agreed to raise trade to $5 billion and to open routes": the second "to" goes with the first."""
    if verb.dep == "conj" and verb.head.tag == "VB":
        return
    for token in reversed(tokens[: join.i - tokens[0].i]):
        if token.tag in FINITE or token.text in {";", ":"}:
            return
        if token.tag == "VB" and any(c.lower == "to" for c in token.children):
            hang(verb, token, "conj")
            _with_its_object(join, verb, tokens)
            return


def _in_the_row(verb: Token) -> None:
    """ "agreed to open posts, restart work and ease rules": a bare infinitive in a row is no clause of its own."""
    above = verb.head
    if above.i > verb.i or any(c.dep in {*SUBJECTS, "aux", "mark", "cop"} for c in verb.children):
        return
    rows = [c for c in above.children if c.dep in {"xcomp", "ccomp", "conj", "advcl"} and above.i < c.i < verb.i]
    aims = [c for row in rows for c in (row, *row.all("acl", "xcomp")) if c.tag == "VB"]
    if first := next((c for c in aims if any(m.lower == "to" for m in c.children)), None):
        hang(verb, first, "conj")
        verb.tag = "VB"


def _on_one_object(tokens: Sequence[Token]) -> None:
    """ "work together to preserve and strengthen peace": the verb right before "and" has the object with the second."""
    for first, join, second in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if join.lower != "and" or first.tag != "VB" or second.tag != "VB" or second.dep != "conj":
            continue
        alone = not any(c.i > first.i for c in first.children if c is not second)
        if second.head is not first and alone and second.child("obj") and second.head.i < first.i:
            hang(second, first, "conj")


def _behind_adverb(verb: Token) -> None:
    """ "agreed to open posts, restart work, fully ease rules and cut fees": an adverb ends no row."""
    above = verb.head
    row = above.dep == "conj" or any(c.lower == "to" for c in above.children)
    if row and above.i < verb.i and not any(c.dep in {*SUBJECTS, "aux", "mark", "cop"} for c in verb.children):
        verb.dep, verb.tag = "conj", "VB"


def _with_a_noun(verb: Token) -> None:
    """ "agreed to boost trade, train officers and set up a hotline": the verb was read as part of its object."""
    noun = verb.head
    governor = next((a for a in noun.ancestors() if a.tag == "VB" and a.i < verb.i), None)
    if noun.dep != "conj" or noun.i < verb.i or noun.child("case", "det") or governor is None:
        return
    hang(verb, governor, "conj")
    adopt([c for c in noun.children if c.dep == "punct" and c.i < verb.i], verb)
    hang(noun, verb, "obj")


def _with_its_object(join: Token, verb: Token, tokens: Sequence[Token]) -> None:
    """The noun behind the second infinitive, where it was coordinated with a noun before it."""
    for noun in tokens[verb.i + 1 - tokens[0].i :]:
        if noun.tag in FINITE or noun.text in {",", ";", ":"} or verb.child("obj"):
            return
        if noun.tag.startswith("N") and noun.dep == "conj" and noun.head.i < join.i:
            adopt([c for c in noun.children if c.i < verb.i], verb)
            hang(noun, verb, "obj")
            return


def _is_verb(token: Token) -> bool:
    return any(token.lower in words(name) for name in VERBS)


def _mend(token: Token, opener: Token) -> None:
    governor = next((a for a in token.ancestors() if a.tag in BASE and a.i < token.i), None)
    if governor is None or _leading(token):
        return
    noun = opener
    while noun.head is not noun and noun.head.i > token.i and noun.head.tag.startswith(("N", "PRP")):
        noun = noun.head
    if noun is governor or any(a is noun for a in governor.ancestors()):
        return
    hang(token, governor, "conj")
    as_verb(token, "VB", token.lower)
    if noun.head is not token:
        later = [c for c in noun.head.children if c.i > noun.i and c.dep in {"obl", "nmod", "advcl"}]
        adopt(later if noun.head is governor else [], token)
        hang(noun, token, "obj")
    noun.dep = "obj"


def _leading(token: Token) -> bool:
    """Whether a subject stands before the word, which then is a clause of its own."""
    return any(c.dep in {"nsubj", "aux", "cop"} and c.i < token.i for c in token.children)
