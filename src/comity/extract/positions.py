"""Positions: stances without a future act (codebook section 11)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from comity.extract.draft import Draft, draft
from comity.language.clauses import complements, extent, modal
from comity.language.reading import Reading
from comity.language.references import Actor
from comity.language.syntax import SUBJECTS, Token
from comity.vocab import load

ACTS = frozenset({"will", "shall", "should", "must", "would"})
"""Modals that make a clause a commitment rather than a stance."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """``vocab/positions.yaml`` as sets."""

    holding: frozenset[str]
    stating: frozenset[str]
    needing_mark: frozenset[str]
    marks: frozenset[str]
    expressing: frozenset[str]
    nouns: dict[str, frozenset[str]]


@cache
def lexicon() -> Lexicon:
    """The lexicon of stances."""
    data = load("positions")
    sets = {name: frozenset(data[name]) for name in ("holding", "stating", "needing_mark", "marks", "expressing")}
    return Lexicon(**sets, nouns={noun: frozenset(words) for noun, words in data["nouns"].items()})


def positions(reading: Reading) -> list[Draft]:
    """The positions of a document, at most one for each stating or holding verb, in document order."""
    out: list[Draft] = []
    for sentence in reading.sentences:
        if sentence.block.zone == "headline":
            continue
        reach = -1
        for token in sentence.tokens:
            if token.i <= reach:
                continue
            for made in _of(reading, token):
                out.append(made)
                reach = max(reach, made.at)
    return out


def _of(reading: Reading, token: Token) -> Iterator[Draft]:
    words = lexicon()
    if token.is_verb and token.lemma in words.holding:
        yield from _held(reading, token)
    elif token.is_verb and token.lemma in words.stating:
        yield from _stated(reading, token)
    elif token.lemma in words.nouns and token.tag.startswith("NN"):
        yield from _named(reading, token)


def _held(reading: Reading, verb: Token) -> Iterator[Draft]:
    """ "China opposes X", "Cambodia has denied that X"."""
    if verb.tag == "VBG" and verb.dep not in {"advcl", "conj"} or verb.child("nsubj:pass") or _foreseen(verb):
        return
    subject = verb.subject()
    if subject is None or not _said(verb) or (verb.dep == "conj" and verb.head.lemma in lexicon().holding):
        return
    first = min([verb.i, *(c.left for c in verb.children if c.dep == "advmod" and c.i < verb.i)])
    yield from _draft(reading, verb, subject, first, extent(verb, reading.tokens)[1], "holding")


def _said(verb: Token) -> bool:
    """Whether the verb has something to say it about."""
    return any(c.i > verb.i and c.dep in {"obj", "ccomp", "obl", "xcomp"} for c in verb.children)


def _stated(reading: Reading, verb: Token) -> Iterator[Draft]:
    """ "Xi stressed the need to X", "he said no country should X", "described X as Y"."""
    subject = verb.subject()
    if subject is None or verb.child("nsubj:pass") or _foreseen(verb):
        return
    content = verb.child("ccomp", "obj", "obl", "parataxis")
    if content is None or any(c.head is content for c in complements(verb) if c.kind == "infinitive"):
        return
    if content.dep in {"ccomp", "parataxis"} and (modal(content) in ACTS or content.lemma in lexicon().holding):
        return
    if verb.lemma in lexicon().needing_mark and not _marked(reading, content):
        return
    if content.dep == "obl" and verb.lemma not in {"warn", "caution", "insist"}:
        return
    if content.dep == "obj" and content.lemma in load("commitments")["nouns_of_will"]:
        return
    first = content.left
    while first < content.i and reading.tokens[first].dep in {"mark", "case", "punct"}:
        first += 1
    by = content.child(*SUBJECTS) if content.dep == "ccomp" else None
    last = content.right if content.i > verb.i or content.right < verb.left else extent(content, reading.tokens)[1]
    yield from _draft(reading, verb, subject, first, last, "stating", owner=by)


def _marked(reading: Reading, content: Token) -> bool:
    marks = lexicon().marks
    return any(t.lower in marks or t.lemma in marks for t in reading.tokens[content.left : content.right + 1])


def _named(reading: Reading, noun: Token) -> Iterator[Draft]:
    """ "expressed full support for X", "X's opposition to Y"."""
    wanted = lexicon().nouns[noun.lemma]
    if not any(
        x.lower in wanted for c in noun.children if c.i > noun.i for x in c.children if x.dep in {"case", "mark"}
    ):
        return
    owner = noun.child("nmod:poss")
    if owner is None and noun.head.is_verb and noun.head.lemma in lexicon().expressing:
        owner = noun.head.subject()
    if owner is not None:
        first = max(noun.left, owner.right + 2) if owner.head is noun else noun.left
        yield from _draft(reading, noun, owner, min(first, noun.i), noun.right, "named")


def _foreseen(verb: Token) -> bool:
    return modal(verb) in ACTS or any(c.lower == "to" for c in verb.all("mark"))


def _draft(
    reading: Reading, trigger: Token, subject: Token, first: int, last: int, rule: str, *, owner: Token | None = None
) -> Iterator[Draft]:
    holders = _takers(reading, subject)
    if not holders or first > last:
        return
    own = _takers(reading, owner) if owner is not None else []
    by = own if own and all(a.kind == "state" for a in own) else holders
    made = draft(reading, "position", f"position.{rule}.{trigger.lemma}", trigger)
    if not made.speaker and len(holders) == 1 and rule == "stating":
        made.speaker = holders[0].name
    if trigger.lemma in {"deny", "refute", "reject"} and made.certainty == "denied":
        made.certainty, made.cue = "asserted", None
    made.put("by", tuple(a.name for a in by), *[reading.words(a.start, a.end - 1) for a in by[:1]])
    made.put("stance", reading.text_of(first, last), reading.words(first, last))
    made.at = last
    yield made


def _takers(reading: Reading, head: Token) -> list[Actor]:
    """Who can take a stance: states, bodies, persons who act for one, and what speaks for them."""
    words = load("references")
    found = reading.actors(head)
    taking = [a for a in found if a.kind in {"state", "org"} or (a.kind == "person" and a.iso3)]
    if taking or any(a.kind == "person" for a in found):
        return taking
    speaking = head.lemma in words["government_nouns"] or head.lemma in {"statement", "communique", "declaration"}
    return found if speaking and head.tag.startswith("NN") else []
