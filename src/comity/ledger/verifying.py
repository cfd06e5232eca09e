"""Checking a ledger against itself, and making its derived part anew."""

from __future__ import annotations

import hashlib
import zlib
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from typing import Any

from sqlalchemy import Connection, Row

from comity.ids import claim_id, document_key
from comity.ledger.collecting import uncollected
from comity.ledger.deriving import introduce, refresh
from comity.ledger.results import Report
from comity.model import LedgerRecord, Record, Span
from comity.store import claims, derived, documents, records, sqlite
from comity.store.bodies import record_of
from comity.store.records import Filter
from comity.vocab import load

TEXTS = 500
"""Texts that are kept at hand while records are checked."""


def verified(connection: Connection) -> Report:
    """Every stored quote held against its text, texts against their sha256, ids recomputed, the file itself checked."""
    checked: Counter[str] = Counter()
    problems = [*sqlite.problems(connection), *sqlite.text_index_problems(connection)]
    for row in documents.stored(connection):
        problems += _document(row, connection, checked)
    texts: dict[str, str] = {}
    for review in ("open", "accepted", "rejected"):
        for record in records.find(connection, Filter(review=review), limit=None, after=""):
            problems += _record(record, connection, texts, checked)
    return Report(dict(checked), tuple(problems))


def _document(row: Row[Any], connection: Connection, checked: Counter[str]) -> Iterator[str]:
    """What is wrong with a document and with all that was ever read from it."""
    checked["documents"] += 1
    try:
        text = documents.text_of(row.text)
    except (zlib.error, UnicodeDecodeError):
        yield f"the text of document {row.key} ({row.name}) cannot be read; restore the ledger from a copy"
        return
    if hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() != row.text_sha256:
        yield f"the text of document {row.key} ({row.name}) is not the one that was added; its sha256 differs"
    known = {"published": row.published, "publisher": row.publisher, "url": row.url}
    if document_key(row.text_sha256, row.source, **known) != row.key:
        yield f"document {row.key} ({row.name}) has another key than its text and source give"
    counts: Counter[tuple[int, str, int, int]] = Counter()
    for claim in claims.every_set(connection, row.key):
        checked["claims"] += 1
        record = record_of(claim.body)
        start, end = record.quotes[0].start, record.quotes[0].end
        place = (claim.claim_set, record.kind, start, end)
        if claim_id(record.kind, row.key, start, end, counts[place]) != claim.id:
            yield f"claim {claim.id} of document {row.name} has another id than its place gives"
        counts[place] += 1
        yield from _quotes(_spans(record), text, f"claim {claim.id} of document {row.name}", checked)


def _spans(record: Record) -> Iterator[Span]:
    yield from record.quotes
    yield from (quote for field in record.fields.values() for quote in field.quotes)
    yield from [record.cue] if record.cue else []


def _quotes(spans: Iterator[Span], text: str, where: str, checked: Counter[str]) -> Iterator[str]:
    for span in spans:
        checked["quotes"] += 1
        if text[span.start : span.end] != span.exact:
            yield f"{where}: {span.exact[:60]!r} does not stand at [{span.start}, {span.end}) of the text"


def _record(
    record: LedgerRecord, connection: Connection, texts: dict[str, str], checked: Counter[str]
) -> Iterator[str]:
    """What is wrong with a ledger record."""
    checked["records"] += 1
    earliest = min(record.members, key=lambda m: (m.published or "9999-99-99", m.document, m.position))
    if record.id != earliest.claim:
        yield f"record {record.id} is not called after its earliest claim {earliest.claim}; run comity rebuild"
    homes = records.homes(connection, [member.claim for member in record.members])
    if wrong := [m.claim for m in record.members if homes.get(m.claim) != record.id]:
        yield f"claim {wrong[0]} does not lead to its record {record.id}; run comity rebuild"
    told = [e for view in record.fields.values() for value in view.values for e in value.evidence]
    told += [step.evidence for step in record.steps]
    _fetch(connection, {e.document for e in told} | {m.document for m in record.members}, texts)
    for each in told:
        if each.document not in texts:
            yield f"record {record.id} quotes document {each.document}, which is not there; run comity rebuild"
            continue
        yield from _quotes(iter(each.quotes), texts[each.document], f"record {record.id}", checked)


def _fetch(connection: Connection, keys: Collection[str], texts: dict[str, str]) -> None:
    """Have some texts at hand, and not too many others."""
    if len(texts) > TEXTS:
        texts.clear()
    texts.update({key: document.text for key, document in documents.each(connection, set(keys) - texts.keys())})


def unmade(connection: Connection) -> bool:
    """Whether the derived part is missing, as after an update of comity that keeps it in another shape."""
    return documents.counted(connection) > 0 and not documents.has_heads(connection)


def rebuilt(connection: Connection, progress: Callable[[int, int], object] | None = None) -> Report:
    """Drop all that follows from documents, claims and decisions, and make it anew.

    ``progress`` is called with the number of documents done, from 0, and of all.
    """
    derived.drop(connection)
    keys = documents.all_keys(connection)
    size = load("store")["batch"]["documents"]
    for start in range(0, len(keys), size):
        if progress is not None:
            progress(start, len(keys))
        piece = keys[start : start + size]
        with uncollected():
            for _, document in documents.each(connection, piece):
                introduce(connection, document)
            refresh(connection, piece)
    if progress is not None:
        progress(len(keys), len(keys))
    return Report({"documents": len(keys), "claims": claims.counted(connection), "records": records.total(connection)})
