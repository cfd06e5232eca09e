"""Kill a writer at random moments and see what is left, again and again.

usage: PYTHONPATH=tests python benchmarks/kills.py [--runs N]

Each run adds documents in a process of its own, one by one or several in a transaction, kills it with SIGKILL and opens
the ledger again: ``verify`` must pass, every document that was told of must be there, the records must be those that
the documents which are there give, and adding everything again must find them known.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from store.killing import adding, crowded, in_child, killed


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=100)
    given = parser.parse_args()
    reads = crowded()
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
