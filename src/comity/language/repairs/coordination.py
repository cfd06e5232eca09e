"""Verbs of a row that the parser hung onto a noun: "called X a threat, expelled Y and threatened to V".

Also the verb of a sentence whose subject carries a clause of its own ("X, who arrived on Monday, called on Y") and the
adjective "due", which the parser takes for part of the infinitive behind it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from comity.language.repairs.mending import lemma_of
from comity.language.repairs.words import FINITE, NAMES, SUBJECTS, words
from comity.language.tree import adopt, as_verb, hang, replace
from comity.vocab import load

if TYPE_CHECKING:
    from comity.language.syntax import Token

DOUBLED = 5
"""Letters that a past form with a doubled consonant has at least ("planned")."""
PASTS = frozenset({"VBD", "VBN"})
NOUNS = NAMES | {"NN", "NNS"}
JOINED = FINITE | {"VBN"}
"""Tags of verbs that may go on with a row."""
MOVED = frozenset({"cop", "aux", "csubj", "nsubj", "nsubj:outer", "advmod", "punct"})
JOINS = frozenset({"and", "but", ",", "or"})


def mend_rows(tokens: Sequence[Token]) -> None:
    """Mend the coordinated verbs of one sentence, in place."""
    for token in tokens:
        if token.lower == "due" and token.dep == "mark":
            _due(token)
        if token.is_root and token.tag in NOUNS:
            _behind_clause(token, tokens)
    for token in tokens:
        _past(token)
        joined = _before(token, tokens) if token.tag == "VBN" and token.dep == "amod" else ""
        if joined == "," or (joined == "and" and _opens_phrase(token, tokens)):
            _listed(token, joined)
        elif token.tag in JOINED and token.dep == "conj":
            _finite(token, tokens)
        if token.tag in PASTS:
            _particle(token, tokens)


def mend_late_rows(tokens: Sequence[Token]) -> None:
    """Tensed verbs hung onto a verb behind a modal, when the verb above is known: "trusts that X will V, and Zs"."""
    for token in tokens:
        if token.dep == "conj" and token.tag in {"VBZ", "VBD"} and token.head.tag == "VB":
            _finite(token, tokens)


def _before(token: Token, tokens: Sequence[Token]) -> str:
    """The word before a token, adverbs left out, in lower case; empty at the beginning."""
    at = token.i - 1 - tokens[0].i
    while at > 0 and tokens[at].tag == "RB":
        at -= 1
    return tokens[at].lower if at >= 0 else ""


def _past(verb: Token) -> None:
    """A participle with a subject and no auxiliary is in the past; so is an irregular one read as something else."""
    misread = verb.tag in {"JJ", "NN", "VB", "VBP"} and verb.lower in words("irregular_pasts")
    if misread and verb.child("xcomp", "obj", "ccomp"):
        as_verb(verb, "VBD", load("pipeline")["irregular_pasts"][verb.lower])
        return
    if verb.tag == "VB" and verb.lower.endswith("ed") and not verb.lower.endswith("eed"):
        doubled = len(verb.lower) > DOUBLED and verb.lower[-3] == verb.lower[-4]
        base = verb.lower[:-3] if doubled else verb.lemma
        as_verb(verb, "VBD", lemma_of(verb.lower, base, "VBD"))  # "Committed to V", an item of a list
        return
    bare = verb.tag == "VB" and verb.is_root and verb.child("nsubj") and not verb.child("aux", "mark", "cop")
    if bare:
        verb.tag = "VBD" if verb.lower in words("unchanging_verbs") else "VBP"
    plain = verb.tag == "VBN" and verb.dep in {"ROOT", "ccomp", "parataxis"}
    if plain and verb.child("nsubj") and not verb.child("aux", "aux:pass", "cop"):
        verb.tag = "VBD"


def _above(token: Token) -> Token | None:
    """The nearest verb above a word that has a subject and stands before it."""
    for above in token.ancestors():
        tensed = above.tag in FINITE or (above.is_verb and above.child("aux") is not None)
        if tensed and above.i < token.i and above.subject() is not None:
            return above
        if above.dep in {"acl:relcl", "advcl"} and not (above.tag == "VBG" and not above.child("mark")):
            return None
    return None


def _finite(verb: Token, tokens: Sequence[Token]) -> None:
    """ "called it a threat and threatened to V": a tensed verb goes with a tensed verb, not with a noun or gerund."""
    head = verb.head
    nominal = head.tag.startswith(("N", "J")) and head.child("cop") is None
    infinite = head.tag in {"VBG", "VB"}
    if not (nominal or infinite) or _before(verb, tokens) not in JOINS or verb.child(*SUBJECTS):
        return
    foreseen = head.tag == "VB" and any(c.tag == "MD" for c in head.all("aux")) and verb.tag in {"VBZ", "VBD"}
    above = _above(head if foreseen else verb)
    past = above is not None and (above.tag in PASTS) == (verb.tag in PASTS)
    past = past or (foreseen and above is not None and any(c.tag == verb.tag for c in above.all("aux")))
    if (
        above is None
        or not past
        or (verb.tag == "VBN" and not verb.child("obj") and head.tag != "VB")
        or head.tag == "VBN"
    ):
        return
    if verb.child("aux:pass"):
        return
    hang(verb, above, "conj")
    verb.tag = "VBD" if verb.tag == "VBN" and above.tag == "VBD" else verb.tag


def _opens_phrase(verb: Token, tokens: Sequence[Token]) -> bool:
    """Whether a noun phrase of its own begins behind a participle: "and invited Finnish companies"."""
    after = tokens[verb.i + 1 - tokens[0].i]
    return after.tag in {"DT", "PRP$"} or after.text[:1].isupper()


def _listed(verb: Token, joined: str) -> None:
    """ "called X illegal, expelled Y's ambassador": behind a comma, the participle governs the noun phrase."""
    noun = verb.head
    while noun.dep in {"nmod:poss", "compound", "amod", "nmod:desc"} and noun.head.i > noun.i:
        noun = noun.head
    below = noun.dep in {"conj", "appos", "list"} and noun.head.i < verb.i
    if not below or any(c.lower == "by" for c in verb.children) or (joined == "," and noun.child("cc")):
        return
    above = _above(noun)
    if above is None or above.tag != "VBD":
        return
    old = next((a for a in noun.ancestors() if a.is_verb), above)
    hang(verb, above, "conj")
    as_verb(verb, "VBD")
    later = [c for c in noun.children if (c.dep == "conj" and c.is_verb) or c.dep == "cc"]
    asked = [c for c in old.children if c.dep == "xcomp" and c.tag == "VB" and c.i > noun.i] if old.tag == "VBG" else []
    hang(noun, verb, "obj")
    adopt([*later, *asked], verb)


def _particle(verb: Token, tokens: Sequence[Token]) -> None:
    """ "handed over the radars", its particle read as a preposition."""
    at = verb.i + 1 - tokens[0].i
    particle = tokens[at] if at < len(tokens) else verb
    wanted = load("pipeline")["particle_verbs"].get(verb.lemma, ())
    noun = particle.head
    if particle.dep != "case" or particle.lower not in wanted or noun.head is not verb or noun.dep != "obl":
        return
    if verb.child("obj") is not None:
        return
    hang(particle, verb, "compound:prt")
    noun.dep = "obj"


def _due(due: Token) -> None:
    """ "was due to meet": the infinitive hangs on the adjective, not the adjective on it."""
    verb = due.head
    if verb.tag != "VB":
        return
    replace(verb, due)
    due.tag, due.pos = "JJ", "ADJ"
    mine = [c for c in verb.children if c.i < due.i and c.dep in MOVED]
    adopt(mine, due)
    for c in due.all("nsubj:outer"):
        c.dep = "nsubj"
    for c in [c for c in due.children if c.dep == "fixed"]:
        hang(c, verb, "mark")
    clause = next((c for c in due.children if c.dep == "csubj" and c.tag == "VBN"), None)
    subject = next((c for c in clause.children if c.dep in {"nsubj", "nsubj:pass"}), None) if clause else None
    if clause is not None and subject is not None:
        hang(subject, due, "nsubj")
        hang(clause, subject, "acl")
    for c in due.children:
        if c.dep == "aux":
            c.dep = "cop"
    hang(verb, due, "xcomp")


def _behind_clause(noun: Token, tokens: Sequence[Token]) -> None:
    """ "X, who arrived on Monday, also called on Y" and "X proceeded to Y": the verb was hung onto the subject."""
    verb = next((c for c in noun.children if c.dep == "acl" and c.i > noun.i and c.tag in PASTS), None)
    verb = verb or _behind_aside(noun, tokens)
    if verb is None or verb.child(*SUBJECTS, "aux", "aux:pass") or any(c.lower == "by" for c in verb.children):
        return
    clause = next((c for c in noun.children if c.dep == "acl:relcl" and c.i < verb.i), None)
    named = any(c.dep == "appos" and c.tag in NAMES and c.i < verb.i for c in noun.children)
    closed = (clause is not None or named) and _before(verb, tokens) == ","
    if not closed and verb.tag != "VBD":
        return
    others = [c for c in noun.children if c is not verb and c is not clause and not (c.tag == "VB" and c.i > verb.i)]
    if any(c.dep in {"cop", "aux"} or c.is_verb for c in others):
        return
    replace(noun, verb)
    as_verb(verb, "VBD")
    hang(noun, verb, "nsubj")
    adopt([c for c in noun.children if c.i > verb.i], verb)
    for act in verb.all("acl"):
        act.dep = "xcomp" if act.tag == "VB" else act.dep


def _behind_aside(noun: Token, tokens: Sequence[Token]) -> Token | None:
    """ "X, on a visit to Y, chaired Z": the verb hung onto a phrase between commas."""
    asides = [c for c in noun.children if c.dep in {"nmod", "appos", "obl"} and c.i > noun.i]
    verbs = [v for aside in asides for v in aside.children if v.tag == "VBD" and v.dep == "acl" and v.i > aside.i]
    return next((v for v in verbs if noun.tag in NAMES and _before(v, tokens) == ","), None)
