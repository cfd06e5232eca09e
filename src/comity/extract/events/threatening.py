"""Threats without a verb of threatening: what would be answered, how an act would be taken, consequences foretold.

"Colombia will retaliate if Ecuador raises its tariffs", "the dam would be seen as an act of war", "no choice but to
reply in kind", "Iran will face consequences".
"""

from __future__ import annotations

from collections.abc import Iterator

from comity.extract.events import circumstances as when
from comity.extract.events.act_sides import other_of_pair, owner_of
from comity.extract.events.grammar import case
from comity.extract.events.lexicon import words
from comity.extract.events.participants import actors_of, distinct, doers, forces
from comity.extract.events.scene import Found, Scene
from comity.language.actors import Actor
from comity.language.clauses import modal
from comity.language.speech import speech_subject
from comity.language.syntax import Token


def by_answer(scene: Scene, verb: Token) -> Iterator[Found]:
    """ "X will respond in kind if Y raises its tariffs", "no choice but to reply"."""
    if not verb.is_verb or any(c.lower in words("negations") for c in verb.all("advmod")):
        return
    forced = _no_choice(scene, verb)
    if not forced and verb.lemma not in words("avenging") and not _sharply(verb):
        return
    conditional = any(t.lower in words("conditioning") and t.tag in {"IN", "RB"} for t in verb.sentence.tokens)
    if not forced and (modal(verb) not in words("vowing") or not conditional):
        return
    mine = [a for a in doers(scene, verb) if a.iso3] or _speaker(scene, verb)
    yield from _threat(scene, verb, mine, _clause_states(scene, verb))


def _sharply(verb: Token) -> bool:
    """Whether the words behind a verb make its answer a blow: "respond in kind", "hit back", "act accordingly"."""
    behind = (t.lower for t in verb.sentence.tokens if verb.i < t.i <= verb.right)
    return not words("sharply").isdisjoint(behind)


def _no_choice(scene: Scene, verb: Token) -> bool:
    """ "There would be no choice but to reply"."""
    before = [t.lemma for t in scene.tokens[max(verb.i - 4, verb.sentence.tokens[0].i) : verb.i]]
    return "but" in before and not words("choices").isdisjoint(before)


def _clause_states(scene: Scene, verb: Token) -> list[Actor]:
    """The states named in the condition, or else anywhere in the sentence."""
    conditions = [c for c in verb.all("advcl") if c.child("mark")]
    spans = [(c.left, c.right) for c in conditions] or [(verb.sentence.tokens[0].i, verb.sentence.tokens[-1].i)]
    inside = (scene.mention(i) for first, last in spans for i in range(first, last + 1))
    return distinct(scene.state(m.entity.iso3) for m in inside if m and m.entity.iso3 and m.entity.kind == "state")


def by_regard(scene: Scene, verb: Token) -> Iterator[Found]:
    """ "Any dam would be seen as an act of war, Egypt said"."""
    if not verb.is_verb or modal(verb) not in words("vowing"):
        return
    behind = [c for c in verb.children if c.i > verb.i and c.dep in {"obl", "obj", "xcomp", "advcl"}]
    behind += [c for t in verb.all("obj", "nsubj:pass") for c in t.all("nmod") if case(c) == "as"]
    if not any(_hostile(scene, c) for c in behind):
        return
    inside = _clause_states(scene, verb)
    yield from _threat(scene, verb, _speaker(scene, verb) or [a for a in doers(scene, verb) if a.iso3], inside)


def _hostile(scene: Scene, noun: Token) -> bool:
    """Whether a phrase is "an act of war", "a declaration of war", "a casus belli"."""
    text = {t.lower for t in scene.tokens[noun.left : noun.right + 1]}
    return noun.lemma in words("hostile_acts") and not text.isdisjoint(words("hostile"))


def by_consequence(scene: Scene, noun: Token) -> Iterator[Found]:
    """ "Chad said Sudan would face consequences", "warned of grave consequences"."""
    verb = noun.head
    if not verb.is_verb or noun.dep not in {"obj", "obl"}:
        return
    if noun.dep == "obj" and verb.lemma in words("facing") and modal(verb) in words("vowing"):
        subject = verb.subject()
        yield from _threat(scene, verb, _speaker(scene, verb), actors_of(scene, subject) if subject is not None else [])
    elif noun.dep == "obl" and case(noun) in {"of", "with"} and verb.lemma in words("warning"):
        yield from _threat(scene, verb, [a for a in doers(scene, verb) if a.iso3], _clause_states(scene, verb))


def _speaker(scene: Scene, verb: Token) -> list[Actor]:
    head = speech_subject(verb, itself=False)
    if head is None:
        return []
    beside = [c for c in head.head.all("nsubj") if c.i < head.head.i] if head.dep == "nsubj" else []
    head = beside[-1] if beside else head  # "Were that to continue, X said"
    return [a for a in actors_of(scene, head) if a.iso3] or forces(scene, head)[:1] or owner_of(scene, head)[:1]


def _threat(scene: Scene, trigger: Token, mine: list[Actor], others: list[Actor]) -> Iterator[Found]:
    """A threat by ``mine`` to the first of ``others``, to the other of the pair where none is named."""
    own = {a.iso3 for a in mine}
    if len(own) != 1 or "" in own:
        return
    theirs = [a for a in others if a.iso3 and a.iso3 not in own][:1] or other_of_pair(scene, mine)
    if not theirs:
        return
    found = Found("threat", f"event.threat.{trigger.lemma}", trigger, phase="held", firm=1, category="THREATEN")
    found.actors, found.recipients = mine[:1], theirs
    when.settle(scene, found)
    yield found


__all__ = ["by_answer", "by_consequence", "by_regard"]
