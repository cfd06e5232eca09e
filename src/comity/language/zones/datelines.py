"""Datelines: where the running text of a paragraph begins, and the place and date written before it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from comity.language.zones.lexicon import data, words
from comity.vocab import load

_REACH = 140
_SIGN = re.compile(r"[-\u2013\u2014:.](?:\s|&|[A-Z]|$)|[\u2013\u2014-]")
_DASHES = r"[-\u2013\u2014]{1,3}"
_BREAK = r"(?:\s|&nbsp;|&#160;)*"


@dataclass(frozen=True, slots=True)
class Dateline:
    """``length`` characters stand before the running text."""

    length: int
    place: str = ""
    date: str = ""


def find_dateline(text: str) -> Dateline | None:
    """The dateline that opens a paragraph ("HANOI (VNA) – ", "MOSCOW, May 3 (Reuters) - "), or None.

    The date of an entry in a chronology ("5 June 2017: ") is a dateline without a place.
    """
    return _read(text[:_REACH])


@lru_cache(maxsize=1024)
def _read(opening: str) -> Dateline | None:
    if not _SIGN.search(opening):
        return None
    for pattern in _patterns():
        found = pattern.match(opening)
        if found and _sound(found):
            parts = found.groupdict(default="")
            return Dateline(found.end(), parts.get("place", "").strip(" ,."), parts.get("date", "").strip(" ,."))
    return None


def _sound(found: re.Match[str]) -> bool:
    """A bare place must be a known city, or capitals that are no label; with agency or date any name will do."""
    parts = found.groupdict(default="")
    place = parts.get("place", "").strip(" ,.")
    if not place or parts.get("agency") or parts.get("date"):
        return place.casefold() not in words("not_places")
    cities = re.split(r"\s*[/,]\s*", place)
    if cities[0].casefold() in words("dateline_places"):
        return True
    capitals = place.isupper() and len(place) > 2 and len(place.split()) <= 4
    label = any(part.casefold() in words("not_places") for part in [place, *place.split()])
    return capitals and not label and bool(found.groupdict().get("firm"))


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    agency = "|".join(re.escape(one) for one in sorted(data("agencies"), key=len, reverse=True))
    outlet = "|".join(re.escape(one) for one in data("dateline_outlets"))
    names = load("calendar")
    month = "|".join([*names["months"], *names["short_months"]])
    day = "|".join([*names["weekdays"], *names["short_weekdays"]])
    word = r"[^\W\d_][\w.'\u2019-]*"
    upper = r"[A-ZÀ-ÞĐ][\w'\u2019-]*\.?"
    name = rf"{upper}(?:[ -](?:{upper}|de|es|of|al|la|el|and))" + "{0,4}"
    place = rf"(?P<place>{name}(?:\s*[/,]\s*{name})" + r"{0,2}?)"
    monthly = rf"(?:(?:{month})\.?\s+\d{{1,2}}|\d{{1,2}}\s+(?:{month})\.?)(?:,?\s+\d{{4}})?"
    date = rf"(?P<date>(?:(?:{day})\.?,?\s+)?(?:{monthly}|\d{{1,2}}[/.]\d{{1,2}}(?:[/.]\d{{2,4}})?|\d{{4}}-\d\d-\d\d))"
    source = rf"(?:[(\[/]\s*(?P<agency>(?:{agency})(?:\s*[/,&-]\s*[\w ]{{2,20}})?)\s*[)\]/])"
    end = rf"{_BREAK}(?:{_DASHES}|:|\.(?=\s)){_BREAK}(?=\S)"
    dash = rf"{_BREAK}(?:{_DASHES}|:|\.(?=\s|$))?{_BREAK}(?=\S)"
    firm = rf"(?P<firm>{_BREAK}:(?=\s|&nbsp;|[A-Z])|\s+{_DASHES}(?=\s)|{_DASHES}(?=\s)|\s+{_DASHES}){_BREAK}(?=\S)"
    entry = rf"(?P<date>\d{{1,2}}\s+(?:{month})\.?,?\s+\d{{4}}|(?:{month})\.?(?:\s+\d{{1,2}},)?\s+\d{{4}})"
    full = r"(?P<stop>\.)\s+(?=[A-Z\u201c\"])"
    return tuple(
        re.compile(one)
        for one in (
            rf"{place},?\s*{date},?\s*{source}{dash}",
            rf"{place},?\s*{date},?\s*\({word}(?: {word}){{0,4}}\){end}",
            rf"{place},?\s*{source}\s*,?\s*{date}{end}",
            rf"{place},?\s*{source}\s*{_DASHES}\s*{date}{end}",
            rf"{place},?\s*\({word}(?: {word}){{0,4}}\)\s*(?:{_DASHES}\s*)?{date}{end}",
            rf"{place}[.,]?\s*{date}\.?\s*{source}{dash}",
            rf"{place},?\s*{source}{end}",
            rf"{place},?\s*\({word}(?: {word}){{0,4}}\){end}",
            rf"\(?{place},\s*{date}\)?{end}",
            rf"\({place}\)\s*{end}",
            rf"(?:{outlet})\s*{_DASHES}\s*(?=\S)",
            rf"{word}(?: {word}){{0,2}}\s*\({date}\)\s*(?::|{_DASHES})\s*(?=\S)",
            rf"(?:\({word}(?: {word}){{0,2}}\))\s*{_DASHES}\s*(?=\S)",
            rf"{entry}\s*(?::|\s{_DASHES})\s+(?=\S)",
            r"(?P<date>\d{4}):\s+(?=\S)",
            rf"{place}{firm}",
            rf"{place}{full}",
        )
    )
