"""Positions (codebook)."""

from __future__ import annotations

from comity.extract.draft import Draft
from comity.language.reading import Reading


def positions(reading: Reading) -> list[Draft]:
    """The positions of a document, in document order."""
    return []
