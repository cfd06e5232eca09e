"""A promise that is told as kept: a rung reached where another says so, a step where only the promisor does."""

from __future__ import annotations

import pytest

from claims import told
from comity.reconcile.kept import says_kept
from comity.reconcile.progress import steps


def promise(says, published="2023-01-10", **more):
    record = {"kind": "commitment", "by": ["Turkey"], "action": "open a consulate at Varna", "modality": "pledged"}
    head, claims = told("d" + published, published, {**record, "says": says, **more})
    return claims[0], head


@pytest.mark.parametrize(
    ("says", "kept"),
    [
        ("Turkey has carried out its promise to open a consulate at Varna.", True),
        ("Turkey made good on its 2023 pledge to open a consulate at Varna.", True),
        ("Turkey has not kept its promise to open a consulate at Varna.", False),
        ("Turkey never honoured the pledge to open a consulate at Varna.", False),
        ("Turkey promised to open a consulate at Varna.", False),
    ],
)
def test_words_that_tell_of_a_kept_promise(says, kept):
    assert says_kept(promise(says)[0]) is kept


@pytest.mark.parametrize(("speaker", "reached"), [("Bulgaria", True), ("", True), ("Turkey", False)])
def test_promise_told_as_kept_is_fulfilled_unless_only_the_promisor_says_so(speaker, reached):
    first = promise("Turkey promised to open a consulate at Varna.")
    later = promise("Turkey has kept its promise to open a consulate at Varna.", "2024-03-01", speaker=speaker)
    assert [(s.rung, s.reached, s.rule) for s in steps("commitment", [first, later])] == [
        ("open", True, "first_told"),
        ("fulfilled", reached, "ended"),
    ]
