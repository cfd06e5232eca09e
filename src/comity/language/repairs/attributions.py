"""Sources named at the end of a sentence: "agreed to open a post, according to X" is told by X as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from comity.language.tree import hang

if TYPE_CHECKING:
    from comity.language.syntax import Token

CLOSING = frozenset({".", ",", "”", '"', "»"})


def mend_attributions(tokens: Sequence[Token]) -> None:
    """Hang the source that closes a sentence behind a comma onto its main verb, in place."""
    root = next((t for t in tokens if t.is_root), None)
    if root is None or not root.is_verb:
        return
    for before, word in pairwise(tokens):
        if word.lower == "according" and before.text in {",", "”", '"', "»"}:
            _raise(word, root, tokens)


def _raise(word: Token, root: Token, tokens: Sequence[Token]) -> None:
    source = word.head if word.dep in {"case", "mark"} else word
    if source is root or source.head is root or source.i < root.i:
        return
    end = max((t.i for t in tokens if t is source or source in t.ancestors()), default=source.i)
    if all(t.text in CLOSING for t in tokens[end + 1 - tokens[0].i :]):
        hang(source, root, "obl")
