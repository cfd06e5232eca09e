"""The whole way with the real pipeline: one job or two, the bytes are the same."""

from __future__ import annotations

import subprocess
import sys
from importlib.resources import files

import pytest

from sample import DOSSIER, NAMES

RUN = [sys.executable, "-m", "comity"]


@pytest.mark.slow
@pytest.mark.skipif(
    not files("comity.language").joinpath("pipeline_en").is_dir(),
    reason="the language pipeline is not in this checkout",
)
def test_any_number_of_jobs_gives_the_same_bytes():
    inputs = [str(DOSSIER / f"{name}.txt") for name in reversed(NAMES[:4])]
    one = subprocess.run([*RUN, "extract", *inputs], capture_output=True, check=True)
    two = subprocess.run([*RUN, "extract", *inputs, "--jobs", "2"], capture_output=True, check=True)
    assert one.stdout == two.stdout
    assert len(one.stdout.splitlines()) == 4
