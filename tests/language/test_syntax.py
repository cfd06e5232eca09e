"""The tree of a sentence as plain objects: order, subjects shared through coordination, and what is mended."""

from __future__ import annotations

import pytest

from comity.language.syntax import Token
from reading import reading_of, word


def token(text: str, spelled: str) -> Token:
    return word(reading_of(text), spelled)


def test_every_token_stands_where_its_offsets_say() -> None:
    reading = reading_of("Chile and Bolivia met.\n\n“Nothing is lost,” said Peru’s envoy — in Lima.")
    assert [t.i for t in reading.tokens] == list(range(len(reading.tokens)))
    assert all(reading.view.text[t.start : t.end] == t.text for t in reading.tokens)
    assert [t for s in reading.sentences for t in s.tokens] == list(reading.tokens)


def test_subtrees_hold_their_words() -> None:
    reading = reading_of("The foreign minister of Ghana said that Togo would reopen the border.")
    said, reopen, ghana = (word(reading, w) for w in ("said", "reopen", "Ghana"))
    assert said.is_root
    assert reading.sentences[0].root is said
    assert reopen.within(said)
    assert not ghana.within(reopen)
    assert said.left == 0
    assert all(t.left <= t.i <= t.right for t in reading.tokens)


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Kenya bought wheat and sold tea to Uganda.", "sold", "Kenya"),
        ("Nepal wants to export power to India.", "export", "Nepal"),
        ("Qatar, which borders Saudi Arabia, reopened its embassy.", "reopened", "Qatar"),
        ("Visas were issued by Mongolia.", "issued", "Visas"),
    ],
)
def test_the_subject_is_shared(text: str, verb: str, subject: str) -> None:
    found = token(text, verb).subject()
    assert found is not None
    assert found.text == subject


def test_a_reported_clause_does_not_borrow_the_speaker() -> None:
    found = token("Peru said that Chile would pay.", "pay").subject()
    assert found is not None
    assert found.text == "Chile"


def test_conjuncts_are_flat_and_in_order() -> None:
    first = token("Finland, Estonia and Latvia share power.", "Finland")
    assert [t.text for t in first.conjuncts] == ["Finland", "Estonia", "Latvia"]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The two sides agreed to lower tariffs.", "lower"),
        ("Norway will in turn sell gas to Denmark.", "sell"),
        ("Under the deal, Sweden is to lend coal, and Norway will in turn sell it gas.", "sell"),
        ("Norway will, in return, buy fish from Denmark.", "buy"),
    ],
)
def test_a_verb_taken_for_another_word_is_mended(text: str, verb: str) -> None:
    found = token(text, verb)
    assert (found.tag, found.lemma) == ("VB", verb)
    assert found.child("obj") is not None
    subject = found.subject()
    assert subject is not None
    assert subject.text in {"sides", "Norway"}
