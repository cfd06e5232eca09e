"""Formal statements and ceremonies: joint statements, signed articles, joint briefings; welcomes, banquets, wreaths."""

from __future__ import annotations

from collections.abc import Iterator

from comity.extract.events import circumstances as when
from comity.extract.events.grammar import after, agent, doer_head, general, governor
from comity.extract.events.lexicon import words
from comity.extract.events.participants import actors_of, doers, owners
from comity.extract.events.scene import Found, Scene
from comity.language.actors import Actor
from comity.language.speech import is_speech
from comity.language.syntax import Token
from comity.vocab import load


def statement(scene: Scene, noun: Token) -> Iterator[Found]:
    """ "issued a joint statement", "in a signed article", "told a joint press conference"."""
    if not noun.tag.startswith("NN") or not _is_formal(scene, noun) or general(noun):
        return
    phase, firm = when.outlook(noun, "statement")
    if phase == when.UNREAL:
        return
    verb = governor(noun)
    article = noun.lemma in words("statement", "articles")
    if (
        verb is not None
        and not article
        and verb.lemma in words("signing", "plain")
        and noun.dep in {"obj", "nsubj:pass"}
    ):
        return  # a text that is signed makes a signing
    if verb is not None and noun.dep == "obj" and verb.lemma in load("agreements")["acts"]["objects"]["in_force"]:
        return  # "to implement the Joint Declaration"
    doers = _authors(scene, noun, verb, article=article)
    if not doers:
        return
    found = Found("statement", f"event.statement.{noun.lemma}", noun, actors=doers, phase=phase, firm=firm)
    if noun.lemma in words("statement", "briefing"):
        found.category = "CONSULT"
    elif not article:
        found.category = "AGREE"
    if verb is None or noun.dep != "nsubj" or not is_speech(verb):
        when.settle(scene, found, verb)  # what "the communique said" has dates of its own
    yield found


def announced(scene: Scene, verb: Token) -> Iterator[Found]:
    """ "China and ASEAN announced that talks were over": what two sides tell the world together."""
    if verb.tag not in {"VBD", "VBN"} or verb.child("nsubj:pass", "aux:pass") or not verb.child("ccomp", "obj"):
        return
    phase, firm = when.outlook(verb, "statement")
    together = [a for a in doers(scene, verb) if a.kind in {"state", "person", "org"}]
    if phase == when.UNREAL or len({a.iso3 or a.name for a in together}) < 2:
        return
    found = Found("statement", f"event.statement.{verb.lemma}", verb, actors=together, phase=phase, firm=firm)
    found.category = "AGREE"
    when.settle(scene, found, verb)
    found.place = when.where(scene, [verb])
    yield found


def _is_formal(scene: Scene, noun: Token) -> bool:
    pairs = load("events")["statement"]["pairs"]
    near = [t.lower for t in scene.tokens[max(noun.i - 4, noun.sentence.tokens[0].i) : noun.i]]
    if "op" in near and "ed" in near and noun.lemma in pairs["op-ed"]:
        return True
    if any(noun.lemma in pairs.get(w, ()) for w in near):
        return True
    if noun.lemma in words("statement", "articles") and any(
        c.lemma == "publish" and c.dep == "acl" for c in noun.children
    ):
        return True
    return noun.lemma in words("statement", "nouns")


def _authors(scene: Scene, noun: Token, verb: Token | None, *, article: bool) -> list[Actor]:
    own = owners(scene, noun) if noun.child("nmod:poss") else []
    joint = any(c.lower in {"joint", "trilateral", "tripartite"} for c in noun.all("amod", "compound"))
    issued = {"by", "between", "with"} if joint or article else {"by", "between", "with", "from"}
    for _, target in after(scene, noun, issued, reach=12):
        if own:
            break
        own = actors_of(scene, target)
    subject = [a for a in doers(scene, verb) if a.kind != "other"] if verb is not None else []
    pair = [scene.state(i) for i in scene.reading.references.pair]
    if article:
        return _writer(scene, noun, [*own, *subject])
    together = [*own, *(a for a in subject if all(a.name != b.name for b in own))]
    states = {a.iso3 for a in together if a.iso3}
    if len(states) > 1 or (own and not joint):
        return together  # "a communique from Chad's foreign ministry" is not of both
    return pair if len(pair) == 2 and (not states or states <= {a.iso3 for a in pair}) else []


def _writer(scene: Scene, noun: Token, found: list[Actor]) -> list[Actor]:
    """Who signs an article: the person beside it, else the subject of its sentence."""
    persons = [a for a in found if a.kind == "person"] or [
        a for a in doers(scene, noun.sentence.root) if a.kind == "person"
    ]
    return persons[:1]


def ceremony(scene: Scene, noun: Token) -> Iterator[Found]:
    """ "a welcome ceremony for X", "hosted a banquet in honour of X", "a 21-gun salute"."""
    if noun.lemma not in words("ceremony", "nouns") or not noun.tag.startswith("NN"):
        return
    near = {t.lower for t in scene.tokens[max(noun.i - 4, noun.sentence.tokens[0].i) : noun.i]}
    solemn = bool(near & words("ceremony", "kinds"))
    if (not solemn and noun.lemma not in words("ceremony", "solemn")) or near & words("signing", "nouns"):
        return
    phase, firm = when.outlook(noun, "ceremony")
    if phase == when.UNREAL:
        return
    verb = governor(noun)
    hosts = [a for a in doers(scene, verb) if a.kind != "other" or a.iso3] if verb is not None else []
    guests = _enjoying(scene, noun, verb)
    giving = words("meeting", "support") | words("visit", "hosting") | words("ceremony", "giving")
    hosts = hosts if not guests and verb is not None and verb.lemma in giving else []
    guests = (
        guests
        or next((f for _, n in after(scene, noun, {"for", "of"}, reach=12) if (f := actors_of(scene, n))), [])
        or _honoured(scene, noun)
    )
    guests = [a for a in guests if a.kind in {"person", "state"} or a.iso3]
    found = Found(
        "ceremony", f"event.ceremony.{noun.lemma}", noun, actors=hosts, recipients=guests, phase=phase, firm=firm
    )
    if near & words("statement", "groundbreaking"):
        found.category = "COOPERATE"
    if not hosts and guests:
        found.actors = [scene.state(i) for i in scene.reading.references.pair if i not in {a.iso3 for a in guests}][:1]
    found.refers = not found.actors
    when.settle(scene, found, verb)
    found.place = when.where(scene, [t for t in (noun, verb) if t is not None])
    yield found


def _honoured(scene: Scene, noun: Token) -> list[Actor]:
    """The guest of "a banquet in X's honour"."""
    honours = (n for _, n in after(scene, noun, {"in"}, reach=12) if n.lemma in words("ceremony", "honours"))
    return next((found for n in honours if (found := owners(scene, n))), [])


def _enjoying(scene: Scene, noun: Token, verb: Token | None) -> list[Actor]:
    """The guest in "X received a ceremonial welcome", "X was given a red-carpet welcome"."""
    if verb is None or verb.lemma not in words("ceremony", "enjoyed") or noun.dep != "obj":
        return []
    passive = verb.child("nsubj:pass")
    if passive is None and verb.lemma in words("meeting", "support") | {"give", "accord"}:
        return []
    head = passive or doer_head(verb)
    return [a for a in actors_of(scene, head) if a.kind == "person"] if head is not None else []


def welcome(scene: Scene, verb: Token) -> Iterator[Found]:
    """ "X was greeted at the airport by Y"."""
    if verb.lemma not in words("ceremony", "verbs") or not verb.is_verb or not verb.child("nsubj:pass"):
        return
    phase, firm = when.outlook(verb, "ceremony")
    guests = [a for a in actors_of(scene, verb.child("nsubj:pass") or verb) if a.kind == "person"]
    if not guests or phase == when.UNREAL:
        return
    by = agent(verb)
    hosts = [a for a in actors_of(scene, by) if a.kind != "other"] if by is not None else []
    hosts = hosts or [scene.state(i) for i in scene.reading.references.pair if i not in {a.iso3 for a in guests}][:1]
    if not hosts:
        return
    found = Found("ceremony", "event.ceremony.greet", verb, actors=hosts, recipients=guests, phase=phase, firm=firm)
    found.category = "CONSULT"
    when.settle(scene, found, verb)
    found.place = when.where(scene, [verb])
    yield found


__all__ = ["announced", "ceremony", "statement", "welcome"]
