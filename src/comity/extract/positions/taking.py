"""Who takes a stance, and the record of it."""

from __future__ import annotations

from collections.abc import Iterator

from comity.extract.commitments.governed import ASKING
from comity.extract.commitments.lexicon import lexicon
from comity.extract.draft import Draft, draft
from comity.extract.unnamed import holds_office, state_beside
from comity.language.actors import Actor
from comity.language.clauses import BASE_FORMS, modal
from comity.language.reading import Reading
from comity.language.syntax import Token
from comity.vocab import load

ACTS = frozenset({"will", "shall", "should", "must", "would"})
"""Modals that make a clause a commitment rather than a stance."""


def foreseen(verb: Token) -> bool:
    """Whether a verb tells of what is to come, only of a purpose, or of what is asked ("demanded that X respect Y")."""
    return _asked_for(verb) or modal(verb) in ACTS or any(c.lower == "to" for c in verb.all("mark"))


def _asked_for(verb: Token) -> bool:
    """Whether a bare form stands behind a verb that asks and does not only inform."""
    if verb.dep != "ccomp" or verb.tag not in BASE_FORMS or verb.lower != verb.lemma or verb.head.i > verb.i:
        return False
    governor = lexicon().verbs.get(verb.head.lemma)
    informs = verb.head.lemma in lexicon().sets["informing"] or modal(verb)
    return governor is not None and governor.modality in ASKING and not informs


def stance(
    reading: Reading,
    trigger: Token,
    subject: Token | Actor,
    first: int,
    last: int,
    rule: str,
    *,
    owner: Token | None = None,
) -> Iterator[Draft]:
    """The record of what ``subject`` holds, its words from ``first`` to ``last``; none where nobody can hold it.

    ``owner`` is the subject of the clause that is stated: a state that says of itself what it holds.
    """
    holders = [subject] if isinstance(subject, Actor) else takers(reading, subject)
    if not holders or first > last:
        return
    own = takers(reading, owner) if owner is not None else []
    theirs = {a.iso3 for a in holders}
    by = own if own and all(a.kind == "state" and (a.iso3 in theirs or not theirs - {""}) for a in own) else holders
    made = draft(reading, "position", f"position.{rule}.{trigger.lemma}", trigger)
    if not made.speaker and len(holders) == 1 and rule == "stating":
        made.speaker = holders[0].name
    words = reading.words(first, last)
    held = made.cue is not None and (words.overlaps(made.cue) or trigger.lemma in {"deny", "refute", "reject"})
    if made.certainty == "denied" and held:
        made.certainty, made.cue = "asserted", None
    made.put("by", tuple(a.name for a in by), *[reading.words(a.start, a.end - 1) for a in by[:1]])
    made.put("stance", reading.text_of(first, last), words)
    made.at = last
    yield made


def issued_by(owner: Token) -> bool:
    """Whether a phrase beside a statement says whose it is: "Chad's", "from Chad's ministry"."""
    return owner.dep == "nmod:poss" or any(c.lower in {"from", "by", "of"} for c in owner.all("case"))


def takers(reading: Reading, head: Token) -> list[Actor]:
    """Who can take a stance: states, bodies, persons who act for one, and what speaks for them."""
    words = load("references")
    found = reading.actors(head)
    taking = [a for a in found if a.kind in {"state", "org"} or (a.kind == "person" and a.iso3)]
    if taking or any(a.kind == "person" for a in found):
        return taking
    if holds_office(head) and (state := state_beside(reading, head)) is not None:
        return [state]
    if head.lemma in {"statement", "communique", "declaration"}:
        issuer = next((c for c in head.all("nmod:poss", "nmod") if issued_by(c)), None)
        if issuer is not None:
            return [a for a in reading.actors(issuer) if a.kind in {"state", "org"}]
        joint = any(c.lower == "joint" for c in head.all("amod")) or head.lemma != "statement"
        return reading.references.both(head) if joint else []
    unnamed = any(c.lower in {"a", "an"} for c in head.all("det"))  # "a country that asserts its neutrality"
    return found if head.lemma in words["government_nouns"] and head.tag.startswith("NN") and not unnamed else []
