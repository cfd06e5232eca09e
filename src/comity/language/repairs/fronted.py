"""Subjects behind an opening phrase, read as a part of it: "After talks in Nairobi, Chad and Mali signed a pact"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from comity.language.repairs.words import FINITE, NAMES, SUBJECTS
from comity.language.tree import hang

if TYPE_CHECKING:
    from comity.language.syntax import Token

PLAIN = frozenset({"DT", "JJ", "NN", "NNS", "CD", "POS", "PRP$", ",", "CC", *NAMES})
"""Tags of what a subject may be made of."""
SWALLOWED = frozenset({"conj", "appos", "list", "nmod:desc"})


def mend_fronted(tokens: Sequence[Token]) -> None:
    """Give the main verb of a sentence that opens with a preposition its subject back, in place."""
    verb = next((t for t in tokens if t.is_root and t.tag in FINITE), None)
    if verb is None or tokens[0].tag != "IN" or tokens[0].dep != "case":
        return
    last = verb.child(*SUBJECTS)
    if last is not None and last.child("cc") is None:
        return
    first = tokens[0].i
    comma = next((t for t in tokens if t.text == "," and _only_subject(tokens[t.i + 1 - first : verb.i - first])), None)
    if comma is None or comma.i + 1 >= verb.i:
        return
    inside = tokens[comma.i + 1 - first : verb.i - first]
    heads = [t for t in inside if t.head.i < comma.i and t.dep in SWALLOWED]
    if not heads or min(t.i for t in (heads[0], *heads[0].children)) > comma.i + 1:
        return
    hang(heads[0], verb, "nsubj")
    for head in (*heads[1:], *([last] if last is not None and last.i > heads[0].i else [])):
        hang(head, heads[0], "conj")


def _only_subject(words: Sequence[Token]) -> bool:
    return bool(words) and all(t.tag in PLAIN for t in words) and any(t.tag in NAMES for t in words)
