"""The words of the text that name a measure."""

from __future__ import annotations

from comity.extract.indicators.figures import Figure
from comity.language.reading import Reading
from comity.language.syntax import Token
from comity.model import Span

LONGEST = 12
"""A name longer than so many words is cut behind its head."""
OUTSIDE = frozenset({"acl:relcl", "appos", "parataxis", "advcl", "cc", "case", "obl", "acl"})
PLAIN = frozenset({"DET", "PUNCT"})


def name_of(reading: Reading, figure: Figure) -> tuple[str, list[Span]]:
    """The measure as the text words it, and the stretches it was read from."""
    assert figure.noun is not None
    runs = _runs(_tokens(reading, figure, figure.noun))
    text = " ".join(reading.text_of(run[0].i, run[-1].i) for run in runs)
    if figure.whole is not None:
        text = f"share of {text}"
    return _lowered(text, runs[0][0]), [reading.words(run[0].i, run[-1].i) for run in runs]


def _lowered(text: str, first: Token) -> str:
    """Without the capital of a sentence's first word."""
    return text[0].lower() + text[1:] if first.pos != "PROPN" and first is first.sentence.tokens[0] else text


def _tokens(reading: Reading, figure: Figure, noun: Token) -> list[Token]:
    kept = {noun.i}
    stack = list(noun.children)
    while stack:
        token = stack.pop()
        if token.dep in OUTSIDE and not (token.dep == "case" and token.head is not noun):
            continue
        if token.dep == "nmod" and (_dated(reading, token) or token.i > noun.i and token.left > noun.i + LONGEST):
            continue
        kept.add(token.i)
        stack += token.children
    tokens = [t for t in noun.sentence.tokens if t.i in kept and not figure.first <= t.i <= figure.last]
    tokens = [t for t in tokens if not any(a.span.start <= t.start < a.span.end for a in _amounts(reading, noun))] or [
        noun
    ]
    if len(tokens) > LONGEST:
        tokens = [t for t in tokens if t.i <= noun.i][-LONGEST:]
    return _trimmed(tokens) or [noun]


def _amounts(reading: Reading, noun: Token) -> list[object]:
    return [a for a in reading.amounts_in(noun.sentence.start, noun.sentence.end) if a.unit != "ordinal"]


def _dated(reading: Reading, token: Token) -> bool:
    return any(d.span.start <= token.start < d.span.end for d in reading.dates)


def _trimmed(tokens: list[Token]) -> list[Token]:
    while tokens and (tokens[0].pos in PLAIN or tokens[0].dep in {"case", "cc"}):
        tokens = tokens[1:]
    while tokens and tokens[-1].pos in {"PUNCT", "ADP", "DET", "CCONJ"}:
        tokens = tokens[:-1]
    return tokens


def _runs(tokens: list[Token]) -> list[list[Token]]:
    """Stretches of neighbouring words."""
    runs: list[list[Token]] = []
    for token in tokens:
        if runs and runs[-1][-1].i + 1 == token.i:
            runs[-1].append(token)
        else:
            runs.append([token])
    return runs
