"""How a record came to be what it is: tellings, steps and decisions in the order of their days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from rich.console import Group
from rich.text import Text

from comity.export.hanging import Hanging
from comity.export.ledger_words import decision_words, field_words, source_words, step_words
from comity.export.printable import printable
from comity.export.values import attested_words
from comity.model import Decision, Evidence, LedgerRecord
from comity.query.citing import citation, evidence_in
from comity.reconcile.phrasing import date_words

_LAST = "9999"


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that happened to a record: on a ``day`` (EDTF, may be empty) a document told of it or a person ruled.

    ``sort`` is ``step``, ``told`` or ``decision``; ``words`` say what, ``evidence`` by whom (none for a decision).
    """

    day: str
    sort: str
    words: str
    evidence: Evidence | None = None

    def as_dict(self) -> dict[str, Any]:
        """The moment as JSON."""
        told = self.evidence.as_dict() if self.evidence else None
        return {"date": self.day or None, "sort": self.sort, "words": self.words, "evidence": told}


def history(record: LedgerRecord, decisions: Iterable[Decision] = ()) -> tuple[Moment, ...]:
    """All moments of a record, the earliest first; what a document adds is a value that no earlier one gave."""
    steps = [Moment(s.date, "step", step_words(s), s.evidence) for s in record.steps]
    ruled = [Moment(d.when[:10], "decision", f"{d.who} {decision_words(d)}") for d in decisions]
    return tuple(sorted([*steps, *_tellings(record), *ruled], key=_order))


def _order(moment: Moment) -> tuple[str, int, str]:
    return (moment.day or _LAST, ("told", "step", "decision").index(moment.sort), moment.words)


def _tellings(record: LedgerRecord) -> Iterator[Moment]:
    """For each document what it gives that none before it gave."""
    own = {member.claim for member in record.members}
    first = {e.claim: e for e in reversed(tuple(evidence_in(record))) if e.claim in own}
    known: set[tuple[str, str]] = set()
    for claim in sorted(first, key=lambda c: (first[c].published or _LAST, first[c].document, c)):
        given = _given(record, claim)
        fresh = [f"{field_words(name)} {words}" for name, words in given if (name, words) not in known]
        known.update(given)
        words = f"tells of it: {'; '.join(fresh)}" if fresh else "tells of it again, with nothing new"
        yield Moment(first[claim].published, "told", words, first[claim])


def _given(record: LedgerRecord, claim: str) -> Sequence[tuple[str, str]]:
    return [
        (name, attested_words(record, name, value))
        for name, view in record.fields.items()
        for value in view.values
        if value.value is not None and any(e.claim == claim for e in value.evidence)
    ]


def sheet(record: LedgerRecord, moments: Iterable[Moment]) -> Group:
    """The history for a terminal; what one document tells of one day is quoted once."""
    title = Text(printable(record.caption), style="bold").append(f"  {record.id}", style="not bold dim")
    lines, quoted = [Hanging(title, indent=0)], ""
    for moment in moments:
        lines.append(Hanging(_head(moment), indent=2))
        if moment.evidence and moment.evidence.claim != quoted:
            quoted = moment.evidence.claim
            cited = citation(record, moment.evidence)
            quote = f"“{printable(cited.quote.exact)}”  {printable(source_words(cited.evidence))}"
            lines.append(Hanging(Text(quote, style="dim")))
    return Group(*lines, "")


def _head(moment: Moment) -> Text:
    style = {"step": "bold", "decision": "magenta"}.get(moment.sort, "")
    day = date_words(moment.day) if moment.day else "undated"
    return Text(f"{day}  ").append(printable(moment.words), style=style)
