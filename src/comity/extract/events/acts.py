"""One-sided acts by lexicon: accusations, sanctions, protests, threats, attacks, openings, exercises …"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from comity.extract.events import circumstances as when
from comity.extract.events.grammar import after, agent, among, doer_head, object_among, patient
from comity.extract.events.lexicon import Act, act_nouns, acts, words
from comity.extract.events.participants import actors_of, distinct, doers, forces, owners, partners, place_of
from comity.extract.events.scene import Found, Scene
from comity.language.references import Actor
from comity.language.syntax import Token

FRAMEWORKS = frozenset({"org", "instrument"})


def by_verb(scene: Scene, verb: Token) -> Iterator[Found]:
    """The act a verb names, where its object and its parties fit."""
    if not verb.is_verb:
        return
    for act in acts().get(verb.lemma, ()):
        if found := _act(scene, verb, act):
            yield found
            yield from _mirrored(scene, verb, found)
            return


def _act(scene: Scene, verb: Token, act: Act) -> Found | None:
    target = _target(scene, verb, act)
    if ((act.objects or act.nationals or act.states) and target is None) or (
        act.needs and not _follows(scene, verb, act.needs)
    ):
        return None
    if act.framework and not _framework(scene, verb, target):
        return None
    phase, firm = _outlook(verb, act)
    if phase == when.UNREAL or _conditional(verb):
        return None
    mine, recipients = _parties(scene, verb, target, act)
    if not _between_states(mine, recipients, act):
        return None
    if act.alone and not recipients and not _across_borders(scene, verb, mine):
        return None
    found = Found(act.form, f"event.{act.form}.{verb.lemma}", verb, category=act.category, phase=phase, firm=firm)
    found.actors, found.recipients = (distinct([*mine, *recipients]), []) if act.reciprocal else (mine, recipients)
    when.settle(scene, found, verb)
    found.place = when.where(scene, [verb])
    if act.count and target is not None:
        found.count = _count(scene, target)
    return found


def _target(scene: Scene, verb: Token, act: Act) -> Token | None:
    """What is acted on, where it is of the class's kind; the subject of an intransitive for what begins."""
    if not act.objects:
        target = patient(verb)
        named = target is not None and any(a.kind == "state" for a in actors_of(scene, target))
        return target if named or not act.states else None
    if target := object_among(scene, verb, act.objects):
        return target
    if act.nationals and (citizens := _nationals(scene, verb)):
        return citizens
    subject = verb.child("nsubj", "nsubj:pass") if act.begins and patient(verb) is None else None
    return subject if subject is not None and among(subject, act.objects) else None


def _nationals(scene: Scene, verb: Token) -> Token | None:
    """Citizens of a state as the object: "six Chileans"."""
    target = patient(verb)
    mention = scene.mention(target.i) if target is not None else None
    plural = target is not None and target.tag in {"NNS", "NNPS"}
    return target if plural and mention and mention.form == "demonym" else None


def _follows(scene: Scene, verb: Token, wanted: frozenset[str]) -> bool:
    last = verb.sentence.tokens[-1].i
    return any(t.lower in wanted or t.lemma in wanted for t in scene.tokens[verb.i + 1 : min(verb.i + 22, last) + 1])


def _parties(scene: Scene, verb: Token, target: Token | None, act: Act) -> tuple[list[Actor], list[Actor]]:
    """Those who do it and those it is done to."""
    head = doer_head(verb)
    itself = head is not None and head is target
    mine = [] if itself else [a for a in doers(scene, verb) if a.kind != "other" or a.iso3]
    if not mine and head is not None and not itself:
        mine = forces(scene, head)
    if not mine and target is not None and (act.sides or itself):
        mine = _sides(scene, verb, target, act)
        if len(mine) > 1:
            return mine, []
    if not mine and act.doer and verb.child("nsubj:pass"):
        mine = _named_after(scene, verb, act)
    recipients = _recipients(scene, verb, target, act, mine)
    if (
        not recipients
        and not act.reciprocal
        and len({a.iso3 for a in mine}) == len(mine) == 2
        and _is_mutual(scene, verb)
    ):
        return mine[:1], mine[1:]
    if not mine and recipients and _has_no_doer(verb):
        pair = scene.reading.references.pair
        others = [i for i in pair if i != recipients[0].iso3]
        mine = [scene.state(others[0])] if len(pair) == 2 and len(others) == 1 else []
    return mine, recipients


def _has_no_doer(verb: Token) -> bool:
    return verb.child("nsubj:pass") is not None and agent(verb) is None


def _sides(scene: Scene, verb: Token, target: Token, act: Act) -> list[Actor]:
    """Both parties of what was broken off, restored or begun: "ties between X and Y were restored"."""
    for place in act.sides:
        for _, noun in after(scene, target, {place}, reach=12):
            states = [a for a in actors_of(scene, noun) if a.iso3]
            if len({a.iso3 for a in states}) > 1:
                return states
            owned = owners(scene, target)
            if states and owned and place == "with":
                return distinct([*owned, *states])
    if act.begins and act.alone:
        owned = [scene.state(a.iso3) for a in owners(scene, target) if a.iso3]
        return owned[:1]
    return []


def _named_after(scene: Scene, verb: Token, act: Act) -> list[Actor]:
    """The state a passive names as the doer in its place: "expelled from X", "summoned to the ministry in X"."""
    theirs = {a.iso3 for a in _owner(scene, verb.child("nsubj:pass") or verb)}
    for _, noun in after(scene, verb, act.doer, reach=10):
        found = [a for a in actors_of(scene, noun) if a.iso3] or _owner(scene, noun)
        spot = place_of(scene, noun)
        if not found and spot is not None and spot.iso3:
            found = [scene.state(spot.iso3)]
        if mine := [a for a in found if a.iso3 and a.iso3 not in theirs]:
            return mine[:1]
    return []


def _mirrored(scene: Scene, verb: Token, found: Found) -> Iterator[Found]:
    """The same act the other way round, for "X and Y each expelled six diplomats"."""
    if not found.recipients or not found.actors or not _is_mutual(scene, verb):
        return
    back = replace(found, actors=list(found.recipients), recipients=list(found.actors))
    yield back


def _is_mutual(scene: Scene, verb: Token) -> bool:
    near = scene.tokens[max(verb.i - 2, verb.sentence.tokens[0].i) : verb.i + 5]
    return any(t.lower in words("mutual") for t in near)


def _outlook(verb: Token, act: Act) -> tuple[str, int]:
    """A measure that a state decided on is taken, what an act is for is not; else as for every event."""
    if verb.tag == "VB" and verb.dep in {"advcl", "acl"} and any(c.lower == "to" for c in verb.children):
        return (when.UNREAL, 0)
    if (
        act.form in words("taken")
        and verb.dep == "xcomp"
        and verb.head.lemma in words("deciding")
        and verb.head.tag in {"VBD", "VBN", "VBZ"}
    ):
        return ("held", 2)
    return when.outlook(verb, act.form)


def _conditional(verb: Token) -> bool:
    """Whether the act stands in a condition ("if X attacks Y")."""
    return any(c.dep == "mark" and c.lower in words("conditions") for c in verb.children)


def _framework(scene: Scene, verb: Token, target: Token | None) -> bool:
    """Whether it is a standing framework or body of states that is joined or left."""
    heads = [target] if target is not None else [t for _, t in after(scene, verb, {"from"}, reach=8)]
    for head in heads:
        for i in range(head.left, head.right + 1):
            mention = scene.mention(i)
            if mention and mention.entity.kind in FRAMEWORKS:
                return mention.entity.kind == "instrument" or not mention.entity.iso3
    return False


def _recipients(scene: Scene, verb: Token, target: Token | None, act: Act, mine: list[Actor]) -> list[Actor]:
    at_home = {a.iso3 for a in mine if a.iso3}
    names = {a.name for a in mine}
    for place in act.recipient:
        found = _at(scene, verb, target, place, across=act.clause)
        found = [a for a in found if a.name not in names and (a.iso3 or a.kind == "org") and a.iso3 not in at_home]
        if found:
            return found
    return []


def _at(scene: Scene, verb: Token, target: Token | None, place: str, *, across: bool) -> list[Actor]:
    if place == "object":
        return actors_of(scene, target) if target is not None else _next_name(scene, verb)
    if place == "owner":
        return _owner(scene, target) if target is not None else []
    if place == "place":
        spot = when.where(scene, [verb])
        return [scene.state(spot.iso3)] if spot and spot.iso3 else []
    nouns = [n for _, n in after(scene, verb, {place}, reach=26)]
    if across and not nouns:
        nouns = [t.head for t in verb.sentence.tokens if t.i > verb.i and t.lower == place and t.head.i > t.i]
    return next((out for n in nouns if (out := actors_of(scene, n) or _owner(scene, n))), [])


def _next_name(scene: Scene, verb: Token) -> list[Actor]:
    """The first name to the right of a verb whose object the parser lost."""
    for i in range(verb.i + 1, min(verb.i + 4, verb.sentence.tokens[-1].i + 1)):
        mention = scene.mention(i)
        if mention and mention.entity.kind in {"state", "person", "org"}:
            return [scene.person(mention)]
        if scene.tokens[i].pos in {"ADP", "VERB"}:
            break
    return []


def _owner(scene: Scene, noun: Token) -> list[Actor]:
    """The states whose person or thing it is: "Russian diplomats", "the Ethiopian ambassador", "Chinese-built cars"."""
    out = [scene.state(a.iso3) for a in owners(scene, noun) if a.iso3]
    if not out:
        inside = (scene.mention(i) for i in range(noun.left, noun.right + 1))
        out = [
            scene.state(m.entity.iso3) if m.entity.iso3 else scene.person(m)
            for m in inside
            if m and (m.entity.iso3 or m.entity.kind == "org")
        ][:1]
    return out


def _between_states(mine: list[Actor], recipients: list[Actor], act: Act) -> bool:
    states = {a.iso3 for a in mine if a.iso3}
    if not mine:
        return bool(recipients) and act.alone
    if act.free:
        return bool(states) or any(a.kind == "org" for a in mine)
    if act.sides and len(states) > 1:
        return True
    if act.framework:
        return bool(states)
    if act.reciprocal:
        return len(states | {a.iso3 for a in recipients}) > 1
    if not recipients and not act.alone:
        return False
    return bool(states) or any(a.kind == "org" for a in mine)


def _across_borders(scene: Scene, verb: Token, mine: list[Actor]) -> bool:
    """Whether the sentence brings in a second state, for acts that may be a state's own affair."""
    states = {a.iso3 for a in mine if a.iso3}
    states |= {m.entity.iso3 for m in scene.reading.mentions_in(verb.sentence) if m.entity.iso3}
    return len(states) > 1


def _count(scene: Scene, target: Token) -> int | None:
    for amount in scene.reading.amounts_in(scene.tokens[target.left].start, target.end):
        value = getattr(amount, "value", None)
        if value is not None and value == int(value):
            return int(value)
    return None


def by_noun(scene: Scene, noun: Token) -> Iterator[Found]:
    """ "the inauguration of a base", "the expulsion of diplomats"; allegations that the accused denies."""
    act = act_nouns().get(noun.lemma)
    if act is None or not noun.tag.startswith("NN"):
        return
    phase, firm = when.outlook(noun, act.form)
    if phase == when.UNREAL:
        return
    mine = [a for a in owners(scene, noun) if a.kind != "other"] or partners(scene, noun, {"by"}, reach=12)
    recipients = [a for p in act.recipient for _, n in after(scene, noun, {p}, reach=8) for a in _owner(scene, n)][:1]
    if not mine and act.alone:
        mine = [scene.state(i) for i in scene.reading.references.pair]
    if not mine or not (recipients or act.alone):
        return
    rule = f"event.{act.form}.{noun.lemma}"
    found = Found(
        act.form, rule, noun, actors=mine, recipients=recipients, category=act.category, phase=phase, firm=firm
    )
    when.settle(scene, found)
    found.place = when.where(scene, [noun])
    yield found


__all__ = ["by_noun", "by_verb"]
