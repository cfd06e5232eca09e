"""One-sided acts by verbs of the lexicon: accusations, sanctions, protests, threats, attacks, openings, exercises …"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from comity.extract.events import circumstances as when
from comity.extract.events.act_sides import is_mutual, one_another, parties, votes
from comity.extract.events.grammar import after, among, doer_head, object_among, patient
from comity.extract.events.lexicon import Act, acts, words
from comity.extract.events.participants import actors_of, distinct
from comity.extract.events.scene import Found, Scene
from comity.language.actors import Actor
from comity.language.clauses import modal
from comity.language.speech import speech_subject
from comity.language.syntax import Token

FRAMEWORKS = frozenset({"org", "instrument"})


def by_verb(scene: Scene, verb: Token) -> Iterator[Found]:
    """The act a verb names, where its object and its parties fit."""
    if not verb.is_verb or _in_a_compound(scene, verb):
        return
    for act in acts().get(verb.lemma, ()):
        if found := _act(scene, verb, act):
            yield found
            yield from _mirrored(scene, verb, found)
            return


def _in_a_compound(scene: Scene, participle: Token) -> bool:
    """ "Crisis-hit", "war-torn": what a thing is like, and no act."""
    before = scene.tokens[participle.i - 1] if participle.i else None
    return before is not None and before.text == "-" and before.end == participle.start and participle.tag == "VBN"


def _act(scene: Scene, verb: Token, act: Act) -> Found | None:
    target = _target(scene, verb, act)
    if not _worded(scene, verb, target, act):
        return None
    phase, firm = _outlook(verb, act)
    if phase == when.UNREAL or _conditional(verb) or (act.category == "AID" and phase == "scheduled"):
        return None  # aid to come is promised, and no event
    if (act.house and not votes(scene, verb)) or (act.by and not _done_by(verb, act)):
        return None
    mine, recipients = parties(scene, verb, target, act)
    if act.states and act.objects:
        recipients = [a for a in recipients if a.iso3]
    if act.form == "incident" and verb.lemma in words("passable") and all(a.kind == "person" for a in mine):
        return None
    if not _between_states(scene, verb, mine, recipients, act) or _by_others(scene, verb, target, mine, act):
        return None
    if act.alone and not recipients and not _across_borders(scene, verb, mine):
        return None
    found = Found(act.form, f"event.{act.form}.{verb.lemma}", verb, category=act.category, phase=phase, firm=firm)
    found.sort = act.verbs
    found.actors, found.recipients = (distinct([*mine, *recipients]), []) if act.reciprocal else (mine, recipients)
    when.settle(scene, found, verb)
    found.place = when.where(scene, [verb])
    if act.count and target is not None:
        found.count = counted(scene, target)
    only_promised = found.phase == "scheduled" and not found.edtf and found.form in words("scheduled", "promised")
    return (_threatened(scene, found) if act.category == "SANCTION" else None) if only_promised else found


def _threatened(scene: Scene, found: Found) -> Found | None:
    """A measure that somebody says he would take: a threat ("Tariffs would be slapped on all goods, he wrote")."""
    speaker = speech_subject(found.trigger, itself=False)
    if speaker is None or not found.recipients or modal(found.trigger) not in words("threatening"):
        return None
    theirs = {a.iso3 for a in found.recipients}
    mine = [a for a in actors_of(scene, speaker) if a.kind in {"person", "state"} and a.iso3 and a.iso3 not in theirs]
    if not mine or {a.iso3 for a in found.actors} - {a.iso3 for a in mine}:
        return None
    found.form, found.category, found.rule = "threat", "THREATEN", f"event.threat.{found.trigger.lemma}"
    found.actors, found.phase, found.firm = mine[:1], "held", 1
    return found


def _worded(scene: Scene, verb: Token, target: Token | None, act: Act) -> bool:
    """Whether the verb stands with the object and the words that the class asks for."""
    if ((act.objects or act.nationals or act.states or act.places) and target is None) or (
        act.needs and not follows(scene, verb, act.needs)
    ):
        return False
    if (act.aims and not _aims(verb, act)) or (act.joint and not _together(target)):
        return False
    if act.idioms and not _idiom(scene, verb, act):
        return False
    if act.form == "attack" and target is not None and target.lemma in words("signing", "documents"):
        return False  # "struck a deal with X"
    if act.bare and verb.child("obj", "nsubj:pass") is not None:
        return False
    if act.form == "threat" and _only_endangered(verb):
        return False
    if act.framework and not _framework(scene, verb, target):
        return False
    if act.infinitive and not any(_deed(c) for c in verb.children):
        return False
    return act.category != "ASSAULT" or bool(act.objects) or not _among_officials(verb)


def _only_endangered(verb: Token) -> bool:
    """Whether a danger is told and nothing threatened: "the step threatens peace", "warned that it breaks rules"."""
    thing, told = verb.child("obj"), verb.child("ccomp")
    if verb.lemma == "threaten":
        return thing is not None and thing.lemma in words("abstract")
    return told is not None and verb.lemma == "warn" and told.lemma in words("endangering")


def _aims(verb: Token, act: Act) -> bool:
    """Whether what is vowed is one of the class's acts ("vowed to match the duties")."""
    return any(c.dep in {"xcomp", "advcl"} and c.tag == "VB" and c.lemma in act.aims for c in verb.children)


def _idiom(scene: Scene, verb: Token, act: Act) -> bool:
    """Whether one of the class's phrases follows at once ("came to the brink of war")."""
    last = verb.sentence.tokens[-1].i
    behind = " ".join(t.lower for t in scene.tokens[verb.i + 1 : min(verb.i + 8, last) + 1])
    return any(phrase in behind for phrase in act.idioms)


def _together(target: Token | None) -> bool:
    """Whether a thing is called joint ("joint surveillance missions")."""
    return target is not None and any(c.lower == "joint" for c in target.children)


def _by_others(scene: Scene, verb: Token, target: Token | None, mine: list[Actor], act: Act) -> bool:
    """Whether somebody who acts for no state opens something somewhere: a firm's own affair."""
    head = doer_head(verb)
    public = any(scene.reading.references.speaks_for_a_state(a) for a in mine)
    return act.form == "opening" and head is not None and head is not target and not public


def _done_by(verb: Token, act: Act) -> bool:
    """Whether the doer is one of those that the class asks for ("the new ambassador took up his post")."""
    head = doer_head(verb)
    return head is not None and any(t.lemma in act.by for t in (head, *head.children))


def _among_officials(verb: Token) -> bool:
    """Whether those who clash are leaders and ministers: they only quarrel."""
    head = doer_head(verb)
    return head is not None and head.lemma in words("officials")


def _target(scene: Scene, verb: Token, act: Act) -> Token | None:
    """What is acted on, where it is of the class's kind; the subject of an intransitive for what begins."""
    if act.places:
        target = patient(verb)
        spot = scene.mention(target.i) if target is not None else None
        return target if spot is not None and spot.entity.kind == "place" else None
    if not act.objects:
        target = patient(verb)
        kinds = {"state", "org"} if act.form == "statement" else {"state"}
        named = target is not None and any(a.kind in kinds for a in actors_of(scene, target))
        return target if named or not act.states else None
    if target := object_among(scene, verb, act.objects):
        return target
    if act.nationals and (citizens := _nationals(scene, verb)):
        return citizens
    subject = verb.child("nsubj", "nsubj:pass") if act.begins and patient(verb) is None else None
    return subject if subject is not None and among(subject, act.objects) else None


def _nationals(scene: Scene, verb: Token) -> Token | None:
    """Citizens of a state as the object: "six Chileans", "two Ghanaian traders"."""
    target = patient(verb)
    if target is None or target.tag not in {"NNS", "NNPS"}:
        return None
    people = target.lemma in words("people") or target.lemma.endswith(tuple(words("person_endings")))
    near = [target, *(c for c in target.children if people and c.dep in {"amod", "compound"} and c.i < target.i)]
    mentions = (scene.mention(t.i) for t in near)
    return target if any(m and m.form == "demonym" for m in mentions) else None


def follows(scene: Scene, verb: Token, wanted: frozenset[str]) -> bool:
    """Whether one of these words or lemmas stands within reach behind a word."""
    last = verb.sentence.tokens[-1].i
    return any(t.lower in wanted or t.lemma in wanted for t in scene.tokens[verb.i + 1 : min(verb.i + 22, last) + 1])


def _mirrored(scene: Scene, verb: Token, found: Found) -> Iterator[Found]:
    """The same act the other way round, for "X and Y each expelled six diplomats"."""
    if not found.recipients or not found.actors or not is_mutual(scene, verb):
        return
    back = replace(found, actors=list(found.recipients), recipients=list(found.actors))
    yield back


def _deed(clause: Token) -> bool:
    """Whether an infinitive is something to be done, not said: "refused to sign", not "declined to comment"."""
    return clause.dep in {"xcomp", "advcl"} and clause.tag == "VB" and clause.lemma not in words("unsaid")


def _outlook(verb: Token, act: Act) -> tuple[str, int]:
    """A measure that a state decided on is taken, what an act is for is not; else as for every event."""
    accused = {verb.head.lemma, verb.head.head.lemma} & words("alleging")
    if verb.tag == "VBG" and accused and any(c.lower == "of" for c in verb.children):
        return (when.UNREAL, 0)  # what X accuses Y of is X's to say
    sent = verb.head.tag == "VBD" and verb.head.lemma in words("visit", "sending")  # "sent ships to bring them home"
    if verb.tag == "VB" and verb.dep in {"advcl", "acl"} and any(c.lower == "to" for c in verb.children) and not sent:
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
        for i in range(head.left, head.i + 1):
            mention = scene.mention(i)
            if mention and mention.entity.kind in FRAMEWORKS:
                return mention.entity.kind == "instrument" or not mention.entity.iso3
    return False


def _between_states(scene: Scene, verb: Token, mine: list[Actor], recipients: list[Actor], act: Act) -> bool:
    states = {a.iso3 for a in mine if a.iso3}
    if not mine:
        return bool(recipients) and act.alone
    if act.free:
        return bool(states) or any(a.kind == "org" for a in mine)
    if len(states) > 1 and (act.sides or one_another(scene, verb)):
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


def counted(scene: Scene, target: Token) -> int | None:
    """How many a phrase counts ("two diplomats")."""
    for amount in scene.reading.amounts_in(scene.tokens[target.left].start, target.end):
        value = getattr(amount, "value", None)
        if value is not None and value == int(value):
            return int(value)
    return None


__all__ = ["by_verb", "counted", "follows"]
