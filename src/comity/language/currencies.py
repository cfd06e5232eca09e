"""Whose currency a common name means: in a text about Mexico, pesos are Mexican ones."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cache

from comity.language.gazetteer import gazetteer
from comity.model import Quantity
from comity.vocab import load

NEAR = 160
"""Characters before an amount within which a state tells whose currency is meant."""


def national(
    amounts: Sequence[Quantity], states: Collection[str], named: Sequence[tuple[int, str]] = ()
) -> list[Quantity]:
    """Amounts in currencies of several states ("francs", "pesos") in that of the one of ``states`` (ISO 3166 alpha-3)
    that has such a currency. Where two of them have one, it is that of whichever is ``named`` first right before the
    amount (offset and code, in order: "Kenyan exports rose to 2 billion shillings"); others stay as they are.
    """
    return [_of_state(a, states, named) if a.unit in _codes() else a for a in amounts]


def _of_state(amount: Quantity, states: Collection[str], named: Sequence[tuple[int, str]]) -> Quantity:
    known = _codes()[amount.unit]
    codes = {code for iso3, code in known.items() if iso3 in states}
    if len(codes) > 1:
        start = amount.span.start
        near = [iso3 for at, iso3 in named if start - NEAR <= at < start and known.get(iso3) in codes]
        codes = {known[iso3] for iso3 in near[:1]}
    return replace(amount, unit=codes.pop(), rule="money") if len(codes) == 1 else amount


@cache
def _codes() -> dict[str, dict[str, str]]:
    """For each common name the codes of the states that have such a currency."""
    nouns, gone = load("amounts")["currency_nouns"], load("amounts")["former_currencies"]
    table: dict[str, dict[str, str]] = {noun: {} for noun in nouns.values()}
    for code, names in load("currencies").items():
        for name in names:
            people, _, noun = name.rpartition(" ")
            for entry in gazetteer().lookup(people.title()) if noun in nouns else ():
                if entry.kind == "demonym" and code not in gone:
                    table[nouns[noun]][entry.iso3] = code
    return table
