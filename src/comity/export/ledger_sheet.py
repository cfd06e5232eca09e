"""One record of a ledger in full: every value beside its words, the steps, why it is one thing, and what people ruled.

Nothing of a document is ever taken for markup or sent to the terminal unseen: all text goes through ``printable``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rich.console import Group, RenderableType
from rich.text import Text

from comity.export.hanging import GUTTER, Hanging
from comity.export.ledger_table import colour
from comity.export.ledger_words import (
    decision_words,
    field_words,
    join_words,
    reason_words,
    said,
    source_words,
    sources_words,
    stands,
    step_words,
    told_words,
    vouchers,
)
from comity.export.printable import printable
from comity.export.values import attested_words
from comity.language.gazetteer_rows import state_names
from comity.model import Attested, Decision, Evidence, FieldView, Join, LedgerRecord, Span
from comity.query.citing import citation, evidence_in
from comity.reconcile.phrasing import date_words, listed

_INNER = 8


def sheet(
    record: LedgerRecord, as_of: date, *, decisions: Sequence[Decision] = (), captions: Mapping[str, str] | None = None
) -> Group:
    """The whole record; ``decisions`` are those on it, ``captions`` those of what it is tied to."""
    told = _Told.of(record)
    parts: list[RenderableType] = [*head(record, as_of), *_sources(told), *_fields(record, told)]
    parts += _steps(record, told)
    parts += _section("Why it is one thing", _joins(record, told))
    parts += _section("Perhaps one thing with", _doubts(record, captions or {}))
    parts += _section("Tied to", _links(record, captions or {}))
    parts += _section("Decisions", map(decision_line, decisions))
    return Group(*parts, "")


def conflict(record: LedgerRecord, field: str = "") -> Group:
    """The fields of a record on which sources contradict each other, side by side with the words that give them.

    With a ``field`` only that one.
    """
    parts: list[RenderableType] = [Hanging(_title(record), indent=0)]
    for view in (view for view in record.conflicts if field in {"", view.name}):
        parts += [Hanging(_field_head(view), indent=2)]
        for value in view.values:
            parts += [Hanging(Text(printable(attested_words(record, view.name, value)) or "not told", style="bold"))]
            parts += [line for evidence in value.evidence for line in _quoted(record, evidence)]
    return Group(*parts, "")


def promise(record: LedgerRecord, as_of: date) -> Group:
    """A promise with how it stands on a day, and who told of it when."""
    told = _Told.of(record)
    lines: list[RenderableType] = [*head(record, as_of)]
    for claim in told.numbers:
        lines += [Hanging(Text(f"“{printable(quote.exact)}”")) for quote in told.sentences[claim]]
        lines += [Hanging(Text(printable(source_words(told.evidence[claim])), style="dim"))]
    return Group(*lines, "")


@dataclass(frozen=True, slots=True)
class _Told:
    """The claims of a record numbered by the day they were told, each with evidence and the sentences it rests on."""

    numbers: Mapping[str, int]
    evidence: Mapping[str, Evidence]
    sentences: Mapping[str, tuple[Span, ...]]

    @classmethod
    def of(cls, record: LedgerRecord) -> _Told:
        found: dict[str, Evidence] = {}
        quotes: dict[str, set[Span]] = {}
        for evidence in evidence_in(record):
            found.setdefault(evidence.claim, evidence)
            quotes.setdefault(evidence.claim, set()).update(evidence.quotes)
        for member in record.members:
            quotes.setdefault(member.claim, set()).update(member.quotes)
        order = sorted(found, key=lambda claim: (found[claim].published or "9", found[claim].name, claim))
        return cls({c: n for n, c in enumerate(order, 1)}, found, {c: _widest(q) for c, q in quotes.items()})

    def number(self, claim: str) -> str:
        return str(self.numbers.get(claim, "?"))

    def line(self, evidence: Evidence) -> Text:
        """The number of the source, and the phrase that gives a value where it is less than the sentence."""
        return self._line(self.number(evidence.claim), self._phrase(evidence))

    def lines(self, evidence: Iterable[Evidence]) -> Iterator[Text]:
        """The same for several, those with one phrase on one line."""
        by: dict[str, list[int]] = {}
        for each in evidence:
            by.setdefault(self._phrase(each), []).append(self.numbers[each.claim])
        for phrase, numbers in by.items():
            yield self._line(", ".join(map(str, sorted(numbers))), phrase)

    def _phrase(self, evidence: Evidence) -> str:
        sentences = self.sentences[evidence.claim]
        return " … ".join(f"“{printable(q.exact)}”" for q in evidence.quotes if q not in sentences)

    def _line(self, numbers: str, phrase: str) -> Text:
        return Text(numbers, style="cyan").append(f"  {phrase}" if phrase else "", style="dim")


def _widest(quotes: Iterable[Span]) -> tuple[Span, ...]:
    """The quotes that no other holds, in the order of the text."""
    kept: list[Span] = []
    for quote in sorted(set(quotes), key=lambda q: (q.start, -q.end)):
        if not kept or quote.end > kept[-1].end:
            kept.append(quote)
    return tuple(kept)


def head(record: LedgerRecord, as_of: date) -> Iterator[Hanging]:
    """Caption, id and what is known of the record as a whole."""
    yield Hanging(_title(record), indent=0)
    states = listed([state_names().get(code, code) for code in record.states])
    parts = [record.kind, date_words(record.date) if record.date else "", states, stands(record, as_of)]
    parts += [said("certainties", record.certainty) if record.certainty != "asserted" else ""]
    parts += [f"according to {listed(vouchers(record))}" if vouchers(record) else ""]
    parts += [sources_words(record.witnesses), told_words(record), said("reviews", record.review)]
    yield Hanging(Text(printable(" · ".join(part for part in parts if part)), style="dim"), indent=0)
    if record.sectors:
        yield Hanging(Text(f"[{', '.join(s.replace('_', ' ') for s in record.sectors)}]", style="dim"), indent=0)


def _title(record: LedgerRecord) -> Text:
    return Text(printable(record.caption), style="bold").append(f"  {record.id}", style="not bold dim")


def _section(title: str, lines: Iterable[Hanging]) -> Iterator[RenderableType]:
    found: list[RenderableType] = [*lines]
    if found:
        yield from ["", Text(title, style="bold cyan"), *found]


def _sources(told: _Told) -> Iterator[RenderableType]:
    yield from [Text(""), Text("Told by", style="bold cyan")]
    for claim, number in told.numbers.items():
        yield Hanging(Text(printable(source_words(told.evidence[claim]))), str(number))
        yield from (Hanging(Text(f"“{printable(quote.exact)}”", style="dim")) for quote in told.sentences[claim])


def _fields(record: LedgerRecord, told: _Told) -> Iterator[RenderableType]:
    yield from [Text(""), Text("Fields", style="bold cyan")]
    for view in record.fields.values():
        yield Hanging(_field_head(view), indent=2)
        for value in view.values:
            yield Hanging(_value(record, view, value))
            yield from (Hanging(line, indent=_INNER) for line in told.lines(value.evidence))


def _field_head(view: FieldView) -> Text:
    text = Text(field_words(view.name), style="bold")
    return text.append(f"  {said('short', view.judgement)}", style=f"not bold {colour(view.judgement)}").append(
        f"  {printable(reason_words(view))}", style="not bold dim"
    )


def _value(record: LedgerRecord, view: FieldView, value: Attested) -> Text:
    return Text(printable(attested_words(record, view.name, value)) or "not told")


def _quoted(record: LedgerRecord, evidence: Evidence) -> Iterator[Hanging]:
    """The sentence that gives a value, the words for it standing out, and where it stands."""
    sentence = citation(record, evidence).quote
    text = Text(f"“{printable(sentence.exact)}”", style="dim")
    for quote in evidence.quotes:
        if quote.start >= sentence.start and quote.end <= sentence.end:
            text.stylize("not dim", quote.start - sentence.start + 1, quote.end - sentence.start + 1)
    yield Hanging(text, indent=_INNER)
    yield Hanging(Text(printable(source_words(evidence)), style="dim"), indent=_INNER)


def _steps(record: LedgerRecord, told: _Told) -> Iterator[RenderableType]:
    lines = []
    for step in record.steps:
        when = date_words(step.date) if step.date else "undated"
        text = Text(f"{when}  ").append(step_words(step), style="bold" if step.reached else "dim")
        lines.append(Hanging(text.append("  ").append_text(told.line(step.evidence))))
    yield from _section("Steps", lines)


def _joins(record: LedgerRecord, told: _Told) -> Iterator[Hanging]:
    own = {member.claim for member in record.members}
    for join in _telling([join for join in record.joins if {join.first, join.second} <= own]):
        pair = f"{told.number(join.first)} and {told.number(join.second)}"
        yield Hanging(Text(f"{pair}: {printable(join_words(join))}"))


def doubtful(record: LedgerRecord) -> Mapping[str, Join]:
    """What may be the same thing, by claim."""
    own = {member.claim for member in record.members}
    maybe = [join for join in record.joins if join.verdict == "maybe"]
    return {claim: join for join in maybe for claim in sorted({join.first, join.second} - own)}


def _doubts(record: LedgerRecord, captions: Mapping[str, str]) -> Iterator[Hanging]:
    for claim, join in doubtful(record).items():
        words = f"{captions.get(claim, '')} ({join.score:.2f}, {'; '.join(join.reasons)})".strip()
        yield Hanging(Text(printable(words)).append(f"  {claim}", style="dim"))


def _telling(joins: Sequence[Join]) -> Iterator[Join]:
    """The strongest joins that hold the record together, and all that are no plain "same" or that a person decided."""
    part: dict[str, str] = {}

    def root(claim: str) -> str:
        while part.get(claim, claim) != claim:
            claim = part[claim]
        return claim

    for join in sorted(joins, key=lambda j: (not j.decision, -j.score, j.first, j.second)):
        one, other = root(join.first), root(join.second)
        if one != other or join.decision or join.verdict != "same":
            yield join
        part[one] = other


def _links(record: LedgerRecord, captions: Mapping[str, str]) -> Iterator[Hanging]:
    for link in record.links:
        caption = captions.get(link.record, "")
        words = f"{said('links', link.relation)} {caption}" if caption else said("links", link.relation)
        how = "decided by a person" if link.decision else f"{link.score:.2f}, {link.reason}"
        yield Hanging(Text(printable(f"{words} ({how})")).append(f"  {link.record}", style="dim"))


def decision_line(decision: Decision, indent: int = GUTTER) -> Hanging:
    """A decision on a line: when, who, what, why."""
    words = f"{decision.when[:10]}  {decision.who} {decision_words(decision)}"
    return Hanging(Text(printable(words)).append(f"  {decision.id}", style="dim"), indent=indent)
