"""Posts: the longest one wins, plurals are told, and every post of the lexicon is found."""

from __future__ import annotations

import pytest

from comity.language.offices import Office, find_offices
from comity.vocab import load
from reading import reading_of


def offices(text: str) -> list[Office]:
    return find_offices(reading_of(text).sentences[0])


@pytest.mark.parametrize(
    ("text", "name", "level", "where"),
    [
        ("Lithuania's deputy foreign minister came to Oslo.", "deputy foreign minister", "deputy_minister", "ministry"),
        ("The Chief Cabinet Secretary of Japan spoke.", "chief cabinet secretary", "minister", "government"),
        ("Vietnam's Party General Secretary left for Laos.", "party general secretary", "leader", "party"),
        ("The governor of Sonora called Arizona.", "governor", "local", "body"),
        ("The ambassador of Oman handed over the letter.", "ambassador", "official", "mission"),
        ("A Thai foreign ministry spokesperson denied it.", "foreign ministry spokesperson", "official", "ministry"),
        ("Rear Admiral Silva inspected the ship.", "rear admiral", "service", "military"),
    ],
)
def test_the_longest_post_is_found(text: str, name: str, level: str, where: str) -> None:
    found = offices(text)
    assert [(o.name, o.level, o.where, o.plural) for o in found] == [(name, level, where, False)]


def test_plurals_are_told() -> None:
    assert [(o.name, o.plural) for o in offices("The foreign ministers of Greece and Cyprus met.")] == [
        ("foreign minister", True)
    ]


def test_experts_speak_for_no_state() -> None:
    found = offices("Kim Soo-jin, a professor in Busan, and the foreign minister of Malta disagreed.")
    assert [(o.name, o.expert) for o in found] == [("professor", True), ("foreign minister", False)]


def test_posts_do_not_overlap() -> None:
    found = offices("Pakistan's Deputy Prime Minister and Foreign Minister Ishaq Dar landed in Dhaka.")
    assert [o.name for o in found] == ["deputy prime minister", "foreign minister"]
    assert found[0].end <= found[1].start


def test_a_verb_is_no_post() -> None:
    assert offices("Kenya will head the convoy to Chad.") == []


def test_every_post_has_a_level() -> None:
    levels = {"leader", "head_of_government", "minister", "deputy_minister", "official", "service", "local"}
    assert {post["level"] for post in load("offices")["posts"].values()} <= levels


def test_those_who_sit_in_a_body_hold_no_post_of_whoever_is_named_behind_it() -> None:
    assert [o.name for o in offices("The Cabinet of Ministers met.")] == []
    text = "Deputy Chairman of the Cabinet of Ministers Kamchy Tashi announced it."
    assert len(reading_of(text).references.at[8].titles) == 1
