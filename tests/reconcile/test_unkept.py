"""What is told as not done yet leaves a promise open, with a dated step that says so."""

from __future__ import annotations

import pytest

from comity.reconcile.fulfil import fulfil_keys, fulfil_spans, fulfils
from comity.reconcile.judge.certainty import certainty_view
from comity.reconcile.progress import status_of, steps
from comity.reconcile.witnesses import Voice
from told import tell

PROMISE = tell(
    "commitment", "Bulgaria and Turkey agreed to build the bridge at Svilengrad.", "2023-03-01",
    by=["Bulgaria", "Turkey"], action="build the bridge at Svilengrad", modality="agreed",
)  # fmt: skip


def denied(published="2024-05-01", certainty="denied", words="Turkey has not yet built the Svilengrad bridge."):
    return tell(
        "project", words, published, certainty=certainty, name="Svilengrad bridge", status="operating",
        participants=["Turkey"],
    )  # fmt: skip


def test_a_denied_deed_leaves_the_promise_open():
    join = fulfils(PROMISE, denied())
    assert join is not None
    assert (join.verdict, join.second) == ("leaves_open", PROMISE[0].id)
    told = steps("commitment", [PROMISE], [denied()])
    assert [(s.rung, s.date, s.reached, s.rule) for s in told] == [
        ("open", "2023-03-01", True, "first_told"),
        ("open", "2024-05-01", False, "unkept"),
    ]
    assert told[1].evidence.quotes[0].exact == "Turkey has not yet built the Svilengrad bridge."
    assert status_of("commitment", told) == "open"


def test_both_are_found_by_a_key_and_a_span_they_share():
    for late in (denied(), standstill()):
        assert set(fulfil_keys(PROMISE[0])) & set(fulfil_keys(late[0]))
        assert set(fulfil_spans(*PROMISE)) & set(fulfil_spans(*late))


def standstill():
    words = "There has been no progress on the bridge at Svilengrad, Turkey said."
    return tell("position", words, "2024-05-01", by=["Turkey"], stance="no progress on the bridge at Svilengrad")


def test_so_does_what_says_that_there_is_no_progress():
    assert fulfils(PROMISE, standstill()).verdict == "leaves_open"


def test_what_was_denied_before_the_promise_or_of_another_thing_leaves_nothing_open():
    assert fulfils(PROMISE, denied("2023-02-01")) is None
    assert fulfils(PROMISE, tell("project", "Turkey has not built the Edirne dam.", "2024-05-01", certainty="denied",
                                 name="Edirne dam", status="operating", participants=["Turkey"])) is None  # fmt: skip
    elsewhere = tell("project", "Chile has not built it.", "2024-05-01", certainty="denied", name="Svilengrad bridge",
                     status="operating", participants=["Chile"])  # fmt: skip
    assert fulfils(PROMISE, elsewhere) is None


def test_the_promise_told_again_as_broken_is_a_step_of_its_own():
    again = tell(
        "commitment", "Turkey has not yet fulfilled its pledge to build the bridge at Svilengrad.", "2024-05-01",
        by=["Turkey"], action="build the bridge at Svilengrad", modality="pledged",
    )  # fmt: skip
    told = steps("commitment", [PROMISE, again])
    assert [(s.rung, s.reached, s.rule) for s in told] == [("open", True, "first_told"), ("open", False, "unkept")]


def test_one_document_tells_it_once():
    claim, head = denied()
    told = steps("commitment", [PROMISE], [(claim, head), (claim, head)])
    assert [s.rule for s in told] == ["first_told", "unkept"]


@pytest.mark.parametrize(
    ("asserted", "denial", "judgement"),
    [
        (("2023-03-01", "proposed"), "2024-05-01", "refined"),  # a further stage is denied
        (("2025-03-01", "operating"), "2024-05-01", "updated"),  # "not yet", and done later
        (("2024-03-01", "operating"), "2024-05-01", "contradicted"),
    ],
)
def test_a_denial_contradicts_only_what_it_excludes(asserted, denial, judgement):
    published, status = asserted
    told = tell("project", f"The bridge is {status}.", published, name="Svilengrad bridge", status=status)
    members = [told, denied(denial)]
    voices = {head.key: Voice(frozenset([head.key])) for _, head in members}
    assert certainty_view(members, voices).judgement == judgement
