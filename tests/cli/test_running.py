"""Order, bounds and failures of reading side by side, with stand-ins that need no model."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from comity.errors import ComityError, ModelError, UnreadableInput
from comity.ledger.running import Order, Outcome, outcomes
from comity.model import Document


@dataclass(frozen=True)
class Item:
    name: str
    kind: str = "file"

    def read(self, *, published: str = "", publisher: str = "") -> Document:
        if self.name == "bad":
            raise UnreadableInput("bad cannot be read; give another")
        return Document(id=self.name, source=self.name, text="Text.", published=published, publisher=publisher)


def slow_first(item, order):
    time.sleep(0.2 if item.name == "0" else 0)
    return Outcome(item.name, refusal=str(os.getpid()))


def name_of(item, order):
    return Outcome(item.source if isinstance(item, Document) else item.name, refusal=type(item).__name__)


def die(item, order):
    os._exit(9)


def without_model(item, order):
    raise ModelError("no pipeline; install one")


def test_results_come_in_the_order_of_the_inputs_from_several_processes():
    items = [Item(str(i)) for i in range(12)]
    done = list(outcomes(items, Order(), jobs=2, work=slow_first))
    assert [outcome.name for outcome in done] == [item.name for item in items]
    assert str(os.getpid()) not in {outcome.refusal for outcome in done}


def test_only_few_inputs_are_taken_ahead():
    taken: list[str] = []

    def items() -> Iterator[Item]:
        for i in range(100):
            taken.append(str(i))
            yield Item(str(i))

    results = outcomes(items(), Order(), jobs=2, work=name_of)
    next(results)
    assert len(taken) <= 9
    results.close()


def test_standard_input_is_read_here_and_its_refusal_is_an_outcome():
    items = [Item("-", "stdin"), Item("bad", "stdin"), Item("c")]
    done = list(outcomes(items, Order(), jobs=2, work=name_of))
    assert [(o.name, o.refusal) for o in done] == [
        ("-", "Document"),
        ("bad", "bad cannot be read; give another"),
        ("c", "Item"),
    ]


def test_a_process_that_dies_is_one_sentence():
    with pytest.raises(ComityError, match="want of memory"):
        list(outcomes([Item("a"), Item("b")], Order(), jobs=2, work=die))


def test_an_error_that_concerns_all_inputs_ends_the_run():
    with pytest.raises(ModelError, match="no pipeline"):
        list(outcomes([Item("a"), Item("b")], Order(), jobs=2, work=without_model))
    with pytest.raises(ModelError):
        list(outcomes([Item("a")], Order(), work=without_model))
