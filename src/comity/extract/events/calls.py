"""Calls: what makes a word one for talks on the telephone or a screen, and not for a demand or a name."""

from __future__ import annotations

from itertools import pairwise

from comity.extract.events.grammar import case
from comity.extract.events.lexicon import words
from comity.extract.events.participants import actors_of, partners
from comity.extract.events.scene import Scene
from comity.language.syntax import Token
from comity.vocab import load


def is_call(scene: Scene, noun: Token) -> bool:
    """Whether a noun is that of a call between two: "a phone call", "took a call from X"."""
    if noun.lemma not in words("call", "nouns") or not noun.tag.startswith("NN"):
        return False
    if noun.lemma == "call" and noun.dep == "obj" and noun.head.lemma in words("call", "taking"):
        return any(a.kind == "person" and a.iso3 for a in partners(scene, noun, {"from", "to"}, reach=4))
    near = scene.tokens[max(noun.i - 2, 0) : noun.i]
    return any(t.lower in words("call", "channel") for t in near)


def is_courtesy(noun: Token) -> bool:
    """Whether a call or visit is one at somebody's office: "a courtesy call on Y", "a courtesy visit to Y"."""
    kinds = load("events")["meeting"]["short_visits"].get(noun.lemma, ())
    return any(c.lower in kinds for c in noun.children)


def on_the_line(scene: Scene, verb: Token) -> bool:
    """Whether the words behind a verb tell that it was by telephone or video: "spoke by phone"."""
    near = scene.tokens[verb.i + 1 : verb.i + 14]
    return any(
        t.lower in words("call", "channel") and before.lower in words("call", "over") for before, t in pairwise(near)
    )


def to_a_person(scene: Scene, verb: Token) -> bool:
    """ "X called Y to congratulate him": what for tells that it was a call."""
    target = verb.child("obj")
    person = target is not None and any(a.kind == "person" and a.iso3 for a in actors_of(scene, target))
    if verb.lemma != "call" or not person or target is None:
        return False
    purposes = [c.lemma for c in verb.children if c.dep in {"xcomp", "advcl"} and c.tag == "VB"]
    if (
        any(c.dep in {"xcomp", "ccomp", "compound:prt"} and c.tag != "VB" for c in verb.children)
        or len(verb.all("obj")) > 1
    ):
        return False  # "called X a liar", "called in X"
    return any(p in words("call", "purposes") for p in purposes) or _ends_after(verb, target)


def _ends_after(verb: Token, target: Token) -> bool:
    """ "X called his counterpart Y on Friday": nothing but a time or the end stands behind the one called."""
    after_it = [c for c in verb.children if c.i > target.i and c.dep not in {"punct", "conj", "cc", "advcl"}]
    timed = words("call", "times")
    return bool(verb.subject()) and all(
        c.lower in timed or {case(c), *(g.lower for g in c.children)} & timed for c in after_it
    )
