from __future__ import annotations

from pathlib import Path

import pytest

import comity
from comity.cli import main
from comity.errors import UnreadableInput
from comity.ingest.dossier import folder
from sample import NAMES


def test_the_demo_ends_with_a_disagreement_a_promise_and_the_news(capsys):
    assert main(["demo", "--no-serve"]) == 0
    out = capsys.readouterr().out
    assert all(f"{name}.txt" in out for name in NAMES)
    places = [out.index(title) for title in ("Where sources disagree", "A promise that is overdue", "What the last")]
    assert places == sorted(places) and out.index(NAMES[-1]) < places[0]
    assert "nowhere" not in out and "none\n" not in out


def test_the_dossier_of_an_installed_package_comes_first(tmp_path, monkeypatch):
    package = tmp_path / "lib" / "site" / "comity"
    (package / "demo_dossier").mkdir(parents=True)
    monkeypatch.setattr(comity, "__file__", str(package / "__init__.py"))
    assert folder() == package / "demo_dossier"


def test_a_package_without_its_dossier_is_one_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr(comity, "__file__", str(tmp_path / "a" / "b" / "__init__.py"))
    with pytest.raises(UnreadableInput, match="reinstall comity"):
        folder()


def test_the_wheel_carries_the_dossier():
    project = (Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8")
    assert '"examples/dossier" = "comity/demo_dossier"' in project
