"""How long a newcomer waits: ``comity --help``, and one short article, each in a new process.

usage: python benchmarks/cold_start.py [--runs N]
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time

from machine import describe

ARTICLE = (
    "LIMA, March 12 - Brazilian President Ana Souza met Argentine Foreign Minister Luis Prado in Lima on Wednesday. "
    "The two sides agreed to build a bridge over the Uruguay River, officials said.\n"
) * 3
CASES = {
    "python, nothing imported": ["-c", ""],
    "comity --help": ["-m", "comity", "--help"],
    "comity extract, one short article": ["-m", "comity", "extract", "-"],
}


def elapsed(arguments: list[str]) -> float:
    """Seconds from start to end of a new process."""
    before = time.perf_counter()
    subprocess.run([sys.executable, *arguments], input=ARTICLE.encode(), capture_output=True, check=True)
    return time.perf_counter() - before


def main() -> None:
    """Measure and print: the first run finds nothing in the system's cache, the median of the others does."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    print(describe())
    print(f"{'':36}{'first':>8}{'median':>8}  seconds")
    for name, arguments in CASES.items():
        times = [elapsed(arguments) for _ in range(runs)]
        print(f"{name:36}{times[0]:8.2f}{statistics.median(times):8.2f}")


if __name__ == "__main__":
    main()
