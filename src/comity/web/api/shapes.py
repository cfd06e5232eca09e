"""What the API gives, for its description: the shapes of ``as_dict`` of the model."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import ConfigDict, Field

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


class Answer(Shape):
    """What an address answers, with an example (vocab/api_examples.yaml)."""

    model_config = ConfigDict(json_schema_extra=lambda schema, model: _exemplify(schema, model.__name__))


def _exemplify(schema: dict[str, Any], name: str) -> None:
    schema["examples"] = [load("api_examples")[name]]


class Problem(Answer):
    """Every error has this shape."""

    error: Failure


class Record(Answer):
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


class Decision(Answer):
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


class Document(Answer):
    """A document with its text and what was read from it."""

    document: Head
    text: str
    set_aside: list[Aside]
    claims: list[Claim]


class Added(Answer):
    """What became of a document that was given."""

    name: str
    key: str
    state: Literal["added", "known"]
    refusal: None
    copy_of: str | None = Field(description="The document with the same text that counts in its place; key is its key.")
    withdrawn: str | None = Field(
        description="The decision that took it out of the ledger, where it stays until undone."
    )
    instead_of: list[str] = Field(description="Documents with the same text that count no longer.")
    records: int
    new: int
    repeats: int
    contradicts: int


class History(Answer):
    """How a record became what it is: who told it, the steps it took, why its claims are one thing, who ruled what."""

    id: str
    first_told: str | None
    last_told: str | None
    told: list[Member]
    steps: list[Step]
    joins: list[Join]
    decisions: list[Decision]


class Statistics(Answer):
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


class Brief(Answer):
    """A brief on a relation."""

    relation: list[str]
    as_of: str
    since: str | None
    sectors: list[str]
    sections: list[BriefSection]
    sources: list[Head]


class Records(Answer):
    """A page of records; ``next`` is what ``after`` is for the next page, null on the last."""

    items: list[Record]
    next: str | None


class Heads(Answer):
    """A page of documents."""

    items: list[Head]
    next: str | None


class Decisions(Answer):
    """A page of decisions."""

    items: list[Decision]
    next: str | None


class Conflicts(Answer):
    """A page of conflicts."""

    items: list[Conflict]
    next: str | None


class ReviewItems(Answer):
    """The head of the queue and how long it is."""

    items: list[ReviewItem]
    total: int


class Hits(Answer):
    """Records, then passages, each the best first."""

    items: list[Hit]


class Relations(Answer):
    """All relations by code."""

    items: list[Relation]


class Series(Answer):
    """The months from the first that has an event to the last."""

    relation: str
    points: list[Point]
