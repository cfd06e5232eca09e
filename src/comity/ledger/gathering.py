"""What an exact key gathers: all its claims while they are few, of many those that are kept as evidence."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import Connection

from comity.model import Decision
from comity.reconcile.sightings import Crowd, is_crowd
from comity.store import sightings, throngs
from comity.vocab import load


def gathered(
    connection: Connection, exact: Collection[str], decisions: Iterable[Decision], until: str
) -> tuple[dict[str, tuple[str, ...]], dict[str, Crowd]]:
    """The claims shown of each exact key, sorted, and the crowds behind those that are told often, by key.

    What ``decisions`` are about is shown in any case; with ``until`` out of documents published by an ISO day alone.
    """
    number = throngs.counts(connection, exact, until)
    large = sorted(key for key, count in number.items() if is_crowd(count))
    few = sightings.claims_with(connection, number.keys() - set(large), until)
    wanted = {target for decision in decisions for target in decision.targets} if large else set()
    crowds = {key: _crowd(connection, key, wanted, until) for key in large}
    shown = {key: tuple(claims) for key, claims in few.items()}
    return {**shown, **{key: crowd.claims for key, crowd in crowds.items()}}, crowds


def _crowd(connection: Connection, exact: str, wanted: Collection[str], until: str) -> Crowd:
    whole = throngs.throng(connection, exact, until)
    kept = [
        *sightings.at(connection, exact, whole.ends()),
        *sightings.outermost(connection, exact, load("matching")["crowd"]["ends"], until),
        *(each for each in sightings.among(connection, wanted, until) if each.exact == exact),
    ]
    return whole.crowd(kept)
