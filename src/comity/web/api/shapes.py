"""What the API takes and gives, for its description: the shapes of ``as_dict`` of the model."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from comity.vocab import load

Json = Any


class Shape(BaseModel):
    """An object of the API."""

    model_config = ConfigDict(populate_by_name=True, protected_namespaces=())


class Failure(Shape):
    """What went wrong, and what to do."""

    code: str = Field(examples=["not_found"])
    message: str = Field(examples=["the ledger has no record ev-aaaaaaaaaaaa"])
    hint: str = Field(description="What to do; may be empty.", examples=["see comity show, or comity search"])


class Problem(Shape):
    """Every error has this shape."""

    error: Failure


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
    verdict: Literal["same", "maybe", "part", "fulfils"]
    score: float
    reasons: list[str]
    decision: str | None


class Link(Shape):
    """A tie to another record."""

    relation: Literal["part_of", "has_part", "fulfils", "fulfilled_by"]
    record: str
    reason: str
    score: float
    decision: str | None


class Record(Shape):
    """One thing, as all documents tell it."""

    id: str = Field(examples=["ev-aaaaaaaaaaaa"])
    kind: str = Field(json_schema_extra={"enum": list(load("kinds")["kinds"])})
    caption: str
    states: list[str] = Field(examples=[["ARG", "BRA"]])
    date: str | None = Field(description="EDTF.", examples=["2025-03-12"])
    certainty: str
    speakers: list[str]
    sectors: list[str]
    witnesses: int = Field(description="Independent sources.")
    members: list[Member]
    fields: dict[str, FieldView]
    state: str | None = Field(description="The rung it has reached.")
    status: list[Step] = Field(description="How it came there.")
    joins: list[Join]
    links: list[Link]
    decisions: list[str]
    review: Literal["open", "accepted", "rejected"]
    first_told: str | None
    last_told: str | None


class Anchor(Shape):
    """The words to which a decision is pinned."""

    claim: str
    document: str
    kind: str
    quote: Span
    what: str


class Decision(Shape):
    """What a person ruled."""

    id: str = Field(examples=["de-aaaaaaaaaaaa"])
    action: str
    targets: list[str]
    field: str | None
    value: Json
    who: str
    when: str
    why: str
    anchors: list[Anchor]


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


class Document(Shape):
    """A document with its text and what was read from it."""

    document: Head
    text: str
    set_aside: list[Aside]
    claims: list[Claim]


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


class Added(Shape):
    """What became of a document that was given."""

    name: str
    key: str
    state: Literal["added", "known"]
    refusal: None
    records: int
    new: int
    repeats: int
    contradicts: int


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


class History(Shape):
    """How a record became what it is: who told it, the steps it took, why its claims are one thing, who ruled what."""

    id: str
    first_told: str | None
    last_told: str | None
    told: list[Member]
    steps: list[Step]
    joins: list[Join]
    decisions: list[Decision]


class Statistics(Shape):
    """How much of what is in the ledger."""

    documents: int
    undated: int
    published: list[str] = Field(description="First and last day, empty where none is known.")
    classes: dict[str, int]
    claims: int
    records: int
    kinds: dict[str, int]
    status: dict[str, int]
    certainty: dict[str, int]
    review: dict[str, int]
    relations: dict[str, int]
    judgements: dict[str, int]
    decisions: int


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


class Brief(Shape):
    """A brief on a relation."""

    relation: list[str]
    as_of: str
    since: str | None
    sectors: list[str]
    sections: list[BriefSection]
    sources: list[Head]


class Records(Shape):
    """A page of records; ``next`` is what ``after`` is for the next page, null on the last."""

    items: list[Record]
    next: str | None


class Heads(Shape):
    """A page of documents."""

    items: list[Head]
    next: str | None


class Decisions(Shape):
    """A page of decisions."""

    items: list[Decision]
    next: str | None


class Conflicts(Shape):
    """A page of conflicts."""

    items: list[Conflict]
    next: str | None


class ReviewItems(Shape):
    """The head of the queue and how long it is."""

    items: list[ReviewItem]
    total: int


class Hits(Shape):
    """Records, then passages, each the best first."""

    items: list[Hit]


class Relations(Shape):
    """All relations by code."""

    items: list[Relation]


class Series(Shape):
    """The months from the first that has an event to the last."""

    relation: str
    points: list[Point]
