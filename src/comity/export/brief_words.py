"""The lines of a brief in words. Every word stands in the ledger or in vocab/brief.yaml; nothing is concluded here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from comity.export.ledger_words import reporters
from comity.export.values import value_words
from comity.language.gazetteer_rows import state_names
from comity.model import LedgerRecord
from comity.query.citing import Citation
from comity.query.facts import Fact
from comity.reconcile.phrasing import date_words, listed
from comity.vocab import load


def relation_words(codes: Sequence[str]) -> str:
    """``China and Vietnam`` for their codes; a code that is no state's stays as it is."""
    return listed([state_names().get(code, code) for code in codes])


def line(fact: Fact) -> str:
    """A line as one sentence without its full stop and its footnotes."""
    record = fact.record
    if fact.code == "dispute":
        return _dispute(fact)
    if fact.code in load("brief")["changes"]:
        return _change(fact)
    told = [*_details(record, fact.code), *_voice(record)]
    standings = load("brief")["standings"]
    if words := standings.get(f"{fact.code}_{record.kind}", standings.get(fact.code)):
        told.insert(0, words.format(due=_due(record), told=date_words(record.last_told)))
    return f"{record.caption} ({'; '.join(told)})" if told else record.caption


def _words(record: LedgerRecord, field: str, value: Any, citations: Sequence[Citation] = ()) -> str:
    """The value of a field as those who are cited give it; ``nothing`` where there is none."""
    return value_words(record, field, value, {c.evidence.claim for c in citations}) or "nothing"


def _details(record: LedgerRecord, code: str = "") -> list[str]:
    """What the record's fields add to its caption and, in lines on what is due, to the day; nothing is said twice."""
    said = load("progress")["due_field"].get(record.kind) if code in {"due", "overdue"} else ""
    found = []
    for field, pattern in load("brief")["details"][record.kind].items():
        value = record.get(field)
        words = "" if value in (None, "", []) else _words(record, field, value)
        if words and field != said and words not in record.caption:
            found.append(pattern.format(words))
    found += _course(record, code)
    return [f"denied: {'; '.join(found)}"] if found and record.certainty == "denied" else found


def _course(record: LedgerRecord, code: str) -> list[str]:
    """How far a promise has come, and when a text was told that was concluded on no known day."""
    words, found = load("brief"), []
    dated = load("progress")["ladders"].get(record.kind, {}).get("dated", ())
    if record.kind == "commitment" and record.status in words["promised"]:
        found.append(words["promised"][record.status])
    late = [step.date for step in record.steps if step.rule == "unkept" and step.date]
    if late and record.status == "open":
        found.append(words["unkept"].format(told=date_words(late[-1])))
    known = record.get("date") or record.status not in dated or code == "dormant"
    if record.kind in words["undated"] and record.first_told and not known:
        found.append(words["undated"][record.kind].format(told=date_words(record.first_told)))
    return found


def _voice(record: LedgerRecord) -> list[str]:
    """Who vouches for it and how firmly, where it is not the outlets' plain word, and what a person corrected."""
    told = reporters(record)
    said = [f"according to {listed(told)}"] if told else []
    firmly = load("brief")["certainties"].get(record.certainty)
    firmly = None if record.certainty == "denied" and _details(record) else firmly
    ruled = [view.name.replace("_", " ") for view in record.fields.values() if view.policy == "corrected"]
    corrected = [load("brief")["corrected"].format(fields=listed(ruled))] if ruled else []
    return [*said, *([firmly] if firmly else []), *corrected]


def _due(record: LedgerRecord) -> str:
    value = record.get(load("progress")["due_field"].get(record.kind, ""))
    return date_words(str(value["value"] if isinstance(value, Mapping) else value or ""))


def _change(fact: Fact) -> str:
    patterns, record = load("brief")["changes"], fact.record
    first = fact.before in (None, "", []) and f"{fact.code}_first" in patterns
    pattern = patterns[f"{fact.code}_first" if first else fact.code]
    before, after = _told(fact, fact.before), _told(fact, fact.after)
    words = pattern.format(caption=record.caption, field=fact.field.replace("_", " "), before=before, after=after)
    more = [*_details(record), *_voice(record)] if fact.code == "new" else []
    return f"{words} ({'; '.join(more)})" if more else str(words)


def _told(fact: Fact, value: Any) -> str:
    """One side of a change: a value of its field, several that clash, or a mere count."""
    if fact.code == "conflict":
        return " or ".join(_words(fact.record, fact.field, each) for each in value or ())
    return _words(fact.record, fact.field, value) if fact.field else str(value)


def _dispute(fact: Fact) -> str:
    pattern = load("brief")["dispute_value"]
    values = [
        pattern.format(value=_words(fact.record, fact.field, value, citations), sources=sources(citations))
        for value, citations in fact.values
    ]
    caption, field = fact.record.caption, fact.field.replace("_", " ")
    if fact.record.kind == "indicator":  # its caption ends with the figure that is disputed
        caption = caption.rpartition(": ")[0] or caption
    return str(load("brief")["dispute"].format(caption=caption, field=field, values=" \u2013 ".join(values)))


def sources(citations: Sequence[Citation]) -> str:
    """Who says it: the classes of the sources, with the days on which they say it."""
    words = load("brief")["class_words"]
    told = [
        ", ".join(filter(None, [words[c.evidence.source_class], date_words(c.evidence.published)])) for c in citations
    ]
    return "; ".join(dict.fromkeys(told))
