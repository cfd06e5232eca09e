"""A large ledger of made-up documents whose claims are put together as the world knows them, without comparing them.

Comparing every claim of 100,000 documents takes hours; how pages and queries cope with so many records does not depend
on who put them together. Everything that pages, search and review read is there: documents, heads, passages, claims,
records with all that they are found and counted by. What only adding needs (keys, likes of texts) is not.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from sqlalchemy import Connection

from comity.model import Document, Extraction, Head, LedgerRecord, claims_of, key_of
from comity.reconcile.assemble import assemble
from comity.reconcile.features import features_of
from comity.reconcile.witnesses import described
from comity.store import Store, claims, documents, matching, records, search
from generator import extractions

Groups = dict[tuple[str, str], list[str]]
"""The claims that tell of a thing, by kind and thing."""

TOGETHER = 1000
"""Documents or records in a transaction."""


def build(path: Path, count: int) -> None:
    """Make a ledger of ``count`` documents."""
    store, groups = Store.open(path), Groups()
    told = extractions(count)
    done = 0
    while some := list(islice(told, TOGETHER)):
        with store.writing() as connection:
            for made, things in some:
                _document(connection, made, things, groups)
        done += len(some)
        print(f"{done} documents", file=sys.stderr)
    rest = iter(groups.values())
    while batch := list(islice(rest, TOGETHER)):
        with store.writing() as connection:
            records.replace(connection, (), list(_records(connection, batch)), {})
    store.close()


def _document(connection: Connection, made: Extraction, things: Sequence[str], groups: Groups) -> None:
    """Keep a document, its head, its passages and its claims."""
    document, found = made.document, claims_of(made)
    head = _head(document)
    documents.put(connection, document)
    documents.put_head(connection, head, document.text_sha256)
    search.index_document(connection, head.key, document.text)
    claims.put_set(connection, head.key, found, made.set_aside)
    newest = claims.newest_claims(connection, {head.key})[head.key]
    matching.put_active(connection, newest, features_of(head, found))
    for claim, thing in zip(found, things, strict=True):
        groups.setdefault((claim.kind, thing), []).append(claim.id)


def _head(document: Document) -> Head:
    plain = {name: getattr(document, name) for name in ("source", "title", "published", "publisher")}
    return described(Head(key=key_of(document), name=document.id, **plain), document.text)


def _records(connection: Connection, groups: Iterable[list[str]]) -> Iterator[LedgerRecord]:
    listed = list(groups)
    ids = {claim for group in listed for claim in group}
    found, features = claims.claims_of(connection, ids), matching.features_of(connection, ids)
    heads = documents.heads_of(connection, {claim.document for claim in found.values()})
    for group in listed:
        own = [found[claim] for claim in dict.fromkeys(group)]
        states = {state for claim in group for state in features[claim].states}
        yield assemble(own, {claim.document: heads[claim.document] for claim in own}, states=states)
