"""On what an act depends: "if …", "unless …", "provided (that) …", "subject to …", "Should X …"."""

from __future__ import annotations

from collections.abc import Iterator

from comity.extract.draft import Draft
from comity.language.reading import Reading
from comity.language.speech import is_speech
from comity.language.syntax import SUBJECTS, Token
from comity.vocab import load

CLOSING = frozenset({",", ".", ";", "”", '"'})


def put_condition(made: Draft, reading: Reading, act: Token, trigger: Token) -> None:
    """Put the condition that the sentence sets for an act, and make the record conditional."""
    found = _clause(act, trigger) or _proviso(act) or _inverted(act)
    if found is None:
        return
    first, last = found
    while last > first and reading.tokens[last].text in CLOSING:
        last -= 1
    made.put("condition", reading.text_of(first, last), reading.words(first, last))
    if made.certainty == "asserted":
        made.certainty, made.cue = "conditional", reading.words(first, first)


def _clause(act: Token, trigger: Token) -> tuple[int, int] | None:
    """ "if …", "unless …" below the act, its governor, or the report beside it."""
    markers = load("certainty")["conditional"]["markers"]
    for clause in _near(act, trigger):
        mark = next((c for c in clause.all("mark") if c.lower in markers and c.lower != "whether"), None)
        if mark is not None and clause.tag not in {"VB", "VBG"}:
            return mark.i, clause.right
    return None


def _near(act: Token, trigger: Token) -> Iterator[Token]:
    for head in dict.fromkeys((act, trigger)):
        yield from head.all("advcl")
    reports = [c for c in (act.head, *act.all("parataxis")) if is_speech(c) and c is not act]
    for report in reports:
        yield from (c for c in report.all("advcl") if act.i < c.i < report.i)


def _proviso(act: Token) -> tuple[int, int] | None:
    """ "provided (that) …", "on condition that …", "subject to …" behind the act."""
    tokens = act.sentence.tokens
    for at, token in enumerate(tokens[:-2]):
        if token.i <= act.i:
            continue
        after = tokens[at + 1].lower
        proviso = token.lower in load("commitments")["provisos"] and (after == "that" or tokens[at - 1].text == ",")
        if proviso or (token.lower == "subject" and after == "to"):
            stop = next((t.i - 1 for t in tokens[at + 1 :] if is_speech(t) and t.dep == "parataxis"), tokens[-1].i)
            return token.i - (tokens[at - 1].lower == "on"), stop
    return None


def _inverted(act: Token) -> tuple[int, int] | None:
    """ "Should X fail to pay, Y could …"."""
    first = act.sentence.tokens[0]
    clause = first.head
    if first.lower != "should" or first.tag != "MD" or clause is act or not clause.child(*SUBJECTS):
        return None
    return (first.i, clause.right) if clause.dep == "advcl" and clause.i < act.i else None
