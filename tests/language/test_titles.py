"""Titles: which words, whose state and body, held before, now or soon, and by whom."""

from __future__ import annotations

import pytest

from comity.extract.roles import roles
from comity.language.entities import Title
from comity.language.reading import Reading
from reading import reading_of


def titles(text: str) -> dict[str, list[tuple[str, Title]]]:
    """Each person's titles with their words."""
    reading = reading_of(text)
    return {
        m.entity.name: [(_words(reading, t), t) for t in m.titles]
        for m in reading.references.mentions
        if m.entity.kind == "person" and m.titles
    }


def _words(reading: Reading, title: Title) -> str:
    return reading.text_of(title.start, title.end - 1)


def only(text: str) -> tuple[str, str, Title]:
    (name, [(words, title)]) = next(iter(titles(text).items()))
    return name, words, title


@pytest.mark.parametrize(
    ("text", "name", "words", "state"),
    [
        (
            "Tanzania's new trade minister, Mr Juma Khalfan Mdoe, left for Kenya.",
            "Juma Khalfan Mdoe",
            "Tanzania's new trade minister",
            "TZA",
        ),
        (
            "They met the minister of trade of Kenya, Ms Wanjiru Otieno, in May.",
            "Wanjiru Otieno",
            "minister of trade of Kenya",
            "KEN",
        ),
        (
            "Japanese ambassador to Australia Kazuhiro Suzuki opened the hall.",
            "Kazuhiro Suzuki",
            "Japanese ambassador to Australia",
            "JPN",
        ),
        (
            "Mao Ning, a spokeswoman for the Chinese foreign ministry, rejected the report of Japan.",
            "Mao Ning",
            "spokeswoman for the Chinese foreign ministry",
            "CHN",
        ),
        (
            "Elmer Schialer, who is Peru's foreign minister, flew to Bolivia.",
            "Elmer Schialer",
            "Peru's foreign minister",
            "PER",
        ),
        (
            "Georgian Prime Minister Irakli Kobakhidze flew to Baku.",
            "Irakli Kobakhidze",
            "Georgian Prime Minister",
            "GEO",
        ),
    ],
)
def test_words_and_state_of_a_title(text: str, name: str, words: str, state: str) -> None:
    found = only(text)
    assert found[:2] == (name, words)
    assert found[2].state == state


def test_the_body_of_a_title() -> None:
    _, words, title = only("UN Secretary-General António Guterres arrived in Bogotá, Colombia.")
    assert (words, title.body) == ("UN Secretary-General", "United Nations")
    name, words, title = only(
        "Phan Van Mai, chairman of the Ho Chi Minh City People's Committee, received the Lao consul general."
    )
    assert (name, title.body) == ("Phan Van Mai", "Ho Chi Minh City People's Committee")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Former German chancellor Angela Merkel visited Chile.", "former"),
        ("Then-President Jair Bolsonaro visited Israel.", "former"),
        ("President-elect José Antonio Kast received the guests from Spain.", "designate"),
        ("Minister-designate Marco Silva of Portugal met Spanish officials.", "designate"),
        ("Hungarian Prime Minister Viktor Orbán flew to Baku.", "current"),
    ],
)
def test_whether_the_post_is_still_held(text: str, status: str) -> None:
    assert only(text)[2].status == status


def test_a_plural_title_is_held_by_all_who_follow() -> None:
    found = titles("Foreign ministers Wang Yi, Toshimitsu Motegi and Cho Hyun met in Tokyo.")
    assert list(found) == ["Wang Yi", "Toshimitsu Motegi", "Cho Hyun"]
    assert {t.level for held in found.values() for _, t in held} == {"minister"}


def test_two_titles_joined_by_and_are_held_by_one_person() -> None:
    found = titles("Pakistan's Deputy Prime Minister and Foreign Minister Ishaq Dar met Bangladesh's adviser in Dhaka.")
    assert {t.level for _, t in found["Ishaq Dar"]} == {"head_of_government", "minister"}


def test_two_persons_joined_by_and_have_one_title_each() -> None:
    found = titles(
        "General Secretary of the Communist Party of Vietnam Central Committee To Lam and State President Luong Cuong "
        "welcomed Cuban leader Miguel Díaz-Canel."
    )
    assert {name: [w for w, _ in held] for name, held in found.items()} == {
        "To Lam": ["General Secretary of the Communist Party of Vietnam Central Committee"],
        "Luong Cuong": ["State President"],
        "Miguel Diaz-Canel": ["Cuban leader"],
    }


def test_an_expert_gets_no_state_from_the_title() -> None:
    reading = reading_of("Kenyan analyst Grace Wanjala said Uganda would gain. Uganda agreed with Kenya.")
    persons = [m.entity for m in reading.references.mentions if m.entity.name == "Grace Wanjala"]
    assert all(e.iso3 == "" for e in persons)


@pytest.mark.parametrize(
    "text",
    [
        "Russian Foreign Minister Sergei Lavrov flew to North Korea. During talks with his counterpart Choe Son Hui, "
        "Lavrov praised the host.",
        "Russian Foreign Minister Sergei Lavrov met his counterpart Choe Son Hui in North Korea.",
    ],
)
def test_a_counterpart_without_a_state_is_of_the_other_one(text: str) -> None:
    person = next(m.entity for m in reading_of(text).references.mentions if m.entity.name == "Choe Son Hui")
    assert (person.iso3, "foreign minister" in person.posts) == ("PRK", True)


def test_a_counterpart_of_one_word_is_not_of_her_state() -> None:
    text = (
        "Australian Foreign Minister Penny Wong is to hold talks with her counterpart Sugiono of Indonesia on Friday."
    )
    person = next(m.entity for m in reading_of(text).references.mentions if m.entity.name == "Sugiono")
    assert (person.iso3, person.posts[-1]) == ("IDN", "foreign minister")


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        (
            "The Prime Minister of the Republic of Fiji His Excellency Sitiveni Rabuka visited Samoa.",
            "Sitiveni Rabuka",
            "Prime Minister of the Republic of Fiji",
        ),
        (
            "He called on the Governor General of Tuvalu, Her Excellency Tofiga Falani, on Monday.",
            "Tofiga Falani",
            "Governor General of Tuvalu",
        ),
        (
            "The Ambassador Extraordinary and Plenipotentiary of Slovenia to Croatia, Marko Novak, left on Friday.",
            "Marko Novak",
            "Ambassador Extraordinary and Plenipotentiary of Slovenia to Croatia",
        ),
        (
            "Minister of State at the Department of Finance and the Department of Works, Marian Harkin TD, left.",
            "Marian Harkin",
            "Minister of State at the Department of Finance and the Department of Works",
        ),
        (
            "A letter by Bulgarian lawmakers to Hungarian President Tamas Sulyok was kept.",
            "Tamas Sulyok",
            "Hungarian President",
        ),
    ],
)
def test_how_a_person_is_styled_is_no_part_of_post_or_name(text: str, name: str, words: str) -> None:
    assert only(text)[:2] == (name, words)


def test_the_president_and_a_minister_are_two_persons() -> None:
    (found,) = titles("The president and Foreign Minister Petr Macinka held talks in Moldova.").values()
    assert [words for words, _ in found] == ["Foreign Minister"]


@pytest.mark.parametrize(
    ("text", "post"),
    [
        (
            "The Australian Minister for Trade, Senator the Hon Don Farrell, met Fiji's envoy.",
            "Australian Minister for Trade",
        ),
        ("Kenya's Defence Secretary, General Daniel Opande, visited Uganda.", "Kenya's Defence Secretary"),
        ("Central Bank of Oman (CBO) Governor Tahir Al Amri left.", "Central Bank of Oman (CBO) Governor"),
    ],
)
def test_a_rank_between_post_and_name_takes_no_post_away(text: str, post: str) -> None:
    ((_, held),) = titles(text).items()
    assert post in [words for words, _ in held]


def test_a_post_in_the_name_of_a_text_is_none() -> None:
    assert titles("Benin and Togo penned the General Cooperation Agreement.") == {}
    assert titles("They met with the President, Vice President and Foreign Minister of Chad.") == {}


def test_a_source_at_the_start_is_not_who_acts_then() -> None:
    apart = (
        "Vikram Rao flew in. According to Rao, the Bhutanese director general of police rang his Nepali counterpart."
    )
    assert titles(apart) == {}
    assert "Vikram Rao" in titles("According to Vikram Rao, the Bhutanese police chief, talks will go on.")


def test_a_post_for_several_fields_between_commas() -> None:
    """The fields belong to the post, and none of them is the body it belongs to."""
    text = "Ties are good, said the Spanish Minister of Foreign Affairs, European Union and Cooperation, Juan Vega."
    (made,) = roles(reading_of(text))
    assert made.value("post") == "Spanish Minister of Foreign Affairs, European Union and Cooperation"
    assert (made.value("person"), made.value("organization")) == ("Juan Vega", "Spain")


def test_what_a_post_is_for_is_no_body() -> None:
    """ "Zambia Foreign Affairs Minister" is of Zambia, "Minister for … Affairs X" is X."""
    text = "Rwanda's State Minister for East African Community Affairs Olivier Nduka met Ana Kamo in Kigali."
    assert [d.value("organization") for d in roles(reading_of(text))] == ["Rwanda"]
    (made,) = roles(reading_of("In a statement, Zambia Foreign Affairs Minister Stan Kaku said Malawi was a friend."))
    assert (made.value("person"), made.value("organization")) == ("Stan Kaku", "Zambia")


def test_an_ambassador_is_of_the_state_that_sends_them() -> None:
    """The state behind "to" is that of the hosts."""
    (made,) = roles(reading_of("Algeria announced the return of Ahmed Saadi, its ambassador to Niger."))
    assert made.value("organization") != "Niger"


@pytest.mark.parametrize(
    "post",
    [
        "Minister of Trade, Industry and Tourism",
        "Minister of Export Promotion, International Trade and Economic Development",
        "Minister of Foreign Affairs, International Business and International Cooperation",
    ],
)
def test_what_a_post_is_for_goes_on_behind_a_comma(post: str) -> None:
    name, words, title = only(f"Malta's {post}, Ian Borg, left for Cyprus.")
    assert (name, words, title.state, title.body) == ("Ian Borg", f"Malta's {post}", "MLT", "")


@pytest.mark.parametrize(
    "way", ["{} of Peru and {} of Chile", "{}, of Peru, and {}, of Chile,", "{} (Peru) and {} (Chile)"]
)
def test_holders_of_one_office_have_the_states_behind_them(way: str) -> None:
    text = f"Foreign Ministers {way.format('Ana Soto', 'Luis Vera')} signed the pact."
    named = {m.entity.name: m.entity for m in reading_of(text).references.mentions}
    assert {name: (named[name].iso3, len(named[name].posts)) for name in ("Ana Soto", "Luis Vera")} == {
        "Ana Soto": ("PER", 1),
        "Luis Vera": ("CHL", 1),
    }
