"""Bare names: what is named after a place."""

from __future__ import annotations

from comity.language.bare_names import arrangement


def test_an_arrangement_is_no_place() -> None:
    assert arrangement(["Nairobi", "Process"], "place")
    assert not arrangement(["Nairobi", "Process"], "org")
    assert not arrangement(["Process"], "place")
