"""What is known to be one thing across documents is joined, and what only looks like it is not."""

from __future__ import annotations

import pytest

from quality.across import from_gold, from_own_reading, present, total

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not present(), reason="the known pairs are not beside this checkout"),
]


def test_gold_records_are_joined_and_judged():
    counts = total(from_gold)
    assert counts["joined"] >= 0.9 * counts["pairs"]
    assert counts["wrong"] == 0
    assert counts["right"] >= 0.8 * counts["judgements"]


def test_our_own_reading_joins_no_look_alikes():
    counts = total(from_own_reading)
    assert counts["joined"] >= 0.5 * counts["pairs"]
    assert counts["wrong"] == 0
