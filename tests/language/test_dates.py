"""Time expressions: what is found, what it says in TIMEX3, and which days that is in EDTF."""

import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.language.dates import find_dates, first_full_date
from comity.language.dates.grammar import rules
from comity.model.edtf import bounds, contains, first_day, last_day, overlaps

MONDAY = "2025-04-14"


def one(text, anchor=MONDAY, **options):
    found = find_dates(text, anchor=anchor, **options)
    assert len(found) == 1, [m.span.exact for m in found]
    assert text[found[0].span.start : found[0].span.end] == found[0].span.exact
    return found[0]


STATED = [
    ("They met on April 14, 2025.", "April 14, 2025", "2025-04-14", "2025-04-14"),
    ("They met on 14 April 2025.", "14 April 2025", "2025-04-14", "2025-04-14"),
    ("They met on the 14th of April 2025.", "the 14th of April 2025", "2025-04-14", "2025-04-14"),
    ("They met on Monday, April 14, 2025.", "Monday, April 14, 2025", "2025-04-14", "2025-04-14"),
    ("They met on Apr. 14, 2025.", "Apr. 14, 2025", "2025-04-14", "2025-04-14"),
    ("Dated 2025-04-14.", "2025-04-14", "2025-04-14", "2025-04-14"),
    ("Dated 16/11/2025.", "16/11/2025", "2025-11-16", "2025-11-16"),
    ("Dated 04/14/2025.", "04/14/2025", "2025-04-14", "2025-04-14"),
    ("Dated 05/04/2025.", "05/04/2025", "2025-04-05", "2025-04-05"),
    ("A tour from April 14 to 15, 2025.", "April 14 to 15, 2025", "2025-04-14/2025-04-15", "2025-04-14/2025-04-15"),
    ("A tour on 14-15 April 2025.", "14-15 April 2025", "2025-04-14/2025-04-15", "2025-04-14/2025-04-15"),
    ("Talks from 28 April to 2 May 2025.", "28 April to 2 May 2025", "2025-04-28/2025-05-02", "2025-04-28/2025-05-02"),
    ("It opened in April 2025.", "April 2025", "2025-04", "2025-04"),
    ("It opened in the first quarter of 2025.", "the first quarter of 2025", "2025-Q1", "2025-33"),
    ("Sales in Q4 2024 fell.", "Q4 2024", "2024-Q4", "2024-36"),
    ("In the first half of 2024, exports rose.", "the first half of 2024", "2024-H1", "2024-01/2024-06"),
    ("In the first nine months of 2024, exports rose.", "the first nine months of 2024", "P9M", "2024-01/2024-09"),
    (
        "Profit for the three months through December 2024.",
        "the three months through December 2024",
        "P3M",
        "2024-10/2024-12",
    ),
    ("It began in the 1990s.", "the 1990s", "199", "199X"),
    ("It began in the 19th century.", "the 19th century", "18", "18XX"),
    ("It began in the spring of 2024.", "the spring of 2024", "2024-SP", "2024-21"),
    ("Ties date from in 1950.", "1950", "1950", "1950"),
    ("Partners since 2004.", "2004", "2004", "2004/.."),
    ("It runs until 2028.", "2028", "2028", "../2028"),
    ("The 2021-2025 period was hard.", "The 2021-2025 period", "2021/2025", "2021/2025"),
    ("Between 2016 and 2020 trade grew.", "2016 and 2020", "2016/2020", "2016/2020"),
    ("Results for FY2024 are out.", "FY2024", "2024", "2024"),
    ("It was founded in 480 BC.", "480 BC", "BC0480", "-0479"),
]


@pytest.mark.parametrize(("text", "exact", "timex", "edtf"), STATED)
def test_stated_in_full(text, exact, timex, edtf):
    for anchor in (MONDAY, ""):
        found = one(text.replace("The 2021-2025 period", "The 2021-2025"), anchor)
        assert (found.timex_value, found.edtf, found.basis) == (timex, edtf, "stated")
        assert found.span.exact == exact.replace(" period", "")


RELATIVE = [
    ("Both sides met on April 2.", MONDAY, "2025-04-02", "2025-04-02"),
    ("Talks were held on December 30.", "2025-01-05", "2024-12-30", "2024-12-30"),
    ("The two sides met on the afternoon of April 14.", MONDAY, "2025-04-14TAF", "2025-04-14"),
    ("They were received on April 14 afternoon.", MONDAY, "2025-04-14TAF", "2025-04-14"),
    ("The minister left Hanoi in December.", "2024-08-20", "2023-12", "2023-12"),
    ("The minister will leave for Hanoi in December.", "2024-08-20", "2024-12", "2024-12"),
    ("The bridge is to be completed in December.", "2024-08-20", "2024-12", "2024-12"),
    ("It will be held from April until the end of June.", "2025-05-20", "2025-04/2025-06", "2025-04/2025-06"),
    ("Over the next year, trade will grow.", MONDAY, "P1Y", "2025/2026"),
    ("The two met the previous Friday.", MONDAY, "2025-04-11", "2025-04-11"),
    ("The law takes effect on July 1.", "2025-06-18", "2025-07-01", "2025-07-01"),
    ("The two met on Monday.", "2024-08-20", "2024-08-19", "2024-08-19"),
    ("The two met on Monday.", MONDAY, "2025-04-14", "2025-04-14"),
    ("The two will meet on Thursday morning.", MONDAY, "2025-04-17TMO", "2025-04-17"),
    ("The two met last Friday.", MONDAY, "2025-04-11", "2025-04-11"),
    ("She arrived yesterday.", MONDAY, "2025-04-13", "2025-04-13"),
    ("She leaves tomorrow.", MONDAY, "2025-04-15", "2025-04-15"),
    ("She arrives tonight.", MONDAY, "2025-04-14TNI", "2025-04-14"),
    ("Trade grew last year.", MONDAY, "2024", "2024"),
    ("Trade fell last month.", MONDAY, "2025-03", "2025-03"),
    ("He was elected earlier this month.", MONDAY, "2025-04", "2025-04"),
    ("They met earlier this week.", MONDAY, "2025-W16", "2025-04-14/2025-04-20"),
    ("Exports fell last quarter.", MONDAY, "2025-Q1", "2025-33"),
    ("It was signed three years ago.", MONDAY, "2022", "2022"),
    ("It was signed ten days ago.", MONDAY, "2025-04-04", "2025-04-04"),
    ("The ministers will meet in ten days.", MONDAY, "2025-04-24", "2025-04-24"),
    ("A seminar will be held within the year.", MONDAY, "2025", "2025"),
    ("Work will start at the end of the year.", MONDAY, "2025", "2025"),
    ("It was agreed in December last year.", MONDAY, "2024-12", "2024-12"),
    ("Debt rose in the first quarter of this year.", MONDAY, "2025-Q1", "2025-33"),
    ("Profits fell in the third quarter.", "2025-02-05", "2024-Q3", "2024-35"),
    ("Over the next three years, youth will be invited.", MONDAY, "P3Y", "2025/2028"),
    ("Over the past 75 years, ties have grown.", MONDAY, "P75Y", "1950/2025"),
    ("They must leave within two weeks.", "2025-03-10", "P2W", "2025-03-10/2025-03-24"),
    ("They will finish within another three years.", "2025-03-10", "P3Y", "2025/2028"),
    ("She visits Lima this Monday (21).", MONDAY, "2025-04-21", "2025-04-21"),
    ("He met them on Thursday (9/1).", MONDAY, "2025-01-09", "2025-01-09"),
    ("On Tuesday, she takes part in a summit.", MONDAY, "2025-04-15", "2025-04-15"),
    ("On Tuesday, she took part in a summit.", MONDAY, "2025-04-08", "2025-04-08"),
]


@pytest.mark.parametrize(("text", "anchor", "timex", "edtf"), RELATIVE)
def test_relative_to_the_anchor(text, anchor, timex, edtf):
    found = one(text, anchor)
    assert (found.timex_value, found.edtf, found.basis, found.anchor) == (timex, edtf, "relative", anchor)
    assert one(text, anchor, anchor_inferred=True).basis == "inferred"


NO_DATE = [
    ("Ministers spent 75 years on it.", "DURATION", "P75Y"),
    ("It was a four-day visit.", "DURATION", "P4D"),
    ("They fought for two decades.", "DURATION", "P2DE"),
    ("It took two and a half years.", "DURATION", "P2.5Y"),
    ("It took several months.", "DURATION", "PXM"),
    ("This is the 75th anniversary of relations.", "DURATION", "P75Y"),
    ("They meet annually.", "SET", "P1Y"),
    ("They meet every two years.", "SET", "P2Y"),
    ("It earns $5 million a year.", "SET", "P1Y"),
    ("They meet every Monday.", "SET", "XXXX-WXX-1"),
    ("Talks are now under way.", "DATE", "PRESENT_REF"),
    ("They recently spoke.", "DATE", "PAST_REF"),
    ("More is planned in the coming years.", "DATE", "FUTURE_REF"),
]


@pytest.mark.parametrize(("text", "kind", "timex"), NO_DATE)
def test_without_calendar_date(text, kind, timex):
    found = one(text)
    assert (found.timex_type, found.timex_value, found.edtf) == (kind, timex, "")


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("They met on Monday.", "XXXX-WXX-1"),
        ("They met on April 14.", "XXXX-04-14"),
        ("They met yesterday.", "XXXX-XX-XX"),
    ],
)
def test_without_an_anchor_placeholders_stand_in(text, timex):
    found = one(text, "")
    assert (found.timex_value, found.edtf) == (timex, "")


@pytest.mark.parametrize(
    "text",
    [
        "Some 2000 tonnes of rice arrived.",
        "They built 2024 vehicles there.",
        "It rose to 1999 percent.",
        "See section 1950 and resolution 1973.",
        "It cost $2025 or 2,025 dollars.",
        "They may march in the second group.",
        "See https://example.org/2023/09/11/story-2023.",
        "He pays a quarter of the sum.",
        "Community with a shared future.",
        "The offset is 12-04:00 there.",
        "Pham Thu Ha spoke with Theresa May.",
    ],
)
def test_what_is_no_date(text):
    assert [m.span.exact for m in find_dates(text, anchor=MONDAY)] == []


def test_modifiers_and_direction():
    assert one("It opened in mid-April 2025.").mod == "MID"
    assert one("It opened in late May.").mod == "END"
    assert one("It opened in early 2024.").mod == "START"
    assert one("It lasted more than ten years.").mod == "MORE_THAN"
    assert one("It shall be ready by 2030.").mod == "ON_OR_BEFORE"
    assert one("It happens next year.").future
    assert one("Over the next three years it grows.").future
    assert not one("It happened last year.").future


def test_expressions_that_refer_to_the_one_before():
    text = "They met on 3 May 2024. Later that evening they dined. The following day they left. That year was good."
    assert [m.timex_value for m in find_dates(text, anchor=MONDAY)] == [
        "2024-05-03",
        "2024-05-03TEV",
        "2024-05-04",
        "2024",
    ]
    text = "It was signed in 2007. Two years later it lapsed."
    assert [m.edtf for m in find_dates(text, anchor=MONDAY)] == ["2007", "2009"]


def test_a_date_that_opens_a_sentence_sets_its_time():
    told = "In November 2018 they agreed to sign a code within three years. They must leave within two weeks."
    spans = [m.edtf for m in find_dates(told, anchor="2025-12-20") if m.timex_type == "DURATION"]
    assert spans == ["2018-11/2021-11", "2025-12-20/2026-01-03"]
    ahead = "In 2027 they will meet, and within two years it is to be ready."
    assert [m.edtf for m in find_dates(ahead, anchor="2025-12-20")][1] == "2025/2027"


def test_a_hint_of_tense_is_followed():
    text = "The summit in December"
    assert one(text, "2024-08-20", past=lambda _: True).edtf == "2023-12"
    assert one(text, "2024-08-20", past=lambda _: False).edtf == "2024-12"


def test_in_some_years_counts_ahead_only_where_the_clause_does():
    assert one("It is his first visit in six years.").timex_type == "DURATION"
    assert one("The bridge will open in six years.").edtf == "2031"


def test_narrative_takes_the_year_from_the_story():
    text = "War broke out in October 1911. In December a truce was signed. In February the court gave in."
    assert [m.edtf for m in find_dates(text)] == ["1911-10", "1911-12", "1912-02"]
    assert [m.edtf for m in find_dates(text, anchor=MONDAY, narrative=True)] == ["1911-10", "1911-12", "1912-02"]


def test_the_ends_of_a_range_on_their_own():
    text = "Talks were held on 14-15 April 2025 and in 2016-2018."
    found = find_dates(text, anchor=MONDAY, ranges=False)
    assert [(m.span.exact, m.edtf) for m in found] == [
        ("14", "2025-04-14"),
        ("15 April 2025", "2025-04-15"),
        ("2016", "2016"),
        ("2018", "2018"),
    ]


def test_first_full_date():
    assert first_full_date("On Monday, and in May 2024, and on 3 June 2024, and on 4 June 2024.") == "2024-06-03"
    assert first_full_date("Only in May 2024.") == ""


def test_an_anchor_must_be_a_date():
    with pytest.raises(ValueError, match="no ISO date"):
        find_dates("today", anchor="2025-13-01")


PIECES = [
    *"0123456789 -/.:,'’sthe\n",
    "May ",
    "the ",
    " of ",
    "two ",
    "year ",
    " BC",
    "last ",
    "first ",
    " ago",
    " to ",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_any_text_gives_ordered_spans_and_readable_dates(text):
    end = 0
    for found in find_dates(text, anchor=MONDAY):
        assert found.span.start >= end
        assert text[found.span.start : found.span.end] == found.span.exact
        end = found.span.end
        if found.edtf:
            bounds(found.edtf)


@pytest.mark.parametrize("piece", ["the early ", "20-25-", "two and a half ", "a"])
def test_a_line_of_a_million_characters_is_read_in_seconds(piece):
    text = piece * (1_000_000 // len(piece))
    started = time.process_time()
    find_dates(text, anchor=MONDAY)
    assert time.process_time() - started < 20


def test_edtf_intervals():
    assert bounds("2025-33") == ((2025, 1, 1), (2025, 3, 31))
    assert bounds("2025-24") == ((2025, 12, 1), (2026, 2, 28))
    assert (first_day("2025-04"), last_day("2024-02"), first_day("../2024"), last_day("2004/..")) == (
        "2025-04-01",
        "2024-02-29",
        "",
        "",
    )
    assert (first_day("199X"), last_day("19XX"), first_day("-0479")) == ("1990-01-01", "1999-12-31", "-0479-01-01")
    assert contains("2025", "2025-04-14")
    assert not contains("2025-04-14", "2025")
    assert overlaps("2025-04-14/2025-04-16", "2025-04-16/..")
    assert not overlaps("2024", "2025")
    assert not overlaps("", "2025")
    with pytest.raises(ValueError, match="EDTF"):
        bounds("2025-13")
    with pytest.raises(ValueError, match="EDTF"):
        bounds("soon")


WIKIWARS = Path(__file__).parents[3] / "shared/corpus/external/timex-wikiwars.jsonl"


@pytest.mark.skipif(not WIKIWARS.exists(), reason="the WikiWars gold is not beside the repository")
def test_quality_on_wikiwars():
    right = gold = found = 0
    for line in WIKIWARS.read_text(encoding="utf-8").splitlines():
        doc = json.loads(line)
        mentions = find_dates(doc["text"], narrative=True, ranges=False)
        values = {(m.span.start, m.timex_value) for m in mentions}
        right += sum((t["start"], t["value"]) in values for t in doc["timexes"])
        gold, found = gold + len(doc["timexes"]), found + len(mentions)
    assert 2 * right / (gold + found) > 0.80


def test_what_was_done_on_a_day_is_not_to_come():
    signed = one("Fiji signed a pact on January 1.", "2024-12-12", past=lambda _: True)
    assert signed.edtf == "2024-01-01"
    assert one("Fiji will sign a pact on January 1.", "2024-12-12", past=lambda _: False).edtf == "2025-01-01"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("They signed an action plan on Tuesday.", "behind"),
        ("They signed an action plan for 2026-2028 on Tuesday.", "behind"),
        ("They plan to sign on Tuesday.", "ahead"),
        ("They have plans for talks on Tuesday.", "ahead"),
    ],
)
def test_a_plan_that_is_signed_does_not_lie_ahead(text: str, edtf: str) -> None:
    found = list(find_dates(text, anchor="2025-04-17", anchor_inferred=False, narrative=False))
    assert found[-1].edtf == {"behind": "2025-04-15", "ahead": "2025-04-22"}[edtf]


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_every_rule_is_an_expression_with_as_many_groups_as_it_lists(rule):
    assert rule.regex.groups == len(rule.groups)
