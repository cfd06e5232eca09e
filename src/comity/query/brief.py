"""A brief on a relation as data: what stands, what is new, due, disputed, thinly sourced. Words come in ``export``."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from comity.ledger.lists import Line
from comity.model import Head, LedgerRecord
from comity.query.book import Book, Relation
from comity.query.candidates import Candidates
from comity.query.citing import cite_value, unique
from comity.query.diff import Change, news
from comity.query.facts import Fact, Section, fact_of
from comity.reconcile.progress import stands
from comity.reconcile.relations import parsed
from comity.vocab import load

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
    chosen, last = frozenset(sectors), _bound(book, as_of)
    pool = Candidates.of(book, relation, chosen, book.past(last, relation) if last else None)
    fresh = list(_news(news(pool, book.past(since, relation), chosen))) if since else []
    made = (_section(pool, name, as_of, fresh) for name in load("brief")["sections"])
    sections = tuple(section for section in made if section.facts or section.left_out or _said(section.name))
    cited = {c.evidence.document for s in sections for f in s.facts for c in f.citations}
    sources = sorted(book.documents(cited), key=lambda h: (h.published, h.key))
    day = since.isoformat() if since else ""
    return Brief(parsed(relation), as_of.isoformat(), day, tuple(sorted(chosen)), sections, tuple(sources))


def _bound(book: Book, as_of: date) -> date | None:
    """The day by which to look back; None where every document was published by then, so that nothing differs."""
    _, last, undated = book.published()
    return None if last <= as_of.isoformat() and not undated else as_of


def _said(name: str) -> bool:
    """Whether it is news in itself that a section has no lines."""
    return name in load("brief")["none"]


def _section(pool: Candidates, name: str, as_of: date, fresh: Sequence[Fact]) -> Section:
    most = load("brief")["limits"].get(name)
    if name == "state":
        return Section(name, tuple(_state(pool, as_of)))
    if name == "new":
        return Section(name, tuple(fresh[:most]), max(0, len(fresh) - most))
    lines = _CHOSEN[name](pool.lines, as_of)
    total = sum(len(line.conflicts) for line in lines) if name == "disputed" else len(lines)
    asked = {line.id: line.conflicts for line in lines[:most]}
    facts = [fact for record in pool.short(lines[:most]) for fact in _facts(name, record, asked[record.id])][:most]
    return Section(name, tuple(facts), total - len(facts))


def _facts(name: str, record: LedgerRecord, asked: Collection[str]) -> list[Fact]:
    if name == "disputed":
        return [fact for fact in _disputes(record) if fact.field in asked]
    return [fact_of(record, name if name in STANDINGS else "record")]


def _latest(lines: Iterable[Line]) -> list[Line]:
    """The latest first; what has no date, or is open at an end, last."""
    return sorted(lines, key=lambda line: (_day(line), line.last_told, line.id), reverse=True)


def _day(line: Line) -> str:
    """The last day of its date, empty where it has none."""
    return "" if ".." in line.date else line.ends


def _state(pool: Candidates, as_of: date) -> list[Fact]:
    """The facts of the opening paragraph, in the order of vocab/brief.yaml."""
    today = as_of.isoformat()
    found: dict[str, Line] = {}
    for rule in load("brief")["state"]:
        lines = [line for line in pool.lines if _fits(line, rule)]
        ahead = [line for line in lines if line.status != "scheduled" or _day(line) >= today]
        found |= {line.id: line for line in islice(_measured(pool, _latest(ahead), rule), rule["most"])}
    return [fact_of(record) for record in pool.short(list(found.values()))]


def _fits(line: Line, rule: dict[str, Any]) -> bool:
    return (
        line.kind == rule["kind"]
        and line.certainty == "asserted"
        and line.status in rule["statuses"]
        and (not rule["sorts"] or line.form in rule["sorts"])
    )


def _measured(pool: Candidates, lines: Sequence[Line], rule: dict[str, Any]) -> Iterator[Line]:
    """Those of some lines whose records have the measure and the date that a rule asks for."""
    if "measure" not in rule:
        yield from lines
        return
    for line, values in pool.each(lines):
        if rule["measure"] in str(values.get("measure") or "").casefold() and values.get(rule["dated"]):
            yield line


def _news(found: Iterable[Change]) -> Iterator[Fact]:
    """What has changed, kind by kind; background that a new document brings up is no news."""
    order = list(load("kinds")["kinds"])
    for change in sorted(found, key=lambda c: order.index(c.record.kind)):
        background = change.sort == "new" and change.record.status == "historical"
        if change.citations and not background:
            yield Fact(change.sort, change.record, change.citations, change.field, change.before, change.after)


def _stands(line: Line, as_of: date) -> str:
    return stands(line.kind, line.status, line.due, line.last_told, as_of)


def _standing(name: str) -> Callable[[Sequence[Line], date], list[Line]]:
    def chosen(lines: Sequence[Line], as_of: date) -> list[Line]:
        binding = load("brief")["promising"]
        found = [line for line in lines if line.certainty != "denied" and _stands(line, as_of) == name]
        if name == "dormant":
            found = [line for line in found if line.kind != "commitment" or line.modality in binding]
        return sorted(found, key=lambda line: (_day(line), line.id))

    return chosen


def _disputed(lines: Sequence[Line], as_of: date) -> list[Line]:
    """What has a field whose sources contradict each other."""
    return [line for line in lines if line.conflicts]


def _disputes(record: LedgerRecord) -> Iterator[Fact]:
    """Every field whose sources contradict each other, with its values."""
    for view in record.conflicts:
        values = tuple((value.value, cite_value(record, value.evidence)) for value in view.values)
        cited = unique(c for _, citations in values for c in citations)
        yield Fact("dispute", record, cited, view.name, values=values)


def _of(*kinds: str) -> Callable[[Sequence[Line], date], list[Line]]:
    return lambda lines, as_of: _latest(line for line in lines if line.kind in kinds)


def _promises(lines: Sequence[Line], as_of: date) -> list[Line]:
    """Promises that bind, are not kept, and name no day."""
    promised = [
        line
        for line in lines
        if line.kind == "commitment"
        and line.status in {"open", "under_way"}
        and line.modality in load("brief")["promising"]
        and not _stands(line, as_of)
        and not line.due
    ]
    return _latest(promised)


def _single(lines: Sequence[Line], as_of: date) -> list[Line]:
    kinds = load("brief")["single_source_kinds"]
    return _latest(x for x in lines if x.witnesses == 1 and x.kind in kinds and x.certainty == "asserted")


_CHOSEN: dict[str, Callable[[Sequence[Line], date], list[Line]]] = {
    **{name: _standing(name) for name in STANDINGS},
    "disputed": _disputed,
    "agreements": _of("agreement"),
    "promises": _promises,
    "projects": _of("project", "mechanism"),
    "figures": _of("indicator"),
    "single_source": _single,
}
