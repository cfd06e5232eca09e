"""Roles: who held which office (codebook section 10), from the titles that stand with names."""

from __future__ import annotations

from comity.extract.draft import Draft
from comity.language.entities import Mention, Title
from comity.language.gazetteer import fold, gazetteer
from comity.language.reading import Reading
from comity.language.spelling import ministry_name
from comity.vocab import load


def roles(reading: Reading) -> list[Draft]:
    """The roles of a document: one for each person and post, every mention of it quoted."""
    made: dict[tuple[str, str, str], Draft] = {}
    for sentence in reading.sentences:
        for mention in reading.mentions_in(sentence):
            for title in mention.titles:
                organization = _organization(reading, mention, title)
                key = (mention.entity.name, f"{title.level}.{title.org_pattern}", title.status)
                if key in made:
                    _again(made[key], reading, mention, title, organization)
                else:
                    made[key] = _role(reading, mention, title, organization)
    return list(made.values())


def _role(reading: Reading, mention: Mention, title: Title, organization: str) -> Draft:
    first = _first(reading, title)
    post = reading.words(first, title.end - 1)
    name = reading.words(mention.start, mention.end - 1)
    made = Draft(kind="role", rule=f"role.title.{title.level}", at=mention.start)
    made.quote(reading.quote(reading.tokens[mention.start].sentence))
    made.put("person", mention.entity.name, name)
    given = [reading.words(title.source[0], title.source[1] - 1)] if title.post else []
    made.put("post", title.post or reading.text_of(first, title.end - 1), *given, post)
    made.put("organization", organization)
    made.put("status", title.status)
    if reading.anchor:
        made.put("as_of", reading.anchor, basis="stated" if reading.document.published else "inferred")
    return made


def _again(made: Draft, reading: Reading, mention: Mention, title: Title, organization: str) -> None:
    """A further mention: its sentence is quoted, and its post kept if it says more."""
    made.quote(reading.quote(reading.tokens[mention.start].sentence))
    before = made.value("post")
    first = _first(reading, title)
    post = reading.text_of(first, title.end - 1)
    if isinstance(before, str) and len(post) > len(before) and not title.post:
        made.put("post", post, reading.words(first, title.end - 1))
    if organization and not made.value("organization"):
        made.put("organization", organization)


def _first(reading: Reading, title: Title) -> int:
    """The first word of the post; that its holder is on a visit is no part of it, nor is a courtesy."""
    passing = load("offices")["passing"]
    courtesies = load("pipeline")["courtesies"]
    first = title.start
    while (
        first < title.end - 1
        and (word := reading.tokens[first])
        and (word.lower in passing or word.lower in courtesies or (word.tag == "PRP$" and _courteous(reading, first)))
    ):
        first += 1
    return first


def _courteous(reading: Reading, i: int) -> bool:
    """Whether a possessive opens a courtesy: "His Excellency General X" is a general."""
    return reading.tokens[i + 1].lower in load("pipeline")["courtesies"]


def _organization(reading: Reading, mention: Mention, title: Title) -> str:
    """The body the title names; else the party, ministry or state that a post of this kind belongs to."""
    iso3 = title.state or mention.entity.iso3
    state = gazetteer().states.get(iso3)
    words = [t.text for t in reading.tokens[title.start : title.end]]
    if title.org_pattern == "party" and state and state.parties and not _other_party(title, state.parties):
        return state.parties[0]
    if title.body:
        return title.body
    if state and title.org_pattern in {"body", "ministry"} and (ministry := _ministry(words, state.name)):
        return ministry
    return state.name if state else ""


def _other_party(title: Title, parties: tuple[str, ...]) -> bool:
    """Whether the title names a body that is another than the ruling party."""
    if not title.body:
        return False
    generic = {"party", "communist", "central", "committee", "of", "the"}
    return title.body not in parties and not set(fold(title.body).split()) <= generic


def _ministry(words: list[str], state: str) -> str:
    """The ministry inside a title: "foreign ministry spokesperson"."""
    lowered = [w.lower() for w in words]
    if "ministry" not in lowered:
        return ""
    end = lowered.index("ministry") + 1
    longest = max(len(p.split()) for p in load("bodies")["portfolios"])
    for size in range(longest, 0, -1):
        if end - 1 - size >= 0 and (name := ministry_name(words[end - 1 - size : end], state)):
            return name
    return ""
