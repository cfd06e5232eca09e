"""Relative and time clauses whose subject stands before a misread verb: "which Burundi accuses of arming rebels".

Parser and tagger lose that subject to a compound, an auxiliary or the pronoun, and take the verb for a participle or a
plural.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from comity.language.repairs.mending import thirds
from comity.language.repairs.words import words
from comity.language.tree import hang, phrase_head, replace

if TYPE_CHECKING:
    from comity.language.syntax import Token

PRONOUNS = frozenset({"which", "that", "whom"})
WITHIN = ("N", "DT", "PRP", "JJ", "CD", "POS", "CC")
"""First letters of the tags that a short subject is made of."""
VERBS = frozenset({"VBD", "VBN", "VBZ", "VBP"})
REACH = 8
JOINED = frozenset({"aux", "aux:pass", "cop"})


def mend_relatives(tokens: Sequence[Token]) -> None:
    """Give a sentence's relative clauses their subjects and verbs back, and its rows of verbs their first one."""
    for token in tokens:
        if token.tag == "VBN" and token.dep == "conj":
            _second_verb(token)
        elif token.tag == "VBD" and token.is_root:
            _first_verb(token)
    for at, token in enumerate(tokens):
        if token.lower in PRONOUNS and token.tag in {"WDT", "WP"} and (verb := _verb(tokens, at)) is not None:
            _mend(token, verb, tokens[at + 1 : verb.i - tokens[0].i])
    for token in tokens:
        if token.tag == "VBN" and token.child("aux:pass") and not token.child("nsubj:pass"):
            _undergoing(token)
        if token.dep == "acl":
            _opened(token, tokens)
        if token.tag == "VBD" and token.dep == "parataxis":
            _participle(token, tokens)
        elif token.tag == "VBD" and token.dep == "acl" and _passive(token):
            token.tag = "VBN"
        own = token.child("nsubj")
        if token.tag == "VBN" and token.dep in {"acl", "acl:relcl"} and own is not None and own.i < token.i:
            _active(token)


def _second_verb(verb: Token) -> None:
    """ "X recalled its envoy and halted imports", its second verb read as one with the envoy."""
    noun, above = verb.head, verb.head.head
    if noun.dep != "obj" or not noun.tag.startswith("N") or above.tag not in VERBS or verb.child("aux", "aux:pass"):
        return
    thing = next((c for c in above.all("obj") if c.i > verb.i), None)
    if thing is None or verb.child("obj", "case") or not any(c.dep == "cc" for c in (*verb.children, *noun.children)):
        return
    verb.tag, verb.pos = "VBD", "VERB"
    hang(verb, above, "conj")
    hang(thing, verb, "obj")


def _first_verb(root: Token) -> None:
    """ "The two fought a war in 1969, came close to blows and signed a pact": the first verb has the subject."""
    first = next((c for c in root.children if c.dep == "advcl" and c.tag == "VBD" and c.i < root.i), None)
    if first is None or first.child("nsubj") is None or first.child("mark", "advmod") or root.child("nsubj", "expl"):
        return
    if root.child("conj") is not None:
        replace(root, first)
        hang(root, first, "conj")


def _undergoing(verb: Token) -> None:
    """ "X, on his third visit, was received": the subject of a passive undergoes it."""
    subject = next((c for c in verb.children if c.dep == "nsubj" and c.i < verb.i), None)
    if subject is not None:
        subject.dep = "nsubj:pass"


def _opened(verb: Token, tokens: Sequence[Token]) -> None:
    """A clause behind "after", "as" or the like whose verb was hung onto its subject."""
    if verb.tag == "VBN":
        _time_clause(verb, tokens)
    elif verb.tag == "VBD":
        _meanwhile(verb)


def _time_clause(verb: Token, tokens: Sequence[Token]) -> None:
    """ "Three weeks after Omani guards detained eleven fishermen", its verb read as a participle of the guards."""
    noun, above = verb.head, verb.head.head
    opener = next((c for c in noun.children if c.dep == "case" and c.lower in words("clause_openers")), None)
    behind = tokens[verb.i - tokens[0].i + 1] if verb.i < tokens[-1].i else verb
    if opener is None or noun.tag not in {"NNS", "NNPS", "NNP"} or noun.i != verb.i - 1 or noun.dep != "obl":
        return
    thing = phrase_head(behind, verb.i)
    if thing.head is not above or thing.dep != "obj" or thing.child("case") or not above.is_verb:
        return
    verb.tag = "VBD"
    hang(verb, above, "advcl")
    hang(noun, verb, "nsubj")
    hang(opener, verb, "mark")
    hang(thing, verb, "obj")


def _meanwhile(verb: Token) -> None:
    """ "Togo lifted the ban as the leaders of both states met", its last verb hung onto the leaders."""
    noun, above = verb.head, verb.head.head
    opener = next((c for c in noun.children if c.dep == "case" and c.lower in words("clause_openers")), None)
    if opener is None or noun.dep != "obl" or not above.is_verb or verb.child("nsubj", "aux", "aux:pass", "mark"):
        return
    hang(verb, above, "advcl")
    hang(noun, verb, "nsubj")
    hang(opener, verb, "mark")


def _participle(verb: Token, tokens: Sequence[Token]) -> None:
    """ "A treaty, also concluded on Tuesday, will go to parliament": between commas and without subject no verb."""
    own, first = verb.child("nsubj"), tokens[0].i
    if own is not None and verb.head.i > verb.i and tokens[own.i - first + 1].text == ",":
        hang(own, verb.head, "nsubj")
        hang(verb, own, "parataxis")
    noun = verb.head
    before = tokens[verb.i - first - 1]
    before = tokens[before.i - first - 1] if before.tag == "RB" and before.i > first else before
    closed = any(t.text == "," for t in tokens[verb.i - first + 1 :])
    if noun.tag.startswith("N") and noun.i < verb.i and before.text == "," and closed and verb.child("nsubj") is None:
        verb.tag, verb.dep = "VBN", "acl"


def _passive(verb: Token) -> bool:
    """ "The accord reached in Lima between X and Y lets trucks cross": the next verb is that of the sentence."""
    noun, above = verb.head, verb.head.head
    if verb.lower in words("intransitive_pasts") | words("only_pasts") or verb.child("obj", "nsubj", "xcomp", "ccomp"):
        return False
    behind = any(c.i > verb.i and c.child("case") is not None for c in verb.children)
    if behind and noun.dep == "obj" and above.is_verb and above.i < noun.i and verb.i == noun.i + 1:
        return True  # "recalled the agreement concluded with X"
    return behind and noun.dep in {"nsubj", "nsubj:pass"} and above.i > verb.i and above.tag in VERBS


def _active(verb: Token) -> None:
    """ "The aid Norway suspended": with a subject of its own and no auxiliary it is no participle."""
    if not any(c.dep in JOINED and c.tag[:2] in {"VB", "MD"} for c in verb.children):
        verb.tag, verb.pos = "VBD", "VERB"


def _verb(tokens: Sequence[Token], at: int) -> Token | None:
    """The verb right behind the short subject that follows a pronoun."""
    if at + 2 >= len(tokens) or not tokens[at + 1].tag.startswith(WITHIN):
        return None
    for token in tokens[at + 2 : at + 2 + REACH]:
        if token.tag in VERBS or _hidden(token):
            return token
        if not token.tag.startswith(WITHIN):
            return None
    return None


def _hidden(token: Token) -> bool:
    """Whether a plural is the verb of the clause ("whom the president accuses of lying")."""
    return token.tag == "NNS" and token.dep == "acl:relcl" and token.lower in thirds()


def _mend(pronoun: Token, verb: Token, between: Sequence[Token]) -> None:
    if any(c.dep in JOINED and c.tag[:2] in {"VB", "MD"} for c in verb.children) or not between:
        return
    if between[-1].tag[:1] not in {"N", "P"} or between[-1].tag == "POS" or not _governed(pronoun, verb):
        return
    subject = phrase_head(between[-1], pronoun.i) if between[-1].head.i < verb.i else between[-1]
    if _hidden(verb):
        verb.tag, verb.pos, verb.lemma = "VBZ", "VERB", thirds()[verb.lower]
    elif verb.tag == "VBN":
        verb.tag, verb.pos = "VBD", "VERB"
    hang(subject, verb, "nsubj")
    for c in [c for c in verb.children if pronoun.i < c.i < subject.i and c.dep not in {"nsubj", "punct"}]:
        hang(c, subject, c.dep)
    if pronoun.dep in {"nsubj", "nsubj:pass", "dep"}:
        pronoun.dep = "obj"


def _governed(pronoun: Token, verb: Token) -> bool:
    """Whether the clause hangs on the verb, or can be hung on it where it was read on into the next ("is in force")."""
    if pronoun.head is verb:
        return verb.dep.startswith("acl")
    above, noun = pronoun.head, pronoun.head.head
    wrong = above.i > verb.i and above.dep == "acl:relcl" and noun.i == pronoun.i - 2 and verb.dep == "acl"
    between = (t.text for t in pronoun.sentence.tokens if verb.i < t.i < above.i)
    if not wrong or above.child(*JOINED) is None or "," not in between:
        return False
    subject = verb.head
    replace(noun, above)
    hang(noun, above, "nsubj:pass" if above.child("aux:pass") else "nsubj")
    hang(verb, noun, "acl:relcl")
    hang(pronoun, verb, "obj")
    hang(subject, verb, "nsubj")
    return True


__all__ = ["mend_relatives"]
