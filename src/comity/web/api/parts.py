"""Parts of what the API gives, for its description: the shapes of ``as_dict`` of the model."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Json = Any


class Shape(BaseModel):
    """An object of the API."""

    model_config = ConfigDict(populate_by_name=True, protected_namespaces=())


class Failure(Shape):
    """What went wrong, and what to do."""

    code: str = Field(examples=["not_found"])
    message: str = Field(examples=["the ledger has no record ev-aaaaaaaaaaaa"])
    hint: str = Field(description="What to do; may be empty.", examples=["see comity show, or comity search"])


class Span(Shape):
    """Characters of a stored text, from ``start`` up to ``end`` (code points)."""

    start: int
    end: int
    exact: str


class Quote(Span):
    """A span with the name of its document."""

    document: str


class Evidence(Shape):
    """Where one claim gives a value."""

    claim: str
    document: str
    key: str
    published: str | None
    source_class: str = Field(alias="class")
    speaker: str | None
    certainty: str
    basis: str | None
    quotes: list[Quote]


class Attested(Shape):
    """One value with everything that gives it."""

    value: Json
    witnesses: int
    quotes: list[Quote]
    evidence: list[Evidence]


class FieldView(Shape):
    """A field: the value to show and all values, the shown one first."""

    value: Json
    judgement: Literal["corroborated", "single_source", "refined", "updated", "contradicted", "hedged_only"]
    reason: str
    policy: str
    decision: str | None
    values: list[Attested]


class Member(Shape):
    """A claim of a record."""

    document: str
    record: int
    claim: str
    key: str
    published: str | None
    quotes: list[Span]


class Step(Shape):
    """A dated step on the ladder of a record."""

    rung: str
    date: str | None
    reached: bool
    rule: str
    evidence: Evidence


class Join(Shape):
    """Why two claims are, or may be, one thing."""

    claims: list[str]
    verdict: Literal["same", "maybe", "part", "fulfils", "leaves_open"]
    score: float
    reasons: list[str]
    decision: str | None


class Link(Shape):
    """A tie to another record."""

    relation: Literal["part_of", "has_part", "fulfils", "fulfilled_by", "leaves_open", "left_open_by"]
    record: str
    reason: str
    score: float
    decision: str | None


class Anchor(Shape):
    """The words to which a decision is pinned."""

    claim: str
    document: str
    kind: str
    quote: Span
    what: str


class Head(Shape):
    """A document without its text."""

    key: str = Field(examples=["do-aaaaaaaaaaaa"])
    name: str
    source: str
    title: str
    published: str | None
    publisher: str | None
    url: str | None
    source_class: str = Field(alias="class")
    state: str | None
    outlet: str | None
    credits: list[str]


class Aside(Shape):
    """A stretch that is not the article."""

    start: int
    end: int
    reason: str


class Claim(Shape):
    """What a document says in one place; ``/records/{claim}`` leads to the record it belongs to."""

    claim: str
    position: int
    kind: str
    quotes: list[Span]
    fields: dict[str, Json]
    speaker: str | None
    certainty: str
    cue: Span | None
    sectors: list[str]
    rule: str


class Hit(Shape):
    """A record or a passage that matches; ``marks`` are the words that do, as offsets into ``snippet``."""

    sort: Literal["passage", "record"]
    snippet: str
    marks: list[list[int]]
    document: Head | None
    passage: Span | None
    record: str | None


class Named(Shape):
    """A record by name."""

    id: str
    kind: str
    caption: str


class ReviewItem(Shape):
    """What waits for a person."""

    sort: Literal["maybe", "conflict", "fulfilment"]
    question: str
    records: list[Named]
    field: str | None
    join: Join | None
    weight: float


class Conflict(Shape):
    """A field whose sources contradict each other."""

    record: Named
    field: str
    view: FieldView


class Relation(Shape):
    """A pair of states that records are about."""

    relation: str = Field(examples=["ARG-BRA"])
    states: list[str]
    records: int


class Weight(Shape):
    """An event with its weight on Goldstein's scale."""

    record: str
    weight: float


class Point(Shape):
    """A month of a relation."""

    month: str
    total: float
    mean: float | None
    cooperation: float
    conflict: float
    events: list[Weight]


class BriefValue(Shape):
    """One of the values of a dispute."""

    value: Json
    quotes: list[Quote]


class BriefLine(Shape):
    """A line of a brief with the quotes it rests on."""

    code: str
    record: Named
    field: str | None
    before: Json
    after: Json
    values: list[BriefValue]
    quotes: list[Quote]


class BriefSection(Shape):
    """A section of a brief; ``left_out`` counts lines beyond its limit."""

    name: str
    lines: list[BriefLine]
    left_out: int
