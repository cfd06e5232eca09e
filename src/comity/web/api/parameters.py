"""What the addresses of the API take. A parameter that there is not is an error, so that a misspelt one is noticed."""

from __future__ import annotations

import math
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from comity.model import ACTIONS
from comity.vocab import load

_CODES = load("kinds")
_JUDGEMENTS, _CLASSES = load("desk")["worst_first"], load("brief")["class_words"]
_PAGE = load("web")["page"]
_SEARCH = load("web")["search"]


def _listed(*values: str) -> dict[str, Any]:
    return {"enum": list(values)}


def _sayable(value: Any) -> Any:
    """JSON proper: finite numbers, no lone surrogates."""
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError("numbers must be finite")
    if isinstance(value, str):
        value.encode("utf-8")
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        _sayable(part)
    return value


def _word(value: str) -> str:
    if not value.isprintable():
        raise ValueError("no signs that cannot be printed")
    return value


Word = Annotated[str, Field(max_length=300), AfterValidator(_word)]
RELATION = "Two states as ISO 3166 alpha-3 codes in any order, or one."
Relation = Annotated[Word, Field(description=RELATION, pattern="^[A-Za-z]{3}(-[A-Za-z]{3})?$", examples=["BRA-ARG"])]
Day = Annotated[Word, Field(description="A day.", examples=["2025-03-12"], json_schema_extra={"format": "date"})]
Limit = Annotated[int, Field(ge=1, le=_PAGE["most"], description="How many at most.")]
After = Annotated[Word, Field(description="`next` of the page before.")]


class Parameters(BaseModel):
    """Parameters of an address."""

    model_config = ConfigDict(extra="forbid")


class Paged(Parameters):
    """One page of several."""

    limit: Limit = _PAGE["records"]
    after: After | None = None


class OfRelation(Parameters):
    """What concerns one relation, else all."""

    relation: Relation | None = None


class RecordFilters(Paged, OfRelation):
    """Which records: all that are given must hold; rejected ones come only with ``review=rejected``."""

    kind: Annotated[Word, Field(description="What it is.", json_schema_extra=_listed(*_CODES["kinds"]))] | None = None
    since: Annotated[Day, Field(description="It ends on this day or later.")] | None = None
    until: Annotated[Day, Field(description="It begins on this day or earlier.")] | None = None
    status: Annotated[Word, Field(description="The stage it has reached.", examples=["signed"])] | None = None
    judgement: (
        Annotated[
            Word,
            Field(description="How sources agree on a field of it.", json_schema_extra=_listed(*_JUDGEMENTS)),
        ]
        | None
    ) = None
    sector: Annotated[Word, Field(description="A sector.", json_schema_extra=_listed(*_CODES["sectors"]))] | None = None
    actor: Annotated[Word, Field(description="Who takes part, by any spelling.", examples=["To Lam"])] | None = None
    certainty: (
        Annotated[Word, Field(description="How firmly it is told.", json_schema_extra=_listed(*_CODES["certainties"]))]
        | None
    ) = None
    source_class: (
        Annotated[
            Word,
            Field(description="A class of sources that tell it.", json_schema_extra=_listed(*_CLASSES)),
        ]
        | None
    ) = None
    text: Annotated[Word, Field(description="Words, or phrases in quotation marks, that it must have.")] | None = None
    review: Annotated[Word, Field(json_schema_extra=_listed("open", "accepted", "rejected"))] | None = None
    as_of: Annotated[Day, Field(description="As documents published until that day give it.")] | None = None

    def filters(self) -> dict[str, Any]:
        """Those of ``Ledger.records``, without the page."""
        return self.model_dump(exclude={"limit", "after"}, exclude_none=True)


class ConflictFilters(Paged, OfRelation):
    """Which conflicts."""


class QueueFilters(OfRelation):
    """How much of the queue."""

    limit: Limit = _PAGE["records"]


class Search(Parameters):
    """What to search for."""

    q: Annotated[Word, Field(min_length=1, description="Words, phrases in quotation marks, beginnings as `word*`.")]
    limit: Annotated[int, Field(ge=1, le=_SEARCH["most"])] = _SEARCH["hits"]


class AsOf(Parameters):
    """A day to look back to."""

    as_of: Day | None = None


class BriefOn(Parameters):
    """What a brief is on. ``as_of`` is today if it is not given."""

    relation: Relation
    as_of: Day | None = None
    since: Day | None = None
    sector: Annotated[list[Word], Field(max_length=30)] = []


class Ask(Parameters):
    """A decision to be taken (``comity.Ledger.decide``)."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {"action": "accept", "targets": ["ev-aaaaaaaaaaaa"], "who": "R. Silva"},
                {
                    "action": "correct",
                    "targets": ["co-aaaaaaaaaaaa"],
                    "field": "due",
                    "value": "2026-06",
                    "who": "R. Silva",
                    "why": "the signed text says June",
                },
            ]
        },
    )

    action: Annotated[Word, Field(json_schema_extra=_listed(*ACTIONS))]
    targets: Annotated[list[Word], Field(min_length=1, max_length=200)]
    who: Annotated[Word, Field(min_length=1, max_length=100)]
    why: Annotated[str, Field(max_length=2000)] = ""
    field: Annotated[Word, Field(max_length=60)] = ""
    value: Annotated[Any, AfterValidator(_sayable)] = None


class Pasted(Parameters):
    """A text to be read and added."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "text": "LIMA, March 12 - The foreign ministers of Chile and Peru agreed to open a border post.",
                    "title": "Border post agreed",
                    "published": "2025-03-12",
                    "publisher": "Own Agency",
                }
            ]
        },
    )

    text: Annotated[str, Field(min_length=1, max_length=load("ingest")["limits"]["text_characters"])]
    title: Word = ""
    published: Annotated[Word, Field(description="The day of publication.", examples=["2025-03-12"])] = ""
    publisher: Word = ""
