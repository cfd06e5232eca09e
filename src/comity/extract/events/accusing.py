"""Accusations without a verb of accusing: what is called illegal, what another is said to have done, what links it.

"Tunisia called the decision unlawful", "said Libya had misled its neighbours", "evidence linking officers to a raid",
"denied claims that it had armed rebels".
"""

from __future__ import annotations

from collections.abc import Iterator

from comity.extract.events import circumstances as when
from comity.extract.events.act_sides import answerable, other_of_pair, owner_of
from comity.extract.events.grammar import case, doer_head, patient
from comity.extract.events.lexicon import words
from comity.extract.events.participants import actors_of, doers, forces
from comity.extract.events.scene import Found, Scene
from comity.language.actors import Actor
from comity.language.speech import speech_subject
from comity.language.syntax import Token


def by_judgement(scene: Scene, verb: Token) -> Iterator[Found]:
    """ "Tunisia called Libya's decision illegal", "a step that Tunisia described as a provocation"."""
    target = patient(verb) if verb.is_verb else None
    clause = verb.child("nsubj") is not None and not verb.child("aux:pass")
    if (target is None and not clause) or not _blames(verb, target):
        return
    if target is not None and target.lemma in words("accusing", "claims"):
        return
    accused = answerable(scene, target) if target is not None and target.tag.startswith("N") else []
    accused = [a for a in accused if a.iso3]
    mine = _acting(scene, verb.child("nsubj") if target is None else doer_head(verb))
    deeds = words("accusing", "deeds") | words("accusing", "blame")
    if not accused and (target is None or target.lemma in deeds):
        suffers = {a.iso3 for a in owner_of(scene, target)} if target is not None else set()
        accused = [a for a in other_of_pair(scene, mine) if a.iso3 not in suffers]
    yield from _found(scene, verb, mine, accused)


def _blames(verb: Token, target: Token | None) -> bool:
    """Whether the word that the object is given blames: an adjective or noun behind it, or behind "as"."""
    if target is not None and target.lemma in words("accusing", "blame"):
        return any(c.lemma in words("accusing", "deeds") for c in target.all("compound", "iobj"))
    behind = [
        c for c in verb.children if c.i > verb.i and c is not target and c.dep in {"xcomp", "obl", "obj", "advcl"}
    ]
    behind += [c for c in target.children if c.dep == "nmod" and case(c) == "as"] if target is not None else []
    return any(t.lemma in words("accusing", "blame") for c in behind for t in (c, *c.children) if not t.is_verb)


def by_report(scene: Scene, verb: Token) -> Iterator[Found]:
    """ "Tunisia said Libya had misled its neighbours"."""
    head = doer_head(verb) if verb.is_verb else None
    reporter = speech_subject(verb, itself=False)
    direct = verb.dep in {"ccomp", "conj", "parataxis", "ROOT"}
    if head is None or reporter is None or reporter is head or not direct:
        return
    mine = _acting(scene, reporter)
    other = head.lemma in words("accusing", "others")
    accused = other_of_pair(scene, mine) if other else [a for a in actors_of(scene, head) if a.iso3]
    yield from _found(scene, verb, mine, accused or answerable(scene, head)[:1])


def by_link(scene: Scene, verb: Token) -> Iterator[Found]:
    """ "Evidence linking Sudanese officers to the raid"."""
    target = patient(verb) if verb.is_verb and verb.dep in {"acl", "acl:relcl"} else None
    if target is None or verb.head.lemma not in words("accusing", "grounds"):
        return
    holder = verb.head.head if verb.head.dep == "obj" else None
    mine = doers(scene, holder) if holder is not None and holder.is_verb else []
    mine = [a for a in mine if a.iso3 or a.kind in {"person", "org"}] or _acting(
        scene, speech_subject(verb, itself=False)
    )
    yield from _found(scene, verb, mine, owner_of(scene, target)[:1])


def by_denial(scene: Scene, verb: Token) -> Iterator[Found]:
    """ "Mali denied accusations that it had armed rebels": the other side has accused it."""
    target = patient(verb) if verb.is_verb else None
    if (
        target is None
        or target.lemma not in words("accusing", "claims")
        or not target.child("acl", "acl:relcl", "nmod")
    ):
        return
    accused = [a for a in doers(scene, verb) if a.iso3]
    mine = [a for a in owner_of(scene, target) if a.iso3 not in {b.iso3 for b in accused}]
    if target.lemma not in words("accusing", "hearsay"):  # which nobody of the other side need have said
        mine = mine or other_of_pair(scene, accused)
    yield from _found(scene, target, mine, accused)


def by_fault(scene: Scene, word: Token) -> Iterator[Found]:
    """ "Burundi said that the raid was the fault of Rwanda", "Rwanda is to blame, it said"."""
    reporter = speech_subject(word, itself=False)
    if reporter is None or not (word.child("cop") or word.dep in {"xcomp", "ccomp"} or word.is_root):
        return
    subject = word.child("nsubj", "nsubj:outer") or (word.head.child("nsubj") if word.dep == "xcomp" else None)
    guilty = word.tag.startswith("NN") or word.child("mark") is not None or _for_a_wrong(word)
    if subject is None or not guilty:
        return
    accused = owner_of(scene, word)[:1] if word.tag.startswith("NN") else []
    yield from _found(
        scene, word, _acting(scene, reporter), accused or [a for a in actors_of(scene, subject) if a.iso3]
    )


def _for_a_wrong(word: Token) -> bool:
    """ "Responsible for the attack": for what nobody praises."""
    behind = [t for c in word.children if case(c) == "for" for t in (c, *c.all("compound", "amod", "nmod"))]
    return any(t.lemma in words("accusing", "wrongdoing") | words("accusing", "blame") for t in behind)


def _acting(scene: Scene, head: Token | None) -> list[Actor]:
    if head is None:
        return []
    return (
        [a for a in actors_of(scene, head) if a.iso3 or a.kind in {"person", "org"}]
        or forces(scene, head)[:1]
        or owner_of(scene, head)[:1]
    )


def _found(scene: Scene, trigger: Token, mine: list[Actor], accused: list[Actor]) -> Iterator[Found]:
    own = {a.iso3 for a in mine}
    others = [a for a in accused if a.iso3 not in own]
    phase, firm = when.outlook(trigger, "accusation")
    if not mine or not others or phase in {when.UNREAL, "scheduled"}:
        return
    found = Found("accusation", f"event.accusation.{trigger.lemma}", trigger, phase=phase, firm=firm, category="ACCUSE")
    found.actors, found.recipients = mine[:1], others[:1]
    when.settle(scene, found, trigger if trigger.is_verb else None)
    yield found


__all__ = ["by_denial", "by_fault", "by_judgement", "by_link", "by_report"]
