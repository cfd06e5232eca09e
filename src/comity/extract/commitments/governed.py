"""One future act with the word that governs it, and whose plan or promise a noun is."""

from __future__ import annotations

from dataclasses import dataclass

from comity.extract.commitments.lexicon import lexicon
from comity.language.clauses import Complement
from comity.language.gazetteer import gazetteer
from comity.language.syntax import Token

ASKING = frozenset({"proposed", "urged"})


@dataclass(frozen=True, slots=True)
class Governed:
    """One future act: the word that governs it, its modality, the act, and the subject of the governing word.

    ``joint`` tells that the act stands in a "with" phrase ("…, with plans to V") and belongs to both sides.
    """

    trigger: Token
    modality: str
    complement: Complement
    subject: Token | None
    joint: bool = False


def holder_of(noun: Token) -> Token | None:
    """Whose plan or promise it is: the possessor, or the subject of the verb that expresses it."""
    owner = noun.child("nmod:poss") or next((c for c in noun.all("amod", "compound") if of_a_state(c)), None)
    if owner is not None:
        return owner
    for c in noun.all("nmod"):
        if any(x.lower in {"by", "of", "from"} for x in c.all("case")) and not is_amount(c):
            return c
    verb = noun.head
    beside = any(c.lower in lexicon().sets["circumstances"] for c in noun.all("case"))  # "approved it amid hopes that"
    if verb.is_verb and verb.lemma in lexicon().sets["expressing"] and noun.dep != "nsubj" and not beside:
        return verb.subject()
    return None


def has_talks(verb: Token) -> bool:
    """ "Will have regular consultations": having them is an act, having an interest is none."""
    thing = verb.child("obj")
    return verb.lemma == "have" and thing is not None and thing.lemma in lexicon().sets["had"]


def is_amount(noun: Token) -> bool:
    """ "a target of 18 billion dollars": what is aimed at, not whose aim it is."""
    return noun.tag in {"CD", "$"} or any(c.tag == "CD" for c in noun.all("nummod", "flat"))


def of_a_state(word: Token) -> bool:
    """Whether a word before a plan says whose it is ("U.S. plans to V")."""
    entries = gazetteer().lookup(word.text)[:1] if word.text[:1].isupper() else ()
    return any(e.kind in {"state", "demonym"} for e in entries)
