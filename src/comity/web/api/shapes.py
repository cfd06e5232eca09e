"""What the API gives, for its description: the shapes of ``as_dict`` of the model."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from comity.vocab import load
from comity.web.api.parts import (
    Anchor,
    Aside,
    BriefSection,
    Claim,
    Conflict,
    Failure,
    FieldView,
    Head,
    Hit,
    Join,
    Json,
    Link,
    Member,
    Point,
    Relation,
    ReviewItem,
    Shape,
    Step,
)


class Problem(Shape):
    """Every error has this shape."""

    error: Failure


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
    tellings: int = Field(description="Claims that tell it: the members, or more where not all are kept.")
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


class Document(Shape):
    """A document with its text and what was read from it."""

    document: Head
    text: str
    set_aside: list[Aside]
    claims: list[Claim]


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
