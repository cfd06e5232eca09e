"""What a clause says of an undertaking that is its subject: "is ready", "is half complete", "works have stopped".

Read from the words behind the name, because parsers hang figures and nouns after "be" in many ways.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from comity.extract.projects.lexicon import data, listed
from comity.extract.things.acts import Act, Outlook, noun_before
from comity.extract.things.phrases import Phrase, words
from comity.language.reading import Reading
from comity.language.syntax import Token

_LONGEST_APPOSITION = 14


def predicate(reading: Reading, found: Phrase) -> Act | None:
    """The stage that the predicate behind the name gives, or None where it gives none."""
    rest = _behind(reading, found)
    opening = [t for t in rest[: _opening(rest)] if not t.tag.startswith("RB")]
    after = rest[_opening(rest) :]
    if not after or any(t.lower in listed("negations") for t in rest[: _opening(rest)]):
        return None
    copular = any(t.lemma in listed("copulas") for t in opening)
    said = (_measured(after) or _phrase(after)) if copular else None
    said = said or _works(reading, found, after[0])
    return Act(said[0], said[1], _outlook(opening, said[1]), subject=True) if said else None


def _behind(reading: Reading, found: Phrase) -> Sequence[Token]:
    """The words behind the name, an apposition between commas left out."""
    tokens = reading.tokens[found.end + 1 : found.head.sentence.tokens[-1].i + 1]
    if not tokens or tokens[0].text != ",":
        return tokens
    closing = next((k for k, t in enumerate(tokens[1:_LONGEST_APPOSITION], 1) if t.text == ","), 0)
    return tokens[closing + 1 :]


def _opening(rest: Sequence[Token]) -> int:
    """How many words open the predicate: forms of "be" and "have", modals, adverbs."""
    return next(
        (
            k
            for k, t in enumerate(rest)
            if not (
                t.lemma in listed("copulas") | {"have"}
                or t.tag == "MD"
                or t.lower in listed("negations") | {"to"}
                or (t.tag.startswith("RB") and t.lower not in _firsts())
            )
        ),
        len(rest),
    )


def _measured(after: Sequence[Token]) -> tuple[Token, str] | None:
    """ "70 per cent complete", "half finished", "two thirds built"."""
    known = listed("shares")
    share = next((k for k, t in enumerate(after) if not (t.tag == "CD" or t.lower in known)), len(after))
    if not share or share == len(after) or not any(t.lower in known for t in after[:share]):
        return None
    return (after[share], str(data()["share_stage"])) if after[share].lower in listed("shared") else None


@cache
def _phrases() -> list[tuple[tuple[str, ...], str]]:
    """Predicates as words, with the stage that each gives, the longest first."""
    flat = [(tuple(p.split()), stage) for stage, group in data()["predicates"].items() for p in group]
    return sorted(flat, key=lambda entry: -len(entry[0]))


@cache
def _firsts() -> frozenset[str]:
    return frozenset(parts[0] for parts, _ in _phrases()) | listed("shares")


def _phrase(after: Sequence[Token]) -> tuple[Token, str] | None:
    lowers = tuple(t.lower for t in after[:6])
    return next(((after[len(p) - 1], stage) for p, stage in _phrases() if lowers[: len(p)] == p), None)


def _works(reading: Reading, found: Phrase, verb: Token) -> tuple[Token, str] | None:
    """ "Works on the road have reached X": what becomes of the works becomes of the whole."""
    noun = reading.tokens[max(0, found.first - 3) : found.first]
    worked = any({t.lemma, t.lower} & listed("works") for t in noun)
    if not worked or not any(t.lower in {"on", "of", "at"} for t in noun):
        return None
    return next(((verb, stage) for stage, verbs in data()["work_stages"].items() if verb.lemma in verbs), None)


def _outlook(opening: Sequence[Token], stage: str) -> Outlook:
    """Foreseen behind a modal, or behind "is to" and "has yet to"; a mere proposal is one already."""
    ahead = any(t.lower in words("foreseen", "modals") or t.lower == "to" for t in opening)
    return "foreseen" if ahead and stage not in listed("plans") else "done"


def gives_way(reading: Reading, found: Phrase) -> Act | None:
    """ "The ferry is to give way to a bridge": what replaces is the undertaking."""
    noun = noun_before(reading, found)
    if noun is None or noun.lemma != "way" or noun.head.lemma != "give":
        return None
    return Act(noun.head, "proposed", "foreseen")


def split_verb(reading: Reading, found: Phrase) -> Act | None:
    """A verb of two words before the name that parsers take for a noun: "to fast-track the line"."""
    before = [t for t in reading.tokens[max(0, found.first - 4) : found.first] if t.lower not in words("determiners")]
    if "".join(t.lower for t in before[-3:]) not in listed("split_verbs"):
        return None
    return Act(before[-1], "", "foreseen")


def fixed_phrase(reading: Reading, found: Phrase) -> Act | None:
    """What a fixed phrase after the name says of its stage ("is under construction", "went live")."""
    tokens, stop = reading.tokens, found.head.sentence.tokens[-1].i
    last = found.end + 1
    while last < stop and tokens[last].text not in {";", ":", ","}:
        last += 1
    clause = tokens[found.end + 1 : last + 1]
    said = " ".join(t.lower for t in clause)
    if any(t.lower in listed("unreached") for t in clause):
        return None
    for stage, phrases in data()["fixed_phrases"].items():
        if (words_of := next((p for p in phrases if f" {p} " in f" {said} "), "")) and clause:
            at = next(t for t in clause if t.lower == words_of.split()[0])
            return Act(at, stage, "done", subject=True)
    return None


__all__ = ["fixed_phrase", "gives_way", "predicate", "split_verb"]
