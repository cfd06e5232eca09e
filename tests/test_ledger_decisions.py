"""What people rule, what becomes of it, and that it outlives other readings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claims import extraction
from comity.errors import DecisionError, NotFound
from comity.ledger import Ledger
from comity.model import Extraction, Span
from comity.settings import Settings
from small_world import visit, world


@pytest.fixture
def ledger(tmp_path):
    with Ledger.open(tmp_path / "it.db", settings=Settings()) as opened:
        list(opened.add_extractions(world()))
        yield opened


def one(ledger, kind, **more):
    (record,) = ledger.records(kind=kind, **more)
    return record


def everything(ledger):
    return [r.as_dict() for review in ("open", "accepted", "rejected") for r in ledger.records(review=review)]


def rebuilt_the_same(ledger):
    before = everything(ledger)
    ledger.rebuild()
    return everything(ledger) == before


def claim_in(record, name):
    return next(member.claim for member in record.members if member.name == name)


def test_accept_and_reject(ledger):
    visit_, bundle = one(ledger, "event", text="visit"), one(ledger, "agreement")
    taken = ledger.decide("accept", visit_.id, who="Ines", why="read the readout")
    ledger.decide("reject", bundle.id, who="Ines")
    assert ledger.record(visit_.id).review == "accepted"
    assert ledger.record(visit_.id).decisions == (taken.id,)
    assert ledger.records(kind="agreement") == []
    assert [r.id for r in ledger.records(review="rejected")] == [bundle.id]
    assert not [hit for hit in ledger.search("documents") if hit.record]
    assert rebuilt_the_same(ledger)


def test_correct_a_field(ledger):
    bundle = one(ledger, "agreement")
    ledger.decide("correct", bundle.id, who="Ines", field="count", value=14)
    view = ledger.record(bundle.id).fields["count"]
    assert (view.value, view.policy) == (14, "corrected")
    assert ledger.conflicts() == [one(ledger, "indicator")]
    assert {attested.value for attested in view.values} == {14, 15}
    assert rebuilt_the_same(ledger)


def test_both_values_may_stand(ledger):
    bundle = one(ledger, "agreement")
    ledger.decide("both", bundle.id, who="Ines", field="count")
    assert bundle.id not in {record.id for record in ledger.conflicts()}


def test_different_things_by_a_field(ledger):
    bundle = one(ledger, "agreement")
    ledger.decide("different", bundle.id, who="Ines", field="count")
    assert sorted(r.get("count") for r in ledger.records(kind="agreement")) == [14, 15]
    assert rebuilt_the_same(ledger)


def test_split_and_merge_again(ledger):
    whole = one(ledger, "event", text="visit")
    out = claim_in(whole, "gazette")
    ledger.decide("split", out, who="Ines")
    apart = ledger.records(kind="event", text="visit")
    assert sorted(len(record.members) for record in apart) == [1, 3]
    assert rebuilt_the_same(ledger)
    ledger.decide("merge", [out, whole.id], who="Omar")
    again = one(ledger, "event", text="visit")
    assert [m.claim for m in again.members] == [m.claim for m in whole.members]
    assert rebuilt_the_same(ledger)


def test_a_split_role_does_not_come_back_with_the_next_document(ledger):
    whole = one(ledger, "role", actor="Ana Quispe")
    out = claim_in(whole, "herald")
    ledger.decide("split", out, who="Ines")
    parts = ledger.records(kind="role", actor="Ana Quispe")
    assert sorted(len(record.members) for record in parts) == [1, len(whole.members) - 1]
    assert rebuilt_the_same(ledger)


def test_merge_joins_what_no_rule_joins(ledger):
    visit_ = one(ledger, "event", text="visit")
    other = extraction("late", "2025-11-01", visit("Ana Quispe was in Chile in October 2025.", "2025-10-02"))
    ledger.add_extraction(other)
    found = ledger.records(kind="event", text="visit")
    assert len(found) == 2
    late = next(record for record in found if record.id != visit_.id)
    taken = ledger.decide("merge", [visit_.id, late.id], who="Ines")
    merged = one(ledger, "event", text="visit")
    assert len(merged.members) == len(visit_.members) + 1
    assert taken.id in {join.decision for join in merged.joins}
    assert rebuilt_the_same(ledger)


def test_two_records_may_be_kept_apart(ledger):
    visit_ = one(ledger, "event", text="visit")
    with pytest.raises(DecisionError, match="two records"):
        ledger.decide("different", [claim_in(visit_, "herald"), claim_in(visit_, "courier")], who="Ines")
    opening = one(ledger, "event", text="opened")
    ledger.decide("different", [visit_.id, opening.id], who="Ines")
    assert len(ledger.records(kind="event")) == 2
    ledger.decide("merge", [visit_.id, opening.id], who="Omar")
    assert len(ledger.records(kind="event")) == 1
    assert rebuilt_the_same(ledger)


def test_a_proposed_fulfilment_is_refused_or_confirmed(ledger):
    kept = one(ledger, "commitment")
    deeds = [link.record for link in kept.links if link.relation == "fulfilled_by"]
    for deed in deeds:
        ledger.decide("reject", [deed, kept.id], field="fulfils", who="Ines")
        assert rebuilt_the_same(ledger)
    assert ledger.record(kept.id).status == "open"
    assert ledger.record(kept.id).links == ()
    yes = ledger.decide("accept", [deeds[0], kept.id], field="fulfils", who="Omar")
    assert ledger.record(kept.id).status == "fulfilled"
    assert {link.decision for link in ledger.record(kept.id).links} == {yes.id}
    assert rebuilt_the_same(ledger)


def test_withdraw_takes_a_document_out(ledger):
    visit_ = one(ledger, "event", text="visit")
    taken = ledger.decide("withdraw", "courier", who="Ines", why="a hoax")
    assert "courier" not in {m.name for r in ledger.records() for m in r.members}
    assert "courier" not in {head.name for head in ledger.documents()}
    assert not [hit for hit in ledger.search("during the visit") if hit.sort == "passage"]
    assert rebuilt_the_same(ledger)
    assert ledger.add_extraction(world()[1]).state == "known"
    ledger.decide("undo", taken.id, who="Ines")
    assert ledger.record(visit_.id) == visit_


@pytest.mark.parametrize(
    ("action", "kind", "more"),
    [
        ("accept", "event", {}),
        ("reject", "agreement", {}),
        ("correct", "agreement", {"field": "count", "value": 20}),
        ("both", "agreement", {"field": "count"}),
        ("different", "indicator", {"field": "value"}),
    ],
)
def test_undo_is_as_if_it_had_never_been(ledger, action, kind, more):
    before = everything(ledger)
    record = ledger.records(kind=kind)[0]
    taken = ledger.decide(action, record.id, who="Ines", **more)
    assert everything(ledger) != before
    undone = ledger.decide("undo", taken.id, who="Omar")
    assert everything(ledger) == before
    ledger.decide("undo", undone.id, who="Ines")
    assert everything(ledger) != before
    assert [d.action for d in ledger.decisions()] == [action, "undo", "undo"]
    with pytest.raises(NotFound):
        ledger.decide("undo", "de-nothing", who="Ines")


@pytest.mark.parametrize(
    ("action", "targets", "more", "match"),
    [
        ("bless", ["event"], {}, "no decision 'bless'"),
        ("accept", [], {}, "something to be about"),
        ("accept", ["event"], {"who": " "}, "somebody"),
        ("accept", ["event"], {"field": "date"}, "whole record"),
        ("merge", ["event"], {}, "two records"),
        ("merge", ["event", "agreement"], {}, "different kinds"),
        ("correct", ["event"], {"field": "colour", "value": 1}, "no field 'colour'"),
        ("correct", ["event"], {"field": "date"}, "right value"),
        ("correct", ["event"], {"field": "date", "value": "soon"}, "no date"),
        ("correct", ["event"], {"field": "date", "value": ["2025"]}, "not a list"),
        ("correct", ["event"], {"field": "actors", "value": []}, "one at least"),
        ("correct", ["agreement"], {"field": "count", "value": "lots"}, "no number"),
        ("correct", ["agreement"], {"field": "count", "value": {"value": 1}}, "lacks"),
        ("correct", ["agreement"], {"field": "count", "value": float("nan")}, "no number"),
        ("both", ["event"], {"field": "count"}, "no value of count"),
        ("both", ["event", "agreement"], {"field": "count"}, "one record"),
        ("different", ["event"], {"field": "form"}, "nothing to divide"),
        ("split", ["event", "agreement"], {}, "different records"),
        ("accept", ["event", "agreement"], {"field": "fulfils"}, "nothing was proposed"),
        ("accept", ["event"], {"field": "fulfils"}, "two records"),
    ],
)
def test_what_cannot_be_ruled_is_refused(ledger, action, targets, more, match):
    ids = [ledger.records(kind=kind)[0].id for kind in targets]
    with pytest.raises(DecisionError, match=match):
        ledger.decide(action, ids, **{"who": "Ines", **more})
    assert ledger.decisions() == ()


def test_a_split_must_leave_something(ledger):
    whole = one(ledger, "agreement")
    with pytest.raises(DecisionError, match="left"):
        ledger.decide("split", [member.claim for member in whole.members], who="Ines")
    with pytest.raises(NotFound):
        ledger.decide("accept", "ev-nothing", who="Ines")


def test_the_same_decision_twice_is_one(ledger):
    when = "2025-04-01T10:00:00Z"
    event = ledger.records(kind="event")[0].id
    first = ledger.decide("accept", event, who="Ines", when=when)
    assert ledger.decide("accept", event, who="Ines", when=when) == first
    assert ledger.decisions() == (first,)


def moved(read, by):
    """The same document read by another model: every quote a word longer, another record before."""

    def wider(span):
        end = min(len(read.document.text), span.end + by)
        return Span(span.start, end, read.document.text[span.start : end])

    records = [replace(r, quotes=tuple(wider(q) for q in r.quotes), sectors=("border",)) for r in read.records]
    return Extraction(read.document, (records[-1], *records[:-1]))


def test_decisions_outlive_another_reading(ledger):
    bundle = one(ledger, "agreement")
    ledger.decide("correct", bundle.id, who="Ines", field="count", value=14)
    ledger.decide("accept", one(ledger, "commitment").id, who="Ines")
    assert ledger.add_extraction(moved(world()[0], 1)).state == "added"
    again = one(ledger, "agreement")
    assert again.id != bundle.id
    assert again.fields["count"].policy == "corrected"
    assert one(ledger, "commitment").review == "accepted"
    assert ledger.orphans() == ()
    assert rebuilt_the_same(ledger)


def test_a_decision_whose_words_are_gone_is_an_orphan(ledger):
    kept = one(ledger, "commitment")
    taken = ledger.decide("accept", claim_in(kept, "gazette"), who="Ines")
    read = world()[2]
    ledger.add_extraction(Extraction(read.document, read.records[:1]))
    assert [d.id for d in ledger.orphans()] == [taken.id]
    assert one(ledger, "commitment").review == "open"
    assert rebuilt_the_same(ledger)
    ledger.add_extraction(read)
    assert ledger.orphans() == ()
    assert one(ledger, "commitment").review == "accepted"
