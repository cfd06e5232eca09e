"""Establishment: relations and partnerships are founded, raised, or named as such."""

from __future__ import annotations

from collections.abc import Iterator

from comity.extract.events import circumstances as when
from comity.extract.events.bodies import as_states
from comity.extract.events.grammar import after, case, governor, patient
from comity.extract.events.lexicon import words
from comity.extract.events.participants import actors_of, doers, owners, partners
from comity.extract.events.scene import Found, Scene
from comity.language.actors import Actor
from comity.language.syntax import Token


def by_verb(scene: Scene, verb: Token) -> Iterator[Found]:
    """ "established diplomatic relations", "upgraded ties to a partnership", "designated X a major ally"."""
    target = patient(verb) if verb.is_verb else None
    if target is None:
        return
    level = _level_near(scene, target)
    built = target.lemma == "link" and any(c.tag.startswith("NN") for c in target.all("compound"))
    about_relations = target.lemma in words("establishment", "relations") and not built  # "upgraded rail links"
    particle = verb.lemma not in words("establishment", "with_up") or any(c.lower == "up" for c in verb.children)
    plain = verb.lemma == "establish" and target.lemma == "relation"
    founded = particle and verb.lemma in words("establishment", "found") and about_relations
    founded = founded and (plain or _qualified(target))
    raised = verb.lemma in words("establishment", "raise") and (about_relations or (level and actors_of(scene, target)))
    raised = raised and (verb.lemma not in words("establishment", "raise_to") or _to_a_level(scene, verb))
    if verb.lemma in words("establishment", "having") and about_relations and _qualified(target):
        yield from _since(scene, verb, target)
    elif founded or raised:
        yield from _mutual(scene, verb, target)
    elif verb.lemma in words("establishment", "creating") and target.lemma in words("meeting", "bodies"):
        yield from _body_founded(scene, verb, target)
    elif verb.lemma in words("establishment", "designate") and level:
        yield from _designated(scene, verb, target)


def _body_founded(scene: Scene, verb: Token, target: Token) -> Iterator[Found]:
    """ "The joint commission was founded in 1999": of a body of the two states, in a year long past."""
    if not verb.child("nsubj:pass") or not any(c.lower in {"the", "their"} for c in target.all("det", "nmod:poss")):
        return
    sides = as_states(scene, actors_of(scene, target))
    sides = sides if len(_states(sides)) > 1 else [scene.state(i) for i in scene.reading.references.pair]
    found = Found("establishment", f"event.establishment.{verb.lemma}", verb, actors=sides)
    when.settle(scene, found, verb)
    if len(_states(sides)) > 1 and found.edtf and when.is_past(scene, found.edtf):
        found.phase, found.firm = "historical", 2
        yield found


def _since(scene: Scene, verb: Token, target: Token) -> Iterator[Found]:
    """ "X and Y have had diplomatic relations since 1985"."""
    stop = verb.sentence.tokens[-1].i
    at = next((t for t in scene.tokens[target.i : stop] if t.lower == "since"), None)
    dates = scene.reading.dates_in(at.start, verb.sentence.end) if at is not None else []
    date = next((d for d in dates if d.edtf and d.timex_type == "DATE"), None)
    if date is None:
        return
    for found in _mutual(scene, verb, target):
        found.date, found.edtf, found.basis = date, date.edtf, date.basis
        found.phase, found.firm = "historical", 2
        yield found


def _level_near(scene: Scene, target: Token) -> bool:
    stop = min(target.sentence.tokens[-1].i, target.i + 14)
    return any(t.lemma in words("establishment", "levels") for t in scene.tokens[target.i : stop])


def _to_a_level(scene: Scene, verb: Token) -> bool:
    """Whether it says up to what: "boosted ties to a partnership" is more than "boosted ties"."""
    return any(noun.lemma in words("establishment", "levels") for _, noun in after(scene, verb, {"to"}))


def _qualified(noun: Token) -> bool:
    """Whether relations are of the kind that states found: diplomatic ones, partnerships."""
    near = [c.lower for c in noun.children] + [g.lower for c in noun.children for g in c.children]
    return noun.lemma == "partnership" or any(w in words("establishment", "qualities") for w in near)


def _mutual(scene: Scene, verb: Token, target: Token) -> Iterator[Found]:
    phase, firm = when.outlook(verb, "establishment")
    if phase == when.UNREAL:
        return
    actors = [a for a in doers(scene, verb) if a.kind in {"state", "person"}]
    pair = scene.reading.references.pair
    if not actors and verb.child("nsubj:pass") is target and len(pair) == 2 and not owners(scene, target):
        actors = [scene.state(i) for i in pair]
    if len(_states(actors)) < 2:
        others = partners(scene, verb, {"with", "between"}, reach=20)
        others = others or (partners(scene, target, {"between"}, reach=8) if target.i < verb.i else [])
        others = others or [a for a in actors_of(scene, target) if a.kind == "state"] or owners(scene, target)
        actors = [*actors, *(a for a in others if a.kind in {"state", "person"} and a.iso3 not in _states(actors))]
    pair = scene.reading.references.pair
    if len(_states(actors)) == 1 and len(pair) == 2 and _states(actors) <= set(pair):
        actors += [scene.state(i) for i in pair if i not in _states(actors)]
    if len(_states(actors)) < 2:
        return
    found = Found("establishment", f"event.establishment.{verb.lemma}", verb, actors=actors, phase=phase, firm=firm)
    when.settle(scene, found, verb)
    found.place = when.where(scene, [verb])
    yield found


def _states(actors: list[Actor]) -> set[str]:
    return {a.iso3 for a in actors if a.iso3}


def _designated(scene: Scene, verb: Token, target: Token) -> Iterator[Found]:
    """One state gives another a standing; where no state does, the other one of the pair does."""
    phase, firm = when.outlook(verb, "establishment")
    others = [a for a in actors_of(scene, target) if a.kind == "state"]
    if phase == when.UNREAL or len(others) != 1:
        return
    actors = [a for a in doers(scene, verb) if a.kind in {"state", "person"} and a.iso3 != others[0].iso3]
    actors = actors or [scene.state(i) for i in scene.reading.references.pair if i != others[0].iso3][:1]
    if not actors:
        return
    rule = f"event.establishment.{verb.lemma}"
    found = Found("establishment", rule, verb, actors=actors, recipients=others, phase=phase, firm=firm)
    when.settle(scene, found, verb)
    yield found


def by_noun(scene: Scene, noun: Token) -> Iterator[Found]:
    """ "the establishment of a partnership in 2008", "the upgrade of ties"."""
    if not noun.tag.startswith("NN") or noun.head.lemma in words("establishment", "ages"):
        return
    if (target := _pointed(scene, noun)) is not None:
        actors = partners(scene, target, {"with", "between"}, reach=14)
        actors = [a for a in actors if a.kind in {"person", "state"}]
        actors = actors if len(_states(actors)) > 1 else [scene.state(i) for i in scene.reading.references.pair]
        if len(actors) > 1:
            yield _founding(scene, noun, noun, actors)
        return
    aimed_at = case(noun) in words("establishment", "towards") and not when.dates_under(scene, noun)
    for _, target in after(scene, noun, {"of", "in"}, reach=9):
        if target.lemma not in words("establishment", "relations") or aimed_at:
            continue
        if not _qualified(target) and noun.lemma == "establishment":
            continue
        actors = [a for a in partners(scene, target, {"with", "between"}, reach=14) if a.kind in {"state", "person"}]
        if len(_states(actors)) < 2:
            actors = [scene.state(i) for i in scene.reading.references.pair]
        if len(actors) > 1:
            yield _founding(scene, noun, target, actors)
        return


def _pointed(scene: Scene, noun: Token) -> Token | None:
    """The relations before "since their establishment in 1968"."""
    if not any(c.lower in {"their", "its"} for c in noun.all("nmod:poss")):
        return None
    at = noun.sentence.tokens[0].i
    near = [*reversed(scene.tokens[at : noun.i]), *scene.tokens[noun.i + 1 : noun.i + 9]]
    near = [t for t in near if t.sentence is noun.sentence and t.tag.startswith("NN")]
    return next((t for t in near if t.lemma in words("establishment", "relations")), None)


def _founding(scene: Scene, noun: Token, target: Token, actors: list[Actor]) -> Found:
    found = Found("establishment", f"event.establishment.{noun.lemma}", noun, actors=actors)
    support = governor(noun)
    when.settle(scene, found, target)
    announced = support is not None and support.lemma in words("establishment", "announcing") and support.tag == "VBD"
    if announced and noun.dep == "obj":
        found.phase, found.firm = "held", 2
    elif not found.edtf or when.is_past(scene, found.edtf):
        found.phase, found.firm = "historical", 1
    return found


__all__ = ["by_noun", "by_verb"]
