"""Verbs that the parser took for parts of a noun phrase, put back over the noun that is their object.

"said Japan opposed coercion", "undertakes to complete acquisition", "offered to mediate", "by suspending visas".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from comity.language.gazetteer import gazetteer
from comity.language.repairs.words import NAMES, SUBJECTS, words
from comity.language.tree import adopt, as_verb, hang, replace

if TYPE_CHECKING:
    from comity.language.syntax import Token


def embedded_verb(verb: Token) -> None:
    """ "(that) Japan opposed coercion": a noun that has a subject is the object of the participle before it."""
    noun = verb.head
    if noun.i < verb.i or not noun.tag.startswith("N") or any(c.dep in {"cop", "aux"} for c in noun.children):
        return
    subject = next((c for c in (*noun.children, *verb.children) if c.dep in SUBJECTS and c.i < verb.i), None)
    if subject is None:
        subject = _place_before(verb, noun) or _after_opener(verb, noun)
    if subject is None and _after_aside(verb, noun):
        _raise_over(verb, noun)
        return
    if subject is None and (name := _after_phrase(verb, noun)) is not None:
        _raise_past(verb, noun, name)
        return
    if subject is None or any(c.lower == "by" for c in verb.children):
        return
    replace(noun, verb)
    as_verb(verb, "VBD")
    adopt([c for c in noun.children if c.i < verb.i and c.dep != "det"], verb)
    hang(noun, verb, "obj")
    if verb.child("mark") and verb.dep in {"obl", "nmod", "obj"}:
        verb.dep = "advcl"
    _above_participle(verb)


def _above_participle(verb: Token) -> None:
    """ "During the talks, held on Monday, ministers reviewed ties": the tensed verb is that of the sentence."""
    above = verb.head
    if above.tag != "VBN" or not above.is_root or above.child("aux", "aux:pass", "cop") or verb.i < above.i:
        return
    if verb.dep not in {"nsubj", "nsubj:pass"}:
        return
    before = next((c for c in above.children if c.dep == "obl" and c.i < above.i), None)
    replace(above, verb)
    if before is not None:
        hang(before, verb, "obl")
    hang(above, before if before is not None else verb, "acl")


def _place_before(verb: Token, noun: Token) -> Token | None:
    """The state or capital that opens a clause without a verb: "Riyadh severed ties"."""
    if not (noun.is_root or noun.dep == "ccomp") or any(
        c.dep in {"det", "case"} for c in noun.children if c.i < verb.i
    ):
        return None
    first = min(noun.children, key=lambda c: c.i)
    if first.i + 1 != verb.i or not first.text[:1].isupper():
        return None
    if not any(
        f.kind in {"state", "place", "capital"} for f in gazetteer().lookup(first.text)[:1] if f.subtype != "adjective"
    ):
        return None
    first.tag, first.pos, first.dep = "NNP", "PROPN", "nsubj"
    return first


def _after_opener(verb: Token, noun: Token) -> Token | None:
    """ "a day after Burundi severed ties": the name between the conjunction and the verb is its subject."""
    name = next((c for c in noun.children if c.i == verb.i - 1 and c.tag in NAMES), None)
    opener = next((c for c in noun.children if c.dep == "case" and c.lower in words("clause_openers")), None)
    if name is None or opener is None or opener.i > name.i or any(c.dep == "det" for c in noun.children):
        return None
    between = [c for c in noun.children if opener.i < c.i < name.i]
    if any(c.tag not in NAMES | {"JJ"} for c in between):
        return None
    opener.dep = "mark"
    name.dep = "nsubj"
    return name


def _after_aside(verb: Token, noun: Token) -> bool:
    """ "Malaysia, which claims the reef, voiced concern": the object read as coordinated with the subject."""
    root = noun.head
    comma = next((c for c in (*verb.children, *noun.children) if c.text == "," and c.i == verb.i - 1), None)
    joined = any(c.dep == "cc" for c in noun.children)
    return noun.dep in {"conj", "appos", "list"} and root.is_root and root.tag in NAMES and bool(comma) and not joined


def _after_phrase(verb: Token, noun: Token) -> Token | None:
    """ "During a trip to Y, Minister X proposed talks": the name between the phrase that opens and the verb."""
    root = noun.head
    if noun.dep not in {"appos", "conj", "list"} or not root.is_root or root.child("case") is None:
        return None
    before = [c for c in noun.children if c.i < verb.i]
    name = next((c for c in reversed(before) if c.tag in NAMES), None)
    comma = next((c for c in before if c.text == ","), None)
    if name is None or comma is None or comma.i > name.i or any(c.dep in {"cc", "det"} for c in before):
        return None
    return name if verb.i - 1 in {name.i, *(c.i for c in name.children)} else None


def _raise_past(verb: Token, noun: Token, name: Token) -> None:
    root = noun.head
    replace(root, verb)
    as_verb(verb, "VBD")
    hang(root, verb, "obl")
    hang(name, verb, "nsubj")
    hang(noun, verb, "obj")
    adopt([c for c in noun.children if c.i < verb.i and c.dep != "punct"], name)


def _raise_over(verb: Token, noun: Token) -> None:
    root = noun.head
    verb.head.children.remove(verb)
    verb.head = verb
    replace(root, verb)
    as_verb(verb, "VBD")
    hang(root, verb, "nsubj")
    hang(noun, verb, "obj")


def infinitive(verb: Token, tokens: Sequence[Token]) -> None:
    """ "undertakes to complete acquisition": the infinitive governs the noun, not the noun the infinitive."""
    noun = verb.head
    before = tokens[verb.i - 1 - tokens[0].i] if verb.i > tokens[0].i else verb
    copular = any(c.dep == "cop" for c in noun.children)
    if before.lower != "to" or before.head is not noun or (noun.is_root and not copular) or noun.i < verb.i:
        return
    replace(noun, verb)
    as_verb(verb, "VB", verb.lower)
    if verb.is_root:
        adopt([c for c in noun.children if c.i < verb.i and c is not before], verb)
    else:
        verb.dep = "xcomp" if verb.head.is_verb else "acl"
    hang(before, verb, "mark")
    hang(noun, verb, "obj")


def bare_infinitive(word: Token, tokens: Sequence[Token]) -> None:
    """ "offered to mediate", "demanded that X hand over Y": a bare noun where only a verb can stand."""
    before = tokens[word.i - 1 - tokens[0].i] if word.i > tokens[0].i else word
    governor = word.head
    if word.dep == "fixed":
        name = next((c for c in word.children if c.tag in NAMES and c.i < word.i), None)
        if name is None or governor.lower != "that" or not governor.head.is_verb:
            return
        replace(governor, word)
        word.dep = "ccomp"
        hang(governor, word, "mark")
        name.dep = "nsubj"
    elif before.lower == "to" and before.head is word and governor.lemma in words("infinitive_verbs"):
        if word.lower.endswith(tuple(words("noun_endings"))) or any(c.dep in {"det", "amod"} for c in word.children):
            return
        before.dep, before.tag = "mark", "TO"
        word.dep = "xcomp"
    else:
        return
    as_verb(word, "VB", word.lower)


def asked(word: Token) -> None:
    """ "demanded that China respect the border, investigate the case": the first verb of the list, read as a noun."""
    verb = word.head
    name = next((c for c in word.children if c.dep == "compound" and c.tag in NAMES), None)
    if (
        name is None
        or not any(c.dep == "obj" for c in word.children)
        or not any(c.dep == "mark" for c in verb.children)
    ):
        return
    replace(verb, word)
    as_verb(word, "VB", word.lower)
    adopt([c for c in verb.children if c.dep == "mark" and c.i < word.i], word)
    name.dep = "nsubj"
    hang(verb, word, "conj")


def gerund(verb: Token, tokens: Sequence[Token]) -> None:
    """ "by suspending visas": after a preposition without an article the gerund governs the noun."""
    noun = verb.head
    before = tokens[verb.i - 1 - tokens[0].i] if verb.i > tokens[0].i else verb
    if before.lower not in words("gerund_prepositions") or before.head is not noun or noun.is_root:
        return
    if noun.i < verb.i or noun.tag not in {"NNS", "NNPS"} or verb.lower in words("participial_adjectives"):
        return
    replace(noun, verb)
    verb.pos, verb.dep = "VERB", "advcl" if verb.head.is_verb else "acl"
    hang(before, verb, "mark")
    hang(noun, verb, "obj")
