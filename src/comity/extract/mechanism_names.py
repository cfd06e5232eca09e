"""What belongs to the name of a mechanism: who meets, its formula and its states, not the number of a session."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from comity.extract.things.phrases import Phrase, words
from comity.language.reading import Reading
from comity.vocab import load

_ENDINGS = ("st", "nd", "rd", "th")
_FORMULA = frozenset({"+", '"', "“", "”", "‘", "’", "'"})
_DASHES = frozenset({"-", "–"})


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(load("mechanisms")[name])


def named_in_full(reading: Reading, found: Phrase) -> Phrase:
    """The phrase of a mechanism with all the words of its name, and none of one session's."""
    found = _with_formula(reading, _between_dashes(reading, _whole_name(reading, found)))
    return _uncounted(reading, _unplaced(reading, _of_persons(reading, found)))


def _between_dashes(reading: Reading, found: Phrase) -> Phrase:
    """The phrase with the first of two states that a dash between blanks parts ("the Chile – Peru Commission")."""
    first = reading.references.at.get(found.first)
    dash = reading.tokens[found.first - 1] if found.first > 1 else None
    other = reading.references.at.get(found.first - 2) if dash is not None and dash.text in _DASHES else None
    if first is None or other is None or first.entity.kind not in {"state", "org"} or other.entity.kind != "state":
        return found
    before = reading.tokens[other.start - 1].lower if other.start > found.head.sentence.tokens[0].i else ""
    return replace(found, first=other.start, determiner=before if before in words("determiners") else "")


def _of_persons(reading: Reading, found: Phrase) -> Phrase:
    """The phrase with those whose meeting it is ("the annual leaders' summit")."""
    i = found.first - 1
    if found.determiner != "'s" or i < 1 or reading.tokens[i - 1].lower not in _set("persons"):
        return found
    i -= 1
    start = found.head.sentence.tokens[0].i
    while i > start and reading.tokens[i - 1].tag in {"JJ", "NN", "HYPH"}:
        i -= 1
    return replace(found, first=i, determiner=reading.tokens[i - 1].lower if i > start else "")


def _whole_name(reading: Reading, found: Phrase) -> Phrase:
    """The phrase with all the capitalised words right before a capitalised head, wherever the tree hangs them."""
    i, start = found.first, found.head.sentence.tokens[0].i
    if not found.head.text[0].isupper() or found.determiner:
        return found
    while i > start + 1 and reading.tokens[i - 1].text[0].isupper() and reading.references.at.get(i - 1) is None:
        i -= 1
    before = reading.tokens[i - 1].lower if i > start else ""
    return replace(found, first=i, determiner=before if before in words("determiners") else "")


def _with_formula(reading: Reading, found: Phrase) -> Phrase:
    """The phrase with "2+2" before it, also in quotation marks."""
    i, start = found.first, found.head.sentence.tokens[0].i
    while i > start and (reading.tokens[i - 1].text in _FORMULA or reading.tokens[i - 1].text.isdigit()):
        i -= 1
    if not any(t.text == "+" for t in reading.tokens[i : found.first]):
        return found
    before = reading.tokens[i - 1].lower if i > start else ""
    return replace(found, first=i, determiner=before if before in words("determiners") else "")


def _uncounted(reading: Reading, found: Phrase) -> Phrase:
    """The phrase without the number of the session ("the second Intergovernmental Summit")."""
    first = reading.tokens[found.first]
    ordinal = first.lower in _set("ordinals") or (first.text[:1].isdigit() and first.lower.endswith(_ENDINGS))
    return replace(found, first=found.first + 1, determiner="the") if ordinal and first.i < found.head.i else found


def _unplaced(reading: Reading, found: Phrase) -> Phrase:
    """The phrase without where it met, or the level it was raised to."""
    for token in reading.tokens[found.last + 1 : found.end]:
        mention = reading.references.at.get(token.i + 1)
        met = token.lower in {"in", "at"} and mention is not None and mention.entity.kind == "place"
        if met or (token.lower == "to" and reading.tokens[found.end].lemma == "level"):
            return replace(found, end=token.i - 1)
    return found
