"""Changes: whether a figure says by how much something rose or fell, and against what."""

from __future__ import annotations

from comity.extract.indicators.figures import Figure
from comity.extract.indicators.lexicon import lexicon
from comity.language.reading import Reading
from comity.language.syntax import Sentence

CHANGING = frozenset({"percent", "share"})
REACH = 4
"""So many words around a figure are looked at for the word of change."""


def mark_change(reading: Reading, sentence: Sentence, figure: Figure) -> None:
    """Set ``sign`` and ``basis`` where the figure is a change ("up 12 percent", "a 5% drop year-on-year")."""
    if figure.family not in CHANGING:
        return
    figure.sign = _before(sentence, figure) or _behind(sentence, figure) or _governing(figure)
    if figure.sign:
        figure.basis = _basis(reading, sentence, figure)


def _before(sentence: Sentence, figure: Figure) -> int:
    words, offset = lexicon().words["before"], sentence.tokens[0].i
    for token in reversed(sentence.tokens[max(0, figure.first - offset - REACH) : figure.first - offset]):
        if sign := lexicon().signs.get(token.lower, 0):
            previous = sentence.tokens[max(0, token.i - offset - 1)]
            return 0 if previous.lemma in lexicon().words["not_up"] else sign
        if token.lower not in words and token.tag != "RB":
            return 0
    return 0


def _behind(sentence: Sentence, figure: Figure) -> int:
    words, offset = lexicon().words["after"], sentence.tokens[0].i
    for token in sentence.tokens[figure.last - offset + 1 : figure.last - offset + 1 + 2 * REACH]:
        sign = lexicon().signs.get(token.lower, 0)
        if sign and token.tag in {"NN", "NNS", "JJR", "RBR"}:
            return sign
        if token.lower not in words:
            return 0
    return 0


def _governing(figure: Figure) -> int:
    """ "cut its imports by 10 percent": the verb above, where the figure hangs on "by"."""
    by = any(c.dep == "case" and c.lower == "by" for c in figure.head.children)
    return lexicon().signs.get(figure.head.head.lower, 0) if by else 0


def _basis(reading: Reading, sentence: Sentence, figure: Figure) -> str:
    reach = lexicon().limits["basis_reach"]
    start = max(sentence.start, figure.quantity.span.start - reach // 2)
    window = reading.view.text[start : min(sentence.end, figure.quantity.span.end + reach)]
    window = " ".join(window.lower().split())
    return next((name for phrase, name in lexicon().bases if phrase in window), "")


def attach(levels: list[Figure], change: Figure) -> Figure | None:
    """The level that a change belongs to: that of the same measure, else the nearest one that names none of its own."""
    fitting = [f for f in levels if _fits(f, change)]
    same = [f for f in fitting if f.noun is not None and f.noun is change.noun]
    before = [f for f in fitting if f.first < change.first]
    if before and change.noun is not None and change.noun.i > change.last and change.rule not in {"held", "noun"}:
        return before[-1]
    if same or change.noun is not None:
        return same[0] if same else None
    return next(iter([*before[::-1], *fitting]), None)


def _fits(level: Figure, change: Figure) -> bool:
    """Ranks and shares do not rise by percentages, nor does the level that is only compared with."""
    return level.family not in {"rank", "share"} and not (level.whole and level.first > change.first)
