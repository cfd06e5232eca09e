"""Questions to a ledger: how a filter is written, how links are looked up, what waits for a person."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection

from comity.errors import NotFound, UsageError
from comity.ingest.dates import iso_date
from comity.ledger.deriving import withdrawn
from comity.ledger.results import Hit, Words
from comity.model import Head, LedgerRecord, Link, Span
from comity.reconcile.names import key_of_name
from comity.reconcile.relations import parsed
from comity.store import claims, decisions, documents, head_lists, records, search
from comity.store.head_lists import HeadChoice
from comity.store.records import Filter
from comity.vocab import load

Relation = str | Sequence[str] | None
ONE_SIDED = ("role", "position")
REVIEW = ("open", "accepted", "rejected")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The filters of ``Ledger.records``, as they were given; ``days`` are its ``since`` and ``until``."""

    kind: str | None = None
    relation: Relation = None
    days: tuple[str | date | None, str | date | None] = (None, None)
    status: str | None = None
    judgement: str | None = None
    sector: str | None = None
    actor: str | None = None
    certainty: str | None = None
    source_class: str | None = None
    text: str | None = None
    review: str | None = None

    def filter(self) -> Filter:
        """The filter that the store understands. Raises ``UsageError`` for what cannot be."""
        codebook = load("kinds")
        pairs = [
            *relation_facets(self.relation, self.kind),
            ("judgement", self.judgement),
            ("sector", _one_of("sector", self.sector, codebook["sectors"])),
            ("actor", key_of_name(self.actor) if self.actor else None),
            ("class", self.source_class),
        ]
        words = words_of(self.text) if self.text else ""
        return Filter(
            kind=_one_of("kind", self.kind, codebook["kinds"]) or "",
            facets=tuple((facet, value) for facet, value in pairs if value),
            since=day(self.days[0]),
            until=day(self.days[1]),
            status=self.status or "",
            certainty=_one_of("certainty", self.certainty, codebook["certainties"]) or "",
            review=_one_of("review", self.review, REVIEW) or "",
            words=words,
        )


def words_of(text: str) -> str:
    """A query of the full-text index. Raises ``UsageError`` where there is no word in it."""
    found = search.query(text)
    if not found:
        raise UsageError(f"{text[:60]!r} has no word to search for; give a word, or several")
    return found


def _one_of(name: str, value: str | None, allowed: Collection[str]) -> str | None:
    if value and value not in allowed:
        raise UsageError(f"there is no {name} {value!r}; take one of {', '.join(allowed)}")
    return value


def relation_facets(relation: Relation, kind: str | None = None) -> list[tuple[str, str]]:
    """A pair of states, or one, as a facet; codes in any order and case, as ``VNM-CHN`` or as a sequence.

    Records of a ``kind`` that has one side, roles and positions, are found by either state of the pair. Raises
    ``UsageError`` for codes that no state has.
    """
    if not relation:
        return []
    codes = parsed(relation)
    pair = "either" if kind in ONE_SIDED else "relation"
    return [(pair, "-".join(codes)) if len(codes) == 2 else ("state", codes[0])]


def day(given: str | date | None) -> str:
    """An ISO day; empty for none. Raises ``UsageError`` for what is no day."""
    if not given:
        return ""
    written = given.isoformat() if isinstance(given, date) else iso_date(str(given))
    if not written:
        raise UsageError(f"{given!r} is not one certain day; write 2025-04-14")
    return written[:10]


def home_of(connection: Connection, claim: str) -> str:
    """The id of the record that a claim belongs to. Raises ``NotFound``."""
    home = records.homes(connection, [claim]).get(claim)
    if home is None:
        raise NotFound(f"the ledger has no record {claim}; see comity show, or comity search")
    return home


def key_of_document(connection: Connection, named: str) -> str:
    """The key of the document of a key or name; copies are passed over where others have the name.

    Raises ``NotFound``, and ``UsageError`` where several have the name.
    """
    found = documents.keys_of(connection, named)
    if len(found) > 1:
        found = tuple(key for key in found if key not in documents.originals_of(connection, found))
    if not found:
        raise NotFound(f"the ledger has no document {named!r}; give its key or the name of its file without suffix")
    if len(found) > 1:
        raise UsageError(f"several documents are called {named!r}; give one of the keys {', '.join(found)}")
    return found[0]


def tied(found: Iterable[LedgerRecord], homes: Mapping[str, str]) -> list[LedgerRecord]:
    """Records whose links name other records, by ``homes``, where they named claims of theirs; each record once."""
    return [replace(record, links=_links(record, homes)) if record.links else record for record in found]


def _links(record: LedgerRecord, homes: Mapping[str, str]) -> tuple[Link, ...]:
    best: dict[tuple[str, str], Link] = {}
    for link in sorted(record.links, key=lambda x: (bool(x.decision), x.score, x.record)):
        home = homes.get(link.record)
        if home and home != record.id:
            best[link.relation, home] = replace(link, record=home)
    return tuple(best[key] for key in sorted(best))


def linked(connection: Connection, found: Iterable[LedgerRecord]) -> list[LedgerRecord]:
    """Records with their links looked up."""
    listed = list(found)
    return tied(listed, records.homes(connection, {link.record for record in listed for link in record.links}))


def hits(connection: Connection, asked: str, limit: int) -> list[Hit]:
    """Records, then passages, that match. Raises ``UsageError`` where no word is asked for."""
    words_of(asked)
    ranked = dict(search.find_records(connection, asked, limit))
    named = records.by_serial(connection, ranked)
    told = [
        _record(record, asked, ranked[serial])
        for serial, record in sorted(named.items(), key=lambda item: (ranked[item[0]], item[1].id))
        if record.review != "rejected"
    ]
    return told + _passages(connection, asked, limit)


def _record(record: LedgerRecord, asked: str, rank: float) -> Hit:
    """A record that matches, with the first of its quotes that has a word where its caption has none."""
    marks = search.marks(record.caption, asked)
    quotes = () if marks else (quote.exact for member in record.members for quote in member.quotes)
    found = ((quote, search.marks(quote, asked)) for quote in quotes)
    words = next((Words(quote, places) for quote, places in found if places), None)
    return Hit("record", record.caption, marks, rank, record=record, words=words)


def _passages(connection: Connection, asked: str, limit: int) -> list[Hit]:
    hits = search.find_passages(connection, asked, limit)
    gone = withdrawn(connection) | documents.originals_of(connection, {hit[0] for hit in hits}).keys()
    found = [hit for hit in hits if hit[0] not in gone]
    told = documents.heads_of(connection, {key for key, *_ in found})
    texts = {key: document.text for key, document in documents.each(connection, set(told))}
    return [_passage(told[key], Span.of(texts[key], start, end), asked, rank) for key, start, end, rank in found]


def _passage(head: Head, passage: Span, asked: str, rank: float) -> Hit:
    return Hit("passage", passage.exact, search.marks(passage.exact, asked), rank, head=head, passage=passage)


def heads(connection: Connection, keys: Collection[str] | None = None) -> tuple[Head, ...]:
    """The heads of the documents that were not withdrawn, by date; with ``keys`` of those alone."""
    gone = withdrawn(connection)
    if keys is None:
        return tuple(head for head in documents.all_heads(connection) if head.key not in gone)
    found = documents.heads_of(connection, set(keys) - gone).values()
    return tuple(sorted(found, key=lambda head: (head.published, head.key)))


def counted(connection: Connection) -> dict[str, Any]:
    """How much there is of what."""
    known = HeadChoice(gone=withdrawn(connection))
    first, last, undated = head_lists.days(connection, known)
    classes = head_lists.classes(connection, known)
    counts = records.counts(connection, "kind", "status")  # in the order of an index
    counts |= records.counts(connection, "certainty") | records.counts(connection, "review")
    return {
        "documents": sum(classes.values()),
        "undated": undated,
        "published": [first, last] if first else [],
        "classes": classes,
        "claims": claims.counted(connection),
        "records": sum(counts["kind"].values()),
        "kinds": counts["kind"],
        "status": counts["status"],
        "certainty": counts["certainty"],
        "review": counts["review"],
        "relations": records.facet_counts(connection, "relation"),
        "judgements": records.facet_counts(connection, "judgement"),
        "decisions": len(decisions.every(connection)),
    }
