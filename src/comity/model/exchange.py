"""Records back from the exchange format, so that a ledger can be filled with what other tools or people wrote."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from comity.errors import RecordError
from comity.model.amounts import Money
from comity.model.dates import Milestone
from comity.model.document import Document, Extraction, SetAside
from comity.model.records import Field, Record, Value
from comity.model.spans import Span
from comity.vocab import load


@dataclass(frozen=True, slots=True)
class _Text:
    """A document's text, for checking spans, with the name to use in errors."""

    text: str
    where: str

    def span(self, data: Mapping[str, Any]) -> Span:
        """The span that ``data`` describes; raises ``RecordError`` unless the characters stand there."""
        try:
            start, end, exact = int(data["start"]), int(data["end"]), str(data["exact"])
        except (KeyError, TypeError, ValueError) as error:
            raise RecordError(f"{self.where}: a quote needs start, end and exact; got {_short(data)}") from error
        if not exact or self.text[start:end] != exact:
            raise RecordError(f"{self.where}: {_short(exact)} does not stand at [{start}, {end}) of the text")
        return Span(start, end, exact)

    def spans(self, data: Sequence[Mapping[str, Any]]) -> tuple[Span, ...]:
        """All spans of a list."""
        return tuple(self.span(item) for item in data)


def extraction_from(data: Mapping[str, Any], document: Document) -> Extraction:
    """The extraction that an object of the exchange format describes; its quotes are checked against ``document``.

    What the format allows beyond ours (``optional``, ``alt``, fields as plain values) is understood. Raises
    ``RecordError`` where a quote does not stand in the text or the codebook is broken.
    """
    text = _Text(document.text, document.source)
    records = tuple(_record(item, text, number) for number, item in enumerate(data.get("records", ())))
    aside = tuple(
        SetAside(Span.of(document.text, item["start"], item["end"]), item["reason"])
        for item in data.get("set_aside", ())
    )
    return Extraction(document, records, aside)


def record_from(data: Mapping[str, Any], text: str, *, where: str = "record") -> Record:
    """One record of the exchange format. Raises ``RecordError`` as ``extraction_from`` does."""
    return _record(data, _Text(text, where), 0)


def _record(data: Mapping[str, Any], text: _Text, number: int) -> Record:
    numbered = _Text(text.text, f"{text.where}, record {number}")
    kind = data.get("kind", "")
    given = dict(data.get("fields", {}))
    basis = given.pop("date_basis", "")
    if kind not in load("kinds")["kinds"]:
        raise RecordError(f"{numbered.where}: there is no kind of record {kind!r}")
    fields = {name: field for name, content in given.items() if (field := _field(kind, name, content, numbered))}
    if isinstance(basis, str) and basis and "date" in fields:
        fields["date"] = Field(fields["date"].value, fields["date"].quotes, basis)
    cue = data.get("cue")
    return Record(
        kind=kind,
        quotes=tuple(sorted(numbered.spans(data.get("quotes", ())))),
        fields=fields,
        speaker=data.get("speaker") or "",
        certainty=data.get("certainty") or "asserted",
        cue=numbered.span(cue) if cue else None,
        sectors=tuple(data.get("sectors", ())),
        rule=data.get("rule", ""),
    )


def _field(kind: str, name: str, content: Any, text: _Text) -> Field | None:
    """The field, or None where the value is empty."""
    whole = content if isinstance(content, Mapping) and "value" in content and not _is_value(content) else None
    raw = whole["value"] if whole else content
    if raw is None or raw in ("", []):
        return None
    spec = load("kinds")["kinds"][kind].get(name)
    if spec is None:
        raise RecordError(f"{text.where}: {kind} has no field {name!r}")
    quotes = text.spans(whole.get("quotes", ())) if whole else ()
    try:
        return Field(value_from(spec["type"], raw), quotes, (whole or {}).get("basis", ""))
    except (TypeError, ValueError, ArithmeticError, KeyError) as error:
        raise RecordError(f"{text.where}: {kind}.{name} cannot be {_short(raw)}") from error


def _is_value(content: Mapping[str, Any]) -> bool:
    """Whether an object is itself the value: money, or a milestone given as a plain value."""
    return "currency" in content or _means(content) in {"planned", "actual"}


def _means(content: Mapping[str, Any]) -> Any:
    """Whether a milestone was planned or is actual; some write it as ``kind``."""
    return content.get("basis", content.get("kind"))


def value_from(kind_of_field: str, raw: Any) -> Value:
    """A value of the model from its JSON; ``kind_of_field`` is a type of vocab/kinds.yaml. Raises ``ValueError``."""
    if kind_of_field == "number":
        return Decimal(str(raw))
    if kind_of_field == "money":
        return Money(Decimal(str(raw["value"])), raw["currency"], raw.get("qualifier", "exact"))
    if kind_of_field == "milestone":
        return Milestone(raw["value"], _means(raw) or "planned")
    if kind_of_field in {"names", "texts"}:
        return (raw,) if isinstance(raw, str) else tuple(str(item) for item in raw)
    if kind_of_field == "flag":
        return bool(raw)
    return str(raw)


def _short(value: Any) -> str:
    shown = repr(value)
    return shown if len(shown) <= 80 else f"{shown[:79]}…"
