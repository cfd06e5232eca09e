"""Undertakings: what a later sentence says of the line, works on it, what it costs, and that two are two."""

from __future__ import annotations

import pytest

from comity.extract.draft import Draft
from comity.extract.projects import projects
from comity.model import Milestone, Money
from reading import reading_of


def named(text: str, part: str) -> Draft:
    (made,) = [d for d in projects(reading_of(text)) if part in str(d.value("name"))]
    return made


BUILD = "Kenya and Oman will build a 400-kilovolt power line between Nairobi and Mombasa."


def test_the_line_is_the_power_line_told_before() -> None:
    made = named(f"{BUILD} The line will cost $620 million and is expected to be completed by the end of 2027.", "line")
    assert made.value("amount") == Money(620_000_000, "USD", "exact")
    assert made.value("completion") == Milestone("2027", "planned")


@pytest.mark.parametrize(
    "text",
    [
        "She put the cost of the project at $645 million.",
        "The cost of the line rose to $645 million.",
        "The price of the power line is $645 million.",
    ],
)
def test_sum_that_the_cost_is_put_at(text: str) -> None:
    assert named(f"{BUILD} {text}", "line").value("amount") == Money(645_000_000, "USD", "exact")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The Nairobi-Mombasa railway is due to be finished in 2027.", None),
        ("Work on the Nairobi-Mombasa railway started in February.", "under_construction"),
        ("Work on the Nairobi-Mombasa railway has started.", "under_construction"),
        ("Work on the Nairobi-Mombasa railway stopped in February.", "suspended"),
    ],
)
def test_what_is_due_is_not_in_operation_and_what_is_worked_on_is_being_built(text: str, status: str) -> None:
    assert named(f"Kenya and Oman met. {text}", "railway").value("status") == status


def test_station_of_one_name_and_line_of_another_are_two() -> None:
    text = (
        "Kenya has completed the Emali substation, the first part of the interconnector with Tanzania. "
        "Work on the Nairobi-Arusha transmission line started in February."
    )
    assert named(text, "Emali").value("status") == "operating"
    assert named(text, "Arusha").value("status") == "under_construction"


def test_name_of_a_line_begins_with_its_first_end() -> None:
    text = "Kenya and China met. Both sides have made Nairobi-Mombasa High-speed Railway an exemplar of cooperation."
    assert named(text, "Railway").value("name") == "Nairobi-Mombasa High-speed Railway"


@pytest.mark.parametrize(
    ("text", "name", "status"),
    [
        (
            "India's ACME completed financing for a green ammonia plant at Duqm in Oman.",
            "green ammonia plant at Duqm in Oman",
            "financed",
        ),
        (
            "Peru and Bolivia signed a deal to build a railway from Ilo to Sucre.",
            "railway from Ilo to Sucre",
            "approved",
        ),
        ("Ethiopia inaugurated the Grand Ethiopian Renaissance Dam.", "Grand Ethiopian Renaissance Dam", "operating"),
        ("A data centre that Singapore's Keppel is building in Batam will open soon.", "data centre", None),
        ("Iraq's Development Road is expected to be finished by 2030.", "Development Road", None),
    ],
)
def test_undertakings_by_what_is_begun_paid_agreed_or_built(text: str, name: str, status: str | None) -> None:
    made = projects(reading_of(text))
    assert [(d.value("name"), d.value("status")) for d in made] == [(name, status)]


@pytest.mark.parametrize(
    ("text", "name", "status"),
    [
        (
            "Mali and Senegal have begun a feasibility study for a new railway between Dakar and Bamako.",
            "new railway between Dakar and Bamako",
            "feasibility_study",
        ),
        (
            "The project of a new bridge over the Sava between Croatia and Bosnia must be built first, Croatia said.",
            "new bridge over the Sava between Croatia and Bosnia",
            "proposed",
        ),
    ],
)
def test_studies_and_projects_of_works(text: str, name: str, status: str | None) -> None:
    """What is begun is the study; a project of a bridge is the bridge."""
    (made,) = projects(reading_of(text))
    assert (made.value("name"), made.value("status")) == (name, status)


def test_a_port_that_is_only_reached_is_no_project() -> None:
    """Where a line ends, or what a guest is shown, stands there already."""
    assert not projects(reading_of("President Ali of Chad will also tour the port of Mombasa in Kenya."))


def test_what_a_deal_is_signed_on_building_is_approved() -> None:
    """Nothing is built yet."""
    made = named("A deal has been signed on building a new oil pipeline between Hungary and Serbia.", "pipeline")
    assert made.value("status") == "approved"


def test_a_field_of_cooperation_is_no_mine() -> None:
    """A word that means many things is an undertaking only with one that tells so."""
    text = "They have fished there under an agreement on cooperation in the field of fisheries with Togo and Chad."
    assert not projects(reading_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "The loan will fund development projects in Kenya, Japan said.",
        "Kenya and Uganda will share maintenance facilities.",
        "The $1 billion oil facility from Qatar will help Kenya pay for imports.",
        "Tom Hill, of the African Studies Centre at Leeds University, said Kenya and Uganda trade little.",
    ],
)
def test_things_of_a_kind_credits_and_employers_are_no_undertakings(text: str) -> None:
    assert not projects(reading_of(text))


def test_a_line_that_stopped_running_was_not_completed_then() -> None:
    made = named(
        "Japan will lend Zambia $120 million for the Lusaka-Ndola railway, which stopped running in 2019.", "rail"
    )
    assert made.value("completion") is None
