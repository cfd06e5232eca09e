"""Numbers in digits and in words: ``1,234.5``, ``8.3 bn``, ``two hundred``, ``half a million``, ``two-thirds``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from comity.language.amounts.tokens import Token, data, words
from comity.vocab.calendar import months

_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}")
_EUROPEAN = re.compile(r"\d{1,3}(?:\.\d{3}){2,}|\d{1,3}(?:\.\d{3})+(?=,)")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number that ends before token ``end``; ``scale`` is the factor of its scale words, ``digits`` its bare digits.

    ``share`` marks a fraction without a scale ("a third"). ``value`` is exact except for fractions.
    """

    value: Decimal
    end: int
    scale: Decimal = Decimal(1)
    digits: str = ""
    share: bool = False

    @property
    def bare(self) -> bool:
        """Whether it is written as plain digits without separators or scale."""
        return self.digits.isdigit()


def decimal_of(text: str) -> Decimal | None:
    """The value of digits with separators; None where they are no single number (``10.0.0.1``, ``22,24,26``)."""
    if len(text) > data()["limits"]["digits"]:
        return None
    whole, dot, rest = text.rpartition(".")
    if not dot:
        return _with_commas(text)
    if "," in rest:
        return _european(text)
    if "." in whole:
        return Decimal(text.replace(".", "")) if _EUROPEAN.fullmatch(text) else None
    if "," in whole and not _GROUPED.fullmatch(whole):
        return None
    return Decimal(f"{whole.replace(',', '')}.{rest}")


def _with_commas(text: str) -> Decimal | None:
    if "," not in text or _GROUPED.fullmatch(text):
        return Decimal(text.replace(",", ""))
    whole, _, rest = text.partition(",")
    return Decimal(f"{whole}.{rest}") if rest.isdigit() and len(rest) <= 2 else None


def _european(text: str) -> Decimal | None:
    whole, _, rest = text.rpartition(",")
    if not re.fullmatch(r"\d{1,3}(?:\.\d{3})+", whole) or not rest.isdigit():
        return None
    return Decimal(f"{whole.replace('.', '')}.{rest}")


@cache
def openings() -> frozenset[str]:
    """The words and signs that a number can begin with, besides digits."""
    tables = ("numerals", "scales", "articles", "halves", "signs_of_fractions")
    return frozenset(word for table in tables for word in data()[table])


def read(tokens: Sequence[Token], i: int, *, money: bool = False, joined: bool = True) -> Numeral | None:
    """Read the number that begins at token ``i``; None where none does.

    ``money`` says that a currency stands before it (``m`` is then a million); ``joined`` that "and" may be part of it.
    """
    if i >= len(tokens):
        return None
    if tokens[i].kind == "number":
        return _digits(tokens, i, money)
    if tokens[i].low in data()["signs_of_fractions"]:
        top, bottom = data()["signs_of_fractions"][tokens[i].low]
        return Numeral(Decimal(top) / bottom, i + 1, share=True)
    return _half_scale(tokens, i) or _bare_half(tokens, i) or _words(tokens, i, joined)


def _digits(tokens: Sequence[Token], i: int, money: bool) -> Numeral | None:
    value, end, text = decimal_of(tokens[i].text), i + 1, tokens[i].text
    if value is None:
        return None
    if i and tokens[i - 1].low == "." and tokens[i].glued and not tokens[i - 1].glued and text.isdigit():
        value = Decimal(f"0.{text}")
    spaced = _spaced(tokens, i)
    if spaced:
        value, end, text = spaced
    sign = data()["signs_of_fractions"].get(_low(tokens, end))
    if sign and tokens[end].glued:
        value, end, text = value + Decimal(sign[0]) / sign[1], end + 1, ""
    scale, end = scales(tokens, end, money)
    value, end = _and_fraction(tokens, value * scale, scale, end)
    dozen = data()["dozens"].get(_low(tokens, end)) if scale == 1 else None
    if dozen:
        return Numeral(value * dozen, end + 1)
    return Numeral(value, end, scale, text if scale == 1 else "")


def _spaced(tokens: Sequence[Token], i: int) -> tuple[Decimal, int, str] | None:
    """Thousands set apart by spaces (``1 414 021 100``)."""
    if not tokens[i].text.isdigit() or len(tokens[i].text) > 3 or _low(tokens, i - 1) in months(short=True):
        return None
    end, text = i + 1, tokens[i].text
    while end < len(tokens) and end - i < 6 and _thousands(tokens[end], tokens[end - 1]):
        text, end = text + tokens[end].text, end + 1
    return (Decimal(text), end, "") if end > i + 1 else None


def _thousands(token: Token, previous: Token) -> bool:
    whole, _, rest = token.text.partition(".")
    plain = len(whole) == 3 and whole.isdigit() and (not rest or rest.isdigit())
    return token.kind == "number" and token.start == previous.end + 1 and plain


def scales(tokens: Sequence[Token], i: int, money: bool = False) -> tuple[Decimal, int]:
    """The product of the scale words from token ``i`` on, and where they end."""
    table = data()
    scale, end = Decimal(1), i
    power = _letter(tokens, i, money)
    if power is not None:
        return Decimal(10) ** power, i + 1
    while end < len(tokens) and end - i < 4:
        k = end + 1 if tokens[end].low == "-" and end + 1 < len(tokens) and end == i else end
        power = table["scales"].get(tokens[k].low, table["plural_scales"].get(tokens[k].low))
        if power is None:
            break
        scale, end = scale * Decimal(10) ** power, k + 1
    return scale, end


def _letter(tokens: Sequence[Token], i: int, money: bool) -> int | None:
    """The power of a letter right behind the digits (``5m``, ``10k``)."""
    if i >= len(tokens):
        return None
    if money and tokens[i].low in data()["money_scales"]:
        power: int = data()["money_scales"][tokens[i].low]
        return power
    if not tokens[i].glued or tokens[i].text not in data()["glued_scales"]:
        return None
    if tokens[i].text == "m" and not _counts(tokens, i + 1):
        return None
    letter: int = data()["glued_scales"][tokens[i].text]
    return letter


def _counts(tokens: Sequence[Token], i: int) -> bool:
    """Whether a counted noun follows, so that ``5m`` is five million and not five metres."""
    low = _low(tokens, i)
    return low in {noun for forms in data()["nouns"].values() for noun in forms} or (
        len(low) > 4 and low.endswith("s") and low not in words("no_nouns")
    )


def _and_fraction(tokens: Sequence[Token], value: Decimal, scale: Decimal, i: int) -> tuple[Decimal, int]:
    """Add "and a half", "and three quarters" of the scale before it."""
    if _low(tokens, i) != "and":
        return value, i
    top = data()["numerals"].get(_low(tokens, i + 1)) or (1 if _low(tokens, i + 1) in words("articles") else 0)
    bottom = data()["fractions"].get(_low(tokens, i + 2))
    if not top or not bottom or (scale == 1 and _low(tokens, i + 2) in words("rather_ordinal")):
        return value, i
    value, end = value + scale * Decimal(top) / Decimal(bottom), i + 3
    more, end = scales(tokens, end) if scale == 1 else (Decimal(1), end)
    return value * more, end


def _half_scale(tokens: Sequence[Token], i: int) -> Numeral | None:
    """``half a million``, ``half a dozen``, ``a quarter million``, ``three quarters of a billion``."""
    low, k, top = tokens[i].low, i, 1
    if low in words("articles"):
        k = i + 1
    elif low in data()["numerals"]:
        k, top = i + 1, data()["numerals"][low]
    bottom = data()["halves"].get(_low(tokens, k))
    if bottom is None:
        return None
    j = k + 1
    while _low(tokens, j) in ("of", "a", "an", "-") and j < k + 4:
        j += 1
    dozen = data()["dozens"].get(_low(tokens, j))
    scale, end = (Decimal(dozen), j + 1) if dozen else scales(tokens, j)
    return Numeral(Decimal(top) * scale / bottom, end, scale) if scale > 1 else None


def _bare_half(tokens: Sequence[Token], i: int) -> Numeral | None:
    """``half of the``, ``more than half``; "the first half", "half-year" are none."""
    if tokens[i].low != "half":
        return None
    said = _low(tokens, i + 1) in words("after_half") or _low(tokens, i - 1) in words("before_half")
    return Numeral(Decimal("0.5"), i + 1, share=True) if said else None


@dataclass(slots=True)
class _Sum:
    """A number in words while it is read: closed thousands, and the group below them."""

    total: Decimal = Decimal(0)
    group: int | None = None
    last: Decimal = Decimal(10) ** 30
    scale: Decimal = Decimal(1)

    def add(self, number: int) -> bool:
        """Take a number word below a hundred; False where it cannot follow."""
        rest = 0 if self.group is None else self.group % 100
        fits = self.group is None or (rest == 0 and self.group > 0) or (number < 10 and rest >= 20 and rest % 10 == 0)
        if fits:
            self.group = (self.group or 0) + number
        return fits

    def times(self, power: int) -> bool:
        """Take a scale word; False where it cannot follow."""
        factor = Decimal(10) ** power
        if power == 2:
            fits = self.group is not None and 0 < self.group < 100
            self.group = (self.group or 0) * 100 if fits else self.group
            return fits
        if self.group is None:
            self.total, self.scale = self.total * factor, self.scale * factor
            return self.total > 0
        if factor >= self.last:
            return False
        self.total, self.group, self.last, self.scale = self.total + self.group * factor, None, factor, factor
        return True

    @property
    def value(self) -> Decimal:
        """The number so far."""
        return self.total + (self.group or 0)

    @property
    def round(self) -> bool:
        """Whether "and" and a smaller number may follow."""
        return (self.group is None and self.total > 0) or ((self.group or 0) >= 100 and (self.group or 0) % 100 == 0)


def _words(tokens: Sequence[Token], i: int, joined: bool) -> Numeral | None:
    table = data()
    state, end, j = _Sum(), i, i
    if tokens[i].low in words("articles") and _opens(tokens, i + 1):
        state.group, j = 1, i + 1
    elif tokens[i].low in table["scales"] and _low(tokens, i - 1) not in words("vague") and not tokens[i].glued:
        state.group = 1
    while j < len(tokens) and j - i < table["limits"]["tokens"]:
        low = tokens[j].low
        if low == "-" or (low == "and" and joined and state.round):
            if end == i or not _continues(tokens, j + 1) or (low == "and" and _is_fraction(tokens, j + 1)):
                break
            j += 1
            continue
        if not _take(state, low, first=end == i):
            break
        j = end = j + 1
    return _finish(tokens, i, end, state)


def _opens(tokens: Sequence[Token], i: int) -> bool:
    return any(_low(tokens, i) in data()[table] for table in ("scales", "dozens", "fractions"))


def _continues(tokens: Sequence[Token], i: int) -> bool:
    return _low(tokens, i) in data()["numerals"] or _low(tokens, i) in data()["scales"]


def _is_fraction(tokens: Sequence[Token], i: int) -> bool:
    return _low(tokens, i) in data()["numerals"] and _low(tokens, i + 1) in data()["fractions"]


def _take(state: _Sum, low: str, *, first: bool) -> bool:
    table = data()
    if low in table["numerals"]:
        return state.add(table["numerals"][low])
    power = table["scales"].get(low)
    return power is not None and (not first or state.group is not None) and state.times(power)


def _finish(tokens: Sequence[Token], i: int, end: int, state: _Sum) -> Numeral | None:
    """Close a number in words with what may follow it: "point five", "and a half", "dozen", "thirds"."""
    table = data()
    if end == i and state.group is None:
        return None
    end = max(end, i + 1)
    value = state.value
    if (dozen := table["dozens"].get(_low(tokens, end))) is not None:
        return Numeral(value * dozen, end + 1)
    if (share := _share(tokens, i, end, value)) is not None:
        return share
    if end == i + 1 and tokens[i].low in words("articles"):
        return None
    value, end = _point(tokens, value, end)
    value, end = _and_fraction(tokens, value, state.scale, end)
    return Numeral(value, end, state.scale)


def _point(tokens: Sequence[Token], value: Decimal, i: int) -> tuple[Decimal, int]:
    """Add "point five", "point two seven" and a scale behind it."""
    if _low(tokens, i) != "point":
        return value, i
    end, digits = i + 1, ""
    while _low(tokens, end) in data()["numerals"] and end - i < 8:
        digits, end = digits + str(data()["numerals"][_low(tokens, end)]), end + 1
    if not digits:
        return value, i
    scale, end = scales(tokens, end)
    return (value + Decimal(f"0.{digits}")) * scale, end


def _share(tokens: Sequence[Token], i: int, end: int, value: Decimal) -> Numeral | None:
    """``two-thirds``, ``a quarter of``; "a third country" and "the first quarter" are none."""
    hyphen = _low(tokens, end) == "-"
    k = end + 1 if hyphen else end
    low = _low(tokens, k)
    bottom = data()["fractions"].get(low)
    if bottom is None or value == 0:
        return None
    many = low.endswith("s") and value > 1
    following = _low(tokens, k + 1)
    closed = k + 1 >= len(tokens) or (tokens[k + 1].kind == "sign" and following != "-")
    open_end = closed or following in words("after_share")
    if not (many or (value == 1 and (hyphen or open_end))):
        return None
    return Numeral(value / Decimal(bottom), k + 1, share=True)


def _low(tokens: Sequence[Token], i: int) -> str:
    return tokens[i].low if 0 <= i < len(tokens) else ""
