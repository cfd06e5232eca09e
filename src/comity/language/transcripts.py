"""Transcripts: paragraphs that open with the name of whoever speaks in them ("Ms Soto: We call on …")."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from comity.language.entities import Mention
from comity.language.syntax import Sentence, Token

LONGEST = 12
"""Words that a label may have, its title included."""


def labelled(sentences: Sequence[Sentence], at: Mapping[int, Mention]) -> dict[int, Token]:
    """Who speaks in the paragraphs behind a label, by index of the sentence; ``at`` gives the name that covers a word.

    A speaker goes on until another label, be it one that names nobody ("Q:", an outlet).
    """
    out: dict[int, Token] = {}
    speaker: Token | None = None
    for i, sentence in enumerate(sentences):
        block = sentence.block
        if i == 0 or sentences[i - 1].block is not block:
            following = sentences[i + 1] if i + 1 < len(sentences) and sentences[i + 1].block is block else None
            found = _label(sentence, following, at)
            if found is not None:
                speaker = found
                continue
            speaker = None if block.body_start > block.start or block.zone == "headline" else speaker
        if speaker is not None:
            out[sentence.index] = speaker
    return out


def _label(sentence: Sentence, following: Sentence | None, at: Mapping[int, Mention]) -> Token | None:
    """The last word of the person's name that a sentence is, a title before it left out; None where it is no label."""
    tokens = sentence.tokens
    closes = tokens[-1].text == ":"
    if following is None or not (closes or following.tokens[0].text == ":"):
        return None
    words = tokens[:-1] if closes else tokens
    person = at.get(words[-1].i) if words else None
    if person is None or person.entity.kind != "person" or len(words) > LONGEST:
        return None
    return None if any(t.tag.startswith("VB") and t.i < person.start for t in words) else words[-1]
