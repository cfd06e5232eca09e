"""What a ledger answers with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from comity.model import Claim, Head, Join, LedgerRecord, SetAside, Span


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one input.

    ``name`` is what it is called, ``key`` the document's key. ``state`` is ``added``, ``known`` (the ledger had it,
    read just so) or ``refused`` (``refusal`` says why). Of its ``records``, ``new`` are told by no document before,
    ``repeats`` are, and in ``contradicts`` of these it gives a value that another source contradicts.

    A document that only has the text of another, with no date, publisher or address of its own, counts once with it:
    ``copy_of`` is the name of the other and ``key`` its key; ``instead_of`` are names of documents for which the added
    one is such another, and none of its records count as ``new`` then. ``withdrawn`` is the decision by which somebody
    took the document out of the ledger; it stays out until that is undone.
    """

    name: str
    key: str = ""
    state: Literal["added", "known", "refused"] = "added"
    records: int = 0
    new: int = 0
    repeats: int = 0
    contradicts: int = 0
    refusal: str = ""
    copy_of: str = ""
    instead_of: tuple[str, ...] = ()
    withdrawn: str = ""

    def as_dict(self) -> dict[str, Any]:
        """The outcome as JSON."""
        words = ("name", "key", "state", "refusal", "copy_of", "withdrawn")
        return {name: getattr(self, name) or None for name in words} | {
            "instead_of": list(self.instead_of),
            **{name: getattr(self, name) for name in ("records", "new", "repeats", "contradicts")},
        }


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document of a ledger: its head, the stored text, what was set aside, and the claims that count."""

    head: Head
    text: str
    set_aside: tuple[SetAside, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a document, with the places (offsets) of those that were searched for."""

    text: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage or a record that matches a search, with the words to show around what matched.

    ``passage`` is where it stands in the document's text, ``marks`` the words that matched, as offsets into
    ``snippet``. For a record ``snippet`` is its caption, and ``words`` one of its quotes that has a word where the
    caption has none. ``rank`` orders hits of one sort, the lowest first.
    """

    sort: Literal["passage", "record"]
    snippet: str
    marks: tuple[tuple[int, int], ...]
    rank: float
    head: Head | None = None
    passage: Span | None = None
    record: LedgerRecord | None = None
    words: Words | None = None

    def as_dict(self) -> dict[str, Any]:
        """The hit as JSON."""
        return {
            "sort": self.sort,
            "snippet": self.snippet,
            "marks": [list(mark) for mark in self.marks],
            "document": self.head.as_dict() if self.head else None,
            "passage": self.passage.as_dict() if self.passage else None,
            "record": self.record.id if self.record else None,
        }


@dataclass(frozen=True, slots=True)
class Question:
    """What waits for a person, as ``ReviewItem`` has it, with its records by their ids and a join without reasons."""

    sort: Literal["maybe", "conflict", "fulfilment"]
    records: tuple[str, ...]
    weight: float
    field: str = ""
    join: Join | None = None


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """What waits for a person: whether two records are one (``maybe``), a ``conflict``, or a proposed ``fulfilment``.

    ``records`` are the records it is about (two, or one for a conflict), ``field`` the field in conflict, ``join`` the
    join to be decided, ``question`` one sentence, ``weight`` how much hangs on it, the highest first.
    """

    sort: Literal["maybe", "conflict", "fulfilment"]
    question: str
    records: tuple[LedgerRecord, ...]
    weight: float
    field: str = ""
    join: Join | None = None

    def as_dict(self) -> dict[str, Any]:
        """The item as JSON."""
        return {
            "sort": self.sort,
            "question": self.question,
            "records": [{"id": r.id, "kind": r.kind, "caption": r.caption} for r in self.records],
            "field": self.field or None,
            "join": self.join.as_dict() if self.join else None,
            "weight": round(self.weight, 3),
        }


@dataclass(frozen=True, slots=True)
class Report:
    """What verifying or rebuilding found: how much was looked at, and one sentence for each thing that is wrong."""

    checked: Mapping[str, int]
    problems: tuple[str, ...] = field(default=())

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems

    def as_dict(self) -> dict[str, Any]:
        """The report as JSON."""
        return {"checked": dict(self.checked), "problems": list(self.problems), "sound": self.sound}
