from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from merging_samples import FLOOD, actor, article, brief, figure, lines_of, place

from summarizer.merging import merge
from summarizer.merging.intervals import Interval, interval
from summarizer.models import Estimate, StrengthLine

SEP = {"as_of": "2018-09"}
RESCUERS = {"measure": "rescuers", "counted": "rescuers", "holder": "Dorn Relief Agency"}

# What one article says, what another says, and how the two stand. An article's outlet is its key in capitals, "" is an
# article without an outlet, and the same key twice is one article.
PAIRS: list[tuple[str, str, Estimate, str, Estimate]] = [
    ("agreed", "a", figure(58, said_by="River Watch"), "b", figure(58, said_by="Red Cross")),
    ("agreed", "a", figure(58), "b", figure(58)),
    ("agreed", "a", figure(58), "b", figure(50, None, "at_least", said_by="River Watch")),
    ("agreed", "a", figure(4000, None, "approximate", **RESCUERS), "b", figure(4300, None, "approximate", **RESCUERS)),
    ("agreed", "a", figure(100, 999, "vague"), "b", figure(484, said_by="Red Cross")),
    ("agreed", "a", figure(58, as_of="2018-03"), "b", figure(58, as_of="2018-03-20")),
    ("agreed", "a", figure(58, as_of="2018-03-05"), "b", figure(58, as_of="2018-03-06")),
    (
        "agreed",
        "a",
        figure(20, as_of="2018-09-13", as_of_basis="publication", **RESCUERS),
        "b",
        figure(20, as_of="2018-09-18", as_of_basis="publication", **RESCUERS),
    ),
    ("single", "a", figure(58, said_by="River Watch"), "b", figure(58, said_by="River Watch")),
    ("single", "a", figure(58, said_by="River Watch", as_of=None), "b", figure(58, said_by="River Watch")),
    ("single", "a", figure(58, said_by="River Watch"), "b", figure(58, said_by="RW", via=("AFP",))),
    ("single", "", figure(58), "b", figure(58)),
    ("single", "a", figure(58, said_by="local residents"), "b", figure(58, said_by="River Watch")),
    ("single", "a", figure(58, assertion="reported"), "b", figure(58, said_by="River Watch")),
    ("single", "a", figure(2000, None, "at_most", said_by="River Watch"), "a", figure(2000, None, "approximate")),
    ("single", "a", figure(2000, None, "at_most"), "a", figure(2000, None, "approximate", place=None)),
    ("contested", "a", figure(58, said_by="River Watch"), "b", figure(12, said_by="Red Cross")),
    ("contested", "a", figure(58, said_by="River Watch"), "b", figure(12)),
    ("contested", "a", figure(1000, None, "more_than", said_by="River Watch"), "a", figure(1000, None, "at_most")),
    (
        "contested",
        "a",
        figure(1000, None, "more_than", said_by="Mustafa Bali", as_of=None),
        "a",
        figure(1000, None, "at_most", as_of=None),
    ),
    ("contested", "a", figure(950, 975, "range"), "b", figure(976, said_by="River Watch")),
    ("contested", "a", figure(4000, None, "approximate"), "b", figure(4500, None, "approximate")),
    ("contested", "a", figure(58, None, "fewer_than"), "b", figure(58, said_by="River Watch")),
    ("contested", "", figure(58), "", figure(12, said_by="River Watch")),
    ("contested", "a", figure(58, said_by="River Watch"), "b", figure(58, said_by="Red Cross", assertion="denied")),
    ("contested", "a", figure(58, said_by="River Watch"), "b", figure(80, said_by="River Watch")),
    ("updated", "a", figure(58, said_by="River Watch"), "b", figure(72, said_by="River Watch", as_of="2018-03-08")),
    ("updated", "a", figure(2000, **RESCUERS), "a", figure(900, **{**RESCUERS, "as_of": "2019-01"})),
    (
        "updated",
        "a",
        figure(2000, said_by="River Watch", **RESCUERS, **SEP),
        "b",
        figure(500, said_by="River Watch", as_of="2019-03", **RESCUERS),
    ),
    ("not_comparable", "a", figure(58, as_of=None), "b", figure(12)),
    ("not_comparable", "a", figure(58, as_of=None), "b", figure(58, as_of=None)),
    ("not_comparable", "a", figure(58, as_of="2016-03"), "b", figure(12, as_of="2018-03")),
    ("not_comparable", "a", figure(58, as_of="2018"), "b", figure(12, as_of="2018-03-05")),
    ("not_comparable", "a", figure(58, said_by="River Watch"), "a", figure(12, said_by="River Watch")),
    ("not_comparable", "a", figure(58), "b", figure(12, counted="children")),
    ("not_comparable", "a", figure(46, counted="truckloads"), "b", figure(5000, None, "approximate", counted="people")),
    (
        "not_comparable",
        "a",
        figure(12, measure="engines", counted="pumps", holder="RW"),
        "b",
        figure(3, measure="engines", counted="boats", holder="RW"),
    ),
    (
        "not_comparable",
        "a",
        figure(12, place=None, as_of=None),
        "a",
        figure(3, place=None, as_of=None, said_by="Red Cross"),
    ),
    (
        "not_comparable",
        "a",
        figure(4000, None, "approximate", measure="flooded", unit="km²", counted="", holder="RW"),
        "b",
        figure(
            4000, None, "approximate", measure="flooded", unit="km²", counted="", holder="RW", place=None, as_of=None
        ),
    ),
    (
        "not_comparable",
        "a",
        figure(58, said_by="River Watch"),
        "b",
        figure(12, said_by="Red Cross", assertion="denied"),
    ),
]

NAMED = [actor("Red Cross"), actor("Mustafa Bali", "person"), actor("Dorn Relief Agency")]


def _lines(first: str, one: Estimate, second: str, other: Estimate) -> list[StrengthLine]:
    if first == second and first:
        briefs = [brief(article(first, outlet=first.upper()), actors=NAMED, figures=[one, other])]
    else:
        briefs = [
            brief(article(f"{n}{key}", outlet=key.upper() or None), actors=NAMED, figures=[each])
            for n, (key, each) in enumerate(((first, one), (second, other)))
        ]
    return lines_of(merge(briefs, FLOOD))


@pytest.mark.parametrize(("status", "first", "one", "second", "other"), PAIRS)
def test_pairs_of_figures_get_their_status(
    status: str, first: str, one: Estimate, second: str, other: Estimate
) -> None:
    """Each pair is one line with the right status; bounds are given for single and agreed alone."""
    lines = _lines(first, one, second, other)
    assert [line.status for line in lines] == [status]
    has_bounds = lines[0].low is not None or lines[0].high is not None
    assert has_bounds == (status in ("single", "agreed"))


def test_equal_extents_in_a_country_and_in_a_part_of_it_are_one_line() -> None:
    """The same area told of a country and of its desert looks alike: one line says that the places differ."""
    land = {"measure": "flooded", "unit": "km²", "counted": "", "holder": "RW"}
    sites = [place("Vesk", "UA"), place("Amsel", "UA")]
    briefs = [
        brief("a", places=sites, figures=[figure(4000, place="Vesk", **land)]),
        brief("b", places=sites[:1], figures=[figure(4000, place="Vesk", **land), figure(900, place="Vesk", **land)]),
        brief("c", places=sites, figures=[figure(4000, place="Amsel", **land)]),
    ]
    found = [line for line in lines_of(merge(briefs, FLOOD)) if line.place == "Amsel"]
    assert [(line.status, line.low) for line in found] == [("not_comparable", None)]
    assert found[0].text.endswith("their places differ or are not given")


def test_a_repeat_in_one_article_is_one_estimate() -> None:
    """A figure told twice in one article is one estimate, in the words of whoever is named, with both pieces of it."""
    told = figure(2000, None, "at_most", id="x", said_by="River Watch")
    again = figure(2000, None, "approximate", id="y", place=None, as_of=None)
    (line,) = lines_of(merge([brief("a", actors=[actor("RW")], figures=[again, told])], FLOOD))
    assert [(e.said_by, e.qualifier, e.articles) for e in line.estimates] == [("River Watch", "at_most", ("a",))]


def test_there_are_pairs_enough() -> None:
    """The pairs are as many as the issue asks for, and show every status."""
    assert len(PAIRS) >= 25
    assert {p[0] for p in PAIRS} == {"single", "agreed", "contested", "updated", "not_comparable"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"place": "Dorn"}, {"place": "Vesk"}),
        ({"holder": "residents"}, {"holder": "Red Cross"}),
        ({}, {"measure": "rescuers"}),
        ({"holder": None, "place": None}, {"holder": None, "place": None}),
    ],
)
def test_figures_of_another_place_holder_or_measure_stay_apart(one: dict[str, Any], other: dict[str, Any]) -> None:
    """What is not about the same is never on one line, however alike the numbers."""
    assert len(_lines("a", figure(58, **one), "b", figure(58, **other))) == 2


def test_agreed_bounds_are_what_all_allow_and_no_average() -> None:
    """The bounds of an agreed line are bounds that somebody gave."""
    (line,) = _lines("a", figure(950, 975, "range"), "b", figure(960, None, "at_least", said_by="River Watch"))
    assert (line.status, line.low, line.high) == ("agreed", 960, 975)
    (line,) = _lines("a", figure(4000, None, "approximate"), "b", figure(4200, None, "approximate"))
    assert (line.low, line.high) == (4000, 4200)


def test_a_part_stands_after_its_whole_and_contests_nothing() -> None:
    """A whole and its part, "about 4,000, including 800 foreigners", are no two claims."""
    whole = figure(4000, None, "approximate", id="w", said_by="River Watch", **RESCUERS)
    part = figure(800, id="p", part_of="w", said_by="River Watch", **{**RESCUERS, "counted": "foreigners"})
    other = figure(150, id="q", part_of="w", said_by="River Watch", **{**RESCUERS, "place": "Vesk"})
    (line,) = lines_of(merge([brief("a", actors=NAMED, figures=[other, part, whole])], FLOOD))
    assert line.status == "single"
    assert [e.low for e in line.estimates] == [4000, 800, 150] or [e.low for e in line.estimates] == [4000, 150, 800]
    assert {e.part_of for e in line.estimates[1:]} == {line.estimates[0].id}
    assert (line.low, line.high) == (4000, 4000)
    assert "about 4,000 (River Watch, 5 Mar 2018), of them" in line.text
    assert "800 foreigners" in line.text
    assert "150 rescuers in Vesk" in line.text


def test_a_part_with_a_holder_of_its_own_has_a_line_of_its_own() -> None:
    """Of 880 dead, the 484 of one side are that side's figure."""
    whole = figure(880, id="w", holder=None)
    part = figure(484, id="p", part_of="w", holder="Red Cross")
    lines = lines_of(merge([brief("a", actors=NAMED, figures=[whole, part])], FLOOD))
    assert {(line.holder, line.low) for line in lines} == {(None, 880), ("Red Cross", 484)}


def test_undated_figures_come_after_dated_ones_in_time_order() -> None:
    """A line tells its figures in the order of their times."""
    times = ["2018-03-09", None, "2018-03-05", "2017"]
    briefs = [brief(f"a{n}", figures=[figure(50 + 20 * n, as_of=t)]) for n, t in enumerate(times)]
    (line,) = lines_of(merge(briefs, FLOOD))
    assert [e.as_of for e in line.estimates] == ["2017", "2018-03-05", "2018-03-09", None]


def test_copies_count_once_with_the_original_as_origin() -> None:
    """Three copies of one article are one origin, and all of them are named."""
    briefs = [
        brief(article("a", outlet="Wire"), figures=[figure(58)]),
        brief(article("b", outlet="Paper", copy_of="a"), figures=[figure(58)]),
        brief(article("c", copy_of="a"), figures=[figure(58)]),
    ]
    (line,) = lines_of(merge(briefs, FLOOD))
    assert line.status == "single"
    assert [(e.origin, e.articles) for e in line.estimates] == [("Wire", ("a", "b", "c"))]


@pytest.mark.parametrize(
    "text",
    [
        "Lina Mokhtar, a spokeswoman for River Watch, said 58 died.",
        "Lina Mokhtar, the director of the River Watch, said 58 died.",
        "Lina Mokhtar, who speaks for River Watch, said 58 died.",
        "RW spokeswoman Lina Mokhtar said 58 died.",
        "The spokeswoman for River Watch, Lina Mokhtar, said 58 died.",
    ],
)
def test_a_spokespersons_figure_is_the_organisations(text: str) -> None:
    """A figure of somebody who speaks for a body, and the body's own, have one origin."""
    spoken = brief(
        article("a", text),
        actors=[actor("Lina Mokhtar", "person", text=text), actor("River Watch", "body", "RW")],
        figures=[figure(58, said_by="Lina Mokhtar")],
    )
    own = brief("b", actors=[actor("RW")], figures=[figure(58, said_by="RW")])
    (line,) = lines_of(merge([spoken, own], FLOOD))
    assert line.status == "single"
    assert {e.origin for e in line.estimates} == {"River Watch"}


@pytest.mark.parametrize(
    "text",
    [
        "Lina Mokhtar, a former director of River Watch, said 58 died.",
        "Lina Mokhtar, a critic of River Watch, said 58 died.",
        "Lina Mokhtar met the head of River Watch. She said 58 died.",
        "Lina Mokhtar, an expert on floods, told River Watch that 58 died.",
    ],
)
def test_who_does_not_speak_for_a_body_is_an_origin_of_their_own(text: str) -> None:
    """Critics, former officers and those who only meet a body give figures of their own."""
    spoken = brief(
        article("a", text),
        actors=[actor("Lina Mokhtar", "person", text=text), actor("River Watch")],
        figures=[figure(58, said_by="Lina Mokhtar")],
    )
    (line,) = lines_of(merge([spoken], FLOOD))
    assert [e.origin for e in line.estimates] == ["Lina Mokhtar"]


def test_a_described_spokesperson_speaks_for_the_body() -> None:
    """Without a name, "the RW spokesman" is River Watch, and "sources close to RW" are not."""
    who = [actor("River Watch", "body", "RW")]
    (line,) = lines_of(merge([brief("a", actors=who, figures=[figure(58, said_by="the RW spokesman")])], FLOOD))
    assert line.estimates[0].origin == "River Watch"
    (line,) = lines_of(merge([brief("a", actors=who, figures=[figure(58, said_by="officials close to RW")])], FLOOD))
    assert line.estimates[0].origin == "officials close to RW"


def test_without_any_speaker_the_origin_is_the_outlet_else_the_article() -> None:
    """An article's own figure is its outlet's."""
    (line,) = lines_of(merge([brief(article("a", outlet="RW"), figures=[figure(58)])], FLOOD))
    assert line.estimates[0].origin == "River Watch"
    (line,) = lines_of(merge([brief("a", figures=[figure(58)])], FLOOD))
    assert line.estimates[0].origin == "a"


def test_a_line_says_who_says_what() -> None:
    """The text of a line reads like a brief."""
    sep = {"as_of": "2018-09", "said_by": "River Watch"}
    (line,) = _lines("a", figure(2000, None, "at_most", **sep), "b", figure(2000, None, "at_most", **sep))
    assert line.text == "up to 2,000 (River Watch, Sep 2018)"
    over = figure(1000, None, "more_than", said_by="Mustafa Bali", as_of=None)
    lines = lines_of(
        merge([brief("a", actors=NAMED, figures=[over, figure(1000, None, "at_most", as_of=None)])], FLOOD)
    )
    assert lines[0].text == "more than 1,000 (Mustafa Bali) against up to 1,000 (the article itself)"
    (line,) = _lines("a", figure(58, as_of=None), "b", figure(12))
    assert line.text == "12 (B, 5 Mar 2018); 58 (A, undated): not comparable, not all of them are dated"


def test_a_misprint_makes_no_line() -> None:
    """A number that cannot be read is told in the notes, never counted."""
    merged = merge([brief("a", figures=[figure(None, None, "unreadable")])], FLOOD)
    assert lines_of(merged) == []
    assert [n.kind for n in merged.notes if n.kind == "unreadable"] == ["unreadable"]


bounds = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(sorted)
flags = st.tuples(st.booleans(), st.booleans(), st.booleans())
intervals = st.builds(lambda ends, how: Interval(*ends, *how), bounds, flags).filter(
    lambda i: i.low < i.high or not (i.open_low or i.open_high)
)


@given(intervals, intervals)
def test_meeting_is_mutual(one: Interval, other: Interval) -> None:
    """Two intervals meet or do not, whichever is asked."""
    assert one.meets(other) == other.meets(one)


@given(intervals)
def test_an_interval_meets_itself(one: Interval) -> None:
    """What a figure allows is compatible with itself."""
    assert one.meets(one)


@given(bounds, bounds)
def test_closed_exact_intervals_meet_where_they_share_a_number(one: list[int], other: list[int]) -> None:
    """Without open ends or approximation, meeting is sharing a number."""
    shared = set(range(one[0], one[1] + 1)) & set(range(other[0], other[1] + 1))
    assert Interval(*one).meets(Interval(*other)) == bool(shared)


def test_open_and_closed_ends_at_one_number() -> None:
    """What is "more than 1,000" is not 1,000, what is "at least 1,000" may be."""
    at_most = interval(figure(1000, None, "at_most"))
    assert not interval(figure(1000, None, "more_than")).meets(at_most)
    assert interval(figure(1000, None, "at_least")).meets(at_most)
