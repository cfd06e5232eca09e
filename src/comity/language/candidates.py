"""What may be a name, and which of the candidates for the same words are taken."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from comity.language.entities import EntityKind
from comity.language.gazetteer import Entry
from comity.language.spelling import NICKNAME_MARKS
from comity.vocab import load

if TYPE_CHECKING:
    from comity.language.syntax import Token


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words ``[start, end)`` of a sentence that may be one name; the lower ``rank``, the better attested."""

    start: int
    end: int
    kind: EntityKind
    rank: int
    entry: Entry | None = None
    subtype: str = ""


def part_of_a_name(entry: Entry, before: str, after: str) -> bool:
    """Whether what a list holds only begins or ends a longer name: a town "Republic" in "the Republic of X", a person
    in "Theyab bin Mohamed bin Zayed"; ``before`` and ``after`` are the words beside it in lower case.
    """
    if entry.kind == "person":
        return before in load("bodies")["filial"]
    return entry.kind == "place" and entry.length == 1 and after == "of"


def is_coined(word: str) -> bool:
    """Whether a word has a capital within, as firms coin their names ("IndiGo", "VinFast"), and no person's has."""
    if word[1:].islower():
        return False
    inner = next((i for i, letter in enumerate(word) if i and letter.isupper()), 0)
    coined = inner > 2 and word[:inner].isalpha() and word[1:inner].islower() and word[inner + 1 :].islower()
    return coined and word[:inner] not in load("name_parts")["surname_openings"]


def in_nickname(tokens: Sequence[Token], i: int) -> bool:
    """Whether the word is a quotation mark of a nickname inside a name: Joko "Jokowi" Widodo."""
    marks = [j for j in range(max(0, i - 2), min(len(tokens) - 1, i + 3)) if tokens[j].text in NICKNAME_MARKS]
    if tokens[i].text not in NICKNAME_MARKS or len(marks) != 2 or marks[1] - marks[0] != 2 or marks[0] == 0:
        return False
    around = (tokens[marks[0] - 1], tokens[marks[0] + 1], tokens[marks[1] + 1])
    return all(t.tag in {"NNP", "NNPS"} and t.text[0].isupper() for t in around)


def styles(words: Sequence[str], start: int, end: int) -> int:
    """Where a name begins whose words ``[start, end)`` open with how the person is styled: "Mr X", "Her Excellency Y".

    0 where they do not.
    """
    honorifics = load("bodies")["honorifics"]
    at = start
    while at < end:
        own = words[at] in {"His", "Her"} and at + 1 < end and words[at + 1].lower() in honorifics
        if not own and words[at] not in honorifics and words[at].lower() not in honorifics:
            break
        at += 1
    return at if at > start else 0


def dated(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word that is a day or month as well as a name is the former: "in May", "on Sun", "Sun Aug 3"."""
    before = tokens[i - 1].lower if i else ""
    words = load("bodies")
    months = i + 1 < len(tokens) and tokens[i + 1].lower in words["not_names"]
    numbered = i + 1 < len(tokens) and tokens[i + 1].text[0].isdigit()
    return months or numbered or before in words["before_days"]


def choose(candidates: Iterable[Candidate], length: int) -> list[Candidate]:
    """The best candidates that do not overlap, in order."""
    taken = [False] * length
    out: list[Candidate] = []
    for c in sorted(candidates, key=lambda c: (c.rank, c.start - c.end, c.start, c.entry is None)):
        if not any(taken[c.start : c.end]):
            taken[c.start : c.end] = [True] * (c.end - c.start)
            out.append(c)
    return sorted(out, key=lambda c: c.start)
