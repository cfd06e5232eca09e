"""The parts of pages: words, scales, cut texts, runs of months."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import pairwise

import pytest

from comity.ledger import Ledger
from comity.ledger.lists import choice
from comity.model import Span
from comity.settings import Settings
from comity.vocab import load
from comity.web.charts import spark, timeline
from comity.web.charts.multiples import Given, drawn
from comity.web.charts.scale import Days, Figures
from comity.web.pages import wording
from comity.web.pages.heatmap import columns_of
from comity.web.pages.method import silent
from comity.web.pages.overview import changes_of
from comity.web.pages.passages import marked, passage
from comity.web.pages.reading import found, pieces


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2025-04-14", "2025-04-14"),
        ("2025-33", "2025-Q1"),
        ("2025-21", "spring 2025"),
        ("2025-04-14/2025-04-15", "2025-04-14 to 2025-04-15"),
        ("2004/..", "since 2004"),
        ("../2030", "until 2030"),
        ("203X", "2030s"),
        ("20XX", "2000 to 2099"),
        ("", ""),
    ],
)
def test_dates_are_iso(edtf, words):
    assert wording.day(edtf) == words


def test_bars_as_small_as_a_word_are_one_path():
    assert spark.drawn([2, 0, 1]).path == "M0 14v-14h5v14M6 14v-0.4h5v0.4M12 14v-7h5v7"


def test_the_narrow_quote_is_marked_in_the_wide_one():
    whole = Span(10, 27, "trade grew by 9 %")
    assert marked(whole, [Span(24, 27, "9 %")]) == [("trade grew by ", False), ("9 %", True)]
    assert marked(whole, [whole]) == [("trade grew by 9 %", False)]
    assert marked(whole, [Span(0, 5, "other")]) == [("trade grew by 9 %", False)]


def test_ticks_are_few_and_inside():
    days = Days(date(2020, 3, 5), date(2026, 1, 1), 100, 1000)
    ticks = days.ticks(10)
    assert [tick.words for tick in ticks] == ["2021", "2022", "2023", "2024", "2025", "2026"]
    assert all(100 <= tick.at <= 1000 for tick in ticks)
    assert [t.words for t in Days(date(2025, 1, 1), date(2025, 4, 1), 0, 9).ticks()] == [
        "2025-01",
        "2025-02",
        "2025-03",
        "2025-04",
    ]


def test_round_figures():
    assert Figures(0, 260, 0, 100).round() == [0, 100, 200]
    assert Figures(-3, 9, 0, 100).round(3) == [0, 5]


def test_disputed_figures_stand_apart_from_the_line():
    told = [Given("2023-01-01", 171.9, "a", "/a"), Given("2024-01-01", 205.2, "b", "/b", disputed=True)]
    chart = drawn([*told, Given("2024-01-01", 260.7, "c", "/c", disputed=True)])
    assert len(chart.line.split()) == 1
    assert [dot.given.words for dot in chart.dots] == ["a", "b", "c"]
    assert chart.dots[1].y > chart.dots[2].y


def test_runs_of_months_without_a_document():
    months = [("2024-01", 1), ("2024-02", 0), ("2024-03", 0), ("2024-04", 2), ("2024-05", 0), ("2024-06", 1)]
    assert silent(months) == [("2024-02", "2024-03"), ("2024-05", "2024-05")]


def test_a_cut_text_is_the_text(dossier):
    with Ledger.open(dossier, settings=Settings()) as ledger:
        for head in ledger.documents():
            document = ledger.document(head.key)
            cut = list(pieces(document))
            assert "".join(piece.text for piece in cut) == document.text
            starts = {claim for piece in cut for _, claim in piece.starts}
            assert starts == {claim.id for claim in document.claims}


def test_what_a_document_adds(dossier):
    with Ledger.open(dossier, settings=Settings()) as ledger:
        first, *_, last = (ledger.document(head.key) for head in ledger.documents())
        assert {item.adds for item in found(ledger, first)} <= {"new", "contradicts"}
        assert "repeats" in {item.adds for item in found(ledger, last)}


def test_what_a_document_adds_is_what_whole_records_tell(dossier):
    told = Counter()
    with Ledger.open(dossier, settings=Settings()) as ledger:
        for head in ledger.documents():
            for item in found(ledger, ledger.document(head.key)):
                record = ledger.record(item.claim.id)
                others = len({member.document for member in record.members} - {head.key})
                disputed = {e.claim for view in record.conflicts for v in view.values for e in v.evidence}
                before = others > 0 and record.members[0].document != head.key
                expected = "contradicts" if item.claim.id in disputed else "repeats" if before else "new"
                assert (item.record.id, item.adds, item.others) == (record.id, expected, others)
                told[expected] += 1
    assert len(told) == 3


def test_no_line_joins_figures_of_one_day():
    told = [
        Given("2023-01-01", 1.0, "a", "/a"),
        Given("2024-01-01", 2.0, "b", "/b"),
        Given("2024-01-01", 3.0, "c", "/c"),
    ]
    assert len(drawn(told).line.split()) == 1


class Addresses:
    def url(self, path: str, **params: str) -> str:
        return f"{path}?{'&'.join(f'{name}={value}' for name, value in params.items())}"


def test_marks_of_a_timeline_never_cover_each_other_and_none_is_lost(dossier):
    days, shape = (date(2022, 1, 1), date(2027, 1, 1)), timeline.Shape(tallest=3)
    with Ledger.open(dossier, settings=Settings()) as ledger:
        inside = ledger.lists.count(choice(kinds=("event",), begun=tuple(map(str, days))))
        found_ = ledger.lists.by_time(choice(kinds=("event",)), shape.slices(*days))
    group = timeline.Group("all", {}, found_["event"])
    (lane,) = timeline.drawn([group], days, date(2026, 1, 1), Addresses(), str, shape).lanes
    assert len({(mark.x, mark.y) for mark in lane.marks}) == len(lane.marks)
    assert lane.more
    assert len(lane.marks) + sum(more.count for more in lane.more) == inside
    assert all(more.href.startswith("/ledger?since=20") for more in lane.more)


def test_of_one_day_the_weightiest_change_comes_first(dossier):
    with Ledger.open(dossier, settings=Settings()) as ledger:
        changes = changes_of(ledger.records(), 200)
    assert [c.day for c in changes] == sorted((c.day for c in changes), reverse=True)
    for before, after in pairwise(changes):
        if before.day == after.day:
            assert list(load("desk")["changes"]).index(before.sort) <= list(load("desk")["changes"]).index(after.sort)
    assert all(c.citation.evidence.published == c.day for c in changes if c.sort == "source")


def test_a_passage_is_a_stretch_of_the_text_around_its_sentence():
    text = "One line.\n" * 80 + "Trade grew by 9 % in March." + " More words follow." * 80
    start = text.index("Trade")
    found_ = passage(
        text, Span(start, start + 27, "Trade grew by 9 % in March."), [Span(start + 14, start + 17, "9 %")]
    )
    whole = found_.before + "".join(piece for piece, _ in found_.pieces) + found_.after
    assert whole in text
    assert found_.before.startswith("One line.")
    assert ("9 %", True) in found_.pieces
    assert not found_.opens
    assert not found_.closes
    assert len(whole) < 1000
    short = passage("A short text.", Span(2, 7, "short"), [])
    assert (short.before, short.after, short.opens, short.closes) == ("A ", " text.", True, True)


@pytest.mark.parametrize(
    ("known", "latest", "names"),
    [
        ([], 2027, []),
        ([2024, 2026], 2027, ["2024", "2025", "2026"]),
        ([1950, 2020, 2026, 2040], 2027, ["before 2016", *map(str, range(2016, 2028)), "after 2027"]),
        ([2030, 2040], 2027, ["2030", "after 2030"]),
    ],
)
def test_every_year_has_a_column(known, latest, names):
    columns = columns_of(known, latest)
    assert [column.name for column in columns] == names
    for year in known:
        day = f"{year}-06-01"
        assert sum((not c.since or c.since <= day) and (not c.until or day <= c.until) for c in columns) == 1
