"""Subjects behind a phrase that opens the sentence, read as another name for what the phrase names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from comity.language.repairs.words import NAMES, SUBJECTS
from comity.language.tree import hang

if TYPE_CHECKING:
    from comity.language.syntax import Token


def mend_fronted(tokens: Sequence[Token]) -> None:
    """Give the verbs of one sentence their subjects back, in place."""
    for token in tokens:
        if token.is_verb:
            _apposed_to_phrase(token)


def _apposed_to_phrase(verb: Token) -> None:
    """ "Under a plan told in May, a public fund will pay": the subject was read as another name for the plan."""
    tensed = verb.tag in {"VBD", "VBZ", "VBP"} or verb.child("aux") is not None
    if verb.child(*SUBJECTS) or not tensed or verb.dep not in {"ROOT", "ccomp"}:
        return
    before = next((c for c in verb.children if c.dep == "obl" and c.i < verb.i and c.child("case")), None)
    thing = next((c for c in before.children if c.dep == "appos" and c.i < verb.i), None) if before else None
    if thing is None or before is None or thing.child("case") or not (thing.child("det") or thing.tag in NAMES):
        return
    later = [c for c in before.children if c.dep == "conj" and c.i > thing.i]
    hang(thing, verb, "nsubj:pass" if verb.child("aux:pass") else "nsubj")
    for other in later:
        hang(other, thing, "conj")
