"""Rows of clauses: what has no subject of its own goes with the clause before it, not with the first of the row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from comity.language.repairs.words import SUBJECTS
from comity.language.tree import hang

if TYPE_CHECKING:
    from comity.language.syntax import Token


def mend_rows(tokens: Sequence[Token]) -> None:
    """Hang the verbs of one sentence on the clause whose subject they share, in place.

    "X accused Y; Y blamed X and lodged a protest": Y lodged it.
    """
    for token in tokens:
        if token.dep != "conj" or not token.is_verb or _subject(token) or token.head.i > token.i:
            continue
        between = [c for c in token.head.all("conj", "parataxis") if token.head.i < c.i < token.i and c.is_verb]
        if between and _subject(between[-1]) and between[-1].tag == token.tag and not _apart(between[-1], token):
            hang(token, between[-1], "conj")


def _subject(verb: Token) -> bool:
    return verb.child(*SUBJECTS) is not None


def _apart(clause: Token, verb: Token) -> bool:
    """Whether a semicolon parts them, so that the verb may go on with the first."""
    return any(c.text == ";" and clause.i < c.i < verb.i for c in (*verb.children, *clause.children))
