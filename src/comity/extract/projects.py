"""Projects (codebook)."""

from __future__ import annotations

from comity.extract.draft import Draft
from comity.language.reading import Reading


def projects(reading: Reading) -> list[Draft]:
    """The projects of a document, in document order."""
    return []
