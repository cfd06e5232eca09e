"""Subjects of two behind a relative clause: "X, which sells gas to Z, and Y signed a pact"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from comity.language.tree import adopt, hang, replace

if TYPE_CHECKING:
    from comity.language.syntax import Token

SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


def mend_subjects(tokens: Sequence[Token]) -> None:
    """Hang the second of two subjects of one sentence on the first, in place.

    The clause between them hides from the parser that both do it: it gives the verb two subjects, or makes the first a
    sentence of its own.
    """
    for second in tokens:
        joining = _and_before(tokens, second) if second.dep in SUBJECTS and second.tag.startswith("N") else None
        first = _first(second) if joining is not None else None
        if first is None or joining is None or not _interrupted(first, joining):
            continue
        verb = second.head
        if verb.dep == "conj":
            replace(first, verb)
            adopt([c for c in first.children if c.i > verb.i], verb)
            hang(first, verb, second.dep)
        hang(second, first, "conj")
        hang(joining, second, "cc")
        for comma in (c for c in verb.all("punct") if c.i == joining.i - 1):
            hang(comma, second, "punct")


def _and_before(tokens: Sequence[Token], second: Token) -> Token | None:
    """The "and" right before a subject, behind the comma that ends what was put in."""
    first = second
    while first.children and first.children[0].i < first.i:
        first = first.children[0]
    at = first.i - tokens[0].i - 1
    fits = at > 1 and tokens[at].lower in {"and", "&"} and tokens[at - 1].text == ","
    return tokens[at] if fits and tokens[at].head in {second, second.head} else None


def _first(second: Token) -> Token | None:
    """The noun before it that is another subject of its verb, or that stands where the verb should."""
    verb = second.head
    before = [c for c in verb.children if c.dep in SUBJECTS and c.i < second.i]
    if before or verb.dep != "conj":
        return before[-1] if before else None
    above = verb.head.head if verb.head.dep == "acl:relcl" else verb.head
    bare = above.dep in {"ROOT", "ccomp", "parataxis"} and not above.child("cop", *SUBJECTS)
    return above if bare and above.i < second.i and above.tag.startswith("N") else None


def _interrupted(first: Token, joining: Token) -> bool:
    return first.tag.startswith("N") and any(first.i < c.i < joining.i for c in first.all("acl:relcl", "acl"))
