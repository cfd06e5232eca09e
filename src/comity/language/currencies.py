"""Whose currency a common name means: in a text about Mexico, pesos are Mexican ones."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cache

from comity.language.gazetteer import gazetteer
from comity.model import Quantity
from comity.vocab import load

ACRONYM = 3
"""Letters of a state's name that is one ("uae dirham")."""
WORD = re.compile(r"[A-Za-z.]+")
NEAR = 160
"""Characters before an amount within which a state tells whose currency is meant."""


def national(
    amounts: Sequence[Quantity], states: Collection[str], named: Sequence[tuple[int, str]] = (), text: str = ""
) -> list[Quantity]:
    """Amounts in currencies of several states ("francs", "pesos") in that of the one of ``states`` (ISO 3166 alpha-3)
    that has such a currency. Where two of them have one, it is that of whichever is ``named`` first right before the
    amount (offset and code, in order: "Kenyan exports rose to 2 billion shillings"); others stay as they are. Names
    that mean one currency unless the states have another ("rupees", "Rs") are looked up in ``text``, where they stand.
    """
    names = [_common(a, text) for a in amounts]
    return [_of_state(a, n, states, named) if n else a for a, n in zip(amounts, names, strict=True)]


def _common(amount: Quantity, text: str) -> str:
    """The common name of a currency that an amount is given in, or nothing."""
    if amount.unit in _codes():
        return amount.unit
    shared: dict[str, list[str]] = load("amounts")["shared_names"].get(amount.unit, {})
    written = {w.strip(".").lower() for w in WORD.findall(text[amount.span.start : amount.span.end])}
    return next((name for name, forms in shared.items() if written & set(forms)), "")


def _of_state(amount: Quantity, name: str, states: Collection[str], named: Sequence[tuple[int, str]]) -> Quantity:
    known = _codes()[name]
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
    nouns = nouns | {name: name for names in load("amounts")["shared_names"].values() for name in names}
    table: dict[str, dict[str, str]] = {noun: {} for noun in nouns.values()}
    for code, names in load("currencies").items():
        for name in names:
            people, _, noun = name.rpartition(" ")
            form = people.upper() if len(people) == ACRONYM else people.title()
            for entry in gazetteer().lookup(form) if noun in nouns else ():
                if entry.kind in {"demonym", "state"} and code not in gone:
                    table[nouns[noun]][entry.iso3] = code
    return table
