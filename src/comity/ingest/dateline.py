"""The day in the dateline of a plain text ("HANOI, March 12, 2025 - …"), which tells when it was issued."""

from __future__ import annotations

import re
from functools import cache

from comity.ingest.dates import iso_date
from comity.vocab import load


def dateline_date(text: str) -> str:
    """The ISO date of a dateline that opens one of the first paragraphs, or empty.

    It must give day, month and year and stand between a place in capitals, or a place with an agency, and a dash, an
    agency or a full stop, or fill a line of its own: a date inside a sentence is none.
    """
    opening = text[: load("ingest")["limits"]["dateline_characters"]]
    for line in (" ".join(line.split()) for line in opening.splitlines()):
        for pattern in _patterns():
            if (found := pattern.match(line)) and (day := iso_date(found["date"])):
                return day
    return ""


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    months = "|".join(rf"{m[:3]}(?:{m[3:]}|t)?" for m in load("calendar")["months"])
    capital = "A-ZÀ-ÞĀČĆĎĐĒĚĞĪİĹŁŃŇŌŐŘŚŞŠŤŪŮŰŹŻŽ"
    capitals = rf"[{capital}][{capital}'’. -]{{2,30}}"
    name = rf"[{capital}][\w'’.-]*(?: [{capital}][\w'’.-]*){{0,2}}"
    clock = r"(?:,? ?(?:at )?\d{1,2}[:.]\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?(?: ?\(?[A-Z]{1,5}(?:[+-]\d{1,2})?\)?)?)?"
    area = rf"(?:\s*[,/]\s*{name}){{0,2}}"
    agency = r"[(\[/][\w&.’' /-]{2,40}[)\]/]\.?"
    date = rf"(?P<date>(?:(?i:{months})\.? \d{{1,2}}|\d{{1,2}} (?i:{months})\.?),? \d{{4}})"
    dash = r"[-–—]{1,3}"
    end = rf"(?:\.?\s*{dash}\s|\s*:\s|\.\s)"
    told = r"(?i:(?:first |last )?(?:published|posted|issued|updated)|date)"
    weekday = r"(?:[A-Z][a-z]{2,8}\.?,? )?"
    return tuple(
        re.compile(rf"\s*[*_]*{one}")
        for one in (
            rf"(?:{capitals}|{name}){area},?\s*{weekday}{date}[.,]?\s*{agency}",
            rf"(?:{capitals}|{name}){area},?\s*{agency}\s*(?:{dash})?[,]?\s*{weekday}{date}\s*(?:{dash}|:)",
            rf"{capitals}{area},\s*{weekday}{date}{end}",
            rf"{name}{area}\s*(?:,|{dash})\s*{weekday}{date}\s*(?:{dash}\s|$)",
            rf"(?:{told}(?: on)?:? )?{weekday}{date}{clock}[.]?\s*$",
        )
    )
