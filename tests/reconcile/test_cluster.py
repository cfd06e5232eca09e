"""Joined claims become one thing in any order, and nothing that cannot be one is joined through others."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from claims import told
from comity.reconcile.cluster import clusters
from comity.reconcile.features import features_of
from comity.reconcile.match import compare

VISIT = {"kind": "event", "form": "visit", "actors": ["Gustavo Petro"], "recipients": ["Brazil"], "phase": "held"}


def ledger(*documents):
    features = {}
    for document in documents:
        features |= features_of(*document)
    joins = [join for a, b in combinations(features.values(), 2) if (join := compare(a, b))]
    return features, joins


def visit(name, published, says, **more):
    return told(name, published, {**VISIT, "says": says, **more})


SPRING = visit("spring", "2024-04-18", "Petro is in Brasilia.", date="2024-04-17")
AGAIN = visit("again", "2024-04-19", "Petro ended a visit to Brazil.", date="2024-04-17/2024-04-18")
VAGUE = visit("vague", "2024-04-20", "Petro has been to Brazil.")
AUTUMN = visit("autumn", "2024-11-19", "Petro came to Rio.", date="2024-11-18")


def test_three_tell_one_visit_and_one_another():
    features, joins = ledger(SPRING, AGAIN, VAGUE, AUTUMN)
    assert sorted(map(len, clusters(features, joins))) == [1, 3]


@given(st.permutations([SPRING, AGAIN, VAGUE, AUTUMN]))
def test_no_order_changes_what_is_one(documents):
    features, joins = ledger(*documents)
    shuffled = dict(reversed(features.items()))
    assert clusters(features, joins) == clusters(shuffled, list(reversed(joins)))


def test_what_cannot_be_one_is_not_joined_through_a_third():
    features, joins = ledger(SPRING, AUTUMN, VAGUE)
    spring, autumn = SPRING[1][0].id, AUTUMN[1][0].id
    vague = VAGUE[1][0].id
    template = next(j for j in joins if {j.first, j.second} == {spring, vague})
    forged = [template, type(template)(vague, autumn, "same", 0.9, ("forged",))]
    groups = clusters(features, forged)
    assert not any({spring, autumn} <= set(group) for group in groups)


def test_people_join_and_part():
    features, joins = ledger(SPRING, AGAIN, AUTUMN)
    spring, again, autumn = (document[1][0].id for document in (SPRING, AGAIN, AUTUMN))
    together = clusters(features, joins, together=[(spring, autumn)])
    assert any({spring, autumn} <= set(group) for group in together)
    separate = clusters(features, joins, separate=[(spring, again)])
    assert sorted(map(len, separate)) == [1, 1, 1]


def test_a_document_gives_one_record_to_a_thing():
    twice = told("twice", "2024-04-18", {**VISIT, "date": "2024-04-17", "says": "Petro is in Brasilia."},
                 {**VISIT, "date": "2024-04-17", "says": "The Colombian arrived."})  # fmt: skip
    features, joins = ledger(SPRING, twice)
    assert max(map(len, clusters(features, joins))) == 2
