"""Those who hold one office in two states: "the prime ministers", "both foreign ministers", "the presidents"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from comity.language.entities import Mention
from comity.language.speech import is_speech
from comity.language.syntax import Token
from comity.vocab import load

NEARBY = 90
"""Words before "the leaders" within which it can mean somebody of whom no office is told."""

MODIFYING = frozenset({"det", "cc", "punct", "case"})


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(load("references")[name])


def all_leaders(token: Token) -> bool:
    """Whether "the leaders", "the heads of state" stands without a word that says whose."""
    of = [c for c in token.all("nmod", "amod", "compound") if c.lemma not in {"state", "government"}]
    definite = any(c.lower == "the" for c in token.all("det"))
    return token.tag in {"NNS", "NNPS"} and definite and not of


def _plural(token: Token) -> bool:
    """A plural, also where a capital hides it ("The Presidents")."""
    return token.tag in {"NNS", "NNPS"} or (token.tag == "NNP" and token.lower in load("pipeline")["plurals"])


def _office(token: Token) -> str:
    return token.lower.removesuffix("s") if token.lemma == token.lower else token.lemma


def decides(gathering: Token) -> bool:
    """Whether it is told what a meeting decided or said: "the meeting agreed to V", "the Committee noted that"."""
    verb = gathering.head
    return gathering.dep == "nsubj" and (is_speech(verb) or verb.lemma in _list("deciding"))


def all_of_an_office(token: Token) -> bool:
    """Whether a plural of an office stands without a word that says whose ("the prime ministers")."""
    if not _plural(token) or _office(token) not in _list("office_nouns"):
        return False
    before = [c for c in token.children if c.i < token.i]
    plain = all(c.lower in _list("office_words") or c.dep in MODIFYING for c in before)
    return plain and not token.child("nmod", "flat", "appos", "nummod")


def holds(office: str, post: str) -> bool:
    """Whether a post is such an office: "the ministers" are no prime ministers, "the president" no vice president."""
    table: dict[str, Any] = load("references")
    names = table["office_names"].get(office, [office])
    if not any(name in post for name in names):
        return False
    return not any(rank in post and rank not in names for rank in table["other_ranks"])


def of_that_office(token: Token, persons: Sequence[Mention]) -> list[Mention] | None:
    """Those of the persons who hold the office that a plural names, all of them where it names none.

    None where the office is one that the text names in fewer than two states: only the states are known then.
    """
    if _office(token) == "leader":
        return _leading(token, persons)
    if _office(token) not in _list("office_nouns"):
        return list(persons)
    office = " ".join([*(c.lower for c in token.all("amod", "compound")), _office(token)])
    holding = [m for m in persons if any(holds(office, post) for post in m.entity.posts)]
    if len({m.entity.iso3 for m in holding}) > 1:
        return holding
    return _perhaps(office, persons) if office in _list("highest_offices") else None


def _leading(token: Token, persons: Sequence[Mention]) -> list[Mention]:
    """Those whom "the leaders" can mean: holders of the highest offices, and whom the text names nearby without any."""
    highest = _list("highest_offices") | _list("leading")
    return [
        m
        for m in persons
        if any(office in post for post in m.entity.posts for office in highest)
        or (not m.entity.posts and token.i - m.start <= NEARBY)
    ]


def _perhaps(office: str, persons: Sequence[Mention]) -> list[Mention] | None:
    """The persons of whom the text tells no other of the highest offices; None where they are of one state."""
    names = load("references")["office_names"].get(office, [office])
    others = _list("highest_offices") - set(names)
    fitting = [m for m in persons if not any(o in post for o in others for post in m.entity.posts)]
    return fitting if len({m.entity.iso3 for m in fitting}) > 1 else None
