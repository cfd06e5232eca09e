"""Who is meant by "the two sides", "both leaders", "the pair", "they", "he", "its", "Beijing" and "the Polish side"."""

from __future__ import annotations

import pytest

from comity.language.reading import read
from comity.language.tree import hang
from comity.model import Document
from reading import nlp, reading_of, word


def meant(text: str, spelled: str, *, nth: int = 0) -> tuple[str, ...]:
    reading = reading_of(text)
    return reading.references.names(word(reading, spelled, nth=nth))


TWO = (
    "Chinese Premier Li Qiang met Hungarian Prime Minister Viktor Orbán in Budapest on Monday. "
    "{} agreed to build a railway."
)


@pytest.mark.parametrize(
    ("phrase", "head", "names"),
    [
        ("The two sides", "sides", {"China", "Hungary"}),
        ("Both countries", "countries", {"China", "Hungary"}),
        ("The two governments", "governments", {"China", "Hungary"}),
        ("The two leaders", "leaders", {"Li Qiang", "Viktor Orban"}),
        ("Both leaders", "leaders", {"Li Qiang", "Viktor Orban"}),
        ("The pair", "pair", {"Li Qiang", "Viktor Orban"}),
        ("The Hungarian side", "side", {"Hungary"}),
        ("Beijing", "Beijing", {"China"}),
        ("The Chinese government", "government", {"China"}),
        ("The Chinese premier", "premier", {"Li Qiang"}),
        ("He", "He", {"Li Qiang"}),
    ],
)
def test_phrases_and_pronouns(phrase: str, head: str, names: set[str]) -> None:
    assert set(meant(TWO.format(phrase), head)) == names


@pytest.mark.parametrize(
    ("text", "spelled", "names"),
    [
        ("Kenya and Uganda share a lake. They fish in it.", "They", {"Kenya", "Uganda"}),
        ("Ghana's and Togo's leaders met in Lomé. They pledged to expand trade.", "They", {"Ghana", "Togo"}),
        ("Peru said it was ready for talks with Chile.", "it", {"Peru"}),
        ("“We trust Japan,” Mongolian Foreign Minister Battsetseg Batmunkh said.", "We", {"Mongolia"}),
        (
            "U.S.-China trade talks resumed in Geneva. The two sides spoke of tariffs.",
            "sides",
            {"United States", "China"},
        ),
        ("Beijing and Canberra resumed talks. The two sides spoke of wine.", "sides", {"China", "Australia"}),
        ("The Philippine foreign ministry thanked Japan.", "ministry", {"Ministry of Foreign Affairs of Philippines"}),
    ],
)
def test_pronouns_and_pairs(text: str, spelled: str, names: set[str]) -> None:
    assert set(meant(text, spelled)) == names


def test_the_two_sides_are_those_who_acted_together_last() -> None:
    text = (
        "Brazil and Argentina signed a pact in Brasilia. Brazil also spoke of Argentina's ports.\n\n"
        "Chile and Peru held talks in Lima. The two sides discussed copper."
    )
    assert set(meant(text, "sides")) == {"Chile", "Peru"}


def test_what_cannot_be_resolved_stays_as_written() -> None:
    assert meant("Chinese companies will build a bridge in Kenya.", "companies") == ("Chinese companies",)


def test_an_indefinite_person_is_nobody_named_before() -> None:
    text = "Thai Prime Minister Anutin Charnvirakul met Laos's leader. A minister of Thailand stayed at home."
    assert "Anutin Charnvirakul" not in meant(text, "minister")


def test_the_pair_of_a_text() -> None:
    assert set(reading_of("Egypt warned Ethiopia. Egypt also called Kenya, and Ethiopia replied.").pair()) == {
        "Egypt",
        "Ethiopia",
    }
    assert reading_of("It rained in the valley all day long.").pair() == ()


def test_who_speaks_for_a_state() -> None:
    reading = reading_of("Brazil's Foreign Minister Mauro Vieira met Petrobras and the Central Bank of Chile.")
    speaking = {
        a.name: reading.references.speaks_for_a_state(a) for t in reading.tokens for a in reading.references.actors(t)
    }
    assert speaking["Mauro Vieira"]
    assert speaking["Brazil"]


def test_those_who_hold_an_office_in_two_states() -> None:
    text = (
        "Prime Minister Abiy Ahmed of Ethiopia and Kenyan President William Ruto spoke. "
        "Ethiopian Foreign Minister Gedion Timothewos met Kenyan Foreign Minister Musalia Mudavadi. "
        "The foreign ministers pledged to meet again."
    )
    assert set(meant(text, "ministers")) == {"Gedion Timothewos", "Musalia Mudavadi"}


def test_an_office_that_nobody_is_named_for_is_that_of_both_states() -> None:
    text = "Peru and Chile agreed on a plan. The finance ministers will draw it up."
    assert set(meant(text, "ministers")) == {"Peru", "Chile"}


def test_it_is_whoever_says_so() -> None:
    text = "Peru closed the road. Chile's ministry said it would open another road with Peru."
    assert meant(text, "it") == meant(text, "ministry")


def test_prime_ministers_are_no_presidents() -> None:
    text = (
        "Kazakh President Kassym-Jomart Tokayev met Uzbek President Shavkat Mirziyoyev. "
        "The prime ministers will draw up a plan."
    )
    assert set(meant(text, "ministers")) == {"Kazakhstan", "Uzbekistan"}


@pytest.mark.parametrize(
    ("text", "head", "names"),
    [
        ("Peru's Ministry of Trade met Chile. The ministry left.", "ministry", {"Ministry of Trade of Peru"}),
        ("Peru met Chile in Lima. Its foreign ministry objected.", "ministry", {"Ministry of Foreign Affairs of Peru"}),
        ("Peru spoke to Chile. Peru asked its neighbour for help.", "neighbour", {"Chile"}),
        ("Peru met Chile. The Peruvian ministry objected.", "ministry", {"Peru"}),
        ("Peru met Chile. Neither side moved.", "side", {"Peru", "Chile"}),
        ("Peru met Chile. Chile, rather than Peru, will pay.", "Chile", {"Chile"}),
    ],
)
def test_bodies_and_sides_that_are_pointed_to(text: str, head: str, names: set[str]) -> None:
    reading = reading_of(text)
    token = [t for t in reading.tokens if t.text == head][-1]
    assert set(reading.references.names(token)) == names


def test_two_persons_joined_are_both_the_subject() -> None:
    text = (
        "Prime Minister Hun Manet of Cambodia flew to Laos. Prime Minister Hun Manet and his Lao counterpart "
        "Sonexay Siphandone pledged on Wednesday to complete the demarcation of the border."
    )
    reading = reading_of(text)
    subject = word(reading, "pledged").subject()
    assert subject is not None
    assert reading.references.names(subject) == ("Hun Manet", "Sonexay Siphandone")


@pytest.mark.parametrize(
    ("text", "head", "names"),
    [
        (
            "Uzbek envoys met in Tashkent. Pakistan accused Kabul of it. The two countries closed their embassies.",
            "countries",
            ("Pakistan", "Afghanistan"),
        ),
        (
            "Chad, Niger and Mali signed a pact. Chad paid for it. The three countries will meet again.",
            "countries",
            ("Chad", "Niger", "Mali"),
        ),
    ],
)
def test_countries_that_are_counted_are_those_named_before(text: str, head: str, names: tuple[str, ...]) -> None:
    assert set(meant(text, head)) == set(names)


def test_two_that_a_hyphen_joins_are_who_the_text_is_about() -> None:
    text = "Clashes erupted on the Thailand-Cambodia border. Malaysian Prime Minister Anwar Ibrahim spoke."
    assert reading_of(text).references.pair == ("THA", "KHM")


def test_he_in_a_relative_clause_is_whom_its_phrase_names() -> None:
    text = "Niger's Toure welcomed the visit by President Idriss Deby to Niamey, where he opened an embassy."
    reading = reading_of(text)
    (he,) = [t for t in reading.tokens if t.lower == "he"]
    assert reading.references.names(he) == ("Idriss Deby",)


@pytest.mark.parametrize("phrase", ["Both sides welcomed it.", "The meeting agreed to deepen trade."])
def test_a_body_of_many_states_can_be_one_of_the_two(phrase: str) -> None:
    reading = reading_of(f"ASEAN and Chile met in Jakarta. {phrase} Brunei chairs ASEAN. ASEAN-Chile trade grew.")
    (verb,) = [t for t in reading.tokens if t.lower in {"welcomed", "agreed"}]
    subject = verb.child("nsubj")
    assert subject is not None
    assert reading.references.names(subject) == ("ASEAN", "Chile")


def test_a_group_that_points_back_to_itself_is_nobody() -> None:
    reading = read(Document(id="t", source="t.txt", text="The ministers talked, they said."), nlp())
    group, they = word(reading, "ministers"), word(reading, "they")
    hang(they, group, "conj")
    assert reading.references.actors(they) == []


@pytest.mark.parametrize(("body", "iso3"), [("Van Tram Holdings Group", ""), ("Lagos Chamber of Commerce", "NGA")])
def test_a_body_is_of_the_town_it_is_called_after_unless_that_may_be_no_town(body: str, iso3: str) -> None:
    mentions = reading_of(f"Peruvian President Dina Boluarte met the head of {body}.").references.mentions
    assert [m.entity.iso3 for m in mentions if m.entity.kind == "org"] == [iso3]


@pytest.mark.parametrize("who", ["Officials", "Working groups", "Negotiators", "Delegations"])
def test_those_who_come_from_states_act_for_them(who: str) -> None:
    assert set(meant(f"{who} from Peru and Chile agreed to open the post.", who.split()[-1])) == {"Peru", "Chile"}


def test_not_all_who_come_from_a_state_act_for_it() -> None:
    assert meant("Tourists from Peru agreed to pay.", "Tourists") == ("Tourists",)


def test_a_capital_stands_for_the_body_that_a_text_names_instead_of_its_state() -> None:
    assert meant("The European Union met Iran. Brussels agreed to lift the ban.", "Brussels") == ("European Union",)
    assert meant("Belgium and the European Union met. Brussels agreed to pay.", "Brussels") == ("Belgium",)


def test_an_office_of_its_state_is_named_by_it() -> None:
    text = "Kenya's trade ministry said the deal was near. Its transport secretary agreed."
    assert meant(text, "secretary") == ("Kenya's transport secretary",)
