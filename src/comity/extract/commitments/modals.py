"""Future acts told by a modal or by "is to": "X will V", "both sides should V", "X is to V"."""

from __future__ import annotations

from collections.abc import Iterator

from comity.extract.commitments.governed import Governed, holder_of
from comity.extract.commitments.lexicon import lexicon
from comity.extract.commitments.settled import aimed, seeing_to, settled, shared_subject
from comity.language.clauses import Complement, coordinated, modal
from comity.language.reading import Reading
from comity.language.speech import is_speech, speech_subject
from comity.language.syntax import SUBJECTS, Token

PAST = frozenset({"VBD", "VBN"})


def by_modal(reading: Reading, head: Token) -> Iterator[Governed]:
    """ "X will V", "both sides should V", "X is to V": main clauses and clauses of report."""
    if head.child("nsubj:outer") is not None and head.child("nsubj") is not None:
        yield from by_copula(head)
        return
    word = modal(head)
    modality = modality_of(word, head) if word else "planned" if _is_to(head) else ""
    if word == "would" and modality == "expected" and _dated(reading, head):
        modality = "pledged"
    becoming = head.lemma == "become" and _is_to(head)
    stative = (head.lemma in lexicon().sets["empty"] and not becoming) or (
        head.child("cop") and not _is_to(head) and not _lasts(head, word)
    )
    no_deed = head.lemma in lexicon().sets["courtesies"] or (_of_a_thing(head) and head.child("nsubj:pass"))
    no_deed = no_deed or (head.lemma in lexicon().sets["telling"] and head.child("ccomp"))
    if modality in {"", "expected"} or stative or no_deed:
        return
    subject = next((c for c in head.all("nsubj", "nsubj:outer") if not c.is_verb), None) or shared_subject(head)
    shares = head.dep == "acl:relcl" or (head.dep == "conj" and head.child("nsubj:pass") is None)
    subject = subject or (head.subject() if shares else None)
    subject = subject or _passive_agent(head) or _deployed(reading, head)
    subject = seeing_to(reading, head, subject) or subject or _answering(reading, head, modality)
    if subject is None:
        yield from () if _subordinate(head) else settled(reading, head, modality)
        return
    if _subordinate(head) or any(c.lower == "no" for c in subject.all("det")):
        return
    if _is_to(head) and (purpose := lexicon().nouns.get(subject.lemma)):
        yield from aimed(reading, head, subject, purpose)
        return
    if modality == "pledged" and len(reading.actors(subject)) > 1:
        modality = "planned" if head.lemma in lexicon().sets["talking"] else "agreed"
    for verb in coordinated(head):
        if verb is head or not (modal(verb) or verb.child(*SUBJECTS)):
            yield Governed(head, modality, Complement(verb, "that", None, word), subject)


def by_copula(head: Token) -> Iterator[Governed]:
    """ "X's hope is that Y will V", "the plan is for Y to V": a noun of will, and the act as what is said of it."""
    outer, subject = head.child("nsubj:outer"), head.child("nsubj")
    if outer is None or subject is None or outer.lemma not in lexicon().nouns or not head.child("cop"):
        return
    marked = [c.lower for c in head.all("mark")]
    if "that" in marked or "for" in marked:
        holder = holder_of(outer)
        for verb in coordinated(head):
            yield Governed(outer, lexicon().nouns[outer.lemma], Complement(verb, "that", subject, modal(head)), holder)


def _lasts(head: Token, word: str) -> bool:
    """ "X will never be a threat", "we will always be there for you"."""
    lasting = any(c.lower in lexicon().sets["lasting"] for c in head.all("advmod"))
    return lasting and word in {"will", "shall", "'ll", "would"}


def _is_to(head: Token) -> bool:
    """Whether the clause says "X is to V"."""
    to = next((c for c in head.all("mark") if c.lower == "to"), None)
    be = [c for c in head.all("aux", "cop", "aux:pass") if to is not None and c.lemma == "be" and c.i < to.i]
    if any(c.lower == "yet" for c in head.all("advmod")):
        return False
    passive = head.tag == "VBN" and any(c.lower == "be" for c in head.all("aux:pass"))
    return bool(be) and (head.tag == "VB" or passive)


def _of_a_thing(head: Token) -> bool:
    """ "Issues will be discussed", "the visit will be used": what only befalls a thing is nobody's promise."""
    return head.lemma in lexicon().sets["no_deeds"]


def _passive_agent(head: Token) -> Token | None:
    """Who acts in "visas will be issued by X"; nobody does in "will be issued by June"."""
    if not head.child("nsubj:pass"):
        return None
    return head.child("obl:agent")


def _deployed(reading: Reading, head: Token) -> Token | None:
    """ "X's police are to be deployed": those who are sent are the state's own."""
    subject = head.child("nsubj:pass")
    if subject is not None and subject.lemma in lexicon().sets["people"]:
        return None
    if subject is None or not subject.tag.startswith("N") or _names_state(reading, subject):
        return None  # "X will be punished": done to it
    return subject if any(a.kind == "state" for a in reading.actors(subject)) else None


def _names_state(reading: Reading, noun: Token) -> bool:
    """Whether a noun is the name of a state itself, not of its people or things."""
    mention = reading.mention_at(noun)
    return mention is not None and mention.entity.kind == "state"


def _answering(reading: Reading, head: Token, modality: str) -> Token | None:
    """ "X said its soil would not be used against Y": whoever says what shall become of a thing answers for it."""
    thing = head.child("nsubj:pass")
    if modality != "pledged" or thing is None or not thing.tag.startswith("N") or _names_state(reading, thing):
        return None
    reporter = speech_subject(head)
    holders = reading.actors(reporter) if reporter is not None else []
    return reporter if any(reading.references.speaks_for_a_state(a) for a in holders) else None


def modality_of(word: str, head: Token) -> str:
    """What a modal gives: "would" is a promise only as a reported "will" or with "never", "may" with "neither"."""
    if word == "may" and (subject := head.child("nsubj")):
        neither = subject.lower == "neither" or any(c.lower == "neither" for c in subject.all("det"))
        return "agreed" if neither else ""
    if word == "would" and (reported(head) or any(c.lower in lexicon().sets["negations"] for c in head.all("advmod"))):
        return "pledged"
    return lexicon().modals.get(word, "")


def _dated(reading: Reading, head: Token) -> bool:
    """ "X and Y would form a group by November 30": told of what was settled; with a condition it is supposed."""
    if not head.is_root or any(c.dep == "advcl" and c.child("mark") for c in head.children):
        return False
    until = (c for c in head.all("obl") if any(x.lower in lexicon().sets["until"] for x in c.all("case")))
    return any(d.edtf for c in until for d in reading.dates_in(c.head.start, reading.tokens[c.right].end))


def _subordinate(head: Token) -> bool:
    """Whether the clause is no statement of its own, or the complement of another governing word."""
    if head.dep in {"advcl", "acl"}:
        if _is_to(head) and [c.lower for c in head.all("mark")] == ["to"] and head.child("nsubj", "nsubj:outer"):
            return False  # "Once that is done, X is to V", taken for what the clause behind it says
        return not any(c.lower in lexicon().sets["contrasting"] for c in head.all("mark"))
    insisting = head.head.lemma in lexicon().sets["insisting"] and modal(head) in lexicon().sets["promising"]
    if head.dep == "csubj" and any(c.lower in lexicon().sets["negations"] for c in head.head.all("advmod")):
        return True  # "it is not right that X should V"
    governed = head.head.lemma in lexicon().verbs and head.head.lemma not in lexicon().sets["informing"]
    return head.dep in {"ccomp", "csubj"} and governed and not insisting


def reported(head: Token) -> bool:
    """Whether the clause is what somebody said in the past, so that its "would" was a "will"."""
    lone = head.child("nsubj", "nsubj:pass") is None and head.head.child("ccomp") is not None
    if head.dep == "conj" and (lone or any(c.lower == "that" for c in head.all("mark"))) and is_speech(head.head):
        return _is_past(head.head)  # "was telling them that X, and that Y would V"
    while head.dep == "conj" and head.head.i < head.i:
        head = head.head
    if any(c.dep == "parataxis" and c.tag in PAST and is_speech(c) for c in head.children):
        return True  # "X, he said, was ready to V and would V"
    report = head.head
    adding = report.tag == "VBG" and report.dep in {"advcl", "acl"} and report.head.tag in PAST
    return head.dep == "ccomp" and (_is_past(report) or adding) and is_speech(report)


def _is_past(report: Token) -> bool:
    """ "said", "was telling"."""
    return report.tag in PAST or (report.tag == "VBG" and any(c.tag == "VBD" for c in report.all("aux")))
