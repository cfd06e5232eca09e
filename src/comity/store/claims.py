"""Claim sets: what was read from documents. All are kept, the newest of a document counts."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, func, insert, select

from comity.ids import digest
from comity.model import Claim, SetAside
from comity.store.bodies import claim_of, dumped, record_body, span_of
from comity.store.rows import added, picked
from comity.store.schema import active, claim_sets, claims


def put_set(connection: Connection, document: str, found: Sequence[Claim], set_aside: Sequence[SetAside]) -> bool:
    """Keep what was read from a document, so that it counts from now on; False if it is what counts already."""
    bodies = [record_body(claim.record) for claim in found]
    aside = dumped([{"reason": item.reason, **item.span.as_dict()} for item in set_aside])
    content = digest(document, aside, *bodies)
    if newest(connection, document) == content:
        return False
    made = connection.execute(insert(claim_sets).values(id=content, document=document, set_aside=aside))
    key = made.inserted_primary_key
    rows = [
        {"claim_set": key[0] if key else None, "position": claim.position, "id": claim.id, "body": body}
        for claim, body in zip(found, bodies, strict=True)
    ]
    added(connection, claims, rows)
    return True


def newest(connection: Connection, document: str) -> str:
    """The content id of the claim set that counts, empty if the document has none."""
    query = select(claim_sets.c.id).where(claim_sets.c.document == document)
    return connection.execute(query.order_by(claim_sets.c.serial.desc()).limit(1)).scalar() or ""


def newest_claims(connection: Connection, keys: Collection[str]) -> dict[str, tuple[tuple[int, Claim], ...]]:
    """The claims that count, by document, each after the number of its claim set."""
    last = _newest_sets().subquery()
    query = select(last.c.document, claims).join(last, claims.c.claim_set == last.c.serial)
    found: defaultdict[str, list[tuple[int, Claim]]] = defaultdict(list)
    for row in picked(connection, query.order_by(claims.c.position), last.c.document, keys):
        found[row.document].append((row.claim_set, claim_of(row.id, row.document, row.position, row.body)))
    return {key: tuple(items) for key, items in found.items()}


def _newest_sets() -> Select[Any]:
    later = claim_sets.alias()
    newer = select(later.c.serial).where(
        later.c.document == claim_sets.c.document, later.c.serial > claim_sets.c.serial
    )
    return select(claim_sets).where(~newer.exists())


def set_aside_of(connection: Connection, document: str) -> tuple[SetAside, ...]:
    """What was set aside when the document was read last."""
    query = select(claim_sets.c.set_aside).where(claim_sets.c.document == document)
    body = connection.execute(query.order_by(claim_sets.c.serial.desc()).limit(1)).scalar()
    return tuple(SetAside(span_of(item), item["reason"]) for item in json.loads(body or "[]"))


def claims_of(connection: Connection, ids: Collection[str]) -> dict[str, Claim]:
    """Claims that count, by id."""
    place = and_(claims.c.claim_set == active.c.claim_set, claims.c.position == active.c.position)
    query = select(active.c.claim, active.c.document, active.c.position, claims.c.body).join(claims, place)
    return {
        row.claim: claim_of(row.claim, row.document, row.position, row.body)
        for row in picked(connection, query, active.c.claim, ids)
    }


def every_set(connection: Connection, document: str) -> Iterator[Row[Any]]:
    """The rows of all claims that were ever read from a document, with the id of their set, for verifying."""
    query = select(claim_sets.c.id.label("content"), claims).join(claims, claims.c.claim_set == claim_sets.c.serial)
    yield from connection.execute(
        query.where(claim_sets.c.document == document).order_by(claims.c.claim_set, claims.c.position)
    )


def counted(connection: Connection) -> int:
    """How many claims count."""
    return int(connection.execute(select(func.count()).select_from(active)).scalar_one())
