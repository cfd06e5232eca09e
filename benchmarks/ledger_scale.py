"""A ledger as it grows: what adding costs, how right it is, how quickly it answers, how large it is.

usage: python benchmarks/ledger_scale.py [--documents N] [--db FILE]

The documents and the answers come from benchmarks/generator.py: ten records each, three of them about people in their
offices whom thousands of documents name. Times of adding are CPU time of this process, reading not included; those of
questions are wall time, each asked in full (records with all their evidence). Accuracy is that of pairs of records:
of those that the ledger holds for one thing, how many are (precision), and the other way round (recall).
"""

from __future__ import annotations

import argparse
import random
import resource
import statistics
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from comity.ledger import Ledger
from comity.model import Claim, Extraction, claims_of
from comity.settings import Settings
from generator import extractions
from machine import describe

STAGES = (1_000, 10_000, 100_000, 1_000_000)
"""Records at which the cost of adding is told; each over as many documents as ``WINDOW``, at the end too."""
WINDOW = 320
ASKED = 40
"""Times that each question is asked, with other words or of other records each time."""


def peak() -> float:
    """Largest memory of this process so far, in MiB."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1024 * 1024 if sys.platform == "darwin" else 1024)


class Growth:
    """Adding documents, with the time of each window of documents."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.truth: dict[str, str] = {}  # strings alone, so that Python's collector has nothing to go over
        self.costs: list[tuple[int, float]] = []

    def grow(self, count: int) -> None:
        """Add documents, and print what they cost."""
        made = extractions(count)
        records = documents = 0
        while window := list(islice(made, WINDOW)):
            before = time.process_time()
            for row in self.ledger.add_extractions(extraction for extraction, _ in window):
                records += row.records
            spent = (time.process_time() - before) / len(window) * 1000
            documents += len(window)
            self.costs.append((records, spent))
            print(f"{documents:>9} {records:>9} {spent:>8.1f} ms {peak():>7.0f} MiB", flush=True)
            for extraction, answers in window:
                own: list[Claim] = list(claims_of(extraction))
                self.truth.update({c.id: f"{c.kind}\t{a}" for c, a in zip(own, answers, strict=True)})

    def at(self, records: int) -> float | None:
        """Milliseconds a document around a number of records, by the median of five windows."""
        place = next((i for i, (n, _) in enumerate(self.costs) if n >= records), None)
        if place is None:
            return None
        return statistics.median(cost for _, cost in self.costs[max(0, place - 4) : place + 1])


def pairs(sizes: Iterable[int]) -> int:
    """Pairs within groups of some sizes."""
    return sum(n * (n - 1) // 2 for n in sizes)


def accuracy(ledger: Ledger, truth: dict[str, str]) -> Iterator[str]:
    """Precision and recall of pairs, by kind."""
    homes = ledger.homes(truth)
    both: defaultdict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for claim, told in truth.items():
        kind, _, answer = told.partition("\t")
        both[kind][homes[claim], answer] += 1
    yield "kind          records  things  precision  recall"
    for kind, found in sorted(both.items()):
        joined, true = Counter[str](), Counter[str]()
        for (home, answer), n in found.items():
            joined[home] += n
            true[answer] += n
        right = pairs(found.values())
        precision, recall = (right / (pairs(side.values()) or 1) for side in (joined, true))
        yield f"{kind:<12} {sum(true.values()):>8} {len(true):>7} {precision:>10.4f} {recall:>7.4f}"


def questions(ledger: Ledger, chance: random.Random) -> dict[str, Callable[[], object]]:
    """What is asked, each time with something else."""
    some = ledger.records(limit=400)
    relations = sorted({"-".join(r.states) for r in some if len(r.states) == 2})
    words = [word for r in some for word in r.caption.split() if word.isalpha() and len(word) > 4]
    return {
        "record": lambda: ledger.record(chance.choice(some).id),
        "show (first 50)": lambda: ledger.records(relation=chance.choice(relations), limit=50),
        "show, a kind (first 50)": lambda: ledger.records(
            kind="commitment", relation=chance.choice(relations), limit=50
        ),
        "show, words (first 50)": lambda: ledger.records(text=chance.choice(words), limit=50),
        "search, two words": lambda: ledger.search(" ".join(chance.sample(words, 2))),
        "search, a word": lambda: ledger.search(chance.choice(words)),
        "conflicts of a relation": lambda: ledger.conflicts(chance.choice(relations)),
        "overview (statistics)": ledger.statistics,
    }


def latencies(ledger: Ledger) -> Iterator[str]:
    """Median and 95th percentile of each question, in milliseconds."""
    yield "question                      median    p95"
    for name, ask in questions(ledger, random.Random(1)).items():
        times = []
        for _ in range(ASKED):
            before = time.perf_counter()
            ask()
            times.append((time.perf_counter() - before) * 1000)
        times.sort()
        yield f"{name:<26} {statistics.median(times):>9.1f} {times[int(len(times) * 0.95)]:>6.1f}"


def single(ledger: Ledger, new: list[Extraction]) -> str:
    """What adding one document by itself costs, in wall time, committed."""
    times = []
    for extraction in new:
        before = time.perf_counter()
        ledger.add_extraction(extraction)
        times.append((time.perf_counter() - before) * 1000)
    return f"one document by itself: median {statistics.median(times):.0f} ms, at most {max(times):.0f} ms"


def run(db: Path, count: int) -> None:
    """Measure and print."""
    print(describe())
    print("documents   records  a document   memory", flush=True)
    with Ledger.open(db, settings=Settings()) as ledger:
        growth = Growth(ledger)
        growth.grow(count)
        print("\nrecords in the ledger, CPU milliseconds a document")
        for stage in (*STAGES, growth.costs[-1][0]):
            if (cost := growth.at(stage)) is not None:
                print(f"{stage:>9} {cost:>8.1f}")
        print(single(ledger, [e for e, _ in islice(extractions(count + 20), count, None)]))
        print(f"size of the file: {db.stat().st_size / 2**20:.0f} MiB\n", flush=True)
        print("\n".join(latencies(ledger)), flush=True)
        print("\n" + "\n".join(accuracy(ledger, growth.truth)))
        print(f"\npeak memory {peak():.0f} MiB")


def main() -> None:
    """Read the options."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=30_000)
    parser.add_argument("--db", type=Path, help="where the ledger is made and left; by default nowhere")
    given = parser.parse_args()
    if given.db:
        run(given.db, given.documents)
        return
    with TemporaryDirectory() as folder:
        run(Path(folder) / "scale.db", given.documents)


if __name__ == "__main__":
    main()
