"""Commitments: each modality and construction, who acts towards whom, by when, on what condition, and what is none."""

from __future__ import annotations

import pytest

from comity.extract.commitments import commitments
from drafts import commitments_of as found
from drafts import only_commitment as one
from reading import reading_of


def actions(text: str) -> list[object]:
    return [d.value("action") for d in found(text)]


@pytest.mark.parametrize(
    ("text", "modality", "by", "action"),
    [
        ("Egypt and Sudan agreed to reopen the crossing.", "agreed", ("Egypt", "Sudan"), "reopen the crossing"),
        ("Egypt and Sudan will reopen the crossing.", "agreed", ("Egypt", "Sudan"), "reopen the crossing"),
        ("Turkey and Iraq decided to build a road.", "agreed", ("Turkey", "Iraq"), "build a road"),
        ("Beijing and Canberra agreed to resume talks.", "agreed", ("China", "Australia"), "resume talks"),
        ("Japan pledged to train Kenyan nurses.", "pledged", ("Japan",), "train Kenyan nurses"),
        ("Norway promised to buy Danish trains.", "pledged", ("Norway",), "buy Danish trains"),
        ("Norway will also buy fish from Denmark.", "pledged", ("Norway",), "buy fish from Denmark"),
        ("Norway and Denmark will jointly dredge it.", "agreed", ("Norway", "Denmark"), "jointly dredge it"),
        ("Chinese companies will build a port in Kenya.", "pledged", ("Chinese companies",), "build a port in Kenya"),
        ("Norway will in turn sell gas to Denmark.", "pledged", ("Norway",), "sell gas to Denmark"),
        ("Peru is ready to receive Ecuadorian workers.", "pledged", ("Peru",), "receive Ecuadorian workers"),
        ("Brazil offered to train the pilots of Guyana.", "pledged", ("Brazil",), "train the pilots of Guyana"),
        ("Singapore proposed that Indonesia host the next round.", "proposed", ("Indonesia",), "host the next round"),
        ("Malaysia urged Myanmar to stop the fighting.", "urged", ("Myanmar",), "stop the fighting"),
        ("Vietnam called on Laos to protect the river.", "urged", ("Laos",), "protect the river"),
        ("Argentina asked Uruguay to reopen the bridge.", "urged", ("Uruguay",), "reopen the bridge"),
        ("Bulgaria invited North Macedonia to join the project.", "urged", ("North Macedonia",), "join the project"),
        ("Qatar hopes to open an embassy in Rwanda.", "hoped", ("Qatar",), "open an embassy in Rwanda"),
        ("Kazakhstan plans to buy jets from France.", "planned", ("Kazakhstan",), "buy jets from France"),
        ("Greece is set to lend Albania two ships.", "planned", ("Greece",), "lend Albania two ships"),
        ("Jordan is expected to export tomatoes to Iraq.", "expected", ("Jordan",), "export tomatoes to Iraq"),
    ],
)  # fmt: skip
def test_each_modality(text: str, modality: str, by: tuple[str, ...], action: str) -> None:
    made = one(text)
    assert (made.value("modality"), made.value("by"), made.value("action")) == (modality, by, action)


def test_a_list_of_verbs_is_taken_apart() -> None:
    text = (
        "Chile and Bolivia agreed to maintain the dialogue and reopen the consulates; modernise the railway; and train "
        "officers together."
    )
    made = found(text)
    assert [d.value("action") for d in made] == [
        "maintain the dialogue",
        "reopen the consulates",
        "modernise the railway",
        "train officers together",
    ]
    assert {d.value("by") for d in made} == {("Chile", "Bolivia")}
    assert [d.value("reaffirmed") for d in made] == [True, None, None, None]


def test_a_list_below_a_sentence_with_a_colon() -> None:
    text = (
        "The ministers of Spain and Portugal agreed to:\n- build a second bridge;\n- share water data;\n"
        "- exchange officers."
    )
    made = found(text)
    assert [d.value("action") for d in made] == ["build a second bridge", "share water data", "exchange officers"]
    assert {(d.value("by"), d.value("modality")) for d in made} == {(("Spain", "Portugal"), "agreed")}


def test_two_verbs_with_one_object_are_one() -> None:
    assert actions("Vietnam called on Laos to manage and protect shared rivers.") == [
        "manage and protect shared rivers"
    ]


def test_a_noun_phrase_may_be_the_act() -> None:
    made = one("Pakistan called for more trade with Uzbekistan.")
    assert (made.value("action"), made.value("modality")) == ("more trade with Uzbekistan", "urged")
    assert set(made.value("by")) == {"Pakistan", "Uzbekistan"}


def test_a_bare_clause_after_suggested() -> None:
    text = "Kenyan President William Ruto suggested both sides deepen trade between Kenya and Uganda."
    made = one(text)
    assert (made.value("modality"), made.speaker) == ("proposed", "William Ruto")
    assert set(made.value("by")) == {"Kenya", "Uganda"}


def test_a_passive_with_its_agent() -> None:
    made = one("Visas will be issued by Mongolia to Korean workers from July.")
    assert (made.value("by"), made.value("due")) == (("Mongolia",), "2025-07")


def test_a_passive_request_falls_on_its_subject() -> None:
    made = one("Chad was urged by Libya to open its roads.")
    assert (made.value("by"), made.value("modality")) == (("Chad",), "urged")


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("Australia pledged to give Fiji 20 boats.", ("Fiji",)),
        ("Norway reaffirmed its commitment to supporting Ukraine.", ("Ukraine",)),
        ("Egypt and Sudan agreed to reopen the crossing.", None),
    ],
)
def test_towards_whom(text: str, to: tuple[str, ...] | None) -> None:
    assert one(text).value("to") == to


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Australia pledged to give Fiji 20 boats by the end of 2026.", "2026"),
        ("Oman and Yemen agreed to open the road next month.", "2025-05"),
        ("Nepal promised to repay the loan of China by 30 June 2027.", "2027-06-30"),
        ("Nepal promised to honour the treaty that it signed with China in 1961.", None),
        ("Nepal planned to open the bridge to China by August 2019.", "2019-08"),
    ],
)
def test_by_when(text: str, due: str | None) -> None:
    assert one(text).value("due") == due


@pytest.mark.parametrize(
    ("text", "condition", "cue"),
    [
        ("Serbia will lower the tariff if Kosovo withdraws its police.", "if Kosovo withdraws its police", "if"),
        ("Unless Chad changes its plan, Egypt will appeal to the council.", "Unless Chad changes its plan", "Unless"),
    ],
)  # fmt: skip
def test_on_what_condition(text: str, condition: str, cue: str) -> None:
    made = one(text)
    assert (made.value("condition"), made.certainty) == (condition, "conditional")
    assert made.cue is not None
    assert made.cue.exact == cue


@pytest.mark.parametrize(
    "text",
    [
        "Norway reaffirmed its commitment to supporting Ukraine.",
        "Finland and Estonia will continue to share power.",
        "Iran reiterated its readiness to send Armenia fuel.",
    ],
)
def test_what_only_repeats_is_told(text: str) -> None:
    assert one(text).value("reaffirmed") is True


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Russia said it would withdraw its ships from Syria.", "Russia"),
        ("Japan will send engineers to Palau, Foreign Minister Takeshi Iwaya told reporters.", "Takeshi Iwaya"),
        ("US officials said Washington would withdraw from the talks with Iran.", "US officials"),
        ("Malaysia urged Myanmar to stop the fighting.", "Malaysia"),
        ("Egypt and Sudan agreed to reopen the crossing.", ""),
    ],
)
def test_who_vouches_for_it(text: str, speaker: str) -> None:
    assert one(text).speaker == speaker


@pytest.mark.parametrize(
    ("text", "certainty", "cue"),
    [
        ("Kazakhstan reportedly plans to buy jets from France.", "hedged", "reportedly"),
        ("Jordan is expected to export tomatoes to Iraq.", "hedged", "expected"),
        ("Peru rejected the claim and said it would send two ships to Chile.", "asserted", None),
    ],
)
def test_how_firmly(text: str, certainty: str, cue: str | None) -> None:
    made = one(text)
    assert (made.certainty, made.cue.exact if made.cue else None) == (certainty, cue)


def test_whoever_we_are_acts() -> None:
    made = one('"We will keep the border with Cambodia open," Thai Prime Minister Anutin Charnvirakul said.')
    assert (made.value("by"), made.speaker) == (("Thailand",), "Anutin Charnvirakul")


@pytest.mark.parametrize(
    "text",
    [
        "Hungary is expected to sign the contract with Turkey in June.",  # a foreseen event
        "Greece and Albania are set to sign a pact.",
        "The agreements are expected to boost trade between Ghana and Togo.",  # no actor
        "Kenya repaired the road to Uganda last year.",  # a deed
        "Rain will fall on Peru and Chile.",
        "The factory will make cars.",  # no two states
    ],
)
def test_what_is_none(text: str) -> None:
    assert found(text) == []


def test_the_quotes_of_the_fields_are_exact() -> None:
    text = "Australia pledged to give Fiji 20 boats by the end of 2026."
    for content in one(text).fields.values():
        assert all(text[q.start : q.end] == q.exact for q in content.quotes)
    assert one(text).fields["modality"].quotes[0].exact == "pledged"


def test_a_past_verb_after_an_act_is_no_part_of_it():
    reading = reading_of(
        "Turkey and Iraq held talks. Foreign Minister Hakan Fidan said Turkey would release more water from the Tigris "
        "and called on Iraq to modernise its irrigation."
    )
    actions = [d.value("action") for d in commitments(reading)]
    assert actions == ["release more water from the Tigris", "modernise its irrigation"]


@pytest.mark.parametrize(
    ("text", "modality", "by", "action"),
    [
        ("Bulgaria demanded that Romania reopen the ferry.", "urged", ("Romania",), "reopen the ferry"),
        ("Kenya demanded that Ethiopia hand over the men.", "urged", ("Ethiopia",), "hand over the men"),
        ("Iraq and Syria heard Egypt ask Sudan for the return of the boat.", "urged", ("Sudan",), "return of the boat"),
        ("Greece repeated its call for Turkey to lift the ban.", "urged", ("Turkey",), "lift the ban"),
        ("Oman extended an invitation to Qatar to join the talks.", "urged", ("Qatar",), "join the talks"),
        ("It is necessary for Algeria to restore the flow of gas to Spain, said Peru.", "urged", ("Algeria",), None),
        ("It is hoped that Finland and Estonia will finish the tunnel.", "hoped", ("Finland", "Estonia"), None),
        ("Tanzania tabled a proposal to build a plant with Rwanda.", "proposed", ("Tanzania", "Rwanda"), None),
        ("Nicaragua's goal is to ship coffee to Taiwan.", "planned", ("Nicaragua",), "ship coffee to Taiwan"),
        ("Malaysia plans to import durians from Thailand.", "planned", ("Malaysia",), None),
        ("Australian police are to be deployed in Fiji.", "planned", ("Australia",), None),
        ("Kuwait and Iraq agreed on the demarcation of the border.", "agreed", ("Kuwait", "Iraq"), None),
        ("Benin to accept Nigerian transit bonds without delay.", "planned", ("Benin",), None),
        ("Australia commits AUD 64 million to peacebuilding in Fiji.", "pledged", ("Australia",), None),
        ("Nepal's prime minister assured China that Nepali soil would not be used.", "pledged", ("Nepal",), None),
    ],
)
def test_further_constructions(text: str, modality: str, by: tuple[str, ...], action: str | None) -> None:
    made = one(text)
    assert (made.value("modality"), made.value("by")) == (modality, by)
    assert action in {None, made.value("action")}


def test_what_another_party_does_is_no_part_of_the_act() -> None:
    assert (
        actions("The African Union urged Chad and Niger to show restraint and offered to mediate.")[0]
        == "show restraint"
    )


def test_a_lasting_promise_and_its_proviso() -> None:
    made = one("Serbia pledged that it would remain a partner of Hungary, provided that rights are respected.")
    assert made.value("condition") == "provided that rights are respected"


def test_a_list_in_one_sentence() -> None:
    text = (
        "India and Japan agreed to: (i) hold annual talks; (ii) share data on fishing; and (iii) train 500 engineers."
    )
    assert actions(text) == ["hold annual talks", "share data on fishing", "train 500 engineers"]


def test_items_below_an_open_sentence() -> None:
    items = "(a) agreed to build a dam;\n(b) decided to widen a road; and\n(c) called for more patience."
    acts = ["build a dam", "widen a road", "more patience"]
    assert actions(f"Nepal and India met. They:\n\n{items}") == acts


def test_items_below_will() -> None:
    text = "Under the plan Fiji and Tonga will:\n\n• train 20 nurses\n• open a school, and\n• share a ship."
    assert [(d.value("by"), d.value("action")) for d in found(text)] == [
        (("Fiji", "Tonga"), "train 20 nurses"),
        (("Fiji", "Tonga"), "open a school"),
        (("Fiji", "Tonga"), "share a ship"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya's parliament is yet to ratify the pact with Uganda.",
        "Biden warned that any attack on Japan or Korea would invoke the treaty.",
        "No country of Chad and Niger should act alone.",
        "Olzhas Bektenov of Kazakhstan is to visit Uzbekistan.",
    ],
)
def test_no_commitment(text: str) -> None:
    assert found(text) == []


def test_planned_works_are_a_plan_of_those_who_build() -> None:
    made = one("Work on the bridge between Kenya and Uganda is expected to start in June.")
    assert (made.value("by"), made.value("modality")) == (("Kenya", "Uganda"), "expected")


@pytest.mark.parametrize(
    ("text", "by", "action"),
    [
        ("Peru and Chile met. Moreover, the two sides will build a road.", ("Chile", "Peru"), "build a road"),
        (
            "Mexican President Claudia Sheinbaum insisted that Mexico will not accept U.S. troops.",
            ("Mexico",),
            "not accept U.S. troops",
        ),
        ("Chile would also lift the ban on Peru, Gabriel Boric told reporters.", ("Chile",), "lift the ban on Peru"),
        ("Kenya said it welcomed Uganda, adding that Kenya would keep the road open.", ("Kenya",), None),
        ("Norway asked Iceland to mediate.", ("Iceland",), "mediate"),
        ("Peru and Chile signed a pact that pledged mutual aid.", ("Chile", "Peru"), "mutual aid"),
        ("Norway has criticised Swedish plans to close the border.", ("Sweden",), "close the border"),
        ("Norway is considering selling ships to Iceland.", ("Norway",), "selling ships to Iceland"),
        ("Norway expressed the hope that trade with Iceland will double.", None, None),
    ],
)
def test_promises_in_other_words(text: str, by: tuple[str, ...] | None, action: str | None) -> None:
    made = found(text)[-1]
    assert by is None or tuple(sorted(str(b) for b in made.fields["by"].value)) == by
    assert action is None or made.value("action") == action


@pytest.mark.parametrize(
    "text",
    [
        "What will Chile do about the road to Peru?",
        "Kinshasa accused Kigali of seeking to annex the province.",
        "The Peruvian minister was due to face judges in Chile in 2015.",
    ],
)
def test_questions_and_charges_promise_nothing(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        (
            "Kenya and Uganda agreed to hold monthly talks and upgrade the forum of their traders.",
            ["hold monthly talks", "upgrade the forum of their traders"],
        ),
        (
            "Ruto of Kenya suggested both sides deepen trust and further their exchanges with Uganda.",
            ["deepen trust", "further their exchanges with Uganda"],
        ),
        (
            "Togo's envoy to Benin called for both countries to carry out the plan.",
            ["carry out the plan"],
        ),
        ("Togo called for talks with Benin to end the strike.", ["talks with Benin"]),
    ],
)
def test_rows_of_acts_are_taken_apart(text: str, actions: list[str]) -> None:
    assert [d.value("action") for d in found(text)] == actions


@pytest.mark.parametrize(
    ("text", "actions_"),
    [
        (
            "Peru and Chile agreed to increase trade to $5 billion and to open new air routes.",
            ["increase trade to $5 billion", "open new air routes"],
        ),
        ("Peru and Chile encouraged their customs authorities to implement it.", ["implement it"]),
        (
            "Peru and Chile set a target of 18 billion dollars in bilateral trade by 2028.",
            ["18 billion dollars in bilateral trade by 2028"],
        ),
        ("The minister said that Kyrgyzstan is interested in buying gas from Iran.", ["buying gas from Iran"]),
        ("Ghana pleaded with Mali to reopen the border.", ["reopen the border"]),
        ("Oman, for its part, promised India to speed up the talks.", ["speed up the talks"]),
    ],
)
def test_further_rows_aims_and_appeals(text: str, actions_: list[str]) -> None:
    assert actions(text) == actions_


@pytest.mark.parametrize(
    ("text", "modality", "by"),
    [
        ("The president of Kazakhstan promised to buy meat from Mongolia.", "pledged", ("Kazakhstan",)),
        ("The Omani sultan vowed to help Yemen.", "pledged", ("Oman",)),
        ("The Greek prime minister urged the Turkish president to respect the treaty.", "urged", ("Turkey",)),
        (
            "The prime minister of Malaysia said his government was ready to host the talks with Brunei.",
            "pledged",
            None,
        ),
        ("Bolivia is to pay Chile 12 million dollars by March.", "planned", ("Bolivia",)),
        ("It is necessary to expand flights, the Vietnamese and Kazakh ministers agreed.", "urged", None),
        ("Laos and Mongolia need to increase trade, the president said.", "urged", ("Laos", "Mongolia")),
    ],
)
def test_leaders_without_a_name_act_for_their_state(text: str, modality: str, by: tuple[str, ...] | None) -> None:
    made = one(text)
    assert made.value("modality") == modality
    assert by is None or made.value("by") == by


def test_a_reported_promise_goes_on_behind_another() -> None:
    text = "Amina Barasa said Kenya was ready to buy Ugandan milk and would waive fees for traders by June 2025."
    actions = [d.value("action") for d in commitments(reading_of(text))]
    assert actions == ["buy Ugandan milk", "waive fees for traders by June 2025"]


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Peru and Chile took a decision to open a joint office by June 2026.", "open a joint office by June 2026"),
        ("Peru and Chile approved a plan to open a joint office by June 2026.", "open a joint office by June 2026"),
        ("Peru and Chile signed a memorandum to open a joint office by June 2026.", "open a joint office by June 2026"),
        ("Peru and Chile called for the opening of an office by June 2026.", "opening of an office by June 2026"),
    ],
)
def test_a_day_by_which_goes_with_the_act(text: str, action: str) -> None:
    made = one(text)
    assert (made.value("action"), made.value("due")) == (action, "2026-06")


def test_what_is_approved_amid_hopes_is_no_wish() -> None:
    assert actions("Peru approved the railway to Chile amid hopes that it would lower the cost of exports.") == []


def test_what_is_demanded_is_demanded_of_the_other() -> None:
    made = one("Peru and Chile dispute the reef. Peru demanded the immediate release of the crew.")
    assert (made.value("by"), made.value("modality")) == (("Chile",), "urged")


def test_what_somebody_wishes_to_say_is_no_wish() -> None:
    """What is then said may well be a promise."""
    text = "The Government of Chad wishes to inform the public that the border with Niger will be reopened in June."
    assert [d.value("modality") for d in found(text)] == ["pledged"]
