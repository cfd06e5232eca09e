"""Courtesies before a name that were read as who acts: "His Excellency Mr X met Y" is told of X."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from comity.language.repairs.words import NAMES, words
from comity.language.tree import adopt, hang, replace

if TYPE_CHECKING:
    from comity.language.syntax import Token

REACH = 4
"""Words behind a courtesy among which the name begins ("His Excellency the Hon. Dr X")."""


def mend_courtesies(tokens: Sequence[Token]) -> None:
    """Hang the courtesies of one sentence onto the names behind them, in place."""
    for at, token in enumerate(tokens):
        if token.lower in words("courtesies") and token.tag.startswith("N"):
            name = next((t for t in tokens[at + 1 : at + 1 + REACH] if _is_name(t, token)), None)
            if name is not None and all(t.text != "," for t in tokens[at + 1 : at + name.i - token.i]):
                _under(token, name)


def _is_name(word: Token, courtesy: Token) -> bool:
    """Whether a word is read as another name for the courtesy, or as a second party in its place."""
    beside = word.head is courtesy.head and word.dep == courtesy.dep
    return word.tag in NAMES and ((word.head is courtesy and word.dep in {"appos", "flat"}) or beside)


def _under(courtesy: Token, name: Token) -> None:
    if name.head is courtesy:
        replace(courtesy, name)
        adopt([c for c in courtesy.children if c is not name and c.i > name.i], name)
    adopt(courtesy.all("case", "punct", "cc"), name)
    hang(courtesy, name, "nmod:desc")
