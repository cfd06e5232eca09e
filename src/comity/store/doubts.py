"""Derived: what is for a person to decide, gathered by the records it is about."""

from __future__ import annotations

from typing import Literal

from sqlalchemy import ColumnElement, CompoundSelect, Connection, func, select

from comity.store import sqlite
from comity.store.schema import joins, members, records, sightings

Doubt = tuple[str, str, Literal["maybe", "fulfils"], float]
"""Both claims, verdict and score of a join."""

_UNDECIDED = (joins.c.verdict != "same", joins.c.verdict.in_(("maybe", "fulfils")))
"""The first is for the index."""


def undecided(connection: Connection) -> list[tuple[str, str, Doubt]]:
    """Between which two records a person is to decide, by their ids, each with the join that speaks most for them.

    The records stand in the order of the claims; the reasons are left out (``matching.reasoned`` adds them).
    """
    rank = sqlite.ranked(joins.c.score, joins.c.first, joins.c.second)
    ends = (_home(joins.c.first).label("one"), _home(joins.c.second).label("other"))
    found = select(*ends, joins.c.verdict, rank.label("rank")).where(*_UNDECIDED).subquery()
    apart = (found.c.one, found.c.other, found.c.verdict)
    query = select(*apart, func.max(found.c.rank)).where(found.c.one != found.c.other).group_by(*apart)
    told = []
    for one, other, verdict, best in connection.execute(query).all():
        score, (first, second) = sqlite.unranked(best)
        told.append((one, other, (first, second, verdict, score)))
    return told


def _home(claim: ColumnElement[str]) -> ColumnElement[str]:
    """The id of the record that a claim belongs to, null where it has none."""
    own = select(members.c.record).where(members.c.claim == claim)
    by_key = select(records.c.id).join(sightings, records.c.exact == sightings.c.exact)
    by_key = by_key.where(sightings.c.claim == claim, records.c.exact != "")
    return func.coalesce(own.scalar_subquery(), by_key.scalar_subquery())


def in_doubt() -> CompoundSelect[tuple[str]]:
    """A query for the claims of the joins that are for a person to decide."""
    return select(joins.c.first).where(*_UNDECIDED).union(select(joins.c.second).where(*_UNDECIDED))
