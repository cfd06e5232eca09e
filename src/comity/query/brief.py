"""A brief on a relation as data: what stands, what is new, due, disputed, thinly sourced. Words come in ``export``."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from comity.model import Head, LedgerRecord
from comity.model.edtf import last_day
from comity.query.book import Book, Relation, codes, every
from comity.query.citing import cite_value, unique
from comity.query.diff import changes
from comity.query.facts import Fact, Section, fact_of
from comity.reconcile.progress import standing
from comity.vocab import load

SORTED_BY = {"event": "form"}
STANDINGS = ("overdue", "due", "dormant")


@dataclass(frozen=True, slots=True)
class Brief:
    """``relation`` holds one or two ISO codes, sorted; ``as_of`` and ``since`` are ISO days (``since`` may be empty).

    ``sources`` are the heads of the documents that the lines cite, by date; ``sections`` come in the order of
    vocab/brief.yaml, those without lines included where their emptiness says something.
    """

    relation: tuple[str, ...]
    as_of: str
    since: str
    sectors: tuple[str, ...]
    sections: tuple[Section, ...]
    sources: tuple[Head, ...]

    def section(self, name: str) -> Section:
        """A section by name; ``KeyError`` where the brief has none of that name."""
        return {section.name: section for section in self.sections}[name]


def brief(
    book: Book, relation: Relation, as_of: date, *, since: date | None = None, sectors: Collection[str] = ()
) -> Brief:
    """The brief on a relation from documents published on or before ``as_of``.

    ``since`` adds what documents published after that day changed. ``sectors`` keeps to records of these sectors.
    """
    wanted = frozenset(sectors)
    records = _wanted(every(book, relation=relation, as_of=_bound(book, as_of)), wanted)
    earlier = _wanted(every(book, relation=relation, as_of=since), wanted) if since else []
    made = {name: make(records, as_of) for name, make in _SECTIONS.items()}
    if since:
        made["new"] = list(_news(earlier, records))
    sections = tuple(_section(name, made[name]) for name in load("brief")["sections"] if _shown(name, made))
    cited = {c.evidence.document for s in sections for f in s.facts for c in f.citations}
    sources = sorted(book.documents(cited), key=lambda h: (h.published, h.key))
    day = since.isoformat() if since else ""
    return Brief(codes(relation), as_of.isoformat(), day, tuple(sorted(wanted)), sections, tuple(sources))


def _bound(book: Book, as_of: date) -> date | None:
    """The day by which to look back; None where every document was published by then, so that nothing differs."""
    _, last, undated = book.published()
    return None if last <= as_of.isoformat() and not undated else as_of


def _wanted(records: Iterable[LedgerRecord], sectors: frozenset[str]) -> list[LedgerRecord]:
    return [r for r in records if r.review != "rejected" and (not sectors or sectors & set(r.sectors))]


def _shown(name: str, made: dict[str, list[Fact]]) -> bool:
    """A section is left out where it has no lines, unless that is news in itself."""
    return name in made and bool(made[name] or name in load("brief")["none"])


def _section(name: str, facts: Sequence[Fact]) -> Section:
    most = load("brief")["limits"].get(name, len(facts))
    return Section(name, tuple(facts[:most]), max(0, len(facts) - most))


def _latest(records: Iterable[LedgerRecord]) -> list[LedgerRecord]:
    """The latest first; what has no date last."""
    return sorted(records, key=lambda r: (_day(r.date), r.last_told, r.id), reverse=True)


def _day(edtf: str) -> str:
    day = last_day(edtf) if edtf and ".." not in edtf else ""
    return day if day[:1].isdigit() else ""


def _state(records: Sequence[LedgerRecord], as_of: date) -> list[Fact]:
    """The facts of the opening paragraph, in the order of vocab/brief.yaml."""
    found: dict[str, Fact] = {}
    for rule in load("brief")["state"]:
        fitting = [r for r in records if _fits(r, rule) and r.certainty == "asserted"]
        ahead = [r for r in fitting if r.status != "scheduled" or _day(r.date) >= as_of.isoformat()]
        for record in _latest(ahead)[: rule["most"]]:
            found.setdefault(record.id, fact_of(record))
    return list(found.values())


def _fits(record: LedgerRecord, rule: dict[str, Any]) -> bool:
    sort = record.get(SORTED_BY.get(record.kind, ""))
    return (
        record.kind == rule["kind"]
        and rule.get("measure", "") in str(record.get("measure") or "").casefold()
        and (not rule.get("dated") or bool(record.get(rule["dated"])))
        and (not rule["sorts"] or sort in rule["sorts"])
        and record.status in rule["statuses"]
    )


def _news(earlier: Sequence[LedgerRecord], records: Sequence[LedgerRecord]) -> Iterator[Fact]:
    """What has changed, kind by kind; background that a new document brings up is no news."""
    order = list(load("kinds")["kinds"])
    for change in sorted(changes(earlier, records), key=lambda c: order.index(c.record.kind)):
        background = change.sort == "new" and change.record.status == "historical"
        if change.citations and not background:
            yield Fact(change.sort, change.record, change.citations, change.field, change.before, change.after)


def _standing(name: str) -> Callable[[Sequence[LedgerRecord], date], list[Fact]]:
    def facts(records: Sequence[LedgerRecord], as_of: date) -> list[Fact]:
        binding = load("brief")["promising"]
        found = [r for r in records if r.certainty != "denied" and standing(r, as_of) == name]
        if name == "dormant":
            found = [r for r in found if r.kind != "commitment" or r.get("modality") in binding]
        return [fact_of(record, name) for record in sorted(found, key=lambda r: (_day(r.date), r.id))]

    return facts


def _disputed(records: Sequence[LedgerRecord], as_of: date) -> list[Fact]:
    """Every field whose sources contradict each other, with all values."""
    found = []
    for record in records:
        for view in record.conflicts:
            values = tuple((value.value, cite_value(record, value.evidence)) for value in view.values)
            cited = unique(c for _, citations in values for c in citations)
            found.append(Fact("dispute", record, cited, view.name, values=values))
    return found


def _of(*kinds: str) -> Callable[[Sequence[LedgerRecord], date], list[Fact]]:
    def facts(records: Sequence[LedgerRecord], as_of: date) -> list[Fact]:
        return [fact_of(record) for record in _latest(r for r in records if r.kind in kinds)]

    return facts


def _promises(records: Sequence[LedgerRecord], as_of: date) -> list[Fact]:
    """Promises that bind, are not kept, and name no day."""
    wanted = [
        r
        for r in records
        if r.kind == "commitment"
        and r.status in {"open", "under_way"}
        and r.get("modality") in load("brief")["promising"]
        and not standing(r, as_of)
        and not r.get("due")
    ]
    return [fact_of(record) for record in _latest(wanted)]


def _single(records: Sequence[LedgerRecord], as_of: date) -> list[Fact]:
    kinds = load("brief")["single_source_kinds"]
    return [fact_of(r) for r in _latest(records) if r.witnesses == 1 and r.kind in kinds and r.certainty == "asserted"]


_SECTIONS: dict[str, Callable[[Sequence[LedgerRecord], date], list[Fact]]] = {
    "state": _state,
    **{name: _standing(name) for name in STANDINGS},
    "disputed": _disputed,
    "agreements": _of("agreement"),
    "promises": _promises,
    "projects": _of("project", "mechanism"),
    "figures": _of("indicator"),
    "single_source": _single,
}
