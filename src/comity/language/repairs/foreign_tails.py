"""Words of another tongue that belong to the noun before them: "chargé d'affaires"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from comity.language.tree import adopt, hang, replace
from comity.vocab import load

if TYPE_CHECKING:
    from comity.language.syntax import Token


def mend_tails(tokens: Sequence[Token]) -> None:
    """Hang such words of one sentence onto their noun, in place."""
    tails = load("pipeline")["foreign_tails"]
    for before, token in pairwise(tokens):
        if token.lower in tails and before.tag.startswith(("NN", "VB", "JJ")):
            _tail(before, token)


def _tail(noun: Token, tail: Token) -> None:
    """ "chargé d'affaires", its second word read as a verb: it belongs to the noun before it."""
    head = tail.head
    tail.tag, tail.pos, tail.lemma = "NN", "NOUN", tail.lower
    if not noun.tag.startswith("NN"):
        noun.tag, noun.pos, noun.lemma = "NN", "NOUN", noun.lower
    if head is tail or noun in tail.children:
        replace(tail, noun)
    hang(tail, noun, "flat")
    adopt(tail.children, noun)
