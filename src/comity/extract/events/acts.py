"""One-sided acts by lexicon (accusations, sanctions, protests …), and the beginnings of relations."""

from __future__ import annotations

from collections.abc import Iterator

from comity.extract.events import circumstances as when
from comity.extract.events.lexicon import Act, acts, words
from comity.extract.events.participants import actors_of, after, doer_head, goals, owners, patient
from comity.extract.events.scene import Found, Scene
from comity.language.references import Actor
from comity.language.syntax import Token

FRAMEWORKS = frozenset({"org", "instrument"})


def by_verb(scene: Scene, verb: Token) -> Iterator[Found]:
    """The act a verb names, where its object and its parties fit."""
    for act in acts().get(verb.lemma, ()):
        if verb.is_verb and (found := _act(scene, verb, act)):
            yield found
            return


def _act(scene: Scene, verb: Token, act: Act) -> Found | None:
    target = patient(verb)
    if act.objects and (target is None or not _fits(target, act)):
        return None
    if act.framework and not _framework(scene, verb, target):
        return None
    phase, firm = when.outlook(scene, verb)
    if phase == when.UNREAL:
        return None
    head = doer_head(verb)
    doers = [a for a in actors_of(scene, head) if a.kind != "other" or a.iso3] if head is not None else []
    recipients = _recipients(scene, verb, target, act, doers)
    if not _between_states(doers, recipients, act):
        return None
    found = Found(act.form, f"event.{act.form}.{verb.lemma}", verb, category=act.category, phase=phase, firm=firm)
    found.actors, found.recipients = (doers + recipients, []) if act.reciprocal else (doers, recipients)
    when.settle(scene, found, verb)
    found.place = when.where(scene, [verb])
    if act.count and target is not None:
        found.count = _count(scene, target)
    return found


def _fits(target: Token, act: Act) -> bool:
    if target.lemma in act.objects:
        return True
    return any(c.lemma in act.objects for c in target.children if c.dep in {"compound", "nmod", "conj"})


def _framework(scene: Scene, verb: Token, target: Token | None) -> bool:
    """Whether it is a standing framework or body of states that is joined or left."""
    heads = [target] if target is not None else [t for _, t in after(scene, verb, {"from"}, reach=8)]
    for head in heads:
        for i in range(head.left, head.right + 1):
            mention = scene.mention(i)
            if (
                mention
                and mention.entity.kind in FRAMEWORKS
                and (mention.entity.kind == "instrument" or not mention.entity.iso3)
            ):
                return True
    return False


def _recipients(scene: Scene, verb: Token, target: Token | None, act: Act, doers: list[Actor]) -> list[Actor]:
    mine = {a.iso3 for a in doers if a.iso3}
    for place in act.recipient:
        found = _at(scene, verb, target, place)
        found = [a for a in found if a.iso3 and a.iso3 not in mine]
        if found:
            return found
    return []


def _at(scene: Scene, verb: Token, target: Token | None, place: str) -> list[Actor]:
    if place == "object":
        return actors_of(scene, target) if target is not None else []
    if place == "owner":
        return _owner(scene, target) if target is not None else []
    if place == "place":
        spot = when.where(scene, [verb])
        return [scene.state(spot.iso3)] if spot and spot.iso3 else []
    out: list[Actor] = []
    for _, noun in after(scene, verb, {place}, reach=26):
        out += actors_of(scene, noun) or _owner(scene, noun)
        if out:
            break
    return out


def _owner(scene: Scene, noun: Token) -> list[Actor]:
    """The states whose person or thing it is: "Russian diplomats", "the Ethiopian ambassador", "Hanoi's policy"."""
    out = [scene.state(a.iso3) for a in owners(scene, noun) if a.iso3]
    mention = scene.mention(noun.i)
    if not out and mention and mention.entity.iso3:
        out = [scene.state(mention.entity.iso3)]
    return out


def _between_states(doers: list[Actor], recipients: list[Actor], act: Act) -> bool:
    states = {a.iso3 for a in doers if a.iso3}
    if not doers:
        return bool(recipients) and act.alone
    if act.framework:
        return bool(states)
    if act.reciprocal:
        return len(states | {a.iso3 for a in recipients}) > 1
    if not recipients and not act.alone:
        return False
    return bool(states) or any(a.kind == "org" for a in doers) or bool(recipients)


def _count(scene: Scene, target: Token) -> int | None:
    for amount in scene.reading.amounts_in(scene.tokens[target.left].start, target.end):
        value = getattr(amount, "value", None)
        if value is not None and value == int(value):
            return int(value)
    return None


def relations(scene: Scene, verb: Token) -> Iterator[Found]:
    """ "established diplomatic relations", "upgraded ties to a partnership", "designated X a major ally"."""
    if not verb.is_verb:
        return
    founds, raises = verb.lemma in words("establishment", "found"), verb.lemma in words("establishment", "raise")
    names = verb.lemma in words("establishment", "designate")
    if not (founds or raises or names):
        return
    target = patient(verb)
    if target is None:
        return
    if founds and not (target.lemma in words("establishment", "relations") and _qualified(target)):
        return
    level = any(
        t.lemma in words("establishment", "levels")
        for t in scene.tokens[target.i : min(verb.sentence.tokens[-1].i, target.i + 14)]
    )
    if raises and not (target.lemma in words("establishment", "relations") or (level and actors_of(scene, target))):
        return
    if names and not (level and any(a.kind == "state" for a in actors_of(scene, target))):
        return
    yield from _relation(scene, verb, target, raises=raises)


def _qualified(noun: Token) -> bool:
    """Whether relations are of the kind that states found: diplomatic ones, partnerships."""
    near = [c.lower for c in noun.children] + [g.lower for c in noun.children for g in c.children]
    return noun.lemma == "partnership" or any(w in words("establishment", "qualities") for w in near)


def _relation(scene: Scene, verb: Token, target: Token, *, raises: bool) -> Iterator[Found]:
    phase, firm = when.outlook(scene, verb)
    if phase == when.UNREAL:
        return
    head = doer_head(verb)
    actors = actors_of(scene, head) if head is not None else []
    others = next((f for _, n in after(scene, verb, {"with", "between"}, reach=20) if (f := actors_of(scene, n))), [])
    others = others or [a for a in actors_of(scene, target) if a.kind == "state"] or owners(scene, target)
    actors = [a for a in _joined(actors, others) if a.kind != "other"]
    states = {a.iso3 for a in actors if a.iso3}
    if len(states) == 1 and len(scene.reading.references.pair) == 2 and states <= set(scene.reading.references.pair):
        actors += [scene.state(i) for i in scene.reading.references.pair if i not in states]
    if len({a.iso3 for a in actors if a.iso3}) < 2:
        return
    rule = f"event.establishment.{verb.lemma}"
    found = Found("establishment", rule, verb, actors=actors, phase=phase, firm=firm)
    when.settle(scene, found, verb)
    found.place = when.where(scene, [verb])
    yield found


def _joined(first: list[Actor], second: list[Actor]) -> list[Actor]:
    return [*first, *(a for a in second if all(a.name != b.name and (not a.iso3 or a.iso3 != b.iso3) for b in first))]


def founding(scene: Scene, noun: Token) -> Iterator[Found]:
    """ "the establishment of a partnership in 2008", "the upgrade of ties"."""
    if noun.lemma not in words("establishment", "nouns") or not noun.tag.startswith("NN"):
        return
    for _, target in after(scene, noun, {"of", "in"}, reach=9):
        if target.lemma in words("establishment", "relations") and (
            _qualified(target) or noun.lemma != "establishment"
        ):
            actors = [a for a in _parties(scene, target) if a.kind in {"state", "person"}]
            actors = (
                actors if len({a.iso3 for a in actors}) > 1 else [scene.state(i) for i in scene.reading.references.pair]
            )
            if len(actors) < 2:
                return
            found = Found("establishment", f"event.establishment.{noun.lemma}", noun, actors=actors)
            when.settle(scene, found, target)
            if not found.edtf or when.is_past(scene, found.edtf):
                found.phase, found.firm = "historical", 1
            yield found
            return


def _parties(scene: Scene, target: Token) -> list[Actor]:
    return next((f for _, n in after(scene, target, {"with", "between"}, reach=14) if (f := actors_of(scene, n))), [])


__all__ = ["by_verb", "founding", "goals", "relations"]
