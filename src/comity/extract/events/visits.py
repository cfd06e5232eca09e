"""Visits: somebody acting for a state goes to another (codebook section 4), one for each host."""

from __future__ import annotations

from collections.abc import Iterator

from comity.extract.events import circumstances as when
from comity.extract.events.act_sides import other_of_pair
from comity.extract.events.calls import is_courtesy
from comity.extract.events.grammar import after, case, doer_head, general, governor, patient
from comity.extract.events.lexicon import prepositions, supports, words
from comity.extract.events.participants import actors_of, doers, owners, partners
from comity.extract.events.places import goals, place_of
from comity.extract.events.scene import Found, Place, Scene
from comity.extract.events.stays import lasting, sets_out
from comity.language.actors import Actor
from comity.language.syntax import SUBJECTS, Token


def by_verb(scene: Scene, verb: Token) -> Iterator[Found]:
    """ "X visited Y", "arrived in Y from Z", "flew to Y"."""
    places = prepositions("visit").get(verb.lemma)
    if places is None or not verb.is_verb:
        return
    if verb.lemma in words("visit", "with_off") and not any(c.lower in {"off", "out"} for c in verb.children):
        return
    head = doer_head(verb)
    if head is None or head.lemma in words("outsiders"):
        return
    if sets_out(verb):
        places = ("for", "to")  # "left Harare for Lusaka on a two-day visit"
    spent = verb.child("obj")
    if verb.lemma in words("visit", "with_time") and (spent is None or spent.lemma not in words("visit", "times")):
        return
    visitors = _travellers(doers(scene, verb), head)
    if left := _left(scene, verb):
        yield from each_host(scene, verb, visitors, left, f"event.visit.{verb.lemma}", verb)
        return  # the days that it tells are those of the visit that is over, not of the next
    hosts = _verb_goals(scene, verb, places)
    if hosts and not any(p.iso3 for p in hosts):
        hosts = next((found for _, n in after(scene, verb, {"in"}, reach=12) if (found := goals(scene, n))), hosts)
    if not visitors or not hosts or (verb.lemma in words("visit", "weak") and not any(p.iso3 for p in hosts)):
        return
    yield from each_host(scene, verb, visitors, hosts, f"event.visit.{verb.lemma}", verb)
    if verb.lemma in words("visit", "from"):
        yield from _origin(scene, verb, visitors)


def _left(scene: Scene, verb: Token) -> list[Place]:
    """The host in "X left Y after a two-day visit"."""
    target = patient(verb)
    if verb.lemma not in words("visit", "leaving") or target is None or sets_out(verb):
        return []
    later = scene.tokens[verb.i + 1 : verb.sentence.tokens[-1].i]
    ends = any(t.lemma in words("visit", "nouns") and t.tag.startswith("NN") for t in later)
    return goals(scene, target) if ends else []


def _origin(scene: Scene, verb: Token, visitors: list[Actor]) -> Iterator[Found]:
    """The stop before: "arrived in Y from Z"."""
    for _, noun in after(scene, verb, {"from"}, reach=14):
        for place in goals(scene, noun):
            if place.iso3 and all(a.iso3 != place.iso3 for a in visitors):
                found = Found("visit", "event.visit.from", verb, actors=list(visitors), phase="historical", firm=1)
                found.host, found.place = place.iso3, place
                yield found


def _verb_goals(scene: Scene, verb: Token, places: tuple[str, ...]) -> list[Place]:
    if "object" in places:
        target = patient(verb)
        return goals(scene, target) if target is not None else []
    for _, noun in after(scene, verb, places, reach=9):
        if found := goals(scene, noun) or _of_a_mission(scene, noun):
            return found
    return []


def _of_a_mission(scene: Scene, noun: Token) -> list[Place]:
    """ "Departs for a two-day mission to X": where the mission goes."""
    if noun.lemma not in words("visit", "missions"):
        return []
    return [place for c in noun.all("nmod") if case(c) == "to" for place in goals(scene, c)]


def by_noun(scene: Scene, noun: Token) -> Iterator[Found]:
    """ "X's visit to Y", "paid a visit to Y", "during a trip to Y by X", "the visit"."""
    if not noun.tag.startswith("NN") or general(noun) or _in_general(noun) or is_courtesy(noun):
        return
    if noun.dep in {"appos", "parataxis"} and noun.head.is_verb and noun.head.lemma in prepositions("visit"):
        return  # "is travelling to X, the first visit by a president": the same
    hosts, elsewhere = _noun_goals(scene, noun)
    if elsewhere or (noun.tag == "NNS" and noun.lemma in words("visit", "counted")):
        return
    support = governor(noun)
    hosts = hosts or _predicate(scene, noun) or _hosting(scene, noun, support)
    fringe = noun.dep == "nmod" and noun.head.lemma in words("fringes")  # "on the margins of the visit, X met Y"
    visitors = [] if fringe else _noun_visitors(scene, noun, support, hosts)
    known = any(p.iso3 for p in hosts)
    definite = any(c.lower in {"the", "this"} for c in noun.children if c.dep == "det")
    if noun.lemma in words("visit", "weak_nouns") and not (visitors or known):
        return
    if noun.lemma in words("visit", "stops") and visitors and not any(a.kind == "person" for a in visitors):
        return  # "a destination for firms"
    if not visitors and not (hosts if noun.tag != "NNS" else known) and (not definite or noun.tag == "NNS"):
        return
    for found in each_host(scene, noun, visitors, hosts, f"event.visit.{noun.lemma}", support):
        found.refers = found.refers or not visitors or not found.host
        yield found


def by_list(scene: Scene, noun: Token) -> Iterator[Found]:
    """ "His third trip to the country, after visits in 2015 and 2017": a visit by the same for each date."""
    if noun.tag != "NNS":
        return
    before = scene.tokens[noun.sentence.tokens[0].i : noun.i]
    main = next((t for t in before if t.lemma in words("visit", "nouns") and t.tag == "NN"), None)
    visitors = _noun_visitors(scene, main, governor(main), _noun_goals(scene, main)[0]) if main is not None else []
    for date in when.dates_under(scene, noun) if visitors else ():
        found = Found("visit", f"event.visit.{noun.lemma}", noun, actors=list(visitors), phase="historical", firm=2)
        found.date, found.edtf, found.basis, found.refers = date, date.edtf, date.basis, True
        yield found


def _in_general(noun: Token) -> bool:
    """ "High-level visits", "state visits": many, none of them meant."""
    kinds = {c.lower for c in noun.children if c.dep in {"amod", "compound"}}
    return noun.tag == "NNS" and bool(kinds & words("visit", "kinds"))


def _noun_goals(scene: Scene, noun: Token) -> tuple[list[Place], bool]:
    """The hosts a noun names; whether it goes to something that is no state or place at all."""
    for preposition, target in after(scene, noun, words("visit", "host_prepositions"), reach=9):
        if preposition == "of" and noun.lemma not in words("visit", "toured"):
            continue
        if found := goals(scene, target):
            return found, False
        if preposition == "to" and target.pos in {"NOUN", "PROPN"} and target.i - noun.i < 8:
            return [], target.lemma not in words("visit", "regions") and not _is_region(scene, target)
    before = [*noun.children, *(g for c in noun.children if c.dep == "compound" for g in c.children)]
    for c in before:
        mention = scene.mention(c.i) if c.dep == "compound" and c.i < noun.i else None
        if mention and mention.entity.kind in {"place", "state"} and mention.form == "name":
            return [Place(mention.entity.name, mention.entity.iso3, mention.start, mention.end)], False
    return [], False


def _is_region(scene: Scene, noun: Token) -> bool:
    mention = scene.mention(noun.i)
    return bool(mention and not mention.entity.iso3)


def _predicate(scene: Scene, noun: Token) -> list[Place]:
    """The host in "his next stop is X" and "X is the second stop"."""
    if noun.lemma not in words("visit", "stops"):
        return []
    if noun.dep in {"nsubj", "nsubj:outer"} and noun.head.child("cop"):
        return goals(scene, noun.head)
    subject = noun.child("nsubj") if noun.child("cop") else None
    return goals(scene, subject) if subject is not None else []


def _hosting(scene: Scene, noun: Token, support: Token | None) -> list[Place]:
    """The host in "Y welcomed X's visit": the state of whoever welcomes it."""
    if support is None or support.lemma not in words("visit", "hosting") or noun.dep not in {"obj", "nsubj:pass"}:
        return []
    states = {a.iso3 for a in doers(scene, support) if a.iso3}
    if len(states) != 1:
        return []
    iso3 = states.pop()
    return [Place(scene.state(iso3).name, iso3, support.i, support.i + 1)]


def _noun_visitors(scene: Scene, noun: Token, support: Token | None, hosts: list[Place]) -> list[Actor]:
    at_home = {p.iso3 for p in hosts if p.iso3}
    own = [a for a in owners(scene, noun) if a.kind == "person" or noun.child("nmod:poss")]
    by = words("visit", "visitor_prepositions") - (
        words("visit", "toured_of") if noun.lemma in words("visit", "toured") else set()
    )
    if scene.tokens[min(noun.i + 1, len(scene.tokens) - 1)].lower != "of":
        by = by - {"of"}  # "a visit at the invitation of Y"
    given = [] if _is_hosted(noun) else partners(scene, noun, by, reach=14)
    told = [[a for a in found if a.iso3 not in at_home] for found in (own, given, _carrier(scene, noun, support))]
    named = next((found for found in told if any(scene.mention(a.start) and a.kind == "person" for a in found)), None)
    return named or next((found for found in told if found), [])


def _said_of(trigger: Token) -> Token | None:
    """The predicate of a visit that is the subject: "the last visit was in 2017"."""
    return trigger.head if trigger.dep in {"nsubj", "nsubj:outer"} and trigger.head.child("cop") else None


def _is_hosted(noun: Token) -> bool:
    """ "The visit, hosted by Y": "by" names the host."""
    return any(c.dep.startswith("acl") and c.lemma in words("visit", "hosting") for c in noun.children)


def _carrier(scene: Scene, noun: Token, support: Token | None) -> list[Actor]:
    """The subject of the verb that carries the noun: "X paid a visit", "X spoke during a visit", "X is on a visit"."""
    if noun.child("cop"):
        head = doer_head(noun)
        return _travellers(actors_of(scene, head), head) if head is not None else []
    if support is None or noun.dep in {"nsubj", "nsubj:pass"} or support.lemma in words("visit", "hosting"):
        return []
    if (guest := _away(scene, noun)) is not None:
        return _travellers(actors_of(scene, guest), guest)
    if case(noun) in words("visit", "topics"):  # "voiced regret over the visit": somebody else's
        return []
    head = doer_head(support)
    if head is None:
        return []
    if head.lemma in words("visit", "nouns"):
        return owners(scene, head)
    found = _travellers(doers(scene, support), head)
    return found if support.lemma in supports("visit") or len(found) == 1 else []


def _travellers(found: list[Actor], head: Token) -> list[Actor]:
    """The persons (or, where none is named, the bodies and states) of a phrase that can be on a visit."""
    persons = [a for a in found if a.kind == "person"]
    return persons or [a for a in found if a.kind != "state" or head.tag.startswith("NN")]


def _away(scene: Scene, noun: Token) -> Token | None:
    """ "X, now in Y on a visit, is to V": the one beside whose name it is told where he is."""
    place = noun.head
    named = place.dep == "nmod" and case(place) == "in" and place_of(scene, place) is not None
    return place.head if named and case(noun) == "on" and place.head.dep in SUBJECTS else None


def by_stay(scene: Scene, preposition: Token) -> Iterator[Found]:
    """ "X is in Y for talks", "X was in town"."""
    token = preposition.head
    if preposition.dep != "case" or token.i < preposition.i or not token.child("cop") or case(token) != "in":
        return
    head = doer_head(token)
    visitors = [a for a in actors_of(scene, head) if a.kind == "person"] if head is not None else []
    place = place_of(scene, token)
    town = token.lemma in words("visit", "town")
    if not visitors or (place is None and not town):
        return
    for found in each_host(scene, token, visitors, [place] if place else [], "event.visit.stay", None):
        found.phase, found.firm = found.phase or "held", 2
        found.refers = found.refers or place is None
        yield found


def by_expectation(scene: Scene, token: Token) -> Iterator[Found]:
    """ "X is expected in Y next month", "X is due in Y on Monday"."""
    if token.child("xcomp") or not token.child("nsubj:pass", "nsubj"):
        return
    subject = token.child("nsubj:pass", "nsubj")
    visitors = [a for a in actors_of(scene, subject) if a.kind == "person"] if subject is not None else []
    for _, noun in after(scene, token, {"in"}, reach=5):
        place = place_of(scene, noun)
        if visitors and place is not None and place.iso3 not in {"", *(a.iso3 for a in visitors)}:
            for found in each_host(scene, token, visitors, [place], "event.visit.expected", token):
                found.phase, found.firm = "scheduled", 2
                yield found


def by_welcome(scene: Scene, verb: Token) -> Iterator[Found]:
    """ "Y welcomed X to Z", "Y hosted X for a state visit": X is the visitor."""
    target = patient(verb) if verb.is_verb else None
    visitors = _received(scene, target) if target is not None else []
    if not visitors:
        return
    hosts = [p for _, n in after(scene, verb, {"to"}, reach=12) for p in goals(scene, n)]
    states = {a.iso3 for a in doers(scene, verb) if a.iso3}
    states = states or {a.iso3 for a in other_of_pair(scene, visitors)}
    if not hosts and verb.lemma == "host":
        stops = [p for _, n in after(scene, verb, {"in"}, reach=8) for p in goals(scene, n)]
        hosts = [p for p in stops if p.iso3 in states]
    stays = (n for _, n in after(scene, verb, {"for", "on", "of", "during"}, reach=14))
    if not hosts and any(n.lemma in words("visit", "nouns") for n in stays):
        hosts = [Place(scene.state(i).name, i, verb.i, verb.i + 1) for i in states]
    if any(p.iso3 for p in hosts):
        yield from each_host(scene, verb, visitors, hosts[:1], f"event.visit.{verb.lemma}", verb)


def _received(scene: Scene, target: Token) -> list[Actor]:
    """The person received: by name, or by office alone ("Burundi's president")."""
    office = target.tag in {"NN", "NNP"} and target.lemma in words("officials")
    return [a for a in actors_of(scene, target) if a.kind == "person" or (office and a.iso3)]


def by_visiting(scene: Scene, token: Token) -> Iterator[Found]:
    """ "The visiting Egyptian president"."""
    if token.dep not in {"amod", "compound"}:
        return
    visitors = [a for a in actors_of(scene, token.head) if a.kind == "person"]
    if visitors:
        yield Found("visit", "event.visit.visiting", token, actors=visitors, phase="held", firm=1, refers=True)


def each_host(
    scene: Scene, trigger: Token, visitors: list[Actor], hosts: list[Place], rule: str, support: Token | None
) -> Iterator[Found]:
    """One visit for each host; none where the visitor is at home there or the words only wish for it."""
    phase, firm = when.outlook(trigger, "visit")
    if phase == when.UNREAL:
        return
    by_state: dict[str, Place] = {}
    for place in hosts:
        by_state.setdefault(place.iso3 or place.name, place)
    several: list[Place | None] = [*by_state.values()] or [None]
    for host in several:
        if host is not None and any(a.iso3 and a.iso3 == host.iso3 for a in visitors):
            continue
        found = Found("visit", rule, trigger, actors=list(visitors), phase=phase, firm=firm)
        if host is not None:
            found.host, found.place = host.iso3, host if host.name else None
            found.refers = not host.name and not host.iso3
        when.settle(scene, found, support, _said_of(trigger))
        lasting(scene, found, support)
        yield found


__all__ = ["by_expectation", "by_list", "by_noun", "by_stay", "by_verb", "by_visiting", "by_welcome", "each_host"]
