"""Blocking: claims that share a key are compared, others never. Keys keep blocks small however large a ledger grows.

A key joins the kind, who takes part, and a month or two words of what it is about, so that a block holds what one pair
of states did in one month, or all that they said on one subject. What goes by names (an act that names a place, a line
between two towns) can be one with its likes by these names alone: by its other words only what goes by none looks for
it, and never do the many that share such words look at each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations

from comity.reconcile.features import Features
from comity.reconcile.match.events import LONG, group
from comity.reconcile.match.things import sites
from comity.reconcile.windows import Window
from comity.reconcile.words import telling

YEARS = range(1900, 2100)
"""All years, for acts of which nobody knows when they were told."""

AT = "@"
"""Stands before the year of a key: acts that share two words are compared where they were told ``APART`` years apart
at most.
"""

APART = 2

OPEN, BOUND = "\topen", "\tbound"
"""End the keys of a claim that goes by no names, which is held against both sorts, and of one that goes by names, which
is held against the first sort alone.
"""

MOST_MONTHS = 6
MOST_WORDS = 7
"""Words of a phrase that are combined in pairs: the longest, which say most."""


def keys(features: Features) -> tuple[str, ...]:
    """The keys of a claim, sorted."""
    if features.exact:
        return (features.exact,)
    return tuple(sorted({f"{features.kind}:{key}" for key in _KEYS[features.kind](features)}))


def meets(key: str) -> tuple[str, ...]:
    """The keys under which those are found that a claim with a key is held against; it holds in both directions."""
    if key.endswith(OPEN):
        stem = key.removesuffix(OPEN)
        return tuple(f"{near}{sort}" for near in _near(stem) for sort in (OPEN, BOUND))
    if key.endswith(BOUND):
        return tuple(f"{near}{OPEN}" for near in _near(key.removesuffix(BOUND)))
    return _near(key)


def _near(key: str) -> tuple[str, ...]:
    """A key, and those of the years about it."""
    stem, at, year = key.rpartition(AT)
    if not at or (year and not (year.isascii() and year.isdigit())):  # names may have the sign, too
        return (key,)
    near = range(int(year) - APART, int(year) + APART + 1) if year else YEARS
    return (f"{stem}{AT}", *(f"{stem}{AT}{number}" for number in near))


def _event(f: Features) -> Iterator[str]:
    months = _months(f.window)
    if f.sort == "establishment" or f.phase == "historical":
        months += _years(f.window)
    if f.sort == "establishment" and f.phase == "historical":
        months += ["ever"]
    if f.phase != "historical" and f.window and f.window.days > LONG:
        months += _months(f.tells)
    for who in [*_who(f), *(sorted({p.state or p.key for p in f.by}) if f.sort == "visit" else ())]:
        for month in months:
            yield f"{group(f.sort)}:{who}:{month}"


def _agreement(f: Features) -> Iterator[str]:
    sort = "bundle" if f.sort == "bundle" else "text"
    yield from (f"called:{word}" for word in f.proper if sort == "text")
    for who in _who(f):
        yield from (f"{sort}:{who}:{month}" for month in _months(f.window))
        if sort == "text":
            yield from (f"{sort}:{who}:{pair}" for pair in _pairs(f))


def _thing(f: Features) -> Iterator[str]:
    named = _longest(telling(f.words))
    yield "+".join(sorted(named[:3]))
    yield from (f"{who}:{pair}" for who in _who(f) for pair in _pairs(f))
    ordered = sorted(f.places)
    yield from (f"{f.sort}:{a}:{b}" for a, b in combinations(ordered[:MOST_WORDS], 2))
    for word in named:
        yield from (f"{word}:{place}" for place in ordered[:MOST_WORDS] if word not in place)
        yield from (f"{word}:{who}" for who in _who(f))


def _project(f: Features) -> Iterator[str]:
    """Lines between two places are one only where they share two."""
    ends = sorted(sites(f))[:MOST_WORDS]
    yield from (f"line:{a}:{b}" for a, b in combinations(ends, 2))
    sort = BOUND if len(ends) >= 2 else OPEN
    yield from (f"{key}{sort}" for key in _thing(f))


def _act(f: Features) -> Iterator[str]:
    """Acts that both have names in them are one only where they share one."""
    states = sorted({p.state or p.key for p in f.by})
    year = str(f.tells.last.year) if f.tells else ""
    own = telling(f.words)
    named = f.proper if f.proper <= own else frozenset[str]()
    first = "+".join(_longest(own)[:3])
    for who in states:
        yield from (f"{who}:{pair}{AT}{year}" for pair in _named_pairs(f, named))
        yield from (f"{who}:{pair}{AT}{year}{BOUND if named else OPEN}" for pair in _pairs(f))
        yield f"{who}:{first}"
    months = _months(f.tells)
    for who in states:
        yield from (f"{who}:{word}:{month}" for word in _longest(telling(f.words)) for month in months)
        yield from (f"{who}:general:{month}" for month in months if len(telling(f.words)) < 2)


def _figure(f: Features) -> Iterator[str]:
    states = sorted(f.states) or [""]
    years = _years(f.window)
    for who in states:
        yield from (f"{f.sort}:{who}:{year}" for year in years)
        if f.number:
            yield f"{f.sort}:{who}:={f.number:.1e}"


def _role(f: Features) -> Iterator[str]:
    yield "unnamed:" + ":".join(sorted(f.words))


_KEYS = {
    "event": _event,
    "agreement": _agreement,
    "mechanism": _thing,
    "project": _project,
    "commitment": _act,
    "position": _act,
    "indicator": _figure,
    "role": _role,
}


def _who(f: Features) -> list[str]:
    """Pairs of states that take part; a lone state or body by itself."""
    names = sorted(f.states) or sorted(p.key for p in f.parties)
    return ["-".join(pair) for pair in combinations(names[:MOST_WORDS], 2)] or names


def _pairs(f: Features) -> list[str]:
    return ["+".join(pair) for pair in combinations(sorted(_longest(telling(f.words))), 2)]


def _named_pairs(f: Features, named: frozenset[str]) -> set[str]:
    """Pairs of telling words of which one is a name."""
    beside = {*named, *_longest(telling(f.words))}
    return {"+".join(sorted((name, word))) for name in named for word in beside if word != name}


def _longest(stems: frozenset[str]) -> list[str]:
    return sorted(stems, key=lambda w: (-len(w), w))[:MOST_WORDS]


def _months(window: Window | None) -> list[str]:
    """The months of a window; a long one is known by its years."""
    if window is None:
        return []
    months = list(_through(window.first, window.last))
    return months if len(months) <= MOST_MONTHS else _years(window)


def _through(first: date, last: date) -> Iterator[str]:
    year, month = first.year, first.month
    while (year, month) <= (last.year, last.month):
        yield f"{year:04d}-{month:02d}"
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)


def _years(window: Window | None) -> list[str]:
    if window is None:
        return []
    return [f"{year:04d}" for year in _some(range(window.first.year, window.last.year + 1))]


def _some(years: Iterable[int]) -> list[int]:
    listed = list(years)
    return listed if len(listed) <= MOST_MONTHS else [listed[0], listed[-1]]
