"""Sentences and tokens as plain objects, cut loose from the library that parsed them.

Offsets are half-open, in code points of the reading's view. Labels are those of Universal Dependencies (``dep``), the
Penn Treebank (``tag``) and UPOS (``pos``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from comity.language.betweens import mend_betweens
from comity.language.clause_joints import mend_joints
from comity.language.coordination import mend_late_rows, mend_rows
from comity.language.fronted import mend_fronted
from comity.language.garden_paths import mend_garden_paths
from comity.language.headlines import mend_headline
from comity.language.hidden_verbs import mend_hidden_verb
from comity.language.honorifics import mend_honorifics
from comity.language.idioms import mend_idioms
from comity.language.infinitive_rows import mend_infinitives
from comity.language.lost_parts import mend_lost_parts
from comity.language.mending import lemma_of, mend_clauses
from comity.language.noun_rows import mend_noun_rows
from comity.language.openings import (
    mend_days_before_nouns,
    mend_late_objects,
    mend_opening,
    mend_shared_owners,
    mend_split_compounds,
    mend_two_demonyms,
)
from comity.language.perfects import mend_perfects
from comity.language.relative_clauses import mend_relatives
from comity.language.sure_verbs import mend_sure_verbs
from comity.language.telegraphic import mend_telegraphic
from comity.language.zones import Block

RELATIVE = frozenset({"who", "which", "that"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "nsubj:outer"})
MENDED = {"NN": "VB", "JJ": "VB", "JJR": "VB", "NNS": "VBZ"}
"""Tags that a verb may get by mistake, with the verb's tag."""
FINITE = frozenset({"VBD", "VBZ", "VBP"})
CLAUSAL = frozenset({"ccomp", "xcomp", "advcl", "acl", "acl:relcl", "conj", "ROOT"})


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
        return self.tag.startswith("VB")

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
        """What is coordinated below this word, itself first, flattened, in order of the text."""
        out = [self]
        for c in self.children:
            if c.dep == "conj":
                out += c.conjuncts
        return out

    def subject(self) -> Token | None:
        """The subject of this verb, shared through coordination and open complements, or None."""
        token = self
        for _ in range(8):
            for c in token.children:
                if c.dep in SUBJECTS:
                    return c
            if token.dep in {"conj", "xcomp", "ccomp", "parataxis", "advcl"} and token.head is not token:
                if token.dep in {"ccomp", "parataxis"} or (token.dep == "advcl" and token.tag == "VBD"):
                    return None
                token = token.head
                continue
            if token.dep in {"acl:relcl", "acl"}:
                return token.head
            return self._lost_subject()
        return None

    def doer(self) -> Token | None:
        """The subject of this verb, the noun before a relative clause in place of its pronoun."""
        found = self.subject()
        if found is not None and found.lower in RELATIVE and found.head.dep == "acl:relcl":
            return found.head.head
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
    mend_honorifics(sentence.tokens)
    for token in sentence.tokens:
        _mend(token)
    mend_clauses(sentence.tokens)
    mend_betweens(sentence.tokens)
    mend_perfects(sentence.tokens)
    mend_sure_verbs(sentence.tokens)
    mend_rows(sentence.tokens)
    mend_infinitives(sentence.tokens)
    mend_noun_rows(sentence.tokens)
    mend_lost_parts(sentence.tokens)
    mend_garden_paths(sentence.tokens)
    mend_two_demonyms(sentence.tokens)
    mend_late_objects(sentence.tokens)
    mend_days_before_nouns(sentence.tokens)
    mend_split_compounds(sentence.tokens)
    mend_opening(sentence.tokens)
    mend_shared_owners(sentence.tokens)
    mend_hidden_verb(sentence.tokens)
    mend_late_rows(sentence.tokens)
    mend_telegraphic(sentence.tokens)
    mend_joints(sentence.tokens)
    mend_fronted(sentence.tokens)
    mend_headline(sentence.tokens)
    mend_idioms(sentence.tokens)
    mend_relatives(sentence.tokens)
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


def _mend(token: Token) -> None:
    """Read as a verb what was tagged a noun although it governs the parts of a clause ("both sides speed up work")."""
    if token.tag not in MENDED or token.dep not in CLAUSAL:
        return
    opens = any(c.dep == "xcomp" and c.i == token.i + 1 for c in token.children) and token.child("nsubj") is not None
    if not opens and not any(c.dep in {"obj", "compound:prt", "ccomp"} and c.i > token.i for c in token.children):
        return
    token.tag, token.pos = MENDED[token.tag], "VERB"
    token.lemma = token.lower if token.tag == "VB" else lemma_of(token.lower, token.lemma, token.tag)
    if token.child(*SUBJECTS) is None:
        for c in token.children:
            if c.i < token.i and c.dep in {"compound", "nmod", "nmod:poss"} and c.tag in {"NNS", "NNP", "NNPS"}:
                c.dep = "nsubj"
