"""Whose official somebody is, and whose ministry one is, where no word beside the name says so.

Told by the delegation that a person leads, by the state whose readiness he voices, by the place the report is sent
from; else by what the text takes for granted: where the other side's ministers are called by their state and one's own
are not, those without a state are one's own.
"""

from __future__ import annotations

from collections.abc import Sequence

from comity.language.entities import Entity, Mention
from comity.language.gazetteer import gazetteer
from comity.language.references import References
from comity.language.spelling import ministry_name
from comity.language.syntax import Sentence, Token
from comity.vocab import load

ISO3 = 3
"""Letters of a state's code, which tell it from a body's name."""


def learn_sides(references: References, sentences: Sequence[Sentence], high: frozenset[str]) -> None:
    """Give persons in office the state they act for, and bare ministries theirs; ``high`` are levels of office."""
    held = [m for m in references.mentions if m.titles and m.entity.kind == "person"]
    for before, mention in zip([None, *held], held, strict=False):
        if _open(mention.entity):
            mention.entity.iso3 = _led(references, mention) or _voiced(references, mention)
        if _open(mention.entity) and before is not None:
            mention.entity.iso3 = _listed_with(references, before, mention) or _opposite(references, before, mention)
        if before is not None and _open(before.entity):
            before.entity.iso3 = _opposite(references, before, mention, first=True)
    home = _taken_for_granted(held, high) or _sent_from(references, sentences) or _unsaid(references, held, high)
    for mention in held if home else ():
        bare = [t for t in mention.titles if t.level in high and not t.state and not t.body]
        if bare and _open(mention.entity) and not _held_already(held, mention, home):
            mention.entity.iso3 = home
    _bare_ministries(references, home)
    _places_at_hand(references)


def _held_already(held: Sequence[Mention], person: Mention, home: str) -> bool:
    """Whether somebody else at home is known to hold the highest office that the person is named with."""
    sole = {t.office for t in person.titles if t.level in load("offices")["sole_levels"]}
    others = (m for m in held if m.entity is not person.entity and m.entity.iso3 == home and m.entity.known)
    return any(t.office in sole and t.status == "current" for m in others for t in m.titles)


def _open(entity: Entity) -> bool:
    return not entity.iso3 and not entity.known


def _sent_from(references: References, sentences: Sequence[Sentence]) -> str:
    """The state of the capital the report is sent from, if the text names it."""
    place = next((s.block.dateline_place for s in sentences if s.block.dateline_place), "")
    home = gazetteer().state_of(place) if place else None
    named = {m.entity.iso3 for m in references.mentions if m.entity.kind == "state"}
    return home.iso3 if home is not None and home.iso3 in named else ""


def _taken_for_granted(held: Sequence[Mention], high: frozenset[str]) -> str:
    """The state of the first in office whom the report names without it, though a list knows whose he is."""
    first = next((m for m in held if any(t.level in high for t in m.titles)), None)
    if first is None or not first.entity.known or not first.entity.iso3:
        return ""
    bare = all(not t.state and not t.body and t.end <= first.start for t in first.titles)
    return first.entity.iso3 if bare else ""


def _opposite(references: References, before: Mention, person: Mention, *, first: bool = False) -> str:
    """The other of the two states in "Prime Minister A and Prime Minister B met", where one of the two is known."""
    title = next((t for t in person.titles if t.end == person.start), None)
    earlier = next((t for t in before.titles if t.end == before.start), None)
    known, pair = (person if first else before).entity.iso3, references.pair
    if title is None or earlier is None or title.office != earlier.office or len(pair) != 2 or known not in pair:
        return ""
    joined = title.start - before.end == 1 and references.tokens[before.end].lower == "and"
    bare = earlier if first else title
    return next(iso3 for iso3 in pair if iso3 != known) if joined and not bare.state and not bare.body else ""


def _unsaid(references: References, held: Sequence[Mention], high: frozenset[str]) -> str:
    """The one of the two states whose ministers are named without it, while the other's are called by theirs.

    Empty where a list knows somebody of that state: whoever is named beside him without it may be of a third.
    """
    called = {t.state for m in held for t in m.titles if t.level in high and t.state}
    known = {m.entity.iso3 for m in references.mentions if m.entity.kind == "person" and m.entity.known}
    rest = [iso3 for iso3 in references.pair if iso3 not in called]
    return rest[0] if len(references.pair) == 2 and len(rest) == 1 and rest[0] not in known else ""


def _led(references: References, person: Mention) -> str:
    """The state in "X, who led the 11-member Y delegation" and "the Y side was headed by X"."""
    lists = load("offices")["leading_sides"]
    tokens = references.tokens
    sentence = tokens[person.start].sentence.tokens
    behind = tokens[person.end : min(person.end + lists["reach"], sentence[-1].i + 1)]
    for token in behind:
        if token.lemma in lists["verbs"] and token.is_verb:
            return _sides(references, tokens[token.i + 1 : min(token.i + lists["reach"], sentence[-1].i + 1)])
    first = min([person.start, *(t.start for t in person.titles)])
    if first - 2 < sentence[0].i or tokens[first - 1].lower != "by" or tokens[first - 2].lemma not in lists["verbs"]:
        return ""
    return _sides(references, tokens[max(sentence[0].i, first - 2 - lists["reach"]) : first - 2][::-1])


def _listed_with(references: References, before: Mention, person: Mention) -> str:
    """The state in "met with Y's President A and Prime Minister B": one state, two posts, told once."""
    tokens = references.tokens
    title = next((t for t in person.titles if t.end == person.start), None)
    told = next((t for t in before.titles if t.end == before.start and t.state), None)
    if title is None or told is None or title.start - before.end != 1 or title.office == told.office:
        return ""
    joined = tokens[before.end].lower == "and" and not title.state and not title.body
    head = next((t for t in tokens[before.start : before.end] if t.head not in tokens[before.start : before.end]), None)
    met = head is not None and head.dep not in {"nsubj", "nsubj:pass", "ROOT"}
    return told.state if joined and met and len(told.state) == ISO3 else ""


def _sides(references: References, near: Sequence[Token]) -> str:
    """The state right before "delegation" or "side"; empty where another noun is led."""
    for token in near:
        if token.tag == "IN":
            break
        if token.lemma in load("offices")["leading_sides"]["sides"]:
            before = (references.at.get(c.i) for c in token.all("amod", "compound", "nmod:poss", "nmod"))
            return next((m.entity.iso3 for m in before if m and m.entity.kind == "state"), "")
    return ""


def _voiced(references: References, person: Mention) -> str:
    """The state in "X reaffirmed Y's commitment to …": whoever voices it acts for it."""
    lists = load("offices")["voicing"]
    tokens = references.tokens
    last = tokens[person.start].sentence.tokens[-1].i
    verb = next((t for t in tokens[person.end : min(person.end + 3, last)] if t.lemma in lists["verbs"]), None)
    if verb is None or not verb.is_verb:
        return ""
    thing = verb.child("obj")
    owner = thing.child("nmod:poss") if thing is not None and thing.lemma in lists["nouns"] else None
    named = references.at.get(owner.i) if owner is not None else None
    return named.entity.iso3 if named is not None and named.entity.kind == "state" else ""


def _bare_ministries(references: References, home: str) -> None:
    """ "The Foreign Office said": the ministry of the state at home, and no other state's of that name."""
    acting = {m.entity.iso3 for m in references.mentions if m.entity.kind in {"state", "person"}}
    for mention in references.mentions:
        body = mention.entity
        words = [t.text for t in references.tokens[mention.start : mention.end]]
        if body.kind != "org" or len(words) > load("offices")["bare_length"] or (body.iso3 and body.iso3 in acting):
            continue
        if body.iso3 and " ".join(words).lower() not in load("offices")["shared_names"]:
            continue
        name = ministry_name(words, references.state(home)) if home else ""
        if name:
            mention.entity = references.entities.setdefault(name, Entity("org", name, home, "ministry", known=True))
        elif body.iso3:
            body.name, body.iso3 = " ".join(words), ""
            references.entities[body.name] = body


def _places_at_hand(references: References) -> None:
    """A place of a state that the text does not name is that of the same name in one that it does ("Bali")."""
    acting = {m.entity.iso3 for m in references.mentions if m.entity.kind in {"state", "person"} and m.entity.iso3}
    for mention in references.mentions:
        place = mention.entity
        if place.kind != "place" or place.iso3 in {"", *acting} or place.subtype == "capital" or not place.known:
            continue
        words = [t.text for t in references.tokens[mention.start : mention.end]]
        every = gazetteer().candidates(words, 0)
        near = {e.iso3 for e in every if e.kind == "place" and e.length == len(words) and e.iso3 in acting}
        if len(near) == 1:
            place.iso3 = near.pop()
