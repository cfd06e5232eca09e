"""Who was what when, as far as the sources tell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from comity.language.folding import fold_name
from comity.model import LedgerRecord, Step
from comity.model.edtf import first_day, last_day
from comity.query.citing import Citation, citation, unique
from comity.reconcile.features import office
from comity.vocab import load


@dataclass(frozen=True, slots=True)
class Term:
    """A person in an office. Days are ISO 8601, empty where nothing tells.

    ``since`` is the first and ``until`` the last day for which a source says that the person holds the office: it was
    held at least so long. ``ended`` is the first day for which one calls the person a former holder, or on which a
    successor holds the office; ``designate`` the first for which it was still to come.
    """

    person: str
    post: str
    organization: str
    states: tuple[str, ...]
    since: str
    until: str
    ended: str
    designate: str
    record: str
    citations: tuple[Citation, ...]

    @property
    def seat(self) -> tuple[str, str]:
        """The office whoever holds it: its name, and the state, else the body, it belongs to."""
        return office(self.post), "-".join(self.states) or fold_name(self.organization)

    def held_on(self, day: str) -> bool:
        """Whether the sources make the person the holder on a day: told before it, and not told to have ended."""
        return bool(self.since) and self.since <= day and not (self.ended and self.ended <= day)

    def as_dict(self) -> dict[str, Any]:
        """The term as JSON."""
        return {
            "person": self.person,
            "post": self.post,
            "organization": self.organization or None,
            "states": list(self.states),
            "since": self.since or None,
            "until": self.until or None,
            "ended": self.ended or None,
            "designate": self.designate or None,
            "record": self.record,
            "quotes": [{"document": c.evidence.name, **c.quote.as_dict()} for c in self.citations],
        }


def offices(records: Iterable[LedgerRecord]) -> tuple[Term, ...]:
    """The terms that the roles among ``records`` tell, by office and day.

    A successor ends the term before only in the offices that one person holds (vocab/brief.yaml, ``one_holder``).
    """
    terms = [_term(record) for record in records if record.kind == "role" and record.review != "rejected"]
    found = [_succeeded(term, terms) for term in terms]
    return tuple(sorted(found, key=lambda t: (t.seat, t.since or t.designate or t.ended, t.person)))


def holders(terms: Iterable[Term], day: date) -> tuple[Term, ...]:
    """Those of the terms that run on a day, as far as the sources tell."""
    return tuple(term for term in terms if term.held_on(day.isoformat()))


def _term(record: LedgerRecord) -> Term:
    told = {
        rung: [s for s in record.steps if s.rung == rung and _sure(s)] for rung in ("designate", "current", "former")
    }
    current = told["current"]
    return Term(
        person=str(record.get("person") or ""),
        post=str(record.get("post") or ""),
        organization=str(record.get("organization") or ""),
        states=record.states,
        since=min((first_day(s.date) for s in current), default=""),
        until=max((last_day(s.date) for s in current), default=""),
        ended=min((first_day(s.date) for s in told["former"]), default=""),
        designate=min((first_day(s.date) for s in told["designate"]), default=""),
        record=record.id,
        citations=unique(citation(record, step.evidence) for step in record.steps),
    )


def _sure(step: Step) -> bool:
    return bool(step.date) and step.evidence.certainty == "asserted"


def _succeeded(term: Term, terms: Iterable[Term]) -> Term:
    """The term with its end, where the first later holder of the seat is told after it."""
    if not term.until or not _alone(term):
        return term
    later = [t.since for t in terms if t.seat == term.seat and t.person != term.person and t.since > term.until]
    if not later:
        return term
    ended = min([*later, *([term.ended] if term.ended else [])])
    return replace(term, ended=ended)


def _alone(term: Term) -> bool:
    """Whether one person at a time holds the office."""
    rules = load("brief")
    return term.seat[0] in rules["one_holder"] and not set(fold_name(term.post).split()) & set(rules["deputies"])
