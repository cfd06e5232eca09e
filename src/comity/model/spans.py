"""Spans of a stored text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open ``[start, end)`` in code points of a stored text, with the characters that stand there.

    The same as a W3C text position selector joined with a text quote selector.
    """

    start: int
    end: int
    exact: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """Cut ``[start, end)`` out of ``text``; raise ``ValueError`` if that is empty or lies outside."""
        if not 0 <= start < end <= len(text):
            raise ValueError(f"[{start}, {end}) is no span of a text of {len(text)} characters")
        return cls(start, end, text[start:end])

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def as_dict(self) -> dict[str, int | str]:
        """The span in the exchange format."""
        return {"start": self.start, "end": self.end, "exact": self.exact}
