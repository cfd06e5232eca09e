"""Figures that lean on another of their sentence: "16 and 12 per cent", "50 million euros, of which 8 million …"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from comity.extract.indicators.figures import Figure
from comity.extract.indicators.lexicon import Measure, base, lexicon
from comity.language.syntax import Token

NEAR = 4
"""So many words on either side of a number may hold the "of which" that ties it to an earlier sum."""
FAR = 8
"""So many words behind a sum may hold what is done with it or what it consists of."""
TRADE = frozenset({"trade", "exports", "imports"})
CONSISTING = frozenset({"consist", "be", "comprise", "represent"})
LEADING = frozenset({"of", "due", "to", "in", "question", "that", "it", "them"})
WHOLES = frozenset({"which", "it", "that", "this", "them"})
HELPING = frozenset({"be", "have"})
PAIRING = (["and"], ["or"], [","], [",", "and"])


def share_unit(figure: Figure, earlier: Sequence[Figure], tokens: Sequence[Token]) -> None:
    """Give a number the currency of the sum that it is part of."""
    sum_before = next((f for f in reversed(earlier) if f.family == "money"), None)
    if figure.family == "bare" and figure.counted is None and sum_before is not None and _part(figure, tokens):
        figure.quantity = replace(figure.quantity, unit=sum_before.quantity.unit)


def _part(figure: Figure, tokens: Sequence[Token]) -> bool:
    first, last = figure.first - tokens[0].i, figure.last - tokens[0].i
    before = [t.lower for t in tokens[max(0, first - NEAR) : first]]
    behind = [t.lower for t in tokens[last + 1 : last + 3]]
    led = "which" in before and before[before.index("which") - 1] == "of"
    return led or (behind[:1] == ["of"] and not WHOLES.isdisjoint(behind[1:]))


def pair_up(found: Sequence[Figure], tokens: Sequence[Token]) -> None:
    """Two percentages side by side say the same of two things: what one measures, the other measures too."""
    for one, other in pairwise(found):
        between = [t.lower for t in tokens[one.last + 1 - tokens[0].i : other.first - tokens[0].i]]
        if one.family != other.family or one.sign or other.sign or between not in PAIRING or one.whole or other.whole:
            continue
        blank, full = (one, other) if one.measure is None else (other, one)
        if blank.measure is None and full.measure is not None:
            blank.measure, blank.noun, blank.verb, blank.rule = full.measure, full.noun, full.verb, full.rule


def done_with(figure: Figure, tokens: Sequence[Token]) -> tuple[Token, Measure] | None:
    """The participle that says what is done with a sum, and its measure: "66 million of it has been earmarked"."""
    lex = lexicon()
    start = figure.last + 1 - tokens[0].i
    helped = False
    for token in tokens[start : start + FAR]:
        if token.lemma in HELPING:
            helped = True
        elif helped and token.tag in {"VBN", "VBD"}:
            measure = lex.measures["funding"] if token.lemma in lex.words["paid_verbs"] else lex.verbs.get(token.lemma)
            return (token, measure) if measure is not None else None
        elif token.tag != "RB" and token.lower not in LEADING:
            return None
    return None


def trade_part(figure: Figure, tokens: Sequence[Token], earlier: Figure | None) -> tuple[Token, Measure] | None:
    """What a part of trade consists of: "of which $17bn consisted of purchases and $9bn of sales"."""
    start = figure.last + 1 - tokens[0].i
    for token in tokens[start : start + FAR]:
        named = lexicon().nouns.get(base(token))
        if name := traded(token, earlier) or (named.name if named is not None and named.name in TRADE else ""):
            return token, lexicon().measures[name]
        if not (token.lower == "of" or token.lemma in CONSISTING or token.tag in {"JJ", "NNP", "DT", "PRP$"}):
            return None
    return None


def traded(noun: Token, earlier: Figure | None) -> str:
    """The class that a part of trade has after trade itself was told ("Services added another $2bn"); else empty."""
    known = earlier is not None and earlier.measure is not None and earlier.measure.name in TRADE
    return lexicon().trade_parts.get(base(noun), "") if known else ""
