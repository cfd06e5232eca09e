"""Who and what a text is about: entities, and their mentions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

EntityKind = Literal["person", "state", "place", "org", "instrument", "event"]
MentionForm = Literal["name", "demonym", "nominal", "pronoun"]


@dataclass(slots=True, eq=False)
class Entity:
    """One person, state, place, body, standing instrument or named event within a document.

    ``name`` is the canonical name; ``iso3`` the state it belongs to or acts for (ISO 3166 alpha-3), empty if unknown;
    ``subtype`` what the gazetteer or its head word says it is (``sea``, ``party``, ``ministry`` …); ``posts`` the
    offices the text gives a person, as written, lower-cased.
    """

    kind: EntityKind
    name: str
    iso3: str = ""
    subtype: str = ""
    posts: list[str] = field(default_factory=list)
    known: bool = False

    def __repr__(self) -> str:
        return f"<{self.kind} {self.name} {self.iso3}>"


@dataclass(slots=True, eq=False)
class Title:
    """A post that stands with a person: token range ``[start, end)`` of the words of the post without the name.

    ``state`` and ``body`` are the canonical names of the state and the organisation the words themselves name, each
    empty where they name none; ``office``, ``level``, ``org_pattern`` and ``status`` come from the lexicon of offices.
    Of "his Greek counterpart" ``post`` is the post taken over from the other, and ``source`` the words that give it.
    """

    start: int
    end: int
    state: str = ""
    body: str = ""
    level: str = ""
    org_pattern: str = ""
    status: str = "current"
    office: str = ""
    post: str = ""
    source: tuple[int, int] = (0, 0)


@dataclass(slots=True, eq=False)
class Mention:
    """One place where a text names an entity: tokens ``[start, end)``, with the titles that stand with it."""

    start: int
    end: int
    entity: Entity
    form: MentionForm = "name"
    titles: list[Title] = field(default_factory=list)

    def __repr__(self) -> str:
        return f"Mention({self.start}:{self.end} {self.entity!r} {self.form})"
