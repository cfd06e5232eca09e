"""Honorifics without a full stop, as British outlets write them: "Mr Ruto pledged", the name given its place."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from comity.language.repairs.words import NAMES, words
from comity.language.tree import adopt, hang, replace

if TYPE_CHECKING:
    from comity.language.syntax import Token


def mend_honorifics(tokens: Sequence[Token]) -> None:
    """Make the name right behind an honorific the head of both, in place."""
    for title, name in pairwise(tokens):
        if title.text not in words("honorifics_alone") or not name.text[:1].isupper():
            continue
        if name.head is title:
            replace(title, name)
        elif name.head is title.head and title.dep in {name.dep, "obl:unmarked", "nmod:unmarked", "dep", "nsubj"}:
            name.dep = title.dep if title.dep == "nsubj" else name.dep
        if title.head is not name and title.i < name.i:
            hang(title, name, "compound")
        if title.head is name:
            title.dep = "compound"
            adopt(list(title.children), name)
            name.tag = name.tag if name.tag in NAMES else "NNP"
