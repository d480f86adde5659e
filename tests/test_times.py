"""Times: which dates and periods a text names, and which ones they are."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.marking.times import find_times
from summarizer.models import Time
from summarizer.periods import period

THURSDAY = "2018-09-13"


def values(text: str, published: str | None = THURSDAY) -> list[str]:
    """Return the values found in a text, in order."""
    return [found.value for found in find_times(text, published)]


STATED = [
    ("It fell on 13 September 2018.", "2018-09-13"),
    ("It fell on September 13, 2018 02:35 PM.", "2018-09-13"),
    ("It fell on 13 Sep 2018.", "2018-09-13"),
    ("It fell on Sept. 13, 2018.", "2018-09-13"),
    ("It fell on SEPTEMBER 13, 2018.", "2018-09-13"),
    ("It fell on 2018-09-13.", "2018-09-13"),
    ("It fell on 2018-09-13T10:00:00Z.", "2018-09-13"),
    ("It fell on 2018/09/13.", "2018-09-13"),
    ("It fell on 13/09/2018.", "2018-09-13"),
    ("It fell on 09/13/2018.", "2018-09-13"),
    ("It fell on 13.09.2018.", "2018-09-13"),
    ("It fell on 5/5/2018.", "2018-05-05"),
    ("It fell on the 13th of September 2018.", "2018-09-13"),
    ("It fell on the 13th of September, 2018.", "2018-09-13"),
    ("Sat, 02 Mar 2019 17:55 GMT", "2019-03-02"),
    ("Tuesday 20th March 2018", "2018-03-20"),
    ("Wednesday, January 22, 2020", "2020-01-22"),
    ("22 January 2020, Wednesday", "2020-01-22"),
    ("Dec.14th 2018", "2018-12-14"),
    ("on 29 February 2020", "2020-02-29"),
    ("between 28 February and 3 March 2019", "2019-02-28/2019-03-03"),
    ("from 28 December to 3 January 2019", "2018-12-28/2019-01-03"),
    ("on 5-6 April 2016", "2016-04-05/2016-04-06"),
    ("from 5 to 7 April 2016", "2016-04-05/2016-04-07"),
    ("on April 5–7, 2016", "2016-04-05/2016-04-07"),
    ("from 13 September 2018 to 2 October 2018", "2018-09-13/2018-10-02"),
    ("in March 2019", "2019-03"),
    ("in March of 2019", "2019-03"),
    ("in March, 2019", "2019-03"),
    ("in Mar 2019", "2019-03"),
    ("in May 2019", "2019-05"),
    ("in early July 2018", "2018-07"),
    ("at the end of July 2018", "2018-07"),
    ("between March and May 2019", "2019-03/2019-05"),
    ("between December and February 2019", "2018-12/2019-02"),
    ("from December 2018 to February 2019", "2018-12/2019-02"),
    ("from December 2018 to February", "2018-12/2019-02"),
    ("March-May 2019", "2019-03/2019-05"),
    ("in 2021", "2021"),
    ("In 2021, the army", "2021"),
    ("back in 2008 and", "2008"),
    ("in late 2021", "2021"),
    ("early 2020", "2020"),
    ("in mid-2019", "2019"),
    ("by the end of 2021", "2021"),
    ("since the beginning of 2021", "2021"),
    ("The 2019 invasion", "2019"),
    ("the 2014 elections", "2014"),
    ("as early as 2013", "2013"),
    ("the battle (2017)", "2017"),
    ("in 1916", "1916"),
    ("in 1453", "1453"),
    ("From 2020 to late 2021, it", "2020/2021"),
    ("between 2014 and 2016", "2014/2016"),
    ("from 2014 until 2016", "2014/2016"),
    ("in 2014-2016", "2014/2016"),
    ("in 2014–16", "2014/2016"),
    ("in 2014-16", "2014/2016"),
    ("in 2020-21", "2020/2021"),
    ("the winter of 2018-19", "2018-12/2019-02"),
    ("since the winter of 2018", "2018"),
    ("in the summer of 2018", "2018-06/2018-08"),
    ("in spring 2017", "2017-03/2017-05"),
    ("in the fall of 2018", "2018-09/2018-11"),
    ("in the first half of 2018", "2018-01/2018-06"),
    ("in the second half of 2018", "2018-07/2018-12"),
    ("the third quarter of 2019", "2019-07/2019-09"),
    ("in Q4 2019", "2019-10/2019-12"),
    ("in the first three months of 2019", "2019-01/2019-03"),
    ("in the last two months of 2019", "2019-11/2019-12"),
]


@pytest.mark.parametrize(("text", "value"), STATED)
def test_what_the_words_give_whole_needs_no_publication(text: str, value: str) -> None:
    """A date, month, year or range given whole is stated, with or without a day of publication."""
    for published in (None, THURSDAY):
        assert [(t.value, t.basis) for t in find_times(text, published)] == [(value, "stated")]


@pytest.mark.parametrize(
    ("text", "begin", "until"),
    [
        ("since July 2018", "2018-07", "2018-07/2018-09"),
        ("since 2014.", "2014", "2014/2018"),
        ("since 3 September 2018", "2018-09-03", "2018-09-03/2018-09-13"),
        ("since September 2018", "2018-09", "2018-09"),
        ("since 2018", "2018", "2018"),
    ],
)
def test_since_runs_up_to_publication(text: str, begin: str, until: str) -> None:
    """What is so since a day is so up to publication, as precisely as the day is told; else the day is all there is."""
    assert values(text, THURSDAY) == [until]
    assert values(text, None) == [begin]


RESOLVED = [
    ("killed since Monday near the town", "2018-09-10/2018-09-13"),
    ("on Wednesday", "2018-09-12"),
    ("late on Monday,", "2018-09-10"),
    ("Monday night", "2018-09-10"),
    ("on Thursday", "2018-09-13"),
    ("on Friday", "2018-09-07"),
    ("the army said Tuesday", "2018-09-11"),
    ("Tuesday's attack", "2018-09-11"),
    ("a Tuesday statement", "2018-09-11"),
    ("between 2014 and last year", "2014/2017"),
    ("last Monday", "2018-09-10"),
    ("last Thursday", "2018-09-06"),
    ("this Friday", "2018-09-14"),
    ("next Thursday", "2018-09-20"),
    ("next Monday", "2018-09-17"),
    ("The talks will resume on Monday.", "2018-09-17"),
    ("On Monday the council will vote.", "2018-09-17"),
    ("The council said on Monday it will vote.", "2018-09-10"),
    ("It will be hard, he said on Monday.", "2018-09-10"),
    ("They must leave by Monday.", "2018-09-17"),
    ("By Monday the army had taken it.", "2018-09-10"),
    ("Talks are scheduled for Saturday.", "2018-09-15"),
    ("ahead of Saturday's vote", "2018-09-15"),
    ("from Monday to Wednesday", "2018-09-10/2018-09-12"),
    ("between Monday and Wednesday", "2018-09-10/2018-09-12"),
    ("on Monday last week", "2018-09-03"),
    ("on Tuesday of this week", "2018-09-11"),
    ("Monday, September 10", "2018-09-10"),
    ("yesterday", "2018-09-12"),
    ("the day before yesterday", "2018-09-11"),
    ("Today, it has a presence", "2018-09-13"),
    ("tomorrow", "2018-09-14"),
    ("the day after tomorrow", "2018-09-15"),
    ("last night", "2018-09-12"),
    ("this morning", "2018-09-13"),
    ("two days ago", "2018-09-11"),
    ("48 hours ago", "2018-09-11"),
    ("a week ago", "2018-09-03/2018-09-09"),
    ("three months ago", "2018-06"),
    ("nine months ago", "2017-12"),
    ("a year ago", "2017"),
    ("10 years ago", "2008"),
    ("last week", "2018-09-03/2018-09-09"),
    ("this week", "2018-09-10/2018-09-16"),
    ("earlier this week", "2018-09-10/2018-09-16"),
    ("next week", "2018-09-17/2018-09-23"),
    ("last weekend", "2018-09-08/2018-09-09"),
    ("over the weekend", "2018-09-08/2018-09-09"),
    ("last month", "2018-08"),
    ("this month", "2018-09"),
    ("next month", "2018-10"),
    ("last year", "2017"),
    ("last year's attacks", "2017"),
    ("late last year", "2017"),
    ("earlier this year", "2018"),
    ("since the start of the year", "2018"),
    ("in the first half of the year", "2018-01/2018-06"),
    ("over the past two days", "2018-09-11/2018-09-13"),
    ("in the past 24 hours", "2018-09-12/2018-09-13"),
    ("in the last three weeks", "2018-08-23/2018-09-13"),
    ("in the past six months", "2018-03/2018-09"),
    ("over the past year", "2017-09/2018-09"),
    ("over the last five years", "2013/2018"),
    ("in the next two weeks", "2018-09-13/2018-09-27"),
    ("last September", "2017-09"),
    ("last July", "2018-07"),
    ("this September", "2018-09"),
    ("next March", "2019-03"),
    ("in July", "2018-07"),
    ("in early July", "2018-07"),
    ("In July Russian forces left", "2018-07"),
    ("the July attack", "2018-07"),
    ("a July report", "2018-07"),
    ("in September", "2018-09"),
    ("in December", "2017-12"),
    ("since May", "2018-05/2018-09"),
    ("by December", "2018-12"),
    ("In February we will meet.", "2019-02"),
    ("The mission will end in January.", "2019-01"),
    ("from March to May", "2018-03/2018-05"),
    ("between November and March", "2017-11/2018-03"),
    ("September last year", "2017-09"),
    ("in March of this year", "2018-03"),
    ("on 3 March", "2018-03-03"),
    ("on 3 March last year", "2017-03-03"),
    ("on September 13", "2018-09-13"),
    ("the 13th of September", "2018-09-13"),
    ("on 15 September", "2018-09-15"),
    ("on 10 October", "2018-10-10"),
    ("on 15 November", "2017-11-15"),
    ("An August 11 report will be out.", "2018-08-11"),
    ("The truce will start on 15 October.", "2018-10-15"),
    ("Dec.14th", "2017-12-14"),
    ("on 5 and 6 April", "2018-04-05/2018-04-06"),
    ("between 28 August and 3 September", "2018-08-28/2018-09-03"),
    ("on 29 February", "2016-02-29"),
    ("It took effect on 20 September.", "2017-09-20"),
    ("on the 5th of this month", "2018-09-05"),
    ("over last 24 hours", "2018-09-12/2018-09-13"),
    ("last summer", "2018-06/2018-08"),
    ("last winter", "2017-12/2018-02"),
    ("this summer", "2018-06/2018-08"),
    ("in the spring", "2018-03/2018-05"),
    ("next spring", "2019-03/2019-05"),
    ("They crossed the river overnight.", "2018-09-12/2018-09-13"),
    ("in the previous 24 hours", "2018-09-12/2018-09-13"),
    ("during the week", "2018-09-06/2018-09-13"),
    ("in the first six months of the year", "2018-01/2018-06"),
    ("in the last three months of the year", "2017-10/2017-12"),
    ("on New Year's Eve", "2017-12-31"),
    ("since New Year", "2018-01-01/2018-09-13"),
    ("on Christmas Eve", "2017-12-24"),
    ("on Boxing Day", "2017-12-26"),
    ("The talks will resume after Christmas.", "2018-12-25"),
    ("The talks have to end on the last day of December.", "2018-12"),
]


@pytest.mark.parametrize(("text", "value"), RESOLVED)
def test_what_leans_on_publication_is_resolved_or_left_out(text: str, value: str) -> None:
    """A time that leans on the day of publication is worked out from it, and never guessed without it."""
    assert [(t.value, t.basis) for t in find_times(text, THURSDAY)] == [(value, "resolved")]
    assert values(text, None) == []


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("last month", "2019-01-05", "2018-12"),
        ("two months ago", "2019-01-05", "2018-11"),
        ("last week", "2019-01-02", "2018-12-24/2018-12-30"),
        ("yesterday", "2019-01-01", "2018-12-31"),
        ("yesterday", "2020-03-01", "2020-02-29"),
        ("yesterday", "2019-03-01", "2019-02-28"),
        ("next month", "2018-12-31", "2019-01"),
        ("in December", "2019-01-05", "2018-12"),
        ("In early February, they left", "2019-03-02", "2019-02"),
        ("last September", "2019-03-02", "2018-09"),
        ("last summer", "2018-07-10", "2017-06/2017-08"),
        ("attacks this weekend", "2018-09-10", "2018-09-08/2018-09-09"),
        ("attacks this weekend", "2018-09-15", "2018-09-15/2018-09-16"),
        ("They will meet this weekend.", "2018-09-12", "2018-09-15/2018-09-16"),
        ("this winter", "2019-01-10", "2018-12/2019-02"),
        ("last winter", "2019-01-10", "2017-12/2018-02"),
        ("last year", "2018-01-01", "2017"),
        ("on Monday", "2018-09-10", "2018-09-10"),
        ("last Monday", "2018-09-10", "2018-09-03"),
        ("on Monday", "2018-09-13T23:50:00-11:00", "2018-09-10"),
        ("today", "2018-09-13T14:35:00+04:00", "2018-09-13"),
        ("today", "2018-09-13T14:35:00Z", "2018-09-13"),
        ("over the weekend", "2018-09-16", "2018-09-15/2018-09-16"),
        ("last weekend", "2018-09-16", "2018-09-08/2018-09-09"),
        ("on 29 February", "2020-03-05", "2020-02-29"),
    ],
)
def test_calendar_edges(text: str, published: str, value: str) -> None:
    """Turns of the month and year, leap years, the weekday of publication and time zones are right."""
    assert values(text, published) == [value]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They left last September. That was during the same month.", ["2017-09", "2017-09"]),
        ("It fell in March 2017. Later that year it rose.", ["2017-03", "2017"]),
        ("It fell in 2017 and, in March of the same year, rose.", ["2017", "2017-03"]),
        ("It fell on 3 March 2017 and rose the following day.", ["2017-03-03", "2017-03-04"]),
        ("It fell on 3 March 2017 and rose two weeks later.", ["2017-03-03", "2017-03-13/2017-03-19"]),
        ("It had 5 in 2017, up from 4 a year earlier.", ["2017", "2016"]),
        ("It fell in 2017. The same month it rose.", ["2017"]),
        ("They met in 2014 and 2015.", ["2014", "2015"]),
        ("They met in 2014, 2015 and 2016.", ["2014", "2015", "2016"]),
        ("They met in March and May 2017.", ["2017-03", "2017-05"]),
        ("They met on 3 March 2017 and 4 April.", ["2017-03-03", "2017-04-04"]),
        ("It took the city in January 2014. In June it moved on.", ["2014-01"]),
    ],
)
def test_times_that_lean_on_each_other(text: str, expected: list[str]) -> None:
    """A time can take what it lacks from the one before, and is left out where two readings remain."""
    assert values(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "on 31 February 2018",
        "on 31 April",
        "on 29 February 2019",
        "2018-02-30",
        "03/04/2019",
        "32/13/2018",
        "in recent weeks",
        "in recent years",
        "a few days ago",
        "several months ago",
        "the past few weeks",
        "in the next few days",
        "for two days",
        "for years to come",
        "every Friday",
        "on Fridays",
        "on a Monday",
        "attacks this weekend",
        "Bloody Sunday",
        "after Friday prayers",
        "the Sunday Times reported",
        "a 14-year-old boy",
        "it may go",
        "They March on Damascus.",
        "May God help",
        "Theresa May said",
        "Russia Today reported",
        "2,000 fighters",
        "2019 people died",
        "of 2000 fighters",
        "about 2000 foreign fighters",
        "in 2000 villages",
        "between 1900 and 2000 fighters",
        "950 to 975 attacks",
        "1950 to 1975 attacks",
        "$2018 in cash",
        "Resolution 2254",
        "at 2015 GMT",
        "in the 1990s",
        "2018 km",
        "+1 555 2018",
        "https://example.org/2018/09/13/story",
        "F-2018",
        "200 May",
        "now, at present, still",
        "the last of the year's",
        "the same month",
        "that day",
        "the September 11 attacks",
        "the Arab Spring",
        "a spring of water",
        "the fall of the city",
        "her last year",
        "in 2005-08",
        "999999999 years ago",
        "The truce will last two months.",
        "more than a year ago",
        "a total of 2011",
        "on the 31st of this month",
    ],
)
def test_what_names_no_time_or_not_precisely_is_left_out(text: str) -> None:
    """Counts, names, verbs, wrong dates and what has two readings are no times."""
    assert values(text) == []


@pytest.mark.parametrize(
    "published", [None, "", "unknown", "2018", "2018-09", "2018-02-30", "2018-W37-4", "0001-01-01"]
)
def test_no_day_of_publication_resolves_nothing(published: str | None) -> None:
    """A publication that names no day is as good as none."""
    assert values("On Monday, in July and last year. But in May 2017.", published) == ["2017-05"]


def test_in_may_13_people_is_a_month_and_a_count() -> None:
    """After "in", a number behind a month is not its day."""
    assert values("In May 13 people died") == ["2018-05"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It began late on Monday, they say", "late on Monday"),
        ("ever since the end of July 2018.", "the end of July 2018"),
        ("From 2020 to late 2021, it", "2020 to late 2021"),
        ("on Tuesday 20th March 2018 it", "Tuesday 20th March 2018"),
        ("in the past two days they", "the past two days"),
        ("on Sept. 13, they", "Sept. 13"),
        ("in March\n2019", "March\n2019"),
    ],
)
def test_spans_cover_the_words_of_the_time(text: str, words: str) -> None:
    """A span covers the time with what narrows it, and no preposition before it."""
    (found,) = find_times(text, THURSDAY)
    assert text[found.start : found.end] == words


def test_an_empty_line_parts_two_times() -> None:
    """Words of two paragraphs make no time together."""
    assert values("It was March\n\n2019 people came", None) == []


_WORDS = """January May march Sept. Dec 13 13th 31 2 2018 2019 2000 -16 1,200 03/04/2019 2018-09-13 Monday Sun Sat, on
    in since from to between and until by the of last next this past same that two days weeks ago year years month week
    weekend today yesterday summer winter fall first half quarter end early late mid- earlier later . , ( ) - – / will
    said had people"""
_PIECES = st.sampled_from([*_WORDS.split(), "\n", "\n\n", " "])
_SOUP = st.lists(_PIECES, max_size=40).map(" ".join)
_PUBLISHED = st.none() | st.dates().map(str) | st.datetimes(timezones=st.timezones()).map(str) | st.text(max_size=12)


def _sound(text: str, found: list[Time]) -> None:
    end = 0
    for one in found:
        assert end <= one.start < one.end <= len(text)
        assert one.basis in ("stated", "resolved")
        start, last = period(one.value)
        assert start <= last
        end = one.end


@settings(max_examples=400, deadline=None)
@given(_SOUP, _PUBLISHED)
def test_any_soup_of_time_words_is_read_soundly(text: str, published: str | None) -> None:
    """Spans are in order, apart and within the text, and every value is a period, whatever the words."""
    _sound(text, find_times(text, published))


@settings(max_examples=200, deadline=None)
@given(st.text(), _PUBLISHED)
def test_any_text_is_read_soundly(text: str, published: str | None) -> None:
    """The same holds for any text at all."""
    _sound(text, find_times(text, published))


@settings(max_examples=200, deadline=None)
@given(_SOUP)
def test_without_publication_only_stated_or_leaning_times_remain(text: str) -> None:
    """Nothing is worked out from a day of publication that is not there."""
    stated = False
    for one in find_times(text, None):
        stated = stated or one.basis == "stated"
        assert stated


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1 ",
        "1.1",
        "2019 and ",
        "May and ",
        "May ",
        "Monday, ",
        "the last ",
        "from 2014 to ",
        "a week ",
        "of the year ",
        "-1",
        "\n",
        " ",
        "1/1/",
        "Sept",
        "will on Monday ",
        "in 2014 the same year ",
    ],
)
def test_time_is_linear_in_length(piece: str) -> None:
    """Text made to mislead is read in time: no pattern runs far from where it starts."""
    text = piece * (40_000 // len(piece))
    began = time.process_time()
    find_times(text, THURSDAY)
    assert time.process_time() - began < 5
