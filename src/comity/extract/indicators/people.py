"""People whom a verb or adjective counts: the dead of a fight, those who fled, returned or study abroad.

The words behind the number are read, not the tree, which seldom holds them: "some 300,000 have fled their homes",
"120 dead and 340 wounded", "1.7 million refugees, 900,000 of them registered with the UN".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from comity.extract.indicators.figures import Figure, is_people
from comity.extract.indicators.lexicon import Measure, lexicon
from comity.language.syntax import Token

PHRASE = frozenset({"JJ", "NN", "NNS", "NNP", "NNPS", "HYPH", "POS"})
SMALL = frozenset({"of", "the", "from", "in", "a", "at", "or", "and", "worth"})
COUNTED = frozenset({"CD", "$"})
PARTS = frozenset({"them", "whom", "these", "those"})
MOST = 11
"""So many words behind the counted noun may stand before what is said of the people."""
NEAR = 9
"""So many words before a number are searched for a noun of loss."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of people: the word that says it, its measure, and whether they are part of those counted before."""

    word: Token
    measure: Measure
    part: bool


def toll_of(figure: Figure, tokens: Sequence[Token]) -> Told | None:
    """The dead, hurt, missing or displaced that a number counts; None for what one act does to a few people."""
    lex = lexicon()
    if figure.quantity.value < lex.limits["least_toll"] or figure.family not in {"bare", "persons"}:
        return None
    word, part = _behind(figure, tokens)
    if word is None or word.lemma not in lex.tolls:
        word, part = _before(figure, tokens), False
    return Told(word, lex.tolls[word.lemma], part) if word is not None and not _done_by_one(word) else None


def _done_by_one(word: Token) -> bool:
    """Whether somebody named does it to them: then the number belongs to that act."""
    acts = lexicon().words["single_acts"]
    behind = [c for c in word.children if c.i > word.i]
    return any(any(x.lower == "by" for x in c.all("case")) or (word.lemma != "die" and c.lemma in acts) for c in behind)


def antecedent(figure: Figure, tokens: Sequence[Token]) -> Token | None:
    """The people of whom a number counts a part: "students, some 2,000 of whom study abroad"."""
    before = tokens[max(0, figure.first - tokens[0].i - NEAR) : figure.first - tokens[0].i]
    return next((t for t in reversed(before) if is_people(t)), None)


def _before(figure: Figure, tokens: Sequence[Token]) -> Token | None:
    """ "The death toll rose to 150"; tolls are paid."""
    at = figure.first - tokens[0].i
    near = tokens[max(0, at - NEAR) : at]
    return next((t for t in near if figure.counted is None and t.lower in lexicon().words["toll_nouns"]), None)


def doing_of(figure: Figure, tokens: Sequence[Token]) -> Told | None:
    """What many people do or what is done to them, where a verb of the lexicon says so."""
    many = figure.quantity.value >= lexicon().limits["least_people"]
    if not many or figure.family not in {"bare", "persons"}:
        return None
    if (moved := _moved(figure, tokens)) is not None:
        return Told(moved, lexicon().measures["people"], False)
    word, part = _behind(figure, tokens)
    if word is None or word.lemma not in lexicon().words["people_verbs"]:
        return None
    return Told(word, lexicon().measures["people"], part) if part or not word.tag.startswith("N") else None


def _moved(figure: Figure, tokens: Sequence[Token]) -> Token | None:
    """ "The influx of more than 40,000 refugees"."""
    at = figure.first - tokens[0].i
    near = tokens[max(0, at - NEAR // 2) : at]
    of = next((k for k, t in enumerate(near) if t.lower == "of" and k), None)
    noun = near[of - 1] if figure.counted is not None and of is not None else None
    return noun if noun is not None and noun.lemma in lexicon().words["people_moving"] else None


def _behind(figure: Figure, tokens: Sequence[Token]) -> tuple[Token | None, bool]:
    """The first word that says something, behind the counted noun, its "of them" and what helps the verb."""
    counted, words = figure.counted, lexicon().words
    start = max(figure.last, counted.i if counted is not None else 0) - tokens[0].i + 1
    part, phrase = False, counted is not None
    for token in tokens[start : start + MOST]:
        if token.lower in PARTS:
            part, phrase = True, False
        elif token.lemma in words["helping"] or token.tag in {"MD", "RB", "TO"}:
            phrase = False
        elif token.lower == "of" or (phrase and (token.lower in SMALL or token.tag in COUNTED)):
            continue
        elif not (phrase and token.tag in PHRASE and token.lemma not in words["people_verbs"] | set(lexicon().tolls)):
            return token, part
    return None, part
