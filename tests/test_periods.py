"""Periods: what an ISO value covers, and whether two of them meet."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.periods import overlap_or_near, period

_DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31))


@pytest.mark.parametrize(
    ("value", "start", "end"),
    [
        ("2018-09-13", date(2018, 9, 13), date(2018, 9, 13)),
        ("2018-07", date(2018, 7, 1), date(2018, 7, 31)),
        ("2018-12", date(2018, 12, 1), date(2018, 12, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("1900-02", date(1900, 2, 1), date(1900, 2, 28)),
        ("2021", date(2021, 1, 1), date(2021, 12, 31)),
        ("2020/2021", date(2020, 1, 1), date(2021, 12, 31)),
        ("2018-12/2019-02", date(2018, 12, 1), date(2019, 2, 28)),
        ("2018-09/2019", date(2018, 9, 1), date(2019, 12, 31)),
        ("2018-09-10/2018-09-13", date(2018, 9, 10), date(2018, 9, 13)),
        ("2018-09-13T14:35:00+04:00", date(2018, 9, 13), date(2018, 9, 13)),
        ("2018-09-13T14:35:00Z", date(2018, 9, 13), date(2018, 9, 13)),
        ("2018-09-13 14:35", date(2018, 9, 13), date(2018, 9, 13)),
    ],
)
def test_period_gives_first_and_last_day(value: str, start: date, end: date) -> None:
    """Every form of a value covers the days from its first to its last."""
    assert period(value) == (start, end)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "soon",
        "2018-13",
        "2018-00",
        "2018-02-30",
        "2018-09-00",
        "0000",
        "18",
        "2018-9",
        "2019/2018",
        "2018/",
        "/2018",
        "2018/2019/2020",
        "2018-09-13T",
        "٢٠١٨",
    ],
)
def test_period_refuses_what_is_no_value(value: str) -> None:
    """What is no ISO value, or ends before it starts, is refused by a ValueError."""
    with pytest.raises(ValueError, match=r".+"):
        period(value)


@pytest.mark.parametrize(
    ("a", "b", "days", "meet"),
    [
        ("2018-09", "2018-09-13", 0, True),
        ("2018-09-10", "2018-09-11", 0, False),
        ("2018-09-10", "2018-09-11", 1, True),
        ("2018-08", "2018-09", 0, False),
        ("2018-08", "2018-09", 1, True),
        ("2018", "2019", 30, True),
        ("2018-01", "2018-12-31", 30, False),
        ("2020/2021", "2021-06", 0, True),
        ("2018-09-13", "2018-10-13", 30, True),
        ("2018-09-13", "2018-10-14", 30, False),
    ],
)
def test_overlap_or_near(a: str, b: str, days: int, meet: bool) -> None:
    """Two values meet when they share a day or lie within so many days, in either order."""
    assert overlap_or_near(a, b, days=days) is meet
    assert overlap_or_near(b, a, days=days) is meet


@given(_DAYS, st.integers(0, 4000))
def test_any_interval_of_days_is_itself(start: date, length: int) -> None:
    """An interval of two days covers just these and all between."""
    end = start + timedelta(days=length)
    assert period(f"{start.isoformat()}/{end.isoformat()}") == (start, end)


@given(_DAYS)
def test_a_day_lies_in_its_month_and_year(day: date) -> None:
    """A day overlaps its own month and its own year."""
    assert overlap_or_near(day.isoformat(), f"{day:%Y-%m}", days=0)
    assert overlap_or_near(day.isoformat(), f"{day:%Y}", days=0)
