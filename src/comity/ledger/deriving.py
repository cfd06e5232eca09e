"""Keeping the derived part of a ledger up to date, in the transaction that changes what it follows from.

What is done for a document depends on the claims it shares keys with and on the records it joins, never on how many
there are in all; and it ends where a rebuild from nothing would end.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from sqlalchemy import Connection

from comity.ledger import disputes
from comity.ledger.gathering import gathered
from comity.ledger.pairing import paired
from comity.ledger.things import Evidence, Matter, by_claim, decisions_by_claim
from comity.model import Claim, Decision, Document, Head, Join, LedgerRecord, key_of
from comity.reconcile.copies import originals
from comity.reconcile.decisions import DIVIDING, found_again, placed, standing
from comity.reconcile.features import Features, features_of
from comity.reconcile.shingles import bands, echoes, signature
from comity.reconcile.sightings import Sighting, sighting
from comity.reconcile.witnesses import described
from comity.store import claims, decisions, documents, matching, records, search, sightings
from comity.store import echoes as likes


def introduce(connection: Connection, document: Document) -> None:
    """All that follows from a new document's text alone: its head, its likes, its place in the full-text index."""
    key = key_of(document)
    bare = Head(
        key=key,
        name=document.id,
        source=document.source,
        title=document.title,
        published=document.published,
        publisher=document.publisher,
        url=document.url,
    )
    documents.put_head(connection, described(bare, document.text), document.text_sha256)
    search.index_document(connection, key, document.text)
    own = signature(document.text)
    found = bands(own)
    alike = likes.signatures_of(connection, likes.with_bands(connection, found) - {key})
    likes.put_signature(connection, key, own, found)
    likes.put_echoes(connection, {(key, other) for other, theirs in alike.items() if echoes(own, theirs)})


def refresh(connection: Connection, changed: Collection[str], touched: Iterable[str] = ()) -> list[LedgerRecord]:
    """Bring records up to date after the claims of documents changed, or a decision was taken on claims ``touched``.

    Returns the records that were made anew.
    """
    moved, copies = _copied(connection, changed)
    changed = {*changed, *moved}
    gone = matching.active_in(connection, changed)
    seeds = set(touched) | _neighbours(connection, gone)
    outdated = set(records.homes(connection, gone).values())
    matching.forget(connection, gone)
    new, features = _activated(connection, changed)
    place(connection, decisions.pinned_to(connection, changed | copies))
    joins = paired(connection, new, features)
    matching.put_joins(connection, joins)
    seeds |= set(new) | {claim for join in joins for claim in (join.first, join.second)}
    made = _remade(connection, seeds - (set(gone) - set(new)), outdated)
    if touched:
        promises = {record.id for record in made if record.kind == disputes.PROMISED[0]}
        disputes.settle(connection, disputes.beside(connection, promises))
    return made


def _copied(connection: Connection, changed: Collection[str]) -> tuple[set[str], set[str]]:
    """Settle which documents with the text of those changed count: those for which that is new, and all copies."""
    gone = withdrawn(connection)
    moved: set[str] = set()
    copies: set[str] = set()
    for heads in documents.with_texts_of(connection, changed).values():
        if len(heads) > 1:
            keys = {head.key for head in heads}
            before, now = documents.originals_of(connection, keys), originals([h for h in heads if h.key not in gone])
            new = {key: now.get(key, "") for key in keys if before.get(key, "") != now.get(key, "")}
            documents.put_originals(connection, new)
            moved |= new.keys()
            copies |= now.keys()
    return moved, copies


def _neighbours(connection: Connection, gone: Collection[str]) -> set[str]:
    """Claims whose records change when some go: those they were joined with, and those they were one with."""
    joined = {claim for join in matching.joins_of(connection, gone) for claim in (join.first, join.second)}
    mates = records.members_of(connection, set(records.homes(connection, gone).values()))
    ruled = decisions.bearings_of(connection, decisions.bearing_on(connection, gone))
    return joined.union(*mates.values(), *ruled.values()) - {""}


def _activated(connection: Connection, changed: Collection[str]) -> tuple[dict[str, Claim], dict[str, Features]]:
    """Let the newest claims of documents count, unless a document was withdrawn or is a copy."""
    staying = set(changed) - withdrawn(connection) - documents.originals_of(connection, changed).keys()
    heads = documents.heads_of(connection, staying)
    new: dict[str, Claim] = {}
    features: dict[str, Features] = {}
    seen: list[Sighting] = []
    for key, found in claims.newest_claims(connection, staying).items():
        own = features_of(heads[key], [claim for _, claim in found])
        matching.put_active(connection, found, own)
        seen += [sighting(claim, heads[key], own[claim.id]) for _, claim in found if own[claim.id].exact]
        new.update({claim.id: claim for _, claim in found})
        features.update(own)
    sightings.put(connection, seen)
    return new, features


def withdrawn(connection: Connection) -> set[str]:
    """Keys of the documents that people took out of the ledger."""
    return set(withdrawals(connection))


def withdrawals(connection: Connection) -> dict[str, str]:
    """The documents that people took out of the ledger, by key, each with the decision."""
    ruled = decisions.some_and_undos(connection, decisions.of_action(connection, "withdraw"))
    return {key: decision.id for decision in standing(ruled) for key in decision.targets}


def place(connection: Connection, ids: Collection[str]) -> None:
    """Find the claims that decisions mean today, in the document that counts where theirs is a copy of it."""
    found = decisions.some(connection, ids)
    pinned = {anchor.document for decision in found for anchor in decision.anchors}
    home = {key: key for key in pinned} | documents.originals_of(connection, pinned)
    today = claims_in(connection, set(home.values()))
    meant = {d.id: [found_again(a, today.get(home[a.document], ())) for a in d.anchors] for d in found}
    exact = sightings.exact_of(connection, {claim for claims_ in meant.values() for claim in claims_})
    decisions.put_bearings(connection, meant, exact)


def claims_in(connection: Connection, keys: Collection[str]) -> dict[str, list[Claim]]:
    """The claims that count, by document, in the order of their text."""
    active = matching.active_in(connection, keys)
    found: dict[str, list[Claim]] = {}
    for claim in sorted(claims.claims_of(connection, active).values(), key=lambda c: (c.document, c.position)):
        found.setdefault(claim.document, []).append(claim)
    return found


def ruling_on(connection: Connection, on: Collection[str], exact: Collection[str] = ()) -> list[Decision]:
    """The decisions that stand and bear on claims, placed on the claims of today, in the order they were taken.

    The claims are those ``on``, and all that have one of the keys ``exact``.
    """
    ids = decisions.bearing_on(connection, on).union(*decisions.bearing_on_keys(connection, exact).values())
    held = standing(decisions.some_and_undos(connection, ids))
    bearings = decisions.bearings_of(connection, ids)
    return [placed(decision, bearings[decision.id]) for decision in held]


def matter_of(connection: Connection, seeds: Collection[str], until: str = "") -> Matter:
    """The claims that hang together with ``seeds``, by joins, exact keys or decisions.

    With ``until`` what is told often is gathered out of documents published on or before that ISO day alone.
    """
    features: dict[str, Features] = {}
    joins: dict[tuple[str, str], Join] = {}
    keys: set[str] = set()
    rest = set(seeds)
    while rest:
        exact = sightings.exact_of(connection, rest)
        loose = _divided(connection, set(exact.values()))
        keys.update(set(exact.values()) - loose)
        rest = {claim for claim in rest if exact.get(claim) not in keys}
        features.update(matching.features_of(connection, rest))
        same = matching.joins_of(connection, rest, same=True)
        joins.update({(join.first, join.second): join for join in same})
        reached = {claim for join in same for claim in (join.first, join.second)}
        reached.update(*sightings.claims_with(connection, loose).values())
        reached.update(anchor.claim for decision in ruling_on(connection, rest) for anchor in decision.anchors)
        rest = reached - features.keys()
    ruled = ruling_on(connection, features, keys)
    whole, crowds = gathered(connection, keys, ruled, until)
    return Matter(features, [joins[pair] for pair in sorted(joins)], ruled, whole, crowds)


def _divided(connection: Connection, exact: Collection[str]) -> set[str]:
    """The exact keys on whose claims somebody ruled what is one thing and what is not."""
    bearing = decisions.bearing_on_keys(connection, exact)
    held = standing(decisions.some_and_undos(connection, {d for ids in bearing.values() for d in ids}))
    dividing = {decision.id for decision in held if decision.action in {"merge", *DIVIDING}}
    return {key for key, ids in bearing.items() if not ids.isdisjoint(dividing)}


def _remade(connection: Connection, seeds: set[str], outdated: set[str]) -> list[LedgerRecord]:
    """Make the records of ``seeds`` and of all that hangs together with them; those that cannot differ stay."""
    matter = matter_of(connection, seeds)
    homes = records.homes(connection, matter.features)
    before = records.members_of(connection, set(homes.values()))
    outdated |= set(homes.values()) | _homes_of_whole(connection, matter)
    unsure = seeds | matter.linked()
    groups, things = [], matter.groups()
    for group in things:
        home = homes.get(group[0], "")
        if unsure.isdisjoint(group) and before.get(home) == list(group):
            outdated.discard(home)
        else:
            groups.append(group)
    made = list(assembled(connection, groups, matter, things))
    keys = {group: key for key, group in matter.whole.items()}
    exact = {record.id: keys[group] for group, record in zip(groups, made, strict=True) if group in keys}
    records.replace(connection, outdated, made, exact)
    figures = {record.id for record in made if record.kind == disputes.FIGURE[0] and record.conflicts}
    disputes.settle(connection, figures)
    return made


def _homes_of_whole(connection: Connection, matter: Matter) -> set[str]:
    """The records of the things apart as they were; where there was none of the key, those of their claims."""
    found = records.homes_of_keys(connection, matter.whole)
    rest = sightings.claims_with(connection, matter.whole.keys() - found.keys())
    apart = {claim for claims_ in rest.values() for claim in claims_}
    return {*found.values(), *records.homes(connection, apart).values()}


def assembled(
    connection: Connection,
    groups: Collection[tuple[str, ...]],
    matter: Matter,
    things: Collection[tuple[str, ...]],
    *,
    within: Collection[str] | None = None,
) -> Iterator[LedgerRecord]:
    """The records of some ``groups`` among all ``things`` of a matter; with ``within`` out of these claims alone."""
    shown = {claim for group in groups for claim in group}
    joins = {(j.first, j.second): j for j in [*matter.joins, *matching.joins_of(connection, shown, same=False)]}
    if within is not None:
        joins = {pair: join for pair, join in joins.items() if pair[0] in within and pair[1] in within}
    whole = Matter(matter.features, [joins[pair] for pair in sorted(joins)], matter.decisions)
    linked = {claim for join in joins.values() if join.verdict != "maybe" for claim in (join.first, join.second)}
    found = claims.claims_of(connection, shown | linked)
    keys = {claim.document for claim in found.values()}
    evidence = Evidence(
        claims=found,
        heads=documents.heads_of(connection, keys),
        features={**matter.features, **matching.features_of(connection, shown - matter.features.keys())},
        echoes=likes.echoes_among(connection, keys),
        joins=by_claim(whole.settled(things, _unshown(connection, matter, joins.values()))),
        decisions=decisions_by_claim(matter.decisions),
        crowds={matter.whole[key][0]: crowd for key, crowd in matter.crowds.items()},
    )
    for group in groups:
        yield evidence.record(group)


def _unshown(connection: Connection, matter: Matter, joins: Iterable[Join]) -> dict[str, str]:
    """The things that claims belong to which are joined with others but not kept as evidence, by the things' first
    claims; looked up where people ruled on links.
    """
    if not matter.crowds or not matter.linked():
        return {}
    ends = {claim for join in joins for claim in (join.first, join.second)}
    exact = sightings.exact_of(connection, ends)
    return {claim: matter.whole[key][0] for claim, key in exact.items() if key in matter.crowds}
