from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from merging_gold import gold_briefs
from merging_samples import FLOOD, actor, actors_of, article, brief, claim, figure, lines_of, place, places_of

from summarizer.checks import check_summary_line
from summarizer.merging import merge
from summarizer.models import ArticleBrief, MergedBrief, MergedClaim, MergedClaims, Note, StrengthLine
from summarizer.schema import load_schema

CONFLICT = load_schema("conflict")


def _claims(merged: MergedBrief, section: str) -> list[MergedClaim]:
    found = merged.sections[section]
    assert isinstance(found, MergedClaims)
    return list(found.items)


# ------------------------------------------------------------------------------------------------------- properties

NAMES = ["River Watch", "RW", "Dorn Relief Agency", "Lina Mokhtar", "Omar Mokhtar", "Mokhtar", "Vesk"]
PLACES = [("Dorn", "SY"), ("Al-Dorn", None), ("Vesk", "UA"), ("Vesk", "PL"), ("Suwayda", None), ("Sweida", "SY")]
figures = st.builds(
    lambda value, qualifier, speaker, time, where, key: figure(
        value, None, qualifier, said_by=speaker, as_of=time, place=where, id=f"e{key}"
    ),
    st.sampled_from([12, 58, 60, 1000]),
    st.sampled_from(["exact", "approximate", "more_than", "at_most"]),
    st.sampled_from([None, "RW", "Lina Mokhtar", "local residents"]),
    st.sampled_from([None, "2018-03-05", "2018-03", "2018-06-01", "2018"]),
    st.sampled_from([None, "Dorn", "Al-Dorn", "Vesk"]),
    st.integers(0, 10**9),
)


@st.composite
def sets_of_briefs(draw: st.DrawFn) -> list[ArticleBrief]:
    """Draw up to five briefs; later ones may be copies."""
    briefs = []
    for n in range(draw(st.integers(0, 5))):
        about = article(
            f"a{n}",
            outlet=draw(st.sampled_from([None, "Gazette", "RW"])),
            published=draw(st.sampled_from([None, "2018-03-06", "2018-03-07"])),
            copy_of="a0" if n and draw(st.booleans()) else None,
        )
        names = draw(st.lists(st.sampled_from(NAMES), unique=True))
        places = draw(st.lists(st.sampled_from(PLACES), unique=True))
        briefs.append(
            brief(
                about,
                actors=[actor(n, "person" if "Mokhtar" in n else "body") for n in names],
                places=[place(*p) for p in places],
                figures=draw(st.lists(figures, max_size=5, unique_by=lambda e: e.id)),
            )
        )
    return briefs


@given(sets_of_briefs(), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_the_order_of_articles_does_not_matter(briefs: list[ArticleBrief], rng: random.Random) -> None:
    """The same articles in any order give the same bytes."""
    shuffled = rng.sample(briefs, len(briefs))
    assert merge(briefs, FLOOD).model_dump_json() == merge(shuffled, FLOOD).model_dump_json()


@given(sets_of_briefs())
@settings(max_examples=30, deadline=None)
def test_an_article_given_twice_is_one(briefs: list[ArticleBrief]) -> None:
    """Merging is idempotent: what is already in changes nothing."""
    assert merge([*briefs, *briefs], FLOOD) == merge(briefs, FLOOD)


@given(sets_of_briefs())
@settings(max_examples=60, deadline=None)
def test_every_figure_and_article_is_kept_and_none_is_made(briefs: list[ArticleBrief]) -> None:
    """Each bound on a line stands in an article that the line names; no figure or article is lost."""
    merged = merge(briefs, FLOOD)
    said = {(b.article.id, e.low, e.high) for b in briefs for e in b.sections["toll"].items}  # type: ignore[union-attr]
    shown = {(a, e.low, e.high) for line in lines_of(merged) for e in line.estimates for a in e.articles}
    numbers = {bound for _, *ends in said for bound in ends}
    assert all({line.low, line.high} <= {*numbers, None} for line in lines_of(merged))
    assert {row[1:] for row in shown} <= {row[1:] for row in said}
    assert {row[0] for row in shown} == {row[0] for row in said}
    told = " ".join(n.text for n in merged.notes if n.kind == "coverage")
    assert len(briefs) < 2 or all(f"Title {b.article.id}”" in told for b in briefs)


@given(sets_of_briefs())
@settings(max_examples=30, deadline=None)
def test_every_form_of_a_name_is_in_the_merged_list_once_per_article(briefs: list[ArticleBrief]) -> None:
    """No actor or place is lost or told twice by one article."""
    merged = merge(briefs, FLOOD)
    for listed, section in ((actors_of(merged), "actors"), (places_of(merged), "sites")):
        for item in briefs:
            for entry in item.sections[section].items:
                forms = [m for m in listed if item.article.id in m.articles and entry.name in (m.name, *m.aliases)]
                assert forms


def test_merging_nothing_gives_an_empty_brief() -> None:
    """Without articles there is a brief with its sections, and nothing in it."""
    merged = merge([], FLOOD)
    assert merged.summary == ()
    assert list(merged.sections) == ["actors", "sites", "toll", "measures", "outlook"]
    assert all(not s.items for s in merged.sections.values())


# --------------------------------------------------------------------------------------------- statements and notes

ONE = article("a", "Volunteers stacked sandbags along the dikes of Dorn. The water will rise again, says Lina Mokhtar.")
TWO = article("b", "In Vesk men raised the dikes by hand. The water will rise again in spring. Boats took people out.")


def test_claims_under_a_telling_label_are_one_with_all_their_evidence() -> None:
    """The same measure from two articles is one claim, in the words of one of them, borne by both."""
    boats = claim(TWO, "Boats took people out.", "evacuation")
    merged = merge(
        [
            brief(ONE, measures=[claim(ONE, "Volunteers stacked sandbags along the dikes of Dorn.", "dikes")]),
            brief(TWO, measures=[boats, claim(TWO, "In Vesk men raised the dikes by hand.", "dikes")]),
        ],
        FLOOD,
    )
    found, alone = _claims(merged, "measures")
    assert alone.label == "evacuation"
    assert [n.text for n in merged.notes if "evacuation" in n.text] == [
        "“Title b” alone gives: 1 statement; the only word on evacuation"
    ]
    assert {e.article for e in found.evidence} == {"a", "b"}
    assert found.text.rstrip(".") in found.evidence[0].quote


def test_opinions_on_one_topic_stay_in_their_speakers_names() -> None:
    """Two people who expect different things under one topic are two claims."""
    expects = claim(ONE, "The water will rise again, says Lina Mokhtar.", "water", said_by="Lina Mokhtar")
    other = claim(TWO, "Boats took people out.", "water", said_by="Omar Mokhtar")
    merged = merge([brief(ONE, outlook=[expects]), brief(TWO, outlook=[other])], FLOOD)
    assert {c.said_by for c in _claims(merged, "outlook")} == {"Lina Mokhtar", "Omar Mokhtar"}


def test_what_several_say_and_no_article_is_passed_on_not_stated() -> None:
    """A claim that only speakers make is reported, never the brief's own."""
    first = claim(ONE, "Volunteers stacked sandbags along the dikes of Dorn.", "dikes", said_by="Lina Mokhtar")
    second = claim(TWO, "In Vesk men raised the dikes by hand.", "dikes", said_by="Omar Mokhtar")
    merged = merge([brief(ONE, measures=[first]), brief(TWO, measures=[second])], FLOOD)
    (found,) = _claims(merged, "measures")
    assert (found.said_by, found.assertion) == (None, "reported")


def test_a_denial_is_set_against_what_it_denies() -> None:
    """What one denies and another says is a difference with both sides, and never one claim."""
    says = claim(TWO, "The water will rise again in spring.", "water", said_by="River Watch")
    denies = claim(
        ONE, "The water will rise again, says Lina Mokhtar.", "water", said_by="Lina Mokhtar", assertion="denied"
    )
    merged = merge([brief(ONE, outlook=[denies]), brief(TWO, outlook=[says])], FLOOD)
    assert len(_claims(merged, "outlook")) == 2
    assert [[s.said_by for s in d.sides] for d in merged.differences] == [["Lina Mokhtar", "River Watch"]]


def test_contested_figures_become_a_difference_with_each_side() -> None:
    """Both sides of a contested line stand next to each other, each in its name."""
    merged = merge(
        [
            brief("a", actors=[actor("RW")], figures=[figure(58, said_by="RW")]),
            brief("b", figures=[figure(12, said_by="the mayor")]),
        ],
        FLOOD,
    )
    (found,) = merged.differences
    assert found.text == "residents, drowned, Dorn: 58 (River Watch, 5 Mar 2018) against 12 (the mayor, 5 Mar 2018)"
    assert [(s.said_by, s.text) for s in found.sides] == [
        ("River Watch", "58 residents"),
        ("the mayor", "12 residents"),
    ]


def test_what_is_noted_alike_of_several_articles_is_told_once() -> None:
    """Where rules had to do for the same reason, the reason stands there once; of one article it has its title."""
    alike = Note(kind="fallback", text="the model was not asked")
    other = Note(kind="fallback", text="one answer could not stand")
    merged = merge(
        [
            brief(article("a", published="2018-05-01"), notes=[alike]),
            brief(article("b", published="2018-05-02"), notes=[alike, other]),
        ],
        FLOOD,
    )
    told = [n.text for n in merged.notes if n.kind == "fallback"]
    assert told == ["“Title b”: one answer could not stand", "the model was not asked (2 articles)"]


def test_notes_tell_dates_copies_and_what_an_article_alone_gives() -> None:
    """Undated articles, reasons for dates, copies, the articles' own notes and coverage are all told by title."""
    merged = merge(
        [
            brief(
                article("a", published="2018-03-06", published_reason="it stands below the title"), figures=[figure(5)]
            ),
            brief(article("b", not_before="2018-04"), notes=[Note(kind="sum", text="the parts do not add up")]),
            brief(article("c", copy_of="a", published="2018-03-07")),
        ],
        FLOOD,
    )
    told = [(n.kind, n.text) for n in merged.notes]
    assert ("date", "“Title a”: 6 Mar 2018; it stands below the title") in told
    assert ("undated", "“Title b” carries no date of its own; it speaks of events up to Apr 2018") in told
    assert ("copy", "“Title c” is a copy of “Title a”: both count as one source") in told
    assert ("sum", "“Title b”: the parts do not add up") in told
    assert ("coverage", "“Title a” alone gives: 1 figure") in told


def test_a_copy_adds_no_second_claim() -> None:
    """What a copy repeats of its original is not a second voice."""
    quote = "Volunteers stacked sandbags along the dikes of Dorn."
    copy = article("c", ONE.text, copy_of="a")
    merged = merge(
        [
            brief(ONE, measures=[claim(ONE, quote, "dikes")]),
            brief(copy, measures=[claim(copy, quote, "dikes")]),
        ],
        FLOOD,
    )
    (found,) = _claims(merged, "measures")
    assert [e.article for e in found.evidence] == ["a"]


# -------------------------------------------------------------------------------------------------- the shared seeds


@pytest.fixture(scope="module")
def seeds_brief(shared: Path) -> MergedBrief:
    """The merged brief of the five shared articles as their gold has them."""
    return merge(gold_briefs(shared, CONFLICT), CONFLICT)


def _line(merged: MergedBrief, holder: str, measure: str, where: str | None) -> StrengthLine:
    found = [
        line
        for line in lines_of(merged, "strength")
        if (line.holder, line.measure, line.place) == (holder, measure, where)
    ]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("section", "form"),
    [
        ("where", "Baghouz"),
        ("where", "Bu Kamal"),
        ("where", "Deir Ezzor"),
        ("where", "Shafa"),
        ("who", "ISIS"),
        ("who", "SDF"),
        ("who", "SOHR"),
    ],
)
def test_the_seeds_have_one_of_each(seeds_brief: MergedBrief, section: str, form: str) -> None:
    """Whoever five articles spell in many ways is one in the brief."""
    items = seeds_brief.sections[section].items
    assert sum(form in (i.name, *i.aliases) for i in items) == 1  # type: ignore[union-attr]
    assert len({i.name for i in items}) == len(items)  # type: ignore[union-attr]


def test_the_seeds_areas_are_one_line_that_says_why(seeds_brief: MergedBrief) -> None:
    """Two equal areas of unknown relation are one line, not comparable, without bounds."""
    line = _line(seeds_brief, "ISIS", "area", "Syrian Desert (Badiya)")
    assert (line.status, line.low, line.high, len(line.estimates)) == ("not_comparable", None, None, 2)
    assert line.text.endswith("not comparable, not all of them are dated")


def test_the_seeds_contested_line(seeds_brief: MergedBrief) -> None:
    """The spokesman's figure and the article's own contest each other."""
    line = _line(seeds_brief, "ISIS", "personnel", "Baghouz")
    assert line.status == "contested"
    assert line.text == "more than 1,000 (Mustafa Bali) against up to 1,000 (the article itself)"
    assert [e.origin for e in line.estimates] == ["Syrian Democratic Forces", "003"]
    assert any(d.text.startswith("ISIS, personnel, Baghouz") for d in seeds_brief.differences)


def test_the_seeds_personnel_with_claimants(seeds_brief: MergedBrief) -> None:
    """Each figure keeps its claimant and date; a headline's repeat is no second figure; parts follow their wholes."""
    hajin = _line(seeds_brief, "ISIS", "personnel", "Hajin")
    assert hajin.text == "up to 2,000 (US-led coalition, Sep 2018)"
    syria = _line(seeds_brief, "ISIS", "personnel", "Syria")
    assert [(e.low, e.high) for e in syria.estimates] == [(13000, 15000), (2500, 3000)]
    assert syria.estimates[1].part_of == syria.estimates[0].id
    unplaced = _line(seeds_brief, "ISIS", "personnel", None)
    assert [(e.low, e.said_by) for e in unplaced.estimates] == [
        (4000, "sources close to the organization"),
        (800, "sources close to the organization"),
    ]
    lost = _line(seeds_brief, "ISIS", "personnel", "Deir ez-Zor")
    assert (3000, "Syrian Democratic Forces") in {(e.low, e.origin) for e in lost.estimates}


def test_the_seeds_misprint_is_in_the_notes_alone(seeds_brief: MergedBrief) -> None:
    """The misprinted number is told as printed and counted nowhere."""
    (note,) = [n for n in seeds_brief.notes if n.kind == "unreadable"]
    assert "“20,00”" in note.text
    assert all(e.qualifier != "unreadable" for line in lines_of(seeds_brief, "strength") for e in line.estimates)


def test_the_seeds_summary_is_borne_by_its_evidence(seeds_brief: MergedBrief) -> None:
    """Every sentence cites evidence and holds what its quotes hold."""
    lines = seeds_brief.summary
    assert len(lines) > 2
    assert all(line.evidence for line in lines)
    assert [check_summary_line(line.text, [e.quote for e in line.evidence]) for line in lines] == [None] * len(lines)
