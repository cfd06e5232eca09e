"""The repository holds nothing of any one machine, no registry's address, and no sentence that is not ours."""

from __future__ import annotations

import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest

from contracts.source import ROOT

CORPUS = ROOT.parent / "shared" / "corpus"
SHINGLE = 14
"""Words in a row that no two authors write by chance; names of treaties and bodies are shorter."""

LARGE = 2_000_000

# put together from parts, so that this file does not contain what it looks for
MACHINE = re.compile(r"(?<![\w.~$}])/(?:work|root|opt|home/\w+)/|\." + "library/")
REGISTRY = re.compile(
    "|".join(["index" + "-url", "files[.]python" + "hosted", "py" + r"pi\.org/simple", "registry[.]npm"])
)


@cache
def tracked() -> tuple[Path, ...]:
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    names = subprocess.run([git, "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    return tuple(ROOT / n.decode() for n in names.split(b"\0") if n and (ROOT / n.decode()).is_file())


def text(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "replace")


@pytest.mark.parametrize("pattern", [MACHINE, REGISTRY], ids=["machine", "registry"])
def test_nothing_names_this_machine_or_a_registry(pattern):
    options = {"Makefile": "--no-emit-" + "index" + "-url"}
    found = {
        str(path.relative_to(ROOT)): hit[0]
        for path in tracked()
        if (hit := pattern.search(text(path).replace(options.get(path.name, "\0"), "")))
    }
    assert not found


def shingles(words: list[str]) -> set[int]:
    return {hash(" ".join(words[i : i + SHINGLE])) for i in range(len(words) - SHINGLE + 1)}


@pytest.mark.slow
def test_no_sentence_of_the_shared_articles_is_copied():
    if not CORPUS.is_dir():
        pytest.skip("the shared articles are not beside this checkout")
    theirs: set[int] = set()
    for path in sorted(CORPUS.glob("*/*.txt")):
        theirs |= shingles(re.findall(r"\w+", text(path).lower()))
    shared = {path.name for path in tracked() if shingles(re.findall(r"\w+", text(path).lower())) & theirs}
    assert not shared


def test_no_file_is_large_but_those_of_the_language_pipeline():
    large = [path for path in tracked() if path.stat().st_size > LARGE]
    assert not [path.relative_to(ROOT) for path in large if "pipeline_en" not in path.parts]


def test_the_language_pipeline_is_at_most_25_megabytes():
    files = [path for path in tracked() if "pipeline_en" in path.parts]
    assert sum(path.stat().st_size for path in files) <= 25_000_000
