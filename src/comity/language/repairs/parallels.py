"""The same noun said again behind an "and": "the Government of X and the Government of Y" are two governments."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from comity.language.tree import hang

if TYPE_CHECKING:
    from comity.language.syntax import Token


def mend_parallels(tokens: Sequence[Token]) -> None:
    """Hang such nouns of one sentence beside the noun they repeat, not beside what stands below it, in place."""
    for token in tokens:
        if token.dep == "flat" and token.child("cc"):
            token.dep = "conj"  # "President X and Secretary Y"
        if token.dep != "conj" or not token.tag.startswith("N") or token.lemma == token.head.lemma:
            continue
        first = token.head
        while first.dep == "nmod" and first.lemma != token.lemma:
            first = first.head
        if first.lemma == token.lemma and first.tag == token.tag:
            hang(token, first, "conj")
