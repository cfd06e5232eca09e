"""One line to know a record by."""

from __future__ import annotations

import pytest

from comity.model import FieldView
from comity.reconcile.caption import caption
from comity.reconcile.phrasing import date_words, figure, listed, quantity
from comity.vocab import load
from reconcile.members import SAYS, member, together


def line(**record):
    return together(member("a", record, "2025-04-14", "Alpha")).caption


PAIR = ["Vietnam", "Laos"]
BOTH = ["Vietnam", "China"]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"form": "visit", "actors": ["Xi Jinping"], "recipients": ["Vietnam"]}, "Xi Jinping visits Vietnam"),
        (
            {
                "form": "visit",
                "actors": ["Xi Jinping"],
                "recipients": ["Vietnam"],
                "place": "Hanoi",
                "phase": "scheduled",
            },
            "Xi Jinping visits Vietnam in Hanoi (planned)",
        ),
        ({"form": "meeting", "actors": ["To Lam", "Xi Jinping"]}, "To Lam and Xi Jinping meet"),
        ({"form": "meeting", "actors": ["To Lam"], "recipients": ["Xi Jinping"]}, "To Lam and Xi Jinping meet"),
        ({"form": "meeting", "actors": ["To Lam"]}, "Meeting of To Lam"),
        (
            {"form": "signing", "actors": BOTH, "count": 45},
            "Vietnam and China: signing of 45 documents",
        ),
        (
            {"form": "expulsion", "actors": ["Russia"], "recipients": ["United Kingdom"], "count": 2},
            "Russia expels 2 of United Kingdom",
        ),
        ({"form": "establishment", "actors": BOTH}, f"Vietnam and China: “{SAYS}”"),
        ({"form": "meeting"}, f"Meeting: “{SAYS}”"),
    ],
)
def test_events(fields, expected):
    assert line(kind="event", **fields) == expected


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (
            {"kind": "agreement", "instrument_type": "bundle", "count": 45, "parties": ["China", "Vietnam"]},
            "45 documents, China and Vietnam",
        ),
        (
            {"kind": "agreement", "instrument_type": "bundle", "count": 12, "count_qualifier": "more_than"},
            ">12 documents",
        ),
        (
            {"kind": "agreement", "title": "Vietnam–Laos border pact", "instrument_type": "treaty", "parties": PAIR},
            "Vietnam–Laos border pact",
        ),
        ({"kind": "agreement", "title": "border pact", "parties": PAIR}, "Border pact, Vietnam and Laos"),
        ({"kind": "mechanism", "name": "3+3 dialogue", "parties": BOTH}, "3+3 dialogue, Vietnam and China"),
        ({"kind": "project", "name": "Lao Cai–Hai Phong railway"}, "Lao Cai–Hai Phong railway"),
        ({"kind": "project", "project_type": "border_gate", "places": ["Lang Son"]}, "Border gate Lang Son"),
        (
            {"kind": "commitment", "by": BOTH, "action": "maintain exchanges", "modality": "agreed"},
            "Vietnam and China agreed: maintain exchanges",
        ),
        (
            {"kind": "commitment", "by": ["China"], "action": "open a consulate", "modality": "pledged"},
            "China pledges: open a consulate",
        ),
        (
            {
                "kind": "indicator", "measure": "bilateral trade", "period": "2024", "area": "China",
                "counterpart": "Vietnam", "value": 260000000000, "unit": "USD", "qualifier": "more_than",
            },
            "Bilateral trade 2024, China–Vietnam: >260 billion USD",
        ),
        ({"kind": "indicator", "measure": "exports", "change": 19.3}, "Exports: 19.3 %"),
        (
            {"kind": "role", "person": "To Lam", "post": "Party chief", "organization": "Communist Party of Vietnam"},
            "To Lam, Party chief, Communist Party of Vietnam",
        ),
        (
            {"kind": "role", "person": "To Lam", "post": "President of Vietnam", "status": "former"},
            "To Lam, President of Vietnam (former)",
        ),
        ({"kind": "position", "by": ["China"], "stance": "opposes tariffs"}, "China: opposes tariffs"),
    ],
)  # fmt: skip
def test_other_kinds(record, expected):
    assert line(**record) == expected


def test_a_record_without_fields_is_known_by_its_quote_and_long_texts_are_cut():
    assert caption("project", {}, SAYS) == SAYS
    long = line(kind="position", by=["China"], stance="opposes tariffs " * 30)
    assert long.endswith("…")
    assert len(long) < load("captions")["longest"] + 20


def test_every_form_has_a_line():
    forms = load("captions")["event"]
    assert set(load("kinds")["kinds"]["event"]["form"]["values"]) <= forms.keys() | {"appointment", "vote", "incident"}
    assert load("captions")["commitment"].keys() == set(load("kinds")["kinds"]["commitment"]["modality"]["values"])


def test_a_promise_whose_words_name_no_object_is_quoted():
    says = "Work on the port is planned to begin by the end of 2025."
    promise = {"kind": "commitment", "by": BOTH, "action": "begin by the end of 2025", "modality": "planned"}
    assert line(**promise, says=says) == f"Vietnam and China plan: begin by the end of 2025: “{says}”"
    assert line(**promise, says=f"“{says}”") == f"Vietnam and China plan: begin by the end of 2025: “{says}”"


def test_values_in_words():
    assert listed(["A", "B", "C"]) == "A, B and C"
    assert date_words("2025-04-14/2025-04-15") == "14–15 April 2025"
    assert (date_words("2025-33"), date_words("2004/..")) == ("first quarter of 2025", "since 2004")
    assert (figure(1580000), quantity(1, "rank"), quantity(4.5, "percent", "about")) == (
        "1.58 million",
        "rank 1",
        "~4.5 %",
    )


def test_a_sentence_that_names_everybody_stands_alone():
    shown = {n: FieldView(n, v, "single_source", ()) for n, v in (("form", "other"), ("actors", ["Chile", "Peru"]))}
    assert caption("event", shown, "Chile and Peru opened a post.") == "“Chile and Peru opened a post.”"
    assert caption("event", shown, "They opened a post.") == "Chile and Peru: “They opened a post.”"
