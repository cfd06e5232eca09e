"""Mentions of one event become one thing: same form, parties and dates that fit; "the visit" joins the visit before."""

from __future__ import annotations

from dataclasses import dataclass, field

from comity.extract.events import circumstances as when
from comity.extract.events.lexicon import category, words
from comity.extract.events.scene import Found, Place, Scene
from comity.language.actors import Actor
from comity.model.edtf import overlaps


@dataclass(slots=True, eq=False)
class Thing:
    """One event with all its mentions, the one that tells most first."""

    first: Found
    mentions: list[Found] = field(default_factory=list)

    @property
    def form(self) -> str:
        """Its form."""
        return self.first.form

    @property
    def at(self) -> int:
        """Token at which it is first mentioned."""
        return min(m.trigger.i for m in self.mentions)


def merge(scene: Scene, found: list[Found]) -> list[Thing]:
    """The events of a document. Mentions that say who took part come first, then those that only point back."""
    things: list[Thing] = []
    for mention in sorted((f for f in found if not f.refers), key=lambda f: f.trigger.i):
        thing = next((t for t in reversed(things) if fits(scene, t, mention)), None)
        if thing is None:
            things.append(Thing(mention, [mention]))
        else:
            join(scene, thing, mention)
    for mention in sorted((f for f in found if f.refers), key=lambda f: f.trigger.i):
        _point_back(scene, things, mention)
    return things


def _point_back(scene: Scene, things: list[Thing], mention: Found) -> None:
    """Give a mention that only points back to the nearest event before it (else the first after) that it fits."""
    fitting = [t for t in things if fits(scene, t, mention)]
    fitting = [t for t in fitting if not _background(scene, t.first)] or fitting
    before = [t for t in fitting if t.at <= mention.trigger.i]
    if before:
        join(
            scene,
            max(
                before,
                key=lambda t: max((m.trigger.i for m in t.mentions if m.trigger.i <= mention.trigger.i), default=0),
            ),
            mention,
        )
    elif fitting:
        join(scene, min(fitting, key=lambda t: t.at), mention)
    elif completed(scene, things, mention):
        things.append(Thing(mention, [mention]))


def completed(scene: Scene, things: list[Thing], mention: Found) -> bool:
    """Whether a mention can stand alone, what it leaves out filled in from the events and persons named before."""
    if mention.form == "visit":
        return _completed_visit(scene, things, mention)
    if mention.form == "ceremony":
        return _completed_welcome(scene, things, mention)
    if mention.form == "signing":
        mention.actors = mention.actors or [scene.state(i) for i in scene.reading.references.pair]
    if mention.form not in {"meeting", "call"}:
        return len(mention.actors) > 1
    return _completed_meeting(scene, mention)


def _completed_welcome(scene: Scene, things: list[Thing], mention: Found) -> bool:
    """ "A welcoming ceremony took place": by the host of the visit that the text tells of, for the visitor."""
    welcome = any(c.lower in words("ceremony", "welcoming") for c in mention.trigger.children)
    visit = next((t.first for t in things if t.form == "visit" and t.first.host and t.first.phase == "held"), None)
    if not welcome or visit is None or not any(a.kind == "person" for a in visit.actors):
        return False
    mention.actors, mention.recipients = [scene.state(visit.host)], list(visit.actors)
    return True


def _completed_visit(scene: Scene, things: list[Thing], mention: Found) -> bool:
    """The visitor or the host of another visit told of; the other state of the pair as the host of one's own."""
    visits = [t.first for t in things if t.form == "visit"]
    if not mention.actors and mention.host:
        last = next((v for v in reversed(visits) if v.trigger.i < mention.trigger.i), visits[0] if visits else None)
        mention.actors = [a for a in last.actors if a.kind == "person" and a.iso3 != mention.host] if last else []
        mention.actors = mention.actors or _guest(scene, mention)
    if mention.actors and not mention.host:
        mine = [v for v in visits if _same_side(v.actors, mention.actors) and v.host]
        pair = scene.reading.references.pair
        iso3 = mention.actors[0].iso3
        theirs = next((v for v in visits if v.host and v.host != iso3), None)
        if mine:
            mention.host, mention.place = mine[-1].host, None if mention.edtf else mine[-1].place
        elif iso3 not in pair and theirs is not None:
            mention.host = theirs.host
        elif len(pair) == 2 and iso3 in pair:
            mention.host = next(i for i in pair if i != iso3)
        if mention.host and mention.place is None:
            at = mention.trigger.i
            mention.place = Place(scene.state(mention.host).name, mention.host, at, at + 1)
    named = any(a.kind == "person" and a.iso3 for a in mention.actors)
    return bool(mention.actors) and (bool(mention.host) or mention.place is not None or named)


def _guest(scene: Scene, mention: Found) -> list[Actor]:
    """The one person of another state whom the sentence names beside those of the host's."""
    sentence = mention.trigger.sentence
    persons = scene.persons_before(sentence.tokens[-1].i, since=sentence.tokens[0].i)
    home = [p for p in persons if p.entity.iso3 == mention.host]
    abroad = {p.entity.name: p for p in persons if p.entity.iso3 and p.entity.iso3 != mention.host}
    return [scene.person(p) for p in abroad.values()] if home and len(abroad) == 1 else []


def _completed_meeting(scene: Scene, mention: Found) -> bool:
    """The last named person of the other state of the pair sits at the table."""
    states = {a.iso3 for a in mention.actors if a.iso3}
    here = mention.trigger.sentence
    for person in scene.persons_before(here.tokens[-1].i):
        entity = person.entity
        near = here.index - scene.tokens[person.start].sentence.index <= 3
        if near and entity.iso3 in scene.reading.references.pair and entity.iso3 not in states:
            mention.actors.append(scene.person(person))
            states.add(entity.iso3)
        if len(states) > 1:
            return True
    return False


def fits(scene: Scene, thing: Thing, mention: Found) -> bool:
    """Whether a mention can be one of this event."""
    first = thing.first
    if first.form != mention.form or mention.another:
        return False
    if _background(scene, first) != _background(scene, mention) and not (mention.refers and not mention.phase):
        return False
    if first.edtf and mention.edtf and not overlaps(first.edtf, mention.edtf):
        return False
    if "cancelled" in {first.phase, mention.phase} and first.phase != mention.phase:
        return False
    if first.form in {"meeting", "signing"} and _told_and_foretold(scene, first, mention):
        return False
    if mention.refers and first.phase == "held" and first.firm > 1 and when.is_future(scene, mention.edtf):
        return False
    if first.form == "visit":
        return _same_side(first.actors, mention.actors) and _same_host(first, mention)
    if first.form in {"meeting", "call"}:
        return _same_table(first, mention) and (_by_name(first, mention) or _hangs_on(scene, thing, mention))
    if first.form == "ceremony":
        return first.trigger.lemma == mention.trigger.lemma or (not mention.actors and not first.sort)
    if (
        first.form == "statement"
        and "CONSULT" in {first.category, mention.category}
        and _tells_together(first, mention)
    ):
        return _same_states(first, mention)  # what is announced at a joint press conference
    if (first.category or category(first.form)) != (mention.category or category(mention.form)):
        return False
    return _same_sort(scene, first, mention) and _same_states(first, mention)


def _tells_together(one: Found, other: Found) -> bool:
    """Whether one of two statements is only that both sides announced something."""
    return any(f.trigger.is_verb and f.trigger.lemma in words("statement", "announcing") for f in (one, other))


def _same_sort(scene: Scene, one: Found, other: Found) -> bool:
    """Whether two acts are of one class: an arrest is no closing of a border; nouns and headlines fit each."""
    if not one.sort or not other.sort or one.sort == other.sort:
        return True
    return any(scene.is_headline(f.trigger.sentence) for f in (one, other))


def _told_and_foretold(scene: Scene, first: Found, mention: Found) -> bool:
    """Whether the one is plainly told and the other plainly foretold, both in the body of the article."""
    if {first.phase, mention.phase} != {"held", "scheduled"} or min(first.firm, mention.firm) < 2:
        return False
    return not any(scene.is_headline(f.trigger.sentence) for f in (first, mention))


def _background(scene: Scene, found: Found) -> bool:
    return (found.phase == "historical" and found.firm > 1) or when.is_past(scene, found.edtf)


def _same_side(one: list[Actor], other: list[Actor]) -> bool:
    """Whether two lists name the same visitor: a person by name, else the state."""
    if not one or not other or _nameless(one) or _nameless(other):
        return True
    if any(a.name == b.name for a in one for b in other):
        return True
    if all(a.kind == "person" for a in [*one, *other]):
        return False
    return any(a.iso3 and a.iso3 == b.iso3 for a in one for b in other)


def _nameless(actors: list[Actor]) -> bool:
    """Whether only an office tells who it is ("the President"), whoever holds it."""
    return all(not a.iso3 and a.name.lower().split()[-1] in words("officials") for a in actors)


def _same_host(one: Found, other: Found) -> bool:
    if one.host and other.host:
        return one.host == other.host
    if one.place and other.place and not (one.host or other.host):
        return one.place.name == other.place.name
    return bool(other.refers or other.host == one.host)


def _same_table(one: Found, other: Found) -> bool:
    """Whether two meetings can be one: the smaller company is among the larger, by name or by state."""
    if one.place and other.place and one.place.iso3 and other.place.iso3 and one.place.iso3 != other.place.iso3:
        return False
    small, large = sorted((one.actors, other.actors), key=len)
    return all(any(_stands_for(a, b) for b in large) for a in small)


def _by_name(one: Found, other: Found) -> bool:
    """Whether the smaller company is among the larger by name, not only by state."""
    small, large = sorted(({a.name for a in one.actors}, {a.name for a in other.actors}), key=len)
    return small <= large


def _hangs_on(scene: Scene, thing: Thing, mention: Found) -> bool:
    """Whether a mention points back, is a headline's, or stands right beside another one of the event."""
    definite = any(c.lower in {"the", "this", "these", "their"} for c in mention.trigger.children)
    if mention.refers or definite or scene.is_headline(thing.first.trigger.sentence):
        return True
    here = mention.trigger.sentence.index
    return any(abs(m.trigger.sentence.index - here) <= 1 for m in thing.mentions)


def _stands_for(one: Actor, other: Actor) -> bool:
    if one.name == other.name:
        return True
    if one.kind == "person" and other.kind == "person":
        return False
    return bool(one.iso3) and one.iso3 == other.iso3


def _same_states(one: Found, other: Found) -> bool:
    if other.refers or not other.actors or not one.actors:
        return True
    if one.recipients or other.recipients:
        return _meet(one.actors, other.actors) and (
            _meet(one.recipients, other.recipients) or not other.recipients or not one.recipients
        )
    mine, theirs = _keys(one), _keys(other)
    return mine <= theirs or theirs <= mine


def _keys(found: Found) -> set[str]:
    return {a.iso3 or a.name for a in found.actors}


def _meet(one: list[Actor], other: list[Actor]) -> bool:
    return any(a.name == b.name or (a.iso3 and a.iso3 == b.iso3) for a in one for b in other)


def join(scene: Scene, thing: Thing, mention: Found) -> None:
    """Add a mention, and let it fill what the event does not yet have."""
    thing.mentions.append(mention)
    first = thing.first
    if first.form == "visit" and first.phase == "held" and mention.phase == "scheduled" and not mention.refers:
        return  # a further leg of it: "on Thursday he will fly to X"
    if mention.edtf and len(mention.edtf) > len(first.edtf):
        first.date, first.edtf, first.basis = mention.date, mention.edtf, mention.basis
    if mention.place and (first.place is None or first.place.name == scene.state(first.place.iso3).name):
        first.place = mention.place
    first.host = first.host or mention.host
    first.count = first.count if first.count is not None else mention.count
    first.recipients = first.recipients or mention.recipients
    if mention.form in {"visit", "meeting", "call"} and _names_more(mention, first):
        first.actors = mention.actors
    elif mention.form in {"meeting", "call", "signing"} and _keys(first) < _keys(mention):
        first.actors = mention.actors  # a headline leaves the third out
    _rephase(first, mention)


def _names_more(mention: Found, first: Found) -> bool:
    persons = sum(a.kind == "person" for a in mention.actors)
    return persons > sum(a.kind == "person" for a in first.actors) and len(mention.actors) >= len(first.actors)


def _rephase(first: Found, mention: Found) -> None:
    """The plainer word on the phase wins; "held" wins over "scheduled", for what is foretold may then be told."""
    if not mention.phase:
        return
    if mention.firm > first.firm or (mention.firm == first.firm and mention.phase == "held"):
        first.phase, first.firm = mention.phase, mention.firm


__all__ = ["Thing", "fits", "join", "merge"]
