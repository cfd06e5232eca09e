"""Names as one piece in the tree: the parser may hang their words, and those around them, in different places.

Once the names of a sentence are known, each gets one head; a name left hanging beside its verb becomes its object, and
one right before a verb its subject where the parser took a phrase with a preposition for that.
"""

from __future__ import annotations

from collections.abc import Sequence

from comity.language.entities import Mention
from comity.language.repairs.words import SUBJECTS
from comity.language.syntax import Sentence, Token, edges
from comity.language.tree import adopt, below, hang, replace

LOOSE = frozenset({"xcomp", "dep", "list", "appos", "nmod:unmarked", "obl:unmarked", "parataxis"})
OWNING = frozenset({"'s", "’s"})
WITHIN = frozenset({"flat", "compound", "appos", "list", "conj"})


def mend_names(sentences: Sequence[Sentence], mentions: Sequence[Sequence[Mention]]) -> None:
    """Mend the trees of the sentences around the names found in each."""
    for sentence, names in zip(sentences, mentions, strict=True):
        first = sentence.tokens[0].i if sentence.tokens else 0
        changed = False
        for name in names:
            inside = sentence.tokens[name.start - first : name.end - first]
            changed = _one_head(inside) or changed
            head = next((t for t in inside if t.head not in inside or t.is_root), None)
            if head is not None:
                changed = _above_nation(name, head, names) or changed
                changed = _two_persons(name, head, sentence, names) or changed
                changed = _owned_beside(name, head, sentence, names) or changed
                changed = _object(head) or _subject(head, inside) or _beside(name, head, sentence, names) or changed
        if changed:
            edges(sentence)


def _depth(token: Token) -> int:
    return sum(1 for _ in token.ancestors())


def _one_head(inside: Sequence[Token]) -> bool:
    """Hang the words of a name on the one that stands highest."""
    heads = [t for t in inside if t.is_root or t.head not in inside]
    if len(heads) < 2:
        return False
    top = min(heads, key=_depth)
    for other in heads:
        if other is not top:
            hang(other, top, "flat")
    return True


def _above_nation(name: Mention, head: Token, names: Sequence[Mention]) -> bool:
    """ "Somali President X": the person is what is told of, not the adjective before the post."""
    nation = head.head
    if name.entity.kind != "person" or head.dep not in {"flat", "compound"} or nation.i >= name.start:
        return False
    if not any(m.form == "demonym" and m.start <= nation.i < m.end for m in names):
        return False
    replace(nation, head)
    adopt(nation.children, head)
    hang(nation, head, "amod")
    return True


def _two_persons(name: Mention, head: Token, sentence: Sentence, names: Sequence[Mention]) -> bool:
    """ "Premier A and his Lao counterpart B pledged": both are the subject, though A was hung below B."""
    first = next((m for m in reversed(names) if m.entity.kind == "person" and m.end < name.start), None)
    if name.entity.kind != "person" or head.dep not in SUBJECTS or first is None:
        return False
    offset = sentence.tokens[0].i
    between = sentence.tokens[first.end - offset : name.start - offset]
    if between[0].lower != "and" or any(t.is_verb or t.dep == "punct" for t in between):
        return False
    mine = sentence.tokens[first.start - offset : first.end - offset]
    leader = next((t for t in mine if t.head not in mine), mine[0])
    if not below(leader, head):
        return False
    replace(head, leader)
    hang(head, leader, "conj")
    for word in [c for c in leader.children if first.end <= c.i < name.start]:
        hang(word, head, "cc" if word.dep == "cc" else "compound")
    return True


def _owned_beside(name: Mention, head: Token, sentence: Sentence, names: Sequence[Mention]) -> bool:
    """ "President A and B's President C agreed": C is beside A, and no other name of his."""
    first = next((m for m in reversed(names) if m.entity.kind == "person" and m.end < name.start), None)
    if name.entity.kind != "person" or head.dep != "appos" or first is None:
        return False
    offset = sentence.tokens[0].i
    between = sentence.tokens[first.end - offset : name.start - offset]
    join = next((t for t in reversed(between) if t.lower == "and"), None)
    owner = next((m for m in names if join is not None and m.start == join.i + 1 and m.entity.kind == "state"), None)
    if join is None or owner is None or any(t.is_verb or t.text == "," for t in between):
        return False
    mark, state = sentence.tokens[owner.end - offset], sentence.tokens[owner.end - 1 - offset]
    if mark.text not in OWNING or mark.i >= name.start:
        return False
    mine = sentence.tokens[first.start - offset : first.end - offset]
    leader = next((t for t in mine if t.head not in mine), mine[0])
    hang(head, leader, "conj")
    for word in [c for c in head.children if first.end <= c.i < join.i]:
        hang(word, leader, "nmod")
    hang(state, head, "nmod:poss")
    hang(mark, state, "case")
    hang(join, head, "cc")
    return True


def _object(head: Token) -> bool:
    """A name that hangs loosely behind a verb without an object is its object."""
    verb = head.head
    if head.dep not in LOOSE or not verb.is_verb or head.i < verb.i or not head.tag.startswith("NNP"):
        return False
    if verb.child("obj", "ccomp", "nsubj:pass") or head.child("case", "cop", "mark") or verb.lemma in {"be", "say"}:
        return False
    head.dep = "obj"
    return True


def _beside(name: Mention, head: Token, sentence: Sentence, names: Sequence[Mention]) -> bool:
    """ "A of X and B of Y": a person coordinated with the other's state is coordinated with the other."""
    if name.entity.kind != "person" or head.dep != "conj":
        return False
    state = head.head
    owner = state.head
    known = {i: m for m in names for i in range(m.start, m.end)}
    mention, first = known.get(state.i), known.get(owner.i)
    if mention is None or first is None or mention.entity.kind not in {"state", "place"}:
        return False
    if first.entity.kind != "person" or state.dep != "nmod":
        return False
    while owner.head.i in range(first.start, first.end) and owner.head is not owner:
        owner = owner.head
    hang(head, owner, "conj")
    return True


def _subject(head: Token, inside: Sequence[Token]) -> bool:
    """ "During a visit by A, B raised …": the name right before the verb is its subject, not that after "by"."""
    tokens = head.sentence.tokens
    after = inside[-1].i - tokens[0].i + 1
    if after >= len(tokens) or not tokens[after].is_verb or head.dep not in WITHIN or head.is_root:
        return False
    verb, other = tokens[after], head.head
    wrong = verb.child("nsubj")
    if wrong is None or wrong.i > head.i or not wrong.child("case") or other is not wrong:
        return False
    inner = next((c for c in wrong.children if c.i < wrong.i and c.dep == "nmod"), None)
    hang(head, verb, "nsubj")
    if inner is not None:
        replace(wrong, inner)
        inner.dep = "obl"
        hang(wrong, inner, "nmod")
    else:
        wrong.dep = "obl"
    return True
