"""Participles behind their noun that were tagged as pasts: "the agreement concluded with Qatar"."""

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
