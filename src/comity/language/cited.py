"""Who is cited at the start of a sentence: "According to X, the director called"."""

from __future__ import annotations

from collections.abc import Sequence

from comity.language.syntax import Token

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def is_source(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the name ``[start, end)`` of a document is a source, and whoever stands behind its comma acts.

    An apposition ("According to X, the director, ...") is closed by a second comma before the verb. ``tokens`` are
    those of the sentence.
    """
    offset = tokens[0].i
    if [t.lower for t in tokens[: start - offset]] != ["according", "to"] or tokens[end - offset].text != ",":
        return False
    stop = next((t for t in tokens[end - offset + 1 :] if t.text == "," or t.tag in FINITE), None)
    return stop is not None and stop.tag in FINITE
