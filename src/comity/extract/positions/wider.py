"""Stances that no verb of stance states: told to an envoy, given by a source, stirred in a capital."""

from __future__ import annotations

from collections.abc import Iterator

from comity.extract.draft import Draft
from comity.extract.positions.extents import bare
from comity.extract.positions.judging import tells_of_the_past
from comity.extract.positions.lexicon import lexicon
from comity.extract.positions.taking import ACTS, foreseen, stance, takers
from comity.extract.positions.telling import promises, refuses
from comity.language.actors import Actor
from comity.language.clauses import extent, modal
from comity.language.reading import Reading
from comity.language.speech import source_of
from comity.language.syntax import SUBJECTS, Token


def further(reading: Reading, token: Token) -> Iterator[Draft]:
    """The stances of the further kinds that a word opens."""
    words = lexicon()
    if token.lemma in words.stirred and token.tag.startswith("NN"):
        yield from _stirred(reading, token)
    elif _makes_clear(token):
        yield from _clear(reading, token)
    elif token.is_verb and token.lemma in words.telling and token.tag in {"VBN", "VBD"}:
        yield from _told(reading, token)
    elif token.lemma in words.opined and _cased(token, {"in"}):
        yield from _in_the_view(reading, token)
    elif token.tag == "VBN" and token.lemma in words.held_by and (token.child("aux:pass") or _apart(token)):
        yield from list(_held_by(reading, token)) or _withheld(reading, token)
    elif token.lemma in words.mattering and token.child("cop"):
        yield from _matters(reading, token)
    elif token.tag == "VBN" and token.lemma in words.unrecognised and token.child("aux:pass"):
        yield from _withheld(reading, token)
    elif token.is_root and (token.is_verb or token.child("cop")):
        yield from _by_source(reading, token)


def _apart(participle: Token) -> bool:
    """Whether a participle behind a comma tells more of a noun: "the plan, opposed by X, …"."""
    before = participle.sentence.tokens[participle.i - 1 - participle.sentence.tokens[0].i]
    return participle.dep == "acl" and before.text == ","


def _cased(noun: Token, wanted: set[str]) -> bool:
    return any(c.lower in wanted for c in noun.all("case"))


def _in_the_view(reading: Reading, view: Token) -> Iterator[Draft]:
    """ "In X's view, Y belongs to X"."""
    owner, clause = view.child("nmod:poss"), view.head
    subject = clause.child(*SUBJECTS)
    if owner is None or subject is None or subject.i < view.i or modal(clause) in ACTS:
        return
    first, last = subject.left, extent(clause, reading.tokens)[1]
    yield from stance(reading, clause, owner, *bare(reading.tokens, first, last), "view")


def _held_by(reading: Reading, verb: Token) -> Iterator[Draft]:
    """ "The plan is opposed by X", "the plan, opposed by X, …"."""
    agent = next((c for c in verb.all("obl:agent", "obl") if _cased(c, {"by"})), None)
    subject = verb.head if verb.dep == "acl" else verb.child("nsubj:pass")
    if agent is None or subject is None or foreseen(verb):
        return
    first = subject.left if subject.tag not in {"WDT", "PRP"} and verb.dep != "acl" else verb.i
    yield from stance(reading, verb, agent, *bare(reading.tokens, first, max(agent.right, verb.i)), "holding")


def _matters(reading: Reading, noun: Token) -> Iterator[Draft]:
    """ "The river is a priority for X"."""
    holder = next((c for c in noun.all("nmod") if _cased(c, {"for"})), None)
    subject = noun.child(*SUBJECTS)
    present = any(c.tag in {"VBZ", "VBP"} for c in noun.all("cop"))
    if holder is None or subject is None or not present or noun.child("mark"):
        return
    yield from stance(reading, noun, holder, *bare(reading.tokens, subject.left, noun.right), "matter")


def _stirred(reading: Reading, feeling: Token) -> Iterator[Draft]:
    """ "The plan has sparked fears in Bangkok that the river will fall": who has them stands in the phrase of place."""
    verb = feeling.head
    if feeling.dep not in {"obj", "nsubj:pass", "nsubj"} or verb.lemma not in lexicon().stirring:
        return
    places = (*feeling.all("nmod"), *verb.all("obl"))
    where = next((c for c in places if c.i > feeling.i and _in(c) and takers(reading, c)), None)
    if where is None or foreseen(verb):
        return
    first = min([feeling.i, *(c.left for c in feeling.all("amod", "compound"))])
    last = max([feeling.right, *(c.right for c in verb.all("obl", "ccomp", "advcl") if c.i > feeling.i)])
    yield from stance(reading, feeling, where, *bare(reading.tokens, first, last), "stirred")


def _withheld(reading: Reading, verb: Token) -> Iterator[Draft]:
    """ "The claim is not recognised by X", "has never been accepted in Bangkok": what X withholds from it."""
    denied = any(c.lower in {"not", "n't", "n’t", "never"} for c in verb.all("advmod"))
    theme = verb.child("nsubj:pass")
    by = (
        c for c in verb.all("obl:agent", "obl") if c.i > verb.i and any(x.lower in {"by", "in"} for x in c.all("case"))
    )
    holder = next((c for c in by if takers(reading, c)), None)
    if denied and theme is not None and holder is not None and not foreseen(verb):
        yield from stance(reading, verb, holder, *bare(reading.tokens, theme.left, verb.right), "withheld")


def _in(phrase: Token) -> bool:
    return any(c.lower in {"in", "among", "across"} for c in phrase.all("case"))


def _told(reading: Reading, verb: Token) -> Iterator[Draft]:
    """ "The envoy was told that the raid was unacceptable": what the host holds, where the text has two states."""
    clause = next((c for c in verb.children if c.dep == "ccomp" and c.i > verb.i), None)
    envoy = verb.child("nsubj:pass") or (verb.subject() if verb.dep == "conj" and verb.head.child("aux:pass") else None)
    if clause is None or envoy is None or verb.child("nsubj") or clause.lower not in lexicon().verdicts:
        return
    guests = {a.iso3 for a in reading.actors(envoy) if a.iso3} | _states(reading, envoy)
    pair = reading.references.pair
    hosts = [iso3 for iso3 in pair if iso3 not in guests]
    if len(pair) != 2 or len(guests) != 1 or len(hosts) != 1:
        return
    host = Actor(reading.references.state(hosts[0]), "state", hosts[0], envoy.left, envoy.right + 1)
    first = next(i for i in range(clause.left, clause.i + 1) if reading.tokens[i].dep != "mark")
    yield from stance(reading, clause, host, *bare(reading.tokens, first, extent(clause, reading.tokens)[1]), "told")


def _states(reading: Reading, noun: Token) -> set[str]:
    """The states whose names stand before a noun ("the Thai envoy")."""
    near = (reading.references.at.get(c.i) for c in noun.all("amod", "compound", "nmod:poss"))
    return {m.entity.iso3 for m in near if m is not None and m.entity.kind == "state"}


def _by_source(reading: Reading, root: Token) -> Iterator[Draft]:
    """ "No rights follow from it, according to X": what a source that can take a stance holds now."""
    source = source_of(root)
    subject = root.child(*SUBJECTS)
    if source is None or subject is None or modal(root) in ACTS or tells_of_the_past(root):
        return
    present = any(
        t.tag in {"VBZ", "VBP"} or t.lower in {"can", "cannot"} for t in (root, *root.all("aux", "aux:pass", "cop"))
    )
    inside = reading.tokens[subject.left : root.right + 1]
    present = present or root.lower in lexicon().verdicts
    marked = any(t.lower in lexicon().marks or t.lemma in lexicon().marks for t in inside if not t.within(source))
    if refuses(root) or (present and marked):
        end = source.left - 1 if source.i > root.i else root.right
        yield from stance(reading, root, source, *bare(reading.tokens, subject.left, end), "source")


def _makes_clear(verb: Token) -> bool:
    """ "made (it) clear that"."""
    return verb.lemma == "make" and verb.is_verb and any(c.lower == "clear" for c in verb.all("xcomp", "ccomp"))


def _clear(reading: Reading, verb: Token) -> Iterator[Draft]:
    """ "X made clear that Y is Z"."""
    plain = next(c for c in verb.all("xcomp", "ccomp") if c.lower == "clear")
    clause = next((c for c in (*plain.children, *verb.children) if c.i > plain.i and c.child("mark", *SUBJECTS)), None)
    subject = verb.doer()
    if clause is None or subject is None or foreseen(verb) or modal(clause) in ACTS or promises(clause):
        return
    first, last = clause.left, extent(clause, reading.tokens)[1]
    while first < clause.i and reading.tokens[first].dep == "mark":
        first += 1
    yield from stance(reading, verb, subject, *bare(reading.tokens, first, last), "stating")
