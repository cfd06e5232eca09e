"""Forms of verbs that the tagger calls otherwise than their place in the tree: participles, headlines, "set"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from comity.language.repairs.words import SUBJECTS
from comity.language.tree import adopt, as_verb, hang, replace

if TYPE_CHECKING:
    from comity.language.syntax import Token


def mend_participles(tokens: Sequence[Token]) -> None:
    """Tag the pasts and participles of one sentence as what their place says they are, in place."""
    if tokens[-1].text == "." and tokens[0].sentence.block.zone == "article":
        _main_verb(next((t for t in tokens if t.is_root), tokens[0]), tokens)
    for token in tokens:
        if token.tag == "VBD" and token.dep in {"acl", "amod"} and not token.child(*SUBJECTS, "mark", "aux"):
            token.tag = "VBN"  # "the agreement concluded with Qatar"
    root = next((t for t in tokens if t.is_root), tokens[0])
    _uninflected(root)
    if tokens[-1].text not in {".", "!", "?"}:
        _passive(root)


def _passive(verb: Token) -> None:
    """ "Six envoys expelled from X": a headline's participle without auxiliary tells what was done to its subject."""
    subject = verb.child("nsubj")
    if verb.tag == "VBN" and subject is not None and not verb.child("aux", "aux:pass", "obj", "ccomp", "xcomp"):
        subject.dep = "nsubj:pass"


def _uninflected(root: Token) -> None:
    """ "A mob set fire to X", its verb read as a noun or an infinitive: one with a subject and an object is a past."""
    if root.tag == "NN" and root.child("nsubj") and root.child("obj") and not root.child("cop", "case", "det"):
        as_verb(root, "VBD")
    noun = root.child("compound")
    if root.tag == "VB" and root.child("det") and noun is not None and not root.child(*SUBJECTS, "mark"):
        adopt([c for c in root.children if c.i < noun.i and c.dep in {"det", "amod"}], noun)
        hang(noun, root, "nsubj")
        root.tag = "VBD"


def _main_verb(root: Token, tokens: Sequence[Token]) -> None:
    """ "The minister at the head of a delegation left for X.": a past behind a noun is the only verb there is."""
    if not root.tag.startswith("N") or root.child(*SUBJECTS, "cop", "case"):
        return
    tensed = [t for t in tokens if t.tag in {"VBD", "VBZ", "VBP", "MD"} and t.dep not in {"acl:relcl", "ccomp"}]
    verb = tensed[0] if len(tensed) == 1 else root
    if verb.tag != "VBD" or verb.dep != "acl" or verb.child(*SUBJECTS, "mark", "aux", "obl:agent"):
        return
    replace(root, verb)
    adopt([c for c in root.children if c.i > verb.i], verb)
    hang(root, verb, "nsubj")
