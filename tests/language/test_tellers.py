"""Who goes on telling, and who is the source of a whole sentence."""

from __future__ import annotations

import pytest

from drafts import commitments_of, fields, only_commitment

TALKS = "President Amara Suluhu of Liberia hosted Togolese President Hakainde Bemba in Monrovia on Monday. "


def test_pronouns_and_offices_mean_whoever_told_before() -> None:
    """A bare office goes on with the report, though another who holds one was named in between."""
    text = (
        TALKS
        + "Receiving President Bemba at the State House, Suluhu said Liberia would lower fees. "
        + "On roads, the president said Liberia would pave the coast road. She said Liberia would buy fuel from Togo."
    )
    assert [d.speaker for d in commitments_of(text)] == ["Amara Suluhu"] * 3


def test_another_name_ends_the_stretch() -> None:
    """Whoever is named as telling next is meant from then on."""
    text = (
        TALKS
        + "Suluhu said Liberia would lower fees. Bemba said Togo would pay for the road. "
        + "He added that Togo would lend fuel."
    )
    assert [d.speaker for d in commitments_of(text)] == ["Amara Suluhu", "Hakainde Bemba", "Hakainde Bemba"]


@pytest.mark.parametrize(
    ("text", "action", "speaker"),
    [
        (
            "Uganda and Rwanda agreed to set up a joint market at the border, according to the New Vision.",
            "set up a joint market at the border",
            "New Vision",
        ),
        (
            "Uganda and Rwanda agreed that Kampala would sell milk to Rwanda in two years, according to a newspaper.",
            "sell milk to Rwanda in two years",
            "newspaper",
        ),
    ],
)
def test_a_source_at_the_end_is_that_of_the_whole_sentence(text: str, action: str, speaker: str) -> None:
    """It is no part of the act, and vouches for what several have agreed on."""
    made = only_commitment(text)
    assert (made.value("action"), made.speaker) == (action, speaker)


def test_we_agreed_binds_both_sides() -> None:
    """One of two tells what both have agreed on; what "we" will do is the speaker's side's."""
    text = (
        "Chadian President Ali Deby told reporters after talks with his Libyan counterpart Omar Fezzani: "
        '"We agreed to reopen the border. We will build a road to Libya."'
    )
    first, second = commitments_of(text)
    assert fields(first, "by", "modality") == (("Libya", "Chad"), "agreed")
    assert fields(second, "by", "modality") == (("Chad",), "pledged")


def test_what_several_will_discuss_is_a_plan() -> None:
    """Nothing is agreed on before they have met."""
    made = only_commitment("The presidents of Peru and Chile will discuss the railway to Arica.")
    assert fields(made, "by", "modality") == (("Peru", "Chile"), "planned")
