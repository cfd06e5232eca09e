import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.errors import UsageError
from comity.ingest.dates import iso_date, required_date


@pytest.mark.parametrize(
    "written",
    [
        "2025-04-14",
        "2025-04-14T23:30:00+07:00",
        "2025-04-14 08:00",
        "20250414",
        "2025/4/14",
        "14/04/2025",
        "14.4.2025",
        "4/14/2025",
        "April 14, 2025",
        "14 April 2025",
        "14th April, 2025",
        "Apr. 14 2025",
        "Monday, April 14, 2025",
        "Mon, 14 Apr 2025 01:00:00 +0700",
        "  april 14th, 2025 ",
    ],
)
def test_a_day_as_people_write_it(written):
    assert iso_date(written) == "2025-04-14"


@pytest.mark.parametrize(
    "written", ["", "soon", "2025-04", "2025", "2025-02-30", "04/05/2025", "April 2025", "31 Nov 2024"]
)
def test_no_certain_day(written):
    assert iso_date(written) == ""


def test_an_option_that_is_no_date_is_refused():
    assert required_date("") == ""
    with pytest.raises(UsageError, match="'04/05/2025' is not one certain day; write it as 2025-04-14"):
        required_date("04/05/2025")


@given(st.dates())
def test_iso_dates_stay(day):
    assert iso_date(day.isoformat()) == day.isoformat()


@given(st.text(max_size=40))
def test_anything_else_is_empty_or_a_date(written):
    assert len(iso_date(written)) in (0, 10)
