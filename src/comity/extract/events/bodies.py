"""Sessions of standing bodies: those who take part are the states that hold the body together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from comity.extract.events import circumstances as when
from comity.extract.events.grammar import case, doer_head, patient
from comity.extract.events.lexicon import words
from comity.extract.events.participants import distinct, doers, partners
from comity.extract.events.scene import Found, Scene
from comity.extract.things.sides import named_within
from comity.language.actors import Actor
from comity.language.entities import Mention
from comity.language.gazetteer import gazetteer
from comity.language.syntax import Token

NEAR = 80
"""Words between a joint body and "the Commission" that still means it."""


def of_a_body(scene: Scene, noun: Token) -> list[Actor]:
    """The states of the body that meets: "session of the X-Y Joint Commission", "of the Joint Commission", "its"."""
    if any(c.lower == "its" for c in noun.all("nmod:poss")) and (body := _body_before(scene, noun)):
        return as_states(scene, [scene.person(body)])
    for child in noun.children:
        if child.dep == "compound" or (child.dep == "nmod" and case(child) == "of"):
            states = _inside(scene, child.left, child.right)
            if len(states) > 1:
                return states
            if _shared(child) and len(scene.reading.references.pair) == 2:
                return [scene.state(iso3) for iso3 in scene.reading.references.pair]
    return []


def by_chairing(scene: Scene, verb: Token) -> Iterator[Found]:
    """ "The ministers co-chaired the 7th Joint Commission in Muscat": a body that is chaired meets."""
    target = patient(verb) if verb.is_verb else None
    if target is None or target.lemma not in words("meeting", "bodies"):
        return
    phase, firm = when.outlook(verb, "meeting")
    chairs = doers(scene, verb)
    chairs = [*chairs, *(a for a in partners(scene, target, {"with"}) if all(a.name != b.name for b in chairs))]
    if len({a.iso3 for a in chairs if a.iso3}) < 2 and _shared(target):
        chairs = distinct([*chairs, *(scene.state(i) for i in scene.reading.references.pair)])
    if phase == when.UNREAL or len({a.iso3 for a in chairs if a.iso3}) < 2:
        return
    held = {a.iso3 for a in chairs if a.kind == "person"}
    chairs = [a for a in chairs if a.kind == "person" or a.iso3 not in held]
    found = Found("meeting", f"event.meeting.{verb.lemma}", verb, actors=chairs, phase=phase, firm=firm)
    when.settle(scene, found, verb)
    found.place = when.where(scene, [verb, target])
    yield found


def by_sitting(scene: Scene, verb: Token) -> Iterator[Found]:
    """ "A joint border committee will sit in Tamanrasset", "The Commission last met in May 2024"."""
    head = doer_head(verb) if verb.is_verb else None
    if head is None or head.lemma not in words("meeting", "bodies") or verb.child("obj") is not None:
        return
    phase, firm = when.outlook(verb, "meeting")
    ours = _shared(head) or _named_before(scene, head) or _theirs(scene, head)
    pair = scene.reading.references.pair
    states = _inside(scene, head.left, head.right)
    states = states if len(states) > 1 else [scene.state(i) for i in pair] if ours and len(pair) == 2 else []
    counted = any(c.lemma == "time" and c.tag == "NNS" for c in verb.children)
    if phase == when.UNREAL or not states or counted:
        return
    found = Found("meeting", f"event.meeting.{verb.lemma}", verb, actors=states, phase=phase, firm=firm)
    when.settle(scene, found, verb)
    found.place = when.where(scene, [verb])
    if found.place is not None or found.edtf or (phase == "scheduled" and _somewhere(verb)):
        yield found


def _somewhere(verb: Token) -> bool:
    """Whether a place is told that nobody knows ("is to meet at Ramtha")."""
    return any(case(c) in words("place_prepositions") and c.tag == "NNP" for c in verb.all("obl"))


def _named_before(scene: Scene, body: Token) -> bool:
    """Whether "the Commission" is the joint one that was named shortly before."""
    if body.child("det") is None or not body.text[0].isupper():
        return False
    before = scene.tokens[max(0, body.i - NEAR) : body.i]
    return any(t.lower == body.lower and _shared(t) for t in before)


def _theirs(scene: Scene, body: Token) -> bool:
    """Whether "the committee on water" is taken for one of the two states: nobody else's is named."""
    definite = any(c.lower in {"the", "their"} for c in body.all("det", "nmod:poss"))
    alone = scene.mention(body.i) is None and not _inside(scene, body.left, body.right)
    return definite and body.lemma in words("meeting", "talking_bodies") and alone


def told_within(scene: Scene, noun: Token) -> list[Actor]:
    """Both sides in "a call in which X and Y agreed to meet"."""
    for clause in noun.all("acl:relcl"):
        if any(c.lower == "which" and case(c) in {"in", "during", "at"} for c in clause.children):
            told = [a for a in doers(scene, clause) if a.iso3]
            return told if len({a.iso3 for a in told}) > 1 else []
    return []


def _body_before(scene: Scene, noun: Token) -> Mention | None:
    """The body named last before "its first session", in the same sentence or the one before."""
    near = [m for m in scene.reading.references.mentions if m.end <= noun.i and m.entity.kind == "org"]
    body = near[-1] if near else None
    if body is None or noun.sentence.index - scene.tokens[body.start].sentence.index > 1:
        return None
    inside = {t.lemma.lower() for t in scene.tokens[body.start : body.end]}
    return body if not inside.isdisjoint(words("meeting", "bodies")) else None


def as_states(scene: Scene, actors: Sequence[Actor]) -> list[Actor]:
    """Those who act, a body named after several states ("the X-Y Joint Commission", "its") as these."""
    if not actors or actors[0].kind != "org":
        return list(actors)
    named = next((m for m in scene.reading.references.mentions if m.entity.name == actors[0].name), None)
    states = _inside(scene, named.start, named.end - 1) if named is not None else []
    shared = not words("meeting", "shared").isdisjoint(actors[0].name.lower().split())
    if len(states) < 2 and shared and not actors[0].iso3 and len(scene.reading.references.pair) == 2:
        return [scene.state(iso3) for iso3 in scene.reading.references.pair]
    return states if len(states) > 1 else list(actors)


def _inside(scene: Scene, first: int, last: int) -> list[Actor]:
    """The states that a stretch of words names, also within one name."""
    inside = (scene.mention(i) for i in range(first, last + 1))
    states = distinct(scene.state(m.entity.iso3) for m in inside if m and m.entity.iso3)
    if len(states) > 1:
        return states
    named = named_within(scene.reading, first, last)
    known = (gazetteer().state_of(party.name) for party in named)
    return distinct(scene.state(state.iso3) for state in known if state)


def _shared(body: Token) -> bool:
    """Whether a body is one of two states that are named elsewhere: "the Joint Commission", "their committee"."""
    beside = {c.lower for c in body.children}
    return body.lemma in words("meeting", "bodies") and not beside.isdisjoint(words("meeting", "shared"))
