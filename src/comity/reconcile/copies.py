"""Which of several documents with the same text counts: the one of which most is known. The others say nothing new."""

from __future__ import annotations

from collections.abc import Collection

from comity.model import Head
from comity.vocab import load


def originals(heads: Collection[Head]) -> dict[str, str]:
    """Among documents with the very same text the copies, by key, each with the key of the one that counts for it.

    A copy has nothing of its own: its date, publisher and address are empty or those of the other. Where two know the
    same (the file has another name) the one with the shorter name counts, so that "report.txt" goes before "report
    (1).txt". The text on another day or of another outlet is no copy. A text that more documents have than
    vocab/witnesses.yaml allows is none of theirs ("This page was moved"), and has no copies.
    """
    found: dict[str, str] = {}
    if len(heads) > int(load("witnesses")["copies"]):
        return found
    for head in heads:
        better = [other for other in heads if _stands_for(other, head)]
        chief = [other for other in better if not any(_stands_for(third, other) for third in better)]
        if chief:
            found[head.key] = min(chief, key=_order).key
    return found


def _order(head: Head) -> tuple[int, str, str]:
    return len(head.source), head.source, head.key


def _stands_for(one: Head, other: Head) -> bool:
    if one.key == other.key or not _knows(one, other):
        return False
    return not _knows(other, one) or _order(one) < _order(other)


def _knows(one: Head, other: Head) -> bool:
    """Whether all that is known of where the other comes from is known of the one."""
    pairs = ((one.published, other.published), (one.publisher, other.publisher), (one.url, other.url))
    return all(theirs in {"", own} for own, theirs in pairs)
