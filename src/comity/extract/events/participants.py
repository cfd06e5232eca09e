"""Who takes part: the doer of a verb, what stands after a preposition, and lists of names.

The tree is trusted for heads, the order of words for lists of titles and names, where parsers err most.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from comity.extract.events.lexicon import words
from comity.extract.events.scene import Place, Scene
from comity.language.entities import Mention
from comity.language.references import Actor
from comity.language.syntax import SUBJECTS, Token

RELATIVE = frozenset({"who", "which", "that", "whom"})
SKIPPED = frozenset(
    {"the", "a", "an", "his", "her", "its", "their", "both", "with", "by", "to", "of", "mr", "mr.", "mrs", "ms"}
)
JOINING = frozenset({",", "and", "&", "as", "well", "then", "later", "also", "separately"})
ADJUNCTS = frozenset(
    {"obj", "obl", "nmod", "iobj", "obl:agent", "obl:tmod", "xcomp", "nmod:unmarked", "obl:unmarked", "acl", "appos"}
)


def phrase_start(scene: Scene, head: Token) -> int:
    """Index of the first word of a noun phrase, prepositions and articles left out."""
    i = head.left
    while i < head.i and (
        scene.tokens[i].pos in {"ADP", "DET", "PUNCT", "CCONJ", "SCONJ"} or scene.tokens[i].tag == "TO"
    ):
        i += 1
    return i


def named(scene: Scene, first: int) -> list[Actor]:
    """The persons named one after the other from word ``first`` on, titles read over; empty where none begins there."""
    out: list[Actor] = []
    i, last = first, scene.tokens[first].sentence.tokens[-1].i
    while i <= last:
        mention = _person_at(scene, i)
        if mention is None:
            skip = scene.tokens[i].lower
            if skip in SKIPPED or (out and skip in JOINING):
                i += 1
                continue
            break
        out.append(scene.person(mention))
        i = max(mention.end, *(t.end for t in mention.titles), 0)
    return out


def _person_at(scene: Scene, i: int) -> Mention | None:
    if mention := scene.titled.get(i):
        return mention
    mention = scene.mention(i)
    return mention if mention and mention.entity.kind == "person" and mention.start == i else None


def actors_of(scene: Scene, head: Token) -> list[Actor]:
    """The parties a noun phrase names, that can take part in an event; empty where it names none."""
    listed = _included(scene, head)
    if listed:
        return listed
    first = phrase_start(scene, head)
    found = named(scene, first) if not head.tag.startswith("PRP") else []
    rest = [a for a in scene.reading.actors(head) if _can_act(scene, a)]
    if found:
        rest = [a for a in rest if a.kind in {"person", "state"} and a.start >= found[-1].end]
    return _distinct([*found, *rest])


def _included(scene: Scene, head: Token) -> list[Actor]:
    """Those named after "including", for "top leaders, including X and Y"."""
    if head.tag not in {"NNS", "NNPS"}:
        return []
    stop = head.sentence.tokens[-1].i
    for i in range(head.i + 1, min(head.i + 7, stop)):
        if scene.tokens[i].lower == "including":
            return named(scene, i + 1)
        if scene.tokens[i].is_verb:
            break
    return []


def _distinct(actors: Iterable[Actor]) -> list[Actor]:
    out: list[Actor] = []
    for actor in actors:
        if all(actor.name != a.name for a in out):
            out.append(actor)
    return out


def _can_act(scene: Scene, actor: Actor) -> bool:
    if actor.kind in {"person", "state", "org"}:
        return True
    if actor.kind != "other":
        return False
    head = scene.tokens[actor.end - 1]
    return head.lemma in words("officials") and not general(head)


def general(noun: Token) -> bool:
    """Whether a noun speaks of such things in general ("regular visits", "any meeting")."""
    if any(c.lower in words("generic") for c in noun.children if c.dep in {"amod", "det", "compound", "advmod"}):
        return True
    return noun.head.lemma in words("generic_heads") and noun.dep == "nmod"


def doer_head(verb: Token) -> Token | None:
    """The subject of a verb, relative pronouns resolved; the agent of a passive; None where there is neither."""
    if verb.child("nsubj:pass") or (verb.tag == "VBN" and verb.dep in {"acl"} and not verb.child("aux")):
        return agent(verb)
    subject = verb.subject()
    if subject is not None and subject.lower in RELATIVE:
        relative = subject.head
        while relative.dep == "conj":
            relative = relative.head
        return relative.head if relative.dep.startswith("acl") else None
    return subject


def agent(verb: Token) -> Token | None:
    """Who did what a passive verb says."""
    for c in verb.children:
        if c.dep == "obl:agent" or (c.dep == "obl" and c.i > verb.i and _case(c) == "by"):
            return c
    return None


def patient(verb: Token) -> Token | None:
    """What a verb is done to: its object, the subject of its passive, or the noun a participle stands with."""
    found = verb.child("nsubj:pass") or verb.child("obj")
    if found is not None and found.lower in RELATIVE:
        return verb.head if verb.dep.startswith("acl") else None
    if found is None and verb.tag == "VBN" and verb.dep == "acl":
        return verb.head
    return found


def _case(noun: Token) -> str:
    case = noun.child("case")
    return case.lower if case else ""


def after(scene: Scene, trigger: Token, wanted: Iterable[str], *, reach: int = 28) -> Iterator[tuple[str, Token]]:
    """The prepositions of ``wanted`` to the right of a word, up to the next finite verb, with the nouns they govern."""
    wanted = frozenset(wanted)
    last = trigger.sentence.tokens[-1].i
    for i in range(trigger.i + 1, min(trigger.i + reach, last) + 1):
        token = scene.tokens[i]
        if token.tag in {"VBD", "VBZ", "VBP", "MD", "WDT", "WP"} or token.text in {";", ":", "(", "”", '"'}:
            return
        if token.lower in wanted and token.pos in {"ADP", "SCONJ"} and i < last:
            yield token.lower, _governed(scene, token)


def _governed(scene: Scene, preposition: Token) -> Token:
    head = preposition.head
    if head.i > preposition.i and preposition.dep in {"case", "mark"}:
        return head
    i = preposition.i + 1
    last = preposition.sentence.tokens[-1].i
    while i < last and scene.tokens[i].pos not in {"NOUN", "PROPN", "PRON", "NUM"}:
        i += 1
    return scene.tokens[i]


def partners(scene: Scene, trigger: Token, wanted: Iterable[str]) -> list[Actor]:
    """The parties after the first preposition of ``wanted`` that has any."""
    for _, noun in after(scene, trigger, wanted):
        if found := actors_of(scene, noun):
            return found
    return []


def owners(scene: Scene, noun: Token) -> list[Actor]:
    """Whose something is: the possessor, or the names and demonyms before the noun."""
    out: list[Actor] = []
    for c in noun.children:
        if c.dep == "nmod:poss":
            out += _possessor(scene, c)
        elif c.dep in {"amod", "compound"} and (m := scene.mention(c.i)) and m.entity.iso3:
            out.append(scene.state(m.entity.iso3) if m.entity.kind != "person" else scene.person(m))
        elif (
            c.dep == "nmod" and _case(c) == "of" and (m := scene.mention(c.i)) and m.entity.kind in {"state", "person"}
        ):
            out += actors_of(scene, c)
    return _distinct(out)


def _possessor(scene: Scene, owner: Token) -> list[Actor]:
    """Whose it is; a pronoun before the subject of its own sentence looks ahead to it."""
    if owner.tag != "PRP$":
        return actors_of(scene, owner)
    sentence = owner.sentence
    if owner.lower in {"his", "her"} and not scene.persons_before(owner.i, since=sentence.tokens[0].i):
        subject = sentence.root.child(*SUBJECTS)
        if subject is not None and subject.i > owner.i and not subject.tag.startswith("PRP"):
            ahead = [a for a in actors_of(scene, subject) if a.kind == "person"]
            if len(ahead) == 1:
                return ahead
    return actors_of(scene, owner)


def governor(noun: Token) -> Token | None:
    """The verb that a noun of action depends on, through nouns between them; None where it is none's."""
    token = noun
    for _ in range(3):
        if token.is_root or token.dep in {"parataxis", "acl:relcl"}:
            return None
        token = token.head
        if token.is_verb:
            return token
    return None


def goals(scene: Scene, head: Token) -> list[Place]:
    """The places a noun phrase names as where somebody goes, coordinated ones one by one."""
    out: list[Place] = []
    for token in head.conjuncts:
        place = place_of(scene, token)
        if place is not None and all(place.name != p.name for p in out):
            out.append(place)
    return out


def place_of(scene: Scene, token: Token) -> Place | None:
    """The place that a word names: a place or state by name, or a common noun that points back to one."""
    mention = scene.mention(token.i)
    if mention and mention.entity.kind in {"place", "state"} and mention.form == "name":
        return Place(mention.entity.name, mention.entity.iso3, mention.start, mention.end)
    if mention is None and (name := token.child("flat", "appos")) and (inner := scene.mention(name.i)):
        if inner.entity.kind in {"place", "state"}:
            return Place(inner.entity.name, inner.entity.iso3, inner.start, inner.end)
    if mention is not None and mention.entity.kind not in {"place", "state"}:
        return None
    for c in token.children:
        if (
            c.dep in {"nmod:poss", "compound", "amod"}
            and (m := scene.mention(c.i))
            and m.entity.kind in {"place", "state"}
        ):
            return Place(m.entity.name if m.form == "name" else "", m.entity.iso3, m.start, m.end)
    if token.lemma in words("place_nouns") and any(
        c.dep == "det" and c.lower in {"the", "this"} for c in token.children
    ):
        return Place("", "", token.i, token.i + 1)
    if token.lower == "there":
        return Place("", "", token.i, token.i + 1)
    return None
