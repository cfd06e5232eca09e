"""How firmly something is said: asserted, hedged, conditional or denied, with the word that makes it so."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from comity.language.syntax import Token
from comity.vocab import load

FINITE = frozenset({"VBD", "VBZ", "VBP"})
"""Tags of verbs that make a clause of their own, even where a noun carries it."""


@cache
def _cues() -> dict[str, dict[str, frozenset[str]]]:
    return {name: {k: frozenset(v) for k, v in part.items()} for name, part in load("certainty").items()}


def certainty(head: Token) -> tuple[str, Token | None]:
    """Certainty of the statement whose predicate or noun is ``head``, with the cue; cue None where it is asserted.

    Looks at the head's own modifiers, then at its governors as long as they only embed it ("is believed to …",
    "reportedly said that …"), and at the conditional clause beside it.
    """
    token, embedded = head, False
    for depth in range(5):
        found = (embedded and _embedding(token)) or _own(token, inner=depth == 0) or _undone(token)
        if found:
            return found
        if (denial := _charged(token)) is not None:
            return "denied", denial
        if token.is_root or token.dep in {"acl:relcl", "parataxis"} or (token.dep == "acl" and token.tag in FINITE):
            break
        if token.dep == "advcl" and (mark := token.child("mark")) and mark.lower in _cues()["conditional"]["markers"]:
            return "conditional", mark
        if token.dep == "advcl" and token.tag == "VBG" and not token.child("mark") and not _right_behind(token):
            break  # "rejected X, demanding Y": an act of its own
        token, embedded = token.head, token.dep != "conj" and not _beside(token)
    return "asserted", None


def _right_behind(gerund: Token) -> bool:
    """Whether a gerund follows its verb at once, and so is what the verb is about: "ruled out V-ing"."""
    particles = {c.i for c in gerund.head.all("compound:prt")}
    return gerund.head.is_verb and gerund.i - 1 in particles | {gerund.head.i}


def _charged(clause: Token) -> Token | None:
    """The verb that denies the charge which a clause tells: "denied allegations that it had shelled a village"."""
    charge = clause.head
    told = clause.dep == "acl" or (clause.dep == "acl:relcl" and len(clause.all("obj")) > 1)
    denied = _cues()["denied"]
    above = charge.head if told and charge.lemma in denied["charges"] else clause
    return above if above is not clause and above.is_verb and above.lemma in denied["verbs"] | {"reject"} else None


def _beside(token: Token) -> bool:
    """Whether a phrase only stands beside what is said: "was considered after the talks", not "was seen as a threat".

    So does what is judged: that a visit was seen as a threat leaves no doubt about the visit.
    """
    if token.dep == "nsubj:pass" and token.tag.startswith("N") and token.head.lower in _cues()["hedged"]["judging"]:
        return True
    return token.dep == "obl" and not any(c.lower in {"as", "of"} for c in token.all("case"))


def _embedding(token: Token) -> tuple[str, Token] | None:
    """What a governor makes of the clause below it; a clause coordinated with the governor is none of its business."""
    cues = _cues()
    hedged, denied = cues["hedged"], cues["denied"]
    if token.lemma in hedged["telling"] | denied["verbs"] and (untold := _untold(token)):
        return "hedged", untold
    if token.lower in hedged["participles"] and token.tag in {"VBN", "VBD"} and token.child("aux:pass"):
        return "hedged", token
    if (token.lower in hedged["adjectives"] and token.child("cop")) or token.lemma in hedged["verbs"]:
        return "hedged", token
    return ("denied", token) if token.lemma in denied["verbs"] and token.is_verb else None


def _untold(token: Token) -> Token | None:
    """What leaves open whether it is so: "declined to confirm that", "did not deny that", "would not say whether"."""
    while token.dep == "conj" and token.head.tag == token.tag and not _joined(token):
        token = token.head
    above = token.head
    if token.dep == "xcomp" and above.lemma in _cues()["hedged"]["silence"] and above.tag != "MD":
        return None if _negated(above) else above
    negation = _negated(token)
    return _joined(token) or (negation[1] if negation else None)


def until_then(verb: Token) -> Token | None:
    """The "until" of "did not sign a treaty until 1980": it did so then; None where there is none."""
    if _negated(verb) is None:
        return None
    behind = verb.sentence.tokens[verb.i - verb.sentence.tokens[0].i :]
    near = pairwise(behind)
    return next((a for a, b in near if a.lower in _cues()["denied"]["limits"] and b.tag in {"CD", "NNP"}), None)


def unmade(verb: Token) -> Token | None:
    """The word that tells that what a verb names was not done: "stopped short of V-ing", "neither V-ed nor V-ed".

    Also that of the verbs before it in its row; None where nothing tells it.
    """
    while True:
        if word := _joined(verb) or _kept_from(verb):
            return word
        if verb.dep != "conj" or verb.head.tag != verb.tag or verb.tag not in {"VB", "VBG"}:
            return None
        verb = verb.head


def _joined(token: Token) -> Token | None:
    """The "neither" or "nor" that joins a clause to another."""
    denied = _cues()["denied"]
    return next((c for c in token.all("cc", "cc:preconj") if c.lower in denied["joining"] and token.is_verb), None)


def _kept_from(token: Token) -> Token | None:
    """What keeps a verb below it from being done: "hesitated to V", "voted against V-ing", "far from V-ing"."""
    denied, above = _cues()["denied"], token.head
    if token.is_root or not token.is_verb:
        return None
    if token.dep in {"xcomp", "advcl"} and token.tag == "VB" and above.lemma in denied["undone"]:
        return None if _negated(above) else above
    if token.tag != "VBG":
        return None
    marks = {c.lower for c in token.all("mark", "case")}
    resolved = "against" in marks and above.lemma in denied["resolving"]
    shrunk = above.lemma in denied["shrinking"] and (marks & {"from", "at"} or _right_behind(token))
    if above.is_verb and (resolved or shrunk):
        return None if _negated(above) else above
    if not marks & denied["sparing"]:
        return None
    near = (above, *above.all("advmod", "compound:prt"), *token.all("advmod", "case", "mark"))
    found = next((c for c in near if c.lower in denied["distances"] and c.i < token.i), None)
    clear = found is None or _negated(found) or _negated(above) or (found.head is above and above.lemma == "go")
    return None if clear else found


def _undone(token: Token) -> tuple[str, Token] | None:
    """What tells that a deed is still to be done: "failed to V", "has yet to V", "construction has not begun"."""
    denied, above = _cues()["denied"], token.head
    if kept := _kept_from(token):
        return "denied", kept
    if token.dep == "xcomp" and above.lemma == "have" and (yet := _pending(above)):
        return "denied", yet
    if (mark := token.child("mark")) and mark.lower == "to" and (yet := _pending(token)):
        return "denied", yet
    if not token.dep.startswith(("nsubj", "csubj")):
        return None
    near = (c for c in (above, *above.children) if c is not token)
    begins = next((c for c in near if c.lemma in denied["aspects"] and c.is_verb), None)
    if begins is None or begins.dep == "advcl":
        return None
    return _negated(begins) or (_undone(begins) if not begins.dep.startswith(("nsubj", "csubj")) else None)


def _negated(token: Token) -> tuple[str, Token] | None:
    """The negation beside a word."""
    negators = _cues()["denied"]["negators"]
    return next((("denied", c) for c in token.children if c.dep in {"advmod", "det"} and c.lower in negators), None)


def _neither(token: Token) -> Token | None:
    """What says it of nobody and nothing: "neither side may V", a ban and no guess; "signed neither A nor B"."""
    things = (token.child("nsubj", "nsubj:outer", "nsubj:pass"), token.child("obj"))
    near = (c for thing in things if thing is not None for c in (thing, *thing.children))
    return next((c for c in near if c.lower == "neither"), None)


def _pending(token: Token) -> Token | None:
    """The "yet" of "has yet to V"."""
    pending = _cues()["denied"]["pending"]
    return next((c for c in token.children if c.tag == "RB" and c.dep != "cc" and c.lower in pending), None)


def _own(token: Token, *, inner: bool) -> tuple[str, Token] | None:
    """What stands beside a predicate: adverbs, modals, negation, a conditional clause."""
    cues = _cues()
    hedged, denied = cues["hedged"], cues["denied"]
    if inner and token.is_verb and (neither := _neither(token) or _joined(token)):
        return "denied", neither
    for child in token.children:
        if child.dep == "advmod" and child.lower in hedged["adverbs"]:
            return "hedged", child
        if child.dep == "aux" and child.lower in hedged["modals"] and (inner or token.is_verb):
            return "hedged", child
        if inner and child.dep in {"advmod", "det"} and child.lower in denied["negators"] and not until_then(token):
            return "denied", child
        if inner and child.dep == "amod" and child.lower in hedged["adjectives"]:
            return "hedged", child
        mark = child.child("mark") if child.dep == "advcl" else None
        if mark and mark.lower in cues["conditional"]["markers"] - {"whether"}:
            return "conditional", mark
    return None
