"""Relations, tags and word lists that the repairs of trees share; the lists are data (``vocab/pipeline.yaml``)."""

from __future__ import annotations

from functools import cache

from comity.vocab import load

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "expl"})
NAMES = frozenset({"NNP", "NNPS"})


@cache
def words(name: str) -> frozenset[str]:
    """A list of ``vocab/pipeline.yaml``."""
    return frozenset(load("pipeline")[name])
