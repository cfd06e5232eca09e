"""Relations, tags and word lists that the repairs of trees share; the lists are data (``vocab/pipeline.yaml``)."""

from __future__ import annotations

from functools import cache

from comity.vocab import load

FINITE = frozenset({"VBD", "VBZ", "VBP"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "expl"})
NAMES = frozenset({"NNP", "NNPS"})
MISREAD = frozenset({"amod", "vocative", "discourse", "dep", "compound", "obl:unmarked", "nmod:desc"})
"""Relations under which a subject may be hidden."""


@cache
def words(name: str) -> frozenset[str]:
    """A list of ``vocab/pipeline.yaml``."""
    return frozenset(load("pipeline")[name])
