"""Commitments: statements that a party will, should or is asked to act in future (codebook section 8).

``governors`` finds the words that govern a future act and what they govern; ``acts`` tells who is to act, towards whom
and by when, and which words are the act.
"""

from __future__ import annotations

from comity.extract.commitments.acts import commitment
from comity.extract.commitments.governors import governed
from comity.extract.draft import Draft
from comity.language.reading import Reading
from comity.model import Span


def commitments(reading: Reading) -> list[Draft]:
    """The commitments of a document, one for each governed act, in document order.

    A text that names fewer than two states is about no relation and yields none.
    """
    if len(reading.references.pair) < 2:
        return []
    claimed: dict[int, Draft] = {}
    for sentence in reading.sentences:
        if sentence.block.zone == "headline":
            continue
        covered: list[Span] = []
        for found in (g for token in sentence.tokens for g in governed(reading, token)):
            made = commitment(reading, found) if found.complement.head.i not in claimed else None
            action = made.fields["action"].quotes[0] if made else None
            if made is None or action is None or any(s.start <= action.start and action.end <= s.end for s in covered):
                continue
            claimed[made.at] = made
            covered.append(action)
    return [claimed[i] for i in sorted(claimed)]
