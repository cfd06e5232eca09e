"""PLOVER roots on the gold standard records, scored by ``score_events.py``.

usage: python benchmarks/plover_gsr.py GOLD.jsonl [SCORER.py] [--half 0|1] [--errors]

``--half`` takes every second sentence: 0 those used to develop the lexicon, 1 those kept aside. The predictions are
one event a sentence, the main one, without actors. Without a scorer only the root's figures are printed.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from comity.extract.plover import roots


def cases(path: Path, half: int | None) -> list[dict[str, Any]]:
    """The sentences of the gold file, all or every second one."""
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return lines if half is None else lines[half::2]


def predict(case: dict[str, Any]) -> dict[str, Any]:
    """One sentence's prediction in the scorer's format."""
    return {"id": case["id"], "events": [{"plover": root} for root, _, _ in roots(case["text"])[:1]]}


def figures(gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> tuple[float, float, float]:
    """Precision, recall and F1 of the roots; a sentence's gold may hold several events."""
    right = asked = given = 0
    for case, one in zip(gold, found, strict=True):
        wanted = [event["plover"].split("|") for event in case["events"] if event.get("plover")]
        asked, given = asked + len(wanted), given + len(one["events"])
        right += sum(any(event["plover"] in roots_ for roots_ in wanted) for event in one["events"])
    return right / max(1, given), right / max(1, asked), 2 * right / max(1, given + asked)


def score(scorer: Path, gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> str:
    """What the scorer prints."""
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / name for name in ("gold.jsonl", "found.jsonl")]
        for file, rows in zip(files, (gold, found), strict=True):
            file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
        done = subprocess.run([sys.executable, scorer, *files], capture_output=True, text=True, check=True)
    return done.stdout


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("gold", type=Path)
    parser.add_argument("scorer", type=Path, nargs="?")
    parser.add_argument("--half", type=int, choices=(0, 1))
    parser.add_argument("--errors", action="store_true")
    args = parser.parse_args()
    gold = cases(args.gold, args.half)
    found = [predict(case) for case in gold]
    print("root P/R/F1 {:.3f} {:.3f} {:.3f}".format(*figures(gold, found)))
    if args.scorer:
        print(score(args.scorer, gold, found), end="")
    if args.errors:
        for case, one in zip(gold, found, strict=True):
            wanted, given = [e["plover"] for e in case["events"]], [e["plover"] for e in one["events"]]
            if wanted != given:
                print(wanted, given, case["text"])


if __name__ == "__main__":
    main()
