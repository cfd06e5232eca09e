"""The entities of one document, found again by their names, by parts of these, and by other romanisations of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from comity.language.entities import Entity, EntityKind
from comity.language.gazetteer import fold
from comity.language.gazetteer_rows import terms
from comity.vocab import load

_LEAST = 4
"""Letters of a part of a name from which on another spelling of it is taken for the same."""
_SERVANT = "abd"


@dataclass(slots=True)
class Register:
    """The entities of one document, found again by canonical name, persons by a part of it, bodies by their acronym."""

    entities: dict[tuple[str, str], Entity] = field(default_factory=dict)
    parts: dict[str, list[Entity]] = field(default_factory=dict)
    aliases: dict[str, Entity] = field(default_factory=dict)
    sounds: dict[str, list[Entity]] = field(default_factory=dict)

    def add(self, kind: EntityKind, name: str, *, iso3: str = "", subtype: str = "", known: bool = False) -> Entity:
        """The entity of that kind and canonical name, made on first sight."""
        key = (kind, fold(name))
        entity = self.entities.get(key)
        if entity is None:
            entity = self.entities[key] = Entity(kind, name, iso3=iso3, subtype=subtype, known=known)
            if kind == "person":
                for part in name.split():
                    self.parts.setdefault(fold(part), []).append(entity)
                for part in sounded(name.split()):
                    self.sounds.setdefault(part, []).append(entity)
        elif iso3 and not entity.iso3:
            entity.iso3 = iso3
        return entity

    def short(self, words: Sequence[str]) -> Entity | None:
        """The person whom these words shorten, or None; the one named first where several share a part."""
        buckets = [self.parts.get(fold(w), []) for w in words]
        if not buckets or not all(buckets):
            return None
        return next((e for e in buckets[0] if all(e in bucket for bucket in buckets[1:])), None)

    def variant(self, words: Sequence[str]) -> Entity | None:
        """The person of whose name these words are another romanisation, or None."""
        parts = sounded(words)
        if not parts or any(len(p) < _LEAST for p in parts):
            return None
        buckets = [self.sounds.get(p, []) for p in parts]
        return next((e for e in buckets[0] if all(e in bucket for bucket in buckets[1:])), None)


@cache
def officeholder(parts: tuple[str, ...]) -> tuple[str, str]:
    """Name and state of the known officeholder whose name sounds so (``sounded``); empty where there is none."""
    return _officeholders().get(parts, ("", ""))


@cache
def _officeholders() -> dict[tuple[str, ...], tuple[str, str]]:
    named = [(tuple(sounded(term.person.split())), term) for term in terms()]
    return {parts: (term.person, term.iso3) for parts, term in named if len(parts) > 1}


def sounded(words: Sequence[str]) -> list[str]:
    """The parts of a name in a spelling that its romanisations share: "Abdel Fattah el-Sisi", "Abdelfattah al-Sisi"."""
    rules = _rules()
    out: list[str] = []
    carried = ""
    for word in words:
        plain = "".join(c for c in fold(word).lower() if c.isalpha() or c == "-")
        for article in rules.articles:
            plain = plain.removeprefix(f"{article}-")
        for part in [p for p in plain.split("-") if p]:
            if part in rules.servants:
                carried = _SERVANT
            elif part not in rules.articles:
                out.append(_spelt(carried + part, rules))
                carried = ""
    return out


def _spelt(part: str, rules: _Rules) -> str:
    longer = next((s for s in rules.servants if part.startswith(s) and len(part) > len(s) + 2), "")
    part = _SERVANT + part[len(longer) :] if longer else part
    for written, sound in rules.letters:
        part = part.replace(written, sound)
    return "".join(c for c, before in zip(part, " " + part, strict=False) if c != before)


class _Rules(NamedTuple):
    articles: tuple[str, ...]
    servants: tuple[str, ...]
    letters: tuple[tuple[str, str], ...]


@cache
def _rules() -> _Rules:
    data = load("name_parts")["romanisation"]
    letters = tuple((a, b) for a, b in data["letters"])
    return _Rules(tuple(data["articles"]), tuple(sorted(data["servants"], key=len, reverse=True)), letters)


def by_surname(name: str, pair: Sequence[str]) -> str:
    """The state of a text's pair in whose language the name begins with a surname, empty if none or both."""
    first = fold(name).split()[0]
    surnames = load("name_parts")["surnames"]
    found = [iso3 for iso3 in pair if first in surnames.get(iso3, ())]
    return found[0] if len(found) == 1 else ""
