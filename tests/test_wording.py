"""Figures and dates in words."""

from __future__ import annotations

from datetime import date, timedelta
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.models import Qualifier
from summarizer.wording import VAGUE_WORDS, counted_noun, figure, number, printed_number, when

BOUND = st.none() | st.floats(min_value=0, max_value=1e10) | st.integers(min_value=0, max_value=10**10)


@pytest.mark.parametrize(
    ("low", "high", "qualifier", "unit", "words"),
    [
        (484, 484, "exact", None, "484"),
        (4000, 4000, "approximate", None, "about 4,000"),
        (4000.0, 4000.0, "approximate", "km²", "about 4,000 km²"),
        (1000, None, "more_than", None, "more than 1,000"),
        (12, None, "at_least", None, "at least 12"),
        (None, 300, "fewer_than", None, "fewer than 300"),
        (None, 300, "fewer_than", "km²", "less than 300 km²"),
        (None, 2000, "at_most", None, "up to 2,000"),
        (950, 975, "range", None, "950 to 975"),
        (200, None, "range", None, "at least 200"),
        (259, 2587, "vague", "km²", "roughly 259 to 2,587 km²"),
        (300, 900, "vague", None, "roughly 300 to 900"),
        (776.996, 776.996, "exact", "km²", "777 km²"),
        (2.59, 2.59, "exact", "km²", "2.59 km²"),
        (10_000_000, 10_000_000, "approximate", None, "about 10 million"),
        (2_500_000, 2_500_000, "exact", None, "2.5 million"),
        (250_000_000, 1_250_000_000, "range", None, "250 million to 1.25 billion"),
        (1_234_567, 1_234_567, "exact", None, "1,234,567"),
        (30, 30, "exact", "%", "30%"),
        (0, 0, "exact", None, "0"),
        (None, None, "exact", None, "unreadable in the source"),
    ],
)
def test_figure(low: float | None, high: float | None, qualifier: Qualifier, unit: str | None, words: str) -> None:
    """Each qualifier has its own words, and the number its separators and unit."""
    assert figure(low, high, qualifier, unit) == words


@pytest.mark.parametrize(("bounds", "word"), VAGUE_WORDS.items())
def test_vague_figures_are_said_as_the_source_says_them(bounds: tuple[float, float], word: str) -> None:
    """The bounds of a vague word become the word again, and land takes its unit along."""
    assert figure(*bounds, "vague") == word
    assert figure(*bounds, "vague", "km²") == f"{word} of km²"


@pytest.mark.parametrize(
    ("quote", "printed"),
    [
        ("as many as 20,00 people left in recent weeks", "20,00"),
        ("in 2019, some 1,0000 people and 3,000 cars", "1,0000"),
        ("about 20.00, it said", "20.00"),
        ("12,00 of 13,00 people", None),
        ("nobody counted", None),
        ("in 2019 many left", None),
    ],
)
def test_a_misprint_is_shown_as_printed(quote: str, printed: str | None) -> None:
    """The printed form comes from the quote, and only where one form alone can be meant."""
    words = f"{printed} (unreadable in the source)" if printed else "unreadable in the source"
    assert printed_number(quote) == printed
    assert figure(None, None, "unreadable", None, quote) == words


@pytest.mark.parametrize(
    ("as_of", "words"),
    [
        (None, "undated"),
        ("", "undated"),
        ("2018-09-13", "13 Sep 2018"),
        ("2019-03-02T09:30:00Z", "2 Mar 2019"),
        ("2018-09", "Sep 2018"),
        ("2018", "2018"),
        ("2020/2021", "2020 to 2021"),
        ("2018-09/2018-11", "Sep to Nov 2018"),
        ("2018-09-01/2018-09-13", "1 to 13 Sep 2018"),
        ("2018-09-28/2018-10-02", "28 Sep to 2 Oct 2018"),
        ("2018-12/2019-01", "Dec 2018 to Jan 2019"),
        ("2020/2021-11", "2020 to Nov 2021"),
        ("2018/2018", "2018"),
        ("2018-09/", "since Sep 2018"),
        ("../2018-09", "until Sep 2018"),
        ("2018-13", "2018-13"),
        ("last week", "last week"),
    ],
)
def test_when(as_of: str | None, words: str) -> None:
    """Dates are as precise as they are known, and what both ends of an interval share is said once."""
    assert when(as_of) == words


@settings(deadline=None)
@given(low=BOUND, high=BOUND, qualifier=st.sampled_from(get_args(Qualifier)), unit=st.sampled_from([None, "km²"]))
def test_any_figure_has_words(low: float | None, high: float | None, qualifier: Qualifier, unit: str | None) -> None:
    """No bounds are refused, and what is said is one line that never shows a None or an exponent."""
    words = figure(low, high, qualifier, unit)
    assert words.strip() == words != ""
    assert "None" not in words
    assert "e+" not in words


@settings(deadline=None)
@given(st.integers(min_value=0, max_value=10**12) | st.integers(min_value=0, max_value=10**8).map(lambda n: n * 10_000))
def test_no_digit_of_a_whole_number_is_lost(value: int) -> None:
    """A whole number can be read back from its words."""
    words = number(value)
    digits, _, scale = words.partition(" ")
    assert round(float(digits.replace(",", "")) * {"": 1, "million": 10**6, "billion": 10**9}[scale]) == value


@settings(deadline=None)
@given(first=st.dates(date(1900, 1, 1), date(2100, 1, 1)), days=st.integers(min_value=0, max_value=5000))
def test_intervals_name_their_end_whole(first: date, days: int) -> None:
    """The end of any interval is said whole, because a reader looks there for the year."""
    last = first + timedelta(days=days)
    assert when(f"{first.isoformat()}/{last.isoformat()}").endswith(when(last.isoformat()))


@settings(deadline=None)
@given(st.text(max_size=40))
def test_any_date_has_words(text: str) -> None:
    """No string is refused as a date."""
    assert when(text)


@pytest.mark.parametrize(
    ("counted", "qualifier", "words"),
    [
        ("them", "exact", ""),
        ("whom", "approximate", ""),
        ("them", "vague", "them"),
        ("houses  by\nthe river", "exact", "houses by the river"),
    ],
)
def test_a_number_needs_no_pronoun(counted: str, qualifier: Qualifier, words: str) -> None:
    """A reader says "83" and "hundreds of them", never "83 them"."""
    assert counted_noun(counted, qualifier) == words
