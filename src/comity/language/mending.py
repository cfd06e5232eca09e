"""Small repairs of what tagger, lemmatiser and parser do with clauses in the past tense.

"Border guards clashed" read as a noun with a participle, "was summoned" as an adjective, "widened" under a lemma that
is no word: each costs the clause its verb. The verbs are data (``vocab/pipeline.yaml``).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from comity.vocab import load

if TYPE_CHECKING:
    from comity.language.syntax import Token

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD", "VB"})
PLURAL = frozenset({"NNS", "NNP", "NNPS"})


@cache
def _pasts() -> dict[str, str]:
    """Past forms of the listed verbs with their infinitives."""
    return {form: verb for verb in load("pipeline")["regular_verbs"] for form in _forms(verb)}


def _forms(verb: str) -> tuple[str, ...]:
    if verb.endswith("e"):
        return (verb + "d",)
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return (verb[:-1] + "ied",)
    return (verb + "ed", verb + verb[-1] + "ed")


def lemma_of(lower: str, lemma: str, tag: str) -> str:
    """The lemma of a word: that of a listed verb for its past form, a capitalised plural without its ending."""
    if lower.endswith("ed") and tag[:2] in {"VB", "JJ", "NN"}:
        return _pasts().get(lower, lemma)
    if tag in {"NNS", "NNPS"} and lemma == lower and lower in load("pipeline")["plurals"]:
        return lower[:-1]
    return lemma


def mend_clauses(tokens: Sequence[Token]) -> None:
    """Give a sentence back the finite verb it lost to a participle, and a passive its participle."""
    for token in tokens:
        if token.tag == "JJ" and token.lower.endswith("ed") and token.lemma != token.lower:
            _passive(token)
    if tokens[-1].text not in {".", "”", '"'} or any(t.tag in FINITE for t in tokens):
        return
    root = next((t for t in tokens if t.is_root), None)
    if root is not None and root.tag in PLURAL:
        _predicate(root)


def _passive(token: Token) -> None:
    """ "was summoned", read as a copula with an adjective."""
    copula = next((c for c in token.children if c.dep in {"cop", "aux:pass"}), None)
    if copula is None:
        return
    token.tag, token.pos, copula.dep = "VBN", "VERB", "aux:pass"
    for c in token.children:
        if c.dep == "nsubj":
            c.dep = "nsubj:pass"


def _predicate(root: Token) -> None:
    """The participle of a sentence without finite verb is its verb: "jets bombed targets", "guards clashed"."""
    for verb in root.children:
        if (
            verb.tag not in {"VBN", "VBD"}
            or verb.dep not in {"amod", "acl"}
            or any(c.lower == "by" for c in verb.children)
        ):
            continue
        if verb.i > root.i:
            _raise(verb, root, "nsubj")
            return
        subject = next((c for c in reversed(root.children) if c.i < verb.i and c.tag in PLURAL), None)
        if subject is not None:
            _raise(verb, root, "obj")
            _hang([subject], verb, "nsubj")
            return


def _raise(verb: Token, root: Token, dep: str) -> None:
    """Make a participle the root, what was the root its subject or object."""
    root.children.remove(verb)
    verb.head, verb.dep, verb.tag, verb.pos = verb, "ROOT", "VBD", "VERB"
    later = [c for c in root.children if (c.i > verb.i if dep == "nsubj" else c.dep == "punct")]
    _hang([*later, root], verb, "")
    root.dep = dep


def _hang(tokens: Sequence[Token], verb: Token, dep: str) -> None:
    for token in tokens:
        if token.head is not token:
            token.head.children.remove(token)
        token.head = verb
        token.dep = dep or token.dep
        verb.children.append(token)
    verb.children.sort(key=lambda t: t.i)
