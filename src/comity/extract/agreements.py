"""Agreements (codebook)."""

from __future__ import annotations

from comity.extract.draft import Draft
from comity.language.reading import Reading


def agreements(reading: Reading) -> list[Draft]:
    """The agreements of a document, in document order."""
    return []
