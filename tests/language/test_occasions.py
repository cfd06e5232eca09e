"""Votes and other named occasions, and what they cover."""

from __future__ import annotations

import pytest

from comity.language.occasions import is_occasion
from reading import reading_of


def named(text: str, kind: str) -> list[str]:
    return [m.entity.name for m in reading_of(text).references.mentions if m.entity.kind == kind]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("She won her seat in the 1992 United Kingdom general election.", "1992 United Kingdom general election"),
        ("Mendes lost the 2022 Brazilian presidential election to Souza.", "2022 Brazilian presidential election"),
        ("He stood in the February 1974 Peru local elections.", "February 1974 Peru local elections"),
    ],
)
def test_the_state_in_the_name_of_a_vote_is_no_actor(text: str, event: str) -> None:
    assert event in named(text, "event")
    assert named(text, "state") == []


def test_a_year_before_a_state_alone_names_no_vote() -> None:
    assert named("In 2024 Peru held a general election.", "state") == ["Peru"]


def test_only_votes_and_wars_cover_other_names() -> None:
    assert is_occasion(["Chaco", "War"])
    assert not is_occasion(["ASEAN", "Summit"])
    assert not is_occasion(["War"])
