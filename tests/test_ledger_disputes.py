"""A sum that was promised is asked about once, by the promise."""

from __future__ import annotations

from datetime import date

import pytest

from comity.ledger import Ledger
from comity.ledger.lists import choice
from comity.model import Document
from comity.model.exchange import extraction_from
from comity.settings import Settings


def read(name, amount, publisher, *, promised=True):
    says = f"Chile promised to lend Peru ${amount} million for the Tacna tunnel in 2025."
    words = f"lend Peru ${amount} million for the Tacna tunnel in 2025"
    promise = {"by": ["Chile"], "to": ["Peru"], "modality": "pledged", "action": words}
    figure = {
        "measure": "loan for the Tacna tunnel", "value": amount * 10**6, "unit": "USD", "period": "2025",
        "area": "Chile", "counterpart": "Peru",
    }  # fmt: skip
    kinds = [*([("commitment", promise)] if promised else []), ("indicator", figure)]
    quotes = [{"start": 0, "end": len(says), "exact": says}]
    document = Document(id=name, source=f"{name}.txt", text=says, published="2025-03-04", publisher=publisher)
    records = [{"kind": kind, "quotes": quotes, "fields": fields} for kind, fields in kinds]
    return extraction_from({"records": records}, document)


@pytest.fixture
def ledger(tmp_path):
    with Ledger.open(tmp_path / "it.db", settings=Settings()) as made:
        made.add_extraction(read("one", 200, "The Herald"))
        made.add_extraction(read("two", 250, "Coast Courier"))
        yield made


def asked(ledger):
    questions = [(ledger.record(q.records[0]).kind, q.field) for q in ledger.questions() if q.sort == "conflict"]
    return questions, [record.kind for record in ledger.conflicts()]


def test_one_dispute_is_one_question(ledger):
    (figure,) = ledger.records(kind="indicator")
    assert figure.fields["value"].judgement == "contradicted"
    assert asked(ledger) == ([("commitment", "action")], ["commitment"])


def test_lists_and_sums_tell_it_once_too(ledger):
    assert [line.kind for line in ledger.lists.lines(choice(disputed=True))] == ["commitment"]
    assert ledger.lists.sums(choice(), date(2025, 4, 1))["conflicts"] == 1


def test_a_figure_is_asked_about_again_once_the_promise_is_told_apart(ledger):
    (promise,) = ledger.conflicts()
    taken = ledger.decide("different", promise.id, who="Ana", field="action")
    assert asked(ledger)[1] == ["indicator"]
    ledger.decide("undo", taken.id, who="Ana")
    assert asked(ledger)[1] == ["commitment"]


def test_once_it_is_settled_it_is_not_asked_by_the_figure(ledger):
    (promise,) = ledger.conflicts()
    ledger.decide("both", promise.id, who="Ana", field="action")
    assert asked(ledger) == ([], [])


def test_a_figure_that_is_given_elsewhere_too_is_asked_about_itself(ledger):
    ledger.add_extraction(read("three", 300, "Desert Gazette", promised=False))
    assert sorted(asked(ledger)[1]) == ["commitment", "indicator"]
