from __future__ import annotations

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.model import Attested, Decision, FieldView, LedgerRecord, Member
from comity.reconcile.fulfil import fulfil_keys, fulfil_spans, fulfils, is_sure, rung_of
from comity.reconcile.progress import ladder, standing, status_of, steps
from comity.vocab import load
from told import tell


def project(stage, published, certainty="asserted", **more):
    words = f"The bridge at Svilengrad is {stage}, as of {published}."
    return tell("project", words, published, certainty=certainty, stem="bridge", status=stage, **more)


def promise(action, published="2023-03-01", by=("Bulgaria", "Turkey"), **more):
    words = f"{' and '.join(by)} agreed to {action}."
    return tell("commitment", words, published, by=list(by), action=action, modality="agreed", **more)


class TestLadders:
    def test_every_value_of_the_codebook_has_a_place(self):
        for kind, spec in load("progress")["ladders"].items():
            own = ladder(kind)
            values = load("kinds")["kinds"][kind].get(spec["field"], {"values": [*own.rungs, *own.off]})["values"]
            assert set(values) == {*own.rungs, *own.off}

    def test_what_is_finished_is_a_place_on_the_ladder(self):
        for kind, rungs in load("progress")["finished"].items():
            assert set(rungs) <= {*ladder(kind).rungs, *ladder(kind).off}

    def test_figures_and_stances_have_none(self):
        claim = tell("indicator", "Trade came to 7 billion dollars.", "2023-01-01", measure="trade", value=7)
        assert steps("indicator", [claim]) == ()
        assert status_of("indicator", ()) == ""


class TestSteps:
    def test_stages_are_dated_quoted_and_in_order(self):
        told = steps("project", [project("operating", "2024-06-01"), project("approved", "2021-02-03")])
        assert [(s.rung, s.date, s.reached) for s in told] == [
            ("approved", "2021-02-03", True),
            ("operating", "2024-06-01", True),
        ]
        assert told[0].evidence.quotes[0].exact == "The bridge at Svilengrad is approved, as of 2021-02-03."

    def test_a_date_in_the_text_goes_before_that_of_publication(self):
        opened = project("operating", "2024-06-01", completion={"value": "2024-05", "basis": "actual"})
        (step,) = steps("project", [opened])
        assert step.date == "2024-05"

    def test_a_planned_date_dates_no_step(self):
        begun = project("under_construction", "2024-06-01", start={"value": "2025", "basis": "planned"})
        assert steps("project", [begun])[0].date == "2024-06-01"

    def test_a_lower_stage_told_later_is_kept_and_advances_nothing(self):
        told = steps("project", [project("under_construction", "2022-01-01"), project("approved", "2023-01-01")])
        assert [s.reached for s in told] == [True, False]
        assert status_of("project", told) == "under_construction"

    @pytest.mark.parametrize("certainty", ["hedged", "conditional", "denied"])
    def test_what_is_not_plainly_asserted_advances_nothing(self, certainty):
        told = steps("project", [project("approved", "2022-01-01"), project("operating", "2023-01-01", certainty)])
        assert status_of("project", told) == "approved"
        assert told[1].evidence.certainty == certainty

    def test_a_project_can_rest_and_be_taken_up_again(self):
        members = [
            project("under_construction", "2020-01-01"),
            project("suspended", "2021-01-01"),
            project("under_construction", "2022-01-01"),
            project("approved", "2023-01-01"),
        ]
        told = steps("project", members)
        assert [s.reached for s in told] == [True, True, True, False]
        assert status_of("project", members and told) == "under_construction"

    def test_what_was_terminated_stays_so(self):
        ended = tell(
            "agreement", "The fishing pact was terminated.", "2022-01-01", title="fishing pact", status="terminated"
        )
        later = tell(
            "agreement", "The fishing pact is in force.", "2023-01-01", title="fishing pact", status="in_force"
        )
        assert status_of("agreement", steps("agreement", [ended, later])) == "terminated"

    def test_an_undated_stage_comes_last_and_still_counts(self):
        told = steps("project", [project("operating", ""), project("approved", "2023-01-01")])
        assert [s.rung for s in told] == ["approved", "operating"]
        assert status_of("project", told) == "operating"

    @given(st.permutations(range(5)))
    def test_the_order_in_which_members_come_does_not_matter(self, order):
        stages = ["approved", "under_construction", "suspended", "operating", "proposed"]
        members = [project(stage, f"202{i}-01-01") for i, stage in enumerate(stages)]
        assert steps("project", [members[i] for i in order]) == steps("project", members)

    def test_a_person_sets_the_stage(self):
        member = project("operating", "2023-01-01")
        ruling = Decision("de-abc", "correct", (member[0].id,), "Ana", "2023-05-05T00:00:00Z", "", "status", "approved")
        told = steps("project", [member], (), [ruling])
        assert status_of("project", told) == "approved"
        assert told[-1].rule == "de-abc"
        after = steps("project", [member, project("under_construction", "2024-01-01")], (), [ruling])
        assert status_of("project", after) == "under_construction"


class TestPromises:
    def test_told_again_it_stays_open(self):
        first, again = (
            promise("open a second crossing"),
            promise("open a second crossing", "2024-03-01", reaffirmed=True),
        )
        told = steps("commitment", [again, first])
        assert [(s.rung, s.reached, s.rule) for s in told] == [
            ("open", True, "first_told"),
            ("open", False, "reaffirmed"),
        ]
        assert status_of("commitment", told) == "open"

    def test_a_conditional_promise_is_open_and_a_denied_one_is_none(self):
        claim = tell(
            "commitment", "If asked, Norway will mediate.", "2023-01-01", certainty="conditional", action="mediate"
        )
        denied = tell(
            "commitment", "Norway denied it would mediate.", "2023-01-01", certainty="denied", action="mediate"
        )
        assert status_of("commitment", steps("commitment", [claim])) == "open"
        assert status_of("commitment", steps("commitment", [denied])) == ""

    def test_another_date_moves_nothing_unless_the_text_says_so(self):
        first = promise("open a second crossing", due="2024")
        moved = promise("open a second crossing", "2024-03-01", due="2026")
        words = "Bulgaria and Turkey signed a plan that replaces the earlier promise of a second crossing."
        replaced = tell("commitment", words, "2025-01-01", action="open a crossing", modality="agreed")
        assert status_of("commitment", steps("commitment", [first, moved])) == "open"
        assert status_of("commitment", steps("commitment", [first, moved, replaced])) == "superseded"

    def test_kept_it_is_fulfilled(self):
        opened = tell(
            "project", "The second crossing at Lesovo opened.", "2025-01-01", name="second crossing", status="operating"
        )
        told = steps("commitment", [promise("open a second crossing")], [opened])
        assert status_of("commitment", told) == "fulfilled"
        assert told[-1].evidence.quotes[0].exact == "The second crossing at Lesovo opened."

    def test_a_beginning_is_under_way(self):
        begun = tell(
            "project", "Work on the crossing began.", "2024-01-01", name="crossing", status="under_construction"
        )
        told = steps("commitment", [promise("build a second crossing")], [begun])
        assert status_of("commitment", told) == "under_way"


CROSSING = "a second road crossing at Lesovo"


def opened(published="2025-01-10", **more):
    fields = {"name": "second road crossing at Lesovo", "status": "operating", "participants": ["Bulgaria", "Turkey"]}
    words = "Bulgaria and Turkey put the second road crossing at Lesovo into service."
    return tell("project", words, published, **(fields | more))


class TestFulfilment:
    def test_the_thing_promised_is_there(self):
        join = fulfils(promise(f"build {CROSSING}"), opened())
        assert (join.verdict, is_sure(join)) == ("fulfils", True)
        assert join.first == opened()[0].id
        assert "lesovo" in join.reasons[0]

    @pytest.mark.parametrize(
        ("what", "deed"),
        [
            (promise(f"build {CROSSING}"), opened("2022-01-10")),
            (promise(f"build {CROSSING}", ""), opened()),
            (promise(f"build {CROSSING}"), opened("2031-01-10")),
            (promise(f"build {CROSSING}"), opened(participants=["Bulgaria", "Greece"])),
            (promise("build a gas pipeline to the coast"), opened()),
            (promise(f"promote {CROSSING}"), opened()),
            (promise(f"build {CROSSING}"), opened(status="proposed")),
            (promise(f"build {CROSSING}"), opened(certainty="hedged")),
        ],
        ids=["before", "undated", "too late", "others", "another thing", "no deed", "plan", "hedged"],
    )
    def test_nothing_is_closed_by_what_does_not_fit(self, what, deed):
        assert fulfils(what, deed) is None

    @pytest.mark.parametrize(
        "what",
        [
            promise(f"build and operate {CROSSING}"),
            promise(f"build {CROSSING}", condition="if funds are found"),
            promise(f"build {CROSSING}", reaffirmed=True),
            promise(f"build {CROSSING}", "2025-01-09"),
            promise("build a crossing"),
        ],
        ids=["two acts", "condition", "standing", "told a day later", "one word"],
    )
    def test_what_is_not_plain_goes_to_a_person(self, what):
        join = fulfils(what, opened())
        assert join is not None
        assert not is_sure(join)

    def test_one_side_alone_counts_for_a_thing_that_cannot_be_another(self):
        assert is_sure(fulfils(promise(f"build {CROSSING}"), opened(participants=["Bulgaria"])))
        assert fulfils(promise("build a second crossing"), opened(participants=["Bulgaria"])) is None

    def test_a_body_of_many_states_that_promised_must_have_acted_too(self):
        league = promise("sign an agreement on readmission of migrants", by=("ASEAN", "Turkey"))
        assert fulfils(league, readmission("Bulgaria", "Turkey")) is None
        assert is_sure(fulfils(league, readmission("ASEAN", "Turkey")))

    def test_one_word_of_several_is_nothing(self):
        assert (
            fulfils(promise("sign an agreement on migrants and seasonal work"), readmission("Bulgaria", "Turkey"))
            is None
        )

    def test_a_visit_by_the_one_who_promised(self):
        told = tell(
            "commitment", "Maia Sandu said she would visit Bucharest.", "2024-01-05", by=["Maia Sandu"],
            to=["Romania"], action="visit Romania", modality="pledged",
        )  # fmt: skip
        came = visit("Maia Sandu", "2024-02-03")
        assert is_sure(fulfils(told, came))
        assert fulfils(told, visit("Igor Grosu", "2024-02-03")) is None
        assert fulfils(told, visit("Maia Sandu", "2023-12-20")) is None

    def test_a_target_is_reached_from_its_own_figure_on(self):
        wants = promise("raise bilateral trade to $10 billion")
        assert is_sure(fulfils(wants, trade(11)))
        assert fulfils(wants, trade(9)) is None
        assert fulfils(wants, trade(11, unit="EUR")) is None

    def test_an_agreement_signed(self):
        signed = readmission("Bulgaria", "Turkey")
        what = promise("sign an agreement on the readmission of migrants")
        assert is_sure(fulfils(what, signed))
        assert rung_of(signed[0], [what[0]]) == "fulfilled"

    def test_promise_and_deed_find_each_other(self):
        pairs = [
            (promise(f"build {CROSSING}"), opened()),
            (promise("raise bilateral trade to $10 billion"), trade(11)),
            (promise("visit Romania", by=("Maia Sandu",), to=["Romania"]), visit("Maia Sandu", "2024-02-03")),
        ]
        states = [frozenset({"BGR", "TUR"}), frozenset({"BGR", "TUR"}), frozenset({"MDA", "ROU"})]
        for (what, deed), known in zip(pairs, states, strict=True):
            assert fulfils(what, deed)
            shared = set(fulfil_keys(what[0], known)) & set(fulfil_keys(deed[0], known))
            assert shared
            assert all(key.startswith("fulfil:") for key in shared)
            assert set(fulfil_spans(*what)) & set(fulfil_spans(*deed))

    def test_what_no_deed_can_keep_has_no_key(self):
        assert fulfil_keys(promise("promote friendship")[0]) == ()


def readmission(*parties):
    return tell(
        "agreement", f"{' and '.join(parties)} signed an agreement on readmission of migrants.", "2024-05-02",
        title="agreement on readmission of migrants", parties=list(parties), status="signed", date="2024-05-01",
    )  # fmt: skip


def visit(who, on):
    return tell(
        "event",
        f"{who} visited Bucharest.",
        on,
        form="visit",
        phase="held",
        date=on,
        actors=[who],
        recipients=["Romania"],
    )


def trade(billions, unit="USD"):
    return tell(
        "indicator", f"Trade between Bulgaria and Turkey came to {billions} billion.", "2025-02-01", measure="trade",
        value=billions * 10**9, unit=unit, period="2024", area="Bulgaria", counterpart="Turkey",
    )  # fmt: skip


def kept(kind, status="", last_told="2023-01-01", review="open", **fields):
    views = {n: FieldView(n, v, "single_source", (Attested(v, ()),)) for n, v in fields.items()}
    member = Member("x-1", "do-1", "one", 0, last_told)
    return LedgerRecord(
        "x-1", kind, "", (), "", (member,), views, status=status, last_told=last_told, review=review
    )  # fmt: skip


class TestStanding:
    @pytest.mark.parametrize(
        ("record", "day", "stands"),
        [
            (kept("commitment", "open", due="2023-06"), "2023-07-01", "overdue"),
            (kept("commitment", "open", due="2023-06"), "2023-06-30", "due"),
            (kept("commitment", "open", due="2023-06"), "2023-01-02", ""),
            (kept("commitment", "fulfilled", due="2023-06"), "2023-07-01", ""),
            (kept("commitment", "open", due="2023-06", review="rejected"), "2023-07-01", ""),
            (kept("commitment", "open"), "2024-12-01", ""),
            (kept("commitment", "open"), "2025-02-01", "dormant"),
            (kept("commitment", "open", due="2030"), "2027-02-01", ""),
            (kept("project", "approved", completion={"value": "2024", "basis": "planned"}), "2025-01-01", "overdue"),
            (kept("project", "operating"), "2030-01-01", ""),
            (kept("project", "approved", last_told="2023"), "2027-01-02", "dormant"),
            (kept("event", "scheduled", date="2023-02-02"), "2023-02-03", "overdue"),
            (kept("event", "held", date="2023-02-02"), "2023-02-03", ""),
            (kept("indicator"), "2050-01-01", ""),
        ],
    )
    def test_on_a_day(self, record, day, stands):
        assert standing(record, date.fromisoformat(day)) == stands

    def test_once_overdue_it_stays_so_until_told_otherwise(self):
        record = kept("commitment", "open", due="2023-06-15")
        days = [date(2023, 1, 1).toordinal() + n for n in range(0, 2000, 7)]
        seen = [key for key, _ in itertools.groupby(standing(record, date.fromordinal(day)) for day in days)]
        assert seen == ["", "due", "overdue"]
