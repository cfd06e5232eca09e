"""Transcripts: paragraphs that open with the name of whoever speaks in them ("Ms Soto: We call on …")."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from comity.language.entities import Mention
from comity.language.syntax import Sentence, Token
from comity.vocab import load

EARLY = 4
"""Sentences among which the headline stands that says whose words the text is."""
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
        if i < EARLY and block.zone == "headline" and (found := _author(sentence, at)) is not None:
            speaker = found
            continue
        if i == 0 or sentences[i - 1].block is not block:
            following = sentences[i + 1] if i + 1 < len(sentences) and sentences[i + 1].block is block else None
            found = _label(sentence, following, at)
            if found is not None:
                speaker = found
                continue
            speaker = None if block.body_start > block.start else speaker
        if speaker is not None:
            out[sentence.index] = speaker
    return out


def _author(sentence: Sentence, at: Mapping[int, Mention]) -> Token | None:
    """Whose words a headline announces: "Remarks by President X at …"; None where it announces nobody's."""
    for token in sentence.tokens[:-1]:
        if token.lemma not in load("speech")["announced"] and token.lower not in load("speech")["announced"]:
            continue
        behind = sentence.tokens[token.i + 1 - sentence.tokens[0].i :]
        if behind and behind[0].lower in {"by", "of"}:
            return next((t for t in behind if (m := at.get(t.i)) and m.entity.kind == "person"), None)
    return None


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
