"""Infinitives of a row that were hung onto the wrong verb: "agreed to raise trade to $5 billion and to open routes"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from comity.language.repairs.words import SUBJECTS, words
from comity.language.tree import hang

if TYPE_CHECKING:
    from comity.language.syntax import Token

JOINS = frozenset({"and", "or", ","})
BASE = frozenset({"VB", "VBP"})
CONJUNCTIONS = frozenset({"and", "or"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
PAST = frozenset({"VBD", "VBN", "VBZ"})
"""Forms that no bare infinitive can be coordinated with."""
ASIDE = frozenset({"parataxis", "conj", "advcl", "xcomp"})


def mend_infinitives(tokens: Sequence[Token]) -> None:
    """Give the infinitives of one sentence's rows back to what governs the first of them, in place."""
    for join, to, verb in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if join.lower in CONJUNCTIONS and to.lower == "to" and verb.tag == "VB" and to.head is verb:
            _beside_the_first(join, verb, tokens)
    for before, token in pairwise(tokens):
        joined = before.lower in JOINS | {";"} or before.tag == "RB"
        if joined and token.tag in BASE and token.dep in ASIDE and token.head.tag in PAST:
            _in_the_row(token)
    for verb in tokens:
        if verb.tag == "VB" and verb.lemma in words("causing") and _to(verb):
            _past_the_caused(verb)


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
