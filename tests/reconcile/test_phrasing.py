from decimal import Decimal

import pytest

from comity.model import Money
from comity.reconcile.phrasing import change, counted, date_words, figure, label, listed, money, quantity


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2025-04-14", "14 April 2025"),
        ("2025-04", "April 2025"),
        ("2025", "2025"),
        ("2025-33", "first quarter of 2025"),
        ("2025-22", "summer of 2025"),
        ("2025-04-14/2025-04-15", "14\u201315 April 2025"),
        ("2025-04-30/2025-05-02", "30 April to 2 May 2025"),
        ("2024-12-30/2025-01-02", "30 December 2024 to 2 January 2025"),
        ("2025/2035", "2025 to 2035"),
        ("2004/..", "since 2004"),
        ("../2030", "until 2030"),
        ("199X", "199X"),
        ("2025-77", "2025-77"),
        ("-0479", "-0479"),
    ],
)
def test_dates(edtf, words):
    assert date_words(edtf) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Decimal("205200000000"), "205.2 billion"),
        (Decimal("6990000000000"), "6.99 trillion"),
        (3_700_000, "3.7 million"),
        (1_234_567, "1,234,567"),
        (500_000, "500,000"),
        (Decimal("0.5"), "0.5"),
        (Decimal("-2000000000"), "-2 billion"),
        (100, "100"),
        (0, "0"),
    ],
)
def test_figures_are_never_rounded(value, words):
    assert figure(value) == words


def test_quantities_carry_their_qualifier():
    assert money(Money(Decimal("260000000000"), "USD", "more_than")) == ">260 billion USD"
    assert quantity(3_700_000, "persons", "about") == "~3.7 million persons"
    assert quantity(46, "percent", "exact") == "46 %"
    assert quantity(1, "rank") == "rank 1"
    assert change(Decimal("19.3"), "year_on_year") == "+19.3 % year on year"
    assert change(Decimal("-2"), None) == "-2 %"


def test_lists_and_counts():
    assert listed([]) == ""
    assert listed(["A"]) == "A"
    assert listed(["A", "B", "C"]) == "A, B and C"
    assert counted(1, "event") == "1 event"
    assert counted(2, "commitment") == "2 commitments"


def test_a_value_without_words_shows_itself():
    assert label("phases", "some_new_phase") == "some new phase"
