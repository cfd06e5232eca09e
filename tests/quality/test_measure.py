"""The scorer: gold against itself is perfect, and each way of going wrong costs what it should."""

from __future__ import annotations

import pytest

from quality.measure import measure
from sample import NAMES, gold

QUOTE = {"start": 0, "end": 40, "exact": "x" * 40}


def record(kind, /, *, quote=None, **fields):
    filled = {name: {"value": value} for name, value in fields.items() if name not in {"alt", "optional"}}
    extra = {name: fields[name] for name in ("alt", "optional") if name in fields}
    return {
        "kind": kind,
        "quotes": [quote or QUOTE],
        "speaker": "",
        "certainty": "asserted",
        "cue": None,
        "fields": filled,
        **extra,
    }


def score(gold_records, found_records):
    aside = {"set_aside": []}
    return measure({"a": {"records": gold_records, **aside}}, {"a": {"records": found_records, **aside}})


def test_gold_against_itself_is_perfect():
    every = {name: gold(name) for name in NAMES}
    scored = measure(every, every)
    assert scored["kinds"]["all"]["recall"] == scored["field_mean"] == 1.0
    assert scored["kinds"]["all"]["precision"] == 1.0
    assert scored["set_aside_recall"] == 1.0


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (record("event", form="visit"), record("event", form="visit"), True),
        (record("event", form="visit"), record("event", form="call"), False),
        (record("event", form="visit", alt={"form": ["call"]}), record("event", form="call"), True),
        (record("event", form="visit"), record("position", stance="visit"), False),
        (record("position", stance="a", alt={"kind": ["commitment"]}), record("commitment", action="b"), True),
        (record("commitment", action="build a bridge"), record("commitment", action="to build the bridge"), True),
        (record("commitment", action="build a bridge"), record("commitment", action="lower tariffs"), False),
        (record("commitment", action="build a bridge"), record("commitment"), False),
        (record("indicator", value=12.5), record("indicator", value=12.5004), True),
        (record("indicator", value=12.5), record("indicator", value=13), False),
        (record("role", person="Lê Đức", post="x"), record("role", person="Le Duc", post="x"), True),
        (record("role", person="Le Duc"), record("role", person="Le Minh"), False),
        (record("agreement", title="Pact on Fish"), record("agreement", title="fish pact"), True),
        (record("event", form="visit"), record("event", form="visit", quote={"start": 30, "end": 90}), False),
    ],
)
def test_what_is_the_same_record(one, other, same):
    assert score([one], [other])["kinds"]["all"]["recall"] == float(same)


def test_optional_records_are_neither_missed_nor_false_alarms():
    optional = record("event", form="visit", optional=True)
    assert score([optional], [])["kinds"]["event"] == {"gold": 0, "found": 0, "precision": 0, "recall": 0, "f1": 0}
    assert score([optional], [record("event", form="visit")])["kinds"]["event"]["found"] == 0


def test_one_prediction_answers_one_gold_record():
    rates = score([record("event", form="visit")] * 2, [record("event", form="visit")])["kinds"]["event"]
    assert (rates["precision"], rates["recall"], rates["f1"]) == (1.0, 0.5, 0.667)


@pytest.mark.parametrize(
    ("kind", "name", "right", "given", "score_"),
    [
        ("event", "actors", ["Peru", "Chile"], ["Chile", "Peru"], 1.0),
        ("event", "actors", ["Peru", "Chile"], ["Chile"], 0.667),
        ("event", "date", "2025-04-14", "2025-04", 0.5),
        ("event", "date", "2025-04-14", "2025-05", 0.0),
        ("event", "phase", "held", None, 0.0),
        ("event", "place", None, "Lima", 0.0),
        ("project", "amount", {"value": 10, "currency": "USD"}, {"value": 10, "currency": "EUR"}, 0.0),
        ("commitment", "modality", "agreed", "pledged", 0.5),
        ("commitment", "reaffirmed", True, None, 0.0),
    ],
)
def test_fields(kind, name, right, given, score_):
    keys = {"event": {"form": "visit"}, "project": {"name": "dam"}, "commitment": {"action": "meet again"}}[kind]
    scored = score([record(kind, **keys, **{name: right})], [record(kind, **keys, **{name: given})])
    assert scored["fields"][f"{kind}.{name}"]["score"] == score_
