"""A ledger as of a day: what nothing later has touched is as it is today; the rest is derived from what was there.

What goes with the later documents changes what it would change if they were withdrawn (``ledger.deriving``), and
nothing else. So a look back costs what was told since, not what there is in all.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from threading import Lock

from sqlalchemy import Connection

from comity.ledger.deriving import assembled, matter_of
from comity.ledger.things import Matter
from comity.model import LedgerRecord
from comity.reconcile.decisions import placed_within
from comity.store import decisions, lists, matching, records
from comity.store.lists import Choice, Line
from comity.store.records import ANY, Filter

MOST = 16
"""Looks back that are kept."""


@dataclass(frozen=True, slots=True)
class Past:
    """The lines of the records that are as they are today, and the records that were other, rejected ones included.

    The latter may be of other relations and kinds too: all that hang together with what was asked for.
    """

    kept: tuple[Line, ...]
    changed: tuple[LedgerRecord, ...]


_Kept = tuple[dict[str, bytes], list[LedgerRecord]]
"""The marks of records of today, and what was derived."""


class Looks:
    """What was derived for looks back, kept as long as the records of today that it follows from are what they were.

    Whatever is added, withdrawn or ruled among claims that hang together changes a record of today that holds them.
    """

    def __init__(self) -> None:
        self._known: OrderedDict[tuple[str, frozenset[str]], _Kept] = OrderedDict()
        self._lock = Lock()

    def derived(self, connection: Connection, older: frozenset[str], last: str) -> tuple[list[LedgerRecord], set[str]]:
        """What ``derived`` gives for the claims of some records of today that were told by a day."""
        with self._lock:
            today, made = self._known.get((last, older), ({}, []))
        if not today or records.marks(connection, today) != today:
            seeds = {claim for claims in records.members_of(connection, older).values() for claim in claims}
            made, homes = derived(connection, matching.told_by(connection, seeds, last), last)
            today = records.marks(connection, homes | older)
            with self._lock:
                self._known[last, older] = today, made
                while len(self._known) > MOST:
                    self._known.popitem(last=False)
        return made, set(today)


def past(
    connection: Connection,
    last: str,
    kind: str = "",
    facets: tuple[tuple[str, str], ...] = (),
    looks: Looks | None = None,
) -> Past:
    """The records of a kind and of some facets (any if empty) as of an ISO day; undated documents are left out."""
    today = list(lists.lines(connection, Choice(Filter(kind=kind, facets=facets, review=ANY))))
    touched = _touched(connection, today, last)
    older = frozenset(line.id for line in today if line.id in touched and "" < line.first_told[:10] <= last)
    made, homes = (looks or Looks()).derived(connection, older, last)
    kept = (line for line in today if line.id not in touched and line.id not in homes)
    return Past(tuple(kept), tuple(made))


def _touched(connection: Connection, today: Sequence[Line], last: str) -> set[str]:
    """The records of today that something after a day tells, is joined with, or was ruled on together with."""
    found = {line.id for line in today if line.reach > last}
    ruled = decisions.borne_on(connection).values()
    inside = matching.told_by(connection, {claim for claims in ruled for claim in claims}, last)
    beside = {claim for claims in ruled if not claims <= inside for claim in claims}
    return (found | set(records.homes(connection, beside).values())) & {line.id for line in today}


def derived(connection: Connection, seeds: Collection[str], last: str) -> tuple[list[LedgerRecord], set[str]]:
    """The records of claims and of all that hangs together with them, out of documents published until a day.

    Beside them the records of today to which these claims belong.
    """
    whole = matter_of(connection, seeds, last)
    ruled = {target for decision in whole.decisions for target in decision.targets}
    shown = {claim for claims in whole.whole.values() for claim in claims}
    joins = [*whole.joins, *matching.joins_of(connection, {*whole.features, *shown}, same=False)]
    ends = {claim for join in joins for claim in (join.first, join.second)}
    inside = matching.told_by(connection, {*whole.features, *ends, *ruled, *shown}, last)
    matter = Matter(
        {claim: features for claim, features in whole.features.items() if claim in inside},
        [join for join in joins if join.first in inside and join.second in inside],
        [placed_within(decision, inside) for decision in whole.decisions],
        whole.whole,
        whole.crowds,
    )
    things = matter.groups()
    homes = set(records.homes(connection, whole.features).values())
    homes |= set(records.homes_of_keys(connection, whole.whole).values())
    return list(assembled(connection, things, matter, things, within=inside)), homes
