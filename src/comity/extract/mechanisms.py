"""Mechanisms (codebook)."""

from __future__ import annotations

from comity.extract.draft import Draft
from comity.language.reading import Reading


def mechanisms(reading: Reading) -> list[Draft]:
    """The mechanisms of a document, in document order."""
    return []
