"""Names of months and days of the week, from ``vocab/calendar.yaml``."""

from __future__ import annotations

from functools import cache

from comity.vocab import load


@cache
def months(*, short: bool = False) -> frozenset[str]:
    """The months in lower case, with ``short`` also as they are shortened."""
    return _lower("months", short=short)


@cache
def weekdays(*, short: bool = False) -> frozenset[str]:
    """The days of the week in lower case, with ``short`` also as they are shortened."""
    return _lower("weekdays", short=short)


def _lower(name: str, *, short: bool) -> frozenset[str]:
    names = load("calendar")
    return frozenset(word.lower() for word in (*names[name], *(names[f"short_{name}"] if short else ())))
