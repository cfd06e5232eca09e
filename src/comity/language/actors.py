"""Who acts in a phrase, as far as the document tells."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor of a phrase: canonical name, kind, state (ISO 3166 alpha-3) and the tokens ``[start, end)`` naming it.

    ``kind`` is ``person``, ``state``, ``org``, ``place`` or, for what stays as written, ``other``.
    """

    name: str
    kind: str
    iso3: str
    start: int
    end: int
