"""Features of claims as JSON, field by field as their types say, so that no claim is prepared twice."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any, get_type_hints

from comity.reconcile.features import Features
from comity.reconcile.names import Party
from comity.reconcile.windows import Window
from comity.store.bodies import dumped

Codec = tuple[Callable[[Any], Any], Callable[[Any], Any]]
IN_ROW = ("claim", "document", "exact")
"""Fields that are columns of their own."""


def _plain(value: Any) -> Any:
    return value


def _or_none(write: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: None if value is None else write(value)


_CODECS: Mapping[Any, Codec] = {
    str: (_plain, _plain),
    bool: (_plain, _plain),
    int: (_plain, _plain),
    float: (_plain, _plain),
    frozenset[str]: (sorted, frozenset),
    tuple[str, ...]: (list, tuple),
    frozenset[Party]: (
        lambda parties: sorted([p.key, p.state, p.kind] for p in parties),
        lambda body: frozenset(Party(*party) for party in body),
    ),
    Window | None: (
        _or_none(lambda w: [w.first.isoformat(), w.last.isoformat(), w.firm]),
        _or_none(lambda b: Window(date.fromisoformat(b[0]), date.fromisoformat(b[1]), b[2])),
    ),
    Decimal | None: (_or_none(str), _or_none(Decimal)),
}
"""How a field of a type is written, and read."""


@cache
def _fields() -> tuple[tuple[str, Codec], ...]:
    """The fields that are written, in their order, each with its codec."""
    types = get_type_hints(Features)
    return tuple((f.name, _CODECS[types[f.name]]) for f in fields(Features) if f.name not in IN_ROW)


def features_body(features: Features) -> str:
    """The features of a claim, without what its row says already."""
    return dumped([write(getattr(features, name)) for name, (write, _) in _fields()])


@lru_cache(maxsize=16384)
def features_of(claim: str, document: str, exact: str, body: str) -> Features:
    """The features that ``features_body`` wrote. Neighbouring documents are compared with much the same claims."""
    read = {name: codec[1](value) for (name, codec), value in zip(_fields(), json.loads(body), strict=True)}
    return Features(claim=claim, document=document, exact=exact, **read)
