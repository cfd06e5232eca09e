"""Future acts in constructions without a governing verb: terms of a deal, what one may or has to do, a year to V."""

from __future__ import annotations

import pytest

from drafts import commitments_of as found
from drafts import fields
from drafts import only_commitment as one

LEAD = "The foreign ministers of Laos and Thailand met in Vientiane. "
BOTH = ("Laos", "Thailand")


@pytest.mark.parametrize(
    ("text", "by", "action", "modality"),
    [
        ("The memorandum commits Thailand to buying power.", ("Thailand",), "buying power", "pledged"),
        ("The treaty commits each country to act against smugglers.", BOTH, "act against smugglers", "pledged"),
        ("The accord obliges Thailand to return the boats.", ("Thailand",), "return the boats", "pledged"),
        ("The treaty binds either side to warn the other.", BOTH, "warn the other", "pledged"),
        ("The Lao envoy said Thailand would have to cut its fees.", ("Thailand",), "cut its fees", "urged"),
        ("The two men gave themselves a year to conclude a treaty.", BOTH, "conclude a treaty", "agreed"),
        ("Neither country may sell the water.", BOTH, "sell the water", "agreed"),
        ("Neither side will send troops.", BOTH, "send troops", "agreed"),
        ("Thailand may close the bridge, an analyst said.", ("Thailand",), "close the bridge", "expected"),
        ("Thailand is open to talks on the border.", ("Thailand",), "talks on the border", "pledged"),
        ("Laos is open to reviewing the fees.", ("Laos",), "reviewing the fees", "pledged"),
        ("Vientiane remained ready to seek a solution.", ("Laos",), "seek a solution", "pledged"),
        ("Thailand offered its good offices.", ("Thailand",), "its good offices", "pledged"),
        ("Laos called on its neighbour to open the bridge.", ("Thailand",), "open the bridge", "urged"),
        ("Thailand, in return, is to drop its suit.", ("Thailand",), "drop its suit", "planned"),
        ("A clause prohibits Laos from selling the water.", ("Laos",), "selling the water", "pledged"),
        ("They signed a pact that included a vow of mutual aid.", BOTH, "mutual aid", "agreed"),
        ("The Thai envoy suggested the Lao side could share the cost.", ("Laos",), "share the cost", "proposed"),
        ("The Thais renewed their wish for Laos to join the pact.", ("Laos",), "join the pact", "hoped"),
        (
            "A Thai envoy was telling us that it was over, and that Laos would open the bridge.",
            ("Laos",),
            "open the bridge",
            "pledged",
        ),
        (
            "Laos proposed a trade pact with Thailand to secure sales.",
            BOTH,
            "trade pact with Thailand to secure sales",
            "proposed",
        ),
        ('Thailand vowed to "relaunch" cooperation.', ("Thailand",), '"relaunch" cooperation', "pledged"),
        (
            "At the talks, Laos and Thailand committed to closer ties within ASEAN.",
            BOTH,
            "closer ties within ASEAN",
            "pledged",
        ),
        (
            "Laos called for respect for the law, including the treaty.",
            BOTH,
            "respect for the law, including the treaty",
            "urged",
        ),
    ],
)
def test_acts_without_a_governing_verb(text: str, by: tuple[str, ...], action: str, modality: str) -> None:
    assert fields(one(LEAD + text), "by", "action", "modality") == (by, action, modality)


def test_what_a_deal_provides_for_is_taken_apart() -> None:
    made = found(LEAD + "The deal provides for the release of the crew and the return of their boats.")
    assert [d.value("action") for d in made] == ["release of the crew", "return of their boats"]
    assert {d.value("modality") for d in made} == {"agreed"}


def test_a_participle_that_governs_acts_ends_the_act_before_it() -> None:
    made = found(LEAD + "The leaders promised to turn the page, agreeing to open the bridge.")
    assert [d.value("action") for d in made] == ["turn the page", "open the bridge"]


@pytest.mark.parametrize(
    "text",
    [
        "Laos could face higher prices.",
        "Laos might not attend the talks.",
        "The minister could not open the gate.",
        "Thailand is open to tourists from Laos.",
        "The agreement includes a preamble.",
        "Either side may lose.",
    ],
)
def test_what_befalls_or_is_denied_is_no_act(text: str) -> None:
    assert not found(LEAD + text)


def test_a_ban_on_both_is_no_guess() -> None:
    assert one(LEAD + "Neither side may sell the water.").certainty == "denied"


def test_a_possible_act_is_hedged() -> None:
    made = one(LEAD + "Thailand might return the boats, its foreign minister said.")
    assert (made.certainty, made.value("modality")) == ("hedged", "expected")


def test_whoever_is_asked_is_not_whoever_asks() -> None:
    made = one("Paetongtarn Shinawatra of Thailand wrote to Sonexay Siphandone of Laos, asking him to open the bridge.")
    assert (made.value("by"), made.speaker) == (("Sonexay Siphandone",), "Paetongtarn Shinawatra")


@pytest.mark.parametrize(
    ("text", "by", "action", "modality"),
    [
        ("Thailand says it won't be sending back the ferry.", ("Thailand",), "be sending back the ferry", "pledged"),
        (
            "Thailand sought the Lao side's cooperation in the search.",
            ("Laos",),
            "Lao side's cooperation in the search",
            "urged",
        ),
        ("Laos wants more information about the dam.", ("Thailand",), "more information about the dam", "urged"),
        ("The Thai premier said Thailand was going to open the gate.", ("Thailand",), "open the gate", "planned"),
        ("Laos will never be a threat to its neighbour.", ("Laos",), "never be a threat to its neighbour", "pledged"),
        ("Laos assured the envoy that it would open the border.", ("Laos",), "open the border", "pledged"),
        ("Laos gave an assurance that the border would be opened.", ("Laos",), "the border would be opened", "pledged"),
        ("Thailand is due to open the gate.", ("Thailand",), "open the gate", "planned"),
        ("Thailand recommended a cut in fees for trucks.", BOTH, "cut in fees for trucks", "proposed"),
        ("Thailand's hope is that Laos will cut its fees.", ("Laos",), "cut its fees", "hoped"),
        ("Thailand aims at cutting fees.", ("Thailand",), "cutting fees", "planned"),
        ("An agreement was reached to cut fees.", BOTH, "cut fees", "agreed"),
        ("They reached agreement on the release of the crew.", BOTH, "release of the crew", "agreed"),
        ("Laos trusts that Thailand will refrain from fees.", ("Thailand",), "refrain from fees", "hoped"),
        ("Laos was told to cut its fees.", ("Laos",), "cut its fees", "urged"),
        ("Thai soldiers will leave the hill.", ("Thailand",), "leave the hill", "pledged"),
        ("Lao police are to return to the hill.", ("Laos",), "return to the hill", "planned"),
        ("Laos asked for the release of the crew.", ("Thailand",), "release of the crew", "urged"),
        ("Both sides looked forward to early talks on fish.", BOTH, "early talks on fish", "hoped"),
    ],
)
def test_what_is_sought_assured_and_lasting(text: str, by: tuple[str, ...], action: str, modality: str) -> None:
    assert fields(one(LEAD + text), "by", "action", "modality") == (by, action, modality)


def test_no_plan_is_a_denied_one() -> None:
    assert one(LEAD + "Laos has no plans to close the border.").certainty == "denied"


def test_whoever_offers_beside_a_promise_vouches_for_the_offer() -> None:
    made = found(LEAD + "Laos pledged $12 million for the quay, while Thailand offered to dredge the channel.")
    assert [(d.value("by"), d.speaker) for d in made] == [(("Laos",), "Laos"), (("Thailand",), "Thailand")]


def test_items_below_two_sides_named_behind_a_phrase() -> None:
    made = found(
        LEAD + "\n\nOn labour, the two sides:\n\n- agreed to conclude a pact on nurses.\n\n- pledged to open a school."
    )
    assert {d.value("by") for d in made} == {BOTH}


@pytest.mark.parametrize(
    ("text", "by", "action", "modality"),
    [
        (
            "Kenya's president said his country was not going to send any new money to Uganda.",
            ("Kenya",),
            "send any new money to Uganda",
            "planned",
        ),
        (
            "Uganda wants an apology made and the Kenyan envoy withdrawn.",
            ("Kenya",),
            "apology made",
            "urged",
        ),
        (
            "Uganda wants an apology made and the Kenyan envoy withdrawn.",
            ("Kenya",),
            "Kenyan envoy withdrawn",
            "urged",
        ),
        (
            "Kenya's 50 per cent tariff on Ugandan sugar will be lowered to nothing over five years.",
            ("Kenya",),
            "Kenya's 50 per cent tariff on Ugandan sugar will be lowered to nothing over five years",
            "pledged",
        ),
        (
            "Under the deal between Kenya and Uganda, the Malaba post will be kept open until midnight.",
            ("Kenya", "Uganda"),
            "the Malaba post will be kept open until midnight",
            "agreed",
        ),
        (
            "Kenya and Uganda adopted a charter, under which each is to refrain from hostile acts.",
            ("Kenya", "Uganda"),
            "refrain from hostile acts",
            "planned",
        ),
        (
            "Kenya and Uganda met. Trade stands at 3 billion dollars; the aim is to triple it by 2030.",
            ("Kenya", "Uganda"),
            "triple it by 2030",
            "planned",
        ),
        (
            "The declaration of Kenya and Uganda states that the parties shall never use force, shall settle all "
            "disputes peacefully, and shall share data every year.",
            ("Kenya", "Uganda"),
            "settle all disputes peacefully",
            "agreed",
        ),
        (
            "The exercises with Kenya will go on, Uganda's prime minister told reporters.",
            ("Uganda",),
            "The exercises with Kenya will go on",
            "pledged",
        ),
        (
            "Kenya and Uganda vowed, as they do at every such meeting, to lift trade.",
            ("Kenya", "Uganda"),
            "lift trade",
            "pledged",
        ),
        (
            "The Ugandan delegation asked that the money from Kenya be spent with care.",
            ("Uganda", "Kenya"),
            "the money from Kenya be spent with care",
            "urged",
        ),
        (
            "Kenyan President William Ruto flew to Uganda. Mr Ruto asked his host to back Nairobi's bid.",
            ("Uganda",),
            "back Nairobi's bid",
            "urged",
        ),
    ],
)
def test_acts_that_are_settled_wanted_or_aimed_at(text: str, by: tuple[str, ...], action: str, modality: str) -> None:
    told = {(d.names("by"), str(d.value("action")), d.value("modality")) for d in found(text)}
    assert (by, action, modality) in told


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan traders in Uganda will be given seats.",
        "Kenya and Uganda met. A lane will be built on the Ugandan side.",
        "Kenya was going to lose the match against Uganda.",
        "The goal of Kenya and Uganda is clear.",
    ],
)
def test_what_befalls_people_and_things_binds_nobody(text: str) -> None:
    assert found(text) == []


def test_what_is_only_alleged_is_no_act() -> None:
    assert not found(LEAD + "Laos rejects any suggestion that it has encouraged the building of dams.")


def test_whoever_says_that_a_gate_will_reopen_sees_to_it() -> None:
    made = one("Thai Foreign Minister Somchai Rattana told Laos that the gate would reopen by the end of June.")
    assert made.names("by") == ("Somchai Rattana",)
    assert made.value("action") == "the gate would reopen by the end of June"


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("If parliament agrees, Laos will lend $5 million.", "If parliament agrees"),
        ("Should Thailand miss a payment, Laos could take over the masts.", "Should Thailand miss a payment"),
        ("Laos will lend $5 million, provided parliament agrees.", "provided parliament agrees"),
        ("Laos will lend $5 million, subject to approval by parliament.", "subject to approval by parliament"),
        ("Laos will not pay unless Thailand shares the data.", "unless Thailand shares the data"),
    ],
)
def test_on_what_an_act_depends(text: str, condition: str) -> None:
    made = one(LEAD + text)
    assert made.value("condition") == condition
    assert made.certainty in {"conditional", "hedged"}


def test_a_row_of_acts_binds_both_sides_to_each() -> None:
    row = "to pull guns back from the river, to sweep mines together and to refrain from insults"
    made = found(LEAD + f"The document commits the two sides {row}.")
    assert [d.value("action") for d in made] == [
        "pull guns back from the river",
        "sweep mines together",
        "refrain from insults",
    ]
    assert {d.names("by") for d in made} == {BOTH}


def test_what_a_clause_adds_of_another_is_an_act_of_its_own() -> None:
    text = "Laos will send envoys to the talks, which the Thai Government intends to close by June 2026."
    assert [(d.names("by"), d.value("action")) for d in found(text)][1:] == [(("Thailand",), "close by June 2026")]


def test_a_body_that_shall_be_formed_is_not_who_acts() -> None:
    made = one(LEAD + "Laos proposed that a commission on water be formed before the rains.")
    assert set(made.names("by")) == set(BOTH)


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("The lifting of the visa rule was agreed by Kenya and Somalia.", ["lifting of the visa rule"]),
        (
            "The appointment of a joint committee and the opening of two markets were agreed by Kenya and Somalia.",
            ["appointment of a joint committee", "opening of two markets"],
        ),
        ("The reduction of tariffs has not been agreed, Kenya and Somalia said.", []),
        ("There was consensus to fully open the markets between Kenya and Somalia.", ["fully open the markets"]),
        ("Kenya and Somalia agreed on measures to curb smuggling, during their talks in May.", ["curb smuggling"]),
        ("Kenya bought 300 trucks from Somalia with the aim of securing its border.", []),
    ],
)
def test_what_is_agreed_of_a_deed_and_what_only_says_when_or_what_for(text: str, actions: list[str]) -> None:
    made = [str(d.value("action")) for d in found(text)]
    assert [a.removesuffix(" between Kenya and Somalia") for a in made] == actions


def test_rows_go_on_past_adverbs_and_as_well_as() -> None:
    text = "Georgia and Moldova agreed to step up patrols, raise aid, fully implement the accord, and deepen trade."
    assert [d.value("action") for d in found(text)] == [
        "step up patrols",
        "raise aid",
        "fully implement the accord",
        "deepen trade",
    ]
    text = "Georgia and Moldova agreed to hold the second round of talks as well as a forum on trade in May."
    (made,) = found(text)
    assert made.value("action") == "hold the second round of talks as well as a forum on trade in May"


def test_a_chairperson_named_in_an_apposition_is_the_subject() -> None:
    text = "The chairperson of the African Union, Moussa Faki, appealed to Kenya and Somalia to end the fighting."
    (made,) = found(text)
    assert (made.value("by"), made.speaker) == (("Kenya", "Somalia"), "Moussa Faki Mahamat")


def test_an_invitation_that_is_accepted_binds_the_guest() -> None:
    made = one("Suriname accepted India's invitation to attend the conference in May.")
    assert fields(made, "by", "modality") == (("Suriname",), "pledged")


def test_neither_the_meeting_nor_the_years_of_a_plan_are_part_of_the_act() -> None:
    text = (
        "Peru and Chile reaffirmed their commitment to cut fees under the Plan of Action 2026-2030 at the 9th Meeting."
    )
    made = one(text)
    assert fields(made, "action", "due") == ("cut fees under the Plan of Action 2026-2030", None)


def test_two_verbs_with_one_object_below_another_verb_are_one_act() -> None:
    made = one("Chad and Sudan committed to work in partnership to preserve and strengthen peace on the border.")
    assert made.value("action") == "work in partnership to preserve and strengthen peace on the border"


def test_what_nobody_has_any_wish_for_is_no_plan() -> None:
    text = '"We seek peace, nor do we have any desire to threaten Peru," Chilean President Gabriel Boric said.'
    assert all(d.value("action") != "threaten Peru" for d in found(text))


def test_a_term_behind_a_name_is_a_deadline() -> None:
    made = one("Peru and Chile agreed to conclude the Lima Code of Conduct within three years.")
    assert made.value("due") is not None
