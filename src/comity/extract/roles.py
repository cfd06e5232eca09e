"""Roles (codebook)."""

from __future__ import annotations

from comity.extract.draft import Draft
from comity.language.reading import Reading


def roles(reading: Reading) -> list[Draft]:
    """The roles of a document, in document order."""
    return []
