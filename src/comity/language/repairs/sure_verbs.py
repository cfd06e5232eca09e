"""Words that can be nothing but verbs where they stand, read as nouns or adjectives by the tagger.

"would again finance exports", "their commitment to uphold human rights", "to travel to Rome and apologise",
"The treaty commits each side to act".
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from comity.language.gazetteer import gazetteer
from comity.language.repairs.words import NAMES, SUBJECTS, words
from comity.language.tree import adopt, as_name, as_verb, hang, replace
from comity.vocab import load

if TYPE_CHECKING:
    from comity.language.syntax import Token

JOINS = frozenset({"and", "or", ",", ";"})
CLAUSAL = frozenset({"ROOT", "ccomp", "conj", "acl", "advcl", "xcomp", "parataxis"})
BASE = frozenset({"VB", "VBP"})
LISTS = ("only_verbs", "noun_like_verbs", "adjectives_or_verbs", "regular_verbs", "row_verbs")
TENSED = frozenset({"VBD", "VBZ", "VBP", "MD"})


@cache
def _thirds() -> dict[str, str]:
    """Third persons of verbs that are no nouns, with their infinitives."""
    return {_third(verb): verb for verb in words("only_verbs")}


@cache
def _reporting() -> frozenset[str]:
    """Verbs of report."""
    return frozenset(load("speech")["verbs"])


def _stated_clauses(tokens: Sequence[Token]) -> None:
    for before, word in pairwise(tokens):
        if word.lower == "that" and before.tag.startswith("VB") and before.lemma in _reporting():
            _what_is_stated(before, word)


def _what_is_stated(verb: Token, that: Token) -> None:
    """ "insists that her government had left": no relative clause hangs on a verb, but what it states."""
    clause = next((c for c in verb.all("acl:relcl", "acl") if c.i > that.i and c.tag in TENSED | {"VBN", "VB"}), None)
    if clause is None or not clause.child(*SUBJECTS) or not (that.head is clause or that.head is verb):
        return
    if clause.tag in {"VBN", "VB"} and not clause.child("aux", "aux:pass"):
        return
    clause.dep = "ccomp"
    if clause.child(*SUBJECTS) is not that:
        hang(that, clause, "mark")
        that.dep, that.tag, that.pos = "mark", "IN", "SCONJ"


def _third(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s")


def mend_sure_verbs(tokens: Sequence[Token]) -> None:
    """Give one sentence its sure verbs back, in place."""
    if tokens[0].tag == "RB" and any(e.kind == "state" for e in gazetteer().lookup(tokens[0].text)[:1]):
        as_name(tokens[0])  # "Nicaragua, which shares the gulf, insists"
    sure = words("only_verbs")
    rows = sure | words("never_modifiers")
    for before, word in pairwise(tokens):
        if word.dep == "compound" and word.head.i > word.i:
            _no_modifier(word, tokens)
        if before.tag == "MD":
            _after_modal(before, tokens)
        elif before.lower == "to":
            _behind_to(before, _past_adverb(word, tokens), sure)
        elif before.lower in JOINS and word.lower in rows:
            _in_row(word, tokens)
        elif word.tag in {"NNS", "UH", "VBZ"}:
            _tensed(word, tokens)
    _stated_clauses(tokens)


def _past_adverb(word: Token, tokens: Sequence[Token]) -> Token:
    """The word behind an adverb in -ly ("to fully open markets"), the word itself where it is none."""
    at = word.i + 1 - tokens[0].i
    return tokens[at] if word.tag == "RB" and word.lower.endswith("ly") and at < len(tokens) else word


def _behind_to(to: Token, word: Token, sure: frozenset[str]) -> None:
    """What stands behind "to": an infinitive that was read as something else, or no infinitive at all."""
    if word.lower in sure:
        _after_to(to, word)
    elif word.dep in {"compound", "amod"}:
        _taken_for_modifier(to, word)
    elif word.tag == "NNS" and word.dep == "advcl" and to.head is word:
        word.dep, to.dep, to.tag, to.pos = "obl", "case", "IN", "ADP"  # "is open to talks"


def _tensed(word: Token, tokens: Sequence[Token]) -> None:
    """A verb in the present that was read as a plural or a cry, or that lost its subject."""
    if word.tag == "UH" and word.child("nsubj") and word.lower in words("noun_like_verbs"):
        as_verb(word, "VBP", word.lower)  # "We welcome competition"
    elif word.tag == "NNS" and (said := _what_is_reported(word)) is not None:
        _report_for_noun(word, said)
    elif word.tag == "NNS" and word.lower in _thirds():
        _third_person(word, tokens)
    elif word.tag == "VBZ" and not word.child(*SUBJECTS):
        _subject_as_modifier(word)


def _no_modifier(word: Token, tokens: Sequence[Token]) -> None:
    """ "that both cut fees": what has a subject is a verb; "a cut in fees": no preposition stands within a compound."""
    noun = word.head
    behind = tokens[word.i + 1 - tokens[0].i]
    if word.tag in {"VBP", "VB", "VBZ"} and word.child("nsubj") and noun.tag.startswith("N"):
        tag = word.tag
        _over(word, noun)
        word.tag = tag
    elif word.tag == "NN" and behind.dep == "case" and behind.head is noun and noun.head.is_verb:
        replace(noun, word)
        adopt([c for c in noun.children if c.i < word.i and c.dep in {"det", "amod", "nmod:poss"}], word)
        hang(noun, word, "nmod")
        if word.dep == "obl" and not word.head.child("obj"):
            word.dep = "obj"


def _after_modal(modal: Token, tokens: Sequence[Token]) -> None:
    """ "would again finance exports": behind a modal and adverbs stands a verb."""
    word = next((t for t in tokens[modal.i + 1 - tokens[0].i :] if t.tag != "RB"), modal)
    noun = word.head
    if word.dep not in {"compound", "amod"} or word.tag not in {"NN", "JJ", "JJR", "VB", "VBP"} or noun.i < word.i:
        return
    if not noun.tag.startswith("N") or not any(word.lower in words(name) for name in LISTS):
        return
    _over(word, noun)
    hang(modal, word, "aux")
    if word.child(*SUBJECTS) and word.head.is_verb and word.dep not in CLAUSAL:
        word.dep = "ccomp"


def _taken_for_modifier(to: Token, word: Token) -> None:
    """'vowed to "relaunch" cooperation': "to" hangs on the word, which then modifies no noun; nor behind an adverb."""
    near = to.head is word or (word.i - to.i > 1 and to.head is word.head)
    if near and word.head.i > word.i and any(word.lower in words(name) for name in LISTS):
        _after_to(to, word)


def _over(word: Token, noun: Token) -> None:
    """Put a verb in the place of the noun that is its object."""
    replace(noun, word)
    as_verb(word, "VB", word.lower)
    adopt([c for c in noun.children if c.i < word.i], word)
    hang(noun, word, "obj")


def _after_to(to: Token, word: Token) -> None:
    """ "commitment to uphold human rights": an infinitive, and what follows it its object."""
    if word.tag in BASE and word.dep not in {"compound", "amod"}:
        return
    noun = word.head
    if word.dep in {"compound", "amod"} and noun.i > word.i and noun.tag.startswith("N"):
        _over(word, noun)
    elif to.head is not word:
        return
    as_verb(word, "VB", word.lower)
    hang(to, word, "mark")
    to.tag, to.pos = "TO", "PART"
    if not word.is_root and word.dep not in CLAUSAL - {"ROOT"}:
        word.dep = "acl" if word.head.tag.startswith("N") else "xcomp"


def _in_row(word: Token, tokens: Sequence[Token]) -> None:
    """ "to travel to Rome and apologise": a verb of the row that began with an infinitive or behind a modal."""
    modifies = word.dep in {"compound", "amod"} and word.head.i > word.i and word.head.tag.startswith("N")
    misread = word.tag not in {*BASE, "VBN", "VBD", "VBG"} and word.dep in {"conj", "appos", "list", "obl", "nmod"}
    first = _opened(word, tokens) if modifies or misread else None
    if first is None or any(a is word for a in first.ancestors()):
        return
    noun = word.head
    joins = [c for c in noun.children if c.i < word.i and c.dep in {"cc", "punct"}] if modifies else []
    hang(word, first, "conj")
    as_verb(word, "VB", word.lower)
    adopt(joins, word)
    if modifies:
        hang(noun, word, "obj")
    adopt([c for c in first.children if c.i > word.i and c.dep in {"obl", "obj", "advmod"}], word)


def _opened(word: Token, tokens: Sequence[Token]) -> Token | None:
    """The verb of the row to which a word belongs: the nearest infinitive with "to" or behind a modal before it."""
    for token in reversed(tokens[: word.i - tokens[0].i]):
        if token.tag in TENSED:
            return None
        if token.tag == "VB" and (token.child("mark", "aux") or token.dep == "conj"):
            return token
    return None


def _third_person(word: Token, tokens: Sequence[Token]) -> None:
    """ "The treaty commits each side to act": the noun before the verb is its subject."""
    subject = next((c for c in word.children if c.dep == "compound" and c.i == word.i - 1), None)
    if word.dep == "acl:relcl" and subject is not None:  # "a charge Rwanda denies"
        as_verb(word, "VBZ", _thirds()[word.lower])
        _with_modifiers(subject, word)
        return
    root = next((t for t in tokens if t.is_root), word)
    lost = word.dep in {"obj", "appos"} and root.tag == "VBN" and root is tokens[0] and tokens[1].dep == "case"
    noun = word.head
    before = word.dep in {"nsubj", "compound"} and noun.i > word.i and (noun is root or noun.dep == "ccomp")
    before = before and not noun.is_verb
    having = word.dep == "nsubj" and noun.tag == "VBG" and noun.i == word.i + 1 and not noun.child("aux")
    having = having and (noun.is_root or noun.dep == "ccomp")
    if subject is None or not (word.is_root or lost or before or having or word.dep == "ccomp"):
        return
    if any(t.tag in TENSED and not any(a.dep in {"acl:relcl", "advcl"} for a in (t, *t.ancestors())) for t in tokens):
        return
    if lost:
        hang(word, root, "obj")
        replace(root, word)
        hang(root, word, "advcl")
        adopt([c for c in root.children if c.i > word.i or c.dep == "punct"], word)
    elif having:  # "the minister denies having leant on judges"
        replace(noun, word)
        adopt([c for c in noun.children if c.dep == "punct"], word)
        hang(noun, word, "xcomp")
    elif before:
        _over_predicate(word, noun)
    as_verb(word, "VBZ", _thirds()[word.lower])
    _with_modifiers(subject, word)
    if subject.tag not in NAMES:
        subject.tag, subject.pos = "NN", "NOUN"
    _objects(word)


def _what_is_reported(word: Token) -> Token | None:
    """The clause behind a plural that is rather the third person of a verb of report: its subject follows at once."""
    if word.lower[:-1] not in words("reports") or not word.child("compound"):
        return None
    if word.dep == "nsubj":
        return word.head if word.head.is_verb and any(c.i == word.i + 1 for c in word.head.all("nsubj")) else None
    clauses = word.all("acl:relcl") if word.is_root or word.dep == "advcl" else []
    return next((c for c in clauses if any(s.i == word.i + 1 for s in c.all("nsubj"))), None)


def _report_for_noun(word: Token, clause: Token) -> None:
    """ "one diplomat reckons X may go": the verb of report was read as a noun."""
    subject = next(c for c in reversed(word.children) if c.dep == "compound")
    if clause is word.head:
        replace(clause, word)
    as_verb(word, "VBZ", word.lower[:-1])
    adopt([c for c in word.children if c.i < subject.i and c.dep in {"amod", "det", "nummod"}], subject)
    subject.dep = "nsubj"
    adopt([c for c in clause.children if c.i < subject.i], word)
    hang(clause, word, "ccomp")
    clause.dep = "ccomp"


def _over_predicate(word: Token, noun: Token) -> None:
    """Put a verb that was read as the subject of a noun in its place, the noun being its object."""
    replace(noun, word)
    adopt([c for c in noun.children if c.i < word.i or c.tag in {"VB", "VBG"} or c.dep in {"obl", "punct"}], word)
    hang(noun, word, "obj")


def _subject_as_modifier(verb: Token) -> None:
    """ "The accord obliges X to act": of a tensed verb the noun right before it is the subject, no part of a name."""
    subject = next((c for c in verb.children if c.dep == "compound" and c.i == verb.i - 1), None)
    if subject is None or verb.dep not in {"ROOT", "ccomp", "parataxis"} or verb.child("case", "aux", "cop"):
        return
    _with_modifiers(subject, verb)
    _objects(verb)


def _with_modifiers(subject: Token, verb: Token) -> None:
    """Make a noun the subject of the verb that it was read to modify, with its own modifiers."""
    before = [c for c in verb.children if c.i < subject.i]
    adopt([c for c in before if c.dep in {"det", "amod", "compound", "nmod:poss"}], subject)
    for name in [c for c in before if c.dep == "nsubj" and c.tag in NAMES and c.i == subject.i - 1]:
        hang(name, subject, "compound")
    subject.dep = "nsubj"


def _objects(verb: Token) -> None:
    """What stands behind a verb that was read as a noun: its object, and the act it is brought to."""
    thing = next((c for c in verb.children if c.i > verb.i and c.tag.startswith(("N", "P"))), None)
    if (
        thing is not None
        and thing.dep in {"appos", "nmod:unmarked", "xcomp", "nmod", "obl"}
        and not thing.child("case")
    ):
        thing.dep = "obj"
    for act in [c for c in verb.children if c.dep == "acl" and c.i > verb.i and c.child("mark")]:
        act.dep = "xcomp" if act.tag == "VB" else "advcl"
