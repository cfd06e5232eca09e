"""Speed and memory of extraction over many documents, against the bare language pipeline on the same texts.

usage: python benchmarks/throughput.py [--corpus DIR] [--documents N]

The documents are copies of the articles in DIR (the sample dossier by default) with sentences dropped and paragraphs
put in another order, the same ones on every machine. CPU time is that of this process alone. The ratio is the figure
to look at: it does not depend on how fast a machine is. Memory has to stay flat however many documents are read.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from comity.extract import extract
from comity.ingest import read_path, read_text
from comity.language.pipeline import pipeline
from comity.model import Document
from comity.settings import Settings
from machine import describe

if TYPE_CHECKING:
    from spacy.language import Language

DOSSIER = Path(__file__).parents[1] / "examples" / "dossier"
DROPPED = 0.15
"""Share of sentences that a copy leaves out."""
REPORTS = 8
"""How often time and memory are noted on the way."""


def changed(text: str, chance: random.Random) -> str:
    """A copy with some sentences dropped and the paragraphs after the first in another order."""
    head, *rest = text.split("\n\n")
    chance.shuffle(rest)
    return "\n\n".join([head, *(_thinned(part, chance) for part in rest)])


def _thinned(paragraph: str, chance: random.Random) -> str:
    sentences = re.split(r"(?<=[.!?]) ", paragraph)
    return " ".join(s for s in sentences if chance.random() > DROPPED) or sentences[0]


def documents(corpus: Path, count: int) -> Iterator[Document]:
    """``count`` documents, each made when it is asked for."""
    originals = [read_path(path) for path in sorted(corpus.glob("*.txt"))]
    for number in range(count):
        original = originals[number % len(originals)]
        text = changed(original.text, random.Random(number))
        yield read_text(text, source=f"{number}.txt", title=original.title, published=original.published)


def peak() -> float:
    """Largest memory of this process so far, in MiB."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1024 * 1024 if sys.platform == "darwin" else 1024)


def seconds(settings: Settings, found: Iterator[Document], count: int) -> tuple[float, list[str]]:
    """CPU seconds of extraction from all documents, and lines on time and memory along the way."""
    used, lines, step = 0.0, [], max(1, count // REPORTS)
    for number, document in enumerate(found, 1):
        before = time.process_time()
        extract(document, settings=settings)
        used += time.process_time() - before
        if number % step == 0:
            lines.append(f"{number:>9} {used:>11.1f} {peak():>11.0f}")
    return used, lines


def bare_seconds(nlp: Language, texts: list[str]) -> float:
    """CPU seconds of the language pipeline alone, in batches, as quick as it goes."""
    before = time.process_time()
    for _ in nlp.pipe(texts):
        pass
    return time.process_time() - before


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=DOSSIER)
    parser.add_argument("--documents", type=int, default=2000)
    given = parser.parse_args()
    settings = Settings.from_environment(os.environ)
    nlp = pipeline(settings.pipeline)
    words = sum(len(nlp.make_doc(d.text)) for d in documents(given.corpus, given.documents))
    extract(next(documents(given.corpus, 1)), settings=settings)  # load all lists
    full, lines = seconds(settings, documents(given.corpus, given.documents), given.documents)
    bare = bare_seconds(nlp, [d.text for d in documents(given.corpus, given.documents)])
    print(describe())
    print(f"{given.documents} documents, {words} words and marks")
    print("documents CPU seconds    peak MiB")
    print("\n".join(lines))
    print(f"extraction {full:.1f} s, {words / full:.0f} words a second")
    print(f"bare pipeline {bare:.1f} s, {words / bare:.0f} words a second")
    print(f"ratio {full / bare:.2f}")


if __name__ == "__main__":
    main()
