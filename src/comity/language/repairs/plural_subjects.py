"""Plurals that the tagger took for verbs: "whereas imports from X amounted to Y" has imports as its subject."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from comity.language.repairs.words import SUBJECTS, words
from comity.language.tree import adopt, as_verb, hang, replace

if TYPE_CHECKING:
    from comity.language.syntax import Token

CLAUSES = frozenset({"advcl", "acl", "xcomp", "ccomp"})
BOUND = frozenset({"mark", "aux", "aux:pass", *SUBJECTS})


def mend_plural_subjects(tokens: Sequence[Token]) -> None:
    """Make a plural that was read as a verb the subject of the verb behind it, in place."""
    for word in tokens:
        if word.tag != "VBZ" or word.lower not in words("plurals_read_as_verbs") or word.child(*SUBJECTS) is not None:
            continue
        if word.dep in SUBJECTS:
            _as_plural(word)
        else:
            behind = (c for c in word.children if c.i > word.i and c.dep in CLAUSES and c.tag in {"VBD", "VBN"})
            verb = next((c for c in behind if c.child(*BOUND) is None), None)
            if verb is not None:
                _under(word, verb)


def _as_plural(noun: Token) -> None:
    noun.tag, noun.pos, noun.lemma = "NNS", "NOUN", noun.lower.removesuffix("s")


def _under(noun: Token, verb: Token) -> None:
    replace(noun, verb)
    as_verb(verb, "VBD")
    _as_plural(noun)
    hang(noun, verb, "nsubj")
    adopt([c for c in noun.children if c.dep in {"mark", "advmod", "punct", "cc"} or c.i > verb.i], verb)
    for c in noun.children:
        c.dep = "nmod" if c.dep == "obl" else c.dep
