"""Who is to act, and towards whom: the actors of a governed act."""

from __future__ import annotations

from dataclasses import replace

from comity.extract.commitments.governed import ASKING, Governed
from comity.extract.commitments.lexicon import lexicon
from comity.extract.unnamed import holds_office, state_beside
from comity.language.actors import Actor
from comity.language.clauses import Complement, modal
from comity.language.reading import Reading
from comity.language.speech import speech_subject
from comity.language.syntax import Token
from comity.vocab import load

CONTROLLING = frozenset({*ASKING, "hoped", "expected"})
"""Modalities under which the object of the governing word is who is to act."""
BINDING = frozenset({"agreed", "pledged"})
"""Modalities under which a text binds those who conclude it ("the pact pledges aid")."""
ACTING = frozenset({"person", "state", "org"})


def holders(reading: Reading, head: Token) -> list[Actor]:
    """The actors of a phrase; the state of an adjective before a plan ("Swedish plans")."""
    mention = reading.mention_at(head) if head.dep in {"amod", "compound"} else None
    if mention is not None and mention.form == "demonym" and mention.entity.iso3:
        iso3 = mention.entity.iso3
        return [Actor(reading.references.state(iso3), "state", iso3, mention.start, mention.end)]
    found = reading.actors(head)
    if all(a.kind == "other" for a in found) and (other := _host(reading, head) or _own_country(reading, head)):
        return other
    unnamed = holds_office(head) and all(a.kind == "other" for a in found)
    state = state_beside(reading, head) if unnamed else None
    return [state] if state is not None else found


def _unaddressed(reading: Reading, found: Governed, holder: list[Actor]) -> list[Actor]:
    """Who is asked where nobody is named: the other side of whom something is demanded, else both."""
    other = _other(reading, holder[0]) if found.trigger.lemma in lexicon().sets["of_the_other"] else []
    return other or reading.references.both(reading.tokens[holder[0].start])


def _done_to(doer: Token, act: Complement) -> bool:
    """ "Proposed that a commission be formed": what the act is done to, not who does it."""
    return act.kind == "that" and doer.dep == "nsubj:pass" and doer.head is act.head


def _host(reading: Reading, head: Token) -> list[Actor]:
    """ "asked his host to V": the other of the two states, whoever of them is the host."""
    owner = next((c for c in head.all("nmod:poss") if c.tag == "PRP$"), None)
    own = {a.iso3 for a in reading.actors(owner)} & set(reading.references.pair) if owner is not None else set()
    if head.lemma not in lexicon().sets["opposite"] or len(own) != 1 or owner is None:
        return []
    return _other(reading, replace(reading.actors(owner)[0], iso3=own.pop(), start=head.i, end=head.i + 1))


def _own_country(reading: Reading, head: Token) -> list[Actor]:
    """ "X's minister said his country was going to V": the state of whoever says so."""
    owned = any(c.tag == "PRP$" for c in head.all("nmod:poss"))
    reporter = speech_subject(head) if owned and head.lemma in load("references")["own_state_nouns"] else None
    state = state_beside(reading, reporter) if reporter is not None and holds_office(reporter) else None
    return [replace(state, start=head.i, end=head.i + 1)] if state is not None else []


def doers(reading: Reading, found: Governed, holder: list[Actor]) -> list[Actor]:
    """Who is to act; empty where no actor that can commit is named. Whoever asks without an addressee asks both."""
    act = found.complement
    asks = found.modality in ASKING and found.trigger is not act.head and not modal(found.trigger)
    actor = None if act.controlled and found.modality not in CONTROLLING else act.actor
    doer = actor or (None if asks else found.subject)
    if found.trigger is not act.head and (works := _of_works(reading, found)):
        return works
    if doer is None:
        return _unaddressed(reading, found, holder) if asks and any(a.kind in ACTING for a in holder) else []
    if any(c.lower in lexicon().sets["everybody"] for c in doer.all("det", "amod")) and doer.tag == "NNS":
        return []  # "called on all parties to V": no side of this relation
    named = holders(reading, doer)
    thing = asks and _done_to(doer, act) and not any(a.kind in ACTING for a in named)
    if thing and any(a.kind in ACTING for a in holder):
        return reading.references.both(found.trigger)
    if found.trigger is act.head and act.head.child("nsubj:pass") is not None and act.head.subject() is not doer:
        states = {a.iso3 for a in named if a.kind == "person" and a.iso3}
        if len(states) == 1:
            iso3 = states.pop()
            return [Actor(reading.references.state(iso3), "state", iso3, named[0].start, named[0].end)]
    if any(reading.references.speaks_for_a_state(a) for a in named):
        return [a for a in named if a.kind != "place"]
    words = load("references")
    mine = asks and doer.lemma in lexicon().sets["directed"] and all(a.kind == "other" for a in named)
    if mine and any(reading.references.speaks_for_a_state(a) for a in holder):
        return holder
    if doer.lemma in words["government_nouns"] or doer.lemma in lexicon().sets["public"]:
        return named
    if found.modality in BINDING and not modal(found.trigger) and doer.lemma in lexicon().sets["texts"]:
        return reading.references.both(found.trigger)
    official = found.subject is not None and found.subject.lemma in words["government_nouns"]
    official = official and act.head.child("cop") is None  # "the pact should not be exclusive" is a stance
    if is_about_a_thing(reading, act, found.modality) and (official or any(a.kind in ACTING for a in holder)):
        return holder if found.modality == "pledged" else reading.references.both(found.trigger)
    private = any(a.kind in ACTING for a in named) or doer.lemma in words["actor_nouns"] or _has_name(doer)
    of_states = asks and any(reading.references.speaks_for_a_state(a) for a in holder)
    return named if private and (of_states or _names_state(reading, act.head)) else []


def _other(reading: Reading, asking: Actor) -> list[Actor]:
    """The other of the two states the text is about: of whom something is demanded, if nobody is named."""
    pair = reading.references.pair
    rest = [iso3 for iso3 in pair if iso3 != asking.iso3]
    if len(pair) != 2 or len(rest) != 1:
        return []
    return [Actor(reading.references.state(rest[0]), "state", rest[0], asking.start, asking.end)]


def _of_works(reading: Reading, found: Governed) -> list[Actor]:
    """Whose works they are that shall begin or end: the states named with them, else both ("work is due to start")."""
    thing, sets = found.subject or found.complement.actor, lexicon().sets
    if thing is None or thing.lemma not in sets["works"] or found.complement.head.lemma not in sets["stages"]:
        return []
    if found.modality not in {"planned", "expected"}:
        return []
    mentions = [m for i in range(thing.left, thing.right + 1) if (m := reading.references.at.get(i))]
    own = [m for m in mentions if m.entity.iso3]
    named = {
        m.entity.iso3: Actor(reading.references.state(m.entity.iso3), "state", m.entity.iso3, m.start, m.end)
        for m in own
    }
    return list(named.values()) or reading.references.both(thing)


def is_about_a_thing(reading: Reading, act: Complement, modality: str) -> bool:
    """Whether a wish or an agreement is put as what shall happen to a thing: "hoped that the deal will be ratified"."""
    thing = act.head.child("nsubj", "nsubj:pass") or act.head.child("nsubj:outer")
    bare = any(c.lower == "be" for c in act.head.all("aux:pass"))
    if act.kind != "that" or thing is None or modality not in {"agreed", "pledged", *CONTROLLING}:
        return False
    if modal(act.head) == "" and not bare:
        return False
    acting = any(a.kind in ACTING for a in reading.actors(thing))
    words = load("references")
    person = holds_office(thing) or thing.lemma in words["actor_nouns"] or thing.lemma in words["government_nouns"]
    return not acting and not person and not _has_name(thing)


def _has_name(noun: Token) -> bool:
    """Whether a noun is the name of somebody or of a firm that no list knows, and not of a text or of works."""
    sets = lexicon().sets
    known = noun.i > noun.sentence.tokens[0].i or noun.child("flat", "compound") is not None
    return noun.tag == "NNP" and known and noun.lemma not in sets["texts"] | sets["works"] | sets["concluded"]


def _names_state(reading: Reading, head: Token) -> bool:
    """Whether the sentence names a state, or both: what a firm undertakes counts where it touches one."""
    mentions = reading.mentions_in(head.sentence)
    named = any(m.entity.kind == "state" or m.entity.subtype == "capital" for m in mentions)
    return named or any(t.lower in load("references")["joint_plurals"] for t in head.sentence.tokens)


def towards(reading: Reading, by: list[Actor], first: int, last: int) -> list[Actor]:
    """Towards whom a single party acts: the first other state that the words of the act name."""
    if len(by) != 1:
        return []
    for i in range(first, last + 1):
        mention = reading.references.at.get(i)
        if mention and mention.start == i and mention.entity.kind in {"state", "person"}:
            iso3 = mention.entity.iso3
            if iso3 and iso3 != by[0].iso3:
                return [Actor(reading.references.state(iso3), "state", iso3, mention.start, mention.end)]
    return []
