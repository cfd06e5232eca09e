""" "Talks between X and Y stalled": the parser takes Y for the subject, as if a clause on X had ended.

Between stands before two, so the phrase behind its "and" belongs to the first, and what they have between them is the
subject.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from comity.language.repairs.words import SUBJECTS
from comity.language.tree import hang, phrase_head, replace

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
    below = list(_below(first))
    if first.child("conj"):
        return
    if joined := [t for t in below if t.dep == "conj" and any(c.lower == "and" for c in t.children)]:
        hang(joined[-1], first, "conj")
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
