"""Visits: somebody acting for a state goes to another (codebook section 4), one for each host."""

from __future__ import annotations

from collections.abc import Iterator

from comity.extract.events import circumstances as when
from comity.extract.events.lexicon import prepositions, words
from comity.extract.events.participants import (
    actors_of,
    after,
    doer_head,
    general,
    goals,
    governor,
    owners,
    partners,
    patient,
)
from comity.extract.events.scene import Found, Place, Scene
from comity.language.references import Actor
from comity.language.syntax import Token


def by_verb(scene: Scene, verb: Token) -> Iterator[Found]:
    """ "X visited Y", "arrived in Y", "flew to Y"."""
    places = prepositions("visit").get(verb.lemma)
    if places is None or not verb.is_verb:
        return
    head = doer_head(verb)
    if head is None or head.lemma in words("outsiders"):
        return
    visitors = travellers(scene, head)
    hosts = _verb_goals(scene, verb, places)
    if not visitors or not hosts:
        return
    if verb.lemma in words("visit", "weak") and not any(p.iso3 for p in hosts):
        return
    yield from each_host(scene, verb, visitors, hosts, f"event.visit.{verb.lemma}", verb)


def _verb_goals(scene: Scene, verb: Token, places: tuple[str, ...]) -> list[Place]:
    if "object" in places:
        target = patient(verb)
        return goals(scene, target) if target is not None else []
    for _, noun in after(scene, verb, places, reach=9):
        if found := goals(scene, noun):
            return found
    return []


def by_noun(scene: Scene, noun: Token) -> Iterator[Found]:
    """ "X's visit to Y", "paid a visit to Y", "during a trip to Y by X", "the visit"."""
    if noun.lemma not in words("visit", "nouns") or not noun.tag.startswith("NN") or general(noun):
        return
    hosts, blocked = _noun_goals(scene, noun)
    if blocked:
        return
    support = governor(noun)
    visitors = _noun_visitors(scene, noun, support, hosts)
    weak = noun.lemma in words("visit", "weak_nouns")
    if weak and not (visitors or any(p.iso3 for p in hosts)):
        return
    if noun.tag == "NNS" and not (visitors and hosts):
        return
    definite = any(c.lower in {"the", "this"} for c in noun.children if c.dep == "det")
    if not visitors and not hosts and not definite:
        return
    for found in each_host(scene, noun, visitors, hosts, f"event.visit.{noun.lemma}", support):
        found.refers = not visitors or not hosts
        yield found


def _noun_goals(scene: Scene, noun: Token) -> tuple[list[Place], bool]:
    """The hosts a noun names; whether it goes to something that is no state or place at all."""
    for preposition, target in after(scene, noun, words("visit", "host_prepositions"), reach=9):
        if preposition == "of" and noun.lemma not in {"tour", "leg"}:
            continue
        found = goals(scene, target)
        if found:
            return found, False
        if preposition == "to" and target.pos in {"NOUN", "PROPN"} and target.i - noun.i < 8:
            return [], target.lemma not in words("visit", "regions") and not _is_region(scene, target)
    for c in noun.children:
        mention = scene.mention(c.i)
        if mention and c.dep in {"compound", "amod", "nmod:poss"} and mention.entity.kind in {"place", "state"}:
            if mention.form == "name" and c.dep == "compound":
                return [Place(mention.entity.name, mention.entity.iso3, mention.start, mention.end)], False
    return [], False


def _is_region(scene: Scene, noun: Token) -> bool:
    mention = scene.mention(noun.i)
    return bool(mention and not mention.entity.iso3)


def _noun_visitors(scene: Scene, noun: Token, support: Token | None, hosts: list[Place]) -> list[Actor]:
    own = [a for a in owners(scene, noun) if a.iso3 not in {p.iso3 for p in hosts}]
    own = [a for a in own if a.kind == "person" or noun.child("nmod:poss")]
    if own:
        return own
    given = partners(
        scene, noun, words("visit", "visitor_prepositions") - ({"of"} if noun.lemma in {"tour", "leg"} else set())
    )
    given = [a for a in given if a.iso3 not in {p.iso3 for p in hosts}]
    if given:
        return given
    if noun.is_root or noun.dep in {"acl:relcl", "conj", "ccomp"}:
        subject = doer_head(noun) if noun.child("cop") else None
    elif (
        support is not None
        and noun.dep not in {"nsubj", "nsubj:pass"}
        and support.lemma not in words("visit", "hosting")
    ):
        subject = doer_head(support)
    else:
        subject = None
    found = travellers(scene, subject) if subject is not None else []
    if support is not None and support.lemma not in words("visit", "support") and len(found) != 1:
        return []
    return [a for a in found if a.iso3 not in {p.iso3 for p in hosts if p.iso3}]


def travellers(scene: Scene, head: Token) -> list[Actor]:
    """The persons (or, where none is named, the bodies and states) of a phrase that can be on a visit."""
    found = actors_of(scene, head)
    persons = [a for a in found if a.kind == "person"]
    return persons or [a for a in found if a.kind != "state" or head.tag.startswith("NN")]


def by_stay(scene: Scene, token: Token) -> Iterator[Found]:
    """ "X is in Y for talks", "X was in town"."""
    case = token.child("case")
    if case is None or case.lower != "in" or not token.child("cop"):
        return
    head = doer_head(token)
    visitors = [a for a in travellers(scene, head) if a.kind == "person"] if head is not None else []
    place = when.place_of(scene, token)
    if not visitors or (place is None and token.lemma != "town"):
        return
    hosts = [place] if place else []
    if any(a.iso3 == p.iso3 for a in visitors for p in hosts):
        return
    for found in each_host(scene, token, visitors, hosts, "event.visit.stay", None):
        found.phase, found.firm = found.phase or "held", 2
        found.refers = not hosts
        yield found


def by_visiting(scene: Scene, token: Token) -> Iterator[Found]:
    """ "The visiting Egyptian president"."""
    head = token.head
    visitors = [a for a in actors_of(scene, head) if a.kind == "person"]
    if visitors and token.dep in {"amod", "compound"}:
        found = Found("visit", "event.visit.visiting", token, actors=visitors, phase="held", firm=1, refers=True)
        yield found


def each_host(
    scene: Scene, trigger: Token, visitors: list[Actor], hosts: list[Place], rule: str, support: Token | None
) -> Iterator[Found]:
    """One visit for each host; none where the visitor is at home there or the words only wish for it."""
    phase, firm = when.outlook(scene, trigger)
    if phase == when.UNREAL:
        return
    by_state: dict[str, Place] = {}
    for host in hosts:
        by_state.setdefault(host.iso3 or host.name, host)
    for host in [*by_state.values()] or [None]:
        if host is not None and any(a.iso3 and a.iso3 == host.iso3 for a in visitors):
            continue
        found = Found("visit", rule, trigger, actors=list(visitors), phase=phase, firm=firm)
        if host is not None:
            found.host, found.place = host.iso3, host if host.name else None
            found.refers = not host.name
        when.settle(scene, found, support)
        when.lasting(scene, found, support)
        yield found


__all__ = ["by_noun", "by_stay", "by_verb", "by_visiting"]
