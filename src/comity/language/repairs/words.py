"""Relations, tags and word lists that the repairs of trees share; the lists are data (``vocab/pipeline.yaml``)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from comity.vocab import load
from comity.vocab.calendar import months

if TYPE_CHECKING:
    from comity.language.syntax import Token

FINITE = frozenset({"VBD", "VBZ", "VBP"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "expl"})
NAMES = frozenset({"NNP", "NNPS"})
MISREAD = frozenset({"amod", "vocative", "discourse", "dep", "compound", "obl:unmarked", "nmod:desc"})
"""Relations under which a subject may be hidden."""


@cache
def words(name: str) -> frozenset[str]:
    """A list of ``vocab/pipeline.yaml``."""
    return frozenset(load("pipeline")[name])


def is_month(token: Token) -> bool:
    """Whether a word is the name of a month, written as one: "May", not "may"."""
    return token.text[:1].isupper() and token.lower in months()
