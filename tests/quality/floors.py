"""The accuracy that the tests demand. ``make floors`` sets it to what is measured now, less a little slack.

``floors.json`` holds, for each gold set, the digest of its articles and gold and the least rates. Nobody edits it by
hand: whoever changes gold or loses accuracy on purpose runs the command, and the change shows in the history.
"""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

from quality.sets import SETS, GoldSet, report

FILE = Path(__file__).with_name("floors.json")
SLACK = 0.01
"""How far below the measured rate a floor is set: rates move a little between machines and library versions."""


def read() -> dict[str, Any]:
    """The floors by set."""
    loaded: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8")) if FILE.is_file() else {}
    return loaded


def rates(scored: dict[str, Any]) -> dict[str, float]:
    """The rates that have floors, by name."""
    by_kind = {f"{kind}.{rate}": row[rate] for kind, row in scored["kinds"].items() for rate in ("f1", "precision")}
    return {**by_kind, "field_mean": scored["field_mean"], "set_aside_recall": scored["set_aside_recall"] or 0.0}


def floors_of(gold_set: GoldSet) -> dict[str, Any]:
    """What ``floors.json`` is to say of a set."""
    least = {name: max(0.0, math.floor((rate - SLACK) * 100) / 100) for name, rate in rates(report(gold_set)).items()}
    return {"sha256": gold_set.sha256(), "floors": least}


def main() -> None:
    """Rewrite the floors of the sets at hand and say what moved."""
    floors = read()
    for gold_set in filter(lambda s: s.present, SETS):
        before, now = floors.get(gold_set.name, {"sha256": "", "floors": {}}), floors_of(gold_set)
        if before["sha256"] != now["sha256"]:
            print(f"{gold_set.name}: the gold has changed")
        for name, floor in now["floors"].items():
            if (old := before["floors"].get(name)) != floor:
                print(f"{gold_set.name}: {name} {old} -> {floor}")
        floors[gold_set.name] = now
    FILE.write_text(json.dumps(floors, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
