"""Kill a writer at random moments and see what is left, again and again.

usage: python benchmarks/kills.py [--runs N]

Each run adds documents in a process of its own, one by one or several in a transaction, kills it with SIGKILL and opens
the ledger again: ``verify`` must pass, every document that was told of must be there, the records must be those that
the documents which are there give, and adding everything again must find them known.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import signal
import time
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from comity.ledger import Ledger
from comity.model import Extraction, key_of
from comity.settings import Settings
from generator import extractions

FORK = multiprocessing.get_context("fork")


def documents(count: int = 60) -> list[Extraction]:
    """Documents of a world of two pairs of states, whose offices most of them name."""
    return [read for read, _ in islice(extractions(count, pairs=2), count)]


def content(path: Path) -> list[dict[str, Any]]:
    """All that a ledger says."""
    with Ledger.open(path, settings=Settings()) as ledger:
        return [record.as_dict() for record in ledger.records()]


def in_child(work: Callable[[], None]) -> Any:
    """Start some work in a process of its own, which ends without cleaning up."""

    def begin() -> None:
        work()
        os._exit(0)

    child = FORK.Process(target=begin)
    child.start()
    return child


def adding(path: Path, reads: Sequence[Extraction], told: Path, *, together: bool) -> None:
    """Add documents one by one or several in a transaction; each that is in is told of in a file."""
    with Ledger.open(path, settings=Settings()) as ledger, told.open("a", encoding="utf-8") as out:
        rows = ledger.add_extractions(reads) if together else (ledger.add_extraction(read) for read in reads)
        for row in rows:
            out.write(f"{row.key}\n")
            out.flush()


def killed(folder: Path, chance: random.Random, reads: Sequence[Extraction], seconds: float) -> int:
    """Kill a writer at a moment within ``seconds`` and see what is left; how many documents are.

    Raises ``AssertionError`` where something that was told of is lost, or something is there by half.
    """
    path, told = folder / "killed.db", folder / "told"
    for old in (*folder.glob("killed.db*"), *folder.glob("told")):
        old.unlink()
    child = in_child(lambda: adding(path, reads, told, together=chance.random() < 0.5))
    time.sleep(chance.uniform(0, seconds))
    os.kill(child.pid, signal.SIGKILL)
    child.join()
    return left(path, told, reads)


def left(path: Path, told: Path, reads: Sequence[Extraction]) -> int:
    """Check a ledger whose writer is gone, then add all again."""
    known = set(told.read_text(encoding="utf-8").split()) if told.exists() else set()
    with Ledger.open(path, settings=Settings()) as ledger:
        kept = {head.key for head in ledger.documents()}
        assert known <= kept, "a document that was told of is not in the ledger"
        report = ledger.verify()
        assert report.sound, report.problems
        found = [record.as_dict() for record in ledger.records()]
        rows = [row for row in ledger.add_extractions(reads) if row.key in kept]
        assert {row.state for row in rows} <= {"known"}, "a document was there without what it says"
    whole = [read for read in reads if key_of(read.document) in kept]
    assert found == made_of(path.parent / "whole.db", whole), "the records are not those of the documents"
    return len(kept)


def made_of(path: Path, reads: Sequence[Extraction]) -> list[dict[str, Any]]:
    """What a ledger of some documents says."""
    for old in path.parent.glob(f"{path.name}*"):
        old.unlink()
    with Ledger.open(path, settings=Settings()) as ledger:
        list(ledger.add_extractions(reads))
    return content(path)


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=100)
    given = parser.parse_args()
    reads = documents()
    with TemporaryDirectory() as folder:
        path = Path(folder)
        before = time.monotonic()
        in_child(lambda: adding(path / "it.db", reads, path / "told", together=False)).join()
        seconds = time.monotonic() - before
        left = Counter(killed(path, random.Random(run), reads, seconds) for run in range(given.runs))
    print(
        f"{given.runs} writers of {len(reads)} documents killed within {seconds:.1f} s; nothing lost, nothing by half"
    )
    print(f"none in it {left[0]}, some {given.runs - left[0] - left[len(reads)]}, all {left[len(reads)]}")


if __name__ == "__main__":
    main()
