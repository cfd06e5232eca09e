"""Relative clauses whose subject stands between the pronoun and the verb, and subjects read twice."""

from __future__ import annotations

import pytest

from reading import reading_of, word


@pytest.mark.parametrize(
    ("text", "verb", "lemma", "subject"),
    [
        ("Rwanda, which Burundi accuses of backing rebels, denied it.", "accuses", "accuse", "Burundi"),
        ("The zone that Azerbaijan seized from Armenia in May is mined.", "seized", "seize", "Azerbaijan"),
        ("Peru's minister, whom Bolivia's president accuses of lying, stayed away.", "accuses", "accuse", "president"),
        (
            "The pact, which the two governments initialled last year, is not in force.",
            "initialled",
            "initial",
            "governments",
        ),
        ("Mali, whom France's president blamed for the raid, was angry.", "blamed", "blame", "president"),
        ("The aid Norway suspended last week was meant for Malawi.", "suspended", "suspend", "Norway"),
    ],
)
def test_the_subject_before_the_verb_of_a_relative_clause(text: str, verb: str, lemma: str, subject: str) -> None:
    found = word(reading_of(text), verb)
    own = found.child("nsubj")
    assert (found.lemma, found.tag[:2], own.text if own else "") == (lemma, "VB", subject)


def test_a_passive_relative_clause_is_left_alone() -> None:
    found = word(reading_of("The pact that was signed in May is good."), "signed")
    assert (found.tag, found.child("nsubj")) == ("VBN", None)


def test_the_name_of_a_people_goes_with_its_noun() -> None:
    reading = reading_of("Rwandan troops occupied a hill inside Burundi on Monday.")
    assert word(reading, "Rwandan").head.text == "troops"


def test_a_phrase_between_the_auxiliary_and_its_participle() -> None:
    found = word(reading_of("Peru's premier has by now nominated Mr Boric for the prize."), "nominated")
    assert (found.tag, found.is_root, [c.text for c in found.all("aux")]) == ("VBN", True, ["has"])


def test_a_participle_between_commas_is_no_verb_of_its_own() -> None:
    reading = reading_of("A border treaty, also concluded on Tuesday, will go to the parliaments of Ghana and Togo.")
    assert (word(reading, "concluded").tag, word(reading, "concluded").dep) == ("VBN", "acl")


def test_a_time_clause_has_its_own_verb_and_object() -> None:
    text = "Oman and India agreed to talk three weeks after Omani guards detained eleven Indian fishermen."
    found = word(reading_of(text), "detained")
    assert [getattr(found.child(dep), "text", "") for dep in ("nsubj", "obj")] == ["guards", "fishermen"]


def test_the_subject_of_a_passive_undergoes_it() -> None:
    found = word(reading_of("Mr Lopez, on his third visit to Oman since 2019, was received by the king."), "received")
    assert found.child("nsubj:pass") is not None


def test_a_second_verb_is_no_part_of_the_first_ones_object() -> None:
    found = word(
        reading_of(
            "Honduras on Tuesday recalled its ambassador to El Salvador and halted imports of Salvadoran cement."
        ),
        "halted",
    )
    assert (found.tag, found.dep, getattr(found.child("obj"), "text", "")) == ("VBD", "conj", "imports")


def test_the_first_of_three_verbs_has_the_subject() -> None:
    text = "The two countries fought a war in 1969, came close to blows over an islet and signed a treaty in 2013."
    found = word(reading_of(text), "came")
    assert getattr(found.subject(), "text", "") == "countries"
