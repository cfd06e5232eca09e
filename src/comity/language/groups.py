"""Whom "they" means: a coordinated or plural subject before it, or two who have just met."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from comity.language.syntax import Token
from comity.vocab import load

if TYPE_CHECKING:
    from comity.language.actors import Actor

REACH = 80
"""Words before the sentence of "they" in which its group is looked for."""


class Resolving(Protocol):
    """What is needed of the references of a text."""

    @property
    def tokens(self) -> Sequence[Token]:
        """The words of the text."""

    def actors(self, head: Token) -> list[Actor]:
        """The actors that a phrase names."""


FAR = 400
"""Words before "the three countries" in which they are looked for."""


def group_before(references: Resolving, token: Token) -> list[Actor]:
    """The group that a plural pronoun points back to, its words those of the pronoun; empty where there is none."""
    for subject in _subjects(references, token):
        actors = _company(references, subject) if subject.sentence.index == token.sentence.index - 1 else []
        if not actors and (len(subject.conjuncts) > 1 or subject.tag in {"NNS", "NNPS"}):
            actors = references.actors(subject)
        if actors and all(a.kind != "other" for a in actors):
            return [replace(a, start=token.i, end=token.i + 1) for a in actors]
    return []


def is_paired(noun: Token) -> bool:
    """Whether a noun stands with "two", "both", "each" or "neither"."""
    near = noun.all("nummod", "det", "det:predet", "amod", "cc:preconj")
    return any(c.lower in load("references")["paired"] for c in near)


def both_sides(noun: Token, lemma: str) -> bool:
    """Whether a noun means the two a text is about: "the sides", "both countries", "host and guest"."""
    words = load("references")
    if is_paired(noun) and lemma in words["pair_nouns"]:
        return True
    beside = {c.lower for c in (noun.head, *noun.all("conj"))} - {noun.lower}
    if noun.lower in words["hosting"] and beside.intersection(words["hosting"]):
        return True
    return noun.lower in words["joint_plurals"] and all(c.lower in words["joint_modifiers"] for c in noun.all("amod"))


def paired_states(token: Token) -> bool:
    """Whether a phrase is "the two countries", "both neighbours": states, counted and not named."""
    counted = any(c.lower in {"two", "both"} for c in token.children)
    return counted and token.lemma in load("references")["both_states"]


def counted_states(references: Resolving, token: Token) -> list[Actor]:
    """ "The three countries": the last named together that are so many; empty where the phrase counts no states."""
    numbers: dict[str, int] = load("references")["group_numbers"]
    wanted = next((numbers[c.lower] for c in token.children if c.lower in numbers), 0)
    if not wanted or token.lemma not in load("references")["both_states"]:
        return []
    for t in reversed(references.tokens[max(0, token.i - FAR) : token.i]):
        if t.dep not in {"nsubj", "nsubj:pass", "nmod", "obl"} or len(t.conjuncts) != wanted or t.within(token):
            continue
        actors = references.actors(t)
        if len(actors) == wanted and all(a.kind == "state" for a in actors):
            return [replace(a, start=token.left, end=token.right + 1) for a in actors]
    return []


def _subjects(references: Resolving, token: Token) -> Iterator[Token]:
    """The subjects before a word that are no pronouns, nearest first."""
    first = max(0, token.sentence.tokens[0].i - REACH)
    for t in reversed(references.tokens[first : token.i]):
        if t.dep in {"nsubj", "nsubj:pass"} and t is not token and not t.tag.startswith("PRP"):
            yield t


def _company(references: Resolving, subject: Token) -> list[Actor]:
    """The two in "A met (with) B" and "A received B"; empty where they are no persons of two states."""
    verb = subject.head
    if verb.lemma not in load("references")["meeting_verbs"]:
        return []
    beside = [c for c in verb.children if c.i > verb.i and (c.dep in {"obj", "iobj"} or _with(c))]
    actors = [a for head in (subject, *beside) for a in references.actors(head) if a.kind == "person" and a.iso3]
    return actors if len({a.iso3 for a in actors}) == len(actors) == 2 else []


def _with(token: Token) -> bool:
    return token.dep == "obl" and any(c.lower == "with" for c in token.all("case"))


__all__ = ["counted_states", "group_before", "paired_states"]
