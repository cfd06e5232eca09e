"""Nouns of a row that the parser hung too low: "a memorandum on energy and a deal on fisheries" are two papers.

Of two phrases that are built alike, each with its article and its complement, the second goes with the first, not with
the bare noun in the first one's complement.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from comity.language.tree import hang

if TYPE_CHECKING:
    from comity.language.syntax import Token

INDEFINITE = frozenset({"a", "an"})


def mend_noun_rows(tokens: Sequence[Token]) -> None:
    """Raise the second phrases of one sentence's rows, in place."""
    for token in tokens:
        if token.dep == "conj" and token.tag == "NN" and token.head.i < token.i and _built(token):
            first = _first(token)
            if first is not None:
                hang(token, first, "conj")


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
    article = any(c.lower in INDEFINITE for c in noun.all("det"))
    return article and any(c.i > noun.i and c.child("case") for c in noun.all("nmod"))
