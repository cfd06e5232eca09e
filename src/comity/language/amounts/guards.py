"""Numbers that are no figures: years, days, hours, labels ("Article 5", "No. 4"), parts of names ("SCP-173", "G20")."""

from __future__ import annotations

from collections.abc import Sequence

from comity.language.amounts.numerals import Numeral
from comity.language.amounts.tokens import Token, data, words
from comity.vocab.calendar import months as month_names


def is_label(tokens: Sequence[Token], i: int) -> bool:
    """Whether the number at token ``i`` is part of a name or a reference."""
    before = _low(tokens, i - 1)
    if tokens[i].glued and (tokens[i - 1].kind == "word" or before in words("label_signs")):
        return True
    if tokens[i].kind != "number":
        return False
    if before in ("-", "+", "/", "_") and tokens[i].glued and tokens[i - 1].glued and i > 1:
        return tokens[i - 2].kind == "word"
    k = i - 2 if before == "." else i - 1
    return _low(tokens, k) in words("labels") or _ending(tokens, i + 1)


def _ending(tokens: Sequence[Token], i: int) -> bool:
    return i < len(tokens) and tokens[i].glued and tokens[i].low in words("ordinal_endings")


def is_date(tokens: Sequence[Token], i: int, numeral: Numeral) -> bool:
    """Whether the plain digits at token ``i`` are a year, a day of a month, an hour, or part of one."""
    if not numeral.bare:
        return False
    before, after = _low(tokens, i - 1), _low(tokens, numeral.end)
    if _month(tokens, i, numeral.end) or after in words("times_of_day"):
        return True
    joined = numeral.end < len(tokens) and tokens[numeral.end].glued and after in (":", "/", "+")
    follows = tokens[i].glued and before in (":", "/", "+") and i > 1 and tokens[i - 2].kind == "number"
    if (joined and _is_number(tokens, numeral.end + 1)) or follows:
        return True
    return is_year(numeral) and before in words("before_years")


def in_date(tokens: Sequence[Token], i: int, end: int) -> bool:
    """Whether the ordinal over tokens ``[i, end)`` is a day of a month ("the 14th of April") or part of a period."""
    return _month(tokens, i, end) or _low(tokens, end) in words("periods")


def is_year(numeral: Numeral) -> bool:
    """Whether the numeral could be a year by its form."""
    low, high = data()["limits"]["year_from"], data()["limits"]["year_to"]
    return numeral.bare and len(numeral.digits) == 4 and low <= numeral.value <= high


def _month(tokens: Sequence[Token], i: int, end: int) -> bool:
    """Whether a month stands beside the day, also across "14 and 15 April", "14-15 April"."""
    months = month_names(short=True)
    if _named(tokens, i - 1, months) or (_low(tokens, i - 1) == "." and _named(tokens, i - 2, months)):
        return True
    if _named(tokens, end, months) or (_low(tokens, end) == "of" and _named(tokens, end + 1, months)):
        return True
    links = ("-", "–", "to", "and", "&")
    forward = _low(tokens, end) in links and _is_number(tokens, end + 1) and _named(tokens, end + 2, months)
    back = _low(tokens, i - 1) in links and _is_number(tokens, i - 2) and _named(tokens, i - 3, months)
    return forward or back


def _named(tokens: Sequence[Token], i: int, months: frozenset[str]) -> bool:
    return _low(tokens, i) in months and tokens[i].text[0].isupper()


def _is_number(tokens: Sequence[Token], i: int) -> bool:
    return 0 <= i < len(tokens) and tokens[i].kind == "number"


def _low(tokens: Sequence[Token], i: int) -> str:
    return tokens[i].low if 0 <= i < len(tokens) else ""
