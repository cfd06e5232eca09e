"""Names, titles and free wording held against each other."""

from __future__ import annotations

from comity.language.folding import fold_name
from comity.reconcile.judge.relation import SAME, Finding, Relation
from comity.reconcile.words import covers, telling, words
from comity.vocab import load


def compare_texts(one: str, other: str, *, free: bool) -> Finding:
    """How two texts relate. ``free`` wording gives the same where it says it in other words; names must agree.

    Texts never clash: one that says more is finer, other words stand beside each other.
    """
    if one == other or fold_name(one) == fold_name(other):
        return SAME
    first, second = words(one), words(other)
    if first == second:
        return SAME
    more, less = telling(first) - telling(second), telling(second) - telling(first)
    if more and not less:
        return Finding(Relation.FINER, "one says more than the other")
    if less and not more:
        return Finding(Relation.COARSER, "one says more than the other")
    if free and covers(first, second) >= float(load("judging")["paraphrase"]):
        return Finding(Relation.SAME, "in other words")
    if not more and not less:
        return _generic(first, second, free)
    return Finding(Relation.BESIDE, "they put it in different words")


def _generic(first: frozenset[str], second: frozenset[str], free: bool) -> Finding:
    """Texts that differ in words of little weight only ("comprehensive strategic partnership")."""
    if free:
        return Finding(Relation.SAME, "in other words")
    if first > second:
        return Finding(Relation.FINER, "one says more than the other")
    if first < second:
        return Finding(Relation.COARSER, "one says more than the other")
    return Finding(Relation.BESIDE, "they put it in different words")


def compare_lists(one: tuple[str, ...], other: tuple[str, ...]) -> Finding:
    """How two lists of texts relate, as sets."""
    first, second = ({words(item) for item in items} for items in (one, other))
    if first == second:
        return SAME
    if first >= second:
        return Finding(Relation.FINER, "one lists more")
    if first <= second:
        return Finding(Relation.COARSER, "one lists more")
    return Finding(Relation.BESIDE, "they list different items")
