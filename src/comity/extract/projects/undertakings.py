"""Railways, ports, plants and other undertakings that a text names, mention by mention."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from comity.extract.agreements.standing import is_corridor
from comity.extract.draft import Draft, draft
from comity.extract.projects.milestones import milestones
from comity.extract.things.acts import Act, Lexicon, find_act
from comity.extract.things.figures import money_of
from comity.extract.things.phrases import Phrase, phrase, words
from comity.extract.things.sides import Party, parties
from comity.language.reading import Reading
from comity.language.syntax import Token
from comity.vocab import load


@dataclass(slots=True)
class Found:
    """An undertaking in one sentence; ``counts`` tells that the mention alone makes a record."""

    draft: Draft
    phrase: Phrase
    kind: str
    name: str
    proper: bool
    back: bool
    counts: bool
    headline: bool
    acronym: str = ""


@cache
def data() -> dict[str, Any]:
    """``vocab/projects.yaml``."""
    content: dict[str, Any] = load("projects")
    return content


@cache
def acts() -> Lexicon:
    """What is done with undertakings."""
    return Lexicon.of(data()["acts"])


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(data()[name])


def undertakings(reading: Reading) -> list[Found]:
    """The undertakings of a document, mention by mention, in document order."""
    out: list[Found] = []
    for sentence in reading.sentences:
        for token in sentence.tokens:
            spec = data()["heads"].get(token.lemma)
            if spec is not None and token.tag.startswith("N"):
                found = _undertaking(reading, token, spec)
                if found is not None:
                    out.append(found)
            elif out and token.text in {f.acronym for f in out if f.acronym}:
                out.append(_again(reading, token, next(f for f in out if f.acronym == token.text)))
    return out


def _undertaking(reading: Reading, head: Token, spec: dict[str, Any]) -> Found | None:
    if _inside(reading, head):
        return None
    found = phrase(reading, head)
    modifiers = [t.lower for t in reading.tokens[found.first : head.i]]
    mention = reading.mention_at(head)
    named = (
        head.text[0].isupper()
        and head.sentence.block.zone != "headline"
        and any(t.text[0].isupper() for t in reading.tokens[found.first : head.i])
    )
    back = (
        found.determiner in words("definite") - {"its", "their"}
        and found.end <= found.last
        and not named
        and len(modifiers) <= 2
    )
    if mention is not None and not _is_project_name(reading, mention.entity.kind, mention.entity.name):
        return None
    needs = spec.get("needs")
    if (
        needs is not None
        and not back
        and mention is None
        and not any(m in needs or m.split("-")[-1] in needs for m in modifiers)
    ):
        return None
    act = find_act(reading, found, acts())
    counts = not back and _counts(reading, found, spec, act, named, modifiers)
    return _made(reading, found, spec, act, named=named, back=back, counts=counts, modifiers=modifiers)


def _inside(reading: Reading, head: Token) -> bool:
    """Whether the noun only modifies another noun that is an undertaking itself, or names something else."""
    if head.dep in {"compound", "amod", "nmod"} and head.head.i > head.i:
        return True
    after = reading.tokens[head.i + 1] if head.i + 1 < len(reading.tokens) else head
    return after.text == "-" and head.sentence is after.sentence and after.i + 1 < len(reading.tokens)


def _is_project_name(reading: Reading, kind: str, name: str) -> bool:
    return kind == "place" or kind == "event" or (kind == "instrument" and is_corridor(name)) or kind == "org"


def _counts(
    reading: Reading, found: Phrase, spec: dict[str, Any], act: Act | None, named: bool, modifiers: list[str]
) -> bool:
    """Whether the mention alone shows an undertaking: somebody builds, pays for, opens or plans it."""
    if spec.get("project") and not named:
        telling = [m for m in modifiers if m not in _set("vague_projects") and m.isalpha() and m not in words("vague")]
        if not any(m in data()["modifiers"] for m in telling) and not (telling and found.end > found.last):
            return False
    if act is None:
        return _backed(modifiers) or (bool(spec.get("project")) and named)
    if act.stage == "" or act.subject:
        return (
            named
            or _backed(modifiers)
            or bool(spec.get("project"))
            or _crossing(reading, found, modifiers)
            or not act.subject
        )
    return True


def _backed(modifiers: list[str]) -> bool:
    return any(m in _set("backed") or m.rpartition("-")[2] in _set("backed") for m in modifiers)


def _crossing(reading: Reading, found: Phrase, modifiers: list[str]) -> bool:
    return "cross-border" in modifiers or "border" in modifiers or len(parties(reading, found)) >= 2


def _made(
    reading: Reading,
    found: Phrase,
    spec: dict[str, Any],
    act: Act | None,
    *,
    named: bool,
    back: bool,
    counts: bool,
    modifiers: list[str],
) -> Found:
    trigger = act.word if act is not None else found.head
    stage = _stage(act, modifiers)
    made = draft(
        reading, "project", f"project.{stage or 'named'}.{trigger.lemma}", trigger, sentence=found.head.sentence
    )
    made.at = found.head.i
    name = reading.text_of(found.first, found.end)
    made.put("name", name, reading.words(found.first, found.end))
    kind = _type(found, spec, modifiers)
    made.put("project_type", kind, reading.words(found.head.i, found.head.i))
    made.put("status", stage, *([reading.words(trigger.i, trigger.i)] if act else []))
    _places(reading, made, found)
    _participants(reading, made, found, act)
    money = money_of(reading, found)
    if money is not None:
        made.put("amount", money[0], money[1])
    for field, milestone, span in milestones(reading, found, act, kind):
        made.put(field, milestone, span)
    acronym = reading.tokens[found.last - 1].text if found.last > found.head.i else ""
    headline = found.head.sentence.block.zone == "headline"
    return Found(made, found, kind, name, named, back, counts, headline, acronym)


def _again(reading: Reading, token: Token, earlier: Found) -> Found:
    """A later mention by acronym."""
    found = Phrase(token, token.i, token.i, token.i, "the")
    act = find_act(reading, found, acts())
    spec = {"type": earlier.kind}
    made = _made(reading, found, spec, act, named=False, back=True, counts=False, modifiers=[])
    made.name, made.kind = earlier.acronym, earlier.kind
    made.draft.fields.pop("name")
    return made


def _type(found: Phrase, spec: dict[str, Any], modifiers: list[str]) -> str:
    if found.head.lemma in _set("general"):
        for word in reversed(modifiers):
            if word in data()["modifiers"]:
                return str(data()["modifiers"][word])
    return str(spec["type"])


def _stage(act: Act | None, modifiers: list[str]) -> str:
    if act is None:
        return ""
    if act.outlook == "foreseen":
        return str(data()["foreseen_stage"][act.stage])
    if act.outlook == "decided":
        return str(data()["decided_stage"][act.stage])
    return act.stage


def _places(reading: Reading, made: Draft, found: Phrase) -> None:
    """Places in the name and its complement."""
    out: dict[str, tuple[int, int]] = {}
    for i in range(found.first, found.end + 1):
        mention = reading.references.at.get(i)
        if mention is not None and mention.entity.kind in {"place", "state"} and mention.form == "name":
            out.setdefault(mention.entity.name, (mention.start, mention.end - 1))
    made.put("places", tuple(out), *[reading.words(a, b) for a, b in out.values()])


def _participants(reading: Reading, made: Draft, found: Phrase, act: Act | None) -> None:
    """States, banks and companies that act on it or that its name gives; the pair for what lies between two states."""
    who: list[Party] = parties(reading, found, act.word if act is not None and not act.subject else None)
    spans = [reading.words(p.start, p.end - 1) for p in who if p.start >= 0]
    made.put("participants", tuple(p.name for p in who), *spans)
