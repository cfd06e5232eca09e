"""Visits told without a word of visiting: somebody is sent, attends something abroad, is in a city; warships call."""

from __future__ import annotations

from collections.abc import Iterator

from comity.extract.events.grammar import after, case, doer_head
from comity.extract.events.lexicon import words
from comity.extract.events.participants import actors_of, doers, owners
from comity.extract.events.places import goals, place_of
from comity.extract.events.scene import Found, Place, Scene
from comity.extract.events.visits import each_host
from comity.language.actors import Actor
from comity.language.syntax import Token


def by_sending(scene: Scene, verb: Token) -> Iterator[Found]:
    """ "The defence minister will be sent to Chile"."""
    subject = verb.child("nsubj:pass")
    if not verb.is_verb or subject is None:
        return
    sent = [a for a in actors_of(scene, subject) if a.kind == "person" or _in_office(scene, subject)]
    hosts = next((found for _, n in after(scene, verb, {"to"}, reach=6) if (found := goals(scene, n))), [])
    if sent and any(p.iso3 for p in hosts):
        yield from each_host(scene, verb, sent, hosts[:1], f"event.visit.{verb.lemma}", verb)


def by_attending(scene: Scene, verb: Token) -> Iterator[Found]:
    """ "The prime minister attended a parade in Paris": who takes part in something abroad is there."""
    if not verb.is_verb or (thing := _occasion(scene, verb)) is None:
        return
    head = doer_head(verb)
    guests = doers(scene, verb) if head is not None and head.tag != "NNS" else []
    guests = [a for a in guests if a.kind == "person" or (head is not None and _in_office(scene, head))]
    spots = [p for _, n in after(scene, thing, {"in", "at"}, reach=6) if (p := place_of(scene, n)) and p.iso3]
    if len(guests) == 1 and spots:
        yield from each_host(scene, verb, guests, spots[:1], f"event.visit.{verb.lemma}", verb)


def _occasion(scene: Scene, verb: Token) -> Token | None:
    """What somebody attends, where one has to travel to it."""
    thing = verb.child("obj") or next((n for _, n in after(scene, verb, {"in", "at"}, reach=5)), None)
    return thing if thing is not None and thing.lemma in words("visit", "attended") else None


def by_port_call(scene: Scene, word: Token) -> Iterator[Found]:
    """ "Two Chinese warships docked at Ream in Cambodia", "the frigate made a port call at Sihanoukville"."""
    if word.lemma in words("visit", "docking_nouns"):
        yield from _docking(scene, word)
        return
    verb = word if word.is_verb else word.head
    port = word.is_verb or any(c.lower in words("visit", "port") for c in word.children)
    head = doer_head(verb) if verb.is_verb and port else None
    if head is None or not _ship(head):
        return
    beside = [c for c in head.children if c.i < head.i]
    owner = owners(scene, head) or [a for c in beside for a in owners(scene, c)]
    mine = [scene.state(a.iso3) for a in owner if a.iso3][:1]
    spots = [p for _, n in after(scene, word, {"at", "in", "to", "on"}, reach=10) for p in goals(scene, n) if p.iso3]
    for found in each_host(scene, word, mine, spots[:1], f"event.visit.{word.lemma}", verb) if mine and spots else ():
        found.count = next((int(c.lower) for c in head.all("nummod") if c.lower.isdigit()), None)
        yield found


def _docking(scene: Scene, noun: Token) -> Iterator[Found]:
    """ "The docking of a Russian frigate in Port Sudan"."""
    ship = next((c for c in noun.all("nmod") if case(c) == "of" and _ship(c)), None)
    mine = [a for a in owners(scene, ship) if a.iso3][:1] if ship is not None else []
    spots = [p for _, n in after(scene, noun, {"at", "in", "on"}, reach=12) for p in goals(scene, n) if p.iso3]
    if mine and spots:
        yield from each_host(scene, noun, mine, spots[:1], f"event.visit.{noun.lemma}", None)


def _ship(head: Token) -> bool:
    """Whether a phrase names a ship of a navy, also one with a name of its own ("the frigate Naresuan")."""
    return any(t.lemma in words("visit", "ships") for t in (head, *head.children))


def by_headline_stay(scene: Scene, preposition: Token) -> Iterator[Found]:
    """ "Lao PM in Bangkok for talks on dams": a headline without a verb."""
    token = preposition.head
    person = token.head
    if (
        preposition.dep != "case"
        or case(token) != "in"
        or not person.is_root
        or token.i < person.i
        or token.child("cop")
    ):
        return
    if person.is_verb or token.sentence.tokens[-1].text == "." or token.i > person.i + 4:
        return
    place: Place | None = place_of(scene, token)
    several = person.tag == "NNS" and person.lemma in words("officials")
    named = actors_of(scene, person)
    guests: list[Actor] = [a for a in named if a.kind == "person" or _in_office(scene, person) or (several and a.iso3)]
    aim = next((n for _, n in after(scene, preposition, {"for", "on", "to"}, reach=5)), None)
    aim = aim or next((t for t in scene.tokens[token.i + 1 : token.i + 2] if t.text == ":"), None)
    if place is not None and place.iso3 and len(guests) == 1 and aim is not None:
        for found in each_host(scene, token, guests, [place], "event.visit.stay", None):
            found.phase, found.firm = found.phase or "held", 2
            yield found


def _in_office(scene: Scene, head: Token) -> bool:
    """Whether a phrase without a name speaks of one person who acts for a state ("Peru's defence minister")."""
    return head.tag in {"NN", "NNP"} and {head.lemma, head.lower} <= words("officials") | words("visit", "officials")


__all__ = ["by_attending", "by_headline_stay", "by_port_call", "by_sending"]
