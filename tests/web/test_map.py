"""The map: views, the outline of the land, names that cover nothing, places of the gazetteer."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from comity.vocab import rows
from comity.web.charts.labels import Named, placed
from comity.web.charts.outline import View, around, land, rings
from comity.web.charts.world import SHAPE, Place, drawn
from comity.web.pages.places import found

WORLD = View(-180.0, -57.0, 180.0, 80.0, 1140)


def test_every_state_of_the_gazetteer_that_is_no_islet_has_land():
    drawn_states = {iso3 for iso3, _ in rings()}
    missing = {row[0] for row in rows("states")} - drawn_states
    assert missing <= {"XKX", "TUV", "GIB", "MAC", "MCO"}  # the first has no code there, the others are too small


def test_no_ring_leaps_across_the_map():
    for iso3, ring in rings():
        assert all(abs(a[0] - b[0]) < 60 for a, b in pairwise(ring)), iso3


@pytest.mark.parametrize("view", [WORLD, View(95.0, 5.0, 125.0, 25.0, 1140)])
def test_land_stays_near_the_drawing(view):
    for one in land(view):
        for start, steps in re.findall(r"M([^l]+)l([^z]+)z", one.path):
            x, y = map(float, start.split())
            numbers = [float(n) for n in steps.split()]
            for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
                x, y = x + dx, y + dy
                assert -10.5 <= x <= view.width + 10.5, one.iso3
                assert -10.5 <= y <= view.height + 10.5, one.iso3


@pytest.mark.parametrize(
    "places",
    [[(21.0, 105.8)], [(21.0, 105.8), (39.9, 116.4)], [(38.9, -77.0), (39.9, 116.4)], [(-41.3, 174.8), (64.1, -21.9)]],
)
def test_a_view_holds_its_places_in_a_shape_that_fits_a_screen(places):
    view = around(places, 1140, (16.0, 34.0), SHAPE)
    for lat, lon in places:
        x, y = view.at(lat, lon)
        assert 0 <= x <= view.width
        assert 0 <= y <= view.height
    assert 0.3 <= view.height / view.width <= 0.6


def test_states_of_the_relation_are_marked():
    chart = drawn([Place(21.0, 105.8, "Hanoi", 3, "Hanoi: 3", "/map")], ["VNM"])
    assert [one.iso3 for one, on in chart.lands if on] == ["VNM"]
    assert drawn([], ["VNM"]) is None


def test_names_cover_neither_each_other_nor_marks():
    marks = [Named(100, 100, 5, "Hanoi"), Named(104, 101, 5, "Hai Phong"), Named(106, 103, 5, "Ha Long")]
    labels = placed(marks, (300, 200))
    assert labels[0] is not None
    assert len({(label.x, label.y) for label in labels if label}) == sum(label is not None for label in labels)
    crowd = [Named(100 + n % 4, 100 + n // 4, 5, "Some long name") for n in range(16)]
    assert sum(label is not None for label in placed(crowd, (300, 200))) <= 4


def test_a_place_is_looked_for_in_the_states_that_take_part_and_a_region_is_none():
    assert found("Hanoi", ("CHN", "VNM")).name == "Hanoi"
    assert found("China", ("CHN", "VNM")).whole
    assert found("Southeast Asia", ("VNM",)) is None
    assert found("Nowhere at all", ("VNM",)) is None
