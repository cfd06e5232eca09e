"""New claims held against those of the ledger: only claims that share a key are ever compared."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from sqlalchemy import Connection

from comity.model import Claim, Head, Join
from comity.reconcile.features import Features
from comity.reconcile.fulfil import fulfil_keys, fulfil_spans, fulfils
from comity.reconcile.match import compare, keys, meets
from comity.store import claims, documents, matching

FULFIL = "fulfil:"
PROMISE, DEED = "<", ">"
"""End the keys by which a promise and the deeds that may keep it find each other, and nothing of their own sort."""

Pair = tuple[str, str]


def keys_of(claim: Claim, features: Features, head: Head) -> tuple[str, ...]:
    """All blocking keys of a claim; one with an exact key meets its likes by that alone."""
    own = () if features.exact else keys(features)
    sort = PROMISE if claim.kind == "commitment" else DEED
    spans = fulfil_spans(claim, head)
    kept = (f"{key}:{span}{sort}" for key in fulfil_keys(claim, features.states) for span in spans)
    return tuple(sorted({*own, *kept}))


def _met(key: str) -> tuple[str, ...]:
    """The keys of those that a claim with a key is held against."""
    if not key.startswith(FULFIL):
        return meets(key)
    return (key[:-1] + (DEED if key.endswith(PROMISE) else PROMISE),)


def paired(connection: Connection, new: Mapping[str, Claim], features: Mapping[str, Features]) -> list[Join]:
    """Keep the keys of new claims and compare them with all claims that share one; the joins found, sorted."""
    heads = documents.heads_of(connection, {claim.document for claim in new.values()})
    own = {claim.id: keys_of(claim, features[claim.id], heads[claim.document]) for claim in new.values()}
    matching.put_keys(connection, own)
    holders = matching.holders(connection, {met for found in own.values() for key in found for met in _met(key)})
    alike, kept = _pairs(own, holders)
    others = matching.features_of(connection, {c for pair in alike | kept for c in pair if c not in features})
    known = {**others, **features}
    joins = [join for a, b in sorted(alike) if (join := compare(known[a], known[b]))]
    joins += _fulfilled(connection, kept, new, known)
    return sorted({(j.first, j.second): j for j in joins}.values(), key=lambda j: (j.first, j.second))


def _pairs(own: Mapping[str, Iterable[str]], holders: Mapping[str, Iterable[str]]) -> tuple[set[Pair], set[Pair]]:
    """Pairs to be compared as one thing, and pairs of which one may fulfil the other."""
    alike: set[Pair] = set()
    kept: set[Pair] = set()
    for claim, found in own.items():
        for sort, wanted in ((False, alike), (True, kept)):
            met = {met for key in found if key.startswith(FULFIL) is sort for met in _met(key)}
            others = set[str]().union(*(holders[key] for key in met if key in holders)) - {claim}
            wanted.update((claim, other) if claim < other else (other, claim) for other in others)
    return alike, kept


def _fulfilled(
    connection: Connection, pairs: Collection[Pair], new: Mapping[str, Claim], known: Mapping[str, Features]
) -> Iterator[Join]:
    """Joins between promises and what tells that they were kept."""
    wanted = {(a, b) for a, b in pairs if known[a].document != known[b].document}
    ids = {claim for pair in wanted for claim in pair}
    found = {**claims.claims_of(connection, ids - set(new)), **{c: new[c] for c in ids & set(new)}}
    heads = documents.heads_of(connection, {claim.document for claim in found.values()})
    states = {claim: known[claim].states for claim in ids}
    for a, b in sorted(wanted):
        promise, deed = (found[a], found[b]) if known[a].kind == "commitment" else (found[b], found[a])
        join = fulfils(_told(promise, heads), _told(deed, heads), states=states)
        if join:
            yield join


def _told(claim: Claim, heads: Mapping[str, Head]) -> tuple[Claim, Head]:
    return claim, heads[claim.document]
