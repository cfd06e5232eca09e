"""By what a word shows to be an instrument: the words asked for beside it, or the verb that signs it."""

from __future__ import annotations

from typing import Any

from comity.extract.agreements.lexicon import listing
from comity.extract.things.phrases import Phrase, proper
from comity.language.reading import Reading
from comity.language.syntax import Token


def christened(reading: Reading, token: Token) -> dict[str, Any] | None:
    """What is signed is an instrument, whatever its name ("inked the Tallinn Union with Finland")."""
    if token.tag not in {"NNP", "NNPS"} or token.dep not in {"obj", "nsubj:pass"} or not token.head.is_verb:
        return None
    mention = reading.mention_at(token)
    known = mention is not None and mention.entity.kind != "instrument" and (mention.entity.known or mention.titles)
    named = token.child("compound", "flat", "amod") is not None and token.child("det") is not None
    verb = token.head.lemma in listing("naming") and token.lower not in listing("no_instruments")
    return {"type": "agreement", "weak": True} if verb and named and not known else None


def needed(reading: Reading, found: Phrase, spec: dict[str, Any]) -> bool:
    """Whether the words stand beside a head that its entry asks for ("joint statement")."""
    needs = spec.get("needs")
    if spec.get("named"):
        return proper(reading, found)
    if spec.get("signed") and _is_signed(found.head):
        return True
    return needs is None or any(t.lower in needs for t in reading.tokens[found.first : found.head.i])


def _is_signed(noun: Token) -> bool:
    """ "A communique was signed": what parties sign is theirs together."""
    return noun.dep in {"obj", "nsubj:pass"} and noun.head.lemma in listing("naming") and noun.child("det") is not None


def consent(reading: Reading, found: Phrase) -> bool:
    """ "in agreement", "reached agreement that", "a great deal of", "no arms deal": no instrument."""
    head, tokens = found.head, reading.tokens
    if any(t.lower in listing("absent") for t in tokens[max(head.sentence.tokens[0].i, found.first - 2) : found.first]):
        return True
    before = tokens[head.i - 1].lower if head.i else ""
    after = tokens[head.i + 1].lower if head.i + 1 < len(tokens) else ""
    if head.lemma == "deal" and before in {"great", "good"} and after == "of":
        return True
    if head.sentence.block.zone == "headline" or found.plural:
        return False
    mutual = found.first == head.i - 1 and before in {"mutual", "common", "prior"} and not found.determiner
    if mutual and head.lemma in {"agreement", "understanding"}:
        return True
    bare = found.first == head.i and not found.determiner and head.text.islower()
    return bare and (
        before in listing("consent")
        or after in {"that", "to", "among"}
        or head.lemma in {"understanding", "partnership"}
    )
