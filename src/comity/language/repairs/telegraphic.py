"""What short sentences and headlines do to the parser: adjectives for the ministers behind them, verbs within names.

"Turkish, Iraqi ministers hold talks", "A agree to set up a committee", "X backs Y's EU bid".
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from comity.language.repairs.words import NAMES, SUBJECTS, words
from comity.language.tree import adopt, as_verb, hang, replace

if TYPE_CHECKING:
    from comity.language.syntax import Token


def mend_telegraphic(tokens: Sequence[Token]) -> None:
    """Mend the trees of one sentence, in place."""
    for before, token in pairwise(tokens):
        if token.tag in NAMES and token.text.islower() and token.child("nsubj"):
            as_verb(token, "VBZ" if token.lower.endswith("s") else "VBP")
            token.lemma = token.lower.removesuffix("s")
        if token.dep == "advcl" and token.tag == "VB" and token.head.lemma in words("infinitive_verbs"):
            _infinitive(token)
        if token.dep == "obj" and before.dep == "obj" and before.head is token.head and before.tag == "NN":
            hang(before, token, "compound")
        if token.tag in {"VBD", "VBZ"} and before.head is token and before.dep == "compound":
            _noun_before(token, before)
    for token in tokens:
        if token.tag == "VBZ" and token.lower in words("collective_nouns"):
            _plural_office(token)
        if token.lower == "it" and token.dep == "expl" and token.head.lower in words("ready_words"):
            token.dep = "nsubj"  # "said it is ready to mediate"
        if token.dep in SUBJECTS and token.text[:1].isupper():
            _joined_adjectives(token)


def _noun_before(verb: Token, noun: Token) -> None:
    """ "Bilateral trade rose by a fifth": a noun right before a verb that has no subject is that."""
    if noun.tag.startswith("NN") and not verb.child(*SUBJECTS):
        noun.dep = "nsubj"


def _infinitive(verb: Token) -> None:
    """ "The two agree to set up a committee": what they agree on, no purpose."""
    to = next((c for c in verb.children if c.lower == "to" and c.dep == "mark"), None)
    if to is not None and to.i == verb.head.i + 1 and not verb.head.child("xcomp", "obj"):
        verb.dep = "xcomp"


def _plural_office(word: Token) -> None:
    """ "A meeting of culture ministers from A and B was put off": a plural read as a verb, what it is of as a noun."""
    meeting = word.child("nsubj")
    portfolio = next((c for c in meeting.children if c.i == word.i - 1), None) if meeting is not None else None
    if meeting is None or portfolio is None or word.child("obj", "ccomp", "xcomp"):
        return
    word.tag, word.pos, word.lemma = "NNS", "NOUN", word.lower.removesuffix("s")
    replace(word, meeting)
    hang(word, meeting, "nmod")
    for case in portfolio.all("case"):
        hang(case, word, "case")
    hang(portfolio, word, "compound")
    for phrase in word.all("obl"):
        phrase.dep = "nmod"


def _joined_adjectives(first: Token) -> None:
    """ "Indonesian and Philippine presidents meet": the noun heads both adjectives."""
    noun = next((c for c in first.children if c.dep == "conj" and c.lower in words("collective_nouns")), None)
    beside = [*noun.all("amod", "compound"), *first.all("conj")] if noun else []
    second = next((t for t in beside if noun and t.i == noun.i - 1 and t.text[:1].isupper()), None)
    if noun is None or second is None:
        return
    replace(first, noun)
    hang(first, noun, "amod")
    hang(second, first, "conj")
    adopt([c for c in first.children if c.dep == "cc" and c.i < second.i], second)
