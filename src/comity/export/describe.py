"""A record as people read it: one headline, and details in a fixed order. Plain text, no layout."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from comity.model import Record
from comity.reconcile.phrasing import change, date_words, label, listed, money, quantity


@dataclass(frozen=True, slots=True)
class Description:
    """``label`` says what it is, ``title`` names it (either may be empty), ``details`` are short phrases."""

    label: str
    title: str
    details: tuple[str, ...]


Dated = Callable[[str], str]
"""Puts an EDTF date into words."""


def describe(record: Record, *, dated: Dated = date_words) -> Description:
    """Put a record into words; fields that the text does not give are left out. ``dated`` words its dates."""
    return _KINDS[record.kind](record, dated)


def _of(kind: str, title: str, details: Iterable[str]) -> Description:
    same = kind.casefold() == title.casefold()
    return Description(kind, "" if same else title, tuple(part for part in details if part))


def _event(r: Record, dated: Dated) -> Description:
    title = listed(r.get("actors") or ()) or r.get("place") or "actors not named"
    if recipients := r.get("recipients"):
        title += f" \u2192 {listed(recipients)}"
    phase = label("phases", r.get("phase") or "")
    return _of(
        _words(r, "form").capitalize(), title, [_date(r, "date", dated), _text(r, "place"), _count(r, "number:"), phase]
    )


def _agreement(r: Record, dated: Dated) -> Description:
    covers = f"covers {listed(r.get('subjects'))}" if r.get("subjects") else ""
    count = f"{_count(r, label('qualifiers', r.get('count_qualifier') or ''))} documents" if r.get("count") else ""
    details = [_words(r, "status"), _names(r, "parties"), count, _date(r, "date", dated), _amount(r), covers]
    return _of(_words(r, "instrument_type").capitalize(), _text(r, "title"), details)


def _mechanism(r: Record, dated: Dated) -> Description:
    level = f"level: {_words(r, 'level')}" if r.get("level") else ""
    session = f"next session {_date(r, 'next_session', dated)}" if r.get("next_session") else ""
    details = [_words(r, "status"), _names(r, "parties"), level, session]
    return _of(_words(r, "mechanism_type").capitalize(), _text(r, "name"), details)


def _project(r: Record, dated: Dated) -> Description:
    places = f"at {listed(r.get('places'))}" if r.get("places") else ""
    details = [_words(r, "status"), _names(r, "participants"), _amount(r), places]
    details += [_milestone(r, "start", dated), _milestone(r, "completion", dated)]
    return _of(_words(r, "project_type").capitalize(), _text(r, "name"), details)


def _commitment(r: Record, dated: Dated) -> Description:
    title = ": ".join(part for part in (_names(r, "by"), _text(r, "action")) if part)
    to = f"towards {_names(r, 'to')}" if r.get("to") else ""
    due = f"due {_date(r, 'due', dated)}" if r.get("due") else ""
    again = "reaffirmed" if r.get("reaffirmed") else ""
    condition = f"condition: {r.get('condition')}" if r.get("condition") else ""
    return _of(_words(r, "modality").capitalize(), title, [due, to, again, condition])


def _indicator(r: Record, dated: Dated) -> Description:
    unit, qualifier = _text(r, "unit"), r.get("qualifier") or ""
    value = quantity(r.get("value"), unit, qualifier) if r.get("value") is not None else ""
    moved = change(r.get("change"), r.get("change_basis")) if r.get("change") is not None else ""
    between = " with ".join(part for part in (_text(r, "area"), _text(r, "counterpart")) if part)
    return _of(value or moved, _text(r, "measure"), [_date(r, "period", dated), moved if value else "", between])


def _role(r: Record, dated: Dated) -> Description:
    as_of = f"as of {_date(r, 'as_of', dated)}" if r.get("as_of") else ""
    return _of(
        _text(r, "person"), _text(r, "post"), [_text(r, "organization"), label("roles", r.get("status") or ""), as_of]
    )


def _position(r: Record, dated: Dated) -> Description:
    on = f"on {_text(r, 'on')}" if r.get("on") else ""
    return _of(_names(r, "by"), _text(r, "stance"), [on])


_KINDS: dict[str, Callable[[Record, Dated], Description]] = {
    "event": _event,
    "agreement": _agreement,
    "mechanism": _mechanism,
    "project": _project,
    "commitment": _commitment,
    "indicator": _indicator,
    "role": _role,
    "position": _position,
}


def _text(r: Record, name: str) -> str:
    return str(r.get(name) or "")


def _words(r: Record, name: str) -> str:
    return _text(r, name).replace("_", " ")


def _names(r: Record, name: str) -> str:
    return listed(r.get(name) or ())


def _count(r: Record, before: str) -> str:
    count = r.get("count")
    return "" if count is None else f"{before}{' ' if before.endswith(':') else ''}{quantity(count, '')}"


def _amount(r: Record) -> str:
    return money(r.get("amount")) if r.get("amount") else ""


def _date(r: Record, name: str, dated: Dated) -> str:
    content = r.fields.get(name)
    if content is None or not content.value:
        return ""
    basis = label("basis", content.basis)
    words = dated(str(content.value))
    return f"{words} ({basis})" if basis else words


def _milestone(r: Record, name: str, dated: Dated) -> str:
    value = r.get(name)
    return f"{name} {dated(value.value)} ({label('basis', value.basis)})" if value else ""
