"""One figure: qualifier, sign, currency, number, scale, unit; and two of them as a range."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from comity.language.amounts import guards, numerals, units
from comity.language.amounts.tokens import Token, data, phrases, words
from comity.model.amounts import Qualifier


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure over tokens ``[first, end)``; ``number`` is the token of its number, ``shown`` ends the marked text."""

    first: int
    end: int
    value: Decimal
    unit: str = ""
    qualifier: Qualifier = "exact"
    upper: Decimal | None = None
    scale: Decimal = Decimal(1)
    rule: str = "number"


@cache
def openings() -> frozenset[str]:
    """The words and signs that a figure can begin with, besides digits."""
    own = (*data()["multiples"], *phrases("percent").openings, *words("minus"))
    return frozenset(own) | units.openings() | numerals.openings()


def read(tokens: Sequence[Token], i: int, floor: int) -> list[Figure]:
    """Read the figure that begins at token ``i`` without its qualifier; none, one, or two ("from 5 to 7 percent").

    ``floor`` is the first token that no earlier figure has taken.
    """
    if (times := data()["multiples"].get(tokens[i].low)) is not None:
        return [qualify(tokens, Figure(i, i + 1, Decimal(times), "times", rule="multiple"), floor)]
    between = _low(tokens, i - 1) == "between"
    figure = _single(tokens, i, joined=not between)
    if figure is None:
        return []
    pair = _range(tokens, i, figure, between)
    if pair is None:
        return [qualify(tokens, figure, floor)] if _wanted(tokens, i, figure) else []
    return [qualify(tokens, pair[0], floor), *pair[1:]]


def _single(tokens: Sequence[Token], i: int, *, joined: bool = True) -> Figure | None:
    if (share := _share_of(tokens, i)) is not None:
        return share
    money = units.currency_before(tokens, i)
    k = money[1] if money else i
    negative = k < len(tokens) and _is_minus(tokens, k)
    k += negative
    if money is None and k < len(tokens) and guards.is_label(tokens, k):
        return None
    numeral = numerals.read(tokens, k, money=money is not None, joined=joined)
    if numeral is None or (negative and numeral.share):
        return None
    value = -numeral.value if negative else numeral.value
    figure = Figure(i, numeral.end, value, scale=numeral.scale)
    if money is not None:
        return _with_money(tokens, figure, money[0])
    if guards.is_date(tokens, k, numeral):
        return None
    return _with_unit(tokens, figure, numeral)


def _share_of(tokens: Sequence[Token], i: int) -> Figure | None:
    """``percent of 10``, said for ten percent when neither a number stands before nor a noun behind."""
    found = phrases("percent").at(tokens, i)
    if found is None or _low(tokens, found[1]) != "of" or _low(tokens, i - 1) in data()["numerals"]:
        return None
    numeral = numerals.read(tokens, found[1] + 1)
    if numeral is None or (numeral.end < len(tokens) and tokens[numeral.end].kind == "word"):
        return None
    return Figure(i, numeral.end, numeral.value, "percent", rule="unit")


def _is_minus(tokens: Sequence[Token], i: int) -> bool:
    if tokens[i].low not in words("minus") or i + 1 >= len(tokens):
        return False
    if tokens[i].kind == "word":
        return True
    return tokens[i + 1].glued and (not tokens[i].glued or _low(tokens, i - 1) in ("(", "<", ">", "="))


def _with_money(tokens: Sequence[Token], figure: Figure, code: str) -> Figure:
    """A currency stands before: what stands behind may repeat it ("US$5 million dollars") and is no other unit."""
    again = units.unit_after(tokens, figure.end)
    spelled = again is not None and again[0] == code and tokens[figure.end].low != "$" and figure.scale > 1
    return replace(figure, unit=code, end=again[1] if spelled and again else figure.end, rule="money")


def _with_unit(tokens: Sequence[Token], figure: Figure, numeral: numerals.Numeral) -> Figure | None:
    found = units.unit_after(tokens, numeral.end)
    if found is not None and _fits(tokens, numeral, found):
        unit, end = found
        scale, after = numerals.scales(tokens, end) if unit.isupper() else (Decimal(1), end)
        rule = "money" if len(unit) == 3 and unit.isupper() else "unit"
        return replace(figure, value=figure.value * scale, unit=unit, end=after, rule=rule)
    if numeral.share:
        return replace(figure, unit="share", rule="share")
    noun = units.noun_after(tokens, numeral.end)
    if noun is None:
        return figure
    return replace(figure, unit=noun[0], end=noun[1] or figure.end, rule="count")


def _fits(tokens: Sequence[Token], numeral: numerals.Numeral, found: tuple[str, int]) -> bool:
    """A sign or code behind a number belongs to the next number when it stands right before that one."""
    unit, end = found
    if unit == "foot" and tokens[end - 1].low == "foot" and tokens[numeral.end].low != "-":
        return False
    if tokens[end - 1].low in data()["currency_signs"] and end < len(tokens):
        return not (tokens[end].kind == "number" and tokens[end].glued)
    return True


def _wanted(tokens: Sequence[Token], i: int, figure: Figure) -> bool:
    """ "One" alone is mostly no number, and four plain digits alone are a year."""
    if figure.rule in ("money", "unit", "share"):
        return True
    if figure.end == i + 1 and tokens[i].low == "one":
        return False
    token = tokens[i]
    year = token.text.isdigit() and figure.end == i + 1 and data()["limits"]["year_from"] <= figure.value
    return not (year and len(token.text) == 4 and figure.value <= data()["limits"]["year_to"] and not figure.unit)


def _range(tokens: Sequence[Token], i: int, low: Figure, between: bool) -> list[Figure] | None:
    """Join two numbers to a range; "from 5 to 7 percent" is a change and stays two figures of one unit."""
    k = low.end
    if low.rule == "count" or k + 1 >= len(tokens):
        return None
    if not (tokens[k].low in words("range_signs") or (between and tokens[k].low == "and")):
        return None
    high = _single(tokens, k + 1)
    money = low.rule == "money"
    if high is None or not (low.unit in ("", high.unit) or (money and high.rule in ("number", "count"))):
        return None
    scale = high.scale if low.scale == 1 and (money or not low.unit) else Decimal(1)
    high = replace(high, unit=low.unit, rule="money") if money else high
    low = replace(low, value=low.value * scale, unit=high.unit, rule=high.rule)
    if high.value <= low.value or (_year(tokens, i, low) and _year(tokens, k + 1, high)):
        return None if high.value > low.value else _apart(low, high, scale)
    if _low(tokens, i - 1) == "from" and tokens[k].kind == "word":
        return [low, replace(high, first=k + 1)]
    return [replace(low, end=high.end, upper=high.value, rule="range")]


def _apart(low: Figure, high: Figure, scale: Decimal) -> list[Figure] | None:
    """Falling pairs share a unit but are no range ("from 15 to 10 percent")."""
    return [low, high] if low.unit in ("percent", "percentage_point") or scale > 1 else None


def _year(tokens: Sequence[Token], i: int, figure: Figure) -> bool:
    text = tokens[i].text
    return text.isdigit() and len(text) == 4 and not figure.unit and text[:2] in ("18", "19", "20")


def qualify(tokens: Sequence[Token], figure: Figure, floor: int) -> Figure:
    """Widen the figure by the words that qualify it ("more than", "nearly", "or more")."""
    after = phrases("after_qualifiers").at(tokens, _after(tokens, figure.end))
    if after is not None:
        figure = replace(figure, end=after[1], qualifier=_qualifier(after[0]))
    k = figure.first - (_low(tokens, figure.first - 1) in words("skipped_after_cue"))
    cue = _cue(tokens, k, floor) or _cue(tokens, figure.first, floor)
    if cue is None:
        return figure
    return replace(figure, first=cue[1], qualifier=_qualifier(cue[0]))


def _after(tokens: Sequence[Token], i: int) -> int:
    return i + 1 if _low(tokens, i) == "-" and _low(tokens, i + 1) in ("plus", "odd") else i


def _cue(tokens: Sequence[Token], i: int, floor: int) -> tuple[str, int] | None:
    found = phrases("qualifiers").before(tokens, i)
    if found is None or found[1] < floor or _of_a_verb(tokens, found[1]):
        return None
    return found


def _of_a_verb(tokens: Sequence[Token], i: int) -> bool:
    """Whether "over" belongs to the verb before it: "took over a 3-million-dollar loan", not "signed over 30 texts"."""
    if tokens[i].low != "over" or _low(tokens, i - 1) not in words("verbs_with_over"):
        return False
    return _low(tokens, i + 1) in words("skipped_after_cue") or _low(tokens, i - 1) in words("always_with_over")


def _qualifier(name: str) -> Qualifier:
    found: dict[str, Qualifier] = {"more_than": "more_than", "less_than": "less_than", "about": "about"}
    return found[name]


def _low(tokens: Sequence[Token], i: int) -> str:
    return tokens[i].low if 0 <= i < len(tokens) else ""
