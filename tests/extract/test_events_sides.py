"""Who is accused of an attack, and whose a second clause is."""

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
