"""Who "the visitor" is, and who is received behind words of time and place."""

from __future__ import annotations

from comity.extract.events.grammar import patient
from comity.extract.events.lexicon import words
from comity.extract.events.participants import actors_of
from comity.extract.events.scene import Scene
from comity.language.actors import Actor
from comity.language.syntax import Token

BETWEEN = frozenset({"DT", "NNP", "NNPS", "CD", "IN", ",", "POS", "-LRB-", "-RRB-", "PRP$", "JJ", "RB"})
"""Tags of the words of time and place between a verb and who is received."""


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


def can_be_received(actor: Actor) -> bool:
    """Whether an actor is somebody, and not a state by name ("received Oman" is of goods)."""
    if actor.kind == "person":
        return True
    return actor.kind in {"state", "other"} and (actor.end == 0 or (actor.kind == "other" and bool(actor.iso3)))


def received(actors: list[Actor], noun: Token | None) -> list[Actor]:
    """Those who can be received: persons, and states where the noun is for one ("received Oman's foreign minister")."""
    guest = noun is not None and noun.lemma in words("guests") and not noun.text.isupper()
    if noun is not None and noun.lemma in words("not_guests"):
        return []
    return [a for a in actors if can_be_received(a) or (a.iso3 and guest)]


def interposed(scene: Scene, verb: Token) -> list[Actor]:
    """Who is received behind where and when: "received on Monday in Rabat the Spanish minister, X"."""
    last, thing = verb.sentence.tokens[-1].i, patient(verb)
    body = scene.mention(thing.i) if thing is not None else None
    if body is not None and body.entity.kind == "org":
        return []  # "received the firm's chairman"
    if thing is not None and thing.tag == "NN" and thing.lemma not in words("guests") | words("call", "times"):
        return []  # "welcomed the first official visit"
    for i in range(verb.i + 1, last + 1):
        token, mention = scene.tokens[i], scene.mention(i)
        guest = scene.titled.get(i) or (mention if mention is not None and mention.entity.kind == "person" else None)
        if guest is not None:
            return [scene.person(guest)]
        if token.lemma in words("guests") and token.tag.startswith("N"):
            behind = scene.mention(i + 1) if i < last else None
            named = behind is not None and behind.entity.kind == "person"
            return [scene.person(behind)] if behind is not None and named else actors_of(scene, token)
        timely = token.lower in words("call", "times") or token.lower in words("place_prepositions")
        if not (token.tag in BETWEEN or timely or mention is not None):
            return []
    return []
