"""Sentences and tokens as plain objects, cut loose from the library that parsed them.

Offsets are half-open, in code points of the reading's view. Labels are those of Universal Dependencies (``dep``), the
Penn Treebank (``tag``) and UPOS (``pos``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from comity.language.repairs import mend
from comity.language.zones import Block

RELATIVE = frozenset({"who", "which", "that"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "nsubj:outer"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
NOT_ONLY = frozenset({"only", "just", "merely", "solely", "simply", "least"})
CLOSED = frozenset({"PUNCT", "DET", "ADP", "CCONJ", "PART", "SYM", "NUM", "PRON"})
"""Parts of speech that neither govern an act nor open a stance."""


@dataclass(slots=True, eq=False, repr=False)
class Token:
    """One word with its place in the tree; ``i`` counts through the whole document."""

    i: int
    text: str
    lower: str
    lemma: str
    tag: str
    pos: str
    dep: str
    start: int
    end: int
    head: Token = field(init=False)
    sentence: Sentence = field(init=False)
    children: list[Token] = field(default_factory=list)
    left: int = 0
    right: int = 0

    def __repr__(self) -> str:
        return f"Token({self.i}, {self.text!r}, {self.tag}, {self.dep})"

    @property
    def is_root(self) -> bool:
        """Whether nothing governs this word."""
        return self.head is self

    @property
    def is_verb(self) -> bool:
        """Whether the tagger calls it a verb form."""
        return self.tag[:2] == "VB"

    def ancestors(self) -> Iterator[Token]:
        """The governors, nearest first."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def child(self, *deps: str) -> Token | None:
        """The first child with one of these relations."""
        for c in self.children:
            if c.dep in deps:
                return c
        return None

    def all(self, *deps: str) -> list[Token]:
        """The children with one of these relations."""
        return [c for c in self.children if c.dep in deps]

    @property
    def conjuncts(self) -> list[Token]:
        """What is coordinated below this word, itself first, flattened, in order of the text.

        Whom or what the row excepts ("X, not Y", "X and Y, but not Z") is left out.
        """
        out = [self]
        for c in self.children:
            if c.dep == "conj" and not c.excepted:
                out += c.conjuncts
        return out

    @property
    def excepted(self) -> Token | None:
        """The "not" that takes a noun out of its row: "X, not Y", "not Y but X", but no "not only Y"."""
        if not self.tag.startswith("N"):
            return None
        joined = self.dep == "conj" or any(c.lower == "but" for x in self.all("conj") for c in x.all("cc"))
        before = [c for c in self.children if c.dep in {"advmod", "cc"} and c.i < self.i]
        if not joined or any(c.lower in NOT_ONLY for c in before):
            return None
        return next((c for c in before if c.lower == "not"), None)

    def subject(self) -> Token | None:
        """The subject of this verb, shared through coordination and open complements, or None."""
        token = self
        for _ in range(8):
            for c in token.children:
                if c.dep in SUBJECTS:
                    return c
            if (first := token.first_of_row()) is not None:
                token = first
                continue
            if token.dep in {"conj", "xcomp", "ccomp", "parataxis", "advcl"} and token.head is not token:
                if token.dep in {"ccomp", "parataxis"} or (token.dep == "advcl" and token.tag == "VBD"):
                    return None
                token = token.head.head if token.beyond_clause() else token.head
                continue
            if token.dep in {"acl:relcl", "acl"}:
                return token.head
            return self._lost_subject()
        return None

    def first_of_row(self) -> Token | None:
        """The clause with the same tense that somebody tells before it: "affirms that X has A, always does B"."""
        if self.dep not in {"conj", "parataxis"} or self.tag not in {"VBZ", "VBP"} or self.head.tag == self.tag:
            return None
        told = [c for c in self.head.all("ccomp") if self.head.i < c.i < self.i and c.tag == self.tag]
        return told[-1] if told else None

    def beyond_clause(self) -> bool:
        """Whether it goes on behind a clause with "will" or "would" into which the parser took it.

        "X hopes that Y will open the road and calls on it to pay": no finite verb shares the modal before it.
        """
        clause = self.head
        bare = clause.tag == "VB" and any(c.tag == "MD" for c in clause.all("aux"))
        told = clause.dep == "ccomp" and clause.head.tag == self.tag
        return self.dep == "conj" and self.tag in {"VBZ", "VBD"} and bare and told

    @property
    def cleft(self) -> bool:
        """Whether a clause tells what the noun above it did: "it was X that V-ed"."""
        return self.dep == "advcl:relcl" and self.head.tag.startswith("N") and self.head.child("cop") is not None

    @property
    def antecedent(self) -> Token:
        """The noun that a relative clause tells of: "X" in "it is X, not Y, which V-ed"."""
        noun = self.head
        return noun.head if noun.excepted and noun.dep == "conj" and noun.head.child("cop") else noun

    def doer(self) -> Token | None:
        """The subject of this verb, the noun before a relative clause in place of its pronoun."""
        found = self.subject()
        if found is not None and found.lower in RELATIVE and (found.head.dep == "acl:relcl" or found.head.cleft):
            return found.head.antecedent
        return found

    def _lost_subject(self) -> Token | None:
        """The name or plural right before a finite verb that the parser left without a subject."""
        if self.tag not in FINITE:
            return None
        tokens = self.sentence.tokens
        i = self.i - tokens[0].i - 1
        while i > 0 and tokens[i].tag == "RB":
            i -= 1
        found = tokens[i] if i >= 0 else self
        if found is self or found.tag not in {"NNP", "NNPS", "NNS"} or found.child("case"):
            return None
        while found.dep in {"conj", "flat"} and found.head.i < found.i:
            found = found.head
        return None if found.child("case") else found

    def within(self, other: Token) -> bool:
        """Whether this word lies in the subtree of ``other``."""
        return other.left <= self.i <= other.right and (self is other or any(a is other for a in self.ancestors()))


@dataclass(slots=True, eq=False, repr=False)
class Sentence:
    """One sentence (or list item, or headline) with the block it stands in."""

    index: int
    tokens: list[Token]
    block: Block

    def __repr__(self) -> str:
        return f"Sentence({self.index}, {' '.join(t.text for t in self.tokens)[:60]!r})"

    @property
    def start(self) -> int:
        """Offset of the first character."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Offset after the last character."""
        return self.tokens[-1].end

    @property
    def root(self) -> Token:
        """The word that nothing governs (the first, should there be several)."""
        return next((t for t in self.tokens if t.is_root), self.tokens[0])


def settle(sentence: Sentence) -> None:
    """Fill in the links that depend on the whole sentence: its tokens' children and the edges of their subtrees."""
    for token in sentence.tokens:
        token.sentence = sentence
        token.left = token.right = token.i
        if token.head is not token:
            token.head.children.append(token)
    mend(sentence.tokens)
    edges(sentence)


def edges(sentence: Sentence) -> None:
    """Tell every word how far its subtree reaches."""
    for token in sentence.tokens:
        token.left = token.right = token.i
    for token in sentence.tokens:
        low = high = token.i
        governor = token
        while governor.head is not governor:
            governor = governor.head
            if governor.left > low:
                governor.left = low
            if governor.right < high:
                governor.right = high
