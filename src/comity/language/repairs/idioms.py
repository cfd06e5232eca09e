"""Phrases that do a verb's work: "put their names to a pact" signs it, "gave the green light to a bill" approves it.

The verb takes the lemma of what the phrase amounts to, and what the phrase's preposition governs becomes its object, so
that every rule reads the phrase as it reads the plain verb. The phrases are data (``vocab/pipeline.yaml``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from comity.language.tree import adopt, as_verb, hang, phrase_head, replace
from comity.vocab import load

if TYPE_CHECKING:
    from comity.language.syntax import Token

SKIPPED = frozenset({"DT", "PRP$", "JJ", "POS", "CD", "RB"})
SKIPS = 3
"""Words that may stand between the verb and its noun ("put their own signatures")."""
REACH = 12
"""Words that an object may take between the verb and the end of its phrase ("put the talks with X on hold")."""


@dataclass(frozen=True, slots=True)
class Idiom:
    """The words behind a verb, articles and adjectives before the first left out, and the verb they amount to.

    Where ``open`` is true the last word is a preposition whose noun is acted on; else the object stands before them.
    """

    words: tuple[str, ...]
    means: str
    open: bool


@cache
def idioms() -> Mapping[str, tuple[Idiom, ...]]:
    """The phrases by the lemma of their verb."""
    out: dict[str, tuple[Idiom, ...]] = {}
    for kind, verbs in load("pipeline")["idioms"].items():
        for verb, meanings in verbs.items():
            made = (Idiom(tuple(p.split()), m, kind == "open") for m, phrases in meanings.items() for p in phrases)
            out[verb] = (*out.get(verb, ()), *made)
    return out


def mend_idioms(tokens: Sequence[Token]) -> None:
    """Read the phrases of one sentence as the verbs they amount to, in place."""
    for at, token in enumerate(tokens):
        if token.tag.startswith("VB"):
            for idiom in idioms().get(token.lemma, ()):
                if (_opened if idiom.open else _closed)(token, tokens, at, idiom):
                    break


def _opened(verb: Token, tokens: Sequence[Token], at: int, idiom: Idiom) -> bool:
    """ "put his name to a pact": the noun behind the phrase is what is acted on."""
    start = _noun(tokens, at + 1, idiom.words[0])
    end = start + len(idiom.words)
    if start <= at or end >= len(tokens) or not _same(tokens[start:end], idiom.words):
        return False
    thing = _governed(tokens, end - 1)
    if thing is None:
        return False
    if verb.head is tokens[start] and verb.dep == "amod":
        _raise(verb, tokens[start])
    for word in tokens[start : end - 1]:
        if word.tag.startswith("N"):
            hang(word, verb, "compound:lvc")
    particle = tokens[end - 1]
    hang(particle, verb, "compound:prt")
    particle.tag, particle.pos = "RP", "PART"
    hang(thing, verb, "obj")
    verb.lemma = idiom.means
    return True


def _raise(verb: Token, noun: Token) -> None:
    """ "A mob set fire to the consulate", its verb read as an adjective of "fire"."""
    before = [c for c in (*noun.children, *verb.children) if c.i < verb.i]
    subject = next((c for c in reversed(before) if c.tag.startswith("N")), None)
    replace(noun, verb)
    as_verb(verb, "VBD")
    if subject is not None:
        hang(subject, verb, "nsubj")
        adopt([c for c in before if c is not subject], subject)
    adopt([c for c in noun.children if c.i > noun.i], verb)


def _noun(tokens: Sequence[Token], first: int, wanted: str) -> int:
    """Where the noun of a phrase stands, at most some small words behind its verb; -1 where it does not."""
    for i in range(first, min(first + SKIPS + 1, len(tokens))):
        if wanted in {tokens[i].lower, tokens[i].lemma}:
            return i
        if tokens[i].tag not in SKIPPED:
            break
    return -1


def _before_object(verb: Token, tokens: Sequence[Token], last: int, idiom: Idiom) -> bool:
    """ "put on hold its aid": the object stands behind the phrase."""
    thing = _governed(tokens, last)
    if thing is None or thing.i == tokens[last].i:
        return False
    word = tokens[last]
    for small in tokens[verb.i - tokens[0].i + 1 : last]:
        small.tag, small.pos = "RP", "PART"
    hang(thing, verb, "obj")
    hang(word, verb, "compound:lvc")
    if word.tag.startswith("VB"):
        word.tag, word.pos = "NN", "NOUN"
        adopt(word.children, verb)
    verb.lemma = idiom.means
    return True


def _same(tokens: Sequence[Token], words: Sequence[str]) -> bool:
    return len(tokens) == len(words) and all(w in {t.lower, t.lemma} for t, w in zip(tokens, words, strict=True))


def _governed(tokens: Sequence[Token], preposition: int) -> Token | None:
    """The noun that a preposition governs; the head of the phrase behind it where the tree has none."""
    word = tokens[preposition]
    if word.dep in {"case", "mark"} and word.head.i > word.i and word.head.tag.startswith(("N", "VBG", "PRP", "CD")):
        return word.head
    for token in tokens[preposition + 1 :]:
        if token.tag.startswith(("N", "PRP")):
            return phrase_head(token, word.i)
        if token.tag not in {"DT", "PRP$", "CD", "JJ", "JJR", "JJS", "VBN", "VBG", "RB", "$", "``", '"'}:
            return None
    return None


def _closed(verb: Token, tokens: Sequence[Token], at: int, idiom: Idiom) -> bool:
    """ "put the talks on hold", "the talks were put on hold": the object stands before the phrase."""
    if _same(tokens[at + 1 : at + 1 + len(idiom.words)], idiom.words) and verb.child("nsubj:pass") is None:
        return _before_object(verb, tokens, at + len(idiom.words), idiom)
    thing = verb.child("obj", "nsubj:pass")
    if thing is None and not (verb.tag == "VBN" and verb.dep == "acl"):
        return False
    for i in range(at + 1, min(at + REACH, len(tokens) - len(idiom.words) + 1)):
        if tokens[i].tag in {"VBD", "VBZ", "VBP", "MD"} or tokens[i].text in {";", ":"}:
            return False
        if _same(tokens[i : i + len(idiom.words)], idiom.words):
            last = tokens[i + len(idiom.words) - 1]
            if last is not thing:
                hang(last, verb, "compound:lvc")
            verb.lemma = idiom.means
            return True
    return False
