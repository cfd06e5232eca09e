"""Who goes on telling: "he said" and "the president added" mean whoever told the sentences before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from comity.language.speech import is_speech
from comity.language.syntax import SUBJECTS, Sentence, Token
from comity.vocab import load

if TYPE_CHECKING:
    from comity.language.entities import Mention
    from comity.language.references import References

REACH = 3
"""Sentences without any report after which nobody goes on telling."""


def tells(token: Token) -> bool:
    """Whether a word is the subject of a verb of speech in a main clause ("she said", "…, the president stated")."""
    return token.dep in SUBJECTS and is_speech(token.head) and token.head.dep in {"ROOT", "parataxis", "conj"}


def tellers(references: References, sentences: Sequence[Sentence], sources: Mapping[int, Token]) -> dict[int, Mention]:
    """The person who tells what stands before each sentence, by the sentence's index; those where nobody does left out.

    A name opens a stretch, "he", "she" or the bare office goes on with it, and any other source ends it.
    ``sources`` are those that the sentences name themselves (``speech.sources``).
    """
    out: dict[int, Mention] = {}
    told: Mention | None = None
    quiet = 0
    for sentence in sentences:
        if told is not None:
            out[sentence.index] = told
        source = sources.get(sentence.index)
        named = _person(references, source) if source is not None else None
        quiet = 0 if source is not None else quiet + 1
        if named is not None:
            told = named
        elif quiet > REACH or (source is not None and not _goes_on(source)):
            told = None
    return out


def _person(references: References, source: Token) -> Mention | None:
    name = source.child("flat", "appos")
    for at in (source.i, *([name.i] if name is not None else [])):
        mention = references.at.get(at)
        if mention is not None and mention.entity.kind == "person":
            return mention
    return None


def _goes_on(source: Token) -> bool:
    """Whether a source without a name can be the one who told before."""
    words = load("references")
    bare = source.child("amod", "compound", "nmod:poss", "nmod") is None
    first = source.lower in {"he", "she", "i", "we"}
    return first or (source.lemma in words["person_nouns"] and bare)
