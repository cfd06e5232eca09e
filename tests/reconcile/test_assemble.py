"""Ledger records out of members: order plays no part, nothing is lost, people have the last word."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.model import Join, Link
from comity.reconcile.assemble import assemble
from comity.reconcile.bundles import arithmetic
from reconcile.members import decision, member, together

TALKS = {"kind": "event", "form": "meeting", "category": "CONSULT", "phase": "held", "sectors": ["diplomacy"]}
BUNDLE = {"kind": "agreement", "instrument_type": "bundle", "status": "signed", "parties": ["Vietnam", "Laos"]}


def talks(name="a", published="2025-04-14", publisher="Alpha", **fields):
    record = {**TALKS, "actors": ["To Lam", "Xi Jinping"], "place": "Hanoi", **fields}
    return member(name, record, published, publisher)


def test_the_earliest_told_gives_the_id_and_undated_documents_come_last():
    early, late, undated = talks("z", "2025-04-13"), talks("a", "2025-04-15"), talks("b", "")
    record = together(undated, late, early)
    assert record.id == early[0].id
    assert [m.name for m in record.members] == ["z", "a", "b"]
    assert (record.first_told, record.last_told) == ("2025-04-13", "2025-04-15")


def test_what_a_record_says_of_itself():
    one = talks(speaker="Vietnam", date="2025-04-14")
    two = talks("b", "2025-04-15", "Beta", speaker="China", sectors=["trade"])
    record = together(two, one)
    assert record.kind == "event"
    assert record.states == ("CHN", "VNM")
    assert record.date == "2025-04-14"
    assert record.speakers == ("Vietnam", "China")
    assert record.sectors == ("diplomacy", "trade")
    assert (record.witnesses, record.certainty, record.review) == (2, "asserted", "open")
    assert record.caption == "To Lam and Xi Jinping meet in Hanoi"
    assert record.status == "held"


def test_states_given_go_before_those_of_the_names():
    assert together(talks(), states=["VNM", "CHN", "VNM"]).states == ("CHN", "VNM")
    assert together(talks(actors=["Zenda Steel"], place="")).states == ()


def test_a_record_is_listed_under_its_own_date_else_when_it_was_told():
    assert together(talks(date="2025-04")).date == "2025-04"
    assert together(talks()).date == "2025-04-14"
    assert together(talks("a", "")).date == ""


def test_the_firmest_certainty_counts_and_denial_stays_in_sight():
    assert together(talks(certainty="hedged"), talks("b", certainty="conditional")).certainty == "conditional"
    record = together(talks(), talks("b", publisher="Beta", certainty="denied"))
    assert record.certainty == "asserted"
    assert record.fields["certainty"].judgement == "contradicted"
    assert [v.value for v in record.fields["certainty"].values] == ["asserted", "denied"]


def test_reprints_are_one_witness():
    wire, reprint = talks(publisher="Alpha"), talks("b", publisher="Beta")
    assert together(wire, reprint).witnesses == 2
    echoes = [(wire[1].key, reprint[1].key)]
    record = together(wire, reprint, echoes=echoes)
    assert record.witnesses == 1
    assert record.fields["place"].judgement == "single_source"


def test_joins_and_links_are_kept_in_a_fixed_order():
    joins = [Join("b", "c", "same", 0.9, ("x",)), Join("a", "b", "same", 0.8, ("x",))]
    links = [Link("part_of", "b", "x"), Link("has_part", "z", "x")]
    record = together(talks(), joins=joins, links=links)
    assert [j.first for j in record.joins] == ["a", "b"]
    assert [x.relation for x in record.links] == ["has_part", "part_of"]


def test_the_last_review_counts():
    told = talks()
    accepted, rejected = decision(1, "accept", told[0]), decision(2, "reject", told[0])
    assert together(told, decisions=[rejected, accepted]).review == "rejected"
    assert together(told, decisions=[accepted]).review == "accepted"
    assert together(told, decisions=[rejected, accepted]).decisions == (accepted.id, rejected.id)


def test_a_bundle_counts_what_is_named_of_it():
    bundle = member("a", {**BUNDLE, "count": 45}, "2025-04-15", "Alpha")
    parts = [member(f"p{i}", {**BUNDLE, "instrument_type": "plan", "title": f"plan {i}"}) for i in range(2)]
    heads = {head.key: head for _, head in (bundle, *parts)}
    view = assemble([bundle[0]], heads, parts=[claim for claim, _ in parts]).fields["count"]
    assert view.reason == "Only Alpha gives it. Stated 45, named 2."
    assert (view.judgement, len(view.values)) == ("single_source", 1)
    assert arithmetic(1, [claim for claim, _ in parts]) == "Stated 1, named 2. More are named than stated."


@pytest.mark.parametrize(("day", "judgement"), [("2025-04-14", "updated"), ("2025-04-16", "single_source")])
def test_a_smaller_count_told_before_the_whole_was_a_stage_of_it(day, judgement):
    whole = member("a", {**BUNDLE, "count": 30}, "2025-04-15", "Alpha")
    part = member("b", {**BUNDLE, "count": 8}, day, "Alpha")
    heads = {head.key: head for _, head in (whole, part)}
    view = assemble([whole[0]], heads, parts=[part[0]]).fields["count"]
    assert (view.judgement, view.value, [v.value for v in view.values]) == (judgement, 30, [30, 8])
    assert view.reason == "Only Alpha gives it. Stated 30, named 8."


def test_a_claim_without_its_document_is_refused():
    told = talks()
    with pytest.raises(KeyError):
        assemble([told[0]], {})


def test_a_record_is_made_fast():
    members = [talks(f"d{i}", f"2025-04-{i + 10}", f"O{i}", date="2025-04-14") for i in range(5)]
    together(*members)
    start = perf_counter()
    for _ in range(20):
        together(*members)
    assert (perf_counter() - start) / 20 < 0.02


VALUES = st.fixed_dictionaries(
    {},
    optional={
        "date": st.sampled_from(["2025-04", "2025-04-14", "2025-04-14/2025-04-15", "2025-05"]),
        "place": st.sampled_from(["Hanoi", "Vietnam", "Da Nang"]),
        "phase": st.sampled_from(["held", "scheduled", "cancelled"]),
        "count": st.integers(1, 3),
        "certainty": st.sampled_from(["asserted", "hedged", "denied"]),
    },
)
TOLD = st.tuples(
    VALUES, st.sampled_from(["", "2025-04-14", "2025-04-15"]), st.sampled_from(["", "Alpha", "B / Reuters"])
)


@settings(max_examples=60, deadline=None)
@given(st.lists(TOLD, min_size=1, max_size=5), st.data())
def test_no_order_of_members_changes_a_record(tellings, data):
    members = [talks(f"d{i}", day, who, **fields) for i, (fields, day, who) in enumerate(tellings)]
    assert together(*data.draw(st.permutations(members))) == together(*members)


@settings(max_examples=60, deadline=None)
@given(st.lists(TOLD, min_size=1, max_size=4))
def test_no_reprint_raises_a_count_and_every_value_has_its_quote(tellings):
    members = [talks(f"d{i}", day, who, **fields) for i, (fields, day, who) in enumerate(tellings)]
    fields, day, _ = tellings[0]
    reprint = talks("reprint", day, "Gamma", **fields)
    before = together(*members)
    after = together(*members, reprint, echoes=[(members[0][1].key, reprint[1].key)])
    assert after.witnesses <= before.witnesses
    counts = {(name, str(v.value)): v.witnesses for name, f in before.fields.items() for v in f.values}
    for name, view in after.fields.items():
        assert view.value == view.values[0].value
        for value in view.values:
            assert value.witnesses <= counts[name, str(value.value)]
            assert all(e.quotes for e in value.evidence)
