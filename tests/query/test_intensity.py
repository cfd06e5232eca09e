from __future__ import annotations

import pytest

from comity.query import intensity
from comity.vocab import load
from query.shelf import said, shelf


def event(category, day, published="2024-12-01", form="meeting", phase="held", **more):
    return said(
        "event", f"Something of {category} happened on {day} ({published}).", published, form=form, category=category,
        actors=["Moldova", "Romania"], date=day, phase=phase, **more,
    )  # fmt: skip


def series(*events):
    return intensity(shelf(*((told,) for told in events)).records())


def test_every_root_has_a_weight_within_the_scale_and_one_quad():
    rules = load("intensity")
    roots = load("kinds")["kinds"]["event"]["category"]["values"]
    assert set(rules["weights"]) == set(roots)
    assert all(-10 <= weight <= 10 for weight in rules["weights"].values())
    assert sorted(root for quad in rules["quads"].values() for root in quad) == sorted(roots)


@pytest.mark.parametrize("root", load("kinds")["kinds"]["event"]["category"]["values"])
def test_conflict_is_below_and_cooperation_above_zero(root):
    rules = load("intensity")
    quad = next(name for name, roots in rules["quads"].items() if root in roots)
    assert (rules["weights"][root] > 0) == quad.endswith("Coop")


def test_months_add_up_and_lead_to_their_events():
    told = [event("AGREE", "2024-01-10"), event("ACCUSE", "2024-01-20"), event("AID", "2024-03-05/2024-03-07")]
    points = series(*told)
    assert [point.month for point in points] == ["2024-01", "2024-02", "2024-03"]
    assert (points[0].total, points[0].mean, points[0].cooperation, points[0].conflict) == (2.0, 1.0, 4.0, -2.0)
    assert (points[1].total, points[1].mean, points[1].events) == (0, None, ())
    assert points[2].events == ((told[2][0].id, 7.0),)
    assert points[2].as_dict()["events"] == [{"record": told[2][0].id, "weight": 7.0}]


@pytest.mark.parametrize(
    "told",
    [
        event("AGREE", "2024-01-10", phase="scheduled"),
        event("AGREE", "2024-01-10", phase="historical"),
        event("AGREE", "2024-01-10", phase="cancelled"),
        event("AGREE", "2024-01-10", certainty="hedged"),
        event("AGREE", "2024"),
        event("AGREE", "2024-33"),
        event("AGREE", "../2024-01-10"),
    ],
)
def test_what_does_not_count(told):
    assert series(told) == ()


def test_an_event_that_many_tell_counts_once():
    first, second = event("AGREE", "2024-01-10"), event("AGREE", "2024-01-10", "2024-12-02")
    (point,) = intensity(shelf((first, second)).records())
    assert point.total == 4.0


def test_a_series_runs_over_the_new_year():
    points = series(event("AGREE", "2023-11-10"), event("AGREE", "2024-02-10"))
    assert [point.month for point in points] == ["2023-11", "2023-12", "2024-01", "2024-02"]
