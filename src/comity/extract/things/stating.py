"""Drafts of things: who vouches for a thing is who reports on it, not who merely acts, urges or praises."""

from __future__ import annotations

from comity.extract.draft import Draft, draft
from comity.language.reading import Reading
from comity.language.speech import QUOTES
from comity.language.syntax import Sentence, Token

_REPORTED = frozenset({"ccomp", "parataxis"})
_SOURCES = frozenset({"according", "citing"})


def stated(reading: Reading, kind: str, rule: str, trigger: Token, sentence: Sentence) -> Draft:
    """A draft for a thing in ``sentence`` with the act ``trigger``; no speaker where no clause reports the act."""
    made = draft(reading, kind, rule, trigger, sentence=sentence)
    if made.speaker and not _reported(trigger):
        made.speaker = ""
    return made


def _reported(trigger: Token) -> bool:
    """Whether the act stands in a clause that somebody utters."""
    chain = [trigger, *trigger.ancestors()]
    if any(t.dep in _REPORTED for t in chain) or _quoted(trigger):
        return True
    below = (c for t in chain for c in t.children)
    return any(c.dep == "parataxis" or c.lower in _SOURCES or _source(c) for c in below)


def _quoted(trigger: Token) -> bool:
    """Whether a quotation mark opened before the act is still open."""
    marks = [t.text for t in trigger.sentence.tokens if t.i < trigger.i and t.text in QUOTES | {"”", "»"}]
    return bool(marks) and (marks[-1] in QUOTES - {'"'} or len(marks) % 2 == 1)


def _source(token: Token) -> bool:
    return any(c.lower in _SOURCES for c in token.children)
