"""Roles: post, body, status and day; one record for a person and post however often the text repeats it."""

from __future__ import annotations

import pytest

from comity.extract.draft import Draft
from comity.extract.roles import roles
from reading import reading_of


def found(text: str) -> dict[str, Draft]:
    made = roles(reading_of(text))
    return {f"{d.value('person')}": d for d in made}


@pytest.mark.parametrize(
    ("text", "person", "post", "organization"),
    [
        (
            "Vietnamese Party General Secretary To Lam flew to Laos.",
            "To Lam",
            "Vietnamese Party General Secretary",
            "Communist Party of Vietnam",
        ),
        (
            "South Korean foreign ministry spokesperson Lee Jae-woong thanked Mongolia.",
            "Lee Jae-woong",
            "South Korean foreign ministry spokesperson",
            "Ministry of Foreign Affairs of South Korea",
        ),
        (
            "Mao Ning, a spokeswoman for the Chinese foreign ministry, rejected the report of Japan.",
            "Mao Ning",
            "spokeswoman for the Chinese foreign ministry",
            "Ministry of Foreign Affairs of China",
        ),
        (
            "EU foreign policy chief Kaja Kallas met Georgian officials.",
            "Kaja Kallas",
            "EU foreign policy chief",
            "European Union",
        ),
        (
            "UN Secretary-General António Guterres arrived in Bogotá, Colombia.",
            "Antonio Guterres",
            "UN Secretary-General",
            "United Nations",
        ),
        (
            "Samuel Paparo, commander of the US Indo-Pacific Command, visited Manila.",
            "Samuel Paparo",
            "commander of the US Indo-Pacific Command",
            "US Indo-Pacific Command",
        ),
        (
            "Phan Van Mai, chairman of the Ho Chi Minh City People's Committee, received the Lao consul general.",
            "Phan Van Mai",
            "chairman of the Ho Chi Minh City People's Committee",
            "Ho Chi Minh City People's Committee",
        ),
        (
            "Turkish President Recep Tayyip Erdoğan flew to Athens.",
            "Recep Tayyip Erdogan",
            "Turkish President",
            "Turkey",
        ),
    ],
)
def test_post_and_organisation(text: str, person: str, post: str, organization: str) -> None:
    made = found(text)[person]
    assert (made.value("post"), made.value("organization")) == (post, organization)
    assert (made.value("status"), made.value("as_of")) == ("current", "2025-04-16")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Former German chancellor Angela Merkel visited Chile.", "former"),
        ("Then-President Jair Bolsonaro visited Israel.", "former"),
        ("Minister-designate Marco Silva of Portugal met Spanish officials.", "designate"),
    ],
)
def test_status(text: str, status: str) -> None:
    assert [d.value("status") for d in found(text).values()] == [status]


def test_a_state_nobody_knows_gives_no_organisation() -> None:
    made = found("Somaliland's minister Abdirahman Dahir Adam met Ethiopian officials in Hargeisa.")
    assert made["Abdirahman Dahir Adam"].value("organization") is None


def test_one_record_for_each_person_and_post() -> None:
    text = (
        "Foreign Minister Elmer Schialer of Peru met Bolivian officials. The trip was short.\n\n"
        "Peruvian Foreign Minister Elmer Schialer left on Friday."
    )
    made = roles(reading_of(text))
    assert len(made) == 1
    assert len(made[0].quotes) == 2
    assert made[0].value("post") == "Peruvian Foreign Minister"


def test_two_posts_are_two_records() -> None:
    text = "Pakistan's Deputy Prime Minister and Foreign Minister Ishaq Dar met Afghan officials in Dhaka."
    assert {d.rule for d in roles(reading_of(text))} == {"role.title.minister", "role.title.head_of_government"}


def test_a_name_without_a_post_has_no_role() -> None:
    assert roles(reading_of("Angela Merkel visited Chile.")) == []


def test_the_quotes_of_the_fields_are_exact() -> None:
    text = "Turkish President Recep Tayyip Erdoğan flew to Athens."
    made = roles(reading_of(text))[0]
    assert made.fields["person"].quotes[0].exact == "Recep Tayyip Erdoğan"
    assert made.fields["post"].quotes[0].exact == "Turkish President"


@pytest.mark.parametrize(
    ("text", "person", "post", "organization"),
    [
        (
            "Greek foreign minister George Gerapetritis met his Albanian counterpart Igli Hasani.",
            "Igli Hasani",
            "Albanian foreign minister",
            "Albania",
        ),
        (
            "Finland's trade minister Ville Tavio hosted his opposite number from Norway, Cecilie Myrseth.",
            "Cecilie Myrseth",
            "trade minister",
            "Norway",
        ),
    ],
)
def test_a_counterpart_has_the_post_of_the_other(text: str, person: str, post: str, organization: str) -> None:
    role = found(text)[person]
    assert (role.value("post"), role.value("organization")) == (post, organization)
    assert next(q.exact for q in role.fields["post"].quotes).endswith("minister")


@pytest.mark.parametrize(
    ("text", "person", "post", "organization"),
    [
        (
            "Kenyan Vice Minister of Industry and Commerce Amina Barasa met Ugandan officials.",
            "Amina Barasa",
            "Kenyan Vice Minister of Industry and Commerce",
            "Kenya",
        ),
        (
            "The talks were led by Undersecretary for Political Affairs Mart Rebane of Estonia.",
            "Mart Rebane",
            "Undersecretary for Political Affairs",
            "Estonia",
        ),
        (
            "Rui Falcao, who also serves as minister of industry of Brazil, visited Peru.",
            "Rui Falcao",
            "minister of industry of Brazil",
            "Brazil",
        ),
        (
            "Kenyan Charge d’Affaires Amina Barasa met Ugandan officials.",
            "Amina Barasa",
            "Kenyan Charge d’Affaires",
            "Kenya",
        ),
    ],
)
def test_what_a_post_is_for_is_no_part_of_the_name(text: str, person: str, post: str, organization: str) -> None:
    role = found(text)[person]
    assert role.value("post") == post
    assert role.value("organization") == organization


@pytest.mark.parametrize(
    "text",
    [
        "Kenya's William Ruto flew to Oslo. Ruto's first trip since assuming his role as party chief was short.",
        "Kenya's William Ruto, who was sworn in as party chief in May, met nobody.",
        "Kenya's William Ruto took office as party chief last year.",
    ],
)
def test_office_that_somebody_entered(text: str) -> None:
    posts = [(d.value("person"), d.value("post"), d.value("status")) for d in roles(reading_of(text))]
    assert posts == [("William Ruto", "party chief", "current")]


def test_place_and_body_of_a_speech_are_no_entered_office() -> None:
    assert not roles(reading_of("Kenya's William Ruto spoke in Paris as president of the bloc."))


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("A spokesman for President Prabowo Subianto denied the report from Australia.", ["President"]),
        ("An adviser to Kenya's President William Ruto met Ugandan officials.", ["Kenya's President"]),
        ("A spokeswoman for Mr Albanese said Australia had told Indonesia.", []),
        ("Visiting Japanese Prime Minister Shigeru Ishiba met Philippine leaders.", ["Japanese Prime Minister"]),
    ],
)
def test_who_serves_somebody_has_the_post_not_he(text: str, posts: list[str]) -> None:
    assert [d.value("post") for d in roles(reading_of(text))] == posts


@pytest.mark.parametrize(
    ("text", "person", "post", "status"),
    [
        (
            "It goes back to Keiko Obuchi, then Japan's prime minister.",
            "Keiko Obuchi",
            "Japan's prime minister",
            "former",
        ),
        (
            "Oscar Duarte, Peru's foreign minister at the time, flew to Quito.",
            "Oscar Duarte",
            "Peru's foreign minister",
            "former",
        ),
        ("It expelled its second secretary, whom it named as Ana Diaz.", "Ana Diaz", "second secretary", "current"),
        ("Malaysia's king, Sultan Ibrahim, received him.", "Sultan Ibrahim", "Malaysia's king", "current"),
    ],
)
def test_posts_held_then_and_named_behind(text: str, person: str, post: str, status: str) -> None:
    made = {d.value("person"): (d.value("post"), d.value("status")) for d in roles(reading_of(text))}
    assert made == {person: (post, status)}


def test_two_posts_behind_a_name() -> None:
    text = "Wu Lin, member of the Political Bureau and director of the Office of Asian Affairs, spoke."
    assert len({d.value("post") for d in roles(reading_of(text))}) == 2


def test_two_posts_joined_are_told_apart() -> None:
    text = "Pakistani Deputy Prime Minister and Foreign Minister Ishaq Dar met Uzbek officials in Kabul."
    posts = [d.value("post") for d in roles(reading_of(text))]
    assert sorted(str(p) for p in posts) == ["Foreign Minister", "Pakistani Deputy Prime Minister"]
