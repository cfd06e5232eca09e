from __future__ import annotations

import itertools
import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.language.amounts import find_amounts
from comity.language.currencies import national
from comity.model.amounts import Quantity


def one(text: str) -> Quantity:
    found = find_amounts(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "exact", "value", "unit"),
    [
        ("trade worth $260 billion", "$260 billion", 260_000_000_000, "USD"),
        ("a US$8.3 bn loan", "US$8.3 bn", 8_300_000_000, "USD"),
        ("8.3 billion USD in all", "8.3 billion USD", 8_300_000_000, "USD"),
        ("VND 203 trillion", "VND 203 trillion", 203 * 10**12, "VND"),
        ("VND203,000 billion", "VND203,000 billion", 203 * 10**12, "VND"),
        ("a €5m grant", "€5m", 5_000_000, "EUR"),
        ("1.2 billion euros", "1.2 billion euros", 1_200_000_000, "EUR"),
        ("100 million yuan", "100 million yuan", 100_000_000, "CNY"),
        ("RMB 3bn", "RMB 3bn", 3_000_000_000, "CNY"),
        ("a $1.2-billion plant", "$1.2-billion", 1_200_000_000, "USD"),
        ("the U.S. $40 million credit", "U.S. $40 million", 40_000_000, "USD"),
        ("S$11 billion", "S$11 billion", 11_000_000_000, "SGD"),
        ("Rs 500 crore", "Rs 500 crore", 5_000_000_000, "INR"),
        ("12 lakh rupees", "12 lakh rupees", 1_200_000, "INR"),
        ("75 USD million", "75 USD million", 75_000_000, "USD"),
        ("30 million Danish kroner", "30 million Danish kroner", 30_000_000, "DKK"),
    ],
)
def test_money_is_read_with_its_currency_on_either_side(text: str, exact: str, value: int, unit: str) -> None:
    found = one(text)
    assert (found.span.exact, found.value, found.unit) == (exact, value, unit)
    assert found.is_money


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("78.3%", "78.3", "percent"),
        ("13.5 pct", "13.5", "percent"),
        ("five per cent", "5", "percent"),
        ("a three-percent rate", "3", "percent"),
        ("3 percentage points", "3", "percentage_point"),
        ("25 basis points", "25", "basis_point"),
        ("down -4.5 percent", "-4.5", "percent"),
        ("two-thirds of the vote", "0.6666666666666666666666666667", "share"),
    ],
)
def test_shares(text: str, value: str, unit: str) -> None:
    found = one(text)
    assert (found.value, found.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("twenty-five", 25),
        ("two hundred", 200),
        ("three hundred and twelve", 312),
        ("one million two hundred thousand", 1_200_000),
        ("half a million", 500_000),
        ("one and a half million", 1_500_000),
        ("3 million and a half", 3_500_000),
        ("a dozen", 12),
        ("half a dozen", 6),
        ("two dozen", 24),
        ("1,234,567", 1_234_567),
        ("1 234 567", 1_234_567),
        ("12,34,567", 1_234_567),
        ("1.234.567", 1_234_567),
        ("10k", 10_000),
        ("six point five million", 6_500_000),
        ("minus five", -5),
    ],
)
def test_numbers_in_digits_and_words(text: str, value: int) -> None:
    assert one(text).value == value


@pytest.mark.parametrize(
    "text",
    [
        "dozens of deals",
        "tens of thousands of people",
        "several hundred metres away",
        "in 2024",
        "between 2020 and 2025",
        "on April 14, 2025",
        "from 14 to 15 April",
        "the 14th of May",
        "at 10:30 on Monday",
        "updated 2025-04-17 11:03:26-04:00",
        "17/04/2025",
        "under Article 5",
        "the G20, the F-35 and COVID-19",
        "a 3+3 dialogue",
        "see https://example.org/a/100?b=25%20",
        "10.0.0.1",
        "the one they prefer",
        "the first quarter",
        "top leaders",
        "one of the largest partners",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    assert find_amounts(text) == []


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1.58 million Laotian tourists", 1_580_000, "tourist"),
        ("two hundred people", 200, "people"),
        ("5m visitors", 5_000_000, "visitor"),
        ("12 new joint projects", 12, "project"),
        ("a 180-kilometre canal", 180, "kilometre"),
        ("665km of track", 665, "kilometre"),
        ("1,800-megawatt", 1800, "megawatt"),
        ("2,600 sq km", 2600, "square kilometre"),
        ("1.6 million barrels per day", 1_600_000, "barrel per day"),
        ("500 tons", 500, "tonne"),
        ("three countries", 3, "country"),
        ("doubled", 2, "times"),
    ],
)
def test_what_a_number_counts(text: str, value: int, unit: str) -> None:
    found = one(text)
    assert (found.value, found.unit) == (value, unit)


@pytest.mark.parametrize(
    ("text", "exact", "qualifier"),
    [
        ("with over 90% of it", "over 90%", "more_than"),
        ("trade exceeded $5 billion", "exceeded $5 billion", "more_than"),
        ("more than a dozen pacts", "more than a dozen pacts", "more_than"),
        ("at least 30 towns", "at least 30 towns", "more_than"),
        ("a 50-plus majority", "50-plus", "more_than"),
        ("200 or more ships", "200 or more", "more_than"),
        ("up to $3 million", "up to $3 million", "less_than"),
        ("fewer than ten boats", "fewer than ten boats", "less_than"),
        ("nearly 30 percent", "nearly 30 percent", "about"),
        ("some 60,000 people", "some 60,000 people", "about"),
        ("an estimated 4 million", "an estimated 4 million", "about"),
        ("exactly 7 people", "7 people", "exact"),
    ],
)
def test_the_span_holds_the_word_that_qualifies(text: str, exact: str, qualifier: str) -> None:
    found = one(text)
    assert (found.span.exact, found.qualifier) == (exact, qualifier)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("5 to 7 percent", 5, 7, "percent"),
        ("$2-3 billion", 2 * 10**9, 3 * 10**9, "USD"),
        ("$10-$15 million", 10 * 10**6, 15 * 10**6, "USD"),
        ("a 10–15 hour drive", 10, 15, "hour"),
        ("between 20 and 30 ships", 20, 30, "ship"),
    ],
)
def test_ranges(text: str, low: int, high: int, unit: str) -> None:
    found = one(text)
    assert (found.value, found.upper, found.unit) == (low, high, unit)


def test_from_one_value_to_another_is_no_range() -> None:
    found = find_amounts("rose from 10 to 15 percent")
    assert [(one.value, one.unit, one.upper) for one in found] == [(10, "percent", None), (15, "percent", None)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("the largest trading partner", 1),
        ("its second-largest market", 2),
        ("the third biggest lender", 3),
        ("the number one supplier", 1),
        ("the top investor", 1),
        ("it ranked fifth", 5),
    ],
)
def test_ranks(text: str, place: int) -> None:
    found = one(text)
    assert (found.value, found.unit) == (place, "rank")


def test_a_part_of_a_total() -> None:
    part, total = find_amounts("408 out of 420 deputies were present")
    assert (part.value, part.unit) == (408, "deputy")
    assert (total.value, total.unit, total.rule) == (420, "deputy", "total")


def test_ordinals_are_told_from_numbers() -> None:
    found = one("the 60th anniversary")
    assert (found.value, found.unit) == (60, "ordinal")


def test_skipped_stretches_yield_nothing_and_are_not_bridged() -> None:
    text = "more than three weeks 20 people"
    assert [q.span.exact for q in find_amounts(text, skip=[(10, 21)])] == ["20 people"]


def test_a_blank_line_is_not_bridged() -> None:
    text = "it reached 12\n\nprojects"
    assert [(q.span.exact, q.unit) for q in find_amounts(text)] == [("12", "")]


@given(st.text(alphabet="0123456789.,-$€% abmknot\n", max_size=200))
def test_spans_are_ordered_apart_and_exact(text: str) -> None:
    found = find_amounts(text)
    assert all(text[q.span.start : q.span.end] == q.span.exact for q in found)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))


@pytest.mark.parametrize(
    "piece", ["1 111 ", "hundred and ", "5 to ", "twenty-", "more than ", "$", "1,", "x@", "9" * 9]
)
def test_time_is_linear_on_hostile_text(piece: str) -> None:
    start = time.perf_counter()
    find_amounts(piece * 20_000)
    assert time.perf_counter() - start < 20


def test_a_common_name_of_a_currency_is_that_of_the_state_that_has_one() -> None:
    (pesos,) = find_amounts("9 million pesos")
    assert [a.unit for a in national([pesos], ("MEX", "GTM"))] == ["MXN"]
    assert [a.unit for a in national([pesos], ("MEX", "ARG"))] == ["peso"]
    assert [a.unit for a in national([pesos], ("GTM",))] == ["peso"]
    at = pesos.span.start
    named = [(at - 9, "ARG"), (at - 4, "MEX")]
    assert [a.unit for a in national([pesos], ("MEX", "ARG"), named)] == ["ARS"]


def test_numbers_before_one_percent_sign_are_percentages() -> None:
    assert [(a.value, a.unit) for a in find_amounts("duties of 40 and 60 per cent")] == [
        (40, "percent"),
        (60, "percent"),
    ]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("R33 billion", "ZAR"),
        ("N33 billion", "NGN"),
        ("GH¢33 million", "GHS"),
        ("S/33 million", "PEN"),
        ("HUF 330 bn", "HUF"),
        ("RON 3 million", "RON"),
        ("the K2 summit", ""),
        ("the N95 masks", ""),
        ("at COP 28", ""),
    ],
)
def test_letters_that_mean_a_currency_before_millions(text: str, unit: str) -> None:
    """One letter, or a code that is also a word, means a currency only before millions."""
    assert {q.unit for q in find_amounts(f"It came to {text}.")} <= {unit, "mask", "summit"}
    assert not unit or [q.unit for q in find_amounts(f"It came to {text}.")] == [unit]


@pytest.mark.parametrize(
    ("written", "states", "code"),
    [
        ("Rs85 billion", ("PAK", "SAU"), "PKR"),
        ("300 billion rupees", ("IND", "FRA"), "INR"),
        ("300 billion rupees", ("FRA", "DEU"), "INR"),
        ("9 billion pounds", ("EGY", "FRA"), "EGP"),
        ("£9 billion", ("EGY", "FRA"), "GBP"),
        ("4 billion dirhams", ("MAR", "ESP"), "MAD"),
        ("4 billion dirhams", ("ARE", "ESP"), "AED"),
    ],
)
def test_a_shared_name_means_the_currency_of_the_state_that_is_meant(
    written: str, states: tuple[str, ...], code: str
) -> None:
    assert [a.unit for a in national(find_amounts(written), states, (), written)] == [code]


def test_an_over_of_the_verb_makes_no_sum_larger() -> None:
    assert one("China rolled over a 2-billion-dollar loan.").qualifier == "exact"
    assert one("China rolled over 2 billion dollars.").qualifier == "exact"
    assert one("China paid over 2 billion dollars.").qualifier == "more_than"
    assert one("China and Laos signed over 30 agreements.").qualifier == "more_than"
