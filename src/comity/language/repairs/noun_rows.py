"""Nouns of a row that the parser hung too low: "a memorandum on energy and a deal on fisheries" are two papers.

Of two phrases that are built alike, each with its article and its complement, the second goes with the first, not with
the bare noun in the first one's complement. So does the same noun said again: "the Government of X and the Government
of Y".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from comity.language.repairs.words import words
from comity.language.tree import hang

if TYPE_CHECKING:
    from comity.language.syntax import Token

INDEFINITE = frozenset({"a", "an"})


def mend_noun_rows(tokens: Sequence[Token]) -> None:
    """Raise the second phrases of one sentence's rows, in place."""
    for paper, of, token in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if token.lower == "understanding" and of.lower == "of" and paper.lower in words("memoranda"):
            _of_understanding(paper, token)
    for token in tokens:
        if token.dep == "conj" and token.head.i < token.i and (twin := _twin(token)) is not None:
            hang(token, twin, "conj")
        elif token.dep == "conj" and token.head.is_verb and (thing := _object_before(token)) is not None:
            hang(token, thing, "conj")
        elif token.dep == "conj" and token.head.i < token.i and (_built(token) or _counted(token)):
            first = _first(token)
            if first is not None:
                hang(token, first, "conj")


def _of_understanding(paper: Token, token: Token) -> None:
    """ "Memoranda of understanding": no gerund, whatever stands behind it."""
    token.tag, token.pos, token.lemma = "NN", "NOUN", token.lower
    hang(token, paper, "nmod")


def _object_before(noun: Token) -> Token | None:
    """ "agreed to hold A as well as B": a noun that only joins goes with the object before it, not with the verb."""
    joins = [c for c in noun.all("cc") if c.child("fixed") is not None]
    if not joins or not noun.tag.startswith("N") or noun.child("nsubj", "cop", "aux"):
        return None
    tokens = noun.sentence.tokens
    between = tokens[noun.head.i + 1 - tokens[0].i : joins[0].i - tokens[0].i]
    return next((t for t in reversed(between) if t.dep == "obj"), None)


def _twin(token: Token) -> Token | None:
    """The same noun with a complement of its own, somewhere below which the second was hung."""
    if not _of(token):
        return None
    above = token.head
    while above.dep in {"nmod", "conj", "appos", "flat"} and above.head.i < above.i:
        above = above.head
        if above.lower == token.lower and _of(above):
            return above
    return None


def _of(noun: Token) -> bool:
    """Whether a noun has a complement with "of"."""
    return noun.tag.startswith("N") and any(x.lower == "of" for c in noun.all("nmod") for x in c.all("case"))


def _first(token: Token) -> Token | None:
    """The noun with an article in the complement of which the bare noun stands."""
    bare = token.head
    if bare.dep not in {"nmod", "obl"} or bare.child("det", "nmod:poss") or not bare.tag.startswith("N"):
        return None
    first = bare.head
    while first.dep == "nmod" and first.head.tag == "NN" and not _built(first):
        first = first.head
    return first if first.tag == "NN" and first.i < bare.i and _built(first) else None


def _built(noun: Token) -> bool:
    """Whether a noun has an indefinite article and a complement."""
    article = noun.tag == "NN" and any(c.lower in INDEFINITE for c in noun.all("det"))
    return article and any(c.i > noun.i and c.child("case") for c in noun.all("nmod"))


def _counted(noun: Token) -> bool:
    """Whether several papers are counted: "an agreement on fish and two memoranda"."""
    return noun.lower in words("papers") and noun.child("nummod") is not None
