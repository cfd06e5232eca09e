"""What the desk shows in words: values, dates in ISO 8601, how sources agree, how firmly a thing is told.

Templates see this module as ``w``. Everything returns plain text: escaping is left to the templates.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from comity.export.values import told_beside
from comity.language.gazetteer_rows import state_names
from comity.ledger import ReviewItem
from comity.ledger.correcting import written
from comity.ledger.lists import Line
from comity.model import Attested, FieldView, LedgerRecord
from comity.reconcile.phrasing import change, figure, label, listed, quantity
from comity.reconcile.progress import ladder, standing
from comity.vocab import load

_PART = re.compile(r"(-?\d{4})-(2[1-4]|3[3-6])")


@dataclass(frozen=True, slots=True)
class Tag:
    """Words with an icon and a tone (``bad``, ``warn``, ``good`` or none): never colour alone."""

    words: str
    icon: str = ""
    tone: str = ""


def said(table: str, key: str) -> str:
    """The words of a table of vocab/desk.yaml, else of vocab/ledger_words.yaml; a key that is not there is shown with
    blanks for underscores.
    """
    words = load("desk").get(table) or load("ledger_words")[table]
    return str(words.get(key, plain(key)))


def source_class(name: str) -> str:
    """A class of sources."""
    return str(load("brief")["class_words"][name])


def plain(text: str) -> str:
    """Underscores as blanks."""
    return text.replace("_", " ")


def heading(kind: str, count: int = 2) -> str:
    """``event``, ``events``."""
    return str(load("labels")["counts"][kind][count != 1])


def field_name(name: str) -> str:
    """A field as a row heading."""
    return said("field_names", name)


def day(edtf: str) -> str:
    """An EDTF date in ISO 8601; quarters as ``2025-Q1``, decades as ``2030s``, seasons as words, intervals as spans."""
    first, slash, last = edtf.partition("/")
    if not slash:
        return _point(first)
    if last in {"..", ""}:
        return f"since {_point(first)}"
    return f"until {_point(last)}" if first in {"..", ""} else f"{_point(first)} to {_point(last)}"


def grouped(number: int | str) -> str:
    """A count with a comma between thousands; what is no count stays."""
    return f"{number:,}" if isinstance(number, int) else number


def until(edtf: str) -> str:
    """A date as the end of a wait: of an interval its last day."""
    return day(edtf.rpartition("/")[2] or edtf)


def _point(edtf: str) -> str:
    if edtf.endswith("X"):
        return f"{edtf[:-1]}0s" if edtf[:-1].isdigit() else edtf.replace("X", "0") + " to " + edtf.replace("X", "9")
    found = _PART.fullmatch(edtf)
    if found is None:
        return edtf
    year, part = found[1], int(found[2])
    words = load("desk")
    return f"{year}-{words['quarters'][part]}" if part > 24 else f"{words['seasons'][part]} {year}"


def shown(record: LedgerRecord, view: FieldView) -> str:
    """The value of a field that is shown, in words."""
    return value(record, view.name, view.value)


def attested(record: LedgerRecord, name: str, given: Attested) -> str:
    """One of the values of a field, with the unit and qualifier that the same claims give it."""
    return value(record, name, given.value, frozenset(e.claim for e in given.evidence))


def value(record: LedgerRecord, name: str, given: Any, claims: frozenset[str] = frozenset()) -> str:
    """A value in words; figures have the unit and qualifier that ``claims`` tell, else those that are shown."""
    if given is None or given in ("", []):
        return "not stated"
    if isinstance(given, bool):
        return str(load("desk")["yes_no"][given])
    if isinstance(given, Mapping):
        return _compound(given)
    if isinstance(given, list | tuple):
        return listed([str(item) for item in given])
    if isinstance(given, str):
        return _worded(record.kind, name, given)
    return _number(record, name, given, claims)


def ruled(given: Any) -> str:
    """A value that a person set, in words, without the unit that its record may give it."""
    if isinstance(given, Mapping):
        return _compound(given)
    return written(given) if isinstance(given, str | bool | list | tuple) else figure(given)


def _compound(given: Mapping[str, Any]) -> str:
    """Money, or a date with its basis."""
    if "currency" in given:
        return quantity(given["value"], str(given["currency"]), str(given.get("qualifier") or ""))
    return f"{day(str(given['value']))} ({given['basis']})"


def _worded(kind: str, name: str, given: str) -> str:
    sort = load("kinds")["kinds"].get(kind, {}).get(name, {"type": "choice"})["type"]
    if sort == "date":
        return day(given)
    if name == "change_basis":
        return label("change_bases", given)
    return plain(given) if sort == "choice" and not given.isupper() else given


def _number(record: LedgerRecord, name: str, given: float, claims: frozenset[str]) -> str:
    if name == "change":
        return change(given, told_beside(record, "change_basis", claims))
    if name not in {"value", "count"}:
        return figure(given)
    qualifier = told_beside(record, {"value": "qualifier", "count": "count_qualifier"}[name], claims)
    unit = told_beside(record, "unit", claims) if name == "value" else ""
    return quantity(given, str(unit or ""), str(qualifier or ""))


def options(kind: str, name: str) -> list[str]:
    """What a field of a kind can be, empty where it is not one of a list."""
    kinds = load("kinds")
    if name == "certainty":
        return list(kinds["certainties"])
    own = kinds["kinds"][kind].get(name, {})
    return ["yes", "no"] if own.get("type") == "flag" else list(own.get("values", ()))


def certainty(given: str) -> Tag:
    """How firmly it is told."""
    return Tag(said("certainties", given), given, load("desk")["certainty_tones"].get(given, ""))


def judgement(view: FieldView) -> Tag:
    """How the sources of a field agree; one that a person settled says so."""
    words = load("desk")
    if view.decision:
        return Tag("decided", "accepted", "good")
    icon = words["judgement_icons"].get(view.judgement, view.judgement)
    return Tag(_agreeing(view), icon, words["judgement_tones"][view.judgement])


def tag(table: str, key: str) -> Tag:
    """Words with icon and tone from the tables ``TABLEs``, ``TABLE_icons`` and ``TABLE_tones`` of vocab/desk.yaml."""
    words = load("desk")
    icon = words.get(f"{table}_icons", {}).get(key, key)
    return Tag(said(f"{table}s", key), icon, words.get(f"{table}_tones", {}).get(key, ""))


def _agreeing(view: FieldView) -> str:
    words = said("judgements", view.judgement)
    return f"{words} by {sum(v.witnesses for v in view.values)} sources" if view.judgement == "corroborated" else words


def firmness(record: LedgerRecord | Line) -> Tag:
    """How well a whole record stands: conflicts first, then hedging, then how many independent sources tell it."""
    if record.conflicts:
        names = (view if isinstance(view, str) else view.name for view in record.conflicts)
        fields = listed([field_name(name) for name in names])
        return Tag(f"sources disagree on {fields}", "contradicted", "bad")
    if record.certainty != "asserted":
        return Tag(f"{said('certainties', record.certainty)} only", record.certainty, "warn")
    if record.witnesses < 2:
        return Tag("single source", "single_source")
    return Tag(f"{record.witnesses} independent sources", "corroborated", "good")


def stands(record: LedgerRecord, today: date) -> Tag | None:
    """Whether it is overdue, due soon or dormant today; None where it is none of these."""
    found = standing(record, today)
    return Tag(said("standings", found), found, load("desk")["standing_tones"].get(found, "")) if found else None


@dataclass(frozen=True, slots=True)
class Rung:
    """A rung of a ladder as drawn: ``state`` is ``done``, ``now`` or ``ahead``; ``day`` when it was first reached."""

    name: str
    state: str
    day: str = ""


def rungs(record: LedgerRecord) -> tuple[Rung, ...]:
    """The ladder of a record with the rungs it has reached; a stage beside the ladder comes last."""
    own = ladder(record.kind)
    if own is None or not record.status:
        return ()
    reached = {step.rung: step.date for step in reversed(record.steps) if step.reached}
    names = [*own.rungs, record.status] if record.status not in own.rungs else list(own.rungs)
    height = max((own.rank(rung) for rung in reached), default=-1)
    return tuple(_rung(name, place, height, record.status, reached) for place, name in enumerate(names))


def _rung(name: str, place: int, height: int, status: str, reached: Mapping[str, str]) -> Rung:
    state = "now" if name == status else "done" if place <= height else "ahead"
    return Rung(plain(name), state, day(reached.get(name, "")))


def stage(record: LedgerRecord) -> str:
    """The stage a record has reached."""
    return plain(record.status)


def relation(pair: str) -> str:
    """``China–Vietnam`` for ``CHN-VNM``, ``China`` for ``CHN``."""
    return "\u2013".join(state_names().get(code, code) for code in pair.split("-"))


def parties(record: LedgerRecord) -> str:
    """The states that take part, as codes."""
    return "\u2013".join(record.states)


def exact(given: Any) -> str:
    """A value as JSON, as a form sends it back."""
    return json.dumps(given, ensure_ascii=False)


def citation(record: LedgerRecord, quote: str, source: str) -> str:
    """A citation of a record to be copied: what it is, the words, the source, the id."""
    return f"{record.caption} ({day(record.date) or 'undated'}). \u201c{quote}\u201d {source}. comity {record.id}."


def asked(item: ReviewItem) -> str:
    """The question of an item of the review queue, without raw figures."""
    return f"{item.records[0].caption}: which {field_name(item.field)}?" if item.field else item.question
