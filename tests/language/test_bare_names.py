"""Bare names: what is named after a place, and where a post is held."""

from __future__ import annotations

from comity.language.bare_names import arrangement, where_held


def test_an_arrangement_is_no_place() -> None:
    assert arrangement(["Nairobi", "Process"], "place")
    assert arrangement(["Nairobi", "Process"], "org")
    assert not arrangement(["Nairobi", "Council"], "org")
    assert not arrangement(["Process"], "place")


def test_where_a_post_is_held_is_no_person() -> None:
    words = ["the", "mayor", "of", "Vaitele", ",", "Sione", "Lafaele", ",", "spoke"]
    assert where_held(words, 3, 4, {1})
    assert not where_held(words, 3, 4, set())
    assert not where_held([*words[:5], "said", "Lafaele"], 3, 4, {1})
