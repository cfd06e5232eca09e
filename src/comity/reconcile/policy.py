"""Which value is shown: the rules of vocab/judging.yaml, or others given in their place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import regex

from comity.model import Head
from comity.reconcile.judge.relation import Relation
from comity.reconcile.judge.telling import UNDATED, Telling, Variant
from comity.reconcile.judge.verdict import Verdict
from comity.reconcile.registry import publisher
from comity.vocab import load

Policy = Sequence[Mapping[str, Any]]
"""Rules in order of preference: each a ``name`` and the ``classes`` of sources that it takes in."""

SIGNED = "signed_text"
AGENCY = "news_agency"


def standing(head: Head) -> str:
    """The class of a source for the policy: ``signed_text`` where an official source publishes the text itself, that of
    the agency where an outlet reprints one.
    """
    if head.source_class == "official" and _signed().search(head.title):
        return SIGNED
    credited = (row for name in head.credits if (row := publisher(name)) and row.source_class == AGENCY)
    return AGENCY if next(credited, None) else head.source_class


def shown(variants: Sequence[Variant], verdict: Verdict, policy: Policy | None = None) -> tuple[tuple[int, ...], str]:
    """The order in which variants are shown, by position, and the name of the rule that put the first there.

    A later stage goes before an earlier one; then the class of source decides, then precision, then the earlier
    telling, then the document's key.
    """
    rules = load("judging")["policy"] if policy is None else policy
    order = sorted(range(len(variants)), key=lambda i: _rank(i, variants, verdict, rules))
    return tuple(order), _rule(order, variants, verdict, rules)


def _rank(i: int, variants: Sequence[Variant], verdict: Verdict, rules: Policy) -> tuple[Any, ...]:
    others = [verdict.finding(i, j).relation for j in range(len(variants)) if j != i]
    told = min(variants[i].tellings, key=lambda t: (_place(t, rules), t.order))
    return (
        sum(relation is Relation.EARLIER for relation in others),
        not any(telling.firm for telling in variants[i].tellings),
        _place(told, rules),
        sum(relation is Relation.COARSER for relation in others),
        -len(variants[i].groups),
        told.head.published or UNDATED,
        told.order,
        str(variants[i].tellings[0].plain),
    )


def _place(telling: Telling, rules: Policy) -> int:
    held = standing(telling.head)
    return next((i for i, rule in enumerate(rules) if held in rule["classes"]), len(rules))


def _rule(order: Sequence[int], variants: Sequence[Variant], verdict: Verdict, rules: Policy) -> str:
    ranks = [_rank(i, variants, verdict, rules) for i in order]
    if len(ranks) > 1:
        names = ("latest", "asserted", "", "more_precise", "more_sources", "earliest_told")
        apart = next(
            (k for k, pair in enumerate(zip(ranks[0], ranks[1], strict=True)) if pair[0] != pair[1]), len(names)
        )
        if apart < len(names) and names[apart]:
            return names[apart]
    return str(rules[ranks[0][2]]["name"]) if ranks[0][2] < len(rules) else "unlisted_class"


@cache
def _signed() -> regex.Pattern[str]:
    return regex.compile(load("judging")["signed_text"])
