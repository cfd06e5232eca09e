"""The project's own gold: offsets that hold, values that the codebook knows."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

import pytest

from comity.model.edtf import bounds
from comity.vocab import load
from quality.sets import FURTHER_PAIRS, LATER_PAIRS, OTHER_DOSSIERS, OTHER_PAIRS
from sample import DOSSIER, NAMES, extraction, gold

CODEBOOK = load("kinds")
DATES = {name for fields in CODEBOOK["kinds"].values() for name, spec in fields.items() if spec["type"] == "date"}
OTHERS = sorted(path.stem for path in (OTHER_PAIRS / "gold").glob("*.json"))
HELD_OUT = sorted(path.stem for path in (OTHER_DOSSIERS / "gold").glob("*.json"))
FURTHER = sorted(path.stem for path in (FURTHER_PAIRS / "gold").glob("*.json"))
LATER = sorted(path.stem for path in (LATER_PAIRS / "gold").glob("*.json"))
FOLDERS = (
    (DOSSIER, NAMES),
    (OTHER_PAIRS, OTHERS),
    (OTHER_DOSSIERS, HELD_OUT),
    (FURTHER_PAIRS, FURTHER),
    (LATER_PAIRS, LATER),
)
EVERY = [(folder, name) for folder, names in FOLDERS for name in names]
SIDECAR = {"title", "published", "publisher"}


def quotes_of(content: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for record in content["records"]:
        yield from record["quotes"]
        yield from [record["cue"]] if record["cue"] else []
        for field in record["fields"].values():
            yield from field.get("quotes", [])


def test_every_article_has_its_sidecar_and_gold():
    assert (len(NAMES), len(OTHERS), len(HELD_OUT), len(FURTHER), len(LATER)) == (12, 14, 15, 16, 14)
    for folder, names in FOLDERS:
        assert sorted(path.stem for path in folder.glob("*.txt")) == names
        for name in names:
            assert set(json.loads((folder / f"{name}.meta.json").read_text("utf-8"))) == SIDECAR


@pytest.mark.parametrize(("folder", "name"), EVERY)
def test_the_text_is_the_article(folder, name):
    document = gold(name, folder=folder)["document"]
    assert document["text"] == (folder / f"{name}.txt").read_bytes().decode("utf-8")
    assert document["text_sha256"] == hashlib.sha256(document["text"].encode()).hexdigest()


@pytest.mark.parametrize(("folder", "name"), EVERY)
def test_every_offset_is_exact(folder, name):
    content = gold(name, folder=folder)
    text = content["document"]["text"]
    for quote in quotes_of(content):
        assert text[quote["start"] : quote["end"]] == quote["exact"]
        assert quote["exact"].strip()
    for stretch in content["set_aside"]:
        assert 0 <= stretch["start"] < stretch["end"] <= len(text)
        assert stretch["reason"] in CODEBOOK["zones"]


@pytest.mark.parametrize(("folder", "name"), EVERY)
def test_a_fields_words_stand_in_a_quote_of_the_record(folder, name):
    for record in extraction(name, folder=folder).records:
        for field in record.fields.values():
            assert all(any(q.start <= w.start and w.end <= q.end for q in record.quotes) for w in field.quotes)
        assert (record.cue is None) == (record.certainty == "asserted")


@pytest.mark.parametrize(("folder", "name"), EVERY)
def test_values_are_the_codebooks(folder, name):
    for record, given in zip(
        extraction(name, folder=folder).records, gold(name, folder=folder)["records"], strict=True
    ):
        for field, content in given["fields"].items():
            assert content.get("basis", "stated") in CODEBOOK["date_bases"]
            if field in DATES:
                bounds(content["value"])
        for field, others in given.get("alt", {}).items():
            check_alternatives(record.kind, field, others)


def check_alternatives(kind: str, field: str, others: list[Any]) -> None:
    if field == "kind":
        assert set(others) <= set(CODEBOOK["kinds"])
    elif field == "certainty":
        assert set(others) <= set(CODEBOOK["certainties"])
    elif field != "speaker":
        spec = CODEBOOK["kinds"][kind][field]
        if spec["type"] == "choice":
            assert set(others) - {None, ""} <= set(spec["values"])
        if spec["type"] == "date":
            assert all(bounds(other) for other in others if other)


def test_what_the_dossier_is_for_is_in_it():
    contents = [gold(name) for name in NAMES]
    records = [record for content in contents for record in content["records"]]
    assert {record["kind"] for record in records} == set(CODEBOOK["kinds"])
    assert {record["certainty"] for record in records} == set(CODEBOOK["certainties"])
    assert {s["reason"] for content in contents for s in content["set_aside"]} >= {"byline", "caption", "teaser"}
    totals = {
        field_value(r, "value") for r in records if r["kind"] == "indicator" and field_value(r, "period") == "2024"
    }
    assert {205_200_000_000, 260_700_000_000} <= totals


def field_value(record: dict[str, Any], name: str) -> Any:
    return record["fields"].get(name, {}).get("value")
