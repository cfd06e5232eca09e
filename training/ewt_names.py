"""Names in sentences of UD English EWT, which the treebank does not mark; ``ewt_names.tsv`` is the project's own work.

Each line is a sentence that was judged: its id, and its names as ``start:end:label`` in words, none where it has none.
The sentences themselves come from the treebank.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from training.convert import NAME_LABELS, Sentence

MARKS = Path(__file__).with_name("ewt_names.tsv")
Name = tuple[int, int, str]


def read_marks(path: Path = MARKS) -> dict[str, list[Name]]:
    """The names of every judged sentence, by the sentence's id."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {sentence: [_name(cell) for cell in names.split()] for sentence, names in rows}


def _name(cell: str) -> Name:
    start, end, label = cell.split(":")
    if label not in NAME_LABELS:
        raise ValueError(f"{MARKS.name}: {cell} has no label of {', '.join(sorted(NAME_LABELS))}")
    return int(start), int(end), label


def with_names(sentences: Iterable[Sentence], marks: dict[str, list[Name]]) -> Iterator[Sentence]:
    """Those of the sentences that were judged, with their names."""
    for sentence in sentences:
        if sentence.id in marks:
            yield replace(sentence, names=_tags(len(sentence.words), marks[sentence.id]))


def _tags(length: int, names: Iterable[Name]) -> list[str]:
    """Names as IOB tags."""
    tags = ["O"] * length
    for start, end, label in names:
        tags[start:end] = [f"B-{label}", *[f"I-{label}"] * (end - start - 1)]
    return tags
