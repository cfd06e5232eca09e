"""Stances without a word of stance: whole clauses in quotation marks, judgements in a name, past denials."""

from __future__ import annotations

from collections.abc import Sequence

from comity.extract.commitments.lexicon import lexicon as commitments
from comity.extract.draft import Draft
from comity.extract.positions.lexicon import lexicon
from comity.language.syntax import SUBJECTS, Token

OPENING = frozenset('"“«')
CLOSING = frozenset('"”»')
POINTING = frozenset({"this", "these", "i", "there"})
NEAR = 2
"""So many words around a clause are looked at for its quotation marks."""
DENYING = frozenset({"no", "not", "n't", "n’t", "never", "nothing", "neither"})


def quoted_whole(clause: Token) -> bool:
    """ "X bears the blame," he said: a whole clause that stands in quotation marks and pays no compliment."""
    tokens = clause.sentence.tokens
    subject = clause.child(*SUBJECTS)
    if clause.lower in {"good", "great", "positive"} and clause.child("cop") is not None:
        return False
    if subject is None or subject.lower in POINTING or clause.lemma in commitments().verbs:
        return False  # "We want to V" is a plan
    first, last = clause.left - tokens[0].i, clause.right - tokens[0].i
    opened = any(t.text in OPENING for t in tokens[max(0, first - 1) : first + 1])
    closed = any(t.text in CLOSING for t in tokens[last : last + NEAR + 1])
    inside = tokens[first : last + 1]
    return opened and closed and not any(t.lemma in lexicon().courtesies | lexicon().pleased for t in inside)


def judgement(verb: Token) -> Token | None:
    """What a verb of naming calls something, where that judges: "called it a breach", "calls discriminatory".

    A name with a capital or with "the" is what the thing is called, and judges nothing.
    """
    if verb.lemma not in lexicon().naming:
        return None
    if verb.dep == "acl:relcl" and not _beside(verb):
        return None  # "those whom X deems dangerous"
    for called in (*verb.all("xcomp", "obl:unmarked"), *verb.all("obj")[1:]):
        if called.i > verb.i and (
            called.tag in {"JJ", "VBN", "VBG"} or any(c.lower in {"a", "an"} for c in called.all("det"))
        ):
            return called
    return None


def _beside(verb: Token) -> bool:
    """Whether a relative clause only adds something: a comma stands before it."""
    tokens = verb.sentence.tokens
    at = verb.left - tokens[0].i
    return tokens[at].text == "," or (at > 0 and tokens[at - 1].text in {",", "and"})


def judged(verb: Token) -> bool:
    """Whether a verb of naming judges what it names."""
    called = judgement(verb)
    return called is not None and called.lemma not in lexicon().courtesies


def told_as(phrase: Token) -> bool:
    """Whether a phrase behind the object goes on with it: no adverbial clause but "as unfair"."""
    return phrase.dep != "advcl" or any(c.lower == "as" for c in phrase.all("mark", "case"))


def denies_then(verb: Token, clause: Token) -> bool:
    """ "Said its dealings were aimed at no third party": a denial that is reported in the past."""
    be = next((c for c in clause.all("cop", "aux:pass") if c.tag == "VBD"), None)
    be = be or (clause if clause.child("expl") and clause.tag == "VBD" else None)  # "there were no claims"
    subject = clause.child(*SUBJECTS)
    if verb.tag != "VBD" or be is None or subject is None or clause.dep not in {"ccomp", "conj"}:
        return False
    behind = [t for t in clause.sentence.tokens if be.i < t.i <= clause.right]
    return bool(behind) and any(t.lower in DENYING for t in behind) and clause.lemma not in lexicon().undecided


def undecided(clause: Token) -> bool:
    """ "Said no decision has been made": what is not yet done is a report."""
    subject = clause.child(*SUBJECTS)
    none = subject is not None and any(c.lower == "no" for c in subject.all("det"))
    perfect = any(c.lemma == "have" for c in clause.all("aux"))
    return none and perfect and clause.lemma in lexicon().undecided | {"accept", "receive", "come", "offer", "respond"}


def within_others(made: Sequence[Draft]) -> list[Draft]:
    """Without those whose words are part of another stance: "not accept it" in "We do not accept it"."""
    return [d for d in made if not any(_holds(other, d) for other in made)]


def _holds(other: Draft, one: Draft) -> bool:
    wide, span = (d.fields["stance"].quotes[0] for d in (other, one))
    longer = wide.end - wide.start > span.end - span.start
    return longer and wide.start <= span.start and span.end <= wide.end and other.names("by") == one.names("by")


def tells_of_the_past(root: Token) -> bool:
    """ "The diaspora has contributed a lot": what has been done is no stance, what has always been held is one."""
    state = root.tag != "VBN" and not root.child("cop")
    been = any(c.lower == "been" for c in root.all("cop", "aux:pass")) and root.lower not in lexicon().verdicts
    perfect = any(c.lemma == "have" for c in root.all("aux")) and (been or not root.child("aux:pass"))
    perfect = perfect and not state and root.lemma != "share"  # "we have shared interests"
    steady = any(c.lower in {"always", "never", "long", "consistently", "repeatedly"} for c in root.all("advmod"))
    return perfect and not steady
