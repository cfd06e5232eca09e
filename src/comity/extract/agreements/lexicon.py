"""The words of agreements, from ``vocab/agreements.yaml``."""

from __future__ import annotations

from functools import cache
from typing import Any

from comity.extract.things.acts import Lexicon
from comity.vocab import load


@cache
def data() -> dict[str, Any]:
    """``vocab/agreements.yaml``."""
    content: dict[str, Any] = load("agreements")
    return content


@cache
def acts() -> Lexicon:
    """What is done with instruments."""
    return Lexicon.of(data()["acts"])


@cache
def listing(name: str) -> frozenset[str]:
    """One of its lists."""
    return frozenset(data()[name])
