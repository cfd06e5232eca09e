from __future__ import annotations

import json
from datetime import date

from comity.query import holders, offices
from query.shelf import said, shelf


def role(person, day, post="President", status="current", organization="Moldova", **more):
    return said(
        "role", f"{person}, {post} ({status}), spoke on {day}.", day, person=person, post=post, status=status,
        organization=organization, as_of=day, **more,
    )  # fmt: skip


IGOR = (role("Igor Dodon", "2019-03-01"), role("Igor Dodon", "2020-10-01"))
MAIA = (role("Maia Sandu", "2021-01-10"), role("Maia Sandu", "2023-05-05"))


def terms(*things):
    return offices(shelf(*things).records())


def on(day, *things):
    return [term.person for term in holders(terms(*things), date.fromisoformat(day))]


def test_a_term_lasts_as_long_as_sources_tell():
    (term,) = terms(IGOR)
    assert (term.since, term.until, term.ended) == ("2019-03-01", "2020-10-01", "")
    assert {citation.evidence.published for citation in term.citations} == {"2019-03-01", "2020-10-01"}


def test_a_successor_ends_it():
    assert on("2020-11-01", IGOR, MAIA) == ["Igor Dodon"]
    assert on("2021-01-10", IGOR, MAIA) == ["Maia Sandu"]
    assert on("2018-01-01", IGOR, MAIA) == []


def test_being_called_former_ends_it():
    left = (*IGOR, role("Igor Dodon", "2020-12-30", status="former"))
    assert on("2020-12-29", left) == ["Igor Dodon"]
    assert on("2020-12-30", left) == []


def test_offices_that_several_hold_end_nobody():
    first = (role("Mihai Popsoi", "2020-01-01", post="Deputy Speaker"),)
    second = (role("Doina Gherman", "2022-01-01", post="Deputy Speaker"),)
    envoys = (role("Ion Rus", "2020-01-01", post="Ambassador"),), (role("Ana Rotaru", "2022-01-01", post="Ambassador"),)
    assert on("2023-01-01", first, second, *envoys) == ["Ion Rus", "Ana Rotaru", "Mihai Popsoi", "Doina Gherman"]


def test_the_same_office_of_another_state_is_another():
    other = (role("Klaus Iohannis", "2020-12-01", organization="Romania"),)
    assert sorted(on("2020-12-02", IGOR, other)) == ["Igor Dodon", "Klaus Iohannis"]


def test_designate_and_hedged_hold_nothing():
    assert on("2021-06-01", (role("Ion Chicu", "2021-01-01", status="designate"),)) == []
    assert on("2021-06-01", (role("Ion Chicu", "2021-01-01", certainty="hedged"),)) == []


def test_as_json():
    (term,) = terms(MAIA)
    told = json.loads(json.dumps(term.as_dict()))
    assert (told["person"], told["since"], told["states"]) == ("Maia Sandu", "2021-01-10", ["MDA"])
    assert told["quotes"][0]["exact"].startswith("Maia Sandu")
