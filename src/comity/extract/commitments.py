"""Commitments: statements that a party will, should or is asked to act in future (codebook section 8)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from comity.extract.draft import Draft, draft
from comity.language.clauses import BASE_FORMS, Complement, complements, coordinated, extent, modal
from comity.language.reading import Reading
from comity.language.references import Actor
from comity.language.syntax import SUBJECTS, Token
from comity.vocab import load


@dataclass(frozen=True, slots=True)
class Governor:
    """A word that governs a future act: the modality it gives, and whether it takes a clause, a phrase or both."""

    modality: str
    clause: bool = True
    phrase: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """``vocab/commitments.yaml`` turned round: word to governor."""

    verbs: dict[str, Governor]
    adjectives: dict[str, str]
    nouns: dict[str, str]
    modals: dict[str, str]
    prepositions: dict[str, frozenset[str]]
    sets: dict[str, frozenset[str]]


@cache
def lexicon() -> Lexicon:
    """The lexicon of governing words."""
    data: dict[str, Any] = load("commitments")
    verbs: dict[str, Governor] = {}
    for modality, group in data["verbs"].items():
        for verb in group["clause"]:
            verbs.setdefault(verb, Governor(modality, True, verb in group["phrase"]))
        for verb in group["phrase"]:
            verbs.setdefault(verb, Governor(modality, verb in group["clause"], True))
    return Lexicon(
        verbs=verbs,
        adjectives={w: m for m, ws in data["adjectives"].items() for w in ws},
        nouns={w: m for m, ws in data["nouns"].items() for w in ws},
        modals=data["modals"],
        prepositions={verb: frozenset(words) for verb, words in data["prepositions"].items()},
        sets={
            name: frozenset(data[name])
            for name in ("weak", "expressing", "need", "reaffirming", "stance", "continuing", "events", "empty")
        },
    )


def commitments(reading: Reading) -> list[Draft]:
    """The commitments of a document, one for each governed act, in document order."""
    claimed: dict[int, Draft] = {}
    for sentence in reading.sentences:
        if sentence.block.zone == "headline":
            continue
        for token in sentence.tokens:
            for made in _of(reading, token):
                if made.at not in claimed:
                    claimed[made.at] = made
    return [claimed[i] for i in sorted(claimed)]


def _of(reading: Reading, token: Token) -> Iterator[Draft]:
    if token.is_verb and token.lemma in lexicon().verbs:
        yield from _governed(reading, token, lexicon().verbs[token.lemma])
    elif token.lower in lexicon().adjectives and (
        token.child("cop", "aux:pass") or token.dep in {"xcomp", "acl", "advcl", "conj"}
    ):
        yield from _inclined(reading, token)
    elif token.lemma in lexicon().nouns and token.tag.startswith("NN"):
        yield from _expressed(reading, token)
    if token.is_verb or token.pos in {"ADJ", "NOUN", "VERB"}:
        yield from _modal(reading, token)


def _governed(reading: Reading, verb: Token, governor: Governor) -> Iterator[Draft]:
    """ "agreed to V", "called on X to V", "suggested that X V", "called for N"."""
    if verb.lower in lexicon().adjectives and (verb.child("aux:pass") or verb.child("cop")):
        return
    subject = verb.subject()
    if verb.child("nsubj:pass") and governor.modality not in {"expected", "planned"}:
        subject = None
    if (
        governor.modality in {"planned", "hoped"}
        and verb.tag in {"VBD", "VBN"}
        and verb.lemma in lexicon().sets["weak"]
    ):
        return
    found = [c for c in complements(verb) if _is_act(verb, governor, c)] if governor.clause else []
    for c in found:
        yield from _draft(reading, verb, governor.modality, c, subject)
    if found or not governor.phrase:
        return
    for head in _phrases(verb):
        yield from _draft(reading, verb, governor.modality, Complement(head, "phrase"), subject)


def _is_act(verb: Token, governor: Governor, c: Complement) -> bool:
    """Whether a complement is a future act: infinitives and gerunds are, clauses where their modal or mood says so."""
    if c.head.lemma in lexicon().sets["empty"] and c.kind != "infinitive":
        return False
    if c.kind == "that":
        if governor.modality == "planned":
            return False
        return c.modal in lexicon().modals or (c.head.tag in BASE_FORMS and governor.modality in {"proposed", "urged"})
    return True


def _phrases(verb: Token) -> Iterator[Token]:
    """The noun phrases that are themselves the act: "called for N", "proposed N"; one for each repeated preposition."""
    wanted = lexicon().prepositions.get(verb.lemma)
    for child in verb.children:
        if child.i < verb.i or not child.tag.startswith("N"):
            continue
        cases = {c.lower for c in child.children if c.dep == "case"}
        if wanted is None and child.dep == "obj":
            yield child
        elif wanted and child.dep in {"obl", "nmod"} and cases & (wanted | {"for"}):
            yield child
            yield from (
                x for x in child.conjuncts[1:] if any(c.dep == "case" and c.lower in wanted for c in x.children)
            )
        elif verb.lemma == "advocate" and child.dep == "obl" and "for" in cases:
            yield child


def _inclined(reading: Reading, token: Token) -> Iterator[Draft]:
    """ "is ready to V", "are set to V", "is expected to V"."""
    subject = token.child(*SUBJECTS) or token.subject()
    for c in complements(token):
        if c.kind in {"infinitive", "gerund"} and subject is not None:
            yield from _draft(reading, token, lexicon().adjectives[token.lower], c, subject)


def _expressed(reading: Reading, noun: Token) -> Iterator[Draft]:
    """ "expressed readiness to V", "their commitment to V-ing", "plans to V", "hopes that X will V"."""
    holder = _holder(noun)
    if holder is None:
        return
    modality = lexicon().nouns[noun.lemma]
    for c in complements(noun):
        if c.kind != "that" or c.modal:
            yield from _draft(reading, noun, modality, c, holder)


def _holder(noun: Token) -> Token | None:
    """Whose plan or promise it is: the possessor, or the subject of the verb that expresses it."""
    owner = noun.child("nmod:poss")
    if owner is not None:
        return owner
    for c in noun.children:
        if c.dep == "nmod" and any(x.lower in {"by", "of", "from"} for x in c.children if x.dep == "case"):
            return c
    verb = noun.head
    if verb.is_verb and verb.lemma in lexicon().sets["expressing"]:
        return verb.subject()
    return None


def _modal(reading: Reading, head: Token) -> Iterator[Draft]:
    """ "X will V", "both sides should V": main clauses and clauses of report."""
    word = modal(head)
    modality = lexicon().modals.get(word)
    if modality in {None, "expected"} or head.lemma in lexicon().sets["empty"]:
        return
    if head.dep in {"advcl", "acl", "acl:relcl"} and modality == "pledged" and head.dep != "acl:relcl":
        return
    subject = head.subject()
    if subject is None:
        return
    governed = head.head if head.dep in {"ccomp", "conj"} else None
    if governed is not None and governed.lemma in lexicon().verbs and head.dep == "ccomp":
        return
    if modality == "pledged" and len(reading.actors(subject)) > 1:
        modality = "agreed"
    assert modality is not None
    for verb in coordinated(head):
        if verb is head or not modal(verb):
            yield from _draft(reading, head, modality, Complement(verb, "that", None, word), subject)


def _draft(reading: Reading, trigger: Token, modality: str, c: Complement, subject: Token | None) -> Iterator[Draft]:
    lists = lexicon().sets
    if c.kind != "phrase" and c.head.lemma in lists["events"] and modality in {"planned", "expected", "pledged"}:
        return
    doer = c.actor or (
        subject
        if modality not in {"urged", "proposed"} or c.kind == "that" and c.actor is None and trigger is c.head
        else None
    )
    holder = reading.actors(subject) if subject is not None else []
    by = _by(reading, modality, doer, holder, trigger)
    if by is None:
        return
    first, last = extent(c.head, list(reading.tokens))
    if c.kind == "phrase":
        first = c.head.left
        while first < c.head.i and reading.tokens[first].dep in {"case", "det"}:
            first += 1
    if last < first or (last == first and c.kind != "phrase" and last - first < 1 and not c.head.children):
        return
    made = draft(reading, "commitment", f"commitment.{modality}.{trigger.lemma}", trigger)
    made.at = c.head.i
    _speaker(made, reading, trigger, holder)
    made.put("by", tuple(a.name for a in by), *[reading.words(a.start, a.end - 1) for a in by[:1]])
    to = _towards(reading, by, first, last)
    made.put("to", tuple(a.name for a in to), *[reading.words(a.start, a.end - 1) for a in to])
    made.put("action", reading.text_of(first, last), reading.words(first, last))
    made.put("modality", modality, reading.words(trigger.i, trigger.i))
    _due(made, reading, trigger, first, last)
    if _again(trigger, c.head):
        made.put("reaffirmed", True)
    if modality == "expected" and made.certainty == "asserted" and trigger.lower in lexicon().adjectives:
        made.certainty, made.cue = "hedged", reading.words(trigger.i, trigger.i)
    yield made


def _by(reading: Reading, modality: str, doer: Token | None, holder: list[Actor], trigger: Token) -> list[Actor] | None:
    """Who is to act, or None where no actor that can commit is named."""
    if doer is not None:
        found = reading.actors(doer)
        acting = [a for a in found if a.kind in {"person", "state", "org"}]
        if acting:
            return acting
        return found if found and _may_act(doer) else None
    if not holder and modality not in {"urged", "proposed"}:
        return None
    if not any(a.kind in {"person", "state", "org"} for a in holder):
        return None
    token = reading.tokens[holder[0].start] if holder else trigger
    return reading.references._both(token) or None


def _may_act(head: Token) -> bool:
    words = load("references")
    return head.lemma in words["actor_nouns"] or head.lemma in words["government_nouns"]


def _towards(reading: Reading, by: list[Actor], first: int, last: int) -> list[Actor]:
    """Towards whom a single party acts: the other state that the act names after with, for, to or as object."""
    own = {a.iso3 for a in by}
    if len(by) != 1:
        return []
    out: list[Actor] = []
    for i in range(first, last + 1):
        mention = reading.references.at.get(i)
        if mention is None or mention.start != i or mention.entity.kind not in {"state", "person"}:
            continue
        e = mention.entity
        if e.iso3 and e.iso3 not in own and e.iso3 not in {a.iso3 for a in out}:
            out.append(Actor(reading.references.state(e.iso3), "state", e.iso3, mention.start, mention.end))
    return out[:1]


def _speaker(made: Draft, reading: Reading, trigger: Token, holder: list[Actor]) -> None:
    """Whoever promises, proposes or asks vouches for it; joint acts and the narrator's view have no speaker."""
    if made.speaker or len(holder) != 1 or trigger.tag == "MD" or not trigger.is_verb:
        return
    if lexicon().verbs.get(trigger.lemma, Governor("planned")).modality in {"planned", "expected", "agreed"}:
        return
    made.speaker = holder[0].name


def _due(made: Draft, reading: Reading, trigger: Token, first: int, last: int) -> None:
    """A time by which, if the act or its governing clause gives one that lies ahead."""
    start, end = reading.tokens[first].start, reading.tokens[last].end
    for date in reading.dates_in(start, end):
        if date.edtf and (date.future or not reading.anchor or date.edtf[:10] >= reading.anchor[: len(date.edtf[:10])]):
            made.put("due", date.edtf, reading.span(date.span.start, date.span.end), basis=date.basis)
            return


def _again(trigger: Token, head: Token) -> bool:
    sets = lexicon().sets
    if trigger.lemma in sets["reaffirming"] or head.lemma in sets["continuing"]:
        return True
    governor = trigger.head
    return governor.is_verb and governor.lemma in sets["reaffirming"] | sets["stance"] and not trigger.is_verb
