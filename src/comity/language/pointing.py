"""Phrases that point to a body or a side without naming it: "the ministry", "its foreign ministry", "its neighbour"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from comity.language.spelling import ministry_name
from comity.vocab import load

if TYPE_CHECKING:
    from comity.language.actors import Actor
    from comity.language.entities import Mention
    from comity.language.references import References
    from comity.language.syntax import Token

REACH = 8
"""Sentences back in which a body must have been named that is spoken of by its kind alone."""
OBJECTS = frozenset({"obj", "iobj", "obl"})


def body_again(references: References, token: Token, state: Mention | None) -> list[Actor]:
    """ "The ministry", "the Thai embassy": the body of that kind, and of that state, named last; else empty.

    "Its foreign ministry" is that of whoever "its" means.
    """
    if token.tag != "NN" or token.lemma not in load("references")["bodies_spoken_of"]:
        return []
    owner = token.child("nmod:poss")
    if owner is not None and owner.tag == "PRP$":
        return _owned(references, token, owner)
    definite = any(c.dep == "det" and c.lower == "the" for c in token.children)
    more = [c for c in token.all("amod", "compound", "nmod") if references.at.get(c.i) is None]
    if more or not (definite or state is not None):
        return []
    iso3 = state.entity.iso3 if state is not None else ""
    for earlier in _before(references, token):
        found = [a for a in references.actors(earlier) if a.kind == "org" and a.iso3 and (not iso3 or a.iso3 == iso3)]
        if len(found) == 1:
            return [replace(found[0], start=token.left, end=token.i + 1)]
    return []


def body_before(references: References, token: Token) -> list[Actor]:
    """ "The ministry called it absurd. It also …": the body without a name that the sentence before is about."""
    first = token.sentence.tokens[0].i
    before = references.tokens[first - 1].sentence if first else None
    if token.tag != "PRP" or token.dep not in {"nsubj", "nsubj:pass"} or before is None:
        return []
    if before.block is not token.sentence.block or token.head is not token.sentence.root:
        return []
    subject = before.root.subject()
    if subject is None or subject.lemma not in load("references")["bodies_spoken_of"] or subject.i in references.at:
        return []
    found = [a for a in references.actors(subject) if a.kind == "org"]
    return [replace(found[0], start=token.i, end=token.i + 1)] if len(found) == 1 else []


def told_beside(references: References, pronoun: Token) -> Mention | None:
    """ "A visit by X to Y, where he met Z": the one person named in what a relative clause is on."""
    clause = next((t for t in (pronoun, *pronoun.ancestors()) if t.dep == "acl:relcl"), None)
    if clause is None or pronoun.dep not in {"nsubj", "nsubj:pass"} or pronoun.head is not clause:
        return None
    phrase = clause.head
    while not phrase.head.is_verb and not phrase.is_root:
        phrase = phrase.head
    near = (references.at.get(i) for i in range(phrase.left, pronoun.i))
    persons = {m.entity.name: m for m in near if m is not None and m.entity.kind == "person"}
    return next(iter(persons.values())) if len(persons) == 1 else None


def _before(references: References, token: Token) -> list[Token]:
    """Earlier words that name a body of the same kind, nearest first."""
    out: list[Token] = []
    for earlier in reversed(references.tokens[: token.i]):
        if earlier.sentence.index < token.sentence.index - REACH:
            break
        if earlier.tag in {"NN", "NNP"} and earlier.lower == token.lower:
            out.append(earlier)
    return out


def ministry_beside(references: References, token: Token, owner: Mention) -> Actor | None:
    """ "The Thai foreign ministry": a ministry whose state stands before it, by its canonical name."""
    if token.lemma not in {"ministry", "department"}:
        return None
    words = [t.text for t in references.tokens[owner.end : token.i + 1] if t.text not in {"'s", "’s"}]
    name = ministry_name(words, references.state(owner.entity.iso3))
    made = references.actor_of(owner)
    return replace(made, name=name, kind="org", start=owner.start, end=token.i + 1) if name else None


def _owned(references: References, token: Token, owner: Token) -> list[Actor]:
    holders = [a for a in references.actors(owner) if a.iso3]
    words = [t.text for t in references.tokens[owner.i + 1 : token.i + 1]]
    state = references.state(holders[0].iso3) if len(holders) == 1 else ""
    name = (ministry_name(words, state) or (f"Embassy of {state}" if token.lemma == "embassy" else "")) if state else ""
    return [replace(holders[0], name=name, kind="org", start=owner.i, end=token.i + 1)] if name else []


def of_its_own(references: References, token: Token) -> list[Actor]:
    """ "Their country": the state of whoever "their" means. "Its neighbour": the other of the text's two states."""
    owner, words = token.child("nmod:poss"), load("references")
    if owner is None or owner.tag != "PRP$":
        return []
    if token.lemma in words["own_state_nouns"] or token.lemma in words["own_arms"]:
        holders = [a for a in references.actors(owner) if a.iso3]
        return [_state(references, a, a.iso3, token.left, token.i + 1) for a in holders]
    if token.lemma not in words["other_side_nouns"] or token.tag != "NN":
        return []
    holders = references.actors(owner)
    rest = [iso3 for iso3 in references.pair if iso3 not in {a.iso3 for a in holders}]
    if len(holders) != 1 or len(rest) != 1 or len(references.pair) != 2:
        return []
    return [_state(references, holders[0], rest[0], owner.i, token.i + 1)]


def _state(references: References, actor: Actor, iso3: str, start: int, end: int) -> Actor:
    return replace(actor, name=references.state(iso3), kind="state", iso3=iso3, start=start, end=end)


def clause_subjects(references: References, token: Token) -> frozenset[str]:
    """Names of the subject of the clause in which a pronoun is the object, whom "him" and "her" cannot mean."""
    verb = token.head
    subject = verb.subject() if token.dep in OBJECTS and verb.is_verb else None
    if subject is None or subject is token or subject.tag.startswith("PRP"):
        return frozenset()
    return frozenset(references.names(subject))
