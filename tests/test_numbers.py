"""Numbers of running text: bounds, ranges, units, kinds and what they count."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.marking.numbers import find_quantities
from summarizer.models import Quantity

Bounds = tuple[float | None, float | None]


def only(text: str) -> Quantity:
    """Return the one quantity of a text."""
    found = find_quantities(text)
    assert len(found) == 1, [text[q.start : q.end] for q in found]
    return found[0]


def bounded(text: str) -> tuple[str, Bounds, str]:
    """Return span, bounds and qualifier of the one quantity of a text."""
    q = only(text)
    return text[q.start : q.end], (q.low, q.high), q.qualifier


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,200 people", 1200),
        ("1 200 people", 1200),
        ("1\u202f234\u202f567 people", 1_234_567),
        ("12,34,567 people", 1_234_567),
        ("1200 people", 1200),
        ("1.2 million people", 1_200_000),
        ("2.5m people", 2_500_000),
        ("3bn people", 3e9),
        ("5k people", 5000),
        ("seven people", 7),
        ("twenty-one people", 21),
        ("Three hundred and thirty-one people", 331),
        ("two hundred and two thousand people", 202_000),
        ("4 thousand 3 hundred and 21 people", 4321),
        ("a dozen people", 12),
        ("half a dozen people", 6),
        ("two dozen people", 24),
        ("half a million people", 500_000),
        ("one and a half million people", 1_500_000),
        ("2½ million people", 2_500_000),
    ],
)
def test_every_grouping_is_read(text: str, value: float) -> None:
    """A number has its value however it is grouped or spelled, and counts the noun behind it."""
    q = only(text)
    assert (q.low, q.high, q.qualifier, q.kind, q.counted) == (value, value, "exact", "count", "people")


@pytest.mark.parametrize("text", ["an estimated 20,00 people", "1,2345 people", "12,34 people", "20.000 people"])
def test_misprints_are_never_guessed(text: str) -> None:
    """A grouping that fits no convention, or fits two, gives no value."""
    q = only(text)
    assert (q.low, q.high, q.qualifier, q.counted) == (None, None, "unreadable", "people")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("484 men", ("484", (484, 484), "exact")),
        ("about 60 men", ("about 60", (60, 60), "approximate")),
        ("nearly 5,000 men", ("nearly 5,000", (5000, 5000), "approximate")),
        ("some 3,000 men", ("some 3,000", (3000, 3000), "approximate")),
        ("an estimated 10 million", ("an estimated 10 million", (10e6, 10e6), "approximate")),
        ("there may be 5,000 men", ("may be 5,000", (5000, 5000), "approximate")),
        ("~200 men", ("~200", (200, 200), "approximate")),
        ("50 or so men", ("50 or so", (50, 50), "approximate")),
        ("more than 1,000", ("more than 1,000", (1000, None), "more_than")),
        ("well over 344 men", ("well over 344", (344, None), "more_than")),
        ("at least 20", ("at least 20", (20, None), "at_least")),
        ("no fewer than 20", ("no fewer than 20", (20, None), "at_least")),
        ("200 or more", ("200 or more", (200, None), "at_least")),
        ("200 men or more", ("200 men or more", (200, None), "at_least")),
        ("60-plus men", ("60-plus", (60, None), "at_least")),
        ("100+ men", ("100+", (100, None), "at_least")),
        ("less than half a dozen", ("less than half a dozen", (None, 6), "fewer_than")),
        ("fewer than 30 men", ("fewer than 30", (None, 30), "fewer_than")),
        ("up to 1,000 men", ("up to 1,000", (None, 1000), "at_most")),
        ("as many as 2,000 men", ("as many as 2,000", (None, 2000), "at_most")),
        ("up to around 2,000 men", ("up to around 2,000", (None, 2000), "at_most")),
        ("950 to 975 men", ("950 to 975", (950, 975), "range")),
        ("between 13,000 and 15,000 men", ("between 13,000 and 15,000", (13000, 15000), "range")),
        ("from 10 to 20 men", ("from 10 to 20", (10, 20), "range")),
        ("3-5 men", ("3-5", (3, 5), "range")),
        ("2,500–3,000 men", ("2,500–3,000", (2500, 3000), "range")),
        ("2 to 3 million men", ("2 to 3 million", (2e6, 3e6), "range")),
        ("three or four men", ("three or four", (3, 4), "range")),
        ("more than 100 but fewer than 300 men", ("more than 100 but fewer than 300", (100, 300), "range")),
        ("tens of men", ("tens", (20, 99), "vague")),
        ("dozens of men", ("dozens", (24, 99), "vague")),
        ("scores of men", ("scores", (40, 99), "vague")),
        ("hundreds of men", ("hundreds", (100, 999), "vague")),
        ("thousands of men", ("thousands", (1000, 9999), "vague")),
        ("tens of thousands of men", ("tens of thousands", (10_000, 99_999), "vague")),
        ("hundreds of thousands of men", ("hundreds of thousands", (100_000, 999_999), "vague")),
        ("several hundred men", ("several hundred", (100, 999), "vague")),
        ("a few dozen men", ("a few dozen", (24, 99), "vague")),
        ("hundreds, if not thousands, of men", ("hundreds, if not thousands", (100, 9999), "vague")),
    ],
)
def test_bounds(text: str, expected: tuple[str, Bounds, str]) -> None:
    """The words before and after a number set its bounds and stand in its span."""
    assert bounded(text) == expected


@pytest.mark.parametrize("text", ["several men", "many men", "a few men", "a handful of men", "both men", "no men"])
def test_words_without_bounds_are_passed_over(text: str) -> None:
    """Words that bound nothing are no quantities."""
    assert find_quantities(text) == []


def test_a_change_is_two_figures() -> None:
    """What rose from one number to another was never between them."""
    text = "The toll rose from 10 to 14."
    assert [text[q.start : q.end] for q in find_quantities(text)] == ["10", "14"]


def test_a_preposition_is_no_bound() -> None:
    """To have power over an estimated number is not to have more than it."""
    assert bounded("ruling over an estimated 10 people")[2] == "approximate"
    assert bounded("control over 20 villages")[2] == "exact"
    assert bounded("they talked about two villages")[2] == "exact"


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("27 members and others have left", ["members"]),
        ("up to 1,000 mainly foreign students are refusing", ["mainly foreign students"]),
        ("met 12 Syrian farmers in a village", ["Syrian farmers"]),
        ("396 of factory workers and loyal friends were", ["factory workers"]),
        ("200 dead", ["dead"]),
        ("83 hurt in storms", ["hurt"]),
        ("20 trapped by the flood", ["trapped"]),
        ("5,000 American service members in Iraq", ["American service members"]),
        ("five Israeli-made cargo planes were", ["Israeli-made cargo planes"]),
        ("There could be more than 1,000.", [""]),
        ("Hundreds of them have been found", ["them"]),
        ("83 of whom left", ["whom"]),
        ("136 members of the club", ["members"]),
        ("tens of the rescue operations", ["rescue operations"]),
        ("10 Iraqi and Syrian farmers", ["Iraqi and Syrian farmers"]),
        ("12 of the 20 houses", ["houses", "houses"]),
        ("a 30-strong choir", ["choir"]),
        ("a 12-member council", ["member"]),
        ("nine people rescued and 20 others", ["people", "others"]),
        ("two 500-kg crates", ["500-kg crates", ""]),
        ("six US-made pumps", ["US-made pumps"]),
        ("four F-16s", ["F-16s", ""]),
        ("three drivers surrendered", ["drivers"]),
        ("20 arms dealers fled", ["arms dealers"]),
        ("70% of the city's 400 schools", ["schools", "schools"]),
        ("20 more people", ["people"]),
        ("killed 12\n\nRead more", [""]),
    ],
)
def test_what_is_counted(text: str, counted: list[str]) -> None:
    """The noun phrase behind a number is cut out up to its head, as it stands."""
    assert [q.counted for q in find_quantities(text)] == counted


@pytest.mark.parametrize(
    ("text", "bounds", "kind", "unit"),
    [
        ("hundreds of square miles of land", (259, 2587), "area", "km²"),
        ("around 4000 square kilometres", (4000, 4000), "area", "km²"),
        ("some 500 hectares", (5, 5), "area", "km²"),
        ("12 sq. km", (12, 12), "area", "km²"),
        ("12 km2", (12, 12), "area", "km²"),
        ("1,000 miles away", (1609, 1609), "length", "km"),
        ("a 10km road", (10, 10), "length", "km"),
        ("2 tonnes of rice", (2000, 2000), "mass", "kg"),
        ("60 mph", (96.5606, 96.5606), "speed", "km/h"),
        ("-5 degrees Celsius", (-5, -5), "temperature", "°C"),
        ("5 to 10 per cent", (5, 10), "percent", "%"),
        ("more than 30%", (30, None), "percent", "%"),
        ("$1.2 million", (1_200_000, 1_200_000), "money", "USD"),
        ("up to £2.5m", (None, 2_500_000), "money", "GBP"),
        ("millions of euros", (1e6, 9_999_999), "money", "EUR"),
        ("3,500 meticais", (3500, 3500), "money", "MZN"),
        ("5 million Swiss francs", (5e6, 5e6), "money", "CHF"),
        ("CHF 5 million", (5e6, 5e6), "money", "CHF"),
        ("Rs 40 crore", (4e8, 4e8), "money", "rupee"),
        ("30 billion baht", (3e10, 3e10), "money", "THB"),
        ("three days", (3, 3), "duration", "day"),
        ("a two-week truce", (2, 2), "duration", "week"),
        ("a 14-year-old boy", (14, 14), "age", "year"),
        ("Ann Lee, 35, said", (35, 35), "age", "year"),
        ("she was aged 14", (14, 14), "age", "year"),
        ("more than half of them", (0.5, None), "fraction", None),
        ("a third of Iraq", (1 / 3, 1 / 3), "fraction", None),
        ("four out of five houses", (0.8, 0.8), "fraction", None),
    ],
)
def test_units(text: str, bounds: Bounds, kind: str, unit: str | None) -> None:
    """Measured amounts carry their kind and unit, converted where the kind has one unit."""
    q = only(text)
    assert (q.kind, q.unit) == (kind, unit)
    assert (q.low, q.high) == pytest.approx(bounds)


@pytest.mark.parametrize(
    ("text", "span", "kind"),
    [
        ("on 13 September 2018 it", "13 September 2018", "date"),
        ("on July 4 it", "July 4", "date"),
        ("on 2018-09-13 it", "2018-09-13", "date"),
        ("since 2018 rebels", "2018", "date"),
        ("the 2018 attacks", "2018", "date"),
        ("from 2010 to 2012", "2010 to 2012", "date"),
        ("in the 1990s", "1990s", "date"),
        ("at 17:55 GMT on", "17:55 GMT", "time"),
        ("at 5 p.m. on", "5 p.m.", "time"),
        ("the third man", "third", "ordinal"),
        ("the 3rd man", "3rd", "ordinal"),
        ("the 3rd Battalion left", "3rd Battalion", "name"),
        ("an F-16 jet", "F-16", "name"),
        ("a T-72 tank", "T-72", "name"),
        ("flight MH17 was", "MH17", "name"),
        ("Resolution 2254 was", "Resolution 2254", "name"),
        ("on Highway 4 near", "Highway 4", "name"),
        ("call +44 20 7946 0958 now", "+44 20 7946 0958", "phone"),
        ("see https://example.org/a12?b=5.", "https://example.org/a12?b=5", "name"),
        ("ask bob12@example.org now", "bob12@example.org", "name"),
        ("host 192.168.0.1 is", "192.168.0.1", "name"),
    ],
)
def test_what_is_no_amount(text: str, span: str, kind: str) -> None:
    """Dates, times, ordinals, phone numbers, addresses and names are told apart from amounts."""
    q = only(text)
    assert (text[q.start : q.end], q.kind, q.counted) == (span, kind, "")


def test_four_digits_before_a_plural_are_a_count() -> None:
    """A number that could be a year counts a plural noun where nothing says that it is a year."""
    assert only("2000 farmers").kind == "count"
    assert only("up to 2000 farmers").high == 2000


@pytest.mark.parametrize(
    "text",
    ["no one", "one another", "one's own", "one day it", "the one who left", "one must go", "one of the best"],
)
def test_one_as_a_pronoun(text: str) -> None:
    """Where "one" stands for somebody it is no number."""
    assert find_quantities(text) == []


@pytest.mark.parametrize(
    ("text", "counted"),
    [("one farmer", "farmer"), ("one of the men", "men"), ("and one was found", ""), ("at least one man", "man")],
)
def test_one_as_a_count(text: str, counted: str) -> None:
    """Where "one" counts it has the value 1 and its noun."""
    q = only(text)
    assert (q.low, q.counted) == (1, counted)


_PIECES = st.sampled_from(
    "a an one two twenty twenty-one hundred thousand million dozen dozens tens scores half third thirds quarter few "
    "several and or of the to from between in out over under more less fewer than at least most up as many equal or "
    "about nearly estimated plus minus point - – / . , : $ % + 12 1,200 20,00 3.5 2018 9/11 10:30 12th 99 1e5 km "
    "square miles year years old -year-old May March Monday people farmers injured NATO US-backed mainly them whom "
    "F-16 Resolution is were \n \n\n ½ ° ' ’ ( ) 192.168.0.1 x@y.z http://a/1 +44".split(" ")
)


@given(st.one_of(st.text(), st.lists(_PIECES, max_size=25).map(" ".join), st.lists(_PIECES, max_size=25).map("".join)))
def test_any_text_keeps_the_contract(text: str) -> None:
    """On any text spans are in order, inside and apart; counted is a slice; low is at most high; nothing raises."""
    at = 0
    for q in find_quantities(text):
        assert at <= q.start < q.end <= len(text)
        at = q.end
        if q.low is not None and q.high is not None:
            assert q.low <= q.high
        if q.counted:
            assert text[q.counted_start : q.counted_end] == q.counted
        else:
            assert (q.counted_start, q.counted_end) == (-1, -1)


def test_offsets_are_of_the_text_as_given() -> None:
    """Typographic signs, wide letters and line ends do not move an offset."""
    text = "İstanbul’s 𝟚 “İİ” – said:\r\nabout\u00a01\u202f200 men’s clubs"
    q = find_quantities(text)[-1]
    assert text[q.start : q.end] == "about\u00a01\u202f200"
    assert q.counted == "men’s clubs"
