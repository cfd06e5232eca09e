"""Whom "it" and "its" stand for by the clauses they stand in: who reports, who does what is joined to it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from comity.language.speech import is_speech
from comity.language.syntax import Token
from comity.vocab import load

if TYPE_CHECKING:
    from comity.language.actors import Actor
    from comity.language.references import References


def reporter(references: References, token: Token) -> list[Actor]:
    """ "X's ministry said it would V", "X's promise that it will V": whoever says so, where that is a body."""
    clause = token.head
    if token.dep not in {"nsubj", "nsubj:pass"} or clause.dep not in {"ccomp", "acl"} or clause.head.i > token.i:
        return []
    above = clause.head
    source = above.subject() if above.is_verb else above.child("nmod:poss")
    if source is None or source is token or source.tag.startswith("PRP") or (above.is_verb and not is_speech(above)):
        return []
    found = [a for a in references.actors(source) if a.kind in {"state", "org"}]
    return [replace(a, start=token.i, end=token.i + 1) for a in found] if len(found) == 1 else []


def joined_subject(references: References, token: Token) -> list[Actor]:
    """ "X has proposed this, and it will pay": the subject of the clause before it, where that is a body."""
    clause = token.head
    before = clause.head.subject() if clause.dep == "conj" and token.dep == "nsubj" else None
    if clause.dep == "acl:relcl" and token.dep == "nsubj" and is_speech(clause):  # "A's ties, which it said harm B"
        outer = next((t for t in clause.ancestors() if t.is_verb), None)
        before = outer.subject() if outer is not None else None
    found = [] if before is None or before.tag == "PRP" else references.actors(before)
    fits = len(found) == 1 and found[0].kind in {"state", "org"}
    return [replace(found[0], start=token.i, end=token.i + 1)] if fits else []


def own_subject(references: References, token: Token) -> list[Actor]:
    """ "Oman renewed its offer", "urged Mali to reopen its border", "X met her counterpart": whose clause it is in."""
    verb = next((t for t in token.ancestors() if t.is_verb), None)
    words = load("references")
    peer = token.lower in words["person_pronouns"] and token.head.lemma in load("offices")["peers"]
    personal = token.lower in words["person_pronouns"] or token.lower in words["own_pronouns"]
    if verb is None or (personal and not peer):
        return []
    subject = verb.child("nsubj", "nsubj:pass")
    if subject is None and verb.dep == "xcomp":
        subject = verb.head.child("obj", "iobj") or verb.subject()
    if subject is None or subject.i > token.i or token.within(subject) or subject.tag.startswith("PRP"):
        return []
    found = [a for a in references.actors(subject) if a.kind in ({"person"} if peer else {"state", "org"})]
    plural = token.lower in words["plural_pronouns"]
    fits = (len(found) > 1) if plural else len(found) == 1
    return [replace(a, start=token.i, end=token.i + 1) for a in found] if fits else []
