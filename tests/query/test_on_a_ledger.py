"""The views on a real ledger, from adding to Markdown."""

from __future__ import annotations

import json
from datetime import date

import pytest

from claims import extraction
from comity.export import ledger_csv, ledger_json, plover
from comity.export.brief_markdown import markdown
from comity.ledger import Ledger
from comity.query import brief, diff, every, holders, intensity, offices, overview

PAIR = ("SRB", "HUN")
SIDES = ["Hungary", "Serbia"]
DOCUMENTS = (
    extraction(
        "pledge", "2021-03-01",
        {
            "kind": "commitment", "says": "Hungary and Serbia agreed to build the Subotica-Szeged railway by 2023.",
            "by": SIDES, "action": "build the Subotica-Szeged railway", "modality": "agreed", "due": "2023",
        },
        {
            "kind": "commitment", "says": "They agreed to open a joint customs post at Tompa by 2022.",
            "by": SIDES, "action": "open a joint customs post at Tompa", "modality": "agreed", "due": "2022",
        },
        {
            "kind": "role", "says": "President Aleksandar Vucic spoke.", "person": "Aleksandar Vucic",
            "post": "President", "organization": "Serbia", "as_of": "2021-03-01", "status": "current",
        },
    ),
    extraction(
        "opening", "2023-11-30",
        {
            "kind": "project", "says": "The Subotica-Szeged railway of Hungary and Serbia opened on 28 November 2023.",
            "name": "Subotica-Szeged railway", "project_type": "railway", "status": "operating",
            "participants": SIDES, "completion": {"value": {"value": "2023-11-28", "basis": "actual"}},
        },
        {
            "kind": "event", "says": "Aleksandar Vucic and Viktor Orban met in Szeged on 28 November 2023.",
            "form": "meeting", "category": "CONSULT", "actors": ["Aleksandar Vucic", "Viktor Orban"],
            "date": "2023-11-28", "phase": "held", "place": "Szeged",
        },
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    with Ledger.open(tmp_path_factory.mktemp("ledger") / "views.db") as opened:
        assert [added.state for added in opened.add_extractions(DOCUMENTS)] == ["added", "added"]
        yield opened


def test_a_promise_kept_is_no_longer_awaited(ledger):
    before = brief(ledger, PAIR, date(2023, 6, 1))
    assert [fact.record.get("action") for fact in before.section("overdue").facts] == [
        "open a joint customs post at Tompa"
    ]
    found = {record.get("action"): record.status for record in every(ledger, kind="commitment", relation=PAIR)}
    assert found == {"build the Subotica-Szeged railway": "fulfilled", "open a joint customs post at Tompa": "open"}
    after = brief(ledger, "HUN-SRB", date(2024, 6, 1), since=date(2023, 6, 1))
    assert [fact.record.status for fact in after.section("overdue").facts] == ["open"]
    assert ("status", "fulfilled") in {(fact.code, fact.after) for fact in after.section("new").facts}


def test_a_brief_of_it_is_footnoted_throughout(ledger):
    text = markdown(brief(ledger, PAIR, date(2024, 6, 1), since=date(2023, 6, 1)))
    assert "now fulfilled, before open.[^" in text
    assert "The Subotica-Szeged railway of Hungary and Serbia opened on 28 November 2023." in text


def test_two_days_differ_by_what_was_published_between_them(ledger):
    assert list(diff(ledger, date(2021, 4, 1), date(2023, 11, 29))) == []
    sorts = sorted((change.sort, change.record.kind) for change in diff(ledger, date(2023, 11, 29), date(2023, 11, 30)))
    assert sorts == [("new", "event"), ("new", "project"), ("status", "commitment")]


def test_offices_intensity_and_numbers(ledger):
    (term,) = holders(offices(every(ledger, kind="role")), date(2022, 1, 1))
    assert term.person == "Aleksandar Vucic"
    (point,) = intensity(every(ledger, relation=PAIR))
    assert (point.month, point.total) == ("2023-11", 1.0)
    assert ledger.record(point.events[0][0]).get("place") == "Szeged"
    assert overview(ledger.documents(), every(ledger), date(2024, 6, 1)).standings["overdue"] == 1


def test_exports(ledger):
    records = json.loads("".join(ledger_json.pieces(every(ledger))))["records"]
    assert sorted(record["id"] for record in records) == sorted(record.id for record in ledger.records())
    assert len("".join(ledger_csv.pieces(every(ledger))).splitlines()) == 1 + len(records)
    assert len("".join(plover.pieces(every(ledger), ledger.documents())).splitlines()) == 2


def test_a_value_that_no_text_gives_is_called_a_correction_and_cites_what_it_corrects(tmp_path):
    with Ledger.open(tmp_path / "corrected.db") as own:
        list(own.add_extractions(DOCUMENTS))
        (target,) = (r for r in own.records(kind="commitment") if "customs" in r.caption)
        own.decide("correct", target.id, who="Edit", field="due", value="2030", why="a slip of the pen")
        own.decide("correct", target.id, who="Edit", field="action", value="open a customs post", why="wording")
        text = markdown(brief(own, PAIR, date(2029, 12, 1)))
    (told,) = [line for line in text.splitlines() if "customs post" in line and "due 2030" in line]
    assert "action and due as corrected by a reviewer).[^" in told


def test_a_stage_that_a_person_sets_ends_the_waiting(tmp_path):
    with Ledger.open(tmp_path / "ruled.db") as own:
        list(own.add_extractions(DOCUMENTS))
        (target,) = (r for r in own.records(kind="commitment") if "customs" in r.caption)
        own.decide("correct", target.id, who="Edit", field="status", value="lapsed", why="given up")
        assert own.record(target.id).status == "lapsed"
        assert brief(own, PAIR, date(2024, 6, 1)).section("overdue").facts == ()


def test_a_look_back_that_was_taken_before_knows_what_came_in_since(tmp_path):
    with Ledger.open(tmp_path / "looked.db") as own:
        list(own.add_extractions(DOCUMENTS))
        day = date(2023, 6, 1)
        before = own.past(day, PAIR)
        assert own.past(day, PAIR) == before
        earlier = extraction("early", "2021-02-01", {
            "kind": "commitment", "says": "Hungary and Serbia agreed to build the Subotica-Szeged railway by 2023.",
            "by": SIDES, "action": "build the Subotica-Szeged railway", "modality": "agreed", "due": "2023",
        })  # fmt: skip
        list(own.add_extractions([earlier]))
        after = own.past(day, PAIR)
        assert {record.documents for record in before.changed} == {1}
        assert {record.documents for record in after.changed} == {2}
    with Ledger.open(tmp_path / "looked.db") as again:
        assert again.past(day, PAIR) == after
