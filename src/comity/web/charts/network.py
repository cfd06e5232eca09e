"""Actors as points, joined where they take part in the same things; laid out by a spring model, always the same way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from comity.web.charts.labels import Label, placed
from comity.web.charts.labels import Named as Mark

WIDTH, HEIGHT, MARGIN = 1140, 600, 34
SPREAD = 3.5
"""How far points keep from each other."""


@dataclass(frozen=True, slots=True)
class Node:
    """An actor's place; ``size`` is its radius, ``label`` its name where there is room for it."""

    x: float
    y: float
    size: float
    words: str
    href: str
    state: bool
    label: Label | None


@dataclass(frozen=True, slots=True)
class Edge:
    """A line between two actors; ``width`` grows with what they share."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    words: str
    href: str


@dataclass(frozen=True, slots=True)
class Network:
    """What the template draws."""

    width: int
    height: int
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """An actor with the words and the address of its mark."""

    name: str
    words: str
    href: str
    state: bool


def shared(groups: Mapping[tuple[str, ...], int]) -> Counter[tuple[str, str]]:
    """How often two names stand in one group, of groups that come so many times."""
    found: Counter[tuple[str, str]] = Counter()
    for group, times in groups.items():
        for pair in combinations(sorted(set(group)), 2):
            found[pair] += times
    return found


def arranged(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[float, float]]:
    """Where the actors of some pairs are drawn, by key.

    Only the largest group of actors that hang together has places: others have none among them.
    """
    import networkx

    graph = networkx.Graph()
    graph.add_edges_from(sorted(pairs))
    whole = max(map(sorted, networkx.connected_components(graph)), key=len, default=[])
    distance = SPREAD / max(len(whole), 1) ** 0.5
    places = networkx.spring_layout(graph.subgraph(whole), seed=1, k=distance, iterations=300)
    return _spread({key: (float(x), float(y)) for key, (x, y) in sorted(places.items())})


def drawn(
    actors: Mapping[str, Named],
    weights: Mapping[str, int],
    pairs: Mapping[tuple[str, str], int],
    at: Mapping[str, tuple[float, float]],
) -> Network:
    """Actors by key where they were ``arranged``; ``weights`` count their records, ``pairs`` those they share."""
    top = max(weights.values(), default=1)
    sizes = {key: round(3.5 + 9 * (weights[key] / top) ** 0.5, 1) for key in at}
    ranked = sorted(at, key=lambda key: (-weights[key], key))
    labels = placed([Mark(*at[key], sizes[key], actors[key].name) for key in ranked], (WIDTH, HEIGHT))
    nodes = [
        Node(*at[k], sizes[k], actors[k].words, actors[k].href, actors[k].state, label)
        for k, label in zip(ranked, labels, strict=True)
    ]
    edges = [
        Edge(
            *at[a],
            *at[b],
            round(min(0.5 + n * 0.35, 4), 1),
            f"{actors[a].name} – {actors[b].name}: {n}",
            actors[a].href,
        )
        for (a, b), n in sorted(pairs.items())
        if a in at and b in at
    ]
    return Network(WIDTH, HEIGHT, tuple(nodes), tuple(edges))


def _spread(places: Mapping[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    """Places drawn out over the whole drawing."""
    axes = list(zip(*places.values(), strict=True))
    found = [_stretched(numbers, length) for numbers, length in zip(axes, (WIDTH, HEIGHT), strict=False)]
    return dict(zip(places, zip(*found, strict=True), strict=True)) if found else {}


def _stretched(numbers: Sequence[float], length: float) -> list[float]:
    low, high = min(numbers), max(numbers)
    return [round(MARGIN + (n - low) / ((high - low) or 1) * (length - 2 * MARGIN), 1) for n in numbers]
