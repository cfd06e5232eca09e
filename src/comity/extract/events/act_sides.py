"""Who does what a verb or noun of action names, and to whom: by subject, object, owner, preposition, or the pair."""

from __future__ import annotations

from itertools import pairwise

from comity.extract.events import circumstances as when
from comity.extract.events.grammar import after, agent, case, doer_head, patient, reduced
from comity.extract.events.lexicon import Act, words
from comity.extract.events.participants import actors_of, distinct, doers, forces, owners
from comity.extract.events.places import place_of
from comity.extract.events.scene import Scene
from comity.language.actors import Actor
from comity.language.syntax import Token


def parties(scene: Scene, verb: Token, target: Token | None, act: Act) -> tuple[list[Actor], list[Actor]]:
    """Those who do it and those it is done to."""
    head = doer_head(verb)
    itself = head is not None and head is target
    mine = [] if itself else [a for a in doers(scene, verb) if a.kind != "other" or a.iso3]
    if not mine and head is not None and not itself:
        mine = forces(scene, head) or (_armed(scene, head) if act.category == "ASSAULT" else [])
    if not mine and target is not None and (act.sides or itself):
        mine = _sides(scene, verb, target, act)
        if len(mine) > 1:
            return mine, []
    if not mine and act.house and head is not None:
        inside = (scene.mention(i) for i in range(head.left, head.right + 1))
        mine = [scene.state(m.entity.iso3) for m in inside if m and m.entity.iso3][:1]
    passive = verb.child("nsubj:pass") is not None or reduced(verb)
    if not mine and act.doer and (passive or (head is not None and head.lemma in words("crowds"))):
        mine = _named_after(scene, verb, act, target)
    if not mine and act.own and target is not None and doer_head(verb) in {None, target}:
        mine = owner_of(scene, target)[:1]
    if not mine and act.joint:
        mine = [scene.state(i) for i in scene.reading.references.pair]
    together = act.reciprocal and len({a.iso3 for a in mine if a.iso3}) > 1
    together = together or (act.form == "accusation" and len({a.iso3 for a in mine}) > 1 and one_another(scene, verb))
    recipients = [] if together else _recipients(scene, verb, target, act, mine)
    if (
        not recipients
        and not act.reciprocal
        and not together
        and len({a.iso3 for a in mine}) == len(mine) == 2
        and is_mutual(scene, verb)
    ):
        return mine[:1], mine[1:]
    if not mine and recipients and _has_no_doer(verb):
        pair = scene.reading.references.pair
        others = [i for i in pair if i != recipients[0].iso3]
        mine = [scene.state(others[0])] if len(pair) == 2 and len(others) == 1 else []
    if act.pair and mine and not recipients and len({a.iso3 for a in mine}) == 1:
        aimed = _aimed_at(scene, target) if act.category == "REJECT" else set()
        recipients = [a for a in other_of_pair(scene, mine) if a.iso3 not in aimed]
    return mine, recipients


def _armed(scene: Scene, head: Token) -> list[Actor]:
    """The state of whatever strikes ("Thai F-16s"), people left out."""
    if head.lemma in words("people") or head.tag not in {"NN", "NNS", "NNP", "NNPS"}:
        return []
    beside = (scene.mention(c.i) for c in head.children if c.dep in {"amod", "compound"} and c.i < head.i)
    return [scene.state(m.entity.iso3) for m in beside if m and m.form == "demonym" and m.entity.iso3][:1]


def votes(scene: Scene, verb: Token) -> bool:
    """Whether it is a parliament that does it, by its noun or by what its name is known for."""
    head = doer_head(verb)
    if head is None:
        return False
    mention = scene.mention(head.i)
    named = mention is not None and mention.entity.subtype == "legislature"
    return named or head.lemma in words("houses") or head.lower in words("houses")


def other_of_pair(scene: Scene, mine: list[Actor]) -> list[Actor]:
    """The other of the two states the text is about, for an act of one of them."""
    pair = scene.reading.references.pair
    own = {a.iso3 for a in mine if a.iso3}
    if len(pair) != 2 or len(own) != 1 or not own <= set(pair):
        return []
    return [scene.state(i) for i in pair if i not in own]


def _has_no_doer(verb: Token) -> bool:
    return verb.child("nsubj:pass") is not None and agent(verb) is None


def _sides(scene: Scene, verb: Token, target: Token, act: Act) -> list[Actor]:
    """Both parties of what was broken off, restored or begun: "ties between X and Y were restored"."""
    linked = [o for c in target.children if c.dep == "acl" and c.lemma in words("linking") for o in c.all("obj", "obl")]
    states = distinct(a for o in linked for a in actors_of(scene, o) if a.kind == "state")
    if len({a.iso3 for a in states}) > 1:
        return states
    for place in act.sides:
        for _, noun in after(scene, target, {place}, reach=12):
            states = [a for a in actors_of(scene, noun) if a.iso3]
            if len({a.iso3 for a in states}) > 1:
                return states
            owned = owners(scene, target)
            if states and owned and place == "with":
                return distinct([*owned, *states])
    if act.begins and act.alone:
        owned = [scene.state(a.iso3) for a in owners(scene, target) if a.iso3]
        return owned[:1]
    return []


def _named_after(scene: Scene, verb: Token, act: Act, target: Token | None) -> list[Actor]:
    """The state named as the doer in its place: "expelled from X", "a mob stormed the embassy in X"."""
    subject = verb.child("nsubj:pass") or target
    theirs = {a.iso3 for a in owner_of(scene, subject or verb)}
    crowd = doer_head(verb)
    posted = [c for t in (subject, crowd) if t is not None for c in t.all("nmod") if case(c) in {"in", "to"}]
    for noun in (*(n for _, n in after(scene, verb, act.doer, reach=10)), *posted):
        found = [a for a in actors_of(scene, noun) if a.iso3] or owner_of(scene, noun)
        spot = place_of(scene, noun)
        if not found and spot is not None and spot.iso3:
            found = [scene.state(spot.iso3)]
        if mine := [a for a in found if a.iso3 and a.iso3 not in theirs]:
            return mine[:1]
    return []


def _recipients(scene: Scene, verb: Token, target: Token | None, act: Act, mine: list[Actor]) -> list[Actor]:
    at_home = {a.iso3 for a in mine if a.iso3}
    names = {a.name for a in mine}
    wrong = _onslaught(verb, act)
    if wrong is not None:
        return [a for a in attackers(scene, wrong) if a.name not in names and a.iso3 not in at_home]
    aimed = _aimed_at(scene, target) if act.category == "REJECT" else set()
    for place in act.recipient:
        found = _at(scene, verb, target, place, across=act.clause)
        found = [a for a in found if a.name not in names and (a.iso3 or a.kind == "org") and a.iso3 not in at_home]
        if place not in {"owner", "object"}:
            found = [a for a in found if not a.iso3 or a.iso3 not in aimed]
        if found:
            return found
    return []


def _aimed_at(scene: Scene, target: Token | None) -> set[str]:
    """The states that a plan is about: "rejected a proposal to disarm Lebanon's militia" is no answer to Lebanon."""
    aims = [c for c in target.all("acl") if c.tag == "VB" and c.i > target.i] if target is not None else []
    inside = (scene.mention(i) for c in aims for i in range(c.left, c.right + 1))
    return {m.entity.iso3 for m in inside if m and m.entity.iso3}


def _onslaught(verb: Token, act: Act) -> Token | None:
    """The attack that is condemned, the threat or the meddling that is rejected; what is blamed "on X" is another."""
    target = patient(verb)
    wrongs = words("accusing", "onslaughts") | (words("accusing", "inroads") if act.category == "REJECT" else set())
    meant = act.form == "accusation" or verb.lemma in words("accusing", "rejecting")
    return target if meant and target is not None and target.lemma in wrongs and verb.lemma != "blame" else None


def answerable(scene: Scene, noun: Token) -> list[Actor]:
    """Who is to answer for a thing: its owner, but of an attack only who is said to have made it."""
    return attackers(scene, noun) if noun.lemma in words("accusing", "onslaughts") else owner_of(scene, noun)


def attackers(scene: Scene, noun: Token) -> list[Actor]:
    """Who makes an attack: "Iran's attack", "the Iranian strike on X", "the raid on X by Iran", "the raids Iran flew".

    What it is on, what it is "of" and where it is name who suffers it.
    """
    mine = _makers_before(scene, noun)
    mine = mine or [a for c in noun.all("acl:relcl", "acl") for a in _clause_doer(scene, c)]
    sources = {"by", "from"} if noun.lemma in words("accusing", "inroads") else {"by"}
    behind = (n for _, n in after(scene, noun, sources, reach=16))
    mine = mine or next((a for n in behind if (a := actors_of(scene, n) or owner_of(scene, n))), [])
    if not mine and any(case(c) in words("accusing", "directed") for c in noun.all("nmod")):
        mine = [a for c in noun.all("nmod") if case(c) == "of" for a in actors_of(scene, c) or owner_of(scene, c)]
    return distinct(scene.state(a.iso3) if a.iso3 else a for a in mine if a.iso3 or a.kind == "org")


def _makers_before(scene: Scene, noun: Token) -> list[Actor]:
    """The owner or the demonym before an attack ("US strikes" too); another name before it may tell where it was."""
    before = [c for c in noun.children if c.i < noun.i and c.dep in {"nmod:poss", "amod", "compound"}]
    inner = [g for c in before for g in c.children if g.dep in {"nmod:poss", "amod", "compound", "conj"}]
    aimed = any(case(c) in words("accusing", "directed") for c in noun.all("nmod"))
    out: list[Actor] = []
    for c in (*before, *inner):
        mention = scene.mention(c.i)
        if c.dep == "nmod:poss":
            out += actors_of(scene, c) or owner_of(scene, c)
        elif mention is not None and mention.entity.iso3:
            acting = mention.entity.kind == "state" and (c.text.isupper() or aimed)
            out += [scene.state(mention.entity.iso3)] if mention.form == "demonym" or acting else []
    return out


def _clause_doer(scene: Scene, clause: Token) -> list[Actor]:
    head = clause.child("nsubj")
    return actors_of(scene, head) or owner_of(scene, head) if head is not None and head.i < clause.i else []


def _at(scene: Scene, verb: Token, target: Token | None, place: str, *, across: bool) -> list[Actor]:
    if place == "object":
        whole = patient(verb)
        beside = actors_of(scene, whole) if whole is not None and whole is not target else []
        found = actors_of(scene, target) if target is not None else []
        found = [
            a for a in found if target is None or not verb.within(target) or a.start < verb.i
        ]  # "X, which Y hit, …"
        return (found or beside) if target is not None else _next_name(scene, verb)
    if place == "iobj":
        things = verb.all("obj")
        given = verb.child("iobj") or (things[0] if len(things) > 1 else None)
        return actors_of(scene, given) if given is not None else []
    if place == "aim":
        return _aided(scene, verb, target)
    if place == "owner":
        return owner_of(scene, target) if target is not None else []
    if place == "inside":
        return _inside(scene, verb)
    if place == "subject":
        head = doer_head(verb)
        inside = (scene.mention(i) for i in range(head.left, head.right + 1)) if head is not None else ()
        return distinct(scene.state(m.entity.iso3) for m in inside if m and m.entity.iso3)
    if place == "complement":
        clause = verb.child("ccomp")
        subject = clause.child("nsubj", "nsubj:pass") if clause is not None else None
        if subject is not None and subject.lower in words("both_words"):
            return scene.reading.references.both(subject)
        return actors_of(scene, subject) if subject is not None else []
    if place == "place":
        spot = when.where(scene, [verb])
        return [scene.state(spot.iso3)] if spot and spot.iso3 else []
    nouns = [n for _, n in after(scene, verb, {place}, reach=26)]
    if not nouns and target is not None and target.i < verb.i:
        nouns = [n for _, n in after(scene, target, {place}, reach=verb.i - target.i)]
    if across and not nouns:
        nouns = [t.head for t in verb.sentence.tokens if t.i > verb.i and t.lower == place and t.head.i > t.i]
    return next((out for n in nouns if (out := actors_of(scene, n) or owner_of(scene, n))), [])


def _aided(scene: Scene, verb: Token, target: Token | None) -> list[Actor]:
    """ "Rolled out aid to bolster Ghana's economy": whose need the infinitive names."""
    aims = [c for c in (*(target.all("acl") if target is not None else ()), *verb.all("advcl")) if c.tag == "VB"]
    things = [t for c in aims for t in c.all("obj")]
    inside = [a for t in things for c in t.all("nmod") if case(c) == "in" for a in actors_of(scene, c)]
    owned = [a for t in things if t.child("nmod:poss", "amod") for a in owners(scene, t) or owner_of(scene, t)]
    return distinct(a for a in (*owned, *inside) if a.iso3)[:1]


def _inside(scene: Scene, verb: Token) -> list[Actor]:
    """The states and bodies named in what is refused or threatened, the doer's own left to the caller."""
    head = doer_head(verb)
    own = {a.iso3 or a.name for a in doers(scene, verb)}
    for i in range(verb.i + 1, verb.right + 1):
        mention = scene.mention(i)
        if mention is None or mention.start != i or (head is not None and scene.tokens[i].within(head)):
            continue
        acting = mention.entity.iso3 or (mention.entity.kind == "org" and mention.entity.known)
        if acting and (mention.entity.iso3 or mention.entity.name) not in own:
            return [scene.state(mention.entity.iso3) if mention.entity.iso3 else scene.person(mention)]
    return []


def _next_name(scene: Scene, verb: Token) -> list[Actor]:
    """The first name to the right of a verb whose object the parser lost."""
    for i in range(verb.i + 1, min(verb.i + 4, verb.sentence.tokens[-1].i + 1)):
        mention = scene.mention(i)
        if mention and mention.entity.kind in {"state", "person", "org"}:
            return [scene.person(mention)]
        if scene.tokens[i].pos in {"ADP", "VERB"}:
            break
    return []


def owner_of(scene: Scene, noun: Token) -> list[Actor]:
    """The states whose person or thing it is: "Russian diplomats", "the Ethiopian ambassador", "Chinese-built cars"."""
    out = [scene.state(a.iso3) for a in owners(scene, noun) if a.iso3]
    if not out:
        # "a complaint that it had lodged with the court of X", "an attempt to divide X"
        apart = [c for c in noun.all("acl:relcl", "acl") if c.i > noun.i and (c.dep != "acl" or c.tag == "VB")]
        bounds = range(noun.left, min([noun.right + 1, *(c.left for c in apart)]))
        inside = (scene.mention(i) for i in bounds)
        out = [
            scene.state(m.entity.iso3) if m.entity.iso3 else scene.person(m)
            for m in inside
            if m and (m.entity.iso3 or m.entity.kind == "org")
        ][:1]
    return out


def is_mutual(scene: Scene, verb: Token) -> bool:
    """Whether words beside a verb say that the act goes both ways ("each", "reciprocally")."""
    near = scene.tokens[max(verb.i - 2, verb.sentence.tokens[0].i) : verb.i + 5]
    behind = [t.lower for t in scene.tokens[verb.i : verb.sentence.tokens[-1].i]]
    return any(t.lower in words("mutual") for t in near) or ("each", "other") in pairwise(behind)


def one_another(scene: Scene, verb: Token) -> bool:
    """Whether a verb's object is each other: "blamed one another", "both armies blame the other"."""
    behind = [t.lower for t in scene.tokens[verb.i + 1 : min(verb.i + 3, verb.sentence.tokens[-1].i) + 1]]
    return any(phrase in pairwise(behind) for phrase in (("each", "other"), ("one", "another"), ("the", "other")))
