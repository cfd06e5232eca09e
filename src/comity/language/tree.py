"""Moving words about in a sentence's tree while it is mended: heads and children are changed together."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from comity.language.syntax import Token


def below(token: Token, above: Token) -> bool:
    """Whether ``above`` governs ``token``, at whatever height."""
    return any(a is above for a in token.ancestors())


def hang(token: Token, head: Token, dep: str) -> None:
    """Make ``token`` a child of ``head``; nothing changes where that would make a circle."""
    if head is token or below(head, token):
        return
    if token.head is not token:
        token.head.children.remove(token)
    token.head, token.dep = head, dep
    head.children.append(token)
    head.children.sort(key=lambda t: t.i)


def replace(old: Token, new: Token) -> None:
    """Put ``new`` in the place of ``old``, which is left to be hung by the caller; ``new`` must lie below it."""
    if not below(new, old):
        return
    if new.head is not new:
        new.head.children.remove(new)
    if old.is_root:
        new.head, new.dep = new, "ROOT"
    else:
        above = old.head
        above.children[above.children.index(old)] = new
        new.head, new.dep = above, old.dep
    old.head = old


def adopt(tokens: Iterable[Token], head: Token) -> None:
    """Move children to another head, their relations kept."""
    for token in list(tokens):
        hang(token, head, token.dep)


def as_verb(token: Token, tag: str, lemma: str = "") -> None:
    """Read a word as a verb with this tag."""
    token.tag, token.pos, token.lemma = tag, "VERB", lemma or token.lemma


def phrase_head(token: Token, after: int) -> Token:
    """The head of the phrase that a token begins, as far as it reaches no further back than ``after``."""
    while not token.is_root and token.head.i > after and not token.head.is_verb:
        token = token.head
    return token


def as_name(token: Token) -> None:
    """Read a word that was taken for something else as a name; before a verb without a subject it is that."""
    if token.tag.startswith("N"):
        return
    token.tag, token.pos = "NNP", "PROPN"
    verb = token.head
    if verb.is_verb and token.i < verb.i and not verb.child("nsubj", "nsubj:pass", "csubj", "expl"):
        token.dep = "nsubj:pass" if verb.child("aux:pass") else "nsubj"
        return
    clause, above = verb, verb.head
    related = any(c.lower in {"which", "who", "that"} for c in clause.all("nsubj", "nsubj:pass"))
    if token.i < clause.i < above.i and related and above.is_verb and not above.child("nsubj", "nsubj:pass"):
        hang(token, above, "nsubj:pass" if above.child("aux:pass") else "nsubj")  # "Nicaragua, which …, insisted"
        hang(clause, token, "acl:relcl")
