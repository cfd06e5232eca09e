"""Signings: documents are signed, exchanged or presented by states, their bodies or firms of both sides."""

from __future__ import annotations

from collections.abc import Iterator

from comity.extract.events import circumstances as when
from comity.extract.events.grammar import after, governor, patient
from comity.extract.events.lexicon import words
from comity.extract.events.participants import actors_of, doers, partners
from comity.extract.events.scene import Found, Scene
from comity.language.actors import Actor
from comity.language.syntax import Token
from comity.vocab import load

SIDES = frozenset({"between", "by", "with"})


def by_verb(scene: Scene, verb: Token) -> Iterator[Found]:
    """ "X and Y signed an agreement", "a deal was signed with Y", "documents signed between X and Y"."""
    known = words("signing", "verbs") | words("signing", "signatures")
    if verb.lemma not in known or not verb.is_verb or verb.dep in {"amod", "compound"}:
        return
    if verb.lemma == "strike" and scene.tokens[min(verb.i + 1, len(scene.tokens) - 1)].lower in {"down", "out"}:
        return  # a court that strikes a text down signs nothing
    target = _paper(patient(verb))
    if target is not None and _of_ratification(scene, target):
        return
    signed = target is not None and verb.lemma in words("signing", "signatures") and target.lemma == "signature"
    if not signed and (verb.lemma in words("signing", "signatures") or not _is_document(scene, verb, target)):
        return
    actors = _parties(scene, verb)
    if not actors or (len(actors) == 1 and _unnamed(scene, actors[0])):
        actors = _pair(scene, verb, target) or (scene.reading.references.both(verb) if actors else [])
    yield from _found(scene, verb, actors, f"event.signing.{verb.lemma}", verb)


def _paper(target: Token | None) -> Token | None:
    """The document among what is signed: "trade and rail agreements"; "a pact on trade in fish, which was signed"."""
    documents = words("signing", "documents")
    if target is None or target.lemma in documents:
        return target
    listed = next((t for t in target.conjuncts if t.lemma in documents), None)
    above = target
    while listed is None and above.dep == "nmod" and target.child("acl:relcl", "acl"):
        above = above.head
        listed = above if above.lemma in documents else None
    return listed or target


def _is_document(scene: Scene, verb: Token, target: Token | None) -> bool:
    """Whether what is signed is a text between states; "sign" alone will do without an object."""
    if target is None:
        plain = not verb.child("xcomp", "obl", "advmod", "compound:prt") and verb.tag != "VBG"
        return verb.lemma in words("signing", "plain") and (plain or (verb.is_root and verb.tag == "VBN"))
    if verb.lemma == "sign" and target.lemma in words("signing", "not") and not _of_intent(scene, target):
        return False
    if target.lemma in words("signing", "documents"):
        return not any(c.lower in words("signing", "domestic") for c in target.children)
    mention = scene.mention(target.i)
    if mention is not None and (mention.entity.known or mention.entity.kind not in {"org", "place"}):
        return mention.entity.kind == "instrument"
    if mention is not None and target.child("det") and verb.lemma in words("signing", "plain"):
        return mention.entity.kind == "org" and not mention.entity.iso3  # "the Andean Union"
    near = scene.tokens[max(verb.i - 12, verb.sentence.tokens[0].i) : verb.i + 16]
    if verb.lemma in words("signing", "plain"):
        return any(t.lemma in words("signing", "documents") and t.sentence is verb.sentence for t in near)
    return False


def _unnamed(scene: Scene, actor: Actor) -> bool:
    """ "The police chiefs initialled a protocol": those of both sides."""
    head = scene.tokens[max(actor.end - 1, 0)]
    return actor.kind == "other" and not actor.iso3 and head.tag == "NNS" and head.lemma in words("ministers")


def _pair(scene: Scene, verb: Token, target: Token | None) -> list[Actor]:
    """ "A communique was signed instead": by the two the text is about."""
    fresh = target is not None and (target.child("nummod") or any(c.lower in {"a", "an"} for c in target.all("det")))
    passive = verb.child("nsubj:pass") is not None and verb.lemma in words("signing", "plain")
    pair = scene.reading.references.pair
    return [scene.state(i) for i in pair] if passive and fresh and len(pair) == 2 else []


def _of_ratification(scene: Scene, papers: Token) -> bool:
    """ "Exchanged the instruments of ratification": nothing is signed there."""
    behind = [t.lower for t in scene.tokens[papers.i + 1 : papers.i + 3]]
    return len(behind) == 2 and behind[0] == "of" and behind[1] in load("agreements")["papers"]


def _of_intent(scene: Scene, letter: Token) -> bool:
    """ "A letter of intent" is a document."""
    behind = [t.lower for t in scene.tokens[letter.i + 1 : letter.i + 3]]
    return behind in (["of", "intent"], ["of", "understanding"])


def _parties(scene: Scene, verb: Token) -> list[Actor]:
    actors = doers(scene, verb)
    target = patient(verb)
    for preposition, noun in after(scene, verb, {"with", "between", "by"}, reach=24):
        beside = [noun.head, *noun.all("acl")]
        looking = any(v.tag == "VBG" and v.i > noun.i for v in beside)
        if (preposition == "by" and actors) or (preposition == "with" and looking):
            continue  # "with Marco Rubio looking on"
        above = noun.head
        if preposition == "between" and above.tag.startswith("N") and above.lemma not in words("signing", "documents"):
            continue  # "on cooperation between the archives"
        found = actors_of(scene, noun)
        if found:
            actors += [a for a in found if all(a.name != b.name for b in actors)]
            break
    if verb.tag == "VBN" and verb.dep == "acl" and len(actors) == 1 and verb.head.dep == "obj":
        recalling = [a for a in doers(scene, verb.head.head) if a.iso3]  # "they recalled the pact signed with X"
        actors = [*recalling, *(a for a in actors if all(a.name != b.name for b in recalling))]
    if not actors and target is not None:
        actors = partners(scene, target, SIDES, reach=16)
    persons = {a.iso3 for a in actors if a.kind == "person"}
    return [a for a in actors if a.kind != "state" or a.iso3 not in persons]


def by_noun(scene: Scene, noun: Token) -> Iterator[Found]:
    """ "witnessed the signing of deals", "the exchange of 31 documents"."""
    if (
        noun.lemma not in words("signing", "nouns")
        or not noun.tag.startswith(("NN", "VBG"))
        or (noun.is_verb and not _nominal(noun))
    ):
        return
    papers = next((t for _, t in after(scene, noun, {"of"}, reach=8)), None)
    if papers is not None and any(t.text == "," for t in scene.tokens[noun.i : papers.i]):
        papers = None  # "step up exchanges, raise the level of contacts"
    inside = papers is not None and any(
        t.lemma in words("signing", "documents")
        for t in scene.tokens[noun.i + 1 : min(noun.i + 14, noun.sentence.tokens[-1].i)]
    )
    ceremony = scene.tokens[min(noun.i + 1, len(scene.tokens) - 1)].lemma == "ceremony"
    if not inside and not ceremony:
        return
    support = governor(noun)
    actors = partners(scene, noun, SIDES, reach=16)
    if support is not None and len({a.iso3 for a in actors}) < 2:  # "announced the signing of a deal with Y"
        actors = [*(a for a in doers(scene, support) if all(a.iso3 != b.iso3 for b in actors)), *actors]
    states = {a.iso3 for a in actors if a.iso3}
    if support is None or len(states) != 1 or support.lemma in words("signing", "support"):
        pair = [scene.state(i) for i in scene.reading.references.pair]
        if len(states) < 2 and (not states or states <= {a.iso3 for a in pair}):
            actors = pair
    yield from _found(scene, noun, actors, f"event.signing.{noun.lemma}", support)


def _among_firms(scene: Scene, trigger: Token, actors: list[Actor]) -> bool:
    """Whether only firms sign, in a text on no two states or with a verb that need not mean a signing."""
    if not actors or not all(_is_firm(scene, a) for a in actors):
        return False
    return len(scene.reading.references.pair) < 2 or trigger.lemma in words("signing", "weak")


def _is_firm(scene: Scene, actor: Actor) -> bool:
    """Whether an actor is a company, or a body that no state stands behind as far as its name tells.

    A single name that neither a title nor a list makes a person's may as well be a firm's.
    """
    mention = scene.mention(actor.start) if actor.end > actor.start else None
    subtype = mention.entity.subtype if mention else ""
    if mention and actor.kind == "person" and not (actor.iso3 or " " in actor.name or mention.entity.posts):
        return True
    return actor.kind in {"org", "other"} and (subtype in words("firms") or not (subtype or actor.iso3))


def _nominal(token: Token) -> bool:
    return token.tag == "VBG" and token.child("det") is not None


def _found(scene: Scene, trigger: Token, actors: list[Actor], rule: str, support: Token | None) -> Iterator[Found]:
    phase, firm = when.outlook(trigger, "signing")
    if trigger.tag == "VB" and trigger.lemma in words("signing", "weak") and trigger.dep in {"advcl", "acl"}:
        return  # "gave itself a year to sign"
    states = {a.iso3 for a in actors if a.iso3}
    if (
        phase == when.UNREAL
        or _among_firms(scene, trigger, actors)
        or (len(actors) > 1 and len(states) == 1 and all(a.iso3 for a in actors))
    ):
        return
    near = [t for t in (trigger, support) if t is not None]
    found = Found("signing", rule, trigger, actors=actors, phase=phase, firm=firm)
    found.another = any(c.lower in words("further") for t in near for c in t.children)
    found.refers = not actors
    when.settle(scene, found, support)
    found.place = when.where(scene, near)
    yield found


__all__ = ["by_noun", "by_verb"]
