"""Names of things: how far a noun phrase goes, whether it points back, and what it shares with another.

Parsers attach the later parts of a long name badly, so its end is found from left to right; only its modifiers are
read off the tree.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from comity.language.gazetteer import fold
from comity.language.reading import Reading
from comity.language.syntax import Token
from comity.model import Span
from comity.vocab import load

LONGEST_COMPLEMENT = 14
_MODIFIERS = frozenset(
    {"amod", "compound", "nummod", "flat", "nmod:desc", "advmod", "goeswith", "dep", "nmod:unmarked"}
)
_PUNCTUATION = frozenset({"-", "–", "—", "/", "&", "“", "”", '"', "'", "‘", "’", "+"})
_HYPHENS = frozenset({"-", "–", "—"})
_QUOTES = frozenset({"“", '"', "‘", "”", "'"})
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Phrase:
    """The name of a thing: tokens ``first`` to ``last`` are modifiers, head and acronym; up to ``end`` its complement.

    ``determiner`` is the lower-cased article or possessive before it, empty where there is none.
    """

    head: Token
    first: int
    last: int
    end: int
    determiner: str = ""

    def text(self, reading: Reading) -> str:
        """The name as written, with its complement."""
        return reading.text_of(self.first, self.end)

    def span(self, reading: Reading) -> Span:
        """The words of the name in the stored text."""
        return reading.words(self.first, self.end)

    @property
    def plural(self) -> bool:
        """Whether more than one thing is named."""
        return self.head.tag in {"NNS", "NNPS"}


@cache
def words(name: str, part: str = "") -> frozenset[str]:
    """A list of ``vocab/phrases.yaml``."""
    content = load("phrases")[name]
    return frozenset(content[part] if part else content)


@cache
def papers() -> frozenset[str]:
    """Heads of instruments: counted behind an "and", they are others than the one before ("and two protocols")."""
    return frozenset(word for word, spec in load("agreements")["heads"].items() if not spec.get("weak"))


def phrase(
    reading: Reading, head: Token, last: int | None = None, *, complements: frozenset[str] | None = None
) -> Phrase:
    """The phrase of a head noun; ``last`` where the name goes beyond the head ("memorandum of understanding").

    ``complements`` are the prepositions that may open its complement, by default those of ``vocab/phrases.yaml``.
    """
    tokens = reading.tokens
    first = _first(reading, head)
    last = _acronym(tokens, max(last or 0, head.i))
    first = _with_figure(reading, first)
    before = tokens[first - 1] if first > head.sentence.tokens[0].i else None
    determiner = before.lower if before is not None and before.lower in words("determiners") else ""
    if before is not None and (before.tag in {"POS"} or before.dep == "nmod:poss"):
        determiner = "'s"
    return Phrase(head, first, last, _end(reading, last, head, complements or words("complements")), determiner)


def _first(reading: Reading, head: Token) -> int:
    tokens, start = reading.tokens, head.sentence.tokens[0].i
    i = head.i
    while i > start and (_modifies(tokens[i - 1], i - 1, head, tokens) or _place(reading, i - 1, head)):
        i -= 1
    while i < head.i and (tokens[i].text in {"-", "–", "—", "/", "&", "’s", "”", "’"} or tokens[i].dep == "cc"):
        i += 1
    if i - 3 >= start and tokens[i - 1].lower == "and" and tokens[i - 2].tag == "NN" and tokens[i - 3].tag == "DT":
        i -= 2
    inside = [t.text for t in tokens[i : head.i] if t.text in _QUOTES]
    return i + 1 if tokens[i].text in _QUOTES and len(inside) % 2 and tokens[i].text == inside[0] else i


def _place(reading: Reading, i: int, head: Token) -> bool:
    """Whether a word before a common noun is part of the name of a place ("the A - B railway")."""
    mention = reading.references.at.get(i)
    named = mention is not None and mention.entity.kind == "place" and mention.form == "name"
    return named and (head.text.islower() or _joined(reading.tokens, i))


def _joined(tokens: Sequence[Token], i: int) -> bool:
    """Whether a name is joined to another by a hyphen ("A-B Railway")."""
    around = [(tokens[k], tokens[k + k - i]) for k in (i - 1, i + 1) if 0 < k < len(tokens) - 1]
    return any(hyphen.text in _HYPHENS and beyond.text[0].isupper() for hyphen, beyond in around)


def _with_figure(reading: Reading, first: int) -> int:
    """The first word, or that of the sum or number that ends right before it ("US$1.5 billion" of a "… deal")."""
    if not first:
        return first
    before = reading.tokens[first - 1]
    for figure in reading.amounts_in(reading.tokens[max(0, first - 6)].start, before.end):
        if figure.span.end == before.end:
            while first > 0 and reading.tokens[first - 1].start >= figure.span.start:
                first -= 1
    return first


def _modifies(token: Token, i: int, head: Token, tokens: Sequence[Token]) -> bool:
    if token.text in _PUNCTUATION:
        return token.text not in {"—"} or token.head.within(head)
    if token.lower in words("determiners") or token.tag in {"DT", "PRP$", "IN", "POS", "WDT", "TO", "MD"}:
        return False
    if (
        token.tag in {"NNP", "NNPS"}
        and i + 1 < head.i + 1
        and (head.text.islower() or token.head.tag.startswith("NNP"))
    ):
        return _premodifier(token, head) or head.text.islower()
    if (token.tag in {"VBG", "VBN"} and i and tokens[i - 1].text == "-") or tokens[i + 1].text == "-":
        return True
    if token.dep == "cc":
        return (
            token.head.i < head.i and token.head.i > i and token.head.dep == "conj" and _premodifier(token.head, head)
        )
    return _premodifier(token, head)


def _premodifier(token: Token, head: Token) -> bool:
    """Whether a word left of the head belongs to the head through modifiers alone."""
    for _ in range(5):
        if token.dep not in _MODIFIERS and token.dep not in {"conj", "nmod", "appos"}:
            return False
        if token.dep == "nmod" and not token.tag.startswith(("NN", "CD")):
            return False
        token = token.head
        if token is head:
            return True
        if token.i > head.i:
            return token.dep in {"flat", "appos", "compound"} and token.head is head
    return False


def _acronym(tokens: Sequence[Token], last: int) -> int:
    if last + 3 < len(tokens) and tokens[last + 1].text == "(" and tokens[last + 3].text == ")":
        return last + 3
    return last


def _end(reading: Reading, last: int, head: Token, complements: frozenset[str]) -> int:
    """The last word of the complement of a name that ends at ``last``."""
    tokens, stop = reading.tokens, head.sentence.tokens[-1].i
    i = last + 1
    if i > stop or tokens[i].lower not in complements or _opens_date(reading, i) or _place_and_day(reading, i):
        return last
    if tokens[i].tag == "TO" and not (i < stop and tokens[i + 1].tag in {"VB", "DT", "NNP", "NN", "NNS"}):
        return last
    limit = min(stop, last + LONGEST_COMPLEMENT)
    while i <= limit and not _stops(reading, i, stop, head):
        i += 1
    told = any(t.tag.startswith(("N", "CD", "JJ", "PRP")) for t in tokens[last + 1 : i])
    if tokens[last + 1].tag == "TO" and not told:
        return last  # "an MoU to take this forward", "deals to announce"
    return _trimmed(tokens, last, min(i, limit + 1) - 1)


def _stops(reading: Reading, i: int, stop: int, head: Token) -> bool:
    tokens = reading.tokens
    token = tokens[i]
    if token.text in {",", ";", ":", ".", "—", "–", "?", "!", "]", ")"} or token.lower in words("ends"):
        return token.text != "–" or not (i < stop and tokens[i + 1].tag.startswith("NNP"))
    if token.tag in {"VBD", "VBZ", "VBP", "MD", "WDT", "WP", "WRB"}:
        return True
    if token.lower == "at" and i < stop and tokens[i + 1].lower in {"a", "an"}:
        return True  # "at a cost of", "at a ceremony"
    if token.tag == "VBN" and tokens[i - 1].tag.startswith("N") and token.dep in {"acl", "acl:relcl"}:
        return True
    if token.lower in words("complements") and (_opens_date(reading, i) or _place_and_day(reading, i)):
        return True
    if token.tag == "CC" and i < stop:
        after = tokens[i + 1]
        if after.lower == "the" and any(t.lower == "between" for t in tokens[i - 8 : i]):
            return False
        another = after.head if after.dep in {"det", "nummod"} else after
        if any(c is another for c in head.conjuncts) or (after.tag == "CD" and another.lemma in papers()):
            return True
        return after.lower in words("openers") or (after.is_verb and tokens[i - 1].tag not in {"VB", "VBG"})
    return _is_date(reading, token)


def _opens_date(reading: Reading, i: int) -> bool:
    lasting = reading.tokens[i].lower == "for" and _lasts(reading, i + 1)
    return i + 1 < len(reading.tokens) and (
        lasting
        or _is_date(reading, reading.tokens[i + 1])
        or (
            i + 2 < len(reading.tokens)
            and reading.tokens[i + 1].lower == "the"
            and _is_date(reading, reading.tokens[i + 2])
        )
    )


def _place_and_day(reading: Reading, i: int) -> bool:
    """ "Signed a plan for trade in Doha on Monday": where and when it was done, which is no part of the name."""
    place = reading.references.at.get(i + 1) if reading.tokens[i].lower in {"in", "at"} else None
    return place is not None and place.entity.kind == "place" and _opens_date(reading, place.end)


def _lasts(reading: Reading, i: int) -> bool:
    """Whether a span of time begins at or right behind a word ("more than a decade")."""
    near = reading.tokens[i : i + 3]
    dates = reading.dates_in(near[0].start, near[-1].end) if near else []
    return any(d.timex_type == "DURATION" and d.span.start <= near[-1].start for d in dates)


def _is_date(reading: Reading, token: Token) -> bool:
    return any(
        d.span.start == token.start and d.timex_type != "DURATION" for d in reading.dates_in(token.start, token.end)
    )


def _trimmed(tokens: Sequence[Token], last: int, end: int) -> int:
    while end > last and (
        tokens[end].tag in {"IN", "CC", "TO", "DT", "PRP$", "POS", "RB", "("}
        or tokens[end].text in {"(", "“", '"', "-"}
    ):
        end -= 1
    return _bracketed(tokens, last, end)


def _bracketed(tokens: Sequence[Token], last: int, end: int) -> int:
    """The end, with the bracket that closes right behind it; before a bracket that stays open."""
    opened = [t.i for t in tokens[last + 1 : end + 1] if t.text == "("]
    if len(opened) <= sum(t.text == ")" for t in tokens[last + 1 : end + 1]):
        return end
    return end + 1 if end + 1 < len(tokens) and tokens[end + 1].text == ")" else opened[-1] - 1


def modifiers(reading: Reading, found: Phrase) -> list[str]:
    """The words before the head, lower-cased; of a hyphenated word its parts and the whole ("cross-border")."""
    words_before = [t.lower for t in reading.tokens[found.first : found.head.i]]
    joined = "".join(w if w in _HYPHENS else f" {w} " for w in words_before).replace(" - ", "-")
    whole = [w for w in joined.split() if "-" in w]
    return [*(w for w in words_before if w not in _HYPHENS), *whole]


def content_words(text: str) -> frozenset[str]:
    """The words of a name that tell it from others: folded, cut to six letters, without function words."""
    skip = words("determiners") | words("complements") | {"and", "s", "de"}
    return frozenset(w[:6] for w in _WORD.findall(fold(text).lower()) if w not in skip)


def likeness(one: str, other: str) -> float:
    """Share of words that two names have in common, from 0 to 1 (Dice)."""
    a, b = content_words(one), content_words(other)
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def proper(reading: Reading, found: Phrase) -> bool:
    """Whether it is a proper name: the head and a telling word beside it are capitalised inside a sentence."""
    if found.head.sentence.block.zone == "headline" or not found.head.text[:1].isupper():
        return False
    if found.determiner == "this" and found.head.text[0].isupper() and found.last > found.head.i:
        return True
    capitals = [t.lower for t in reading.tokens[found.first : found.end + 1] if t.text[:1].isupper()]
    return len(capitals) >= 2 and not words("generic_names").issuperset(capitals)


def tells_apart(earlier: Phrase, quotes: Iterable[Span], later: Phrase) -> bool:
    """Whether nouns before the head of ``later`` name what neither ``earlier`` nor its sentences do ("the visa waiver
    agreement" after "an extradition treaty"), so that the article does not point back to it.
    """
    own = {fold(t.lemma) for t in _before_head(later) if t.tag.startswith("N") and t.lower not in words("units")}
    known = {word for quote in quotes for word in _WORD.findall(fold(quote.exact))}
    known |= {fold(t.lemma) for t in earlier.head.sentence.tokens}
    theirs = any(t.tag.startswith("N") for t in _before_head(earlier)) or earlier.end > earlier.last
    return bool(own) and theirs and own.isdisjoint(known)


def _before_head(found: Phrase) -> list[Token]:
    offset = found.head.sentence.tokens[0].i
    return found.head.sentence.tokens[found.first - offset : found.head.i - offset]
