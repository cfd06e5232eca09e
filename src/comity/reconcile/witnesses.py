"""Who vouches for a document, and which documents are one witness: reprints, one agency, one outlet, one readout."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

import regex

from comity.model import Head
from comity.reconcile.credits import UNNAMED, credited, origins, readout_of, split_publisher
from comity.reconcile.names import kind_of_name
from comity.reconcile.registry import by_url, publisher, state_in
from comity.reconcile.union import Union
from comity.vocab import load


@dataclass(frozen=True, slots=True)
class Voice:
    """For whom a document speaks in a record: ``names`` of witnesses, its own and those of the ``documents`` that it
    stands for.
    """

    names: frozenset[str]
    documents: int = 1


def described(head: Head, text: str) -> Head:
    """The head with what the registry and the text tell: class, state, outlet and credits.

    An outlet that the registry does not have keeps its name and the class ``unknown``; nothing is guessed. ``credits``
    are canonical names of agencies and outlets that the publisher's name or a credit line gives, ``agencies`` where
    none is named, and ``readout of X`` where a text that credits no agency rests on a statement of state X.
    """
    name, parts = split_publisher(head.publisher)
    row = publisher(name) if name else by_url(head.url)
    outlet = row.name if row else name
    own = (outlet,) if row and row.agency else ()
    found = tuple(dict.fromkeys((*own, *parts, *credited(text)))) or origins(text)
    named = tuple(credit for credit in found if credit != UNNAMED) or found
    return replace(
        head,
        source_class=row.source_class if row else "unknown",
        state=row.speaks_for if row else "",
        outlet=outlet,
        credits=named,
    )


def tokens(head: Head) -> frozenset[str]:
    """What a document shares with all that are the same witness: agency, outlet, or the state whose word it is."""
    if not head.credits or all(credit.startswith(readout_of("")) for credit in head.credits):
        word = {readout_of(head.state)} if head.state else set()
        return frozenset({*head.credits, *filter(None, [head.outlet]), *word})
    states = (row.speaks_for for credit in head.credits if (row := publisher(credit)))
    return frozenset({*head.credits, *(readout_of(state) for state in states if state)})


def word_of(speaker: str) -> str:
    """The state (ISO 3166 alpha-3) whose word a speaker's is: that of its ministry, its government or itself; or empty.

    A person is heard by many, each a witness of what he said; what a body puts out is one text, whoever passes it on.
    """
    is_state = kind_of_name(speaker) == "state"
    return state_in(speaker.partition(" in ")[0]) if is_state or _bodies().search(speaker) else ""


@cache
def _bodies() -> regex.Pattern[str]:
    return regex.compile(rf"(?i)\b(?:{load('witnesses')['bodies']})\b|^ministry\b")


def witness_groups(heads: Iterable[Head], echoes: Iterable[tuple[str, str]] = ()) -> dict[str, str]:
    """For each document's key the name of the witness it belongs to, the same for all that are one witness.

    Documents are one witness where they credit the same agency, come from the same outlet with no credit, carry the
    word of the same state, or echo each other (``echoes``: pairs of keys of near-duplicates); transitively. Documents
    that credit unnamed agencies are one, see ``independent``.
    """
    return witnesses({head.key: tokens(head) for head in heads}, echoes)


def witnesses(shared: Mapping[str, frozenset[str]], echoes: Iterable[tuple[str, str]] = ()) -> dict[str, str]:
    """The same for documents of which the ``tokens`` are given by key. What has the same tokens is looked at once."""
    heaps: dict[frozenset[str], Heap] = {}
    chief: dict[str, str] = {}
    for key in sorted(shared):
        common = shared[key] or frozenset([key])
        first, before = heaps.get(common, Heap(key, 0))
        heaps[common] = Heap(first, before + 1)
        chief[key] = first
    inside = ((chief[one], chief[other]) for one, other in echoes if one in chief and other in chief)
    names = heap_names(heaps, inside)
    return {key: names[first] for key, first in chief.items()}


class Heap(NamedTuple):
    """The documents that have the same tokens: the first by key, and how many they are."""

    first: str
    documents: int


def heap_names(heaps: Mapping[frozenset[str], Heap], echoes: Iterable[tuple[str, str]] = ()) -> dict[str, str]:
    """The witness that each heap of documents belongs to, by the first document of the heap.

    ``heaps`` are by their tokens, for documents without any by their own key; ``echoes`` are pairs of first documents
    of heaps of which documents repeat each other.
    """
    united = Union()
    for common, heap in heaps.items():
        for token in sorted(common - {heap.first}):
            united.join(heap.first, f"={token}")
    for one, other in echoes:
        united.join(one, other)
    return _named(heaps, {heap.first: united.root(heap.first) for heap in heaps.values()})


def _named(heaps: Mapping[frozenset[str], Heap], roots: Mapping[str, str]) -> dict[str, str]:
    """Groups called after what most of their documents share, else after the first key; by the first of each heap."""
    shared: dict[str, Counter[str]] = {}
    for common, heap in heaps.items():
        found = shared.setdefault(roots[heap.first], Counter())
        found.update(dict.fromkeys(common - {heap.first}, heap.documents))
        found[heap.first] += 1
    names = {top: _name(found) for top, found in shared.items()}
    return {key: names[top] for key, top in roots.items()}


def _name(shared: Counter[str]) -> str:
    """Unnamed agencies give their name to a group without a named one, so that ``independent`` knows them."""
    if UNNAMED in shared and not any(_is_agency(token) for token in shared):
        return UNNAMED

    def order(token: str) -> tuple[bool, bool, bool, int, str]:
        wire = _is_agency(token) or token.startswith(readout_of(""))
        return token == UNNAMED, not wire, token.startswith("do-"), -shared[token], token

    return min(shared, key=order)


def _is_agency(name: str) -> bool:
    row = publisher(name)
    return row is not None and row.agency


def independent(groups: Iterable[str]) -> int:
    """How many independent witnesses a set of groups makes.

    Unnamed agencies add nothing beside an agency that is named, since they may be the same.
    """
    found = set(groups)
    if UNNAMED in found and any(_is_agency(name) for name in found):
        found.discard(UNNAMED)
    return len(found)
