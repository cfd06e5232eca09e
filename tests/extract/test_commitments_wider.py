"""Commitments in words that other outlets use: envoys of bodies, leaders without a name, what is no act to come."""

from __future__ import annotations

import pytest

from drafts import commitments_of as found
from drafts import only_commitment as one


def test_an_envoy_of_a_body_binds_the_body() -> None:
    made = one("The African Union's trade commissioner has offered to mediate between Kenya and Nigeria.")
    assert (made.value("by"), made.value("action")) == (("African Union",), "mediate between Kenya and Nigeria")


@pytest.mark.parametrize(
    "text",
    [
        "Sweden has ordered two Iranian diplomats to leave the country within a week.",
        "Peru said the Amazon Union, a pact with Chile, will enter into force in May.",
    ],
)
def test_expulsions_and_texts_in_force_are_no_acts_to_come(text: str) -> None:
    assert not found(text)
