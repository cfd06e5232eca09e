"""How the sources of a field agree: one test a rule of the codebook's section 14."""

from __future__ import annotations

from decimal import Decimal

import pytest

from comity.model.edtf import contains
from comity.reconcile.judge.choices import compare_choices, rung
from comity.reconcile.judge.dates import compare_dates
from comity.reconcile.judge.names import compare_names, compare_places
from comity.reconcile.judge.numbers import compare_numbers
from comity.reconcile.judge.relation import Relation
from comity.reconcile.judge.wording import compare_lists, compare_texts
from comity.vocab import load
from reconcile.members import decision, judged, member, together

SAME, FINER, COARSER, BESIDE = Relation.SAME, Relation.FINER, Relation.COARSER, Relation.BESIDE
LATER, EARLIER, CLASH = Relation.LATER, Relation.EARLIER, Relation.CLASH


def event(**fields):
    return {"kind": "event", "form": "meeting", "actors": ["Vietnam", "China"], "phase": "held", **fields}


def both_ways(compare, one, other, relation, **how):
    assert compare(one, other, **how).relation is relation
    assert compare(other, one, **how).relation is relation.turned


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("2025-04-14", "2025-04-14", SAME),
        ("2025-04", "2025-04-01/2025-04-30", SAME),
        ("2025-04-14", "2025-04", FINER),
        ("2025-04-14/2025-04-15", "2025-04", FINER),
        ("2025-04-14/2025-04-15", "2025-04-14", FINER),
        ("2025-04-14", "2025-04-15", CLASH),
        ("2024-12", "2025", CLASH),
        ("2025-04-10/2025-04-15", "2025-04-14/2025-04-20", BESIDE),
        ("2025-04-14", "next spring", BESIDE),
    ],
)
def test_dates_relate_by_containment(one, other, relation):
    both_ways(compare_dates, one, other, relation)


def test_a_sighting_on_another_day_is_later_news_and_excludes_nothing():
    both_ways(compare_dates, "2025-04-15", "2025-04-14", LATER, sighting=True)


def test_days_of_something_that_lasts_may_differ_a_little():
    both_ways(compare_dates, "2025-04-14", "2025-04-15", BESIDE, slack=3)
    both_ways(compare_dates, "2025-04-14", "2025-04-24", CLASH, slack=3)


@pytest.mark.parametrize(
    ("one", "how", "other", "other_how", "relation"),
    [
        (8, "exact", 8, "exact", SAME),
        (14, "exact", 12, "more_than", FINER),
        (30, "exact", 12, "more_than", CLASH),
        (11, "exact", 12, "more_than", CLASH),
        (8, "exact", 30, "exact", CLASH),
        (102, "exact", 100, "about", FINER),
        (130, "exact", 100, "about", CLASH),
        (90, "exact", 100, "less_than", FINER),
        (100, "exact", 100, "about", FINER),
        (260, "more_than", 250, "more_than", FINER),
        (90, "less_than", 100, "less_than", FINER),
        (100, "more_than", 100, "less_than", CLASH),
        (100, "more_than", 100, "about", BESIDE),
        (100, "about", 105, "more_than", BESIDE),
        (100, "about", 900, "more_than", CLASH),
    ],
)
def test_figures_relate_by_their_qualifiers(one, how, other, other_how, relation):
    assert compare_numbers(Decimal(one), Decimal(other), how, other_how).relation is relation
    assert compare_numbers(Decimal(other), Decimal(one), other_how, how).relation is relation.turned


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        (("Vietnam", "China"), ("China", "Việt Nam"), SAME),
        (("To Lam", "Luong Cuong"), ("Tô Lâm",), FINER),
        (("To Lam", "Xi Jinping"), ("Vietnam", "China"), FINER),
        (("To Lam", "Xi Jinping"), ("Vietnam", "Xi Jinping"), FINER),
        (("Vietnam", "China"), ("Vietnam", "Laos"), BESIDE),
        (("Vietnam",), ("Laos",), CLASH),
        (("Zenda Steel",), ("Strelsau Rail",), BESIDE),
        (("To Lam",), ("Pham Minh Chinh",), BESIDE),
    ],
)
def test_names_relate_as_sets_and_by_the_state_behind_them(one, other, relation):
    both_ways(compare_names, one, other, relation)


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("Hanoi", "Hà Nội", SAME),
        ("Hanoi", "Vietnam", FINER),
        ("Da Nang", "Viet Nam", FINER),
        ("Vietnam", "Southeast Asia", FINER),
        ("Hanoi", "Asia", FINER),
        ("Hanoi", "Da Nang", CLASH),
        ("Hanoi", "China", CLASH),
        ("Hanoi", "Government Office", BESIDE),
        ("Great Hall of the People", "Beijing", BESIDE),
    ],
)
def test_a_place_is_more_precise_than_its_country(one, other, relation):
    both_ways(compare_places, one, other, relation)


@pytest.mark.parametrize(
    ("one", "other", "free", "relation"),
    [
        ("Lao Cai–Hanoi–Hai Phong railway", "lao cai-hanoi-hai phong railway", False, SAME),
        ("Lao Cai–Hanoi–Hai Phong railway", "Lao Cai–Hai Phong railway", False, FINER),
        ("comprehensive strategic cooperative partnership", "comprehensive strategic partnership", False, FINER),
        ("Zenda bridge", "Strelsau tunnel", False, BESIDE),
        ("deepen all-round cooperation with Graustark", "intensify all-round ties with Graustark", True, SAME),
        ("open a consulate in Zenda and a school", "open a consulate", True, FINER),
        ("open a consulate", "lower tariffs on timber", True, BESIDE),
    ],
)
def test_texts_never_clash(one, other, free, relation):
    both_ways(compare_texts, one, other, relation, free=free)


def test_lists_relate_as_sets():
    both_ways(compare_lists, ("trade", "transport"), ("Transport", "trade"), SAME)
    both_ways(compare_lists, ("trade", "transport"), ("trade",), FINER)
    both_ways(compare_lists, ("trade",), ("health",), BESIDE)


@pytest.mark.parametrize(
    ("field", "one", "other", "relation"),
    [
        ("agreement.status", "signed", "agreed", LATER),
        ("agreement.status", "in_force", "proposed", LATER),
        ("mechanism.status", "upgraded", "established", CLASH),
        ("mechanism.status", "active", "agreed", LATER),
        ("project.status", "under_construction", "feasibility_study", LATER),
        ("project.status", "cancelled", "suspended", BESIDE),
        ("event.phase", "held", "scheduled", LATER),
        ("event.phase", "held", "cancelled", CLASH),
        ("role.status", "former", "current", LATER),
        ("commitment.modality", "agreed", "proposed", LATER),
        ("mechanism.level", "minister", "leader", CLASH),
        ("event.form", "signing", "ceremony", FINER),
        ("event.form", "signing", "other", FINER),
        ("event.category", "CONSULT", "AGREE", BESIDE),
        ("agreement.instrument_type", "treaty", "agreement", FINER),
        ("agreement.instrument_type", "treaty", "law", BESIDE),
    ],
)
def test_choices_relate_by_ladder_and_generality(field, one, other, relation):
    both_ways(lambda a, b: compare_choices(field, a, b), one, other, relation)


def test_told_less_firmly_later_is_no_step_back():
    assert compare_choices("commitment.modality", "agreed", "proposed", later=-1).relation is FINER
    assert compare_choices("agreement.status", "signed", "agreed", later=-1).relation is LATER


def test_the_rules_name_what_the_codebook_has():
    kinds, rules = load("kinds")["kinds"], load("judging")
    for name, ladder in rules["ladders"].items():
        kind, field = name.split(".")
        allowed = kinds[kind][field]["values"]
        assert [value for values in ladder for value in values if value not in allowed] == []
        assert {rung(name, value) for value in allowed} == set(range(len(ladder)))
    for name, broader in rules["broader"].items():
        kind, field = name.split(".")
        values = {*broader, *(special for specials in broader.values() for special in specials)}
        assert values <= set(kinds[kind][field]["values"])
    lists = (
        rules[key]
        for key in ("joined", "ours", "wording", "places", "offices", "sightings", "silence", "details", "stages")
    )
    lists = (*lists, rules["moved"]["fields"], rules["moved"]["coming"])
    for name in (name for names in lists for name in names):
        kind, field = name.split(".")
        assert field in kinds[kind]
    for kind, fields in rules["sides"].items():
        assert set(fields) <= set(kinds[kind])


def test_one_value_of_independent_sources_is_corroborated():
    view = judged("date", event(date="2025-04-14"), event(date="2025-04-14"))
    assert (view.judgement, view.value, view.values[0].witnesses) == ("corroborated", "2025-04-14", 2)
    assert view.reason == "2 independent sources give it."


def test_one_value_of_one_witness_is_single_source_however_many_documents():
    view = judged("date", event(date="2025-04-14"), event(date="2025-04-14"), publishers=("A / Reuters", "B / Reuters"))
    assert view.judgement == "single_source"
    assert view.reason == "2 documents give it, which are one source (Reuters)."
    assert judged("date", event(date="2025-04-14")).reason == "Only Alpha gives it."


def test_a_more_precise_value_refines_and_an_exclusive_one_contradicts():
    assert judged("date", event(date="2025-04"), event(date="2025-04-14")).judgement == "refined"
    assert judged("date", event(date="2025-04-13"), event(date="2025-04-14")).judgement == "contradicted"


def test_another_date_at_a_later_stage_is_an_update():
    view = judged("date", event(date="2025-04-13", phase="scheduled"), event(date="2025-04-14"))
    assert (view.judgement, view.value, view.policy) == ("updated", "2025-04-14", "latest")
    assert judged("phase", event(phase="scheduled"), event()).judgement == "updated"


def test_days_of_a_visit_are_no_contradiction():
    visit = [event(form="visit", date=day) for day in ("2025-04-14", "2025-04-15")]
    assert judged("date", *visit).judgement == "refined"


def test_a_later_source_that_repeats_a_lower_stage_takes_nothing_back():
    pact = {"kind": "agreement", "title": "Zenda pact", "instrument_type": "treaty", "parties": ["Vietnam", "Laos"]}
    view = judged("status", {**pact, "status": "signed"}, {**pact, "status": "agreed"})
    assert (view.judgement, view.value) == ("updated", "signed")


def test_counts_contradict_unless_the_thing_has_moved_on():
    bundle = {"kind": "agreement", "instrument_type": "bundle", "parties": ["Vietnam", "Laos"]}
    signed = {**bundle, "status": "signed"}
    assert judged("count", {**signed, "count": 8}, {**signed, "count": 30}).judgement == "contradicted"
    moved = judged("count", {**bundle, "status": "agreed", "count": 8}, {**signed, "count": 30})
    assert (moved.judgement, moved.value) == ("updated", 30)
    vague = judged("count", {**signed, "count": 12, "count_qualifier": "more_than"}, {**signed, "count": 14})
    assert (vague.judgement, vague.value) == ("refined", 14)


def test_money_in_other_currencies_stands_side_by_side():
    plant = {"kind": "project", "name": "Zenda plant", "project_type": "power"}
    amounts = [{"value": 100, "currency": currency, "qualifier": "exact"} for currency in ("USD", "CNY")]
    view = judged("amount", *({**plant, "amount": amount} for amount in amounts))
    assert (view.judgement, len(view.values)) == ("refined", 2)
    dollars = [{"value": value, "currency": "USD", "qualifier": "exact"} for value in (100, 900)]
    assert judged("amount", *({**plant, "amount": amount} for amount in dollars)).judgement == "contradicted"


def test_planned_then_done_is_an_update_and_other_plans_contradict():
    plant = {"kind": "project", "name": "Zenda plant", "project_type": "power"}
    times = [{"value": "2025", "basis": "planned"}, {"value": "2026", "basis": "actual"}]
    view = judged("completion", *({**plant, "completion": time} for time in times))
    assert (view.judgement, view.value) == ("updated", {"value": "2026", "basis": "actual"})
    plans = [{"value": year, "basis": "planned"} for year in ("2025", "2026")]
    assert judged("completion", *({**plant, "completion": time} for time in plans)).judgement == "contradicted"


def test_a_deadline_that_is_told_anew_later_was_moved():
    promise = {"kind": "commitment", "by": ["Vietnam", "Laos"], "action": "open the Zenda gate", "modality": "agreed"}
    told = [{**promise, "due": "2025-12-31"}, {**promise, "due": "2026-06-30"}]
    view = judged("due", *told, published=("2025-04-14", "2025-11-02"))
    assert (view.judgement, view.value, view.reason) == ("updated", "2026-06-30", "The date was moved.")
    assert judged("due", *told, published=("2025-04-14", "2025-04-16")).judgement == "contradicted"


def test_what_has_happened_is_not_moved():
    held = [event(date="2025-04-14"), event(date="2025-04-15")]
    assert judged("date", *held, published=("2025-04-16", "2025-09-01")).judgement == "contradicted"
    coming = [event(date=day, phase="scheduled") for day in ("2025-05-14", "2025-06-14")]
    assert judged("date", *coming, published=("2025-04-14", "2025-05-10")).judgement == "updated"


def test_members_of_a_standing_instrument_exclude_nobody():
    pact = {"kind": "agreement", "title": "RCEP", "instrument_type": "treaty", "status": "in_force"}
    told = [{**pact, "parties": parties} for parties in (["Vietnam", "China"], ["Japan"])]
    assert judged("parties", *told).judgement == "refined"
    other = [{**one, "title": "Zenda pact"} for one in told]
    assert judged("parties", *other).judgement == "contradicted"


def test_hedged_by_all_is_hedged_only():
    rumour = event(date="2025-04-14", certainty="hedged")
    assert judged("date", rumour, rumour).judgement == "hedged_only"
    other = judged("date", rumour, event(date="2025-04-19", certainty="hedged"))
    assert (other.judgement, "They differ: " in other.reason) == ("hedged_only", True)
    view = judged("date", rumour, event(date="2025-04-14"))
    assert view.judgement == "corroborated"


def test_asserted_by_one_and_denied_by_another_contradicts():
    view = judged("certainty", event(), event(certainty="denied"))
    assert (view.judgement, view.value) == ("contradicted", "asserted")
    assert judged("certainty", event(certainty="hedged"), event()).judgement == "updated"
    assert judged("certainty", event(), event(certainty="hedged")).judgement == "refined"
    assert "certainty" not in together(member("a", event()), member("b", event())).fields


def test_free_wording_in_other_words_corroborates():
    one = {"kind": "commitment", "by": ["Vietnam"], "action": "deepen all-round cooperation", "modality": "pledged"}
    other = {**one, "action": "intensify all-round ties"}
    assert judged("action", one, other).judgement == "corroborated"
    more = {**one, "action": "deepen all-round cooperation, open a consulate in Zenda and lower tariffs"}
    assert judged("action", one, more).judgement == "refined"
    thrice = judged("action", one, other, more)
    assert thrice.judgement == "corroborated"
    assert "besides, one says more" in thrice.reason


def test_a_promise_of_another_sum_contradicts_however_alike_the_words():
    one = {"kind": "commitment", "by": ["Ruritania"], "modality": "pledged"}
    one["action"] = "invest 120 million dollars in the Zenda railway by June 30, 2025"
    other = {**one, "action": "invest 150 million dollars in the Zenda railway by June 30"}
    assert judged("action", one, other).judgement == "contradicted"
    about = {**one, "action": "invest about 125 million dollars in the Zenda railway"}
    assert judged("action", one, about).judgement != "contradicted"
    euros = {**one, "action": "invest 110 million euros in the Zenda railway"}
    assert judged("action", one, euros).judgement != "contradicted"


def test_one_office_under_several_titles_is_one():
    role = {"kind": "role", "person": "To Lam", "organization": "Communist Party of Vietnam", "status": "current"}
    view = judged("post", {**role, "post": "General Secretary"}, {**role, "post": "party chief"})
    assert view.judgement == "corroborated"
    seen = judged("as_of", {**role, "post": "x", "as_of": "2025-04-14"}, {**role, "post": "x", "as_of": "2025-04-15"})
    assert (seen.judgement, seen.value) == ("updated", "2025-04-15")


def test_silence_is_vaguer_only_where_the_rules_say_so():
    figure = {"kind": "indicator", "measure": "bilateral trade", "value": 98, "unit": "USD"}
    view = judged("period", {**figure, "period": "2023"}, figure)
    assert (view.judgement, view.value, view.values[1].value) == ("refined", "2023", None)
    assert all(e.quotes for v in view.values for e in v.evidence)
    pact = {"kind": "agreement", "title": "Zenda pact", "instrument_type": "treaty"}
    assert judged("status", {**pact, "status": "signed"}, pact).judgement == "single_source"
    assert judged("count", {**pact, "count": 3}, pact).judgement == "single_source"
    several = {**pact, "instrument_type": "bundle"}
    assert judged("count", {**several, "count": 3}, several).judgement == "refined"


def test_every_source_is_listed_beside_its_value():
    view = judged("date", event(date="2025-04"), event(date="2025-04-14"), event(date="2025-04-14"))
    assert [(v.value, [e.name for e in v.evidence]) for v in view.values] == [
        ("2025-04-14", ["d1", "d2"]),
        ("2025-04", ["d0"]),
    ]
    assert contains(view.values[1].value, view.values[0].value)


def test_the_policy_prefers_the_signed_text_then_officials_then_agencies():
    day, month = event(date="2025-04-14"), event(date="2025-04")
    by = {
        "official": member("a", month, "2025-04-20", "The White House"),
        "signed_text": member("b", month, "2025-04-20", "The White House", title="Joint Statement on Trade"),
        "agency": member("c", month, "2025-04-20", "Reuters"),
        "outlet": member("d", month, "2025-04-20", "CNN"),
    }
    blog = member("e", day, "2025-04-14", "Reddit")
    for name, told in by.items():
        assert (together(told, blog).fields["date"].policy, together(told, blog).fields["date"].value) == (
            name,
            "2025-04",
        )
    assert together(by["official"], by["signed_text"], blog).fields["date"].policy == "signed_text"
    reprint = member("f", month, "2025-04-20", "CNN / Reuters")
    assert together(reprint, blog).fields["date"].policy == "agency"


def test_a_bare_year_gives_way_to_a_date_in_it():
    official = member("a", event(date="2025"), "2025-04-20", "The White House")
    blog = member("b", event(date="2025-04-14"), "2025-04-14", "Reddit")
    view = together(official, blog).fields["date"]
    assert (view.value, view.policy, view.judgement) == ("2025-04-14", "more_precise", "refined")
    other = member("b", event(date="2024-04-14"), "2025-04-14", "Reddit")
    assert together(official, other).fields["date"].value == "2025"


def test_among_equals_precision_decides_and_another_policy_may_be_given():
    day, month = event(date="2025-04-14"), event(date="2025-04")
    view = judged("date", month, day)
    assert (view.value, view.policy) == ("2025-04-14", "more_precise")
    own = [{"name": "voices", "classes": ["social"]}]
    told = (member("a", month, "2025-04-14", "Reddit"), member("b", day, "2025-04-14", "The White House"))
    view = together(*told, policy=own).fields["date"]
    assert (view.value, view.policy) == ("2025-04", "voices")


def test_a_corrected_value_is_shown_and_the_others_stay():
    told = (member("a", event(date="2025-04-13"), "2025-04-14"), member("b", event(date="2025-04-14"), "2025-04-15"))
    ruled = [decision(n, "correct", told[0][0], field="date", value=v) for n, v in ((1, "2025-01"), (2, "2025-04-14"))]
    record = together(*told, decisions=ruled)
    view = record.fields["date"]
    assert (view.value, view.policy, view.decision) == ("2025-04-14", "corrected", "de-0002")
    assert [v.value for v in view.values] == ["2025-04-14", "2025-04-13"]
    assert (view.judgement, record.conflicts) == ("contradicted", ())
    assert record.date == "2025-04-14"


def test_a_value_that_no_source_gives_may_be_set():
    told = member("a", event())
    record = together(told, decisions=[decision(1, "correct", told[0], field="place", value="Zenda")])
    assert (record.fields["place"].value, record.fields["place"].values) == ("Zenda", ())


def test_both_settles_a_conflict_and_leaves_it_in_sight():
    told = (member("a", event(date="2025-04-13")), member("b", event(date="2025-04-14")))
    assert together(*told).conflicts
    record = together(*told, decisions=[decision(1, "both", told[0][0], field="date")])
    assert (record.fields["date"].judgement, record.fields["date"].decision) == ("contradicted", "de-0001")
    assert record.conflicts == ()


def test_the_time_of_day_refines_the_day_of_a_meeting():
    def on(says, **more):
        return event(date="2025-04-14", says=says, **more)

    talks = [on("They met on Monday."), on("They met on Monday evening.")]
    wire = ("A / Reuters", "B / Reuters")
    view = judged("date", *talks, publishers=wire)
    assert (view.judgement, view.reason) == ("refined", "One source gives the time of day, another only the day.")
    assert judged("date", *talks).judgement == "corroborated"
    assert judged("date", talks[1], talks[1], publishers=wire).judgement == "single_source"
    visits = [on("He came on Monday.", form="visit"), on("He dined on Monday evening.", form="visit")]
    assert judged("date", *visits, publishers=wire).judgement == "single_source"
