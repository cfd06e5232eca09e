"""What a verb makes of its object, told before the object: "shot dead two herders", "set free six sailors"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from comity.language.repairs.words import words
from comity.language.tree import hang, replace

if TYPE_CHECKING:
    from comity.language.syntax import Token


def mend_resultant(tokens: Sequence[Token]) -> None:
    """Give the verbs of one sentence the objects that stand behind such an adjective, in place."""
    for state in tokens:
        verb = state.head
        if state.dep not in {"xcomp", "advmod", "amod"} or state.lower not in words("resultant"):
            continue
        if not verb.is_verb or verb.i + 1 != state.i or verb.child("obj", "nsubj:pass", "aux:pass"):
            continue
        for thing in state.all("obj"):
            hang(thing, verb, "obj")
        if verb.child("obj") is None and verb.child("nsubj") is not None:
            _of_two_clauses(verb, state)
        if verb.child("obj") is not None and verb.tag == "VBN" and verb.child("nsubj") and not verb.child("aux"):
            verb.tag = "VBD"


def _of_two_clauses(verb: Token, state: Token) -> None:
    """ "Guards shot dead two men and Tashkent closed the border": the men are no subject of the closing."""
    later = verb.head
    subject = (
        later.child("nsubj") if verb.dep in {"ccomp", "parataxis", "advcl", "csubj"} and later.i > verb.i else None
    )
    if subject is None or subject.i < state.i:
        return
    second = next((c for c in subject.all("conj") if c.i > subject.i and c.child("cc")), None)
    if second is None:
        return
    joining = second.all("cc")
    replace(later, verb)
    hang(later, verb, "conj")
    hang(subject, verb, "obj")
    hang(second, later, "nsubj")
    for word in joining:
        hang(word, later, "cc")
