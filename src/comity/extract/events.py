"""Events (codebook)."""

from __future__ import annotations

from comity.extract.draft import Draft
from comity.language.reading import Reading


def events(reading: Reading) -> list[Draft]:
    """The events of a document, in document order."""
    return []
