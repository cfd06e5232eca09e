"""Drafts: records in the making, with mentions of one thing merged before they are fixed.

A rule fills a ``Draft``; ``Draft.record`` turns it into an immutable ``Record``. Fields without a value are left out:
what the text does not say stays empty.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from comity.extract.sectors import sectors_of
from comity.language.reading import Reading
from comity.language.syntax import Sentence, Token
from comity.model import Field, Record, Span
from comity.model.records import Value


@dataclass(slots=True)
class Draft:
    """A record that can still grow: quotes and fields may be added until it is fixed."""

    kind: str
    rule: str
    at: int
    quotes: list[Span] = field(default_factory=list)
    fields: dict[str, Field] = field(default_factory=dict)
    speaker: str = ""
    certainty: str = "asserted"
    cue: Span | None = None

    def put(self, name: str, value: Value | None, *quotes: Span, basis: str = "") -> Draft:
        """Set a field unless the value is empty, each quote once; returns the draft."""
        if value is not None and value != "" and value != ():
            self.fields[name] = Field(value, tuple(dict.fromkeys(quotes)), basis)
        return self

    def value(self, name: str) -> Value | None:
        """The value of a field, or None."""
        content = self.fields.get(name)
        return content.value if content else None

    def names(self, name: str) -> tuple[str, ...]:
        """The names that a field lists, empty where it lists none."""
        value = self.value(name)
        return tuple(str(one) for one in value) if isinstance(value, tuple) else ()

    def quote(self, span: Span) -> None:
        """Add a quote, in document order, once."""
        at = bisect_left(self.quotes, span)
        if self.quotes[at : at + 1] != [span]:
            self.quotes.insert(at, span)

    def record(self) -> Record:
        """The finished record."""
        text = " ".join(q.exact for q in self.quotes)
        return Record(
            kind=self.kind,
            quotes=tuple(self.quotes),
            fields=self.fields,
            speaker=self.speaker,
            certainty=self.certainty,
            cue=self.cue,
            sectors=sectors_of(text),
            rule=self.rule,
        )


def draft(
    reading: Reading, kind: str, rule: str, trigger: Token, *, sentence: Sentence | None = None, itself: bool = False
) -> Draft:
    """A draft for what ``trigger`` states: its sentence as quote, its speaker and its certainty.

    With ``itself`` a trigger that is a verb of speech makes its own subject the speaker.
    """
    sentence = sentence or trigger.sentence
    certainty, cue = reading.certainty(trigger)
    return Draft(
        kind=kind,
        rule=rule,
        at=trigger.i,
        quotes=[reading.quote(sentence)],
        speaker=reading.speaker(trigger, itself=itself),
        certainty=certainty,
        cue=cue,
    )
