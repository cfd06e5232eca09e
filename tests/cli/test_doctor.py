from __future__ import annotations

import pytest

from comity.cli import doctor, main
from comity.cli.doctor import Finding, exact, examined, measured
from comity.errors import ModelError
from comity.model import Extraction, Field, Record, Span
from sample import NAMES, extraction


@pytest.fixture
def sound(monkeypatch):
    for name in ("language pipeline", "gazetteer", "sample article"):
        monkeypatch.setitem(doctor.CHECKS, name, lambda settings: Finding("ok", "sound"))


def test_a_sound_installation(sound, capsys):
    assert main(["doctor"]) == 0
    out = capsys.readouterr().out
    assert "wrong" not in out
    assert all(name in out for name in doctor.CHECKS)
    assert "spacy 3." in out


def test_what_is_wrong_is_said_and_the_rest_is_checked(sound, monkeypatch, capsys):
    def broken(settings: object) -> Finding:
        raise ModelError("the pipeline is damaged; reinstall comity")

    monkeypatch.setitem(doctor.CHECKS, "language pipeline", broken)
    assert main(["doctor"]) == 1
    out = capsys.readouterr().out
    assert "wrong language pipeline: the pipeline is damaged; reinstall comity (ModelError)" in out
    assert "terminal" in out


def test_a_misspelt_setting_is_noted(sound, monkeypatch, capsys):
    monkeypatch.setenv("COMITY_PIPLINE", "x")
    assert main(["doctor"]) == 0
    assert "COMITY_PIPLINE is no setting" in capsys.readouterr().out


def test_a_bad_setting_is_wrong(sound, monkeypatch, capsys):
    monkeypatch.setenv("COMITY_MAX_CHARS", "x")
    assert main(["doctor"]) == 1
    assert "COMITY_MAX_CHARS is 'x'" in capsys.readouterr().out


def test_the_sample_article_is_read_and_its_quotes_compared():
    assert examined(doctor.CHECKS["sample article"]) == Finding(
        "ok", f"{len(extraction(NAMES[0]).records)} records in {NAMES[0]}.txt, every quote exact"
    )


def test_a_quote_that_does_not_stand_there_is_found():
    found = extraction(NAMES[0])
    wrong = Record("event", (Span(0, 4, "nope"),), {"form": Field("meeting")})
    assert exact(found)
    assert not exact(Extraction(found.document, (wrong,)))


def test_measured_accuracy():
    scores = {
        "syntax_ewt": {"tag": 93.6, "las": 81.5},
        "syntax_gum": {"las": 85.7},
        "names_gum": {"ORG": 0.5, "all": 0.591},
        "words_per_second": 4711,
    }
    assert measured({"performance": scores}) == (
        "measured: LAS 81.5 on EWT, 85.7 on GUM, names alone 59.1 on GUM, 4711 words a second"
    )
    assert measured({"performance": {"syntax_ewt": {"las": 80.0}}}) == "measured: LAS 80.0 on EWT"
    assert measured({"performance": {"ents_f": None}}) == measured({}) == "no measured accuracy in it"


def test_the_pipeline_that_ships_carries_its_measures():
    detail = examined(doctor.CHECKS["language pipeline"]).detail
    assert all(said in detail for said in ("LAS", "on EWT", "on GUM", "names alone", "words a second"))
