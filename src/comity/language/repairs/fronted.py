"""Subjects behind a phrase that opens the sentence, read as another name for what the phrase names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from comity.language.repairs.words import NAMES, SUBJECTS
from comity.language.tree import adopt, hang

if TYPE_CHECKING:
    from comity.language.syntax import Token

BELONGING = frozenset({"conj", "appos", "acl", "acl:relcl"})
"""Relations of what stands behind a subject and belongs to it."""


def mend_fronted(tokens: Sequence[Token]) -> None:
    """Give the verbs of one sentence their subjects back, in place."""
    for token in tokens:
        before = _opening(token) if token.is_verb else None
        if before is not None and not _listed_with_phrase(token, tokens, before):
            _apposed_to_phrase(token, before)


def _opening(verb: Token) -> Token | None:
    """The phrase before a finite verb that has no subject."""
    if verb.dep not in {"ROOT", "ccomp"} or verb.child(*SUBJECTS):
        return None
    if verb.tag not in {"VBD", "VBZ", "VBP"} and verb.child("aux") is None:
        return None
    return next((c for c in verb.children if c.dep == "obl" and c.i < verb.i and c.child("case")), None)


def _apposed_to_phrase(verb: Token, before: Token) -> None:
    """ "Under a plan told in May, a public fund will pay": the subject was read as another name for the plan."""
    thing = next((c for c in before.children if c.dep == "appos" and c.i < verb.i), None)
    if thing is not None and not thing.child("case") and (thing.child("det") or thing.tag in NAMES):
        _make_subject(verb, thing)


def _listed_with_phrase(verb: Token, tokens: Sequence[Token], before: Token) -> bool:
    """ "After talks in Lima, Peru and Chile signed a pact": the subjects were read as two more towns of a list."""
    row = [t for t in tokens if before.i < t.i < verb.i and t.dep == "conj" and t.tag.startswith("N")]
    row = [t for t in row if t.head is row[-1].head and before in (t.head, *t.head.ancestors())]
    closed = next((k for k, t in enumerate(row[:-1]) if t.child("cc")), -1)  # "in Lima and Quito, Peru and Chile …"
    thing = next((t for t in row[closed + 1 :] if (mark := t.child("punct")) and mark.i < t.i), None)
    listed = any(t.child("cc") for t in row)
    group = min([verb.i, *(c.i for c in verb.all("aux", "aux:pass") if c.i > before.i)])
    if thing is None or (listed and tokens[group - tokens[0].i - 1].text == ","):
        return False
    _make_subject(verb, thing)
    return True


def _make_subject(verb: Token, thing: Token) -> None:
    """Hang a noun onto a verb as its subject, and what is listed behind it beside it."""
    later = [c for c in thing.head.children if c.i > thing.i and c.dep in BELONGING]
    hang(thing, verb, "nsubj:pass" if verb.child("aux:pass") else "nsubj")
    adopt(later, thing)
