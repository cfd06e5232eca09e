"""What an instrument covers, as the text lists it."""

from __future__ import annotations

from collections.abc import Sequence

from comity.extract.agreements.items import opens_item
from comity.extract.things.phrases import Phrase, words
from comity.language.reading import Reading
from comity.language.speech import is_speech
from comity.language.syntax import Token
from comity.model import Span
from comity.vocab import load

_REACH = 14
_LONGEST = 40
_VERBS = frozenset({"VBD", "VBZ", "VBP", "VBN"})


def subjects_of(reading: Reading, found: Phrase) -> list[Span]:
    """The items of "covering A, B and C", "in areas such as A and B" after a name; empty where none is listed."""
    first = _opening(reading, found)
    return _items(reading, first, found.head.sentence.tokens[-1].i) if first is not None else []


def _opening(reading: Reading, found: Phrase) -> int | None:
    """The first word of the list of subjects."""
    tokens, stop = reading.tokens, found.head.sentence.tokens[-1].i
    vocabulary = load("agreements")
    for i in range(found.last + 1, min(stop, found.last + _REACH) + 1):
        token = tokens[i]
        opens = token.lower in vocabulary["subject_openers"] and not (i < stop and _dated(reading, tokens[i + 1]))
        opens = opens and not (token.lower == "on" and _of_something_else(tokens[found.last + 1 : i + 3]))
        if opens and i > found.last + 1 and opens_item(reading, tokens[i - 1]):
            return i - 1
        if opens or (token.lemma == "cover" and token.is_verb):
            return _past_area(reading, i + 1, stop)
        if token.text in {";", ".", ":"}:
            return None
    return None


def _of_something_else(between: Sequence[Token]) -> bool:
    """Whether an "on" belongs to a verb or to what came before or after: "signed after talks on the sidelines of"."""
    vocabulary = load("agreements")
    before, behind = between[:-2], between[-2:]
    asides = any(t.lower in vocabulary["subject_asides"] for t in behind)
    return asides or any(t.tag in _VERBS or t.lower in vocabulary["subject_stops"] for t in before[:-1])


def _dated(reading: Reading, token: Token) -> bool:
    """Whether a time expression begins with this word: "on Wednesday" is no subject."""
    return bool(reading.dates_in(token.start, token.end))


def _reported(token: Token) -> bool:
    """Whether the word belongs to who reports it: "…, the government said"."""
    return any(
        t.dep in {"nsubj", "nsubj:pass"} and is_speech(t.head) for t in (token, *token.ancestors()) if t.head is not t
    )


def _between_states(reading: Reading, token: Token) -> bool:
    """Whether parties are named behind a "between": "on fisheries between X and Y"."""
    near = (reading.mention_at(t) for t in reading.tokens[token.i + 1 : token.i + 3])
    return any(m is not None and m.entity.kind == "state" for m in near)


def _past_area(reading: Reading, i: int, stop: int) -> int | None:
    """Past "a wide range of areas, such as" and the like, to the first item."""
    tokens = reading.tokens
    vocabulary = load("agreements")
    for area in tokens[i : min(stop, i + 9)]:
        if area.lower in vocabulary["area_openers"]:
            skipped = (t.i for t in tokens[area.i + 1 : stop + 1] if t.lower not in vocabulary["area_fillers"])
            return next(skipped, None)
        if area.tag.startswith("V"):
            break
    return i if i <= stop else None


def _past_item(reading: Reading, start: int) -> int:
    """Past "one on" and "the other on", to what a single text of a bundle is about."""
    at = start + (reading.tokens[start].lower == "the")
    return at + 2 if at < len(reading.tokens) and opens_item(reading, reading.tokens[at]) else start


def _parts_items(reading: Reading, token: Token) -> bool:
    """Whether a comma or "and" stands before another single text of a bundle."""
    behind = reading.tokens[token.i + 1 : token.i + 3]
    return (token.tag == "CC" or token.text == ",") and any(opens_item(reading, t) for t in behind)


def _is_subject(item: Sequence[Token]) -> bool:
    """Whether an item can be a subject: no other instrument ("including a treaty on fish"), no adverb alone."""
    vocabulary = load("agreements")
    another = item[0].lower in vocabulary["indefinite"] and any(t.lemma in vocabulary["heads"] for t in item)
    return not another and not all(t.tag in {"RB", "JJ", "CD"} for t in item)


def _parts_papers(near: Sequence[Token]) -> bool:
    """Whether "and" stands before another thing than a subject: "and a protocol", "and two loan agreements", "and the
    treaty"."""
    if near[0].tag != "CC" or len(near) < 2:
        return False
    told = near[1].tag == "CD" or near[1].lower == "the"
    return (told and any(t.lemma in load("agreements")["heads"] for t in near)) or near[1].lower in load("agreements")[
        "indefinite"
    ]


def _opens_aside(near: Sequence[Token]) -> bool:
    """Whether a bracket opens here that holds more than an acronym."""
    return near[0].text == "(" and near[-1].text != ")"


def _items(reading: Reading, first: int, stop: int) -> list[Span]:
    tokens = reading.tokens
    out: list[Span] = []
    start = i = first
    listing = opens_item(reading, tokens[first])  # "including one on A and one on B"
    while i <= min(stop, first + _LONGEST):
        token = tokens[i]
        ends = (
            token.tag in {"VBD", "VBZ", "VBP", "MD", "WDT"}
            or token.text in {";", ".", ":", "”", '"'}
            or (token.lower in words("ends") and token.lower not in {"by", "or", "to"})
            or (token.dep == "acl" and token.tag == "VBN")
            or (token.lower in {"in", "on"} and i < stop and _dated(reading, tokens[i + 1]))
            or [t.lower for t in tokens[i : i + 2]] == ["at", "the"]
            or _parts_papers(tokens[i : min(stop, i + 4) + 1])
            or (not listing and _parts_items(reading, token))
            or (token.lower == "between" and _between_states(reading, token))
            or _reported(token)
            or _opens_aside(tokens[i : i + 3])
        )
        if ends or token.text == "," or (token.tag == "CC" and token.lower == "and"):
            start = _past_item(reading, start)
            if i > start and _is_subject(tokens[start:i]):
                out.append(reading.words(start, i - 1))
            start = i + 1
        if ends:
            return out
        i += 1
    return out
