"""Future acts told of a thing: what a deal settles, whose duty will be lowered, what the aim is, what will go on."""

from __future__ import annotations

from collections.abc import Iterator

from comity.extract.commitments.governed import Governed, holder_of
from comity.extract.commitments.lexicon import lexicon
from comity.language.clauses import Complement, coordinated, modal
from comity.language.reading import Reading
from comity.language.speech import is_speech, speech_subject
from comity.language.syntax import SUBJECTS, Token
from comity.vocab import load


def aimed(reading: Reading, head: Token, aim: Token, modality: str) -> Iterator[Governed]:
    """ "The aim is to V": whose aim it is, or that of both."""
    owner = holder_of(aim)
    for verb in coordinated(head):
        if owner is not None or len(reading.references.pair) == 2:
            yield Governed(head, modality, Complement(verb, "infinitive"), owner, joint=owner is None)


def settled(reading: Reading, head: Token, modality: str) -> Iterator[Governed]:
    """ "X's duty on steel will be lowered", "under the deal a lane will be built": whose thing it is acts, or both."""
    thing, sets = head.child("nsubj:pass"), lexicon().sets
    if thing is None or modality not in {"pledged", "planned"}:
        return
    people = (sets["people"], load("references")["actor_nouns"], load("references")["person_nouns"])
    if any(thing.lemma in words for words in people):
        return
    owner = next((c for c in thing.all("nmod:poss", "amod", "compound") if _is_state(reading, c)), None)
    texts = sets["concluded"] | sets["texts"] | {"understanding", "compromise"}
    bound = any(c.lemma in texts and any(x.lower == "under" for x in c.all("case")) for c in head.all("obl"))
    if owner is None and not (bound and len(reading.references.pair) == 2):
        return
    for verb in coordinated(head):
        if verb is head or not modal(verb):
            yield Governed(head, "agreed" if bound else modality, Complement(verb, "that"), owner, joint=owner is None)


def _is_state(reading: Reading, word: Token) -> bool:
    """Whether a word names a state."""
    mention = reading.mention_at(word)
    return mention is not None and mention.entity.kind == "state"


def seeing_to(reading: Reading, head: Token, thing: Token | None) -> Token | None:
    """ "The drills will go on, she said": whoever says so of a thing answers for it."""
    if thing is None or head.lemma not in lexicon().sets["going_on"] or modal(head) not in {"will", "would"}:
        return None
    acting = any(a.kind in {"person", "state", "org"} for a in reading.actors(thing))
    reporter = speech_subject(head) if not acting and thing.tag.startswith("NN") else None
    holders = reading.actors(reporter) if reporter is not None else []
    return reporter if any(reading.references.speaks_for_a_state(a) for a in holders) else None


def shared_subject(head: Token) -> Token | None:
    """The subject of a clause before it in a row: "the parties shall never V, shall V and shall V"."""
    if head.child("mark") or any(not c.is_verb for c in head.all(*SUBJECTS)):
        return None
    first = head
    while first.dep in {"conj", "ccomp", "parataxis"} and not first.is_root:
        first, below = first.head, first
        if rows := _alike(first, head, below.i):
            return rows[-1].child("nsubj")
    before = [c for p in first.all("parataxis", "nsubj", "csubj") if first.is_root for c in _alike(p, head, head.i)]
    return before[-1].child("nsubj") if before else None


def _alike(verb: Token, head: Token, before: int) -> list[Token]:
    """The clauses that a verb tells with the same modal before a word, or any that somebody says."""
    clauses = [c for c in verb.all("ccomp") if c.i < before]
    said = is_speech(verb) and head.dep == "conj" and verb.i < before
    return [c for c in clauses if modal(c) == modal(head) or (said and c.i > verb.i)]
