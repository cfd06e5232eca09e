"""Participles behind their noun tagged as pasts ("the agreement concluded with Qatar"); passives of headlines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from comity.language.repairs.words import SUBJECTS

if TYPE_CHECKING:
    from comity.language.syntax import Token


def mend_participles(tokens: Sequence[Token]) -> None:
    """Tag the participles of one sentence as what their place says they are, in place."""
    for token in tokens:
        if token.tag == "VBD" and token.dep in {"acl", "amod"} and not token.child(*SUBJECTS, "mark", "aux"):
            token.tag = "VBN"
    if tokens[-1].text not in {".", "!", "?"}:
        _passive(next((t for t in tokens if t.is_root), tokens[0]))


def _passive(verb: Token) -> None:
    """ "Six envoys expelled from X": a headline's participle without auxiliary tells what was done to its subject."""
    subject = verb.child("nsubj")
    if verb.tag == "VBN" and subject is not None and not verb.child("aux", "aux:pass", "obj", "ccomp", "xcomp"):
        subject.dep = "nsubj:pass"
