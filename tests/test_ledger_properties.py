"""What holds of every ledger, in whatever order and pieces it was made."""

from __future__ import annotations

import itertools
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from comity.errors import DecisionError
from comity.ledger import Ledger
from comity.model import Extraction, Span
from comity.reconcile.decisions import standing
from comity.settings import Settings
from comity.vocab import load
from small_world import world

CORPUS = Path(__file__).parents[2] / "shared" / "corpus"
NUMBERS = itertools.count()
several = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def content(ledger, **more):
    """All that a ledger says, rejected records included."""
    return [r.as_dict() for v in ("open", "accepted", "rejected") for r in ledger.records(review=v, **more)]


def made(folder, batches):
    """A new ledger out of batches of extractions, each added in one go."""
    ledger = Ledger.open(folder / f"{next(NUMBERS)}.db", settings=Settings())
    for batch in batches:
        list(ledger.add_extractions(batch))
    return ledger


@st.composite
def batches(draw, count):
    """All numbers below ``count`` in some order, some twice, cut into pieces."""
    order = draw(st.permutations(range(count)))
    order = [*order, *draw(st.lists(st.integers(0, count - 1), max_size=3))]
    cuts = sorted(draw(st.lists(st.integers(0, len(order)), max_size=4)))
    return [order[a:b] for a, b in itertools.pairwise([0, *cuts, len(order)])]


@pytest.fixture(scope="module")
def wanted(tmp_path_factory):
    with made(tmp_path_factory.mktemp("whole"), [world()]) as ledger:
        return content(ledger)


@several
@given(batches(len(world())))
def test_any_order_any_pieces_any_repeats_give_the_same(tmp_path, wanted, pieces):
    reads = world()
    with made(tmp_path, [[reads[i] for i in piece] for piece in pieces]) as ledger:
        assert content(ledger) == wanted
        ledger.rebuild()
        assert content(ledger) == wanted


ACTIONS = st.lists(
    st.tuples(st.sampled_from(["accept", "reject", "merge", "split", "undo", "withdraw"]), st.integers(0, 99)),
    min_size=1,
    max_size=5,
)


def ruled(ledger, actions):
    """Take decisions on what is there; those that make no sense are left out."""
    taken = []
    for action, number in actions:
        found = ledger.records()
        record = found[number % len(found)] if found else None
        if action == "undo" and taken:
            with suppress(DecisionError):  # it was undone before
                taken.append(ledger.decide("undo", taken[number % len(taken)].id, who="a"))
        elif action == "withdraw" and ledger.documents():
            taken.append(ledger.decide(action, ledger.documents()[number % len(ledger.documents())].key, who="a"))
        elif record and action in {"accept", "reject"}:
            taken.append(ledger.decide(action, record.id, who="a"))
        elif record and action == "split" and len(record.members) > 1:
            taken.append(ledger.decide(action, record.members[number % len(record.members)].claim, who="a"))
        elif record and action == "merge":
            others = [r for r in found if r.kind == record.kind and r.id != record.id]
            taken += [ledger.decide(action, [record.id, others[0].id], who="a")] if others else []
    return taken


@several
@given(ACTIONS, batches(len(world())))
def test_decisions_give_the_same_before_and_after_a_rebuild(tmp_path, actions, pieces):
    reads = world()
    with made(tmp_path, [[reads[i] for i in piece] for piece in pieces]) as ledger:
        ruled(ledger, actions)
        before = content(ledger)
        ledger.rebuild()
        assert content(ledger) == before
        assert ledger.verify().sound
        dated = [head for head in ledger.documents() if head.published]
        if len(dated) == len(ledger.documents()):
            assert content(ledger, as_of="2030-01-01") == before


@several
@given(ACTIONS, st.integers(0, 99))
def test_a_decision_and_its_undoing_are_nothing(tmp_path, actions, number):
    with made(tmp_path, [world()]) as ledger:
        ruled(ledger, actions)
        before = content(ledger)
        for decision in reversed(ruled(ledger, [("merge", number), ("split", number), ("reject", number)])):
            ledger.decide("undo", decision.id, who="b")
        assert content(ledger) == before


@several
@given(st.sampled_from(["2025-03-11", "2025-03-12", "2025-09-02", "2025-12-20"]), batches(len(world())))
def test_a_look_back_uses_nothing_that_came_later(tmp_path, day, pieces):
    reads = world()
    early = [read for read in reads if "" < read.document.published <= day]
    with made(tmp_path, [[reads[i] for i in piece] for piece in pieces]) as ledger, made(tmp_path, [early]) as then:
        assert content(ledger, as_of=day) == content(then)
        for relation in ("PER-CHL", "CHL"):
            assert content(ledger, as_of=day, relation=relation) == content(then, relation=relation)


@several
@given(st.integers(0, 4), st.integers(1, 3))
def test_no_reprint_raises_the_number_of_witnesses(tmp_path, number, copies):
    read = world()[number]
    prints = [
        Extraction(replace(read.document, publisher=f"Paper {i}", source=f"copy{i}.txt"), read.records)
        for i in range(copies)
    ]
    with made(tmp_path, [world()]) as ledger:
        before = {m.claim: r.witnesses for r in ledger.records() for m in r.members}
        list(ledger.add_extractions(prints))
        assert {claim: ledger.record(claim).witnesses for claim in before} == before


@pytest.mark.slow
@pytest.mark.parametrize("name", ["seeds", "dev"])
def test_the_gold_records_in_any_order(tmp_path, name):
    gold = CORPUS / name / "gold"
    if not gold.is_dir():
        pytest.skip("the shared articles are not beside this checkout")
    files = sorted(gold.glob("*.json"))
    with Ledger.open(tmp_path / "a.db") as one, Ledger.open(tmp_path / "b.db") as other:
        assert {row.state for row in one.add_records(files)} == {"added"}
        for file in files[1::2] + files[::-2] + files:
            list(other.add_records([file]))
        assert content(one) == content(other)
        assert one.verify().sound
        one.rebuild()
        assert content(one) == content(other)
        if not one.undated():  # views as of a day leave undated documents out
            assert content(one) == content(one, as_of="2030-01-01")


FEW = {"whole": 2, "ends": 1, "tellings": 2}
"""Keeps hardly anything of what is told more than twice, so that the small world has things that are told often."""


@several
@given(batches(len(world())), ACTIONS)
def test_what_is_told_often_is_the_same_in_any_order_and_under_decisions(monkeypatch, tmp_path, pieces, actions):
    monkeypatch.setitem(load("matching"), "crowd", FEW)
    reads = world()
    with made(tmp_path, [[reads[i] for i in piece] for piece in pieces]) as ledger, made(tmp_path, [reads]) as other:
        (quispe,) = ledger.records(kind="role", actor="Ana Quispe")
        assert (quispe.tellings, quispe.documents) == (5, 5)
        assert len(quispe.members) < 5
        assert content(ledger) == content(other)
        ruled(ledger, actions)
        before = content(ledger)
        ledger.rebuild()
        assert content(ledger) == before
        assert ledger.verify().sound
        for decision in reversed(ledger.decisions()):
            if decision.action != "undo":
                with suppress(DecisionError):
                    ledger.decide("undo", decision.id, who="b")
        assert content(ledger) == content(other)


@several
@given(st.sampled_from(["2025-03-12", "2025-09-02"]), batches(len(world())))
def test_what_is_told_often_looks_back_as_all_else_does(monkeypatch, tmp_path, day, pieces):
    monkeypatch.setitem(load("matching"), "crowd", FEW)
    reads = world()
    early = [read for read in reads if "" < read.document.published <= day]
    with made(tmp_path, [[reads[i] for i in piece] for piece in pieces]) as ledger, made(tmp_path, [early]) as then:
        assert content(ledger, as_of=day) == content(then)


@several
@given(st.integers(0, 4), st.integers(1, 3))
def test_no_reprint_raises_the_number_of_witnesses_of_what_is_told_often(monkeypatch, tmp_path, number, copies):
    monkeypatch.setitem(load("matching"), "crowd", FEW)
    test_no_reprint_raises_the_number_of_witnesses.hypothesis.inner_test(tmp_path, number, copies)


def test_keeping_less_changes_no_count_and_no_value(monkeypatch, tmp_path):
    with made(tmp_path, [world()]) as ledger:
        whole = {record.id: record for record in ledger.records()}
    monkeypatch.setitem(load("matching"), "crowd", {**FEW, "tellings": 99})
    with made(tmp_path, [world()]) as ledger:
        for record in ledger.records():
            other = whole[record.id]
            assert (record.witnesses, record.documents, record.tellings) == (
                other.witnesses, other.documents, other.tellings)  # fmt: skip
            for name, view in record.fields.items():
                theirs = other.fields[name]
                assert (view.value, view.judgement, view.reason) == (theirs.value, theirs.judgement, theirs.reason)
                assert [(v.value, v.witnesses) for v in view.values] == [(v.value, v.witnesses) for v in theirs.values]


def reread(read, chance):
    """A document as another model reads it: sentences cut a little shorter, some records lost, ids all others."""
    kept = [record for record in read.records if chance.random() < 0.8]
    cut = [replace(record, quotes=tuple(_shorter(quote) for quote in record.quotes)) for record in kept]
    return Extraction(read.document, tuple(replace(r, fields=_requoted(r)) for r in cut))


def _shorter(quote):
    words = quote.exact.split(" ", 1)
    return Span(quote.start + len(words[0]) + 1, quote.end, words[1])


def _requoted(record):
    return {name: replace(field, quotes=record.quotes if field.quotes else ()) for name, field in record.fields.items()}


@several
@given(ACTIONS, batches(len(world())), st.randoms(use_true_random=False))
def test_decisions_outlive_another_reading_or_are_listed_as_orphans(tmp_path, actions, pieces, chance):
    reads = world()
    with made(tmp_path, [[reads[i] for i in piece] for piece in pieces]) as ledger:
        taken = ruled(ledger, actions)
        before = content(ledger)
        list(ledger.add_extractions([reread(read, chance) for read in reads]))
        now = content(ledger)
        shown = {name for record in now for name in record["decisions"]}
        orphans = {decision.id for decision in ledger.orphans()}
        held = {d.id for d in standing(ledger.decisions())}
        for decision in taken:
            if decision.id in held and decision.action in {"accept", "reject", "merge", "split"}:
                assert decision.id in shown | orphans
        ledger.rebuild()
        assert content(ledger) == now
        assert ledger.verify().sound
        list(ledger.add_extractions(reads))
        assert content(ledger) == before


@several
@given(ACTIONS, batches(len(world())))
def test_every_value_that_is_shown_has_a_quote_that_stands_in_its_document(tmp_path, actions, pieces):
    reads = world()
    with made(tmp_path, [[reads[i] for i in piece] for piece in pieces]) as ledger:
        ruled(ledger, actions)
        texts = {head.key: ledger.document(head.key).text for head in ledger.documents()}
        for record in ledger.records():
            for view in record.fields.values():
                assert view.value == view.values[0].value
                assert all(value.evidence for value in view.values)
                for evidence in (e for value in view.values for e in value.evidence):
                    assert evidence.quotes
                    assert all(texts[evidence.document][q.start : q.end] == q.exact for q in evidence.quotes)
