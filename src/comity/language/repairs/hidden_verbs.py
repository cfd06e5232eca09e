"""Clauses whose only verb was read as a noun: "Peru bans fruit", "Turkey and Cyprus hold talks", most in headlines."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from comity.language.repairs.mending import past_forms as _past_forms
from comity.language.repairs.mending import thirds
from comity.language.repairs.words import SUBJECTS, words
from comity.language.tree import as_verb, below, hang, phrase_head, replace
from comity.vocab import load

if TYPE_CHECKING:
    from comity.language.syntax import Token

NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "VB", "VBP"})
TENSED = frozenset({"VBD", "VBZ", "VBP", "MD"})
LOOSE = frozenset({"appos", "nmod:unmarked", "list", "dep", "obj"})
APART = frozenset({"acl:relcl", "advcl", "acl"})


OPENING = frozenset({"DT", "PRP$", "NNP", "NNPS"})
"""Tags of words that begin an object."""


@cache
def _plurals() -> frozenset[str]:
    pipeline = load("pipeline")
    return frozenset([*pipeline["noun_like_verbs"], *pipeline["regular_verbs"]])


@cache
def _offices() -> frozenset[str]:
    """Words of posts, which may stand between a name and its verb: "Kazakh president", "Iraqi foreign minister"."""
    return frozenset(word for post in load("offices")["posts"] for word in post.split()) | words("office_words")


@cache
def _pasts() -> dict[str, str]:
    """Past forms that read like adjectives, with their infinitives."""
    listed: dict[str, str] = load("pipeline")["adjective_like_pasts"]
    return {**_past_forms(), **listed}


def mend_hidden_verb(tokens: Sequence[Token]) -> None:
    """Give each noun-headed clause of a sentence its verb back, in place."""
    _only_participle(tokens)
    for token, name in zip(tokens[1:], tokens, strict=False):
        if token.tag == "NNS" and name.text[:1].isupper() and name.head is token and name.dep == "compound":
            _takes_object(token, name, tokens)
    for noun in [t for t in tokens if t.tag.startswith(("N", "CD", "$")) and (t.is_root or t.dep == "ccomp")]:
        if any(c.dep in {"cop", "aux", "nsubj"} for c in noun.children if c.tag in TENSED or c.dep == "cop"):
            continue
        if noun.is_root and _has_verb(tokens):
            continue
        start = next((c.i + 1 for c in noun.children if c.dep == "mark"), tokens[0].i)
        verb = _verb(tokens, start, noun, strict=noun.is_root)
        if verb is not None:
            _raise(verb, noun, tokens, start)


def _only_participle(tokens: Sequence[Token]) -> None:
    """ "The last round of talks collapsed in Cairo.": the only verb of a full sentence says what its noun did."""
    noun = next((t for t in tokens if t.is_root and t.tag.startswith("NN")), None)
    if noun is None or tokens[-1].text != "." or _has_verb(tokens):
        return
    verb = next((t for t in tokens if t.dep == "acl" and t.tag == "VBN" and below(t, noun)), None)
    if verb is None or verb.child("obl:agent", "aux", "aux:pass"):
        return
    if any(t.is_verb and not (t.tag == "VB" and below(t, verb)) for t in tokens if t is not verb):
        return
    replace(noun, verb)
    verb.tag = "VBD"
    hang(noun, verb, "nsubj")


def _takes_object(verb: Token, name: Token, tokens: Sequence[Token]) -> None:
    """ "Peru regards Chile as a partner, it said": a verb between a name that opens the clause and its object."""
    at = name.i - tokens[0].i
    opens = at == 0 or tokens[at - 1].text in {",", ";", "“", '"'} or tokens[at - 1].lower == "that"
    behind = tokens[at + 2] if at + 2 < len(tokens) else verb
    if not opens or not verb.text.islower() or verb.lower not in thirds() or behind.tag not in OPENING:
        return
    thing = phrase_head(behind, verb.i)
    report = thing.head if thing.head.is_verb else verb.head
    theirs = thing.dep in SUBJECTS and report.is_verb and len(report.all(*SUBJECTS)) > 1
    if thing.head is not verb and not theirs:
        return
    as_verb(verb, "VBZ", thirds()[verb.lower])
    name.dep = "nsubj"
    if verb.dep in SUBJECTS:
        verb.dep = "ccomp"
    hang(thing, verb, "obj")


def _has_verb(tokens: Sequence[Token]) -> bool:
    """Whether a main clause of the sentence has a tensed verb."""
    return any(t.tag in TENSED and not any(a.dep in APART for a in (t, *t.ancestors())) for t in tokens)


def _verb(tokens: Sequence[Token], start: int, noun: Token, *, strict: bool) -> Token | None:
    """The word that can be the clause's verb: right after the names that open it, in a form that fits them."""
    names = 0
    several = False
    for token in tokens[start - tokens[0].i :]:
        if token.i > noun.i:
            return None
        if names and token.tag in NOMINAL and token.text.islower() and _fits(token, several, strict):
            return token
        if token.text in {",", "and", "&"}:
            several = several or bool(names)
        elif token.lower == "the" and not names:
            continue
        elif token.text[:1].isupper():
            names += 1
        elif token.lower in load("pipeline")["collective_nouns"]:
            several = True
        elif names and token.lower in _offices():
            continue
        elif names and token.lower in load("pipeline")["inside_names"]:
            several = False
        else:
            return None
    return None


def _fits(token: Token, several: bool, strict: bool) -> bool:
    if token.lower in _pasts():
        return True
    if several or not strict:
        return token.lower in _plurals()
    return token.lower in thirds()


def _raise(verb: Token, noun: Token, tokens: Sequence[Token], start: int) -> None:
    if verb is noun:
        _itself(verb, tokens, start)
        return
    opening = tokens[start - tokens[0].i : verb.i - tokens[0].i]
    office = opening[-1] if opening and opening[-1].lower in _offices() else None
    inside = [t for t in opening if t.text[:1].isupper()] if office is None else []
    replace(noun, verb)
    _as_finite(verb)
    marks = [c for c in noun.children if c.i < start]
    for mark in marks:
        hang(mark, verb, mark.dep)
    for clause in [c for c in noun.children if c.dep == "advcl" and c.i > noun.i]:
        hang(clause, verb, "advcl")
    if office is not None:
        hang(office, verb, "nsubj")
        for word in [t for t in opening if t is not office and (t.head is noun or t.head is verb)]:
            hang(word, office, "amod" if word.tag == "JJ" else "compound")
    _subject(inside, verb)
    action = next((c for c in verb.children if c.tag == "VB" and c.dep == "acl" and verb.i < c.i < noun.i), None)
    if action is not None:
        action.dep = "xcomp"
    things = [c for c in noun.children if c.dep in SUBJECTS and verb.i < c.i < noun.i]
    hang(noun, action or verb, "obl" if any(c.dep == "case" for c in noun.children) else "obj")
    for thing in things:
        hang(thing, verb, "obj")


def _as_finite(verb: Token) -> None:
    past, plural = _pasts().get(verb.lower), verb.lower in _plurals()
    tag = "VBD" if past else "VBP" if plural else "VBZ"
    as_verb(verb, tag, past or (verb.lower if plural else thirds()[verb.lower]))


def _itself(verb: Token, tokens: Sequence[Token], start: int) -> None:
    """ "Malaysia plans to import fruit": the clause's head is the verb."""
    action = next((c for c in verb.children if c.tag == "VB" and c.dep == "acl" and c.i > verb.i), None)
    going = verb.lower in words("motions") or thirds().get(verb.lower) in words("regular_verbs")
    goal = next((c for c in verb.children if c.dep == "nmod" and going and c.i > verb.i and c.child("case")), None)
    gerund = next((c for c in verb.children if c.tag == "VBG" and c.dep == "acl" and c.i > verb.i and _to(c)), None)
    clause = next((c for c in verb.children if c.dep in {"acl:relcl", "acl"} and _that(c)), None)
    thing = next((c for c in verb.children if c.dep in LOOSE and c.i > verb.i and not c.child("case")), None)
    if thing is not None and any(c.text == "," and c.i < thing.i for c in (*verb.children, *thing.children)):
        thing = None
    if action is None and goal is None and gerund is None and clause is None and thing is None:
        return
    _as_finite(verb)
    if action is not None:
        action.dep = "xcomp"
    if thing is not None and action is None:
        thing.dep = "obj"
    if clause is not None and action is None:
        clause.dep = "ccomp"
    if gerund is not None and action is None:
        gerund.dep = "advcl"
    for phrase in [c for c in verb.children if c.dep == "nmod"]:
        phrase.dep = "obl"
    _subject([t for t in tokens[start - tokens[0].i : verb.i - tokens[0].i] if t.text[:1].isupper()], verb)


def _to(verb: Token) -> bool:
    return any(c.lower == "to" and c.dep == "mark" for c in verb.children)


def _that(clause: Token) -> bool:
    return any(c.lower == "that" and c.dep == "mark" for c in clause.children)


def _subject(names: Sequence[Token], verb: Token) -> None:
    """Hang the names before the verb on it: the head of each group, later groups as coordinated with the first."""
    inside = {id(t) for t in names}
    heads = [t for t in names if (id(t.head) not in inside or t.dep == "conj") and t.dep != "det"]
    for head in [t for t in heads if t.head is not t or t is not heads[0]]:
        if head.dep in {"compound", "amod", "nmod:desc"} and head.i + 1 in {t.i for t in names}:
            continue
        first = next((c for c in verb.children if c.dep == "nsubj" and c is not head), None)
        hang(head, first or verb, "conj" if first else "nsubj")
        head.tag, head.pos = "NNP", "PROPN"
