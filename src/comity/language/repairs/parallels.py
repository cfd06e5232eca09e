"""Nouns behind an "and": the same noun said again is another, and names in capitals may have one head for both."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from comity.language.tree import adopt, hang, replace

if TYPE_CHECKING:
    from comity.language.syntax import Token


def mend_parallels(tokens: Sequence[Token]) -> None:
    """Hang the nouns of one sentence beside what they go with, in place.

    "The Government of X and the Government of Y" are two governments; "a Trade and Investment Summit" is one summit.
    """
    for token in tokens:
        if token.dep == "flat" and token.child("cc"):
            token.dep = "conj"  # "President X and Secretary Y"
        if _one_name(token):
            _under_one_head(token)
        if token.dep != "conj" or not token.tag.startswith("N") or token.lemma == token.head.lemma:
            continue
        first = token.head
        while first.dep == "nmod" and first.lemma != token.lemma:
            first = first.head
        if first.lemma == token.lemma and first.tag == token.tag:
            hang(token, first, "conj")


def _one_name(last: Token) -> bool:
    """Whether a singular without article ends a name in capitals whose article stands before the "and"."""
    if last.dep != "conj" or last.tag not in {"NN", "NNP"} or last.child("det", "nmod:poss", "nummod", "case"):
        return False
    first, inner = last.head, last.child("compound")
    article = any(c.lower in {"a", "an"} for c in first.all("det"))
    capitals = first.text[0].isupper() and inner is not None and inner.text[0].isupper()
    return article and capitals and last.child("cc") is not None and first.i < last.i


def _under_one_head(last: Token) -> None:
    first = last.head
    replace(first, last)
    adopt([c for c in first.children if c.dep not in {"compound", "amod", "flat"}], last)
    hang(first, last, "compound")
