"""Score ``find_dates`` on the test cases of Microsoft's Recognizers-Text (MIT): 985 sentences with a reference date.

usage: timex_ms.py CASES.jsonl [--list]

The cases come from assistants and calendars, not from news, and follow another dialect, so this is a check of
arithmetic rather than a target. Counted is the share of expressions for which one of the listed right resolutions
agrees after this mapping: times of day and time zones alone are left out; a moment is compared by its day; their ranges
exclude the last day; a range "from A to B" may end with B or before it; "before", "after", "since" and "until" compare
the day that bounds them; parts ("mid-November", "later this week") must lie within our month or week; "two weeks ago"
is a day there and a week or month here, which must hold that day; durations and repetitions compare the TIMEX value.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from comity.language.dates import find_dates
from comity.model import TimeMention
from comity.model.edtf import first_day, last_day

PARTS = {"START", "MID", "END"}
LEFT_OUT = {"time", "timerange", "timezone"}


def day_before(iso: str) -> str:
    """The day before an ISO date."""
    return (date.fromisoformat(iso) - timedelta(days=1)).isoformat()


def agrees(mention: TimeMention, candidate: dict[str, Any]) -> bool:
    """Whether a mention says the same as one of the listed resolutions."""
    if candidate["type"] in {"duration", "set"} or candidate["timex"].endswith("_REF"):
        return mention.timex_value == str(candidate["timex"])
    first, last = first_day(mention.edtf), last_day(mention.edtf)
    start, end = (str(candidate.get(key, ""))[:10] for key in ("start", "end"))
    if value := str(candidate.get("value", "")):
        return mention.timex_value == candidate["timex"] or (bool(first) and first <= value[:10] <= last)
    if start and end:
        final = first_day(mention.edtf.rpartition("/")[2].replace("..", ""))
        return _same_range(first, last, final, start, end, part="Mod" in candidate or mention.mod in PARTS)
    return bool({start, end} & {first, last}) or (bool(last) and bool(start) and last == day_before(start))


def _same_range(first: str, last: str, final: str, start: str, end: str, *, part: bool) -> bool:
    closing = end if start == end else day_before(end)
    if part:
        return first <= start and closing <= (last or "9")
    return first == start and (last in {closing, end} or (first != final == end))


def main(path: str, *options: str) -> None:
    """Print the share that agrees, by type; with ``--list`` also what does not."""
    asked: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        found = find_dates(case["text"], anchor=(case["dct"] or "")[:10])
        for gold in case["timexes"]:
            kind = gold["ms_type"]
            if kind in LEFT_OUT:
                continue
            ours = [m for m in found if m.span.start < gold["end"] and gold["start"] < m.span.end]
            good = any(agrees(m, c) for m in ours for c in gold["candidates"])
            asked[kind] += 1
            right[kind] += good
            if not good and "--list" in options:
                said = [(m.span.exact, m.timex_value, m.edtf) for m in ours]
                print(kind, case["dct"], case["text"][:90], gold["text"], gold["value"], said, sep=" | ")
    for kind, count in asked.most_common():
        print(f"{kind:14} {right[kind]:4} of {count:4}  {100 * right[kind] / count:.1f}")
    print(f"{'all':14} {right.total():4} of {asked.total():4}  {100 * right.total() / asked.total():.1f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
