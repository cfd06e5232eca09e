"""Score ``find_dates`` on WikiWars (CC BY-SA 3.0): 22 histories of wars, 2,636 expressions, TIMEX3 values.

usage: timex_wikiwars.py GOLD.jsonl [PREDICTIONS.jsonl]

Histories have no dateline: they are read in narrative mode, ranges as their two ends (as TimeML annotates them).
Prints precision, recall and F1 of overlapping spans, strict F1, and value F1 (relaxed F1 times the share of right
values), as TempEval-3 does. The gold's types are no use (all DATE), so none are scored.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

from comity.language.dates import find_dates


def predict(text: str) -> list[dict[str, Any]]:
    """The expressions of a text as TIMEX3 spans and values."""
    found = find_dates(text, narrative=True, ranges=False)
    return [{"start": m.span.start, "end": m.span.end, "type": m.timex_type, "value": m.timex_value} for m in found]


def pair(gold: list[dict[str, Any]], predicted: list[dict[str, Any]]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Pair each gold expression with the unused prediction that overlaps it most."""
    pairs, free = [], list(predicted)
    for one in gold:
        shared = [(min(one["end"], p["end"]) - max(one["start"], p["start"]), p) for p in free]
        if shared and (best := max(shared, key=lambda s: s[0]))[0] > 0:
            free.remove(best[1])
            pairs.append((one, best[1]))
    return pairs


def main(gold_path: str, out: str = "") -> None:
    """Score one gold file and print the figures in percent; predictions go to ``out``, a new file."""
    if out and Path(out).exists():
        sys.exit(f"{out} is there already; name a new file for the predictions")
    gold = [json.loads(line) for line in Path(gold_path).read_text(encoding="utf-8").splitlines()]
    find_dates("warm up on 1 May 2025")
    started = time.perf_counter()
    predicted = {doc["id"]: predict(doc["text"]) for doc in gold}
    seconds = time.perf_counter() - started
    if out:
        lines = [json.dumps({"id": key, "timexes": found}) for key, found in predicted.items()]
        Path(out).write_text("\n".join(lines) + "\n", encoding="utf-8")
    pairs = [p for doc in gold for p in pair(sorted(doc["timexes"], key=lambda t: t["start"]), predicted[doc["id"]])]
    n_gold, n_found = sum(len(d["timexes"]) for d in gold), sum(map(len, predicted.values()))
    f1 = 2 * len(pairs) / (n_gold + n_found)
    right = sum(str(g["value"]) == p["value"] for g, p in pairs)
    strict = sum((g["start"], g["end"]) == (p["start"], p["end"]) for g, p in pairs)
    print(f"precision {100 * len(pairs) / n_found:.1f}  recall {100 * len(pairs) / n_gold:.1f}  F1 {100 * f1:.1f}")
    print(f"strict F1 {200 * strict / (n_gold + n_found):.1f}  value F1 {200 * right / (n_gold + n_found):.1f}")
    size = sum(len(d["text"]) for d in gold)
    print(f"{size / seconds / 5000:.0f} documents of 5,000 characters a second")


if __name__ == "__main__":
    main(*sys.argv[1:3])
