"""Who "the visitor" is."""

from __future__ import annotations

from comity.extract.events.lexicon import words
from comity.extract.events.scene import Scene
from comity.language.references import Actor
from comity.language.syntax import Token


def is_visitor(noun: Token) -> bool:
    """ "The visitor", "his guest": the one that the text is about."""
    definite = any(c.lower in {"the", "his", "her"} for c in noun.all("det", "nmod:poss"))
    return definite and noun.lower in words("visitors")


def visitor(scene: Scene, noun: Token | None, hosts: list[Actor]) -> list[Actor]:
    """Who "the visitor" is: the person of another state than the hosts' who was named last."""
    if noun is None or not is_visitor(noun):
        return []
    home = {a.iso3 for a in hosts}
    near = (p for p in scene.persons_before(noun.i) if p.entity.iso3 and p.entity.iso3 not in home)
    return [scene.person(p) for p in near][:1]
