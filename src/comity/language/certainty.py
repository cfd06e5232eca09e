"""How firmly something is said: asserted, hedged, conditional or denied, with the word that makes it so."""

from __future__ import annotations

from functools import cache

from comity.language.syntax import Token
from comity.vocab import load


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
        found = (embedded and _embedding(token)) or _own(token, inner=depth == 0)
        if found:
            return found
        if token.is_root or token.dep in {"acl:relcl", "parataxis"}:
            break
        if token.dep == "advcl" and (mark := token.child("mark")) and mark.lower in _cues()["conditional"]["markers"]:
            return "conditional", mark
        token, embedded = token.head, token.dep != "conj"
    return "asserted", None


def _embedding(token: Token) -> tuple[str, Token] | None:
    """What a governor makes of the clause below it; a clause coordinated with the governor is none of its business."""
    cues = _cues()
    hedged, denied = cues["hedged"], cues["denied"]
    if token.lower in hedged["participles"] and token.tag in {"VBN", "VBD"} and token.child("aux:pass"):
        return "hedged", token
    if (token.lower in hedged["adjectives"] and token.child("cop")) or token.lemma in hedged["verbs"]:
        return "hedged", token
    return ("denied", token) if token.lemma in denied["verbs"] and token.is_verb else None


def _own(token: Token, *, inner: bool) -> tuple[str, Token] | None:
    """What stands beside a predicate: adverbs, modals, negation, a conditional clause."""
    cues = _cues()
    hedged, denied = cues["hedged"], cues["denied"]
    for child in token.children:
        if child.dep == "advmod" and child.lower in hedged["adverbs"]:
            return "hedged", child
        if child.dep == "aux" and child.lower in hedged["modals"] and (inner or token.is_verb):
            return "hedged", child
        if inner and child.dep in {"advmod", "det"} and child.lower in denied["negators"]:
            return "denied", child
        if inner and child.dep == "amod" and child.lower in hedged["adjectives"]:
            return "hedged", child
        mark = child.child("mark") if child.dep == "advcl" else None
        if mark and mark.lower in cues["conditional"]["markers"] - {"whether"}:
            return "conditional", mark
    return None
