"""The numbers of a ledger: what it rests on, what it holds, and where it is thin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from comity.model import Head, LedgerRecord
from comity.reconcile.progress import standing
from comity.vocab import load


@dataclass(frozen=True, slots=True)
class Overview:
    """Counts as of a day. ``classes`` counts documents by source class, ``kinds`` records by kind, ``standings`` those
    that are due, overdue and dormant; ``conflicts`` counts contradicted fields on which nobody has ruled.
    ``single_source`` counts records that rest on one independent source, ``hedged`` those that none plainly asserts.
    """

    as_of: str
    documents: int
    undated: int
    first: str
    last: str
    classes: Mapping[str, int]
    records: int
    kinds: Mapping[str, int]
    conflicts: int
    standings: Mapping[str, int]
    single_source: int
    hedged: int

    @property
    def single_source_share(self) -> float:
        """The share of records that rest on one independent source, 0 to 1; 0 for an empty ledger."""
        return round(self.single_source / self.records, 4) if self.records else 0.0

    def as_dict(self) -> dict[str, Any]:
        """The numbers as JSON."""
        plain = {name: getattr(self, name) for name in Overview.__slots__}
        tables = {name: dict(plain[name]) for name in ("classes", "kinds", "standings")}
        return {**plain, **tables, "single_source_share": self.single_source_share}


def overview(heads: Sequence[Head], records: Iterable[LedgerRecord], as_of: date) -> Overview:
    """The numbers over some documents and records, which are read once; rejected records do not count."""
    counts: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    for record in records:
        if record.review == "rejected":
            continue
        kinds[record.kind] += 1
        counts["conflicts"] += len(record.conflicts)
        counts["single"] += record.witnesses == 1
        counts["hedged"] += record.certainty != "asserted"
        counts[standing(record, as_of)] += 1
    published = sorted(head.published for head in heads if head.published)
    return Overview(
        as_of=as_of.isoformat(),
        documents=len(heads),
        undated=len(heads) - len(published),
        first=published[0] if published else "",
        last=published[-1] if published else "",
        classes=dict(sorted(Counter(head.source_class for head in heads).items())),
        records=sum(kinds.values()),
        kinds={kind: kinds[kind] for kind in load("kinds")["kinds"] if kinds[kind]},
        conflicts=counts["conflicts"],
        standings={name: counts[name] for name in ("overdue", "due", "dormant")},
        single_source=counts["single"],
        hedged=counts["hedged"],
    )
