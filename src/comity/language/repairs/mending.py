"""Small repairs of what tagger, lemmatiser and parser do with clauses in the past tense.

"Border guards clashed" read as a noun with a participle, "was summoned" as an adjective, "widened" under a lemma that
is no word: each costs the clause its verb. The verbs are data (``vocab/pipeline.yaml``).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from comity.language.tree import adopt, hang, replace
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
    return pasts_of(load("pipeline")["regular_verbs"])


def pasts_of(verbs: Iterable[str]) -> dict[str, str]:
    """Past forms of regular verbs with their infinitives."""
    return {form: verb for verb in verbs for form in _forms(verb)}


@cache
def gerunds() -> dict[str, str]:
    """Forms in -ing of the listed verbs with their infinitives."""
    pipeline = load("pipeline")
    verbs = [*pipeline["regular_verbs"], *pipeline["noun_like_verbs"], *pipeline["row_verbs"]]
    return {form: verb for verb in verbs for form in _gerunds(verb)}


@cache
def thirds() -> dict[str, str]:
    """Third persons of the listed verbs with their infinitives."""
    pipeline = load("pipeline")
    return {_third(verb): verb for verb in [*pipeline["noun_like_verbs"], *pipeline["regular_verbs"]]}


def _third(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def _gerunds(verb: str) -> tuple[str, ...]:
    if verb.endswith("e") and not verb.endswith("ee"):
        return (verb[:-1] + "ing",)
    return (verb + "ing", verb + verb[-1] + "ing")


def _forms(verb: str) -> tuple[str, ...]:
    if verb.endswith("e"):
        return (verb + "d",)
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return (verb[:-1] + "ied",)
    return (verb + "ed", verb + verb[-1] + "ed")


def lemma_of(lower: str, lemma: str, tag: str) -> str:
    """The lemma of a word: a listed verb for its past or its form in -ing; third persons and plurals without ending."""
    if tag.startswith("VB") and lower in load("pipeline")["irregular_lemmas"]:
        return str(load("pipeline")["irregular_lemmas"][lower])
    if lower.endswith("ed") and tag[:2] in {"VB", "JJ", "NN"}:
        return past_forms().get(lower, lemma)
    if tag == "VBG":
        return gerunds().get(lower, lemma)
    if tag == "VBZ" and lower.endswith("ies") and len(lower) > SHORT and lemma in {lower, lower[:-1]}:
        return lower[:-3] + "y"
    if tag == "VBZ" and lower.endswith(("shes", "ches", "xes", "sses")):
        return lower[:-2]
    if tag == "VBP" and lemma == lower and lower.endswith("s") and not lower.endswith("ss"):
        return thirds().get(lower, lower[:-1])  # "Estonia buys", taken for a plural
    if tag == "VBZ" and (lemma == lower or thirds().get(lower)):
        return thirds().get(lower, lower[:-1])
    if tag in {"NNS", "NNPS"} and lemma == lower and lower in load("pipeline")["plurals"]:
        return lower[:-1]
    return lemma


def mend_clauses(tokens: Sequence[Token]) -> None:
    """Give a sentence back the finite verb it lost to a participle, and a passive its participle."""
    tails = load("pipeline")["foreign_tails"]
    for before, token in pairwise(tokens):
        if token.lower in tails and before.tag.startswith(("NN", "VB", "JJ")):
            _tail(before, token)
    for token in tokens:
        _word(token)
    root = next((t for t in tokens if t.is_root), None)
    if tokens[-1].text not in {".", "”", '"'} or any(_tensed(t) and not _below(t, root) for t in tokens):
        return
    if root is not None and root.child("case") and root.tag != "VBN":
        _behind_phrase(root, tokens)
    elif root is not None and root.tag in PLURAL:
        _predicate(root)
    elif root is not None and root.tag in {"NN", "NNP"}:
        _acting(root)


def _nominal(token: Token) -> bool:
    """Whether a word stands where a noun does: as subject or object, or behind a preposition."""
    return token.dep in {"obj", "nsubj", "nsubj:pass"} or token.child("case") is not None


def _word(token: Token) -> None:
    """Right the tag of one word by what stands with it."""
    if token.tag in {"VB", "VBP"} and token.child("det") and _nominal(token):
        token.tag, token.pos, token.lemma = "NN", "NOUN", token.lower
    if token.tag in {"JJ", "PRP"} and token.lower in _nouns() and _heads_phrase(token):
        token.tag, token.pos = "NN", "NOUN"
    if token.tag == "JJ" and token.lower.endswith("ed") and token.lemma != token.lower:
        _passive(token)
    if token.tag == "VBN" and token.child("nsubj:pass") and any(c.lemma == "have" for c in token.all("aux")):
        _active(token)
    if token.tag in {"VB", "VBP"} and token.lower in load("pipeline")["never_bare"] and _bare(token):
        token.tag, token.pos, token.lemma, token.dep = "NN", "NOUN", token.lower, "obj"
    if (token.tag == "VBN" and token.lower in _only_pasts()) or _unmistakable(token):
        token.tag = "VBD"


def _tail(noun: Token, tail: Token) -> None:
    """ "chargé d'affaires", its second word read as a verb: it belongs to the noun before it."""
    head = tail.head
    tail.tag, tail.pos, tail.lemma = "NN", "NOUN", tail.lower
    if not noun.tag.startswith("NN"):
        noun.tag, noun.pos, noun.lemma = "NN", "NOUN", noun.lower
    if head is tail or noun in tail.children:
        replace(tail, noun)
    hang(tail, noun, "flat")
    adopt(tail.children, noun)


def _bare(token: Token) -> bool:
    """Whether a word read as a bare infinitive follows a verb that takes none ("pulls envoy", "ended exercise X")."""
    bare = token.dep == "xcomp" and not any(c.dep in {"mark", "aux", *("nsubj",)} for c in token.children)
    return bare and token.head.is_verb and token.head.child("obj") is None


def _unmistakable(token: Token) -> bool:
    """ "X retook Y", its verb read as a present: the form is a past."""
    return token.tag in {"VBP", "VB"} and token.lower in load("pipeline")["irregular_lemmas"]


@cache
def _nouns() -> frozenset[str]:
    return frozenset(load("pipeline")["nouns_after_all"])


@cache
def _only_pasts() -> frozenset[str]:
    return frozenset(load("pipeline")["only_pasts"])


def _heads_phrase(token: Token) -> bool:
    """Whether a word stands where only a noun can: as a part of the clause, with an article or a noun of its own."""
    place = token.dep in {"obj", "nsubj", "nsubj:pass", "obl", "nmod", "conj", "appos"}
    return place and token.child("det", "compound", "nmod:poss", "amod") is not None


def _tensed(token: Token) -> bool:
    """Whether a word can be the verb of a sentence: no infinitive with "to", nothing in a relative clause."""
    if any(a.dep == "acl:relcl" for a in (token, *token.ancestors())):
        return False
    if (token.dep == "acl" and token.lower in _only_pasts()) or (
        token.tag == "VB" and token.dep in {"aux:pass", "cop"}
    ):
        return False
    return token.tag in FINITE and not (token.tag == "VB" and any(c.lower == "to" for c in token.children))


def _below(token: Token, root: Token | None) -> bool:
    """Whether a tensed verb stands in a clause of its own below a participle that may be the sentence's verb."""
    if root is None:
        return False
    above = [t for t in token.ancestors() if t.head is root and t.tag == "VBN" and t.dep == "acl"]
    return bool(above)


def _active(participle: Token) -> None:
    """ "The ministers had spoken by phone", read as a passive: without "be" it is none."""
    if participle.child("aux:pass"):
        return
    for c in participle.children:
        c.dep = {"nsubj:pass": "nsubj", "obl:agent": "obl"}.get(c.dep, c.dep)


def _passive(token: Token) -> None:
    """ "was summoned", read as a copula with an adjective."""
    copula = next((c for c in token.children if c.dep in {"cop", "aux:pass"}), None)
    if copula is None:
        return
    token.tag, token.pos, copula.dep = "VBN", "VERB", "aux:pass"
    for c in token.children:
        if c.dep == "nsubj":
            c.dep = "nsubj:pass"


def _subject_from_apposition(verb: Token, before: Sequence[Token]) -> None:
    """Make the first apposition before a verb its subject, the later ones other names for that."""
    named = [t for t in before if t.dep == "appos" and not t.child("case")]
    if named:
        verb.tag, verb.pos = "VBD", "VERB"
        _hang(named[:1], verb, "nsubj")
        _hang(named[1:], named[0], "appos")


def _behind_phrase(root: Token, tokens: Sequence[Token]) -> None:
    """ "During his visit to Y, the minister, X, called for Z": the verb was read as a participle."""
    verb = next((t for t in reversed(tokens) if t.tag in {"VBN", "VBD"} and t.dep == "acl" and t.i > root.i), None)
    if verb is None or verb.child("aux:pass") or any(c.lower == "by" for c in verb.children):
        return
    within = [t for t in tokens if root.i < t.i < verb.i]
    if not any(t.dep == "appos" and not t.child("case") for t in within):
        return
    verb.head.children.remove(verb)
    verb.head, verb.dep = verb, "ROOT"
    _subject_from_apposition(verb, within)
    _hang([c for c in tokens if c.head is root and (c.dep == "punct" or c.i > verb.i)], verb, "")
    _hang([root], verb, "obl")


def _predicate(root: Token) -> None:
    """The participle of a sentence without finite verb is its verb: "jets bombed targets", "guards clashed"."""
    inner = [v for c in root.children if c.dep == "compound" for v in c.children if v.i < c.i]
    for verb in (*root.children, *inner):
        if (
            not (verb.tag in {"VBN", "VBD"} or (verb.tag == "JJ" and verb.lower.endswith("ed") and verb.i > root.i))
            or verb.dep not in {"amod", "acl"}
            or any(c.lower == "by" for c in verb.children)
        ):
            continue
        if verb.i > root.i:
            _raise(verb, root, "nsubj")
            return
        near = sorted((*root.children, *inner), key=lambda c: c.i)
        subject = next((c for c in reversed(near) if c.i < verb.i and c.tag in PLURAL), None)
        if subject is not None:
            _raise(verb, root, "obj")
            _hang([subject], verb, "nsubj")
            return


def _acting(root: Token) -> None:
    """A singular with an active participle: "The ministry called in the envoy", "The text condemned it"."""
    for verb in root.children:
        if verb.tag not in {"VBN", "VBD"} or verb.dep != "acl":
            continue
        active = any(c.dep in {"obj", "compound:prt"} for c in verb.children) or _called_in(verb)
        active = active or verb.lower in _only_pasts() or verb.lower in load("pipeline")["intransitive_pasts"]
        if active and (verb.lower in _only_pasts() or not any(c.lower == "by" for c in verb.children)):
            _raise(verb, root, "nsubj")
            return


def _called_in(verb: Token) -> bool:
    """ "called in the envoy", its particle read as a preposition."""
    return verb.lemma == "call" and any(c.lower == "in" for phrase in verb.children for c in phrase.children)


def _raise(verb: Token, root: Token, dep: str) -> None:
    """Make a participle the root, what was the root its subject or object."""
    verb.head.children.remove(verb)
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
