from __future__ import annotations

import csv

import pytest

from comity.export import plover
from query.shelf import EVERYTHING, said, shelf


def read(book):
    text = "".join(plover.pieces(book.records(), book.documents()))
    return list(csv.DictReader(text[1:].splitlines(keepends=True)))


def event(**more):
    fields = {"form": "accusation", "category": "ACCUSE", "phase": "held", "date": "2024-03-01"} | more
    sentence = f"Serbia accused Croatia of something ({sorted(fields.items())})."
    return said("event", sentence, "2024-03-02", actors=["Serbia"], recipients=["Croatia"], **fields)


def test_an_event_with_codes_place_source_and_quote():
    (row,) = read(EVERYTHING)
    assert tuple(row) == plover.HEADER
    assert (row["Event Date"], row["Event Type"], row["Quad Code"], row["Intensity"]) == (
        "2024-05-05",
        "CONSULT",
        "V-Coop",
        "1.0",
    )
    assert (row["Actor Name"], row["Actor Country"], row["Recipient Country"]) == ("Maia Sandu", "MDA", "ROU")
    assert (row["Placename"], row["Country"]) == ("Bucharest", "ROU")
    assert 44 < float(row["Latitude"]) < 45
    assert 26 < float(row["Longitude"]) < 27
    assert (row["Source"], row["Publication Date"]) == ("The media paper", "2024-05-06")
    assert row["Quote"] == "Maia Sandu visited Romania on 5 May 2024."


@pytest.mark.parametrize(("phase", "context"), [("scheduled", "future"), ("historical", "historical"), ("held", "")])
def test_what_did_not_happen_now_has_a_context(phase, context):
    (row,) = read(shelf((event(phase=phase),)))
    assert row["Contexts"] == context


@pytest.mark.parametrize("more", [{"phase": "cancelled"}, {"certainty": "denied"}])
def test_what_did_not_happen_at_all_is_left_out(more):
    assert read(shelf((event(**more),))) == []


def test_an_event_without_a_root_is_left_out():
    told = said("event", "Something happened.", "2024-03-02", form="other", actors=["Serbia"], phase="held")
    assert read(shelf((told,))) == []


def test_a_place_that_could_be_several_gets_no_point():
    (row,) = read(shelf((event(place="Nowhereville"),)))
    assert (row["Placename"], row["Country"], row["Latitude"]) == ("Nowhereville", "", "")
