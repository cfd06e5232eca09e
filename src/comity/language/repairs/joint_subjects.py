"""Subjects of two, the first with an apposition: "X's minister, Ana Diaz, and Y's Juan Vega signed a pact".

The parser takes the first for a sentence of its own and gives the verb to the second alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from comity.language.repairs.words import SUBJECTS
from comity.language.tree import adopt, hang, replace

if TYPE_CHECKING:
    from comity.language.syntax import Token


def mend_joint_subjects(tokens: Sequence[Token]) -> None:
    """Make a root noun with an apposition the first subject of the verb that is joined to it, in place."""
    root = next((t for t in tokens if t.is_root), None)
    if root is None or root.pos not in {"NOUN", "PROPN"} or root.child("appos") is None or root.child(*SUBJECTS, "cop"):
        return
    verb = next((c for c in root.children if c.dep == "conj" and c.is_verb), None)
    second = verb.child("nsubj") if verb is not None else None
    joint = verb.child("cc") if verb is not None else None
    if verb is None or second is None or joint is None or joint.lower != "and" or joint.i > second.i:
        return
    replace(root, verb)
    hang(root, verb, "nsubj")
    hang(second, root, "conj")
    hang(joint, second, "cc")
    adopt([c for c in root.children if c.i > verb.i], verb)
