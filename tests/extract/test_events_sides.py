"""Who is accused or refused and who only suffers, whose a further clause is, and which day a diary means."""

from __future__ import annotations

import pytest

from drafts import event_of_form as of_form
from drafts import events_of as found
from drafts import fields


@pytest.mark.parametrize(
    "text",
    [
        "Ghana and Togo condemned the attacks on Benin.",
        "Kenya denounced the assault on its consulate in Kampala.",
        "Poland deplored the bombing of Lebanon.",
        "India condemned the terrorist attack in Chad.",
        "Norway condemned the Beirut bombing and the Ukraine invasion.",
        "Qatar condemned the drone strike on an airport in Oman.",
        "Chile called the strikes on the Gaza Strip a crime.",
        "Libya said the raid on Tunisia had broken the truce.",
    ],
)
def test_who_suffers_an_attack_is_not_accused_of_it(text: str) -> None:
    assert not [d for d in found(text) if d.value("form") == "accusation"]


@pytest.mark.parametrize(
    ("text", "actor", "accused"),
    [
        ("Oman condemned Iran's attack on Qatar.", "Oman", "Iran"),
        ("Turkey condemned the Israeli strike on Syria.", "Turkey", "Israel"),
        ("Poland condemned Russia's invasion of Ukraine.", "Poland", "Russia"),
        ("Peru condemned the missile attacks against Bolivia by Chile.", "Peru", "Chile"),
        ("Chad condemned the attack on a Chadian post by Sudanese troops.", "Chad", "Sudan"),
        ("Kuwait condemned the raids that Iran launched on Qatar.", "Kuwait", "Iran"),
        ("Mexico blamed Ecuador for the raid on its embassy in Quito.", "Mexico", "Ecuador"),
        ("Sudan blamed the attack on Chad.", "Sudan", "Chad"),
        ("Cuba condemned US aggression against Venezuela.", "Cuba", "United States"),
        ("Ghana condemned the Russia attack on Ukraine.", "Ghana", "Russia"),
    ],
)
def test_the_attacker_is_accused(text: str, actor: str, accused: str) -> None:
    assert fields(of_form(text, "accusation"), "actors", "recipients") == ((actor,), (accused,))


@pytest.mark.parametrize(
    ("text", "form", "actor", "recipient"),
    [
        (
            "Kenya accused Sudan of ramming; Khartoum blamed Nairobi and expelled a Kenyan consul.",
            "expulsion",
            "Sudan",
            "Kenya",
        ),
        ("Iran rebuked Fiji; Suva blamed Tehran and recalled its envoy.", "other", "Fiji", "Iran"),
        ("Chile banned Peruvian rice, Peru condemned the ban and lodged a protest.", "protest_note", "Peru", "Chile"),
    ],
)
def test_a_further_verb_goes_with_the_clause_before_it(text: str, form: str, actor: str, recipient: str) -> None:
    assert fields(of_form(text, form), "actors", "recipients") == ((actor,), (recipient,))


@pytest.mark.parametrize(
    ("text", "day", "phase"),
    [
        ("Oman hosts talks between Iran and Iraq on Saturday.", "2025-04-19", "scheduled"),
        ("The foreign ministers of Peru and Chile meet in Lima on Friday.", "2025-04-18", "scheduled"),
        ("Laos and Thailand hold a summit in Vientiane on Sunday.", "2025-04-20", "scheduled"),
        ("Ghana and Togo sign a fishing pact in Lome on Monday.", "2025-04-21", "scheduled"),
        ("The ministry said Kenya hosts Uganda's president on Friday.", "2025-04-18", "scheduled"),
        ("Spain hosts Morocco's king on Wednesday.", "2025-04-16", "held"),
        ("Spain hosted Morocco's king on Friday.", "2025-04-11", "held"),
        ("Kenya's foreign minister paid a visit to Uganda on Monday.", "2025-04-14", "held"),
        ("A visit by Kenya's president to Uganda on Friday brought a pact.", "2025-04-11", "held"),
        ("Chile expels two Bolivian diplomats on Monday.", "2025-04-14", "held"),
    ],
)
def test_a_weekday_in_a_diary_is_the_coming_one(text: str, day: str, phase: str) -> None:
    (event,) = found(text)
    assert fields(event, "date", "phase") == (day, phase)


@pytest.mark.parametrize(
    "text",
    [
        "Kuwait rejected any attempt to displace the Palestinian people.",
        "Cuba rejected any attempt to isolate Venezuela.",
        "Iran rejected a proposal to disarm Lebanon's militia.",
        "Kenya rejected interference in Sudan's affairs.",
        "India rejected any threat to the sovereignty of Nepal.",
    ],
)
def test_whom_a_plan_is_against_is_not_refused(text: str) -> None:
    assert not [d for d in found(text) if d.value("category") == "REJECT"]


@pytest.mark.parametrize(
    ("text", "actor", "refused"),
    [
        ("Serbia rejected Kosovo's bid to join the council.", "Serbia", "Kosovo"),
        ("Lesotho rejected Botswana's plan to divide Namibia.", "Lesotho", "Botswana"),
        ("Qatar rejected the annexation of Palestinian land by Israel.", "Qatar", "Israel"),
        ("Peru rejected Chilean pressure.", "Peru", "Chile"),
        ("Oman rejected threats from Iran.", "Oman", "Iran"),
        ("Nepal rejected an Indian offer to mediate with Bhutan.", "Nepal", "India"),
    ],
)
def test_whose_plan_or_pressure_it_is_is_refused(text: str, actor: str, refused: str) -> None:
    (event,) = found(text)
    assert fields(event, "category", "actors", "recipients") == ("REJECT", (actor,), (refused,))


@pytest.mark.parametrize(
    ("text", "form", "actors"),
    [
        (
            "Chile, which imports gas from Argentina, and Bolivia signed a transit accord in La Paz.",
            "signing",
            ("Chile", "Bolivia"),
        ),
        ("Kenya, whose army is in Somalia, and Uganda hold drills together.", "exercise", ("Kenya", "Uganda")),
        ("Niger, which expelled the French envoy, and Mali announced a joint force.", "expulsion", ("Niger",)),
        ("Peru's president, who came on Monday, and Oman's king signed a pact.", "signing", ("Peru", "Oman")),
        ("Iraq, which pumps oil, signed a deal with Kuwait, and Iran opened a port.", "signing", ("Iraq", "Kuwait")),
    ],
)
def test_a_relative_clause_between_two_subjects(text: str, form: str, actors: tuple[str, ...]) -> None:
    assert of_form(text, form).value("actors") == actors


@pytest.mark.parametrize(
    ("text", "form", "actor", "recipient"),
    [
        ("Turkish soldiers shot dead three Syrian smugglers near Hatay.", "incident", "Turkey", "Syria"),
        ("Kenyan guards shot dead two Ugandan traders and Kampala lodged a protest.", "incident", "Kenya", "Uganda"),
        (
            "Kenyan guards shot dead two Ugandan traders and Kampala lodged a protest.",
            "protest_note",
            "Uganda",
            "Kenya",
        ),
        ("Armenian troops gunned down two Azerbaijani soldiers.", "incident", "Armenia", "Azerbaijan"),
        ("Peru set free two Chilean fishermen.", "other", "Peru", "Chile"),
    ],
)
def test_what_a_verb_makes_of_its_object_may_stand_before_it(text: str, form: str, actor: str, recipient: str) -> None:
    assert fields(of_form(text, form), "actors", "recipients") == ((actor,), (recipient,))
