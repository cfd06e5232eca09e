"""The words of projects, from ``vocab/projects.yaml``."""

from __future__ import annotations

from functools import cache
from typing import Any

from comity.extract.things.acts import Lexicon
from comity.vocab import load


@cache
def data() -> dict[str, Any]:
    """``vocab/projects.yaml``."""
    content: dict[str, Any] = load("projects")
    return content


@cache
def acts() -> Lexicon:
    """What is done with undertakings."""
    return Lexicon.of(data()["acts"])


@cache
def listed(name: str) -> frozenset[str]:
    """One of its lists."""
    return frozenset(data()[name])
