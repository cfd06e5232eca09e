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
SHORT = 4
"""Letters of "lies" and "dies", which keep their "ie"."""
PLURAL = frozenset({"NNS", "NNP", "NNPS"})


@cache
def past_forms() -> dict[str, str]:
    """Past forms of the listed verbs with their infinitives."""
    return {form: verb for verb in load("pipeline")["regular_verbs"] for form in _forms(verb)}


def _forms(verb: str) -> tuple[str, ...]:
    if verb.endswith("e"):
        return (verb + "d",)
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return (verb[:-1] + "ied",)
    return (verb + "ed", verb + verb[-1] + "ed")


def lemma_of(lower: str, lemma: str, tag: str) -> str:
    """The lemma of a word: a listed verb for its past form; third persons and capitalised plurals without ending."""
    if lower.endswith("ed") and tag[:2] in {"VB", "JJ", "NN"}:
        return past_forms().get(lower, lemma)
    if tag == "VBZ" and lower.endswith("ies") and len(lower) > SHORT and lemma in {lower, lower[:-1]}:
        return lower[:-3] + "y"
    if tag == "VBZ" and lemma == lower and lower.endswith("s"):
        return lower[:-2] if lower.endswith(("shes", "ches", "xes", "sses")) else lower[:-1]
    if tag in {"NNS", "NNPS"} and lemma == lower and lower in load("pipeline")["plurals"]:
        return lower[:-1]
    return lemma


def mend_clauses(tokens: Sequence[Token]) -> None:
    """Give a sentence back the finite verb it lost to a participle, and a passive its participle."""
    for token in tokens:
        nominal = token.dep in {"obj", "nsubj", "nsubj:pass"} or token.child("case")
        if token.tag in {"VB", "VBP"} and nominal and token.child("det"):
            token.tag, token.pos, token.lemma = "NN", "NOUN", token.lower
        if token.tag == "JJ" and token.lower.endswith("ed") and token.lemma != token.lower:
            _passive(token)
    root = next((t for t in tokens if t.is_root), None)
    if tokens[-1].text not in {".", "”", '"'} or any(_tensed(t) and not _below(t, root) for t in tokens):
        return
    if root is not None and root.tag in PLURAL:
        _predicate(root)
    elif root is not None and root.tag in {"NN", "NNP"}:
        _acting(root)


def _tensed(token: Token) -> bool:
    """Whether a word can be the verb of a sentence: no infinitive with "to"."""
    return token.tag in FINITE and not (token.tag == "VB" and any(c.lower == "to" for c in token.children))


def _below(token: Token, root: Token | None) -> bool:
    """Whether a tensed verb stands in a clause of its own below a participle that may be the sentence's verb."""
    if root is None:
        return False
    above = [t for t in token.ancestors() if t.head is root and t.tag == "VBN" and t.dep == "acl"]
    return bool(above)


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
            not (verb.tag in {"VBN", "VBD"} or (verb.tag == "JJ" and verb.lower.endswith("ed") and verb.i > root.i))
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


def _acting(root: Token) -> None:
    """A singular with an active participle: "The ministry called in the envoy", "The text condemned it"."""
    for verb in root.children:
        if verb.tag != "VBN" or verb.dep != "acl":
            continue
        active = any(c.dep in {"obj", "compound:prt"} for c in verb.children) or _called_in(verb)
        if active and not any(c.lower == "by" for c in verb.children):
            _raise(verb, root, "nsubj")
            return


def _called_in(verb: Token) -> bool:
    """ "called in the envoy", its particle read as a preposition."""
    return verb.lemma == "call" and any(c.lower == "in" for phrase in verb.children for c in phrase.children)


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
