"""How words hang together around an event: doers, those acted on, what follows a preposition, the governing verb.

The tree is trusted where it is usually right; else the order of words decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from comity.extract.events.lexicon import words
from comity.extract.events.scene import Scene
from comity.language.syntax import SUBJECTS, Token

RELATIVE = frozenset({"who", "which", "that", "whom"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
APART = frozenset({"since", "amid", "despite"})
BRACKET = 6
"""Words of a bracket that is read over."""
STOPS = frozenset({";", ":", "(", "”", '"'})


def case(noun: Token) -> str:
    """The preposition of a noun, lower-cased, or nothing."""
    found = noun.child("case")
    return found.lower if found else ""


def doer_head(verb: Token) -> Token | None:
    """The head of a verb's subject, relative pronouns resolved; the agent of a passive; None where there is neither."""
    if verb.child("nsubj:pass", "aux:pass") or reduced(verb):
        return agent(verb)
    own = [c for c in verb.children if c.dep in SUBJECTS]
    if verb.tag == "VBD" and verb.dep == "acl" and not own:
        return verb.head
    before = [c for c in own if c.i < verb.i]
    subject = before[-1] if before else own[0] if own else verb.subject()
    if subject is not None and subject.lower in RELATIVE:
        return _antecedent(subject.head)
    progressive = subject is not None and subject.head is verb and verb.child("aux") is not None
    if verb.tag == "VBG" and not progressive and (subject is None or subject.pos not in {"PROPN", "PRON"}):
        return _subject_above(verb) or subject
    return subject


def reduced(verb: Token) -> bool:
    """Whether a participle stands for a passive clause: "a pact signed by X", "accused by X, Y said"."""
    if verb.tag != "VBN" or verb.child("aux"):
        return False
    return verb.dep == "acl" or (verb.dep == "advcl" and agent(verb) is not None)


def _antecedent(relative: Token) -> Token | None:
    while relative.dep in {"conj", "xcomp"}:
        relative = relative.head
    return relative.antecedent if relative.dep.startswith("acl") or relative.cleft else None


def _subject_above(verb: Token) -> Token | None:
    """The subject of the nearest clause around a participle."""
    thing = verb.head.child("obj") if verb.head.is_verb else None
    if thing is not None and thing.i < verb.i and any(c.lower in {"for", "of"} for c in verb.all("mark", "case")):
        return thing  # "punished X for refusing", "accused X of arming"
    for above in verb.ancestors():
        for c in above.children:
            if c.dep in {"nsubj", "nsubj:pass"} and c.lower not in RELATIVE and not verb.within(c):
                return c
    return None


def agent(verb: Token) -> Token | None:
    """Who did what a passive verb says."""
    for c in verb.children:
        if c.dep == "obl:agent" or (c.dep == "obl" and c.i > verb.i and case(c) == "by"):
            return c
    if not verb.child("aux:pass"):
        return None
    days = (c for c in verb.children if c.dep.startswith("obl") and c.lower in words("days"))
    return next((c for day in days for c in day.all("nmod") if case(c) == "by"), None)  # "received on Monday by X"


def patient(verb: Token) -> Token | None:
    """What a verb is done to: its object, the subject of its passive, or the noun a participle stands with."""
    found = _patient(verb)
    return found if found is None or found.lemma not in words("collections") else _collected(found)


def _collected(noun: Token) -> Token:
    """What a noun of number counts: "agreements" of "a string of agreements"."""
    return next((c for c in noun.all("nmod") if case(c) == "of" and c.tag in {"NNS", "NNPS"}), noun)


def _patient(verb: Token) -> Token | None:
    found = verb.child("nsubj:pass") or verb.child("obj") or verb.child("iobj")
    if verb.dep == "xcomp" and verb.child("aux:pass") and (found is None or found.child("case")):
        return verb.head.child("nsubj:pass", "nsubj") or found
    if found is not None and found.lower in RELATIVE:
        own = next((c for c in verb.all("obj") if c.lower not in RELATIVE and c.i > verb.i), None)
        return own or _antecedent(verb)
    if found is None and verb.dep == "advcl" and reduced(verb) and verb.head.is_verb:
        return verb.head.child("nsubj", "nsubj:pass")
    if found is None and verb.dep == "acl" and verb.tag in FINITE and _has_subject(verb):
        return verb.head  # "the island Ghana occupied"
    if found is None and verb.tag == "VBN" and verb.dep == "acl":
        return verb.head
    if found is None and verb.dep == "amod" and verb.head.i > verb.i:
        return verb.head
    if found is None and verb.dep == "conj" and verb.child("aux:pass"):
        return verb.head.child("nsubj", "nsubj:pass")
    if found is None and verb.dep == "xcomp" and verb.child("aux:pass"):
        return verb.head.child("nsubj:pass", "nsubj")
    if found is None:
        beside = (c for c in verb.children if c.dep == "obl" and len(c.all("case")) == 1)  # not "out of X"
        return next((c for c in beside if case(c) in words("particles")), None)
    return found


def _has_subject(verb: Token) -> bool:
    subject = verb.child("nsubj")
    return subject is not None and subject.i < verb.i and subject.lower not in RELATIVE


def among(noun: Token, lemmas: frozenset[str]) -> bool:
    """Whether a noun, or one beside it, is one of these lemmas."""
    if noun.lemma in lemmas:
        return True
    if noun.lemma in _talks():
        return False
    return any(c.lemma in lemmas for c in noun.children if c.dep in {"compound", "nmod", "conj", "flat"})


def object_among(scene: Scene, verb: Token, lemmas: frozenset[str]) -> Token | None:
    """The object of a verb if it, or a noun beside it, is one of these lemmas; else the first near to its right."""
    target = patient(verb)
    if target is not None and among(target, lemmas):
        return target
    if target is not None and verb.tag == "VBN" and verb.dep == "acl":
        above = [t for t in target.ancestors() if t.i < target.i and t.tag.startswith("NN") and t.lemma in lemmas]
        if above and target.dep == "nmod":
            return above[0]
    last = verb.sentence.tokens[-1].i
    for i in range(verb.i + 1, min(verb.i + 12, last + 1)):
        token = scene.tokens[i]
        if token.lower == "in" and i == verb.i + 1:
            continue
        if token.text in {";", ":"}:
            return None
        if token.lower == "in" and _noun_behind(scene, token, last).lemma in lemmas:
            continue  # "250 million kroner in new grants"
        if token.tag in FINITE or (token.pos in {"ADP", "SCONJ"} and token.lower not in words("particles") | {"of"}):
            return None
        if token.lemma in lemmas and token.pos in {"NOUN", "PROPN"} and not _of_talks(token):
            return token
    return None


@cache
def _talks() -> frozenset[str]:
    """Nouns for talks and texts: the word before them only tells what they are about ("the gas talks")."""
    return words("signing", "documents") | words("meeting", "nouns")


def _of_talks(noun: Token) -> bool:
    return noun.dep == "compound" and noun.head.lemma in _talks()


def _noun_behind(scene: Scene, preposition: Token, last: int) -> Token:
    """The noun right behind a preposition, adjectives left out."""
    i = preposition.i + 1
    while i < last and scene.tokens[i].tag.startswith("JJ"):
        i += 1
    return scene.tokens[min(i, last)]


def after(scene: Scene, trigger: Token, wanted: Iterable[str], *, reach: int = 28) -> Iterator[tuple[str, Token]]:
    """The prepositions of ``wanted`` to the right of a word, up to the next finite verb, with the nouns they govern."""
    wanted = frozenset(wanted)
    last = trigger.sentence.tokens[-1].i
    past = trigger.i
    for i in range(trigger.i + 1, min(trigger.i + reach, last) + 1):
        token = scene.tokens[i]
        past = max(past, _closed(scene, i, last))
        if i <= past:
            continue
        if token.tag in FINITE or token.tag in {"WDT", "WP"} or token.text in STOPS or token.lower in APART - wanted:
            return
        if token.dep != "fixed" and token.lower in wanted and token.pos in {"ADP", "SCONJ"} and i < last:
            yield token.lower, _governed(scene, token)


def _closed(scene: Scene, i: int, last: int) -> int:
    """Where a short bracket that opens at word ``i`` closes ("€122 million ($139 million) with X"), else -1."""
    if scene.tokens[i].text != "(":
        return -1
    return next((k for k in range(i + 1, min(i + BRACKET, last) + 1) if scene.tokens[k].text == ")"), -1)


def _governed(scene: Scene, preposition: Token) -> Token:
    head = preposition.head
    behind = scene.tokens[preposition.i + 1]
    if head.is_verb and behind.pos == "PROPN" and preposition.dep == "mark" and behind.head is head:
        return behind
    if head.i > preposition.i and preposition.dep in {"case", "mark"} and head.tag != "RB":  # "with then-President X"
        return head
    i = preposition.i + 1
    last = preposition.sentence.tokens[-1].i
    while i < last and scene.tokens[i].pos not in {"NOUN", "PROPN", "PRON", "NUM"}:
        i += 1
    return scene.tokens[i]


def is_occasion(noun: Token) -> bool:
    """ "After talks", "during two days of talks": those who then do something have met."""
    days = noun.dep == "nmod" and case(noun) == "of" and noun.head.lemma in words("meeting", "lengths")
    return case(noun.head if days else noun) in words("meeting", "occasions")


def governor(noun: Token) -> Token | None:
    """The verb that a noun of action depends on, through nouns between them; None where it is none's."""
    token = noun
    for _ in range(3):
        if token.is_root or token.dep in {"parataxis", "acl:relcl"}:
            return None
        token = token.head
        if token.is_verb:
            return token
    return None


def general(noun: Token) -> bool:
    """Whether a noun speaks of such things in general ("regular visits", "any meeting")."""
    if any(c.lower in words("generic") for c in noun.children if c.dep in {"amod", "det", "compound", "advmod"}):
        return True
    return noun.head.lemma in words("generic_heads") and noun.dep == "nmod"


def finite(verb: Token) -> bool:
    """Whether a verb form can have a subject of its own to its left."""
    return verb.tag in {"VBD", "VBZ", "VBP"} or verb.child("aux") is not None or (verb.tag == "VBN" and not agent(verb))
