"""Records of one document, as the codebook describes them. A record without an exact quote cannot be made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from comity.errors import RecordError
from comity.model.amounts import Money, number
from comity.model.dates import Milestone
from comity.model.spans import Span
from comity.vocab import load

Value = str | bool | Decimal | int | Money | Milestone | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """One field's value with the words that give it; ``basis`` only for dates (stated, relative, inferred)."""

    value: Value
    quotes: tuple[Span, ...] = ()
    basis: str = ""

    def as_dict(self) -> dict[str, Any]:
        """The field in the exchange format."""
        out: dict[str, Any] = {"value": _plain(self.value)}
        if self.basis:
            out["basis"] = self.basis
        if self.quotes:
            out["quotes"] = [q.as_dict() for q in self.quotes]
        return out


def _plain(value: Value) -> Any:
    if isinstance(value, Money | Milestone):
        return value.as_dict()
    if isinstance(value, Decimal):
        return number(value)
    return list(value) if isinstance(value, tuple) else value


@dataclass(frozen=True, slots=True)
class Record:
    """One event, agreement, mechanism, project, commitment, indicator, role or position.

    ``quotes`` are the sentences or list items that state it, in document order, at least one; ``speaker`` is the
    canonical name of whoever vouches for it, empty for the outlet's own voice and for joint acts; ``cue`` is the word
    that makes it hedged, conditional or denied; ``rule`` names the rule that made it.
    Raises ``RecordError`` where the codebook is broken.
    """

    kind: str
    quotes: tuple[Span, ...]
    fields: Mapping[str, Field]
    speaker: str = ""
    certainty: str = "asserted"
    cue: Span | None = None
    sectors: tuple[str, ...] = ()
    rule: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        """Refuse what the codebook does not allow."""
        codebook = load("kinds")
        allowed = codebook["kinds"].get(self.kind)
        if allowed is None:
            raise RecordError(f"there is no kind of record {self.kind!r}")
        if not self.quotes:
            raise RecordError(f"a record of kind {self.kind} needs at least one quote (rule {self.rule or 'unnamed'})")
        if self.certainty not in codebook["certainties"]:
            raise RecordError(f"there is no certainty {self.certainty!r}")
        if unknown := set(self.sectors) - set(codebook["sectors"]):
            raise RecordError(f"there is no sector {sorted(unknown)[0]!r}")
        for name, content in self.fields.items():
            _check(self.kind, name, content, allowed)

    def get(self, name: str) -> Any:
        """The value of a field, or None where the text does not give it."""
        content = self.fields.get(name)
        return None if content is None else content.value

    def as_dict(self, *, explain: bool = False) -> dict[str, Any]:
        """The record in the exchange format."""
        out: dict[str, Any] = {
            "kind": self.kind,
            "quotes": [q.as_dict() for q in self.quotes],
            "speaker": self.speaker,
            "certainty": self.certainty,
            "cue": self.cue.as_dict() if self.cue else None,
            "sectors": list(self.sectors),
            "fields": {name: content.as_dict() for name, content in self.fields.items()},
        }
        if explain:
            out["rule"] = self.rule
        return out


def _check(kind: str, name: str, content: Field, allowed: Mapping[str, Mapping[str, Any]]) -> None:
    spec = allowed.get(name)
    if spec is None:
        raise RecordError(f"{kind} has no field {name!r}")
    if spec["type"] == "choice" and content.value not in spec["values"]:
        raise RecordError(f"{kind}.{name} cannot be {content.value!r}")
