"""What lists and counts say is what the records themselves say."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import combinations

import pytest

from comity.ledger import Ledger
from comity.ledger.asking import Wanted
from comity.ledger.lists import Choice, Slices, choice
from comity.query.citing import cite
from comity.query.intensity import intensity, series
from comity.reconcile.names import key_of_name
from comity.reconcile.progress import awaited, standing
from comity.settings import Settings
from comity.store.records import Filter, days, series_of
from sample import NAMES, extraction

TODAY = date(2025, 12, 1)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    with Ledger.open(tmp_path_factory.mktemp("lists") / "ledger.db", settings=Settings()) as opened:
        list(opened.add_extractions(extraction(name) for name in NAMES))
        opened.decide("reject", opened.records(kind="event", limit=1)[0].id, who="Ana")
        yield opened


@pytest.fixture(scope="module")
def records(ledger):
    return ledger.records()


def ids(found):
    return [record.id for record in found]


def test_short_records_say_the_same(ledger, records):
    short = ledger.lists.records(choice())
    assert ids(short) == ids(records)
    for few, whole in zip(short, records, strict=True):
        for name in ("kind", "caption", "date", "states", "status", "certainty", "witnesses", "documents", "review"):
            assert getattr(few, name) == getattr(whole, name)
        assert [view.name for view in few.conflicts] == [view.name for view in whole.conflicts]
        assert {n: v.value for n, v in few.fields.items()} == {n: v.value for n, v in whole.fields.items()}
        assert cite(few) == cite(whole)
        assert few.documents == len({member.document for member in whole.members})
        assert not few.joins


def test_lines_say_the_same(ledger, records):
    lines = ledger.lists.lines(choice())
    assert ids(lines) == ids(records) == ids(ledger.lists.whole(ids(records)))
    for line, record in zip(lines, records, strict=True):
        for name in ("kind", "caption", "date", "states", "status", "certainty", "witnesses", "documents", "sectors"):
            assert getattr(line, name) == getattr(record, name)
        assert line.conflicts == tuple(view.name for view in record.conflicts)
        assert (line.first_told, line.last_told, line.due) == (record.first_told, record.last_told, awaited(record))


@pytest.mark.parametrize("name", ["overdue", "due", "dormant", "none"])
def test_standings_are_those_of_the_records(ledger, records, name):
    expected = {r.id for r in records if (standing(r, TODAY) or "none") == name}
    found = ledger.lists.records(choice(standing=name, today=TODAY), order="due")
    assert {record.id for record in found} == expected
    days = [awaited(record) or "9999" for record in found]
    assert days == sorted(days)


def test_sums_are_those_of_the_records(ledger, records):
    sums = ledger.lists.sums(choice(), TODAY)
    stands = Counter(standing(record, TODAY) for record in records)
    thin = [record for record in records if record.witnesses < 2 or record.certainty != "asserted"]
    assert sums["records"] == len(records)
    assert sums["conflicts"] == sum(len(record.conflicts) for record in records) > 0
    assert {name: sums[name] for name in ("overdue", "due", "dormant")} == {
        name: stands[name] for name in ("overdue", "due", "dormant")
    }
    assert sums["thin"] == len(thin)
    assert sums["single"] == sum(record.witnesses == 1 for record in records)
    assert sums["hedged"] == sum(record.certainty != "asserted" for record in records)


@pytest.mark.parametrize("order", ["date", "told"])
@pytest.mark.parametrize("limit", [1, 7])
def test_pages_of_a_list_give_every_record_once(ledger, order, limit):
    wanted = choice(Wanted(kind="event"))
    whole, found, after = ids(ledger.lists.records(wanted, order=order)), [], ""
    while page := ledger.lists.records(wanted, order=order, limit=limit, after=after):
        found += ids(page)
        after = found[-1]
    assert found == whole
    assert len(set(found)) == len(found) == ledger.lists.count(wanted)


def test_orders(ledger, records):
    told = ledger.lists.records(choice(), order="told")
    assert [r.last_told for r in told] == sorted((r.last_told for r in records), reverse=True)
    best = ledger.lists.records(choice(), order="sources")
    assert [r.witnesses for r in best] == sorted((r.witnesses for r in records), reverse=True)


def test_tallies_and_facets(ledger, records):
    lists = ledger.lists
    assert lists.tally(choice(), "kind", "status") == Counter((r.kind, r.status) for r in records)
    pairs = Counter("-".join(pair) for r in records for pair in combinations(sorted(set(r.states)), 2))
    assert lists.facets(choice(), "relation") == {(pair,): n for pair, n in pairs.items()}
    sectors = Counter((s, r.kind) for r in records for s in r.sectors)
    assert lists.facets(choice(), "sector", "kind") == sectors
    events = Counter(s for r in records if r.kind == "event" for s in r.sectors)
    assert lists.facets(choice(Wanted(kind="event")), "sector") == {(s,): n for s, n in events.items()}


def test_series_and_intensity(ledger, records):
    names, total = ledger.lists.series(choice(), 3)
    known = Counter(series_of(r) for r in records if r.kind == "indicator")
    assert total == len(known)
    assert set(names) <= set(known)
    found = ledger.lists.records(choice(series=tuple(names)))
    assert len(found) == sum(known[name] for name in names)
    assert series(ledger.lists.events(choice())) == intensity(records)


def test_actors_and_what_they_share(ledger):
    counts = {key: n for (key,), n in ledger.lists.facets(choice(), "actor").items()}
    top = sorted(counts, key=lambda key: (-counts[key], key))[:6]
    for key, told in ledger.lists.spellings(top).items():
        assert told
        assert {key_of_name(name) for name in told} == {key}
    of: dict[str, set[str]] = {}
    for key in top:
        for line in ledger.lists.lines(Choice(Filter(facets=(("actor", key),)))):
            of.setdefault(line.id, set()).add(key)
    together = Counter(tuple(sorted(keys)) for keys in of.values() if len(keys) > 1)
    assert together
    assert ledger.lists.sharing(choice(), "actor", top) == together


@pytest.mark.parametrize("lane", ["kind", "sector"])
def test_slices_of_time(ledger, records, lane):
    first, last, number = date(2023, 1, 1), date(2026, 1, 1), 7
    width = ((last - first).days + 1) / number
    known: dict[str, dict[int, list[str]]] = {}
    for record in records:
        begins = days(record.date)[0]
        if first.isoformat() <= begins <= last.isoformat():
            place = int((date.fromisoformat(begins) - first).days / width)
            for name in [record.kind] if lane == "kind" else record.sectors:
                known.setdefault(name, {}).setdefault(place, []).append(record.id)
    found = ledger.lists.by_time(choice(), Slices(first.isoformat(), last.isoformat(), number, 2), lane)
    assert {name: {s.place: s.total for s in own} for name, own in found.items()} == {
        name: {place: len(own) for place, own in places.items()} for name, places in known.items()
    }
    for name, own in found.items():
        for one in own:
            inside = known[name][one.place]
            assert [line.id for line in one.lines] == inside[:2]
            assert (one.first, one.last) == (days_of(ledger, inside)[0], days_of(ledger, inside)[-1])


def days_of(ledger, ids_):
    return sorted(days(record.date)[0] for record in ledger.picked(ids_))


def test_records_by_states_and_places(ledger, records):
    since, states = "2025-06-01", Counter()
    for record in records:
        own = tuple(record.states)
        states[own, "records"] += 1
        states[own, "new"] += record.last_told > since
        states[own, "conflicts"] += len(record.conflicts)
        states[own, "thin"] += record.witnesses < 2 or record.certainty != "asserted"
        states[own, "overdue"] += standing(record, TODAY) == "overdue"
    told: Counter[tuple[tuple[str, ...], str]] = Counter()
    for share in ledger.lists.by_states(choice(), since, TODAY):
        told.update({(share.states, name): getattr(share, name) for _, name in states})
    assert +told == +states
    lines = [line for line in ledger.lists.lines(choice()) if line.kind in {"event", "project"}]
    kinds = ("event", "project")
    placings = ledger.lists.by_places(choice(kinds=kinds))
    assert {(p.places, p.states): p.records for p in placings} == Counter((x.places, x.states) for x in lines)
    for placing in placings:
        own = ledger.lists.lines(choice(kinds=kinds, placed=((placing.places, placing.states),)), order="told")
        assert (own[0].last_told, len(own)) == (placing.told, placing.records)
    assert any(placing.places for placing in placings)


def test_documents(ledger):
    heads = ledger.documents()
    lists = ledger.lists
    assert sorted(h.key for h in lists.heads()) == sorted(h.key for h in heads)
    assert [h.published for h in lists.heads()] == sorted((h.published for h in heads), reverse=True)
    assert lists.classes() == Counter(h.source_class for h in heads)
    days = sorted(h.published for h in heads if h.published)
    assert lists.days() == (days[0], days[-1], len(heads) - len(days))
    assert lists.months() == Counter(day[:7] for day in days)
    assert sum(row[4] for row in lists.outlets()) == len(heads)
    one = heads[3]
    assert one.key in {h.key for h in lists.heads(words=one.title.upper())}
    pair = choice(Wanted(relation="CHN-VNM"))
    inside = {m.document for r in ledger.records(relation="CHN-VNM") for m in r.members}
    assert {h.key for h in lists.heads(telling=pair)} == inside


def test_withdrawn_documents_are_in_no_list(tmp_path):
    with Ledger.open(tmp_path / "ledger.db", settings=Settings()) as ledger:
        list(ledger.add_extractions(extraction(name) for name in NAMES[:2]))
        gone = ledger.documents()[0].key
        ledger.decide("withdraw", gone, who="Ana")
        assert gone not in {head.key for head in ledger.lists.heads()}
        assert sum(ledger.lists.classes().values()) == 1
