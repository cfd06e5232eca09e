"""Sentences whose opening name or noun was read as their head, the verb behind it as a part of a phrase.

"Estonia on Monday summoned Russia's envoy" and "The envoy, Ion Popescu, was summoned" lose their verb so.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from comity.language.repairs.mending import past_forms
from comity.language.repairs.words import NAMES, SUBJECTS, words
from comity.language.tree import adopt, as_verb, below, hang, replace
from comity.vocab.calendar import months, weekdays

if TYPE_CHECKING:
    from comity.language.syntax import Token

MISREAD = frozenset({"JJ", "VBN", "VBD"})
BEGINS = frozenset({"DT", "PRP$", "NNP", "NNPS", "CD", "JJ", "NN", "NNS", "IN", "RP"})
"""Tags of words that may stand behind a verb."""
TENSED = frozenset({"VBD", "VBZ", "VBP", "MD"})


def mend_shared_owners(tokens: Sequence[Token]) -> None:
    """ "The presidents of Peru and Bolivia met": the second name is an owner like the first, no subject of its own."""
    for verb in [t for t in tokens if t.is_verb]:
        subjects = [c for c in verb.children if c.dep in {"nsubj", "nsubj:pass"} and c.i < verb.i]
        joint = next((c for c in verb.children if c.dep == "cc" and c.lower == "and" and c.i < verb.i), None)
        if (
            len(subjects) != 2
            or joint is None
            or subjects[1].tag not in NAMES
            or subjects[0].tag not in {"NNS", "NNPS"}
        ):
            continue
        first, second = subjects
        owner = next((c for c in first.children if c.dep == "nmod" and c.tag in NAMES), None)
        if owner is not None and owner.i == joint.i - 1 and _reach(second)[0] == joint.i + 1:
            hang(second, owner, "conj")
            hang(joint, second, "cc")


def mend_two_demonyms(tokens: Sequence[Token]) -> None:
    """ "Mongolian and Kazakh deputy ministers": both adjectives are of the plural at the end."""
    for first, joint, second in zip(tokens, tokens[1:], tokens[2:], strict=False):
        adjectives = first.tag == "JJ" and first.text[:1].isupper() and second.text[:1].isupper()
        if joint.lower != "and" or not adjectives:
            continue
        noun = first.head
        between = [t for t in tokens if second.i < t.i < noun.i]
        plural = noun.tag in {"NNS", "NNPS"} and first.dep in {"amod", "compound"} and second.i < noun.i <= second.i + 4
        if not plural or noun.lower not in words("collective_nouns"):
            continue
        if not between or second.head is first or any(not t.text.islower() for t in between):
            continue
        hang(second, first, "conj")
        hang(joint, second, "cc")
        for word in between:
            hang(word, noun, "amod" if word.tag.startswith("JJ") else "compound")


def mend_days_before_nouns(tokens: Sequence[Token]) -> None:
    """ "During his Monday stopover": what belongs to the noun was hung on the day before it."""
    for day, noun in pairwise(tokens):
        if day.lower not in weekdays() or not (noun.tag.startswith("NN") or noun.lower in words("day_nouns")):
            continue
        own = [c for c in day.children if c.dep in {"case", "det", "nmod:poss", "mark"}]
        if not own or not noun.text.islower():
            continue
        if not noun.tag.startswith("NN"):
            noun.tag, noun.pos, noun.lemma = "NN", "NOUN", noun.lower
        if below(noun, day):
            replace(day, noun)
        for child in own:
            hang(child, noun, child.dep)
        hang(day, noun, "compound")
        noun.dep = "obl" if noun.dep in {"obl:unmarked", "advcl", "dep"} else noun.dep


def mend_opening(tokens: Sequence[Token]) -> None:
    """Give a sentence that hangs on its opening noun its verb back, in place."""
    root = next((t for t in tokens if t.is_root), tokens[0])
    if not root.tag.startswith("N") or root.child("cop", "aux"):
        return
    opening = next((c for c in root.children if c.dep == "nsubj" and c.tag in NAMES), root)
    if opening.tag in NAMES:
        _after_day(opening, tokens)
    if root.is_root:
        _behind_apposition(root, tokens)
    if root.is_root and root.tag in {"NNS", "NNPS"}:
        _between_plurals(root)


def _after_day(name: Token, tokens: Sequence[Token]) -> None:
    """ "Estonia on Monday summoned the envoy": between name and verb stands only when."""
    at = next((i for i, t in enumerate(tokens) if t.i > name.i and t.lower in past_forms()), -1)
    if at <= 0 or at + 1 >= len(tokens) or not _only_when(tokens, name, at):
        return
    verb = tokens[at]
    if verb.tag not in MISREAD or verb.dep != "amod" or verb.head.i < verb.i or tokens[at + 1].tag not in BEGINS:
        return
    thing = verb.head
    while not thing.is_root and thing.head is not name and thing.head.i > verb.i and thing.dep != "obj":
        thing = thing.head
    top = name if name.is_root else name.head
    later = [c for c in name.children if c.i > verb.i and c is not thing]
    day = [c for c in name.children if name.i < c.i < verb.i]
    replace(top, verb)
    as_verb(verb, "VBD", past_forms()[verb.lower])
    hang(name, verb, "nsubj")
    hang(thing, verb, "obj")
    for phrase in day:
        hang(phrase, verb, "obl")
    adopt(later, verb)


def _only_when(tokens: Sequence[Token], name: Token, at: int) -> bool:
    """Whether only "on" and a day, or "last week", stand between the name that opens a sentence and a word."""
    first = next(i for i, t in enumerate(tokens) if t is name)
    between, calendar = [t.lower for t in tokens[first + 1 : at]], months() | weekdays()
    opening = all(t.tag in NAMES | {"DT"} for t in tokens[:first])
    return opening and bool(between) and all(w in words("day_phrase") or w in calendar for w in between)


def _behind_apposition(noun: Token, tokens: Sequence[Token]) -> None:
    """ "Peru's envoy, Juan Diaz, was summoned": the name in commas is another word for the noun before it."""
    verb = next((c for c in noun.children if c.dep in {"parataxis", "acl:relcl", "conj"} and c.i > noun.i), None)
    name = verb.child(*SUBJECTS) if verb is not None else None
    if verb is None or name is None or name.tag not in NAMES or verb.child("cc", "mark"):
        return
    tensed = verb.tag in TENSED or any(c.tag in TENSED for c in verb.all("aux", "aux:pass", "cop"))
    start, end = _reach(name)
    first = tokens[0].i
    commas = all(first <= i <= tokens[-1].i and tokens[i - first].text == "," for i in (start - 1, end + 1))
    if not tensed or not commas or any(noun.i < t.i < start - 1 and not below(t, noun) for t in tokens):
        return
    subject = name.dep
    later = [c for c in noun.children if c.i > verb.i and c is not verb]
    replace(noun, verb)
    hang(noun, verb, subject)
    hang(name, noun, "appos")
    adopt(later, verb)


def _between_plurals(noun: Token) -> None:
    """ "Turkish jets struck depots near X": the verb was read as an adjective of what it is done to."""
    thing = next((c for c in noun.children if c.dep in {"conj", "appos", "list"} and c.i > noun.i + 1), None)
    if thing is None or thing.child("cc"):
        return
    verb = next((c for c in thing.children if c.i == noun.i + 1 and c.tag in {"VBN", "VBD"} and c.dep == "amod"), None)
    if verb is None or any(c.text == "," for c in thing.children if c.i < verb.i):
        return
    later = [c for c in noun.children if c.i > verb.i and c is not thing]
    replace(noun, verb)
    as_verb(verb, "VBD")
    hang(noun, verb, "nsubj")
    hang(thing, verb, "obj")
    adopt(later, verb)


def _reach(token: Token) -> tuple[int, int]:
    """The first and last word below a token, commas left out."""
    inside = [token.i]
    stack = list(token.children)
    while stack:
        child = stack.pop()
        inside += [child.i] if child.text != "," else []
        stack += child.children
    return min(inside), max(inside)
