"""The sample dossier's gold as the program's own objects, for tests that need good extractions without a model."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

from comity.model import Document, Extraction, Field, Milestone, Money, Record, SetAside, Span

DOSSIER = Path(__file__).parents[1] / "examples" / "dossier"
NAMES = sorted(path.stem for path in (DOSSIER / "gold").glob("*.json"))


def gold(name: str, *, folder: Path = DOSSIER) -> dict[str, Any]:
    """One gold file as it stands."""
    loaded: dict[str, Any] = json.loads((folder / "gold" / f"{name}.json").read_text(encoding="utf-8"))
    return loaded


def extraction(name: str, *, folder: Path = DOSSIER) -> Extraction:
    """One gold file as an extraction; making it checks every kind, field and value against the codebook."""
    content = gold(name, folder=folder)
    head, meta = content["document"], json.loads((folder / f"{name}.meta.json").read_text(encoding="utf-8"))
    document = Document(
        id=head["id"],
        source=head["source"],
        text=head["text"],
        title=head["title"],
        published=head["published"],
        publisher=meta["publisher"],
        language=head["language"],
    )
    aside = tuple(SetAside(document.span(s["start"], s["end"]), s["reason"]) for s in content["set_aside"])
    return Extraction(document, tuple(_record(record) for record in content["records"]), aside)


def _record(given: dict[str, Any]) -> Record:
    return Record(
        kind=given["kind"],
        quotes=tuple(_span(quote) for quote in given["quotes"]),
        fields={name: _field(name, content) for name, content in given["fields"].items()},
        speaker=given["speaker"],
        certainty=given["certainty"],
        cue=_span(given["cue"]) if given["cue"] else None,
        sectors=tuple(given["sectors"]),
        rule=f"gold.{given['kind']}",
    )


def _span(given: dict[str, Any]) -> Span:
    return Span(given["start"], given["end"], given["exact"])


def _field(name: str, given: dict[str, Any]) -> Field:
    quotes = tuple(_span(quote) for quote in given.get("quotes", []))
    return Field(_value(name, given["value"]), quotes, given.get("basis", ""))


def _value(name: str, value: Any) -> Any:
    if name == "amount":
        return Money(Decimal(value["value"]), value["currency"], value["qualifier"])
    if name in {"start", "completion"}:
        return Milestone(value["value"], value["basis"])
    if isinstance(value, list):
        return tuple(value)
    return Decimal(str(value)) if isinstance(value, float) else value
