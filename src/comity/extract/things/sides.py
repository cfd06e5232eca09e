"""Who takes part in a thing: the parties its name gives, those that act on it, else the pair the text is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from comity.extract.things.phrases import Phrase, papers, words
from comity.language.actors import Actor
from comity.language.entities import Mention
from comity.language.gazetteer import Entry, gazetteer
from comity.language.reading import Reading
from comity.language.syntax import Sentence, Token
from comity.model import Span

_FAR = 22
_LONGEST = 6


@dataclass(frozen=True, slots=True)
class Party:
    """One who takes part: canonical name and the words (tokens ``start`` to ``end``) that name it."""

    name: str
    start: int
    end: int


def parties(reading: Reading, found: Phrase, verb: Token | None = None) -> list[Party]:
    """Those who take part in a thing with this name, states for their leaders and capitals; empty where none is named.

    ``verb`` is the act on it, whose subject takes part.
    """
    named = _between(reading, found)
    if len(named) >= 2:
        return named
    named = _distinct([*_modifying(reading, found), *named])
    if len(named) >= 2:
        return named
    partners = _with(reading, found, verb)
    doers = _doers(reading, verb) if verb is not None else []
    return _distinct([*doers, *named, *partners])


def completed(reading: Reading, given: list[Party], sentence: Sentence) -> list[Party]:
    """The parties, with the other state of the pair where only one of them is named.

    Where the one named is outside the pair, the state of the pair that the sentence names is the other.
    """
    pair = reading.pair()
    if len(given) >= 2 or len(pair) < 2:
        return given
    if not given:
        return [Party(name, -1, -1) for name in pair]
    if given[0].name in pair:
        return [*given, *(Party(name, -1, -1) for name in pair if name != given[0].name)]
    here = {p.name: p for m in reading.mentions_in(sentence) for p in _party(reading, m)}
    return [*given, *(here[name] for name in pair if name in here)][:2]


def named_within(reading: Reading, first: int, last: int) -> list[Party]:
    """The states that the words of a name hold, also where the whole was taken for the name of one body.

    A list that goes on behind the name ("of A and B") is read to its end.
    """
    out: list[Party] = []
    i, stop = first, reading.tokens[first].sentence.tokens[-1].i
    while i <= last or (i <= stop and out and reading.tokens[i].text in {"and", ","} and _state_at(reading, i + 1)):
        entry = _state_at(reading, i)
        if entry is not None:
            out.append(Party(entry.name, i, i + entry.length))
        joined = i > last
        i += entry.length if entry is not None else 1
        last = max(last, i if joined else i - 1) if entry is not None or joined else last
    return _distinct(out)


def _state_at(reading: Reading, i: int) -> Entry | None:
    """The name or adjective of a state that begins at a token."""
    if i >= len(reading.tokens) or not reading.tokens[i].text[0].isupper():
        return None
    entry = gazetteer().match([t.text for t in reading.tokens[i : i + 6]], 0)
    return entry if entry is not None and entry.kind in {"state", "demonym"} and not entry.weak else None


def put_parties(given: Iterable[Party], reading: Reading) -> tuple[tuple[str, ...], list[Span]]:
    """Names and spans of the parties for a field."""
    given = list(given)
    return tuple(p.name for p in given), [reading.words(p.start, p.end - 1) for p in given if p.start >= 0]


def _between(reading: Reading, found: Phrase) -> list[Party]:
    """ "between X and Y", "among X, Y and Z" after the name."""
    stop = found.head.sentence.tokens[-1].i
    for i in range(found.last + 1, min(stop, found.last + _FAR) + 1):
        token = reading.tokens[i]
        if token.lower in words("between"):
            return _stretch(reading, i + 1, min(stop, i + 30))
        if token.text in {";"} or token.tag in {"VBD", "VBZ", "VBP"}:
            return []
    return []


def _with(reading: Reading, found: Phrase, act: Token | None) -> list[Party]:
    """ "with X" after the name, or between the act and the name ("talks with X over a pact")."""
    stop = found.head.sentence.tokens[-1].i
    if act is not None and act.i < found.first:
        for token in reading.tokens[act.i + 1 : found.first]:
            if token.lower in words("together"):
                return _stretch(reading, token.i + 1, found.first - 1)
    for i in range(found.last + 1, min(stop, found.last + _FAR) + 1):
        token = reading.tokens[i]
        if token.lower in words("together"):
            return _stretch(reading, i + 1, min(stop, i + 12))
        if token.text in {";", ","} or token.tag in {"VBD", "VBZ", "VBP"}:
            return []
    return []


def _stretch(reading: Reading, first: int, stop: int) -> list[Party]:
    """The parties of a coordinated phrase that begins at ``first``: names one by one, "the two sides" as the pair."""
    tokens = reading.tokens
    out: list[Party] = []
    i = first
    while i <= stop:
        token = tokens[i]
        mention = reading.references.at.get(i)
        if mention is not None:
            out += _party(reading, mention)
            i = max(i + 1, mention.end)
            continue
        if token.tag in {"VBD", "VBZ", "VBP", "VBN", "VBG", "MD", "WDT", "IN", "TO"} and token.lower != "of":
            break
        if token.text in {";", ":", "."} or token.lower in words("ends") - {"its"}:
            break
        if token.tag in {"NNS", "NN"} and not out:
            out += [
                p for a in reading.actors(token) if a.kind in {"state", "org"} for p in [Party(a.name, a.start, a.end)]
            ]
        if token.text == "," and not _goes_on(reading, i):
            break
        i += 1
    return _distinct(out)


def _goes_on(reading: Reading, i: int) -> bool:
    """Whether a list of names goes on after the comma at ``i``."""
    return i + 1 < len(reading.tokens) and (
        reading.tokens[i + 1].tag in {"NNP", "NNPS", "CC"} or reading.references.at.get(i + 1) is not None
    )


def _modifying(reading: Reading, found: Phrase) -> list[Party]:
    """States within or right before the name: "China-Laos agreement", "Sino-Russian", "Vietnam's … with China"."""
    out: list[Party] = []
    first = found.first
    if found.determiner == "'s":
        owner = found.head.child("nmod:poss")
        if owner is not None:
            out += [Party(a.name, a.start, a.end) for a in state_actors(reading, owner)]
    for i in range(first, found.last + 1):
        mention = reading.references.at.get(i)
        if (
            mention is not None
            and mention.start == i
            and mention.entity.kind == "state"
            and mention.end <= found.head.i
        ):
            out += _party(reading, mention)
    return _distinct(out)


def _doers(reading: Reading, verb: Token) -> list[Party]:
    """The subject of the act, or the agent of a passive."""
    token = verb
    if not verb.is_verb:
        token = next((a for a in verb.ancestors() if a.is_verb), verb)
    subject = _concluding(token) or token.subject()
    if subject is not None and token.child("nsubj:pass") is subject:
        subject = None
    if subject is None or subject.i > verb.i + 8:
        agent = next(
            (c for c in token.children if c.dep in {"obl", "obl:agent"} and any(x.lower == "by" for x in c.children)),
            None,
        )
        subject = agent
    if subject is None:
        return []
    if subject.lower in {"which", "who", "that"} and token.dep == "acl:relcl":
        subject = token.head
    return [Party(a.name, a.start, a.end) for a in state_actors(reading, subject)]


def _concluding(verb: Token) -> Token | None:
    """Who concluded the paper that an infinitive tells of: X and Y of "X and Y signed a pact to build a road"."""
    top = verb.head if verb.dep == "conj" else verb
    paper = top.head
    told = top.dep == "acl" and top.tag == "VB" and paper.dep == "obj" and paper.lemma in papers()
    return paper.head.subject() if told and paper.head.is_verb else None


def state_actors(reading: Reading, head: Token) -> list[Actor]:
    """The actors of a phrase, persons as the state they act for, others only where a body acts."""
    out: list[Actor] = []
    for actor in (_state_of(reading, a) for a in reading.actors(head)):
        body = actor.kind == "other" and head.lemma in words("actor_words") and actor.end - actor.start <= _LONGEST
        body = body and not (head.tag == "NNS" and words("sides").intersection(actor.name.lower().split()))
        fits = actor.kind in {"state", "org"} or body
        if fits and actor.name not in {a.name for a in out}:
            out.append(actor)
    return out


def is_public(reading: Reading, party: Party) -> bool:
    """Whether a party is a state or a body, not a mere company."""
    mention = reading.references.at.get(party.start)
    return mention is None or mention.entity.kind == "state" or mention.entity.subtype != "company"


def _state_of(reading: Reading, actor: Actor) -> Actor:
    """A person as the state that the person acts for."""
    if actor.kind != "person" or not actor.iso3:
        return actor
    return Actor(reading.references.state(actor.iso3), "state", actor.iso3, actor.start, actor.end)


def _party(reading: Reading, mention: Mention) -> Iterator[Party]:
    entity = mention.entity
    if (
        entity.kind == "org"
        and entity.name.startswith(tuple(words("governments_of")))
        and (own := named_within(reading, mention.start, mention.end - 1))
    ):
        yield from own[:1]  # "the Government of Mongolia"
        return
    if entity.kind == "org" and entity.name in words("governments_alone"):
        return
    capital = entity.kind == "place" and entity.subtype in {"capital", "metonym"}
    if entity.kind in {"state", "org"}:
        yield Party(entity.name, mention.start, mention.end)
    elif entity.iso3 and (entity.kind == "person" or capital):
        yield Party(reading.references.state(entity.iso3), mention.start, mention.end)


def _distinct(given: Iterable[Party]) -> list[Party]:
    out: list[Party] = []
    for party in given:
        if party.name not in {p.name for p in out}:
            out.append(party)
    return out
