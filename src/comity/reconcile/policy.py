"""Which value is shown: the rules of vocab/judging.yaml, or others given in their place."""

from __future__ import annotations

from collections import Counter
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
    telling, then the document's key. A bare year gives way to any date in it, whoever gives that.
    """
    rules = load("judging")["policy"] if policy is None else policy
    tallies = verdict.standing(len(variants))
    ranks = [_rank(variant, tally, rules) for variant, tally in zip(variants, tallies, strict=True)]
    order = sorted(range(len(variants)), key=lambda i: ranks[i])
    return tuple(order), _rule([ranks[i] for i in order[:2]], rules)


def _rank(variant: Variant, tally: Counter[Relation], rules: Policy) -> tuple[Any, ...]:
    ranked = ((_place(telling, rules), telling.order, telling) for telling in variant.tellings)
    place, order, first = min(ranked, key=lambda found: found[:2])
    return (
        tally[Relation.EARLIER],
        not any(telling.firm for telling in variant.tellings),
        tally[Relation.COARSER] > 0 and _is_year(variant.value),
        place,
        tally[Relation.COARSER],
        -len(variant.groups),
        first.head.published or UNDATED,
        order,
        str(first.plain),
    )


def _is_year(value: Any) -> bool:
    return isinstance(value, str) and len(value) == len("2025") and value.isdigit()


def _place(telling: Telling, rules: Policy) -> int:
    held = standing(telling.head)
    return next((i for i, rule in enumerate(rules) if held in rule["classes"]), len(rules))


def _rule(ranks: Sequence[tuple[Any, ...]], rules: Policy) -> str:
    """The name of what sets the first apart from the second: a stage, precision …, else the class of its source."""
    names = ("latest", "asserted", "more_precise", "", "more_precise", "more_sources", "earliest_told")
    pairs = enumerate(zip(*ranks, strict=True)) if len(ranks) > 1 else ()
    apart = next((k for k, (one, other) in pairs if one != other), len(names))
    if apart < len(names) and names[apart]:
        return names[apart]
    return _named(ranks[0][3], rules)


def _named(place: int, rules: Policy) -> str:
    return str(rules[place]["name"]) if place < len(rules) else "unlisted_class"


def rule_for(telling: Telling, policy: Policy | None = None) -> str:
    """The name of the rule under which a value that stands alone is shown: that of the class of its source."""
    rules = load("judging")["policy"] if policy is None else policy
    return _named(_place(telling, rules), rules)


@cache
def _signed() -> regex.Pattern[str]:
    return regex.compile(load("judging")["signed_text"])
