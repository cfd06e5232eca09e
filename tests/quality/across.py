"""How well documents are reconciled: ledgers of gold records and of our own reading, by the scorer beside them.

Known pairs of records that are one thing, look-alikes that are not, and known judgements are listed in ``across.json``
beside the articles, if these are at hand. Dossiers of other pairs of states are part of the project and held out:
they are counted apart. ``python -m quality.across`` prints the figures; ``--list`` also each miss.
"""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from comity.ledger import Ledger
from quality.sets import DEV, OTHER_DOSSIERS, SCORER, SEEDS, SHARED, extracted

ACROSS = SHARED / "spec" / "score_across.py"
FOLDERS = {"seeds": SEEDS, "dev": DEV, "other_dossiers": OTHER_DOSSIERS}
GIVEN, HELD_OUT = ("seeds", "dev"), "other_dossiers"
COUNTS = {
    "joined": r"same: (\d+) of",
    "pairs": r"same: \d+ of (\d+)",
    "wrong": r"differ: (\d+) of",
    "look_alikes": r"differ: \d+ of (\d+)",
    "unlisted": r"pairs, (\d+) of them not",
    "right": r"judgements: (\d+) of",
    "judgements": r"judgements: \d+ of (\d+)",
}


@dataclass(frozen=True)
class Result:
    """What the program counts, and its lines."""

    counts: dict[str, int]
    lines: tuple[str, ...]


def present(*names: str) -> bool:
    """Whether the scorers and the known pairs of these corpora are at hand."""
    known = all((FOLDERS[name] / "across.json").is_file() for name in names)
    return known and ACROSS.is_file() and SCORER.is_file()


@cache
def from_gold(name: str) -> Result:
    """The ledger of the gold records."""
    with _ledger() as ledger:
        files = sorted((FOLDERS[name] / "gold").glob("*.json"))
        refused = [str(row.refusal) for row in ledger.add_records(files) if row.state == "refused"]
        assert not refused, refused
        return _scored(name, [record.as_dict() for record in ledger.records()])


@cache
def from_own_reading(name: str) -> Result:
    """The ledger of what comity reads itself; a gold record stands for the one that was read in its place."""
    gold = {path.stem: json.loads(path.read_text("utf-8")) for path in (FOLDERS[name] / "gold").glob("*.json")}
    place_of = {key: place for stem, content in gold.items() for key, place in _places(name, stem, content)}
    with _ledger() as ledger:
        list(ledger.add([FOLDERS[name] / f"{stem}.txt" for stem in sorted(gold)]))
        records = [record.as_dict() for record in ledger.records()]
    for record in records:
        found = (place_of.get((member["document"], member["record"])) for member in record["members"])
        record["members"] = [{"document": stem, "record": number} for stem, number in filter(None, found)]
    return _scored(name, records)


def _places(name: str, stem: str, gold: dict[str, Any]) -> Iterator[tuple[tuple[str, int], tuple[str, int]]]:
    """Place of each record that was read with the place of the gold record it is."""
    own = extracted(FOLDERS[name] / f"{stem}.txt")["records"]
    matched, _, _ = _compare()(gold["records"], own)
    at_gold, at_own = ({id(record): i for i, record in enumerate(rows)} for rows in (gold["records"], own))
    for one, other in matched:
        yield (stem, at_own[id(other)]), (stem, at_gold[id(one)])


@cache
def _compare() -> Callable[[list[Any], list[Any]], tuple[list[tuple[Any, Any]], list[Any], list[Any]]]:
    spec = importlib.util.spec_from_file_location("their_scorer", SCORER)
    assert spec and spec.loader
    module: ModuleType = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    compare: Callable[..., Any] = module.compare
    return compare


@contextmanager
def _ledger() -> Iterator[Ledger]:
    with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder) / "across.db") as ledger:
        yield ledger


def _scored(name: str, records: list[dict[str, Any]]) -> Result:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "ledger.json"
        file.write_text(json.dumps({"records": records}), encoding="utf-8")
        command = [sys.executable, str(ACROSS), str(FOLDERS[name]), str(file), "--list"]
        said = subprocess.run(command, check=False, capture_output=True, text=True).stdout
    counts = {key: int(match.group(1)) for key, pattern in COUNTS.items() if (match := re.search(pattern, said))}
    assert counts.keys() == COUNTS.keys(), said
    return Result(counts, tuple(said.splitlines()))


def total(measure: Callable[[str], Result]) -> dict[str, int]:
    """The counts of the given corpora together, without the held-out dossiers."""
    results = [measure(name).counts for name in GIVEN]
    return {key: sum(result[key] for result in results) for key in COUNTS}


def figures() -> dict[str, dict[str, int]]:
    """All counts: by given corpus, together, and held out; of gold records and of our own reading."""
    made: dict[str, dict[str, int]] = {}
    for title, measure in (("gold records", from_gold), ("own reading", from_own_reading)):
        made |= {f"{title}, {name}": measure(name).counts for name in GIVEN}
        made[f"{title}, together"] = total(measure)
        made[f"{title}, held out"] = measure(HELD_OUT).counts
    return made


def main() -> None:
    """Print."""
    if not present(*FOLDERS):
        sys.exit(f"the known pairs are not at hand: {ACROSS} is missing")
    for title, counts in figures().items():
        print(f"{title:24} " + ", ".join(f"{key} {count}" for key, count in counts.items()))
    if "--list" in sys.argv:
        for name in FOLDERS:
            for measure in (from_gold, from_own_reading):
                print(f"\n{measure.__name__}, {name}", *measure(name).lines, sep="\n")


if __name__ == "__main__":
    main()
