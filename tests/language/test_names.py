"""Names of persons in many orders, their short forms, bodies, acronyms and capitals."""

from __future__ import annotations

import pytest

from comity.language.entities import Mention
from reading import reading_of


def mentions(text: str) -> list[Mention]:
    return reading_of(text).references.mentions


def named(text: str, kind: str) -> list[str]:
    return [m.entity.name for m in mentions(text) if m.entity.kind == kind]


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        (
            "Vietnamese Party General Secretary Tô Lâm met Chinese President Xi Jinping in Hanoi. Lam thanked Xi.",
            ["To Lam", "Xi Jinping"],
        ),
        (
            "South Korean President Lee Jae-myung and Japanese Prime Minister Shigeru Ishiba held talks in Seoul. "
            "Lee spoke first, and Ishiba praised the decision.",
            ["Lee Jae-myung", "Shigeru Ishiba"],
        ),
        (
            "Mexican President Claudia Sheinbaum Pardo spoke with Colombian President Gustavo Petro Urrego on Tuesday. "
            "Sheinbaum invited Petro to Veracruz.",
            ["Claudia Sheinbaum", "Gustavo Petro"],
        ),
        (
            "North Korean leader Kim Jong Un received Belarusian President Alexander Lukashenko in Pyongyang. "
            "Kim hailed the visit, and Lukashenko thanked him.",
            ["Kim Jong Un", "Alexander Lukashenko"],
        ),
        (
            'Indonesian President Joko "Jokowi" Widodo met Malaysian Prime Minister Anwar Ibrahim in Jakarta. '
            "Widodo said Anwar had been a friend of Indonesia.",
            ["Joko Widodo", "Anwar Ibrahim"],
        ),
        (
            "Turkish President Recep Tayyip Erdoğan hosted Greek Prime Minister Kyriakos Mitsotakis in Ankara. "
            "Erdoğan called for dialogue, and Mitsotakis agreed.",
            ["Recep Tayyip Erdogan", "Kyriakos Mitsotakis"],
        ),
        (
            "Saudi Crown Prince Mohammed bin Salman received Iranian Defence Minister Aziz Nasirzadeh in Riyadh. "
            "Bin Salman stressed the importance of ties, and Nasirzadeh thanked him.",
            ["Mohammed bin Salman", "Aziz Nasirzadeh"],
        ),
        (
            "Iraqi Prime Minister Mohammed Shia al-Sudani met Iranian President Masoud Pezeshkian. Al-Sudani spoke of "
            "water, and Pezeshkian of trade.",
            ["Mohammed Shia al-Sudani", "Masoud Pezeshkian"],
        ),
        (
            "Spanish Foreign Minister José Manuel Albares Bueno met Moroccan Foreign Minister Nasser Bourita in Rabat. "
            "Albares thanked Bourita.",
            ["Jose Manuel Albares", "Nasser Bourita"],
        ),
        (
            "Prime Minister Phạm Minh Chính met Lao Prime Minister Sonexay Siphandone. Chính thanked Sonexay.",
            ["Pham Minh Chinh", "Sonexay Siphandone"],
        ),
        (
            "Foreign Minister Penny Wong met New Zealand's Winston Peters. Wong said Peters was welcome.",
            ["Penny Wong", "Winston Peters"],
        ),
    ],
)
def test_short_forms_go_back_to_the_full_name(text: str, persons: list[str]) -> None:
    assert named(text, "person") == persons * 2


def test_a_short_form_before_the_full_name_is_known_too() -> None:
    text = (
        "Orbán leaves for Baku\n\nHungarian Prime Minister Viktor Orbán left for Azerbaijan on Monday, officials said."
    )
    assert set(named(text, "person")) == {"Viktor Orban"}


@pytest.mark.parametrize(
    ("text", "name", "iso3"),
    [
        ("Indonesian Foreign Minister Sugiono met his Turkish counterpart in Ankara.", "Sugiono", "IDN"),
        ("Polish Foreign Minister Radosław Sikorski visited Kyiv.", "Radoslaw Sikorski", "POL"),
        ("Tanzania's new trade minister, Mr Juma Khalfan Mdoe, left for Kenya.", "Juma Khalfan Mdoe", "TZA"),
        ("They met the minister of trade of Kenya, Ms Wanjiru Otieno, in May.", "Wanjiru Otieno", "KEN"),
        ("Then-President Jair Bolsonaro visited Israel.", "Jair Bolsonaro", "BRA"),
        ("H.E. Gen. Evariste Nkusi, President of the Republic of Burundi, left.", "Evariste Nkusi", "BDI"),
        ("Cuban leader Miguel Díaz-Canel welcomed the guests from Vietnam.", "Miguel Diaz-Canel", "CUB"),
    ],
)
def test_a_title_makes_a_name_a_person_of_its_state(text: str, name: str, iso3: str) -> None:
    persons = {m.entity.name: m.entity.iso3 for m in mentions(text) if m.entity.kind == "person"}
    assert persons == {name: iso3}


def test_a_minister_of_an_unknown_state_has_none() -> None:
    text = "Somaliland's minister Abdirahman Dahir Adam met Ethiopian officials in Hargeisa."
    person = next(m.entity for m in mentions(text) if m.entity.kind == "person")
    assert (person.name, person.iso3) == ("Abdirahman Dahir Adam", "")


def test_an_acronym_in_brackets_is_learnt() -> None:
    text = "The Lake Turkana Power Corporation (LTPC) will build the line to Ethiopia. LTPC said it would start in May."
    assert named(text, "org") == ["Lake Turkana Power Corporation"] * 3


def test_the_article_is_no_part_of_a_body() -> None:
    text = "The China Road and Bridge Corporation (CRBC) will build the bridge in Kenya."
    assert named(text, "org")[0] == "China Road and Bridge Corporation"


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("The Foreign Ministry of Brazil sent a note to Paraguay.", "Brazil"),
        ("In Lima they met officials of the Chinese Trade Ministry.", "China"),
        ("The Ministry of Health of Ghana thanked Cuba.", "Ghana"),
    ],
)
def test_a_ministry_belongs_to_its_state(text: str, body: str) -> None:
    reading = reading_of(text)
    found = next(m.entity for m in reading.references.mentions if m.entity.kind == "org")
    assert reading.references.state(found.iso3) == body
    assert found.name.endswith(body)


def test_hyphened_pairs_are_two_states() -> None:
    assert named("U.S.-China trade talks resumed in Geneva.", "state") == ["United States", "China"]
    assert named("The Japan-Philippines pact entered into force.", "state") == ["Japan", "Philippines"]


def test_a_body_ends_where_a_known_person_begins() -> None:
    text = "General Secretary of the Communist Party of Vietnam Central Committee To Lam welcomed the Cuban leader."
    assert named(text, "person") == ["To Lam"]


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        (
            "Algerian President Abdelmadjid Tebboune met Mali's leader. Abdel Madjid Teboune met him again in June.",
            {"Abdelmadjid Tebboune"},
        ),
        ("Egyptian President Abdelfattah al-Sisi met Khalifa Haftar.", {"Abdel Fattah el-Sisi", "Khalifa Haftar"}),
        ("Prime Minister Narendra Damodardas Modi arrived in Colombo.", {"Narendra Modi"}),
        ("Foreign Secretary Juan DELA CRUZ Jr. visited Canberra. DELA CRUZ flew home.", {"Juan Dela Cruz Jr."}),
        ("The note was signed by H.E. Ms. Awa Marie SARR, Minister of Commerce of Senegal.", {"Awa Marie Sarr"}),
        (
            "Peruvian foreign minister Javier Rojas Franco met Paula Soto in Lima. Rojas praised the talks.",
            {"Javier Rojas Franco", "Paula Soto"},
        ),
    ],
)
def test_spellings_of_a_name_are_one_person(text: str, persons: set[str]) -> None:
    assert set(named(text, "person")) == persons


def test_names_that_only_look_alike_are_two_persons() -> None:
    text = "Foreign Minister Anna Lindh met Prime Minister Sanna Marin. Foreign Minister Pekka Lind met Jose Moran."
    assert set(named(text, "person")) == {"Anna Lindh", "Sanna Marin", "Pekka Lind", "Jose Moran"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They met on the Black and Caspian Seas.", ["Black Sea", "Caspian Sea"]),
        ("Envoys of North and South Korea met.", ["North Korea", "South Korea"]),
        ("Ships of the Marshall and Solomon Islands met.", ["Marshall Islands", "Solomon Islands"]),
        ("Guinea and Sierra Leone met.", ["Guinea", "Sierra Leone"]),
        ("Rwanda accused DR Congo of an attack.", ["Rwanda", "Democratic Republic of the Congo"]),
    ],
)
def test_names_that_share_words_or_begin_like_a_title(text: str, names: list[str]) -> None:
    assert [m.entity.name for m in mentions(text)] == names


@pytest.mark.parametrize(
    ("text", "body", "iso3"),
    [
        ("The Royal Thai Navy invited officers from Brunei.", "Royal Thai Navy", "THA"),
        ("The National Iranian Oil Company sold crude to China.", "National Iranian Oil Company", "IRN"),
    ],
)
def test_a_body_belongs_to_the_people_named_within_it(text: str, body: str, iso3: str) -> None:
    found = next(m.entity for m in mentions(text) if m.entity.kind == "org")
    assert (found.name, found.iso3) == (body, iso3)


def test_a_half_stands_for_the_state_that_is_named_in_full() -> None:
    told = "North Korea sent troops to Russia. The minister thanked the North. Farmers in the South waited."
    found = [m.entity.name for m in mentions(told)]
    assert found.count("North Korea") == 2 and "South Korea" not in found
    assert "North Korea" not in [m.entity.name for m in mentions("Kenya sent troops to Uganda from the North.")]


def test_a_capital_within_a_word_makes_a_firm() -> None:
    found = mentions("IndiGo, India's biggest carrier, said it would fly to China. MacArthur and LeBron James met.")
    assert [(m.entity.name, m.entity.kind) for m in found if m.entity.kind in {"org", "person"}] == [
        ("IndiGo", "org"),
        ("MacArthur", "person"),
        ("LeBron James", "person"),
    ]


def test_a_state_owns_persons_without_a_title() -> None:
    found = mentions("Tanzania's Selemani Jafo and Kenya's Lee Kinyanjui agreed. Peru's Customs Office, a body, ran.")
    persons = [(m.entity.name, m.entity.iso3) for m in found if m.entity.kind == "person"]
    assert persons == [("Selemani Jafo", "TZA"), ("Lee Kinyanjui", "KEN")]


def test_a_surname_that_is_a_day_and_a_day_that_is_a_surname() -> None:
    found = mentions("Czech Foreign Minister Jan Lipavsky met China's Vice Foreign Minister Sun Weidong on Sun Jan 5.")
    assert [m.entity.name for m in found if m.entity.kind == "person"] == ["Jan Lipavsky", "Sun Weidong"]


@pytest.mark.parametrize("formal", ["Republic of France", "Kingdom of Norway", "Islamic Republic of Mauritania"])
def test_a_formal_name_is_the_name_of_its_state(formal: str) -> None:
    (found,) = mentions(f"The ambassador of the {formal} left.")
    assert found.entity.name == formal.split()[-1]
    assert found.end - found.start == len(formal.split())


def test_letters_behind_a_name_are_no_part_of_it() -> None:
    assert "Sailosi Mara" in [m.entity.name for m in mentions("Minister Sailosi Mara MP left for Tonga.")]


def test_a_common_word_or_acronym_is_no_town() -> None:
    found = mentions("The Federal Council for Trade Agreements met the ERD of Bangladesh in Dhaka.")
    assert {m.entity.iso3 for m in found} <= {"BGD", ""}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Minister Gloria de la Vega met Minister Ana Diaz in La Paz.", {"Gloria de la Vega", "Ana Diaz"}),
        ("Sheikh Theyab bin Mohamed bin Zayed Al Nahyan met Minister Ana Diaz.", {"Ana Diaz"}),
        ("They condemned the coup in the Republic of Gabon.", set()),
    ],
)
def test_parts_of_longer_names(text: str, names: set[str]) -> None:
    """Small words belong to a name; who is named as a father is not meant; the Republic of X is no town."""
    found = {m.entity.name for m in reading_of(text).references.mentions}
    assert names <= found and not {"Republic", "Mohamed bin Zayed", "Gloria"} & found


def test_an_article_in_lower_case_begins_a_listed_name() -> None:
    text = "Nigerien soldiers fought al-Qaeda near Agadez, and Algeria blamed al-Shabaab."
    assert named(text, "org") == ["Al-Qaeda", "Al-Shabaab"]


def test_a_region_before_a_name_is_what_the_minister_is_for() -> None:
    text = "The Norwegian minister for the Middle East Kari Solberg flew to Muscat."
    assert named(text, "person") == ["Kari Solberg"]


def test_a_feast_is_nobody_s_name() -> None:
    assert named("The truce between Mali and Niger held during Ramadan, thank God.", "person") == []


def test_a_process_named_after_a_town_is_no_place() -> None:
    assert "Nairobi Process" not in named("Kigali will join the Nairobi Process and the Doha Process.", "place")


def test_what_is_called_after_a_person_is_no_person() -> None:
    found = mentions("The EU pays for the King Hussein Bridge and the President Mandela Scholarship of Jordan.")
    assert not [m.entity.name for m in found if m.entity.kind == "person"]


def test_who_speaks_is_the_person_of_that_name_not_a_place() -> None:
    text = (
        "Zambian Foreign Minister Mulambo Haimbe and his Malawian counterpart, Nancy Banda, signed a memorandum. "
        '"It is good," Banda said.'
    )
    assert [m.entity.name for m in reading_of(text).references.mentions].count("Nancy Banda") == 2
