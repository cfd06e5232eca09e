"""No accuracy is lost, and no gold changed, without anyone saying so (``make floors``)."""

from __future__ import annotations

import pytest

from quality.floors import rates, read
from quality.sets import SETS, report

pytestmark = pytest.mark.slow

DELIBERATE = "; if that is meant, run `make floors` and commit what it writes"


@pytest.fixture(params=SETS, ids=lambda s: s.name)
def gold_set(request):
    if not request.param.present:
        pytest.skip(f"the articles of {request.param.name} are not beside this checkout")
    return request.param


def test_gold_is_as_it_was(gold_set):
    assert gold_set.sha256() == read()[gold_set.name]["sha256"], f"the gold of {gold_set.name} changed{DELIBERATE}"


def test_accuracy_holds(gold_set):
    measured, floors = rates(report(gold_set)), read()[gold_set.name]["floors"]
    assert set(measured) == set(floors)
    below = {name: (measured[name], floor) for name, floor in floors.items() if measured[name] < floor}
    assert not below, f"(measured, floor) on {gold_set.name}: {below}{DELIBERATE}"


def test_every_quote_is_exact(gold_set):
    assert report(gold_set)["bad_quotes"] == 0
