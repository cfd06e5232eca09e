"""Commitments: statements that a party will, should or is asked to act in future (codebook section 8).

``governors`` finds the words that govern a future act and what they govern; ``acts`` tells who is to act, towards whom
and by when, and which words are the act.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from comity.extract.commitments.acts import commitment
from comity.extract.commitments.constructions import constructed
from comity.extract.commitments.governed import Governed
from comity.extract.commitments.governors import governed
from comity.extract.commitments.lists import announced, headed, item_of
from comity.extract.draft import Draft
from comity.language.reading import Reading
from comity.language.syntax import Sentence, Token
from comity.model import Span


def commitments(reading: Reading) -> list[Draft]:
    """The commitments of a document, one for each governed act, in document order.

    A text that names fewer than two states or international bodies is about no relation and yields none.
    """
    if len(reading.references.parties) < 2:
        return []
    claimed: dict[int, Draft] = {}
    heading: Governed | None = None
    actor: Token | None = None
    headlines: list[Sentence] = []
    for sentence in reading.sentences:
        if sentence.block.zone == "headline":
            headlines.append(sentence)
            continue
        words = _telling(sentence)
        found = [g for token in words for g in (*governed(reading, token), *constructed(reading, token))]
        if sentence.block.zone == "list_item":
            found = [replace(g, subject=g.subject or actor) for g in found]
        else:
            actor = headed(sentence)
        if sentence.block.zone == "list_item" and heading is not None:
            found = [*item_of(heading, sentence), *found]
        elif sentence.block.zone != "list_item":
            heading = announced(reading, sentence)
        _claim(reading, found, claimed)
    _claim_headlines(reading, headlines, claimed)
    return [claimed[i] for i in sorted(claimed)]


def _telling(sentence: Sentence) -> Sequence[Token]:
    """The words of a sentence; a question promises nothing."""
    return () if sentence.tokens[-1].text == "?" else sentence.tokens


def _claim_headlines(reading: Reading, headlines: Sequence[Sentence], claimed: dict[int, Draft]) -> None:
    """Add what only a headline says; of those who promise something below it, it is taken to tell the same."""
    below = {who for draft in claimed.values() for who in _doers(reading, draft)}
    for sentence in headlines:
        made: dict[int, Draft] = {}
        _claim(reading, [g for token in _telling(sentence) for g in governed(reading, token)], made)
        claimed |= {at: draft for at, draft in made.items() if not below & _doers(reading, draft)}


def _doers(reading: Reading, draft: Draft) -> set[str]:
    """Who is to act: the states of those who act for one, else the names."""
    entities = reading.references.entities
    return {(entities[name].iso3 if name in entities else "") or name for name in draft.names("by")}


def _claim(reading: Reading, found: list[Governed], claimed: dict[int, Draft]) -> None:
    """Make the records of one sentence; what stands inside the words of another act is part of it."""
    covered: list[tuple[Span, Draft]] = []
    for one in found:
        made = commitment(reading, one) if one.complement.head.i not in claimed else None
        action = made.fields["action"].quotes[0] if made else None
        if made is None or action is None:
            continue
        around = [d for s, d in covered if s.start <= action.start and action.end <= s.end]
        added = one.trigger.dep == "acl:relcl" and one.trigger.child("nsubj") is not None
        if around and not (added and all(d.names("by") != made.names("by") for d in around)):
            continue  # but "the talks, which Y intends to close by May" tells of another's act
        claimed[made.at] = made
        covered.append((action, made))
