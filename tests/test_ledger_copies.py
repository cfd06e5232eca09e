"""One text under several names, with and without a date: it counts once, and what is known of it is kept."""

from __future__ import annotations

from itertools import permutations

import pytest

from claims import extraction
from comity.cli.add import words
from comity.ledger import Ledger
from comity.model import Head
from comity.reconcile.copies import originals
from comity.settings import Settings

SAYS = {"kind": "event", "says": "Chile and Peru met in Lima.", "form": "meeting", "actors": ["Chile", "Peru"],
        "phase": "held"}  # fmt: skip


def read(name, published="", publisher="", **more):
    return extraction(name, published, {**SAYS, **more}, publisher=publisher)


@pytest.fixture
def ledger(tmp_path):
    with Ledger.open(tmp_path / "it.db", settings=Settings()) as made:
        yield made


def seen(ledger):
    heads = [(head.name, head.published) for head in ledger.documents()]
    return heads, [record.as_dict() for record in ledger.records()], ledger.lists.days()


def test_a_text_with_a_date_counts_in_place_of_the_same_without_one(ledger):
    ledger.add_extraction(read("bare"))
    added = ledger.add_extraction(read("dated", "2025-03-04"))
    assert (added.state, added.instead_of, added.new) == ("added", ("bare",), 0)
    assert words(added) == "1 record: in place of those of bare, the same text"
    (record,) = ledger.records()
    assert [member.name for member in record.members] == ["dated"]
    assert [head.name for head in ledger.documents()] == ["dated"]
    assert ledger.undated() == 0
    ledger.add_extraction(read("dated", "2025-03-04", "The Herald"))
    assert ledger.document("dated").head.publisher == "The Herald"
    assert ledger.verify().sound


def test_one_without_a_date_adds_nothing(ledger):
    first = ledger.add_extraction(read("dated", "2025-03-04"))
    added = ledger.add_extraction(read("bare"))
    assert (added.state, added.copy_of, added.key, added.new) == ("known", "dated", first.key, 0)
    assert words(added) == "the same text is in the ledger already, as dated; it counts once"
    assert len(ledger.records()) == 1
    assert ledger.search("Lima")[-1].head.name == "dated"


def test_the_order_in_which_they_come_does_not_matter(tmp_path):
    several = [
        read("bare"), read("dated", "2025-03-04"), read("other", "2025-03-04"),
        read("paper", "2025-03-04", "The Herald"), read("later", "2025-03-09"),
    ]  # fmt: skip
    found = []
    for number, order in enumerate(permutations(several)):
        if number % 17:
            continue
        with Ledger.open(tmp_path / f"{number}.db", settings=Settings()) as ledger:
            list(ledger.add_extractions(order))
            found.append(seen(ledger))
            ledger.rebuild()
            assert seen(ledger) == found[-1]
    assert all(each == found[0] for each in found)
    assert found[0][0] == [("paper", "2025-03-04"), ("later", "2025-03-09")]


def test_who_withdraws_a_document_withdraws_its_text(ledger):
    ledger.add_extraction(read("bare"))
    dated = ledger.add_extraction(read("dated", "2025-03-04"))
    ledger.add_extraction(read("later", "2025-03-09"))
    decision = ledger.decide("withdraw", dated.key, who="Ana")
    assert [head.name for head in ledger.documents()] == ["later"]
    assert ledger.add_extraction(read("bare")).withdrawn == decision.id
    ledger.decide("undo", decision.id, who="Ana")
    assert {head.name for head in ledger.documents()} == {"dated", "later"}
    assert ledger.verify().sound


def test_what_was_ruled_on_one_holds_for_the_other(ledger):
    ledger.add_extraction(read("bare"))
    (record,) = ledger.records()
    ledger.decide("correct", record.id, who="Ana", field="place", value="Lima")
    ledger.add_extraction(read("dated", "2025-03-04"))
    (record,) = ledger.records()
    assert (record.get("place"), ledger.orphans()) == ("Lima", ())
    ledger.add_extraction(read("dated", "2025-03-04", form="call"))
    (record,) = ledger.records()
    assert (record.get("form"), record.get("place"), ledger.orphans()) == ("call", "Lima", ())


def test_the_same_text_of_another_outlet_is_no_copy_but_one_witness(ledger):
    ledger.add_extraction(read("herald", "2025-03-04", "The Herald"))
    added = ledger.add_extraction(read("post", "2025-03-04", "The Post"))
    assert (added.state, added.copy_of, added.instead_of) == ("added", "", ())


def test_what_was_withdrawn_stays_out_and_says_how_to_come_back(ledger):
    key = ledger.add_extraction(read("bare")).key
    decision = ledger.decide("withdraw", key, who="Ana")
    for again in (read("bare"), read("bare", place="Lima")):
        added = ledger.add_extraction(again)
        assert (added.state, added.withdrawn, added.new) == ("known", decision.id, 0)
        assert words(added) == f"was withdrawn and stays out; comity review undo {decision.id} brings it back"
        assert ledger.records() == []
    ledger.decide("undo", decision.id, who="Ana")
    assert ledger.add_extraction(read("bare")).withdrawn == ""
    assert len(ledger.records()) == 1


def head(key, published="", publisher="", url=""):
    return Head(key, key, key, published=published, publisher=publisher, url=url)


@pytest.mark.parametrize(
    ("heads", "copies"),
    [
        ([head("a"), head("b")], {"b": "a"}),
        ([head("a"), head("b", "2025-01-01")], {"a": "b"}),
        ([head("a", "2025-01-01"), head("b", publisher="Herald")], {}),
        ([head("a", "2025-01-01"), head("b", publisher="Herald"), head("c", "2025-01-01", "Herald")],
         {"a": "c", "b": "c"}),
        ([head("a"), head("b", "2025-01-01"), head("c", "2025-02-01")], {"a": "b"}),
        ([head("a", url="https://x.example/1"), head("b", url="https://x.example/2")], {}),
    ],
)  # fmt: skip
def test_of_which_most_is_known_counts(heads, copies):
    assert originals(heads) == originals(heads[::-1]) == copies


def test_a_text_that_very_many_have_has_no_copies():
    assert originals([head(f"{number:03}") for number in range(51)]) == {}
