"""Verbs that were tagged as nouns although they govern the parts of a clause: "both sides speed up work"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from comity.language.repairs.mending import lemma_of

if TYPE_CHECKING:
    from comity.language.syntax import Token

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "nsubj:outer"})
MENDED = {"NN": "VB", "JJ": "VB", "JJR": "VB", "NNS": "VBZ"}
"""Tags that a verb may get by mistake, with the verb's tag."""
CLAUSAL = frozenset({"ccomp", "xcomp", "advcl", "acl", "acl:relcl", "conj", "ROOT"})


def mend_verbal_nouns(tokens: Sequence[Token]) -> None:
    """Read them as the verbs they are, in place."""
    for token in tokens:
        _mend(token)


def _mend(token: Token) -> None:
    """Read as a verb what was tagged a noun although it governs the parts of a clause ("both sides speed up work")."""
    if token.tag not in MENDED or token.dep not in CLAUSAL or token.child("cop"):
        return
    opens = any(c.dep == "xcomp" and c.i == token.i + 1 for c in token.children) and token.child("nsubj") is not None
    if not opens and not any(c.dep in {"obj", "compound:prt", "ccomp"} and c.i > token.i for c in token.children):
        return
    token.tag, token.pos = MENDED[token.tag], "VERB"
    token.lemma = token.lower if token.tag == "VB" else lemma_of(token.lower, token.lemma, token.tag)
    if token.child(*SUBJECTS) is None:
        for c in token.children:
            if c.i < token.i and c.dep in {"compound", "nmod", "nmod:poss"} and c.tag in {"NNS", "NNP", "NNPS"}:
                c.dep = "nsubj"
