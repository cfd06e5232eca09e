"""One-sided acts told by a noun: "the expulsion of two diplomats", "Peru's suspension of the treaty"."""

from __future__ import annotations

from collections.abc import Iterator

from comity.extract.events import circumstances as when
from comity.extract.events.act_sides import other_of_pair, owner_of
from comity.extract.events.acts import counted, follows
from comity.extract.events.grammar import after, among, case, general, governor
from comity.extract.events.lexicon import Act, act_nouns, acts, words
from comity.extract.events.participants import distinct, doers, owners, partners
from comity.extract.events.places import place_of
from comity.extract.events.scene import Found, Scene
from comity.language.actors import Actor
from comity.language.syntax import Token


def by_noun(scene: Scene, noun: Token) -> Iterator[Found]:
    """ "the inauguration of a base", "the expulsion of diplomats"; allegations that the accused denies."""
    both = _two_way(noun)
    if not noun.tag.startswith("NN") or _carried(noun) or _only_talked_of(noun) or (general(noun) and not both):
        return
    for act in act_nouns().get(noun.lemma, ()):
        if found := _deed(scene, noun, act):
            if both:
                found.actors, found.recipients = distinct([*found.actors, *found.recipients]), []
            yield found
            return


def _deed(scene: Scene, noun: Token, act: Act) -> Found | None:
    if act.needs and not _goes_on(scene, noun, act):
        return None
    if _two_way(noun) and not (act.objects or act.nationals) and any(case(c) == "of" for c in noun.all("nmod")):
        return None  # "the mutual recognition of diplomas"
    phase, firm = when.outlook(noun, act.form)
    target = _named_object(scene, noun, act)
    if act.form == "opening" and case(noun) in words("talked_over"):
        return None  # "excited over the opening of the border"
    if phase == when.UNREAL or ((act.objects or act.nationals) and target is None):
        return None
    mine, recipients = _noun_parties(scene, noun, act, target)
    if not mine and (verb := _ordering(noun)) is not None:
        phase, firm = when.outlook(verb, act.form)
        mine, recipients = _ordered(scene, verb, act, recipients)
    if phase == when.UNREAL or not mine or not (recipients or act.alone):
        return None
    rule = f"event.{act.form}.{noun.lemma}"
    found = Found(
        act.form, rule, noun, actors=mine, recipients=recipients, category=act.category, phase=phase, firm=firm
    )
    if act.reciprocal:
        found.actors, found.recipients = distinct([*mine, *recipients]), []
    found.count = counted(scene, target) if act.count and target is not None else None
    when.settle(scene, found, *noun.all("acl"))
    found.place = when.where(scene, [noun])
    return found


def _goes_on(scene: Scene, noun: Token, act: Act) -> bool:
    """Whether the words a class asks for follow: behind the noun's verb, or behind a noun that has an object."""
    if act.objects:
        return follows(scene, noun, act.needs)
    return noun.dep in {"nsubj", "nsubj:pass"} and follows(scene, noun.head, act.needs)


def _two_way(noun: Token) -> bool:
    """ "A mutual ban": what both sides do."""
    return any(c.lower in words("two_way") for c in noun.all("amod"))


def _only_talked_of(noun: Token) -> bool:
    """Whether it is only feared, asked for, refused or talked about: "opposes the lifting", "talks on the release"."""
    above, supposed = noun.head, words("supposed")
    if not above.is_verb:
        return noun.dep in {"nmod", "conj"} and above.lemma in supposed | words("meeting", "nouns")
    asked = noun.dep == "obj" or (noun.dep == "obl" and case(noun) in {"for", "on", "about", "against", "of"})
    return (
        asked and above.lemma in supposed | words("unreal") | words("wishes") and above.lemma not in words("ordering")
    )


def _carried(noun: Token) -> bool:
    """Whether a verb of such acts or another noun tells it already ("imposed a ban", "the lifting of the ban")."""
    above = noun.head
    if noun.is_root:
        return False
    told = any(noun.lemma in a.objects if a.objects else not (a.needs or a.by) for a in acts().get(above.lemma, ()))
    return (noun.dep in {"obj", "nsubj:pass"} and told) or (not above.is_verb and above.lemma in act_nouns())


def _named_object(scene: Scene, noun: Token, act: Act) -> Token | None:
    """What a noun of action is done to, where it is of the class's kind: "the expulsion of two Ghanaian diplomats"."""
    for _, target in after(scene, noun, {"of", "on", *act.recipient} - {"owner"}, reach=9):
        if act.objects and among(target, act.objects):
            return target
        if act.nationals and _citizens(scene, target):
            return target
    owned = noun.child("nmod:poss")
    if owned is not None and (owned.lemma in act.objects or (act.nationals and _citizens(scene, owned))):
        return owned
    before = next((c for c in noun.children if c.dep == "compound" and c.i < noun.i), None)
    return before if before is not None and before.lemma in act.objects else None


def _citizens(scene: Scene, noun: Token) -> bool:
    """Whether a noun speaks of citizens of a state: "two Ghanaians", "a Somali student"."""
    mention = next((m for c in (noun, *noun.children) if (m := scene.mention(c.i))), None)
    many = noun.tag in {"NNS", "NNPS"} or noun.lemma in words("people")
    return many and mention is not None and bool(mention.entity.iso3)


def _ordering(noun: Token) -> Token | None:
    """The verb by which somebody does what the noun says: "ordered the suspension of the treaty"."""
    verb = governor(noun)
    return verb if verb is not None and noun.dep == "obj" and verb.lemma in words("ordering") else None


def _ordered(scene: Scene, verb: Token, act: Act, recipients: list[Actor]) -> tuple[list[Actor], list[Actor]]:
    mine = [a for a in doers(scene, verb) if a.iso3]
    others = [a for a in recipients if a.iso3 not in {b.iso3 for b in mine}]
    return mine, others or (other_of_pair(scene, mine) if act.pair else [])


def _voting(scene: Scene, noun: Token, act: Act) -> list[Actor]:
    """The parliament after "by", for "the ratification of the treaty by the Greek parliament"."""
    houses = (
        n for _, n in after(scene, noun, {"by"}, reach=12) if n.lemma in words("houses") or n.lower in words("houses")
    )
    return next((owner_of(scene, n) for n in houses), []) if act.house else []


def _noun_parties(scene: Scene, noun: Token, act: Act, target: Token | None) -> tuple[list[Actor], list[Actor]]:
    """Those who do what a noun of action says, and those it is done to."""
    mine = [a for a in owners(scene, noun) if a.kind != "other"] if target is None or target.i > noun.i else []
    mine = [a for a in mine if target is None or not target.left <= a.start <= target.right or not a.end]
    if act.alone and not act.house and any(a.kind == "person" for a in mine):
        return [], []
    mine = mine or partners(scene, noun, {"by"}, reach=12) or _voting(scene, noun, act)
    if act.house and not mine:
        return [], []
    recipients = [a for p in act.recipient for _, n in after(scene, noun, {p}, reach=8) for a in owner_of(scene, n)][:1]
    if target is not None and not recipients:
        recipients = owner_of(scene, target)[:1]
    if _two_way(noun) and not (mine and recipients):
        sides = partners(scene, noun, {"between"}, reach=14)
        sides = sides if len(sides) > 1 else [scene.state(i) for i in scene.reading.references.pair]
        return sides[:1], sides[1:]
    names = {a.name for a in mine}
    own = {a.iso3 for a in mine if a.iso3}
    recipients = [a for a in recipients if a.name not in names and a.iso3 not in own]
    if not mine and (act.alone or act.reciprocal) and not recipients:
        mine = [scene.state(i) for i in scene.reading.references.pair]
        return (mine[:1], mine[1:]) if act.reciprocal else (mine, [])
    if not mine and act.doer and recipients:
        mine = _there(scene, noun, act, recipients)
    if not mine and act.pair and recipients:
        mine = other_of_pair(scene, recipients)
    if mine and act.pair and not recipients:
        recipients = other_of_pair(scene, mine)
    return mine, recipients


def _there(scene: Scene, noun: Token, act: Act, recipients: list[Actor]) -> list[Actor]:
    """The state of the place where it is done: "the arrest in Nairobi of a Somali student"."""
    spots = (place_of(scene, n) for _, n in after(scene, noun, act.doer, reach=10))
    theirs = {a.iso3 for a in recipients}
    return [scene.state(p.iso3) for p in spots if p is not None and p.iso3 and p.iso3 not in theirs][:1]


__all__ = ["by_noun"]
