"""Indicators (codebook)."""

from __future__ import annotations

from comity.extract.draft import Draft
from comity.language.reading import Reading


def indicators(reading: Reading) -> list[Draft]:
    """The indicators of a document, in document order."""
    return []
