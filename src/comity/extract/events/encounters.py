"""Meetings and calls told otherwise: somebody joins others at the table, or is on the phone to them."""

from __future__ import annotations

from collections.abc import Iterator

from comity.extract.events import circumstances as when
from comity.extract.events.grammar import case, doer_head, governor, patient
from comity.extract.events.lexicon import words
from comity.extract.events.participants import actors_of, distinct, doers, partners
from comity.extract.events.scene import Found, Scene
from comity.language.actors import Actor
from comity.language.syntax import Token


def by_joining(scene: Scene, verb: Token) -> Iterator[Found]:
    """ "The presidents were joined by Chile's prime minister", "the premier joined the two presidents"."""
    target = patient(verb) if verb.is_verb else None
    if target is None:
        return
    guests = [a for a in doers(scene, verb) if a.iso3]
    table = [a for a in actors_of(scene, target) if a.iso3]
    if not guests or len({a.iso3 for a in table}) < 2 or not _in_person(scene, target, table):
        return
    for found in _met(scene, "meeting", verb, distinct([*table, *guests]), verb):
        found.another = True
        yield found


def _in_person(scene: Scene, head: Token, actors: list[Actor]) -> bool:
    """Whether those who are joined are people: a club of states is joined for good."""
    return all(a.kind == "person" for a in actors) or head.lemma in words("officials") & words("ministers")


def on_the_phone(scene: Scene, noun: Token) -> Iterator[Found]:
    """ "X has spent two days on the phone to both sides", "X was on the line with Y"."""
    if case(noun) != "on" or not noun.child("det"):
        return
    verb = noun if noun.child("cop") else governor(noun)
    if verb is None or (verb is not noun and verb.lemma in words("call", "verbs")):
        return
    head = doer_head(verb)
    mine = [a for a in actors_of(scene, head) if a.iso3] if head is not None else []
    others = [a for a in partners(scene, noun, {"to", "with"}, reach=8) if a.iso3]
    if mine and others:
        yield from _met(scene, "call", noun, distinct([*mine, *others]), verb)


def _met(scene: Scene, form: str, trigger: Token, actors: list[Actor], verb: Token) -> Iterator[Found]:
    phase, firm = when.outlook(trigger, form)
    if phase == when.UNREAL or len({a.iso3 for a in actors}) < 2:
        return
    found = Found(form, f"event.{form}.{trigger.lemma}", trigger, actors=actors, phase=phase, firm=firm)
    when.settle(scene, found, verb)
    found.place = when.where(scene, [trigger, verb])
    yield found


__all__ = ["by_joining", "on_the_phone"]
