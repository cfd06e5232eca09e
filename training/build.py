"""The whole recipe: convert, train syntax, train names, assemble, evaluate, and lay the pipeline into the package.

    python -m training.build PATH_TO_TREEBANKS

About two hours on one core. Each step writes into ``training/runs`` and is skipped if its result is there; the steps
can be run one by one with ``--only``. With ``--names-only`` the syntax of the pipeline that ships is kept.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).parent
WORK = HERE / "runs"
SHIPPED = HERE.parent / "src" / "comity" / "language" / "pipeline_en"
ONE_CORE = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


def run(*arguments: str) -> None:
    """Run a Python module in a process of its own, on one core."""
    subprocess.run([sys.executable, "-m", *arguments], check=True, env=os.environ | ONE_CORE)


def train(name: str, corpus: str, **start: Path) -> None:
    """Train one model with spaCy on a corpus; ``start`` is a model to go on from."""
    config, kind = HERE / f"{name}.cfg", name.partition("_")[0]
    code = ("--code", str(HERE / "words.py"))
    if not start:
        run("spacy", "init", "fill-config", str(config), str(WORK / config.name), *code)
        config = WORK / config.name
    paths = {"train": WORK / f"corpus/{corpus}-train.spacy", "dev": WORK / f"corpus/{kind}-dev.spacy"} | start
    options = [x for key, path in paths.items() for x in (f"--paths.{key}", str(path))]
    run("spacy", "train", str(config), "-o", str(WORK / name), *code, *options)


def steps(treebanks: Path, *, names_only: bool) -> dict[str, tuple[Path, Callable[[], None]]]:
    """Each step with the path that shows it is done."""
    treebanks_only, syntax = WORK / "syntax/model-last", WORK / "syntax_more/model-last"
    begun, names = WORK / "names/model-last", WORK / "names_more/model-last"
    corpus, out = WORK / "corpus", WORK / "pipeline"
    parts = (str(SHIPPED), "--renew") if names_only else (str(syntax),)
    return {
        "convert": (corpus / "syntax-train.spacy", lambda: run("training.convert", str(treebanks), str(corpus))),
        "convert-names": (
            corpus / "names-train.spacy",
            lambda: run("training.names_data", str(treebanks), str(corpus)),
        ),
        "syntax": (SHIPPED if names_only else treebanks_only, lambda: train("syntax", "treebanks")),
        "syntax-more": (
            SHIPPED if names_only else syntax,
            lambda: train("syntax_more", "syntax", start=treebanks_only),
        ),
        "names": (begun, lambda: train("names", "names")),
        "names-more": (names, lambda: train("names_more", "names", start=begun)),
        "assemble": (
            out,
            lambda: run("training.assemble", *parts, str(treebanks), str(out), "--names", str(names)),
        ),
        "evaluate": (
            WORK / "accuracy.json",
            lambda: run("training.evaluate", str(out), str(corpus), "--out", str(WORK / "accuracy.json")),
        ),
        "ship": (SHIPPED / "meta.json", lambda: ship(out)),
    }


def ship(pipeline: Path) -> None:
    """Copy the pipeline into the package, its measured accuracy written into its meta data."""
    shutil.rmtree(SHIPPED, ignore_errors=True)
    shutil.copytree(pipeline, SHIPPED)
    meta = json.loads((SHIPPED / "meta.json").read_text(encoding="utf-8"))
    meta["performance"] = json.loads((WORK / "accuracy.json").read_text(encoding="utf-8"))
    (SHIPPED / "meta.json").write_text(json.dumps(meta, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    size = sum(f.stat().st_size for f in SHIPPED.rglob("*") if f.is_file())
    print(f"{SHIPPED}: {size / 1e6:.1f} MB")


def main() -> None:
    """Run the steps that are not done yet, or those named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("treebanks", type=Path)
    parser.add_argument("--only", nargs="*", default=[], help="run these steps again, and no other")
    parser.add_argument("--names-only", action="store_true", help="keep the syntax of the pipeline that ships")
    args = parser.parse_args()
    for name, (result, step) in steps(args.treebanks, names_only=args.names_only).items():
        if name in args.only or (not args.only and not result.exists()):
            print(f"== {name}")
            step()


if __name__ == "__main__":
    main()
