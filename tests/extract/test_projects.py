"""Projects: type, stage, sums and dates as the text states them; mere places are none."""

from __future__ import annotations

from decimal import Decimal
from functools import partial

import pytest

from comity.extract.draft import Draft
from comity.extract.projects import projects
from comity.model import Milestone, Money
from reading import reading_of as on_a_day

reading_of = partial(on_a_day, published="2025-05-14")


def one(text: str) -> Draft:
    found = projects(reading_of(text))
    assert len(found) == 1, [f.value("name") for f in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        (
            "New Delhi and Dhaka inaugurated the India-Bangladesh Friendship Pipeline on Saturday.",
            "power",
            "operating",
        ),
        ("Uganda and Tanzania broke ground on the East African Crude Oil Pipeline.", "power", "under_construction"),
        ("Hungary approved the expansion of the Paks nuclear power plant, built by Rosatom.", "power", "approved"),
        (
            "Serbia and Hungary are building a high-speed railway between Belgrade and Budapest.",
            "railway",
            "under_construction",
        ),
        ("Spain and Morocco have proposed a tunnel under the Strait of Gibraltar.", "railway", "proposed"),
        ("Peru's president inaugurated the Chancay port, built by China's Cosco.", "port", "operating"),
        ("Poland is financing the modernisation of the railway line between Lviv and Przemysl.", "railway", "financed"),
        ("Australia is paying for an undersea internet cable to Tuvalu.", "telecom", "financed"),
        ("Turkey is funding a hospital in Somalia.", "other", "financed"),
        ("Poland has built a wall on the Belarusian border.", "other", "under_construction"),
        ("Kazakhstan chose Russia's Rosatom to build its first nuclear power plant.", "power", "proposed"),
        ("Work on the line from Haifa to Irbid began in September 2017.", "railway", "under_construction"),
    ],
)
def test_type_and_stage(text: str, kind: str, status: str) -> None:
    found = one(text)
    assert (found.value("project_type"), found.value("status")) == (kind, status)


def test_a_stage_that_is_only_foreseen_is_left_out_and_its_date_is_planned() -> None:
    found = one("Poland and Ukraine will open two new border crossings by the end of 2026, the prime minister said.")
    assert found.value("status") is None
    assert found.value("completion") == Milestone("2026", "planned")


def test_an_apposition_gives_the_sum() -> None:
    found = one("Egypt rejected Ethiopia's filling of the Grand Ethiopian Renaissance Dam, a $4.2 billion project.")
    assert found.value("amount") == Money(Decimal("4200000000.0"), "USD")


def test_later_mentions_add_quotes_and_the_later_stage() -> None:
    found = one("Kenya and Tanzania planned a railway from Voi to Moshi. The railway was completed in March 2024.")
    assert (len(found.quotes), found.value("status")) == (2, "operating")


def test_what_it_joins_or_costs_makes_a_described_work_a_project() -> None:
    assert one("Iran wants to upgrade the tracks from Mashhad to Sarakhs.").value("project_type") == "railway"
    assert one("Ethiopia says the $4 billion dam will double its output.").value("project_type") == "water"


@pytest.mark.parametrize(
    "text",
    [
        "The firm will build a data centre near Dublin.",
        "The minister opened a school in her constituency.",
        "He arrived at Cairo International Airport and was driven along the airport road to the hotel.",
        "The company will build a new car plant, the carmaker said.",
        "Ports in Egypt were connected by poor roads.",
        "Police blocked the bridge in Geneva for an hour.",
    ],
)
def test_places_and_private_works_are_none(text: str) -> None:
    assert projects(reading_of(text)) == []


def test_work_begun_on_a_part_is_begun_on_the_whole() -> None:
    begun = one("On Monday Kenya broke ground on the first part of a railway from Nairobi to Kampala.")
    assert (begun.value("status"), begun.value("start")) == ("under_construction", Milestone("2025-05-12", "actual"))
    assert one("Kenya completed the first section of a railway from Nairobi to Kampala.").value("status") is None


def test_a_start_that_is_planned_is_no_start_though_its_year_has_begun() -> None:
    found = one(
        "Kenya approved a railway from Nairobi to Kampala. Work on the railway is planned to begin by late 2025."
    )
    assert found.value("start").basis == "planned"


def test_what_was_agreed_in_a_list_is_not_done() -> None:
    told = (
        "The two ministers agreed to draw up plans for a road; build a railway from Nairobi to Kampala; and meet again."
    )
    assert [f.value("status") for f in projects(reading_of(told)) if f.value("project_type") == "railway"] == [
        "approved"
    ]


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Bulgaria and Turkey broke ground on a second gas interconnector.", "power", "under_construction"),
        (
            "The reconstruction of the Belgrade–Budapest railway of Serbia and Hungary goes on.",
            "railway",
            "under_construction",
        ),
        (
            "The pipeline from Aktau in Kazakhstan to Baku in Azerbaijan remains under study.",
            "power",
            "feasibility_study",
        ),
        ("A new road crossing at Rezovo between Turkey and Bulgaria is planned.", "border_gate", "proposed"),
    ],
)
def test_stages_told_by_a_fixed_phrase(text: str, kind: str, status: str) -> None:
    made = one(text)
    assert (made.value("project_type"), made.value("status")) == (kind, status)


def test_a_plant_is_no_railway() -> None:
    text = "Kenya and Uganda build the Lake Railway. The plant at Jinja in Uganda will cost 2 billion dollars."
    assert "amount" not in projects(reading_of(text))[0].fields


@pytest.mark.parametrize(
    ("text", "places", "status"),
    [
        ("The Tashkent-Termez railway will be ready by 2027, the Uzbek minister said.", ("Tashkent", "Termez"), None),
        (
            "The power line between Georgia and Armenia is 70 per cent complete.",
            ("Georgia", "Armenia"),
            "under_construction",
        ),
        ("Works on the Lagos-Cotonou highway have reached Porto-Novo.", ("Lagos", "Cotonou"), "under_construction"),
        ("The Aqaba-Basra pipeline is on hold, the Jordanian minister said.", ("Aqaba", "Basra"), "suspended"),
        ("The Lao-Thai railway bridge is under construction.", None, "under_construction"),
        ("Zambia will finish the Kazungula-Livingstone line next year.", ("Kazungula", "Livingstone"), None),
        ("The ambassadors inspected the Dushanbe-Kulob road.", ("Dushanbe", "Kulob"), None),
        ("The two ministers agreed to fast-track the Mombasa-Kampala oil pipeline.", ("Mombasa", "Kampala"), None),
        ("The port of Chancay, built by China in Peru, is in operation.", ("Chancay",), "operating"),
        ("A railway from Walvis Bay to Lusaka is to be built, Namibia said.", ("Walvis Bay", "Lusaka"), "proposed"),
        ("The ferry could give way to a bridge between Senegal and the Gambia.", ("Senegal", "Gambia"), "proposed"),
    ],
)
def test_what_is_said_of_it_as_a_subject_tells_its_stage(text: str, places: object, status: str | None) -> None:
    found = one(text)
    assert (found.value("places"), found.value("status")) == (places, status)


def test_a_place_with_a_hyphen_in_its_name_is_one() -> None:
    assert one("Guinea-Bissau finished the Porto-Novo bridge with Benin.").value("places") == ("Porto-Novo",)


def test_a_named_work_counts_once_a_later_mention_tells_of_it() -> None:
    found = one("The presidents met near the Rosso bridge. The bridge will be completed in 2027, Senegal said.")
    assert (found.value("name"), found.value("completion")) == ("Rosso bridge", Milestone("2027", "planned"))


@pytest.mark.parametrize("work", ["cold store", "quay", "fibre-optic link", "customs house", "viaduct", "fish farm"])
def test_works_of_many_kinds(work: str) -> None:
    assert one(f"Senegal and Mauritania will build a {work} at Rosso.").value("name") == f"{work} at Rosso"


def test_a_work_with_another_name_does_not_point_back() -> None:
    first = "Angola and Zambia will build an oil pipeline from Lobito to Lusaka. "
    found = projects(reading_of(first + "The Kalumbila solar park, paid for by Angola, has been shelved."))
    assert (found[0].value("name"), found[0].value("status")) == (
        "oil pipeline from Lobito to Lusaka",
        "proposed",
    )


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        (
            "A data centre that Saudi Arabia is building in Tashkent will be powered by wind.",
            "other",
            "under_construction",
        ),
        ("A fuel depot that Kenya is building for South Sudan will be ready in August.", "other", "under_construction"),
        ("India has completed 70 percent of the trilateral highway to Thailand through Myanmar.", "road", "operating"),
        ("The Grand Inga dam has been delayed for years because South Africa does not buy its power.", "water", None),
        ("Afghanistan has cancelled the contract for the Mes Aynak copper mine with China's MCC.", "mine", "cancelled"),
        ("The new parliament building in Harare was built by China.", "other", "under_construction"),
        ("Kazakhstan and Kyrgyzstan will open a trade and logistics complex at the crossing.", "factory", None),
    ],
)
def test_further_kinds_of_works_and_clauses_about_them(text: str, kind: str, status: str | None) -> None:
    found = one(text)
    assert (found.value("project_type"), found.value("status")) == (kind, status)


def test_a_measure_before_the_name_makes_no_other_project() -> None:
    text = (
        "Oman and the Emirates have begun to build a railway between Sohar and Abu Dhabi.\n\n"
        "The 303-kilometre railway will be finished by 2028."
    )
    assert len(one(text).quotes) == 2


def test_the_adjective_of_a_state_is_no_end_of_a_line() -> None:
    made = projects(reading_of("Uzbekistan and Pakistan discussed the Trans-Afghan railway."))
    assert [(d.value("name"), d.value("places")) for d in made] == [("Trans-Afghan railway", None)]


def test_what_stands_beside_a_line_describes_it() -> None:
    text = "Peru and Chile discussed the Andean railway, a 760-km line from Tacna to Arica that costs $4 billion."
    (made,) = projects(reading_of(text))
    assert made.value("places") == ("Tacna", "Arica")


def test_lines_of_different_lengths_are_two() -> None:
    text = "Peru and Chile opened a 260-km railway in Tacna. They plan to build a 760-km railway from Lima to Arica."
    assert len(projects(reading_of(text))) == 2
