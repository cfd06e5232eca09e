"""Meetings and calls: reciprocal, all who take part are actors; talks with two different hosts are two meetings."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from comity.extract.events import circumstances as when
from comity.extract.events.bodies import as_states, of_a_body, told_within
from comity.extract.events.calls import is_call, is_courtesy, on_the_line, to_a_person
from comity.extract.events.grammar import FINITE, after, case, doer_head, general, governor, is_occasion, patient
from comity.extract.events.lexicon import prepositions, words
from comity.extract.events.participants import actors_of, doers, owners, partners
from comity.extract.events.scene import Found, Scene
from comity.extract.events.visitors import can_be_received, interposed, is_visitor, received, visitor
from comity.language.actors import Actor
from comity.language.syntax import Token


def by_verb(scene: Scene, verb: Token) -> Iterator[Found]:
    """ "X met (with) Y", "X received Y", "the leaders discussed trade with Y"."""
    places = prepositions("meeting").get(verb.lemma)
    if places is None or not verb.is_verb or not _meant(verb):
        return
    passive = bool(verb.child("nsubj:pass"))
    subject = as_states(scene, doers(scene, verb))
    others = _others(scene, verb, places)
    if others and all(_is_firm(scene, a) for a in others):
        return  # "the president met Toyota": no dealings between states
    others = others or visitor(scene, patient(verb), subject)
    if not others and _unnamed(scene, subject):
        subject = scene.reading.references.both(verb) or subject
    if verb.lemma in words("meeting", "person_object"):
        others = received(others, patient(verb)) or interposed(scene, verb)
        if not others or (passive and not subject):
            return
    if not subject or (passive and verb.lemma == "meet") or not _table(scene, verb, subject, others):
        return
    by_phone = on_the_line(scene, verb)
    rule = f"event.{'call' if by_phone else 'meeting'}.{verb.lemma}"
    for found in _each(scene, verb, subject, others, rule, verb):
        found.refers = verb.lemma == "discuss" and not others
        yield found


def _is_firm(scene: Scene, actor: Actor) -> bool:
    """Whether an actor is a company that is named."""
    mention = scene.mention(actor.start) if actor.kind == "org" and actor.end > actor.start else None
    return mention is not None and mention.entity.subtype in words("firms")


def _meant(verb: Token) -> bool:
    """Whether a verb stands with the words it needs to mean a meeting, and with none that make it something else."""
    target = patient(verb)
    if any(c.lemma == "time" and c.tag == "NNS" and c.child("nummod", "amod") for c in verb.children):
        return False  # "has met six times"
    behind = takewhile(lambda t: t.tag not in FINITE, (t for t in verb.sentence.tokens if t.i > verb.i))
    if any(t.lemma == "basis" and t.child("amod", "compound") for t in behind):
        return False  # "will meet on a quarterly basis"
    if verb.lemma == "meet" and any(c.lower == "where" for c in verb.all("advmod", "mark")):
        return False  # "where the three countries meet"
    beside = {c.lower for c in verb.children} | {c.lemma for c in verb.children}
    needs = {"with_hands": "hand", "with_together": "together", "with_up": "up"}
    if any(verb.lemma in words("meeting", name) and word not in beside for name, word in needs.items()):
        return False
    if verb.lemma in words("meeting", "with_object") and not _views(verb):
        return False
    aims = any(c.dep in {"xcomp", "advcl"} and c.tag == "VB" for c in verb.children)
    if verb.lemma in words("meeting", "calls") and aims:
        return False
    hosts = verb.lemma in words("meeting", "person_object")
    if hosts and target is not None and target.lemma in words("meeting", "not_received"):
        return False  # "welcomed Y's pledge"
    heads = (doer_head(verb), target)
    if any(c.lemma in words("outsiders") and not is_visitor(c) for c in heads if c is not None):
        return False
    return target is None or target.lemma not in words("meeting", "satisfied")


def _table(scene: Scene, verb: Token, subject: list[Actor], others: list[Actor]) -> bool:
    """Whether those named can sit at one table: both sides, or a subject of several."""
    head = doer_head(verb)
    hands = verb.lemma in words("meeting", "with_hands")
    talked = (
        verb.lemma == "discuss"
        and verb.tag == "VBD"
        and bool(verb.child("nsubj"))
        and len({a.iso3 for a in subject if a.kind == "person" and a.iso3}) > 1
    )
    alone = _several(scene, head, subject) and (hands or talked or not verb.child("obj"))
    if others and verb.lemma not in words("meeting", "joint"):
        return True
    return bool(others) or alone


def _unnamed(scene: Scene, subject: list[Actor]) -> bool:
    """Whether only officials without a name or state act ("foreign ministers to meet"): those of both sides."""
    if len(subject) != 1 or subject[0].kind != "other" or subject[0].iso3:
        return False
    head = scene.tokens[subject[0].end - 1]
    return head.tag == "NNS" and head.lemma in words("ministers")


def _views(verb: Token) -> bool:
    target = patient(verb)
    return target is not None and target.lemma in words("meeting", "exchanged")


def _others(scene: Scene, verb: Token, places: tuple[str, ...]) -> list[Actor]:
    if "object" in places:
        target = patient(verb)
        if target is not None and (found := actors_of(scene, target)):
            return found
    wanted = [p for p in places if p != "object"]
    for _, noun in after(scene, verb, wanted, reach=22):
        if not _is_topic(verb, noun) and (found := actors_of(scene, noun)):
            return found
    return []


def _is_topic(verb: Token, noun: Token) -> bool:
    """Whether a noun stands within what is talked about: "views on X's agreements with Y"."""
    above = takewhile(lambda t: t is not verb, noun.ancestors())
    return any(case(t) in words("meeting", "topics") for t in above)


def _several(scene: Scene, head: Token | None, actors: list[Actor]) -> bool:
    """Whether a subject alone makes a meeting: two parties of different states."""
    states = {a.iso3 for a in actors if a.iso3}
    return head is not None and (len(states) > 1 or (len(actors) > 1 and len(states) != 1))


def by_noun(scene: Scene, noun: Token) -> Iterator[Found]:
    """ "held talks with Y", "a meeting between X and Y", "at the talks"."""
    call = is_call(scene, noun)
    lemma = noun.lemma
    if not call and not is_courtesy(noun) and (lemma not in words("meeting", "nouns") or not _is_noun(noun)):
        return
    if lemma in words("meeting", "plural") and noun.tag != "NNS" and not call:
        return
    if general(noun):
        return
    support = governor(noun)
    actors, others = _participants(scene, noun, support)
    form = "call" if call else "meeting"
    definite = any(c.lower in {"the", "this", "these", "their"} for c in noun.children if c.dep in {"det", "nmod:poss"})
    for found in _each(scene, noun, actors, others, f"event.{form}.{lemma}", _held_then(noun) or support):
        if not _enough(scene, noun, found):
            found.refers = True
        elif noun.tag == "NNS" and any(c.lower in words("several") for c in noun.children):
            found.another = True
        if found.refers and lemma in words("meeting", "assemblies") and _another(noun):
            continue
        if found.refers and not found.actors and ((not definite and not _two_sided(noun)) or _to_come(noun)):
            continue
        yield found


def _another(noun: Token) -> bool:
    """ "A summit of the neighbours": none that was told of before."""
    return any(c.lower in {"a", "an", "another"} for c in noun.all("det"))


def _to_come(noun: Token) -> bool:
    """ "The next round": another one, which nobody is named for."""
    return any(c.lower in words("scheduled", "modifiers") for c in noun.children if c.dep in {"amod", "det"})


def _is_noun(token: Token) -> bool:
    return token.tag.startswith("NN") or (token.tag == "VBG" and token.child("det") is not None)


def _enough(scene: Scene, noun: Token, found: Found) -> bool:
    """Whether those named can hold a meeting: two parties, several unnamed ones, or a body of many states."""
    if len({a.iso3 or a.name for a in found.actors}) > 1 or _assembly(scene, noun, found):
        return True
    return (
        any(a.kind == "other" and scene.tokens[a.end - 1].tag == "NNS" for a in found.actors) and len(found.actors) == 1
    )


def _assembly(scene: Scene, noun: Token, found: Found) -> bool:
    of_body = any((m := scene.mention(c.i)) and m.entity.kind == "org" and not m.entity.iso3 for c in noun.children)
    if of_body and found.actors and noun.lemma in words("meeting", "assemblies"):
        return True
    return noun.lemma in words("meeting", "assemblies") and any(a.kind == "org" and not a.iso3 for a in found.actors)


def _two_sided(noun: Token) -> bool:
    return any(c.lower in words("meeting", "two_sided") for c in noun.children)


def _participants(scene: Scene, noun: Token, support: Token | None) -> tuple[list[Actor], list[Actor]]:
    """Those on the one side and those on the other; all on the first where the words join them."""
    between = partners(scene, noun, {"between", "among"})
    if between:
        return between, []
    if noun.lemma in words("meeting", "owned") and (body := of_a_body(scene, noun)):
        return body, []
    others = partners(scene, noun, {"on", "to"} if is_courtesy(noun) else {"with"}) or _admitted(scene, noun, support)
    if not others and noun.lemma == "call" and is_call(scene, noun):
        others = partners(scene, noun, {"from", "to"}, reach=8)
    if not others and (guests := _guests(scene, noun, support)):
        return guests
    mine = _leaders(scene, noun)
    mine = mine or as_states(scene, [a for a in owners(scene, noun) if noun.child("nmod:poss")])
    mine = mine or told_within(scene, noun)
    if not mine and support is not None and noun.dep not in {"nsubj", "nsubj:pass"}:
        carrying = words("meeting", "support") | words("cancelled") | words("postponed")
        carries = support.lemma in carrying or others or is_call(scene, noun)
        mine = as_states(scene, doers(scene, support)) if carries or is_occasion(noun) else []
        apart = [c for c in noun.all("nmod") if case(c) not in words("place_prepositions")]
        if not carries and (len({a.iso3 for a in mine if a.kind in {"person", "state"} and a.iso3}) < 2 or apart):
            mine = []
        if carries and not others and _unnamed(scene, mine):
            mine = scene.reading.references.both(support) or mine
    if not mine and not others:
        mine = partners(scene, noun, {"of", "by"}) if support is None or noun.lemma in words("meeting", "owned") else []
        mine = [a for a in mine if a.kind != "org" or (noun.lemma in words("meeting", "assemblies") and not a.iso3)]
        mine = mine or _both(scene, noun, support)
    return mine, [a for a in others if all(a.name != b.name for b in mine)]


def _guests(scene: Scene, noun: Token, support: Token | None) -> tuple[list[Actor], list[Actor]] | None:
    """Host and guest, for "X hosted Y for talks"; None where the talks are not what the guest came for."""
    if support is None or support.lemma not in words("visit", "hosting") or case(noun) != "for":
        return None
    target = patient(support)
    came = [a for a in actors_of(scene, target) if can_be_received(a)] if target is not None else []
    hosts = doers(scene, support)
    return (hosts, came) if hosts and came else None


def _leaders(scene: Scene, noun: Token) -> list[Actor]:
    """Both states, for "the leaders' meeting" that names nobody."""
    owner = noun.child("nmod:poss")
    plural = owner is not None and owner.tag == "NNS" and owner.lemma in words("officials")
    unnamed = plural and owner is not None and not any(scene.mention(c.i) for c in owner.children)
    return scene.reading.references.both(noun) if unnamed else []


def _admitted(scene: Scene, noun: Token, support: Token | None) -> list[Actor]:
    """Who is let in, for "X granted Y an audience" and "gave an audience to Y"."""
    if support is None or support.lemma not in words("meeting", "granting") or noun.dep != "obj":
        return []
    guest = support.child("iobj")
    return actors_of(scene, guest) if guest is not None else partners(scene, noun, {"to"}, reach=8)


def _both(scene: Scene, noun: Token, support: Token | None) -> list[Actor]:
    """The pair of states the text is about, for talks that begin, end or fail without a word on whose they are."""
    if _set_for_both(scene, noun, support):
        return [scene.state(i) for i in scene.reading.references.pair]
    told = support is not None and support.tag == "VBD" and support.lemma in words("meeting", "happening")
    if not told or noun.dep not in {"nsubj", "nsubj:pass"} or noun.head is not support:
        return []
    if noun.tag != "NNS" and not _round_of_talks(noun):
        return []
    pair = scene.reading.references.pair
    return [scene.state(i) for i in pair] if len(pair) == 2 else []


def _round_of_talks(noun: Token) -> bool:
    standing = words("meeting", "plural") | words("meeting", "standing")
    return noun.lemma in words("meeting", "rounds") and any(c.lemma in standing for c in noun.all("nmod"))


def _set_for_both(scene: Scene, noun: Token, support: Token | None) -> bool:
    """ "The fourth round of talks will be held in X next month": that of the two the text is about."""
    passive = support is not None and support.child("aux:pass") is not None and noun.dep == "nsubj:pass"
    held = passive and support is not None and support.lemma in words("meeting", "support")
    if (then := _held_then(noun)) is not None:
        held, support = True, then
    if support is None or not (held or _takes_place(support)):
        return False
    talks = _round_of_talks(noun)
    pair = len(scene.reading.references.pair) == 2
    coming = (
        _numbered(noun) and noun.lemma in words("meeting", "owned") and when.where(scene, [noun, support]) is not None
    )
    return pair and (talks or coming or (noun.tag == "NNS" and noun.lemma in words("meeting", "plural")))


def _held_then(noun: Token) -> Token | None:
    """The participle in "at the 7th round of consultations held at X on Monday", which tells where and when."""
    below = [noun, *noun.all("nmod")]
    behind = (c for t in below for c in t.all("acl") if c.tag == "VBN" and c.i > noun.i)
    return next((c for c in behind if c.lemma in words("meeting", "held")), None)


def _numbered(noun: Token) -> bool:
    """ "The next meeting", "the second summit"."""
    return _to_come(noun) or any(c.lower in words("ordinals") for c in noun.all("amod"))


def _takes_place(verb: Token) -> bool:
    thing = verb.child("obj")
    return verb.lemma == "take" and thing is not None and thing.lemma == "place"


def telephoned(scene: Scene, verb: Token) -> Iterator[Found]:
    """ "X spoke by phone with Y", "X telephoned Y"."""
    if verb.lemma not in words("call", "verbs") or not verb.is_verb:
        return
    direct = verb.lemma in words("call", "channel") or to_a_person(scene, verb)
    near = direct or on_the_line(scene, verb)
    if not near and (verb.lemma not in words("call", "distant") or when.where(scene, [verb])):
        return
    if not near and any(case(c) in {"at", "during"} for c in verb.all("obl")):
        return  # "speaking at a press conference with Y"
    head = doer_head(verb)
    subject = doers(scene, verb)
    target = patient(verb) if direct else None
    others = actors_of(scene, target) if target is not None else partners(scene, verb, {"with", "to"})
    if not near and not (all(a.kind == "person" and a.iso3 for a in [*subject, *others]) and others):
        return
    if not others and _unnamed(scene, subject):
        subject = scene.reading.references.both(verb) or subject
    if subject and (others or len(subject) > 1 or _several(scene, head, subject)):
        yield from _each(scene, verb, subject, others, f"event.call.{verb.lemma}", verb)


def _each(
    scene: Scene, trigger: Token, subject: list[Actor], others: list[Actor], rule: str, support: Token | None
) -> Iterator[Found]:
    """One meeting for each host a single visitor meets; one for all where they sit together."""
    phase, firm = when.outlook(trigger, rule.split(".")[1])
    persons = sum(a.kind == "person" for a in others) > 0
    if phase == when.UNREAL or (not persons and _only_meant(scene, trigger, support, phase)):
        return
    form = rule.split(".")[1]
    groups = _groups(subject, others)
    for group in groups:
        if trigger.is_verb and len(group) < 2:
            continue
        states = {a.iso3 for a in group}
        if len(group) > 1 and len(states) == 1 and "" not in states:
            continue
        found = Found(form, rule, trigger, actors=group, phase=phase, firm=firm)
        when.settle(scene, found, support)
        frame = [t for t in (trigger, support) if t is not None]
        found.place = when.where(scene, frame)
        yield found


def _only_meant(scene: Scene, trigger: Token, support: Token | None, phase: str) -> bool:
    """Whether talks shall begin at no told time or place, or a meeting is only intended: a promise, no event yet."""
    verb = trigger if trigger.is_verb else support
    if phase != "scheduled" or verb is None:
        return False
    begins = not trigger.is_verb and verb.lemma in words("meeting", "beginning")
    meant = verb.dep == "xcomp" and verb.head.lemma in words("meeting", "meaning")
    if not begins and not meant:
        return False
    dates = scene.reading.dates_in(trigger.sentence.start, trigger.sentence.end)
    when_told = any(d.edtf and d.timex_type not in {"DURATION", "SET"} for d in dates)
    return not when_told and when.where(scene, [trigger, verb]) is None


def _groups(subject: list[Actor], others: list[Actor]) -> list[list[Actor]]:
    persons = [a for a in others if a.kind == "person"]
    if len(subject) == 1 and len(persons) > 1 and len(persons) == len(others) and len({a.iso3 for a in persons}) == 1:
        return [[subject[0], other] for other in persons]
    return [_joined(subject, others)]


def _joined(subject: list[Actor], others: list[Actor]) -> list[Actor]:
    """Both sides together; a side named by both its state and its person by the person alone."""
    every = list(subject)
    every += [a for a in others if all(a.name != b.name for b in every)]
    persons = {a.iso3 for a in every if a.kind == "person"}
    return [a for a in every if a.kind != "state" or a.iso3 not in persons]


__all__ = ["by_noun", "by_verb", "telephoned"]
