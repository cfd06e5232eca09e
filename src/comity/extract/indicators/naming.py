"""The words of the text that name a measure."""

from __future__ import annotations

from itertools import pairwise

from comity.extract.indicators.figures import Figure
from comity.extract.indicators.lexicon import base, lexicon
from comity.language.reading import Reading
from comity.language.syntax import Token
from comity.model import Span

LONGEST = 14
"""A name longer than so many words is cut behind its head."""
INSIDE = frozenset(
    {"compound", "amod", "nmod", "nmod:poss", "nmod:unmarked", "flat", "conj", "fixed", "nummod", "goeswith"}
)
SMALL = frozenset({"case", "cc", "det"})
HYPHENS = frozenset({"-", "–"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
SAYING = frozenset({"be", "come", "go", "consist", "originate"})
OBJECTS = frozenset({"obj", "obl", "compound:prt", "case"})


def name_of(reading: Reading, figure: Figure) -> tuple[str, list[Span]]:
    """The measure as the text words it, and the stretches it was read from."""
    assert figure.noun is not None and figure.measure is not None
    if figure.rule == "verb":
        return figure.measure.name, [reading.words(figure.noun.i, figure.noun.i)]
    if figure.whole is not None and figure.whole.tag == "WP":
        clause = _clause(figure.whole)
        return f"share of {reading.text_of(clause[0].i, clause[-1].i)}", [reading.words(clause[0].i, clause[-1].i)]
    if figure.rule == "asked":
        return _opinion(reading, figure.noun)
    if figure.rule == "doing":
        told = _trimmed([reading.tokens[i] for i in sorted(_said(reading, figure.noun))])
        return f"people {reading.text_of(told[0].i, told[-1].i)}", [reading.words(told[0].i, told[-1].i)]
    runs = _without_holes(_runs(_tokens(reading, figure, figure.noun)))
    text = " ".join(reading.text_of(run[0].i, run[-1].i) for run in runs)
    text = _lowered(reading, text, runs[0][0])
    spans = [reading.words(run[0].i, run[-1].i) for run in runs]
    return (f"share of {text}" if figure.whole is not None else text), spans


def _without_holes(runs: list[list[Token]]) -> list[list[Token]]:
    """Without the preposition that a figure left behind it: "tariffs of (25 percent) on cars"."""
    kept = [
        run[:-1] if len(run) > 1 and run[-1].tag == "IN" and after[0].tag in {"IN", "TO"} else run
        for run, after in pairwise(runs)
    ]
    return [*kept, runs[-1]]


def _clause(what: Token) -> list[Token]:
    """ "What X buys from Y", up to the verb of the sentence."""
    behind = what.sentence.tokens[what.i + 2 - what.sentence.tokens[0].i :][:LONGEST]
    end = next((t for t in behind if t.lemma in SAYING or t.text in {",", "."}), behind[-1])
    return [t for t in what.sentence.tokens if what.i <= t.i < end.i]


def _opinion(reading: Reading, word: Token) -> tuple[str, list[Span]]:
    """What those asked think: "share opposed", "share in favour"."""
    first = word.i - (word.i > 0 and reading.tokens[word.i - 1].lower == "in")
    return f"share {reading.text_of(first, word.i).lower()}", [reading.words(first, word.i)]


def _lowered(reading: Reading, text: str, first: Token) -> str:
    """Without the capital of a sentence's first word, unless that is a name."""
    opening = first.i == first.sentence.tokens[0].i
    plain = (
        opening and not first.tag.startswith("NNP") and reading.mention_at(first) is None and not first.text.isupper()
    )
    plain = plain or (base(first) in lexicon().nouns and not first.text.isupper())
    return text[0].lower() + text[1:] if plain else text


def _tokens(reading: Reading, figure: Figure, noun: Token) -> list[Token]:
    kept = _phrase(reading, noun)
    if figure.counted is not None:
        kept -= {i for c in noun.children if c.dep == "conj" and c.i > noun.i for i in _phrase(reading, c)}
    if figure.rule == "people" and figure.verb is not None and figure.verb.i > noun.i:
        kept |= _said(reading, figure.verb)
    figures = _figures(reading, figure) - {noun.i}
    after = [i for i in figures if i > max(noun.i, figure.last)]
    if figure.quantity.rule == "money" and noun.i < figure.first:
        after.append(figure.first)  # "a grant of $20 million to Malawi"
    kept = {i for i in kept - figures if not after or i < min(after)}
    tokens = [t for t in noun.sentence.tokens if t.i in kept and (t.tag not in FINITE or t in (noun, figure.verb))]
    if len(tokens) > LONGEST:
        tokens = [t for t in tokens if t.i <= noun.i][-LONGEST:]
    return _both_sides(reading, _trimmed(tokens)) or [noun]


def _both_sides(reading: Reading, tokens: list[Token]) -> list[Token]:
    """With the second of two sides that the parser left out: "trade between A (and B)"."""
    if not any(t.lower == "between" for t in tokens):
        return tokens
    last = tokens[-1].sentence.tokens[-1].i
    at = tokens[-1].i + 1
    mention = reading.mention_at(reading.tokens[at + 1]) if at < last and reading.tokens[at].lower == "and" else None
    return [*tokens, *reading.tokens[at : mention.end]] if mention is not None else tokens


def _said(reading: Reading, verb: Token) -> set[int]:
    """A verb with its objects and places, without dates."""
    return {verb.i} | {i for c in verb.children if _follows(reading, c, verb) for i in _phrase(reading, c)}


def _follows(reading: Reading, child: Token, noun: Token) -> bool:
    return child.dep in OBJECTS and child.i > noun.i and not _dated(reading, child)


def _phrase(reading: Reading, noun: Token) -> set[int]:
    """The words of a noun phrase without its clauses, appositions and dates."""
    kept, stack = {noun.i}, [c for c in noun.children if c.dep in (INSIDE | SMALL) - {"nummod"} and c.lemma != "worth"]
    while stack:
        token = stack.pop()
        if token.dep in INSIDE and (_dated(reading, token) or _other_figure(token)):
            continue
        kept.add(token.i)
        stack += [c for c in token.children if c.dep in INSIDE | SMALL]
    return kept | {i for i in list(kept) for i in _hyphened(reading, i)}


def _other_figure(token: Token) -> bool:
    """ "Travellers and 800 lorries", "purchases and $9bn of sales": what is counted beside is another figure."""
    return token.dep == "conj" and (token.tag == "$" or token.child("nummod") is not None)


def _hyphened(reading: Reading, i: int) -> list[int]:
    """The words joined to a word by hyphens before it."""
    out: list[int] = []
    while i >= 2 and reading.tokens[i - 1].text in HYPHENS and reading.tokens[i - 2].end == reading.tokens[i - 1].start:
        i -= 2
        out += [i, i + 1]
    return out


def _figures(reading: Reading, figure: Figure) -> set[int]:
    """The words of the sentence's figures with a unit, and of this one."""
    sentence = figure.head.sentence
    own = set(range(figure.first, figure.last + 1)) | {figure.head.i} - {figure.head.i if figure.counted else -1}
    spans = [a.span for a in reading.amounts_in(sentence.start, sentence.end) if a.rule in {"money", "unit"}]
    return own | {t.i for t in sentence.tokens for s in spans if s.start <= t.start < s.end}


def _dated(reading: Reading, token: Token) -> bool:
    return any(d.span.start <= token.start < d.span.end for d in reading.dates)


def _trimmed(tokens: list[Token]) -> list[Token]:
    while tokens and (tokens[0].pos in {"DET", "PUNCT", "ADP", "CCONJ"} or tokens[0].dep in {"case", "cc"}):
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
