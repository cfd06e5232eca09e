"""Complements of a governing word, and how far a clause reaches."""

from __future__ import annotations

import pytest

from comity.language.clauses import complements, coordinated, extent, modal, shares_object
from reading import reading_of, word


def governed(text: str, trigger: str) -> list[tuple[str, str, str, str]]:
    """Form, words, actor and modal of what a word governs."""
    reading = reading_of(text)
    out = []
    for c in complements(word(reading, trigger)):
        first, last = extent(c.head, reading.tokens)
        words = reading.text_of(first, last if c.last is None else c.last)
        out.append((c.kind, words, c.actor.text if c.actor else "", c.modal))
    return out


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        (
            "Chile and Bolivia agreed to maintain the dialogue and reopen the consulates; modernise the railway; and "
            "train officers together.",
            "agreed",
            ["maintain the dialogue", "reopen the consulates", "modernise the railway", "train officers together"],
        ),
        ("Vietnam called on Laos to manage and protect shared rivers.", "called", ["manage and protect shared rivers"]),
        ("Kenya suggested opening a consulate in Uganda.", "suggested", ["opening a consulate in Uganda"]),
        ("Ghana is committed to deepening trade with Togo.", "committed", ["deepening trade with Togo"]),
    ],
)
def test_the_words_governed(text: str, trigger: str, expected: list[str]) -> None:
    assert [words for _, words, _, _ in governed(text, trigger)] == expected


def test_the_object_of_asking_is_the_actor() -> None:
    assert governed("Malaysia urged Myanmar to stop the fighting.", "urged") == [
        ("infinitive", "stop the fighting", "Myanmar", "")
    ]
    assert governed("Vietnam called on Laos to protect the river.", "called")[0][2] == "Laos"


def test_an_object_in_control_is_told() -> None:
    found = complements(word(reading_of("Argentina asked Uruguay to reopen the bridge."), "asked"))
    assert [c.controlled for c in found] == [True]


def test_a_that_clause_has_its_own_actor_and_modal() -> None:
    kind, _, actor, said = governed("Peru hoped that Chile would open its ports.", "hoped")[0]
    assert (kind, actor, said) == ("that", "Chile", "would")


def test_a_bare_clause_after_a_proposal() -> None:
    kind, words, actor, said = governed("Singapore proposed that Indonesia host the next round.", "proposed")[0]
    assert (kind, words, actor, said) == ("that", "host the next round", "Indonesia", "")


def test_a_purpose_is_no_second_complement() -> None:
    assert len(governed("Nepal agreed to build a road to link its towns with India.", "agreed")) == 1


def test_verbs_that_share_an_object_are_one() -> None:
    reading = reading_of("The parties will manage and resolve disputes and reopen the road.")
    manage, resolve = word(reading, "manage"), word(reading, "resolve")
    assert shares_object(manage, resolve)
    assert [v.text for v in coordinated(manage)] == ["manage", "reopen"]


@pytest.mark.parametrize(
    ("text", "verb", "said"),
    [
        ("Poland won't sign the pact.", "sign", "will"),
        ("We'll open the road.", "open", "will"),
        ("Oman should host the talks.", "host", "should"),
        ("Oman hosts the talks.", "hosts", ""),
    ],
)
def test_modals_in_full(text: str, verb: str, said: str) -> None:
    assert modal(word(reading_of(text), verb)) == said


def test_a_clause_ends_before_one_that_tells_of_something_else() -> None:
    reading = reading_of("Kuwait will fund the port while Iraq builds the road.")
    first, last = extent(word(reading, "fund"), reading.tokens)
    assert reading.text_of(first, last) == "fund the port"
