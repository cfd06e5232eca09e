"""What a ledger says of a record, in words: how its sources agree, how firm it is, how it stands, who says it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from comity.model import Decision, Evidence, FieldView, Join, LedgerRecord, Step
from comity.reconcile.phrasing import date_words, figure, listed, quantity
from comity.reconcile.progress import standing
from comity.vocab import load


def said(table: str, value: str) -> str:
    """The words of vocab/ledger_words.yaml for a value; one that is not there keeps its own, with blanks."""
    found = load("ledger_words")[table].get(value)
    return value.replace("_", " ") if found is None else str(found)


def field_words(name: str) -> str:
    """``next session`` for ``next_session``."""
    return name.replace("_", " ")


def verdict(record: LedgerRecord) -> str:
    """How the sources of a record agree, on one line: the fields they contradict each other on, else the best found."""
    if record.conflicts:
        return f"contradicted: {', '.join(field_words(view.name) for view in record.conflicts)}"
    found = judgement(record)
    return said("short", found) if found else ""


def vouchers(record: LedgerRecord) -> tuple[str, ...]:
    """Who vouches for a record; nobody where at least one outlet says it in its own voice."""
    told = [evidence for view in record.fields.values() for value in view.values for evidence in value.evidence]
    return record.speakers if all(evidence.speaker for evidence in told) else ()


def reporters(record: LedgerRecord) -> tuple[str, ...]:
    """Those of the ``vouchers`` whom a line has still to name: who states or promises something says so himself."""
    own = set(record.get("by") or ())
    return tuple(name for name in vouchers(record) if name not in own)


def judgement(record: LedgerRecord) -> str:
    """The judgement that weighs most among a record's fields, empty for none; a conflict that was settled is none."""
    if record.certainty == "hedged":
        return "hedged_only"
    found = {view.judgement for view in record.fields.values() if not view.decision}
    if not record.conflicts:
        found.discard("contradicted")
    return next((name for name in load("ledger_words")["order"] if name in found), "")


def stands(record: LedgerRecord, as_of: date) -> str:
    """The stage a record has reached, and whether it is due, overdue or dormant on a day: ``open, overdue``."""
    parts = (record.status.replace("_", " "), standing(record, as_of))
    return ", ".join(part for part in parts if part)


def sources_words(count: int) -> str:
    """``2 independent sources``."""
    return f"{count} independent source{'' if count == 1 else 's'}"


def told_words(record: LedgerRecord) -> str:
    """From when to when documents tell of it."""
    first, last = (date_words(day) if day else "" for day in (record.first_told, record.last_told))
    if not first:
        return "told in undated documents only"
    return f"told {first}" if first == last else f"told {first} to {last}"


def source_words(evidence: Evidence) -> str:
    """Where a value is given: document, day, class of the source, who vouches for it and how firmly."""
    day = date_words(evidence.published) if evidence.published else "undated"
    parts = [evidence.name, day, load("brief")["class_words"][evidence.source_class]]
    parts += [f"according to {evidence.speaker}"] if evidence.speaker else []
    parts += [said("certainties", evidence.certainty)] if evidence.certainty != "asserted" else []
    return " \u00b7 ".join(parts)


def reason_words(view: FieldView) -> str:
    """How the sources of a field agree and why; for several values also why the first is the one that is shown."""
    told = view.reason or said("judgements", view.judgement).capitalize()
    if len(view.values) < 2 or not view.policy:
        return told
    return f"{told.rstrip('.')}. The first is shown because {said('policies', view.policy)}."


def step_words(step: Step) -> str:
    """A step: the rung, and whether it was reached, repeated or only claimed."""
    rung = step.rung.replace("_", " ")
    if step.rule.startswith("de-"):
        return f"{rung} (set by a person)"
    how = said("steps", step.rule)
    if not how and not step.reached:
        how = "told again" if step.evidence.certainty == "asserted" else step.evidence.certainty
    return f"{rung} ({how})" if how else rung


def join_words(join: Join) -> str:
    """A join: what was found, how sure, and why."""
    sure = "decided by a person" if join.decision else f"{join.score:.2f}"
    return f"{said('verdicts', join.verdict)} ({sure}): {'; '.join(join.reasons)}"


def decision_words(decision: Decision) -> str:
    """What was ruled on what and why: ``set status of pr-2x… to approved (the vote is official)``."""
    patterns = load("ledger_words")["rulings"]
    pattern = patterns.get(f"{decision.action}_field" if decision.field else "", patterns[decision.action])
    what, value = listed(decision.targets), _ruled(decision.value)
    words = pattern.format(what=what, field=field_words(decision.field), value=value)
    return f"{words} ({decision.why})" if decision.why else str(words)


def _ruled(value: Any) -> str:
    """A value as a decision keeps it, in words; its field is not known here."""
    if isinstance(value, Mapping):
        money = "currency" in value
        return quantity(value["value"], value["currency"], value["qualifier"]) if money else " ".join(value.values())
    if isinstance(value, list):
        return listed([str(item) for item in value])
    if isinstance(value, bool):
        return "yes" if value else "no"
    return figure(value) if isinstance(value, int | float) else str(value).replace("_", " ")
