"""Sums of what is sold and bought: "sold goods worth $5 billion", "imported 85 billion rupees' worth of oil".

The verb near the sum says whether these are exports or imports; trees seldom hold this.
"""

from __future__ import annotations

from collections.abc import Sequence

from comity.extract.indicators.figures import Figure
from comity.extract.indicators.lexicon import Measure, base, lexicon
from comity.language.syntax import Token

NEAR = 4
"""So many words before the goods or behind their sum are searched for the verb."""
OWNING = frozenset({"'", "’", "'s", "’s"})


def goods_moved(figure: Figure, tokens: Sequence[Token]) -> tuple[Token, Measure] | None:
    """The verb that says what a sum measures, and its class; None where no goods are told of."""
    verb = _of_goods_worth(figure, tokens) or _of_worth_of(figure, tokens)
    lex = lexicon()
    measure = lex.goods_verbs.get(verb.lemma) or lex.flow_verbs.get(verb.lemma) if verb is not None else None
    return (verb, measure) if verb is not None and measure is not None else None


def _of_goods_worth(figure: Figure, tokens: Sequence[Token]) -> Token | None:
    """ "Goods worth $5 billion were sold": the verb before the goods or behind their sum."""
    k = figure.first - tokens[0].i - 2
    if k < 0 or tokens[k + 1].lemma != "worth" or base(tokens[k]) not in lexicon().words["goods"]:
        return None
    behind = figure.last - tokens[0].i + 1
    near = [*tokens[max(0, k - NEAR) : k][::-1], *tokens[behind : behind + NEAR]]
    return next((t for t in near if t.is_verb or t.lower in lexicon().goods_verbs), None)


def _of_worth_of(figure: Figure, tokens: Sequence[Token]) -> Token | None:
    """ "Received $3 billion worth of oil": the nearest verb before the sum."""
    at = figure.last - tokens[0].i + 1
    near = [t.lower for t in tokens[at : at + 3] if t.lower not in OWNING]
    if figure.family != "money" or near[:2] != ["worth", "of"]:
        return None
    return next((t for t in reversed(tokens[: figure.first - tokens[0].i]) if t.is_verb), None)
