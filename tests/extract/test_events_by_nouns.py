"""Acts told by nouns, in relative clauses and by phrases; aid cut off, borders crossed, wars come near."""

from __future__ import annotations

import pytest

from drafts import event_of_form as of_form
from drafts import events_of as found
from drafts import fields


@pytest.mark.parametrize(
    ("text", "form", "actors", "recipients"),
    [
        ("Norway has paused 40 million kroner in budget support to Malawi.", "sanction", "Norway", "Malawi"),
        ("Australia put on hold its aid to Nauru.", "sanction", "Australia", "Nauru"),
        ("Norway's suspension of aid to Malawi angered Lilongwe.", "sanction", "Norway", "Malawi"),
        ("India's suspension of the water treaty with Nepal remains in place.", "sanction", "India", "Nepal"),
        ("Venezuela ordered the suspension of the gas agreement with Guyana.", "sanction", "Venezuela", "Guyana"),
        ("The easing by Ottawa of sanctions on Myanmar was announced on Monday.", "sanction", "Canada", "Myanmar"),
        ("Bolivian soybeans are already banned in Peru.", "sanction", "Peru", "Bolivia"),
        ("Mali retaliated with an order to five French diplomats to leave.", "expulsion", "Mali", "France"),
        ("The arrest in Nairobi of a Somali employee angered Mogadishu.", "incident", "Kenya", "Somalia"),
        ("Rwanda, which Burundi accuses of backing rebels, denied it.", "accusation", "Burundi", "Rwanda"),
        ("Burundi laid the blame for the raid on Rwanda.", "accusation", "Burundi", "Rwanda"),
        ("Accused by Peru of hiding smugglers, Bolivia said it had done nothing.", "accusation", "Peru", "Bolivia"),
        ("Kenya gave Somalia two weeks to withdraw its troops or face sanctions.", "threat", "Kenya", "Somalia"),
        ("Honduran troops crossed into El Salvador on Monday.", "incident", "Honduras", "El Salvador"),
        ("Rwandan troops occupied a hill inside Burundi on Monday.", "attack", "Rwanda", "Burundi"),
    ],
)
def test_acts_with_a_doer_and_one_who_is_acted_on(text: str, form: str, actors: str, recipients: str) -> None:
    assert fields(of_form(text, form), "actors", "recipients") == ((actors,), (recipients,))


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Chile and Argentina came to the brink of war in 1978.", "incident"),
        ("Fiji and Samoa struck a series of agreements on Monday.", "signing"),
        ("Eritrea and Ethiopia share a border. Both armies blame the other.", "accusation"),
        ("The mutual ban on trade between Ghana and Togo remains in place.", "sanction"),
    ],
)
def test_acts_that_go_both_ways_have_all_sides_as_actors(text: str, form: str) -> None:
    made = of_form(text, form)
    assert (len(made.value("actors")), made.value("recipients") or ()) == (2, ())


@pytest.mark.parametrize(
    "text",
    [
        "Kenya called for the suspension of the treaty with Somalia.",
        "Kenya opposes the lifting of sanctions on Sudan.",
        "Kenya demanded the release of two Kenyan fishermen from Somalia's government.",
        "Fiji struck a deal with Samoa on Monday to share a cable.",
    ],
)
def test_what_is_wished_feared_or_talked_about_is_not_done(text: str) -> None:
    assert not [d for d in found(text) if d.value("form") in {"sanction", "attack", "other"}]
