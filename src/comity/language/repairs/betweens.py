""" "Talks between X and Y stalled": the parser takes Y for the subject, as if a clause on X had ended.

Between stands before two, so the phrase behind its "and" belongs to the first, and what they have between them is the
subject.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from comity.language.repairs.words import NAMES, SUBJECTS
from comity.language.tree import adopt, hang, phrase_head, replace

if TYPE_CHECKING:
    from comity.language.syntax import Token


def mend_betweens(tokens: Sequence[Token]) -> None:
    """Mend the pairs after "between" of one sentence, in place."""
    for token in tokens:
        if token.lower == "between" and token.dep == "case" and _nominal(token.head):
            _pair(token.head, tokens)


def _nominal(token: Token) -> bool:
    return token.tag.startswith(("N", "PRP"))


def _pair(first: Token, tokens: Sequence[Token]) -> None:
    if first.child("conj"):
        return
    below = list(_below(first))
    if joined := [t for t in below if t.dep == "conj" and any(c.lower == "and" for c in t.children)]:
        if _beside(joined[-1], first):
            hang(joined[-1], first, "conj")
        elif joined[-1].i == first.i - 1 and {t.tag for t in (joined[-1], joined[-1].head, first)} <= NAMES:
            _part(joined[-1].head, joined[-1], first)
        return
    at = max(t.i for t in below) + 1 - tokens[0].i
    if at + 1 >= len(tokens) or tokens[at].lower != "and":
        return
    second = phrase_head(tokens[at + 1], tokens[at].i)
    verb = second.head
    if not _nominal(second) or second.dep not in SUBJECTS or verb.i < second.i:
        return
    dep = second.dep
    hang(second, first, "conj")
    hang(tokens[at], second, "cc")
    _subject(_top(first), verb, dep)


def _beside(second: Token, first: Token) -> bool:
    """Whether a noun can be the second of the pair: behind the first, and in no clause that tells of it."""
    between = takewhile(lambda above: above is not first, second.ancestors())
    return second.i > first.i and _nominal(second) and not any(a.dep == "acl:relcl" for a in between)


def _part(one: Token, word: Token, other: Token) -> None:
    """ "between Lima and Buenos Aires", read as one name: its first word is one of the pair, the last the other."""
    if one.head is not other:
        return
    replace(other, one)
    adopt([c for c in other.children if c.i < one.i], one)
    hang(other, one, "conj")
    adopt([c for c in word.children if c.dep == "cc"], other)
    hang(word, other, "compound")


def _below(token: Token) -> Iterator[Token]:
    """A word and all that it governs."""
    yield token
    for child in token.children:
        yield from _below(child)


def _top(first: Token) -> Token:
    """What the two have between them: "the round" of "the round of talks between X and Y"."""
    top = first
    while top.dep in {"nmod", "obl"} and _nominal(top.head) and top.head.i < top.i:
        top = top.head
    return top


def _subject(noun: Token, verb: Token, dep: str) -> None:
    """Give a verb that lost its subject to the pair what they have between them."""
    if any(c.dep in SUBJECTS and c.i < verb.i for c in verb.children):
        return
    if any(a is noun for a in verb.ancestors()):
        if verb.head is not noun or verb.dep not in {"conj", "parataxis", "acl:relcl"}:
            return
        replace(noun, verb)
    hang(noun, verb, dep)
