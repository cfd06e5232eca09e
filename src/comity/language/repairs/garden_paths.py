"""Repairs of clauses in which the parser went down the garden path.

"Riyadh severed ties", "undertakes to complete acquisition", "after X fired", "soldiers captured were freed": each
costs the clause its verb, its subject or both. Words are taken for verbs by their form and place alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from comity.language.repairs.clause_subjects import after_dateline, doubled_subject, lost_subject, subject_before
from comity.language.repairs.clause_verbs import asked, bare_infinitive, embedded_verb, gerund, infinitive
from comity.language.repairs.words import FINITE, NAMES, SUBJECTS, words
from comity.language.tree import as_verb, hang, replace

if TYPE_CHECKING:
    from comity.language.syntax import Token

TENSED = FINITE | {"MD"}
OPENS = frozenset({"CC", "WDT", "WP", "WP$", "WRB"})
"""Tags of words behind which a clause with a subject of its own may stand."""


def mend_garden_paths(tokens: Sequence[Token]) -> None:
    """Mend the clauses of one sentence, in place."""
    for token in tokens:
        _verb(token, tokens)
        if token.is_verb:
            _misread(token, tokens)
        if token.lower == "wound" and any(c.lower == "up" for c in token.children):
            as_verb(token, "VBD", "wind")
    for token in tokens:
        if token.tag in TENSED and token.dep not in {"aux", "aux:pass", "cop"}:
            subject_before(token, tokens)
            doubled_subject(token)
        aux = [c for c in token.children if c.dep in {"aux", "cop", "aux:pass"}]
        perfect = token.tag in {"VBN", "VB"} and any(c.tag in FINITE | {"MD"} for c in aux)
        if perfect and not token.child("aux:pass"):
            subject_before(token, tokens)
        if token.tag in FINITE or perfect:
            lost_subject(token)
            after_dateline(token)


def _verb(token: Token, tokens: Sequence[Token]) -> None:
    """Give a verb that was read as part of a noun phrase its object."""
    if (token.tag == "VBN" and token.dep in {"amod", "acl"}) or (token.tag == "VBD" and token.dep == "amod"):
        embedded_verb(token)
    elif token.dep in {"amod", "compound"} and (
        token.tag == "VB" or token.lower in words("adjectives_or_verbs") or token.lower in words("regular_verbs")
    ):
        infinitive(token, tokens)
    elif token.tag == "NN" and token.dep in {"obl", "fixed"}:
        bare_infinitive(token, tokens)
    elif token.tag == "NN" and token.dep == "nsubj":
        asked(token)
    elif token.tag == "VBG" and token.dep == "amod":
        gerund(token, tokens)


def _misread(token: Token, tokens: Sequence[Token]) -> None:
    """Right the tense, the clause or the kind of a word that was read as a verb."""
    if token.tag in {"VBD", "VBN"} and token.dep == "xcomp":
        _after_clause(token)
    elif token.tag == "VBD":
        _reduced(token)
    elif token.tag == "VBP":
        _noun_after_all(token)
        _command(token, tokens)
    elif token.tag == "VBZ" and any(c.dep == "case" and c.i == token.i - 1 for c in token.children):
        token.tag, token.pos = "NNS", "NOUN"  # "amid hopes that"
    elif token.tag == "VBZ" and token.dep == "xcomp":
        _plural_after_all(token, tokens)
    elif token.tag == "VBG" and token.dep == "acl" and token.lower in words("gerund_nouns"):
        _compound_head(token)


def _compound_head(word: Token) -> None:
    """ "a new road crossing": a noun in -ing behind the noun that only tells which."""
    noun = word.head
    if noun.i != word.i - 1 or not noun.tag.startswith("NN") or any(c.dep == "obj" for c in word.children):
        return
    replace(noun, word)
    word.tag, word.pos, word.lemma = "NN", "NOUN", word.lower
    for child in [c for c in noun.children if c.dep in {"det", "amod", "case", "nmod:poss", "nummod"}]:
        hang(child, word, child.dep)
    hang(noun, word, "compound")


def _after_clause(verb: Token) -> None:
    """ "come after the coast guard fired": what the conjunction was read to govern is the subject of the verb."""
    above = verb.head
    near = [c for c in above.children if c.i < verb.i and c.dep == "obl"]
    if not near or not above.is_verb:
        return
    noun = near[-1]
    mark = next((c for c in noun.children if c.dep == "case"), None)
    if mark is None or mark.lower not in words("clause_openers") or _edge(noun) + 1 != verb.i:
        return
    hang(noun, verb, "nsubj")
    hang(mark, verb, "mark")
    as_verb(verb, "VBD")
    verb.dep = "advcl"


def _edge(token: Token) -> int:
    """The last word below a token; the subtree's edges are not settled yet."""
    return max([token.i, *(_edge(c) for c in token.children)])


def _reduced(verb: Token) -> None:
    """ "Two soldiers captured in the fighting were released": the second verb is that of the sentence."""
    second = next((c for c in verb.children if c.dep in {"conj", "ccomp", "parataxis"} and c.i > verb.i), None)
    if second is None or second.tag != "VBN" or any(c.dep in {"cc", *SUBJECTS} for c in second.children):
        return
    aux = next((c for c in second.children if c.dep == "aux:pass" and c.tag in FINITE), None)
    between = verb.sentence.tokens[verb.i + 1 - verb.sentence.tokens[0].i : second.i - verb.sentence.tokens[0].i]
    if any(t.tag in OPENS or t.lower in words("clause_openers") for t in between):
        return
    subject = next((c for c in verb.children if c.dep in {"nsubj", "nsubj:pass"}), None)
    if aux is None or subject is None or any(c.text == "," and verb.i < c.i < second.i for c in verb.children):
        return
    replace(verb, second)
    hang(subject, second, "nsubj:pass")
    hang(verb, subject, "acl")
    verb.tag = "VBN"


def _noun_after_all(word: Token) -> None:
    """ "wrapped up the JIMEX exercise": a plural verb with a singular name as its subject is a noun."""
    subjects = [c for c in word.children if c.dep == "nsubj"]
    if not subjects or any(c.dep in {"obj", "xcomp", "ccomp", "aux", "mark"} for c in word.children):
        return
    name = subjects[-1]
    if name.tag not in NAMES or any(c.dep == "conj" for c in name.children) or name.i != word.i - 1:
        return
    verb = _carrier(word, subjects)
    if verb is None:
        return
    name.dep = "compound"
    word.tag, word.pos = "NN", "NOUN"
    if word.is_root:
        replace(word, verb)
        as_verb(verb, "VBD" if verb.tag == "VBN" else verb.tag)
        hang(subjects[0], verb, "nsubj")
    hang(word, verb, "obj")


def _command(verb: Token, tokens: Sequence[Token]) -> None:
    """A verb that opens a sentence without a subject is in the bare form: an item of a list, a command."""
    if verb is tokens[0] and verb.is_root and not any(c.dep in SUBJECTS for c in verb.children):
        verb.tag = "VB"


def _plural_after_all(word: Token, tokens: Sequence[Token]) -> None:
    """ "a ban on coal exports": what cannot be a tensed verb is the plural that the noun before it stands with."""
    before = tokens[word.i - 1 - tokens[0].i] if word.i > tokens[0].i else word
    if not before.tag.startswith("NN") or before.is_root or not any(c.dep == "case" for c in before.children):
        return
    if any(c.dep in SUBJECTS for c in word.children):
        return
    word.head.children.remove(word)
    word.head = word
    replace(before, word)
    word.tag, word.pos = "NNS", "NOUN"
    for child in [c for c in before.children if c.dep in {"case", "det"}]:
        hang(child, word, child.dep)
    hang(before, word, "compound")


def _carrier(word: Token, subjects: Sequence[Token]) -> Token | None:
    """The verb of which a noun read as a verb is the object: a governor, or a participle on the true subject."""
    if not word.is_root:
        return word.head if word.dep in {"advcl", "ccomp", "xcomp"} and word.head.is_verb else None
    if len(subjects) < 2:
        return None
    stack = list(subjects[0].children)
    while stack:
        token = stack.pop()
        if token.tag in {"VBN", "VBD"} and token.dep == "acl":
            return token
        stack += token.children
    return None
