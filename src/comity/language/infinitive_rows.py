"""Infinitives of a row that were read as nouns or adverbs: "to hold talks and upgrade the mechanism between them".

No noun and no adverb stands right before an article or a possessive that opens another phrase; a verb does.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from comity.language.repair_words import words
from comity.language.tree import adopt, as_verb, hang

if TYPE_CHECKING:
    from comity.language.syntax import Token

JOINS = frozenset({"and", "or", ","})
OPENERS = frozenset({"DT", "PRP$"})
MISREAD = frozenset({"NN", "JJ", "RB", "RBR", "JJR", "VBP", "VBD"})
VERBS = ("noun_like_verbs", "adjectives_or_verbs", "regular_verbs", "row_verbs")
"""Lists of ``vocab/pipeline.yaml`` with verbs that taggers take for something else."""
BASE = frozenset({"VB", "VBP"})


def mend_infinitives(tokens: Sequence[Token]) -> None:
    """Give the infinitives of one sentence's rows back to what governs the first of them, in place."""
    for before, token, following in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if following.tag in OPENERS and token.tag in MISREAD and before.lower in JOINS and _is_verb(token):
            _mend(token, following)


def _is_verb(token: Token) -> bool:
    return any(token.lower in words(name) for name in VERBS)


def _mend(token: Token, opener: Token) -> None:
    governor = next((a for a in token.ancestors() if a.tag in BASE and a.i < token.i), None)
    if governor is None or _leading(token):
        return
    noun = opener
    while noun.head is not noun and noun.head.i > token.i and noun.head.tag.startswith(("N", "PRP")):
        noun = noun.head
    if noun is governor or any(a is noun for a in governor.ancestors()):
        return
    hang(token, governor, "conj")
    as_verb(token, "VB", token.lower)
    if noun.head is not token:
        later = [c for c in noun.head.children if c.i > noun.i and c.dep in {"obl", "nmod", "advcl"}]
        adopt(later if noun.head is governor else [], token)
        hang(noun, token, "obj")
    noun.dep = "obj"


def _leading(token: Token) -> bool:
    """Whether a subject stands before the word, which then is a clause of its own."""
    return any(c.dep in {"nsubj", "aux", "cop"} and c.i < token.i for c in token.children)
