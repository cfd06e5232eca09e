"""Whether the words name an instrument that counts: one that parties conclude or act on, new or named before."""

from __future__ import annotations

from typing import Any

from comity.extract.agreements.lexicon import listing
from comity.extract.things.acts import Act
from comity.extract.things.phrases import Phrase, modifiers, proper, words
from comity.extract.things.sides import Party, parties
from comity.language.reading import Reading

_CENTURIES = frozenset({"17", "18", "19", "20"})
_YEAR = 4


def points_back(reading: Reading, found: Phrase, spec: dict[str, Any]) -> bool:
    """ "the deal", "these agreements", "the new pact": named before, nothing added that would name another."""
    if spec.get("weak") and bare(reading, found) and found.determiner not in listing("indefinite"):
        return True
    if found.determiner not in words("definite") or proper(reading, found):
        return False
    return (found.end == found.last and len(explicit(reading, found)) < 2) or found.head.i == found.first


def bare(reading: Reading, found: Phrase) -> bool:
    """Whether nothing but the general word itself is said."""
    return found.end == found.last and all(m in words("vague") for m in modifiers(reading, found))


def counts(reading: Reading, found: Phrase, spec: dict[str, Any], act: Act | None, kind: str) -> bool:
    """Whether the words name an instrument that parties of the text conclude or act on."""
    weak = bool(spec.get("weak"))
    if kind == "joint_statement":
        return True
    if act is None and under(reading, found):
        return True
    if spec.get("acted"):
        return act is not None and act.outlook != "foreseen" and act.stage in listing("stages")
    if (
        act is not None
        and act.stage in listing("later")
        and act.outlook == "done"
        and (not bare(reading, found) or framed(found))
    ):
        doers = (
            [] if act.subject else [p for p in parties(reading, found, act.word) if p not in explicit(reading, found)]
        )
        named = found.end > found.last or framed(found)
        if (doers or named) and (not weak or framed(found)) and kind not in listing("domestic_types"):
            return True
    if not weak and dated(reading, found):
        return True
    invoked = act is not None and act.word.lemma in listing("invoked") and act.near and not act.subject
    if weak and invoked and proper(reading, found):
        return True
    if act is None or act.stage not in listing("concluding") or act.subject:
        enough = 2 if act is None else 1
        return not weak and (proper(reading, found) or len(explicit(reading, found)) >= enough)
    if kind in listing("domestic_types") and not _abroad(reading, found):
        return False
    if weak and act.word.lemma in listing("launching"):
        return act.near and proper(reading, found)
    if weak:
        return act.near and act.word.lemma in listing("weak_verbs") | listing("weak_nouns")
    return True


def framed(found: Phrase) -> bool:
    """ "The framework under which the two countries share gas": what it provides tells which."""
    inside = (c for clause in found.head.all("acl:relcl") for c in clause.children if c.lower == "which")
    return any(case.lower == "under" for c in inside for case in c.all("case"))


def dated(reading: Reading, found: Phrase) -> bool:
    """ "The 1960 treaty": the year in its name tells which."""
    before = reading.tokens[found.first : found.head.i]
    return any(t.tag == "CD" and t.text.isdigit() and t.text[:2] in _CENTURIES and len(t.text) == _YEAR for t in before)


def under(reading: Reading, found: Phrase) -> bool:
    """ "Under an action plan on energy, the two countries …": a new one, and what it provides."""
    before = reading.tokens[max(0, found.first - 2)]
    return (
        found.determiner in listing("indefinite")
        and before.lower == "under"
        and before.i == before.sentence.tokens[0].i
        and (not bare(reading, found) or found.head.child("acl") is not None)
    )


def _abroad(reading: Reading, found: Phrase) -> bool:
    """Whether the sentence of a law or resolution names two states: it bears on another than its own."""
    return len({m.entity.iso3 for m in reading.mentions_in(found.head.sentence) if m.entity.iso3}) >= 2


def explicit(reading: Reading, found: Phrase) -> list[Party]:
    """The parties that the words themselves name."""
    return parties(reading, found)
