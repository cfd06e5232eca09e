"""What is one thing across documents, and what only looks like it."""

from __future__ import annotations

import pytest

from claims import told
from comity.reconcile.features import features_of, instrument, office
from comity.reconcile.match import apart, compare, keys, meets


def features(name, published, record):
    head, claims = told(name, published, record)
    return features_of(head, claims)[claims[0].id]


def verdict(first, second, *, published=("2024-05-02", "2024-05-03")):
    """The verdict on two records told by two documents; empty where nothing joins them."""
    a, b = features("a", published[0], first), features("b", published[1], second)
    join = compare(a, b)
    assert compare(b, a) == join
    met = {met for key in keys(a) for met in meets(key)} & set(keys(b))
    assert met or join is None or join.verdict != "same", f"no key of {a.claim} leads to {b.claim}"
    if join is not None:
        assert 0 < join.score <= 1
        assert join.reasons
        assert all(reason for reason in join.reasons)
    return join.verdict if join else ""


def visit(who, where, says, **more):
    return {
        "kind": "event",
        "form": "visit",
        "actors": [who],
        "recipients": [where],
        "phase": "held",
        "says": says,
        **more,
    }


RUTO = visit("William Ruto", "Uganda", "President Ruto flew to Kampala on Thursday.", date="2024-05-02")
MEETING = {
    "kind": "event", "form": "meeting", "phase": "held", "date": "2024-05-02",
    "actors": ["William Ruto", "Yoweri Museveni"], "says": "Ruto met Museveni at State House.",
}  # fmt: skip
PACT = {
    "kind": "agreement", "title": "agreement on fishing in Lake Victoria", "instrument_type": "agreement",
    "parties": ["Kenya", "Uganda"], "status": "signed", "date": "2024-05-02",
    "says": "Kenya and Uganda signed an agreement on fishing in Lake Victoria.",
}  # fmt: skip
BUNDLE = {
    "kind": "agreement", "title": "seven agreements", "instrument_type": "bundle", "count": 7,
    "parties": ["Kenya", "Uganda"], "status": "signed", "date": "2024-05-02", "says": "They signed seven agreements.",
}  # fmt: skip
LINE = {
    "kind": "project", "name": "Malaba-Kampala railway", "project_type": "railway", "places": ["Malaba", "Kampala"],
    "participants": ["Kenya", "Uganda"], "says": "The Malaba-Kampala railway was discussed.",
}  # fmt: skip
PANEL = {
    "kind": "mechanism", "name": "Joint Border Commission", "mechanism_type": "commission",
    "parties": ["Kenya", "Uganda"], "says": "The Joint Border Commission will meet.",
}  # fmt: skip
PROMISE = {
    "kind": "commitment", "by": ["Kenya", "Uganda"], "action": "remove the remaining tariffs on maize and milk",
    "modality": "agreed", "says": "They agreed to remove the remaining tariffs on maize and milk.",
}  # fmt: skip
TRADE = {
    "kind": "indicator", "measure": "bilateral trade", "value": 1200000000, "unit": "USD", "period": "2023",
    "area": "Kenya", "counterpart": "Uganda", "says": "Bilateral trade reached 1.2 billion dollars in 2023.",
}  # fmt: skip
STANCE = {
    "kind": "position", "by": ["Kenya"], "on": "secession in Somalia", "says": "Kenya rejects secession in Somalia.",
    "stance": "rejects any secession from Somalia",
}  # fmt: skip


@pytest.mark.parametrize(
    "other",
    [
        visit("William Ruto", "Uganda", "The Kenyan leader is on a visit.", date="2024-05-02/2024-05-03"),
        visit("Kenya", "Yoweri Museveni", "Uganda's president received the guest from Kenya.", date="2024-05"),
        visit("William Ruto", "Uganda", "The Kenyan leader was in Kampala.", phase="historical"),
        visit("William Ruto", "Uganda", "The Kenyan leader came in this year of jubilee.", date="2024"),
    ],
    ids=["longer", "by state", "undated", "dated by the year"],
)
def test_one_visit_is_one_however_it_is_told(other):
    assert verdict(RUTO, other) == "same"


@pytest.mark.parametrize(
    "other",
    [
        visit("Yoweri Museveni", "Kenya", "Museveni travelled to Nairobi.", date="2024-05-02"),
        visit("Musalia Mudavadi", "Uganda", "Mudavadi travelled to Kampala.", date="2024-05-02"),
        visit("William Ruto", "Uganda", "Ruto went to Kampala a year ago.", date="2023-05-02"),
        visit("William Ruto", "Tanzania", "Ruto went on to Dar es Salaam.", date="2024-05-03"),
        {**RUTO, "form": "call", "says": "Ruto telephoned Museveni."},
        {**RUTO, "phase": "cancelled", "says": "The visit was called off."},
    ],
    ids=["other way round", "other visitor", "other year", "other host", "other form", "cancelled"],
)
def test_look_alike_visits_stay_apart(other):
    assert verdict(RUTO, other) == ""


def test_a_part_of_the_world_excludes_no_place_in_it():
    there = {**MEETING, "place": "Kampala"}
    assert verdict(there, {**MEETING, "place": "Africa"}) == "same"
    assert verdict(there, {**MEETING, "place": "Nairobi"}) == ""


def test_what_one_recalls_is_not_what_is_still_to_come():
    coming = {**MEETING, "phase": "scheduled", "says": "Ruto will meet Museveni."}
    recalled = {**MEETING, "phase": "historical", "says": "Ruto and Museveni had met."}
    del recalled["date"], coming["date"]
    assert verdict(coming, recalled, published=("2024-05-02", "2024-05-02")) == ""
    assert verdict(coming, recalled, published=("2024-05-02", "2024-05-09")) == "same"


def test_a_welcome_is_no_signing():
    signing = {**MEETING, "form": "signing", "says": "The presidents signed deals on fishing in the lake."}
    welcome = {**MEETING, "form": "ceremony", "says": "Crowds lined the road to State House."}
    assert verdict(signing, welcome) == "maybe"
    assert verdict(signing, {**welcome, "says": "Deals on fishing were signed at State House."}) == "same"


def test_things_set_up_are_told_apart_by_what_they_are():
    ties = {
        "kind": "event", "form": "establishment", "phase": "historical", "actors": ["Kenya", "Uganda"],
        "says": "Diplomatic relations between Kenya and Uganda were established.",
    }  # fmt: skip
    assert verdict(ties, {**ties, "says": "Since the two set up diplomatic ties."}) == "same"
    assert verdict(ties, {**ties, "says": "The fishing forum of Kenya and Uganda was launched."}) == ""


def test_a_meeting_with_two_hosts_is_two_meetings():
    assert verdict(MEETING, {**MEETING, "actors": ["William Ruto", "Robinah Nabbanja"]}) != "same"


def test_a_preview_and_the_report_are_one_meeting():
    scheduled = {k: v for k, v in MEETING.items() if k != "date"} | {"phase": "scheduled", "says": "They will meet."}
    assert verdict(MEETING, scheduled, published=("2024-05-03", "2024-05-02")) == "same"


def test_a_leg_of_a_tour_is_a_part():
    tour = {**RUTO, "recipients": ["Uganda", "Rwanda", "Burundi"], "date": "2024-05-02/2024-05-05"}
    assert verdict(RUTO, tour) == "part"


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ({**BUNDLE, "title": "cooperation documents", "count": None, "says": "Documents were signed."}, "same"),
        ({**BUNDLE, "count": 8, "says": "They signed eight agreements."}, "same"),
        ({**BUNDLE, "count": 30, "says": "Thirty agreements were signed."}, "part"),
        ({**BUNDLE, "date": "2024-07-01", "says": "They signed seven agreements in July."}, ""),
        ({**BUNDLE, "parties": ["Kenya", "Rwanda"], "says": "Kenya and Rwanda signed seven agreements."}, ""),
        (PACT, ""),
    ],
    ids=["uncounted", "rival count", "a part", "another occasion", "other parties", "a single text"],
)
def test_bundles(other, expected):
    assert verdict(BUNDLE, other) == expected


def test_a_text_is_known_by_its_subject():
    same = {**PACT, "title": "Lake Victoria fishing pact", "says": "A pact on fishing in Lake Victoria was signed."}
    assert verdict(PACT, same) == "same"
    other = {
        **PACT,
        "title": "memorandum on nurses",
        "instrument_type": "memorandum_of_understanding",
        "says": "A text.",
    }
    assert verdict(PACT, other) == ""


def test_the_only_text_two_documents_know_of_is_one():
    bare = {**PACT, "title": "strategic partnership agreement", "says": "They concluded a partnership."}
    assert verdict(PACT, bare) == "same"
    assert verdict(PACT, {**bare, "title": "defence pact", "says": "They concluded a defence pact."}) == ""


@pytest.mark.parametrize(
    "name", ["Malaba - Kampala line", "Kampala–Malaba standard gauge railway", "railway from Malaba to Kampala"]
)
def test_a_line_is_known_by_its_ends(name):
    assert verdict(LINE, {**LINE, "name": name, "says": f"Work on the {name} began."}) == "same"


def test_lines_that_share_one_end_are_two():
    other = {**LINE, "name": "Kampala-Kigali railway", "places": ["Kampala", "Kigali"], "says": "Another line."}
    assert verdict(LINE, other) == ""


def test_two_states_are_no_ends_of_a_line():
    plan = {**LINE, "name": "fast railway between the two countries", "places": ["Kenya", "Uganda"]}
    link = {**LINE, "name": "regional railway from coast to lakes", "places": ["Kenya", "Uganda", "Rwanda"]}
    assert verdict(plan, link) != "same"


def test_a_mechanism_is_known_by_what_its_name_tells():
    assert verdict(PANEL, {**PANEL, "name": "joint commission on the border", "says": "A commission exists."}) == "same"
    assert verdict(PANEL, {**PANEL, "name": "Joint Health Commission", "says": "The health commission met."}) == ""


def test_a_promise_repeated_is_the_same_promise():
    again = {**PROMISE, "action": "removing tariffs on milk and maize", "says": "Both are removing tariffs."}
    assert verdict(PROMISE, again) == "same"
    assert verdict(PROMISE, again, published=("2022-05-02", "2024-05-03")) == "same"
    assert verdict(PROMISE, {**PROMISE, "action": "open a border post at Busia", "says": "They open a post."}) == ""


def test_a_promise_of_another_body_is_another():
    talks = {**PROMISE, "action": "raise the dialogue of the ministries of public security to a higher level"}
    line = {**PROMISE, "action": "set up a hotline of the ministries of public security"}
    assert verdict(talks, line) == ""
    assert verdict(line, {**line, "action": "open a hotline between the ministries of public security"}) == "same"


def test_wordings_that_differ_in_one_telling_word_tell_of_two_things():
    quota = {**PROMISE, "action": "hold talks in Nairobi on the maize quota for traders"}
    assert verdict(quota, {**quota, "action": "hold talks in Nairobi on the citrus quota for traders"}) == ""


def test_another_sum_told_in_the_same_days_is_a_dispute_on_one_promise():
    loan = {**PROMISE, "action": "lend 200 million dollars for the port of Lamu"}
    assert verdict(loan, {**loan, "action": "lend 250 million dollars for the port of Lamu"}) == "same"


def test_the_same_promise_to_another_state_is_another():
    other = {**PROMISE, "by": ["Kenya", "Rwanda"], "says": "Kenya and Rwanda agreed to remove tariffs."}
    assert verdict(PROMISE, other) == ""


def test_rival_figures_for_one_year_are_one_indicator():
    assert (
        verdict(TRADE, {**TRADE, "measure": "two-way trade", "value": 900000000, "says": "It was 0.9 billion."})
        == "same"
    )
    assert verdict(TRADE, {**TRADE, "period": "2022", "says": "Trade in 2022 was another."}) == ""
    assert verdict(TRADE, {**TRADE, "unit": "percent", "value": 12, "says": "It grew 12 percent."}) == ""
    assert verdict(TRADE, {**TRADE, "counterpart": "Rwanda", "says": "Trade with Rwanda was that."}) == ""


def test_a_figure_that_is_no_round_number_is_known_by_its_value():
    tale = {**TRADE, "measure": "the largest market with trade worth", "value": 1234000000, "says": "It was 1.234 bn."}
    del tale["period"]
    assert verdict({**TRADE, "value": 1234000000}, tale) == "same"
    assert verdict({**TRADE, "value": 1000000000}, {**tale, "value": 1000000000}) != "same"
    assert verdict({**TRADE, "value": 1234000000}, {**tale, "measure": "tea shipped"}) != "same"


def test_the_name_of_a_state_in_a_measure_counts_for_nothing_in_any_form():
    first = {**TRADE, "measure": "two-way trade between Kenya and Uganda"}
    other = {**TRADE, "measure": "Kenya's trade with Uganda", "value": 900000000}
    assert verdict(first, other) == "same"


def test_positions_need_the_same_holder_and_subject():
    assert (
        verdict(STANCE, {**STANCE, "stance": "opposes secession from Somalia", "says": "It opposes secession."})
        == "same"
    )
    assert verdict(STANCE, {**STANCE, "by": ["Uganda"], "says": "Uganda rejects secession in Somalia."}) == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("General Secretary of the Communist Party of Vietnam Central Committee", "party chief"),
        ("State President", "outgoing President"),
        ("Chinese Premier", "Prime Minster"),
        ("Minister of Foreign Affairs", "foreign minister"),
        ("Ambassador to Kenya", "ambassador"),
    ],
)
def test_posts_of_one_office(one, other):
    assert office(one) == office(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("President", "Vice President"), ("Foreign Minister", "Deputy Foreign Minister"), ("Premier", "Deputy Premier")],
)
def test_posts_of_two_offices(one, other):
    assert office(one) != office(other)


def test_one_person_in_one_office_is_one_role_in_any_spelling():
    role = {
        "kind": "role",
        "person": "To Lam",
        "post": "President",
        "organization": "Vietnam",
        "says": "President To Lam",
    }
    a, b = features("a", "", role), features("b", "", {**role, "person": "Tô Lâm", "says": "President Tô Lâm"})
    assert a.exact == b.exact != ""
    assert keys(a) == keys(b) == (a.exact,)


def test_a_chinese_name_and_its_vietnamese_reading_are_one():
    role = {"kind": "role", "person": "He Wei", "post": "Ambassador", "organization": "China", "says": "Envoy He Wei"}
    assert features("a", "", role).exact == features("b", "", {**role, "person": "Ha Vi", "says": "Envoy Ha Vi"}).exact


@pytest.mark.parametrize(
    ("title", "name"),
    [
        (
            "1982 United Nations Convention on the Law of the Sea (UNCLOS)",
            "United Nations Convention on the Law of the Sea",
        ),
        ("“Two Corridors, One Belt” framework", "Two Corridors, One Belt"),
        ("RCEP", "Regional Comprehensive Economic Partnership"),
        ("consensus on how to carry out the DOC", ""),
        ("agreement on fishing", ""),
    ],
)
def test_standing_instruments_by_title(title, name):
    assert instrument(title) == name


def test_records_of_one_document_are_never_joined():
    head, claims = told("a", "2024-05-02", RUTO, {**RUTO, "says": "Ruto is in Kampala."})
    a, b = features_of(head, claims).values()
    assert compare(a, b) is None
    assert apart(a, b)


def test_an_anniversary_tells_the_year():
    founded = {"kind": "event", "form": "establishment", "actors": ["Kenya", "Uganda"], "phase": "historical"}
    dated = {**founded, "date": "1963", "says": "Kenya and Uganda took up diplomatic relations in 1963."}
    recalled = {**founded, "says": "They mark the 61st anniversary of diplomatic relations."}
    assert verdict(dated, recalled) == "same"
    assert verdict({**dated, "date": "1999", "says": "A partnership came in 1999."}, recalled) == ""


def test_deputies_hold_another_office():
    assert office("Deputy Speaker") == office("deputy speaker of the House") != office("Speaker")


def test_who_leaves_a_standing_instrument_does_not_end_it():
    member = {
        "kind": "agreement", "title": "Belt and Road Initiative", "instrument_type": "plan", "status": "in_force",
        "parties": ["China"], "says": "China's Belt and Road Initiative links many ports.",
    }  # fmt: skip
    leaver = {**member, "status": "terminated", "parties": ["Italy"], "says": "Italy left the Belt and Road."}
    assert verdict(member, {**member, "parties": ["Kenya"], "says": "Kenya has joined the Belt and Road."}) == "same"
    assert verdict(member, leaver) == ""
    assert verdict(leaver, {**leaver, "says": "Rome quit the Belt and Road."}) == "same"


def test_lines_are_known_by_the_ends_in_their_names():
    first = {**LINE, "name": "Malaba-Fort Portal railway", "places": []}
    assert (
        verdict(first, {**first, "name": "Malaba–Fort Portal High-Speed Rail", "says": "The line is planned."})
        == "same"
    )
    assert verdict(first, {**first, "name": "Fort Portal-Kasese railway", "says": "Another line is planned."}) == ""


def test_firms_and_states_may_take_part_in_one_project():
    firms = {**LINE, "participants": ["Lake Rail Limited"], "places": [], "name": "Lake Albert Express railway"}
    assert verdict({**firms, "participants": ["Kenya", "Uganda"]}, {**firms, "says": "The express nears."}) == "same"


def test_a_body_with_a_name_of_general_words_is_known_by_its_states():
    panel = {**PANEL, "name": "Joint High Committee"}
    assert verdict(panel, {**panel, "says": "The Joint High Committee met."}) == "same"
    assert verdict(panel, {**panel, "parties": ["Kenya", "Rwanda"], "says": "Another such committee met."}) == ""


def test_an_exercise_is_known_by_its_day_place_and_number():
    drill = {
        "kind": "event", "form": "exercise", "phase": "held", "date": "2024-05-02", "place": "Kisumu", "count": 300,
        "actors": ["Kenya", "Uganda"], "says": "Soldiers of Kenya and Uganda trained on the lake.",
    }  # fmt: skip
    assert verdict(drill, {**drill, "says": "About three hundred troops rehearsed landings."}) == "same"
    assert verdict(drill, {**drill, "count": 900, "place": "Mbale", "says": "Troops rehearsed landings."}) != "same"


def test_a_venue_excludes_no_town():
    hall = {**MEETING, "place": "State House"}
    assert verdict({**MEETING, "place": "Nairobi"}, {**hall, "says": "The two presidents sat down."}) == "same"


def test_a_titled_text_is_known_whenever_it_is_told():
    pact = {**PACT, "date": "2024-05-02", "title": "treaty on fishing rights in Lake Victoria"}
    recalled = {**pact, "says": "They recalled the treaty on fishing rights in Lake Victoria.", "status": "in_force"}
    del recalled["date"]
    assert verdict(pact, recalled, published=("2024-05-02", "2024-11-20")) == "same"
    other = {**recalled, "title": "treaty on river traffic"}
    assert verdict(pact, other, published=("2024-05-02", "2024-11-20")) == ""


def test_a_promise_without_object_is_known_by_its_subject():
    told = {**PROMISE, "by": ["Uganda"], "action": "be completed by 2027", "due": "2027"}
    first = {**told, "says": "The Entebbe cable factory will be completed by 2027."}
    assert (
        verdict(first, {**told, "action": "complete the Entebbe cable factory by 2027", "says": "It will."}) == "same"
    )
    assert verdict(first, {**told, "says": "The Jinja bridge will be completed by 2027."}) != "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Foreign Secretary", "Secretary of Foreign Affairs"),
        ("Energy Minister", "Minister of Energy"),
        ("head of state", "President"),
        ("foreign ministers", "Minister for External Affairs"),
    ],
)
def test_posts_are_one_in_any_order_of_words(one, other):
    assert office(one) == office(other)


def test_the_best_fit_is_preferred():
    a, b, c = (
        features(name, "2024-05-02", {**PACT, "title": title})
        for name, title in zip("abc", ("pact on fish quotas", "pact on fish quotas", "pact on fish nets"), strict=True)
    )
    near, far = compare(a, b), compare(a, c)
    assert near and far and near.score > far.score


def meet(one, other, published=("2024-05-02", "2025-02-11")):
    """Whether the ledger would hold two records against each other at all."""
    a, b = features("a", published[0], one), features("b", published[1], other)
    there = not {met for key in keys(a) for met in meets(key)}.isdisjoint(keys(b))
    assert there == (not {met for key in keys(b) for met in meets(key)}.isdisjoint(keys(a)))
    return there


def act(action):
    return {**PROMISE, "action": action, "says": f"Kenya will {action}."}


def test_acts_with_names_meet_by_these_and_those_without_meet_all():
    busia = act("open a customs post at Busia")
    assert not meet(busia, act("open a customs post at Moyale"))
    assert meet(busia, act("build a customs post at Busia"))
    assert meet(busia, act("open a customs post on the border"))
    assert meet(act("open a customs post there"), act("open a customs post on the border"))


def test_lines_meet_by_their_ends_and_works_without_two_ends_meet_all():
    assert not meet(LINE, {**LINE, "name": "Voi-Taveta railway", "places": ["Voi", "Taveta"]})
    assert meet(LINE, {**LINE, "project_type": "other", "name": "Kampala to Malaba works"})
    assert meet(LINE, {**LINE, "name": "railway to Malaba", "places": []})


def test_places_that_share_half_a_name_are_two():
    pass_ = act("open a customs post at Oldport High Pass")
    assert verdict(pass_, act("open a customs post at Northgate High Pass")) != "same"
    assert verdict(pass_, act("open a customs post at the High Pass")) == "same"


def test_acts_that_share_a_place_alone_are_two():
    toll = act("open a customs post at Oldport High Pass")
    assert verdict(toll, act("train 20 drivers near Oldport High Pass")) == ""
    assert verdict(toll, act("set up a post at Oldport High Pass")) == "same"
