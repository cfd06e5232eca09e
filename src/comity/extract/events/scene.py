"""What is found while a document is searched for events, before mentions of one event are merged."""

from __future__ import annotations

from dataclasses import dataclass, field

from comity.language.actors import Actor
from comity.language.entities import Mention
from comity.language.reading import Reading
from comity.language.syntax import Sentence, Token
from comity.model import TimeMention


@dataclass(frozen=True, slots=True)
class Place:
    """Where something happens: canonical name, state it lies in (ISO 3166 alpha-3), tokens ``[start, end)``.

    Name and state are empty for a phrase that only points back ("the country").
    """

    name: str
    iso3: str
    start: int
    end: int


@dataclass(slots=True, eq=False)
class Found:
    """One mention of an event.

    ``phase`` is empty where nothing tells; ``firm`` says how plainly it is told (2 by the event's own verb, 1 by a
    word beside it). ``refers`` marks a mention that only points back ("the visit"), ``another`` one that the text
    itself calls a further event ("also signed"). ``sort`` are the verbs of its class of acts, empty for
    nouns. ``host`` is the state visited, of a visit only.
    """

    form: str
    rule: str
    trigger: Token
    actors: list[Actor] = field(default_factory=list)
    recipients: list[Actor] = field(default_factory=list)
    category: str = ""
    place: Place | None = None
    host: str = ""
    date: TimeMention | None = None
    edtf: str = ""
    basis: str = ""
    phase: str = ""
    firm: int = 0
    count: int | None = None
    refers: bool = False
    another: bool = False
    sort: frozenset[str] = frozenset()


class Scene:
    """A reading with what the search for events needs at hand: titles by their first word, persons named so far."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.tokens = reading.tokens
        self.titled: dict[int, Mention] = {}
        for mention in reading.references.mentions:
            for title in mention.titles if mention.entity.kind == "person" else ():
                self.titled.setdefault(title.start, mention)

    def mention(self, i: int) -> Mention | None:
        """The name that covers token ``i``."""
        return self.reading.references.at.get(i)

    def state(self, iso3: str) -> Actor:
        """A state as an actor that no words name."""
        return Actor(self.reading.references.state(iso3), "state", iso3, 0, 0)

    def person(self, mention: Mention) -> Actor:
        """A named person as an actor."""
        entity = mention.entity
        return Actor(entity.name, entity.kind, entity.iso3, mention.start, mention.end)

    def persons_before(self, i: int, *, since: int = 0) -> list[Mention]:
        """The mentions of persons before token ``i``, nearest first."""
        from bisect import bisect_left

        refs = self.reading.references
        at = bisect_left(refs.starts, i)
        return [
            m for m in reversed(refs.mentions[max(0, at - 30) : at]) if m.start >= since and m.entity.kind == "person"
        ]

    def is_headline(self, sentence: Sentence) -> bool:
        """Whether the sentence is a headline."""
        return sentence.block.zone == "headline"
