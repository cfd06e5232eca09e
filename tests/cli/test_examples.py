"""The examples run as they are printed in the documentation."""

from __future__ import annotations

import runpy

from sample import DOSSIER


def test_the_example_of_the_python_interface(tmp_path, capsys):
    program = runpy.run_path(str(DOSSIER.parent / "ledger.py"))
    program["main"](str(DOSSIER), str(tmp_path / "own.db"))
    out = capsys.readouterr().out
    assert out.count(": added, ") == 12
    assert "fulfilled, due 2025" in out
    assert "205.2 billion USD" in out and "state_media" in out
    assert out.endswith("0 disagreements left after 4 decisions\nsound\n")
