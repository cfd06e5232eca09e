"""Clauses as headlines write them: two names and a comma before a plural verb, passives without "be".

"Kenya, Somalia ink pact" loses its first name, "Two diplomats ordered out of Peru" reads as if they gave the order.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from comity.language.repairs.mending import pasts_of
from comity.language.repairs.words import NAMES, SUBJECTS, words
from comity.language.tree import adopt, as_verb, hang, replace
from comity.vocab import load

if TYPE_CHECKING:
    from comity.language.syntax import Token

ENDS = frozenset({".", "!", "?", "”", '"'})
PRESENT = frozenset({"VBP", "VB"})


def mend_headline(tokens: Sequence[Token]) -> None:
    """Mend one line that does not end as a full sentence does, in place."""
    if tokens[-1].text in ENDS:
        return
    root = next((t for t in tokens if t.is_root), tokens[0])
    behind = tokens[1] if len(tokens) > 1 else root
    if root is tokens[0] and behind.lower in words("short_offices") and behind.head is root and root.tag in NAMES:
        others = [c for c in root.children if c is not behind]
        replace(root, behind)
        hang(root, behind, "compound")
        adopt(others, behind)
        root = behind
    if root.tag in NAMES and root is tokens[0]:
        _first_of_two(root)
    elif root.tag in {"VBD", "VBN"} and root.lower in _done_to():
        _bare_passive(root)
    elif root.tag == "VB" and root is not tokens[0]:
        _plural(root)


@cache
def _done_to() -> frozenset[str]:
    """Past forms of verbs that somebody is acted on by, so that without an object they are passives."""
    return frozenset(pasts_of(load("pipeline")["done_to"])) | words("done_to_forms")


def _first_of_two(name: Token) -> None:
    """ "Kenya, Somalia ink pact": the verb that the second name was given is that of both."""
    verb = next(
        (c for c in name.children if c.tag in PRESENT | {"VBD"} and c.dep in {"parataxis", "conj", "acl"}), None
    )
    second = verb.child("nsubj") if verb is not None else None
    if verb is None or second is None or second.tag not in NAMES:
        return
    between = [t for t in name.sentence.tokens if name.i < t.i < second.i]
    if not between or any(t.text not in {",", "and", "&"} and t.head is not second for t in between):
        return
    others = [c for c in name.children if c is not verb]
    replace(name, verb)
    hang(name, verb, "nsubj")
    hang(second, name, "conj")
    adopt([c for c in others if c.i > verb.i], verb)
    as_verb(verb, "VBP" if verb.tag == "VB" else verb.tag)


def _bare_passive(verb: Token) -> None:
    """ "Two diplomats ordered out of Peru": who would order whom is not said, so they were ordered."""
    subject = verb.child("nsubj")
    if subject is None or verb.child("obj", "ccomp", "aux", "aux:pass", "iobj"):
        return
    if verb.child("xcomp") is None or verb.lemma in words("told_to"):
        verb.tag, subject.dep = "VBN", "nsubj:pass"


def _plural(verb: Token) -> None:
    """ "Oman and India wrap up talks": the bare form behind names is a plural."""
    first = next((c for c in verb.children if c.i < verb.i and c.dep in {"compound", "nsubj", "nmod"}), None)
    if first is None or verb.child("aux", "mark") or (verb.child(*SUBJECTS) and first.dep != "nsubj"):
        return
    if first.tag in NAMES or (first.tag.startswith("NN") and first.text[:1].isupper()):
        as_verb(verb, "VBP")
        first.dep = "nsubj"
