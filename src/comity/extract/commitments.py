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
from comity.language.speech import is_speech
from comity.language.syntax import SUBJECTS, Token
from comity.model import Span
from comity.vocab import load

CONTROLLING = frozenset({"urged", "proposed", "hoped"})
"""Modalities under which the object of the governing word is who is to act."""
CONTRASTING = frozenset({"while", "whereas", "as"})
NEVER = frozenset({"never", "not", "n't", "n’t"})
NEGATIONS = frozenset({"n't", "n’t"})
QUOTE_MARKS = frozenset("\"“‘'«")


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
        covered: list[Span] = []
        for token in sentence.tokens:
            for made in _of(reading, token):
                action = made.fields["action"].quotes[0]
                if made.at in claimed or any(s.start <= action.start and action.end <= s.end for s in covered):
                    continue
                claimed[made.at] = made
                covered.append(action)
    return [claimed[i] for i in sorted(claimed)]


def _of(reading: Reading, token: Token) -> Iterator[Draft]:
    words = lexicon()
    if token.pos in {"VERB", "AUX", "ADJ", "NOUN"}:
        yield from _modal(reading, token)
    if token.lower in words.adjectives and _is_predicate(token):
        yield from _inclined(reading, token)
    elif token.is_verb and token.lemma in words.verbs:
        yield from _governed(reading, token, words.verbs[token.lemma])
    elif token.lemma in words.nouns and token.tag.startswith("NN"):
        yield from _expressed(reading, token)


def _is_predicate(token: Token) -> bool:
    """Whether an adjective or participle is said of somebody: "is ready", "remains committed", "expected to"."""
    if token.child("cop", "aux:pass"):
        return True
    return (
        not token.is_root and token.dep in {"xcomp", "acl", "advcl", "conj", "acl:relcl"} and token.tag in {"JJ", "VBN"}
    )


def _governed(reading: Reading, verb: Token, governor: Governor) -> Iterator[Draft]:
    """ "agreed to V", "called on X to V", "suggested that X V", "called for N"."""
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
    phrases = list(_phrases(verb)) if governor.phrase else []
    if phrases and found and verb.lemma in lexicon().prepositions and phrases[0].i < found[0].head.i:
        found = []
    found = found or _bare_clause(verb, governor) or [Complement(h, "phrase", _agent(h)) for h in phrases]
    for c in found:
        yield from _draft(reading, verb, governor.modality, c, subject)


def _bare_clause(verb: Token, governor: Governor) -> list[Complement]:
    """ "suggested the sides strengthen X and expand Y", where the parser took the sides for the object."""
    sides = verb.child("obj")
    if governor.modality not in {"proposed", "urged"} or sides is None or sides.tag not in {"NNS", "NNPS", "NNP"}:
        return []
    tokens = verb.sentence.tokens
    offset = tokens[0].i
    heads = [t for t in tokens[sides.i + 1 - offset :] if t.tag in BASE_FORMS]
    if not heads or heads[0].i > sides.i + 2:
        return []
    first = heads[0]
    later = [
        t for t in heads[1:] if t.dep == "conj" and t.head in {sides, first} and tokens[t.i - 1 - offset].lower == "and"
    ]
    ends = [*(t.i - 2 for t in later), verb.sentence.tokens[-1].i - 1]
    return [Complement(h, "that", sides, last=end) for h, end in zip([first, *later], ends, strict=True)]


def _agent(noun: Token) -> Token | None:
    """Who does what a noun names: "investment by X"."""
    return next((c for c in noun.all("nmod", "obl") if any(x.lower == "by" for x in c.all("case"))), None)


def _is_act(verb: Token, governor: Governor, c: Complement) -> bool:
    """Whether a complement is a future act: infinitives and gerunds are, clauses where their modal or mood says so."""
    if c.head.lemma in lexicon().sets["empty"] and c.kind != "infinitive":
        return False
    if verb.lemma in lexicon().prepositions and c.kind == "that":
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
        if wanted is None and child.dep == "obj" and (verb.lemma != "offer" or verb.child("iobj")):
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
    if subject is None:
        return
    modality = lexicon().adjectives[token.lower]
    found = [c for c in complements(token) if c.kind in {"infinitive", "gerund"}]
    for c in found:
        yield from _draft(reading, token, modality, c, subject)
    if not found and token.lemma in {"committed", "commit"}:
        for c in token.children:
            if c.dep == "obl" and c.i > token.i and any(x.lower == "to" for x in c.children):
                yield from _draft(reading, token, modality, Complement(c, "phrase"), subject)


def _expressed(reading: Reading, noun: Token) -> Iterator[Draft]:
    """ "expressed readiness to V", "their commitment to V-ing", "with plans to V", "hopes that X will V"."""
    holder = _holder(noun)
    joint = holder is None and _accompanies(noun)
    if holder is None and not joint:
        return
    modality = lexicon().nouns[noun.lemma]
    found = [c for c in complements(noun) if c.kind != "that" or c.modal]
    for c in found:
        yield from _draft(reading, noun, modality, c, holder, joint=joint)
    if not found and modality in {"planned", "urged", "pledged"}:
        for c in noun.children:
            if (
                c.dep == "nmod"
                and c.i > noun.i
                and any(x.lower in {"for", "of"} for x in c.children if x.dep == "case")
            ):
                if modality != "pledged" or noun.lemma in {"vow", "pledge", "promise"}:
                    yield from _draft(reading, noun, modality, Complement(c, "phrase"), holder, joint=joint)
                return


def _accompanies(noun: Token) -> bool:
    """Whether the noun stands in a "with" phrase beside the statement: "…, with plans to V"."""
    return noun.dep in {"obl", "nmod", "advcl"} and any(
        c.lower == "with" for c in noun.children if c.dep in {"case", "mark"}
    )


def _holder(noun: Token) -> Token | None:
    """Whose plan or promise it is: the possessor, or the subject of the verb that expresses it."""
    owner = noun.child("nmod:poss")
    if owner is not None:
        return owner
    for c in noun.children:
        if c.dep == "nmod" and any(x.lower in {"by", "of", "from"} for x in c.children if x.dep == "case"):
            return c
    verb = noun.head
    if verb.is_verb and verb.lemma in lexicon().sets["expressing"] and noun.dep != "nsubj":
        return verb.subject()
    return None


def _modal(reading: Reading, head: Token) -> Iterator[Draft]:
    """ "X will V", "both sides should V": main clauses and clauses of report."""
    word = modal(head)
    if not word:
        return
    modality = lexicon().modals.get(word, "")
    if word == "would" and (_reported(head) or any(c.lower in NEVER for c in head.all("advmod"))):
        modality = "pledged"
    if modality in {"", "expected"} or head.lemma in lexicon().sets["empty"] or head.child("cop"):
        return
    if head.dep in {"advcl", "acl"} and not any(c.lower in CONTRASTING for c in head.all("mark")):
        return
    subject = head.child("nsubj") or (head.subject() if head.dep in {"conj", "acl:relcl"} else None)
    if subject is None:
        return
    if head.dep == "ccomp" and head.head.lemma in lexicon().verbs:
        return
    if modality == "pledged" and len(reading.actors(subject)) > 1:
        modality = "agreed"
    for verb in coordinated(head):
        if verb is head or not modal(verb):
            yield from _draft(reading, head, modality, Complement(verb, "that", None, word), subject)


def _reported(head: Token) -> bool:
    """Whether the clause is what somebody said in the past, so that its "would" was a "will"."""
    return head.dep == "ccomp" and head.head.tag in {"VBD", "VBN"} and is_speech(head.head)


def _draft(
    reading: Reading, trigger: Token, modality: str, c: Complement, subject: Token | None, *, joint: bool = False
) -> Iterator[Draft]:
    foreseen = modality in {"planned", "expected"} or bool(modal(trigger))
    if c.kind != "phrase" and foreseen and c.head.lemma in lexicon().sets["events"]:
        return
    asks = modality in {"urged", "proposed"} and trigger is not c.head and not modal(trigger)
    holder = reading.actors(subject) if subject is not None else []
    by = (
        reading.references.both(trigger)
        if joint
        else _by(reading, c.actor or (None if asks else subject), holder, asks)
    )
    if not by:
        return
    first, last = _act(reading, c)
    if first > last:
        return
    made = draft(reading, "commitment", f"commitment.{modality}.{trigger.lemma}", trigger)
    made.at = c.head.i
    _speaker(made, trigger, modality, holder)
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


def _act(reading: Reading, c: Complement) -> tuple[int, int]:
    """First and last token of the act; verbs that share one object ("manage and resolve disputes") stay together."""
    tokens = reading.tokens
    head = c.head
    if c.kind == "phrase":
        first = head.left
        while first < head.i and (tokens[first].dep in {"case", "det"} or tokens[first].text in QUOTE_MARKS):
            first += 1
        return first, extent(head, tokens)[1]
    first, last = extent(head, tokens)
    last = c.last if c.last is not None else last
    while first < head.i and tokens[first].lower in NEGATIONS:
        first += 1
    if c.last is None:
        last = _with_purpose(c.head, last)
    return first, last


def _with_purpose(head: Token, last: int) -> int:
    """Take in the "to" clause that follows the act and says what for, where the parser hung it onto the governor."""
    for sibling in head.head.children:
        follows = sibling.left in {last + 1, last + 2} and sibling.dep == "advcl" and sibling.tag in BASE_FORMS
        if head.dep in {"xcomp", "advcl"} and follows and any(x.lower == "to" for x in sibling.all("mark")):
            return sibling.right
    return last


def _by(reading: Reading, doer: Token | None, holder: list[Actor], asks: bool) -> list[Actor]:
    """Who is to act; empty where no actor that can commit is named. Whoever asks without an addressee asks both."""
    if doer is not None:
        found = reading.actors(doer)
        if any(a.kind in {"person", "state", "org"} for a in found):
            return [a for a in found if a.kind != "place"]
        return found if _may_act(doer) else []
    if asks and any(a.kind in {"person", "state", "org"} for a in holder):
        return reading.references.both(reading.tokens[holder[0].start])
    return []


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


def _speaker(made: Draft, trigger: Token, modality: str, holder: list[Actor]) -> None:
    """Whoever promises, proposes, asks or hopes in person vouches for it; for a state only what it utters as one."""
    if made.speaker or len(holder) != 1 or modal(trigger):
        return
    uttered = modality in {"pledged", "proposed", "urged"}
    in_person = holder[0].kind == "person" and (uttered or modality == "hoped")
    if in_person or (holder[0].kind in {"state", "org"} and uttered and trigger.is_verb):
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
