"""The gold sets: where they are, what they hold, and what comity reads in their articles.

The dossier and what is on other pairs of states are part of the project; ``other_dossiers`` and ``later_pairs`` are
held out, no rule or word list is tuned to them, and ``other_pairs`` and ``further_pairs`` were until November 2026.
Seeds and development articles belong to others and lie beside the checkout, if at all; they are scored by the program
that comes with them, so that nobody marks his own work.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from quality.measure import measure

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
SCORER = SHARED / "spec" / "score.py"
DOSSIER = ROOT / "examples" / "dossier"
OTHER_PAIRS = Path(__file__).with_name("other_pairs")
OTHER_DOSSIERS = Path(__file__).with_name("other_dossiers")
FURTHER_PAIRS = Path(__file__).with_name("further_pairs")
LATER_PAIRS = Path(__file__).with_name("later_pairs")


@dataclass(frozen=True)
class GoldSet:
    """Articles in ``folders``, their gold in ``gold/`` below each."""

    name: str
    folders: tuple[Path, ...]

    @property
    def own(self) -> bool:
        return all(folder.is_relative_to(ROOT) for folder in self.folders)

    @property
    def present(self) -> bool:
        return all((folder / "gold").is_dir() for folder in self.folders) and (self.own or SCORER.is_file())

    def articles(self) -> Iterator[tuple[str, Path, Path]]:
        """Name, article and gold of each document; names tell the folders apart."""
        for folder in self.folders:
            for gold in sorted((folder / "gold").glob("*.json")):
                yield f"{folder.name}-{gold.stem}", folder / f"{gold.stem}.txt", gold

    def sha256(self) -> str:
        """Digest of all articles and gold files."""
        digest = hashlib.sha256()
        for name, article, gold in self.articles():
            digest.update(name.encode() + b"\0" + article.read_bytes() + b"\0" + gold.read_bytes())
        return digest.hexdigest()


SEEDS, DEV = SHARED / "corpus" / "seeds", SHARED / "corpus" / "dev"
SETS = (
    GoldSet("seeds", (SEEDS,)),
    GoldSet("dev", (DEV,)),
    GoldSet("seeds and dev", (SEEDS, DEV)),
    GoldSet("dossier", (DOSSIER,)),
    GoldSet("other_pairs", (OTHER_PAIRS,)),
    GoldSet("other_dossiers", (OTHER_DOSSIERS,)),
    GoldSet("further_pairs", (FURTHER_PAIRS,)),
    GoldSet("later_pairs", (LATER_PAIRS,)),
)


@cache
def extracted(article: Path) -> dict[str, Any]:
    """What comity reads in an article, in the exchange format."""
    from comity.extract import extract
    from comity.ingest import read_path
    from comity.settings import Settings

    return extract(read_path(article), settings=Settings.from_environment(os.environ)).as_dict()


@cache
def report(gold_set: GoldSet) -> dict[str, Any]:
    """Accuracy on a set: rates by kind, scores by field, quotes that are not exact."""
    found = {name: extracted(article) for name, article, _ in gold_set.articles()}
    gold = {name: json.loads(path.read_text(encoding="utf-8")) for name, _, path in gold_set.articles()}
    scored = measure(gold, found) if gold_set.own else _scored_by_theirs(gold, found)
    texts = {name: gold[name]["document"]["text"] for name in gold}
    return {**scored, "bad_quotes": sum(inexact(texts[name], found[name]) for name in gold)}


def inexact(text: str, extraction: dict[str, Any]) -> int:
    """How many spans do not stand in the text where they say."""
    spans = [quote for record in extraction["records"] for quote in record["quotes"]]
    spans += [record["cue"] for record in extraction["records"] if record["cue"]]
    spans += [q for r in extraction["records"] for f in r["fields"].values() for q in f.get("quotes", [])]
    return sum(text[span["start"] : span["end"]] != span["exact"] for span in spans)


def _scored_by_theirs(gold: dict[str, Any], found: dict[str, Any]) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "gold").mkdir()
        for name, content in gold.items():
            (place / "gold" / f"{name}.json").write_text(json.dumps(content), encoding="utf-8")
        lines = [json.dumps(_named(content, name)) for name, content in found.items()]
        (place / "found.jsonl").write_text("\n".join(lines), encoding="utf-8")
        command = [sys.executable, str(SCORER), str(place / "gold"), str(place / "found.jsonl"), "--json"]
        scored: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return scored


def _named(extraction: dict[str, Any], name: str) -> dict[str, Any]:
    return {**extraction, "document": {**extraction["document"], "source": name}}
