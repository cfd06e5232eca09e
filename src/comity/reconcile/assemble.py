"""A ledger record out of the claims that are one thing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from comity.model import Claim, Decision, FieldView, Head, Join, LedgerRecord, Link, Member
from comity.reconcile.bundles import counted
from comity.reconcile.caption import caption
from comity.reconcile.judge import field_view
from comity.reconcile.judge.certainty import certainty_of, certainty_view
from comity.reconcile.judge.telling import UNDATED
from comity.reconcile.names import state_of_name
from comity.reconcile.policy import Policy
from comity.reconcile.progress import status_of, steps
from comity.reconcile.sightings import Crowd, everyone
from comity.reconcile.windows import DATED
from comity.reconcile.witnesses import Voice, independent
from comity.vocab import load

Told = tuple[Claim, Head]


def assemble(
    members: Sequence[Claim],
    heads: Mapping[str, Head],
    *,
    echoes: Iterable[tuple[str, str]] = (),
    joins: Iterable[Join] = (),
    links: Iterable[Link] = (),
    fulfilling: Sequence[Claim] = (),
    parts: Sequence[Claim] = (),
    decisions: Sequence[Decision] = (),
    states: Iterable[str] = (),
    crowd: Crowd | None = None,
    policy: Policy | None = None,
) -> LedgerRecord:
    """The record that ``members`` (claims of one kind, at least one) make together; their order plays no part.

    ``heads`` gives the head of each document by key, ``echoes`` pairs of keys of near-duplicate documents.
    ``fulfilling`` are claims that tell of a commitment's being kept or not kept yet, ``parts`` claims that are part of
    this record (documents of a bundle), ``decisions`` those in force whose targets are in it. ``states`` are ISO 3166
    alpha-3 codes that take part; where none are given they follow from the names in the fields. ``crowd`` is given
    where ``members`` are only those that are kept of more. ``policy`` stands in for that of vocab/judging.yaml. Raises
    ``KeyError`` for a claim without a head.
    """
    told = sorted(((claim, heads[claim.document]) for claim in members), key=_order)
    kind = told[0][0].kind
    heard = crowd or everyone(told, echoes)
    ruled = tuple(sorted(decisions, key=lambda d: (d.when, d.id)))
    fields = _fields(kind, told, heard.voices, ruled, policy)
    fields = counted(fields, told, [(claim, heads[claim.document]) for claim in parts])
    ladder = steps(kind, told, [(claim, heads[claim.document]) for claim in fulfilling], ruled)
    return replace(
        _told(kind, told, fields, heard),
        states=tuple(sorted(set(states))) or _states(told),
        status=status_of(kind, ladder),
        steps=ladder,
        joins=tuple(sorted(joins, key=lambda j: (j.first, j.second, j.verdict))),
        links=tuple(sorted(links, key=lambda x: (x.relation, x.record))),
        decisions=tuple(d.id for d in ruled),
        review=_review(ruled),
    )


def _told(kind: str, told: Sequence[Told], fields: Mapping[str, FieldView], heard: Crowd) -> LedgerRecord:
    """The record as far as its members and its fields make it."""
    published = sorted(head.published for _, head in told if head.published)
    return LedgerRecord(
        id=told[0][0].id,
        kind=kind,
        caption=caption(kind, fields, told[0][0].quote.exact),
        states=(),
        date=_listed_under(kind, fields, published),
        members=tuple(_member(claim, head) for claim, head in told),
        fields=fields,
        certainty=certainty_of(told),
        speakers=tuple(dict.fromkeys(claim.record.speaker for claim, _ in told if claim.record.speaker)),
        sectors=_sectors(told),
        tellings=heard.tellings,
        documents=heard.documents,
        witnesses=independent(heard.names),
        first_told=published[0] if published else "",
        last_told=published[-1] if published else "",
    )


def _order(told: Told) -> tuple[str, str, int]:
    claim, head = told
    return head.published or UNDATED, head.key, claim.position


def _fields(
    kind: str, told: Sequence[Told], voices: Mapping[str, Voice], decisions: Sequence[Decision], policy: Policy | None
) -> dict[str, FieldView]:
    views = (field_view(kind, name, told, voices, decisions, policy=policy) for name in load("kinds")["kinds"][kind])
    found = {view.name: view for view in views if view is not None}
    if firmness := certainty_view(told, voices, decisions):
        found["certainty"] = firmness
    return found


def _states(told: Sequence[Told]) -> tuple[str, ...]:
    """The states behind the names in the fields that say who takes part."""
    sides = load("judging")["sides"][told[0][0].kind]
    names = (name for claim, _ in told for field in sides for name in _names(claim, field))
    return tuple(sorted({state for name in names if (state := state_of_name(name))}))


def _names(claim: Claim, field: str) -> tuple[str, ...]:
    value = claim.record.get(field) or ()
    return (value,) if isinstance(value, str) else tuple(value)


def _sectors(told: Sequence[Told]) -> tuple[str, ...]:
    given = {sector for claim, _ in told for sector in claim.record.sectors}
    return tuple(sector for sector in load("kinds")["sectors"] if sector in given)


def _listed_under(kind: str, fields: Mapping[str, FieldView], published: Sequence[str]) -> str:
    """The shown date of the thing itself, else the day on which it was first told."""
    view = fields.get(DATED.get(kind, "")) if kind in DATED else fields.get("as_of") if kind == "role" else None
    return str(view.value) if view and view.value else published[0] if published else ""


def _member(claim: Claim, head: Head) -> Member:
    return Member(claim.id, head.key, head.name, claim.position, head.published, claim.record.quotes)


def _review(decisions: Sequence[Decision]) -> Literal["open", "accepted", "rejected"]:
    verdicts = [d.action for d in decisions if d.action in {"accept", "reject"}]
    if not verdicts:
        return "open"
    return "accepted" if verdicts[-1] == "accept" else "rejected"
