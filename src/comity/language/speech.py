"""Who says it: the speaker of each stretch, from reporting verbs, "according to" and quotation."""

from __future__ import annotations

from functools import cache

from comity.language.syntax import SUBJECTS, Token
from comity.vocab import load


@cache
def _verbs() -> frozenset[str]:
    return frozenset(load("speech")["verbs"])


def is_speech(token: Token) -> bool:
    """Whether the word is a verb of speech."""
    return token.lemma in _verbs() and token.tag.startswith("VB")


def speech_subject(token: Token) -> Token | None:
    """The noun phrase's head of whoever utters the clause in which ``token`` stands, or None for the outlet itself.

    Climbs to the nearest reporting verb above whose subject the token is not part of; a parenthetic report ("…, he
    said") and "according to X" count for the clause they stand beside.
    """
    below = token
    chain = [token, *token.ancestors()]
    for verb in chain:
        if source := _according_to(verb):
            return source
        if is_speech(verb) and (verb is not below or verb is token):
            subject = verb.subject()
            if subject is not None and not token.within(subject):
                return subject
        for child in verb.children:
            if child is not below and child.dep == "parataxis" and is_speech(child):
                subject = child.child(*SUBJECTS)
                if subject is not None:
                    return subject
        below = verb
    return None


def _according_to(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep in {"obl", "nmod", "advmod", "advcl"}:
            if child.lower == "according":
                return child.child("obl", "nmod", "obj") or None
            marks = [c.lower for c in child.children if c.dep in {"case", "mark"}]
            if "according" in marks or "citing" in marks:
                return child
            if child.lower == "citing":
                return child.child("obj")
    return None
