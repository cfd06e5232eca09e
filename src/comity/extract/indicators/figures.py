"""Figures on the tree: each quantity with its words, the noun it counts and what it is in the clause."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from comity.extract.indicators.lexicon import Measure, base, lexicon
from comity.language.gazetteer import gazetteer
from comity.language.reading import Reading
from comity.language.syntax import Sentence, Token
from comity.model import Quantity
from comity.vocab import load

NOUN_REACH = 6
"""So many words may stand between a number and the end of the phrase of the noun it counts."""
BETWEEN = frozenset({"JJ", "NN", "NNP", "VBN", "JJR", "HYPH", "NNPS", "VBG"})


@dataclass(slots=True, eq=False)
class Figure:
    """A quantity in a sentence: its tokens ``first`` to ``last``, its ``head``, the noun it counts where it counts one.

    ``sign`` is 1 or -1 where the figure is a change; ``noun`` heads the phrase that names the measure; ``whole`` the
    phrase of which it is a share, ``against`` the figure that it is held against.
    """

    quantity: Quantity
    first: int
    last: int
    head: Token
    counted: Token | None = None
    sign: int = 0
    basis: str = ""
    measure: Measure | None = None
    noun: Token | None = None
    whole: Token | None = None
    verb: Token | None = None
    rule: str = ""
    against: Figure | None = None

    @property
    def family(self) -> str:
        """The family of its unit: ``money``, ``percent``, ``persons`` …, ``count`` for other nouns,
        ``bare`` for numbers without a noun that are no few, else empty.
        """
        q = self.quantity
        if q.is_money or q.unit in load("amounts")["currency_nouns"]:
            return "money"
        if q.unit in lexicon().families:
            return lexicon().families[q.unit]
        if self.counted is not None:
            return "persons" if is_people(self.counted) else lexicon().families.get(base(self.counted), "count")
        return "bare" if not q.unit and q.value >= lexicon().limits["least_toll"] else ""

    @property
    def percentage(self) -> Decimal:
        """The value as a percentage."""
        q = self.quantity
        return round(q.value * 100, 1) if q.unit == "share" else q.value


def is_people(noun: Token) -> bool:
    """Whether a noun is a word for people of the lexicon, or those of a nation ("90,000 Brazilians")."""
    return _nation(noun) or base(noun) in lexicon().words["people"]


def _nation(noun: Token) -> bool:
    plural = noun.tag.startswith("N") and noun.text.endswith("s")
    return plural and any(entry.kind == "demonym" for entry in gazetteer().lookup(noun.text))


def figures(reading: Reading, sentence: Sentence) -> list[Figure]:
    """The figures of a sentence, without ordinals, conversions in brackets, ages and spans of time."""
    out: list[Figure] = []
    tokens = sentence.tokens
    k = 0
    for quantity in reading.amounts_in(sentence.start, sentence.end):
        while k < len(tokens) and tokens[k].end <= quantity.span.start:
            k += 1
        covered = [t for t in tokens[k:] if t.start < quantity.span.end]
        if not covered or quantity.unit == "ordinal" or quantity.rule == "total":
            continue
        figure = _figure(quantity, covered, tokens)
        if figure.family not in {"time", ""} and not _both(figure) and not _converted(figure, out, tokens):
            out.append(figure)
    return out


def _both(figure: Figure) -> bool:
    """ "Between the two countries": who they are, no figure."""
    return figure.counted is not None and base(figure.counted) in lexicon().words["sides"]


def _figure(quantity: Quantity, covered: list[Token], tokens: list[Token]) -> Figure:
    first, last = covered[0].i, covered[-1].i
    inner = [t for t in covered if t.tag in {"CD", "$"} or t.pos == "SYM"] or covered
    head = inner[-1]
    while not head.is_root and first <= head.head.i <= last and not head.head.is_verb:
        head = head.head
    if (
        head.dep in {"compound", "nummod", "amod"}
        and head.head.i > head.i
        and base(head.head) in lexicon().words["marks"]
    ):
        head = head.head  # "exceeded the 10 billion euro mark"
    if quantity.rule == "unit" and head.tag == "CD" and covered[-1].tag in {"NN", "NNS"}:
        head = covered[-1]  # "16 and 12 per cent": the tree hangs the second number on the first
    figure = Figure(quantity, first, last, head)
    if quantity.rule in {"count", "number", "range"} and not quantity.is_money:
        figure.counted = _counted(figure, tokens)
        figure.head = figure.counted or head
    return figure


def _counted(figure: Figure, tokens: list[Token]) -> Token | None:
    """The noun a number counts: the last word of the figure, or the first plural behind it."""
    offset = tokens[0].i
    own = tokens[figure.last - offset]
    if own.tag in {"NNS", "NN"} and own.i > figure.first:
        return own
    for token in tokens[figure.last - offset + 1 : figure.last - offset + 1 + NOUN_REACH]:
        if (
            token.tag in {"NNS", "NNPS"}
            or _nation(token)
            or token.lemma == figure.quantity.unit
            or _plural_of_letters(token.text)
        ):
            return token
        if token.tag not in BETWEEN:
            return None
    return None


def _plural_of_letters(text: str) -> bool:
    return len(text) > 2 and text[:-1].isupper() and text.endswith("s")


def _converted(figure: Figure, before: list[Figure], tokens: list[Token]) -> bool:
    """Whether it only repeats the figure before it in another unit, in brackets."""
    k = figure.first - tokens[0].i - 1
    return bool(before) and k >= 0 and tokens[k].text == "(" and figure.first - before[-1].last <= 3
